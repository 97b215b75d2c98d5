"""Starting, resuming, trying and removing runs, with the shell's launcher. Slow enough to want a thread."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.paths import cache_dir
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.run.run_directory import Command, RunDirectory
from vgg_desktop.training.worker import launcher
from vgg_desktop.training.worker.moved_source import move_source

MissingSourceError = launcher.MissingSourceError


@dataclass(frozen=True, slots=True)
class StartPlan:
    """A run to be started; it is called after the source and the date."""

    source: Path
    recipe: Recipe
    labels: Path | None = None
    corrections: Sequence[Path] = ()
    reading: Reading = AS_IT_IS


def create(runs_dir: Path, plan: StartPlan) -> Path:
    """The directory of a new run, whose worker is still to be started.

    Raises:
        AppError: it cannot be made.
    """
    return launcher.create_run(
        runs_dir,
        plan.source,
        plan.recipe,
        labels=plan.labels,
        corrections=plan.corrections,
        reading=plan.reading,
    ).path


def start(run: Path) -> None:
    """Start or resume the worker; returns when it holds the run.

    Raises:
        AppError: it cannot be started.
    """
    launcher.start_run(RunDirectory(run))


def start_with_moved(data: Path, start: Callable[[Path], None], run: Path) -> None:
    """Tell a run where its pictures are now, every one of which is looked at, and then `start` or `finish` it.

    Raises:
        AppError: the pictures are not those that it learned from, or it cannot be started; the run is as it was.
    """
    move_source(RunDirectory(run), data)
    start(run)


def send(run: Path, command: Command) -> str:
    """Ask the worker for something; gives the id that the answer will carry.

    Raises:
        AppError: the command cannot be written.
    """
    return RunDirectory(run).send_command(command)


def finish(run: Path) -> None:
    """Stop and keep, also a paused run.

    Raises:
        AppError: it has ended already, or no worker could be started.
    """
    launcher.finish_run(RunDirectory(run))


def remove(run: Path) -> None:
    """Move a run to the trash, a living one after its worker has ended.

    Raises:
        AppError: there is no trash for this folder, or the worker does not end.
    """
    launcher.discard_run(RunDirectory(run))


def copy_to_try(run: Path, weights: Path) -> Path:
    """A copy of a snapshot, whose next one deletes it; the copy stays until another one of the same run is tried.

    Raises:
        AppError: it cannot be copied.
    """
    folder = cache_dir() / "tried" / RunDirectory(run).about().id
    copy = folder / weights.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not copy.exists():
            part = copy.with_suffix(".part")
            shutil.copyfile(weights, part)
            part.replace(copy)
    except OSError as error:
        raise AppError(
            "The snapshot could not be copied: {reason}.",
            "Try again in a moment.",
            repr(error),
            reason=os_error_sentence(error),
        ) from error
    for other in folder.iterdir():
        if other != copy:
            with suppress(OSError):
                other.unlink()
    return copy
