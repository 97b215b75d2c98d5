"""`vgg-desktop evaluate`: how well a model does on labelled pictures."""

from pathlib import Path
from typing import Annotated

import typer

from vgg_desktop.cli.commands.engine_options import (
    DeviceOption,
    IncludeSeenOption,
    PrecisionOption,
    PrecisionWord,
    Split,
    SplitOption,
)
from vgg_desktop.cli.commands.reading_options import LabelColumn, PathColumn, ReadAsOption, ReadAsStyle, ValFold


def evaluate(
    model: Annotated[str, typer.Argument(help="A model's name or a weights file.", show_default=False)],
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="A folder of class folders, or a CSV file.", exists=True, show_default=False
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
    split: SplitOption = Split.VAL,
    include_seen: IncludeSeenOption = False,
    device: DeviceOption = "auto",
    precision: PrecisionOption = PrecisionWord.AUTO,
    batch_size: Annotated[int | None, typer.Option(min=1, help="Pictures at a time; measured when left out.")] = None,
    read_as: ReadAsOption = ReadAsStyle.AUTO,
    path_column: PathColumn = "",
    label_column: LabelColumn = "",
    val_fold: ValFold = "",
) -> None:
    """Compare a model's answers with the folders of the pictures. Exit status 1 when some could not be read."""
    import json

    from vgg_desktop.cli.work.evaluate import evaluated, evaluation_record, evaluation_text
    from vgg_desktop.core.reading import Reading

    found = evaluated(
        model,
        source,
        split=split.value,
        reading=Reading(read_as.value, path_column, label_column, val_fold),
        include_seen=include_seen,
        device=device,
        precision=precision.value,
        batch_size=batch_size,
    )
    typer.echo(json.dumps(evaluation_record(found)) if as_json else evaluation_text(found))
    raise typer.Exit(1 if found.unreadable else 0)
