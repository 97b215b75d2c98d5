"""`vgg-desktop train`: from a folder of pictures to a model."""

from pathlib import Path
from typing import Annotated

import typer

from vgg_desktop.cli.commands.reading_options import LabelColumn, PathColumn, ReadAsOption, ReadAsStyle, ValFold


def train_folder(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="A folder of class folders, or a CSV file.", exists=True, show_default=False
        ),
    ],
    name: Annotated[str, typer.Option(help="What to call the run; made from folder and date when left out.")] = "",
    runs_dir: Annotated[
        Path | None, typer.Option(file_okay=False, help="Folder of run directories; yours when left out.")
    ] = None,
    preset: Annotated[
        str, typer.Option(help="quick (last layer), accurate (whole network) or classic (the notebook's).")
    ] = "",
    recipe: Annotated[Path | None, typer.Option(dir_okay=False, help="A recipe file, over the preset.")] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Change one field; docs/recipe.md has all of them."),
    ] = None,
    start_from: Annotated[
        str | None, typer.Option(help="scratch, builtin, a model's name or a weights file.", show_default="builtin")
    ] = None,
    epochs: Annotated[int | None, typer.Option(help="Passes over the training pictures.")] = None,
    batch_size: Annotated[str | None, typer.Option(help="Pictures in one step, or auto.")] = None,
    learning_rate: Annotated[str | None, typer.Option(help="Peak learning rate, or auto.")] = None,
    seed: Annotated[int | None, typer.Option(help="Decides the split and every random choice.")] = None,
    device: Annotated[str | None, typer.Option(help="auto, cpu, cuda, cuda:1 or mps.")] = None,
    labels: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Names of the classes: id, name, synonyms.")
    ] = None,
    corrections: Annotated[
        list[Path] | None,
        typer.Option(exists=True, dir_okay=False, help="Corrected labels: file hash, label or exclude; the last wins."),
    ] = None,
    read_as: ReadAsOption = ReadAsStyle.AUTO,
    path_column: PathColumn = "",
    label_column: LabelColumn = "",
    val_fold: ValFold = "",
    pause_after: Annotated[
        float | None, typer.Option(min=0, metavar="MINUTES", help="Save and end after so long; resume it later.")
    ] = None,
    detach: Annotated[bool, typer.Option(help="Train in the background; see vgg-desktop runs.")] = False,
) -> None:
    """Train a model. Exit status 0 when finished, 3 when paused or stopped, 1 when it failed.

    On several GPUs: torchrun --nproc-per-node 8 -m vgg_desktop train FOLDER --name NAME
    """
    from vgg_desktop.cli.commands.recipe_options import recipe_of
    from vgg_desktop.cli.work.train import follow, work_here
    from vgg_desktop.core.files import paths
    from vgg_desktop.core.reading import Reading
    from vgg_desktop.training.team import find_team
    from vgg_desktop.training.worker import launcher

    plain = {
        "start_from": start_from,
        "epochs": epochs,
        "batch_size": batch_size,
        "learning_rate": learning_rate,
        "seed": seed,
        "device": device,
    }
    wanted = recipe_of(preset, recipe, settings or [], plain)
    team = find_team()
    if not team.is_alone and (detach or not name):
        raise typer.BadParameter("With torchrun a run needs a --name, and no --detach.")
    if not team.leads:
        raise typer.Exit(work_here(launcher.wait_for_run((runs_dir or paths.runs_dir()) / name)))
    run = launcher.create_run(
        runs_dir or paths.runs_dir(),
        source,
        wanted,
        name=name,
        labels=labels,
        corrections=corrections or (),
        reading=Reading(read_as.value, path_column, label_column, val_fold),
    )
    if detach:
        launcher.start_run(run, pause_after_min=pause_after)
        raise typer.Exit(follow(run))
    raise typer.Exit(work_here(run, pause_after_min=pause_after))
