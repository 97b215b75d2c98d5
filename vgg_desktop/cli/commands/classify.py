"""`vgg-desktop classify`: what is on these pictures."""

from pathlib import Path
from typing import Annotated

import typer

from vgg_desktop.cli.commands.engine_options import DeviceOption, PrecisionOption, PrecisionWord


def classify(
    pictures: Annotated[
        list[str], typer.Argument(help="Pictures and folders; - reads paths from standard input.", show_default=False)
    ],
    json_lines: Annotated[bool, typer.Option("--json", help="One JSON object a picture on standard output.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Also write a table to this file.", dir_okay=False)] = None,
    csv_mark: Annotated[
        bool, typer.Option("--csv-mark", help="Begin the table with a byte-order mark, as Excel wants it.")
    ] = False,
    top: Annotated[
        int,
        typer.Option(min=1, help="How many labels to give in JSON, in the table and for one picture on a terminal."),
    ] = 5,
    model: Annotated[str, typer.Option(help="A model's name or a weights file.")] = "builtin",
    device: DeviceOption = "auto",
    precision: PrecisionOption = PrecisionWord.AUTO,
    batch_size: Annotated[int | None, typer.Option(min=1, help="Pictures at a time; measured when left out.")] = None,
    null: Annotated[bool, typer.Option("--null", "-0", help="Paths on standard input end with NUL.")] = False,
) -> None:
    """Classify pictures. Exit status 1 when some could not be read."""
    from vgg_desktop.cli.work.classify import ClassifyRequest, classify_all

    request = ClassifyRequest(
        sources=tuple(pictures),
        null_separated=null,
        json_lines=json_lines,
        csv_file=csv,
        csv_format="csv_marked" if csv_mark else "csv",
        top=top,
        model=model,
        device=device,
        precision=precision.value,
        batch_size=batch_size,
    )
    raise typer.Exit(classify_all(request))
