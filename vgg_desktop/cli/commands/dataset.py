"""`vgg-desktop dataset`: what training would see in a folder."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vgg_desktop.cli.commands.reading_options import LabelColumn, PathColumn, ReadAsOption, ReadAsStyle, ValFold


class ProgressStyle(StrEnum):
    BAR = "bar"
    JSON = "json"
    NONE = "none"


def dataset(
    source: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder of class folders, or a CSV file.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
    labels: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Names of the classes: a table of id, name, synonyms.")
    ] = None,
    corrections: Annotated[
        list[Path] | None,
        typer.Option(dir_okay=False, help="Corrected labels: a CSV of file hash, label or exclude; the last one wins."),
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Use the split in this file, or save it there.")
    ] = None,
    preset: Annotated[str, typer.Option(help="Estimate for this preset.")] = "",
    recipe: Annotated[Path | None, typer.Option(dir_okay=False, help="Estimate for this recipe file.")] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Change one field of the recipe.")
    ] = None,
    val_share: Annotated[float | None, typer.Option(help="Share held back when there is no val folder.")] = None,
    seed: Annotated[int | None, typer.Option(help="Decides the split.")] = None,
    group_pattern: Annotated[
        str | None,
        typer.Option(help="Regular expression on the path; pictures with the same first group stay together."),
    ] = None,
    read_as: ReadAsOption = ReadAsStyle.AUTO,
    path_column: PathColumn = "",
    label_column: LabelColumn = "",
    val_fold: ValFold = "",
    estimate: Annotated[bool, typer.Option(help="Also say what memory, disk and time a run would take.")] = True,
    progress: Annotated[
        ProgressStyle, typer.Option(help="On standard error: a bar on a terminal, or JSON Lines.")
    ] = ProgressStyle.BAR,
) -> None:
    """Say what training would see: classes, split, faults. Exit status 1 when it makes no sense to train on it."""
    from vgg_desktop.cli.commands.recipe_options import recipe_of
    from vgg_desktop.cli.text.progress import telling_why
    from vgg_desktop.cli.work.dataset import DatasetRequest, look
    from vgg_desktop.core.reading import Reading

    with telling_why(progress.value):
        plain = {"val_share": val_share, "seed": seed, "group_pattern": group_pattern}
        request = DatasetRequest(
            source=source,
            recipe=recipe_of(preset, recipe, settings or [], plain),
            labels=labels,
            corrections=corrections or (),
            manifest=manifest,
            reading=Reading(read_as.value, path_column, label_column, val_fold),
            estimate=estimate,
            as_json=as_json,
            progress=progress.value,
        )
        status = look(request)
    raise typer.Exit(status)
