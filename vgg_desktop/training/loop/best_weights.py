"""The best weights so far, where the file that holds them is damaged or gone."""

from pathlib import Path

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.engine.weights import bundle_header
from vgg_desktop.training.loop.checkpoint_files import OwnNames
from vgg_desktop.training.loop.train_state import Position


def step_over_lost_best(run: RunDirectory, position: Position) -> Sentence:
    """Let `position` name the best snapshot that is whole; a sentence about what was lost, or nothing.

    Where none is left, the best of the epochs to come counts, and without any the weights as they are.
    """
    if not position.snapshot or _is_whole(run.snapshots_dir / position.snapshot):
        return Sentence()
    lost = position.best_epoch or 0
    for epoch, name in sorted(_others(run, position), key=lambda pair: -position.val_top1[pair[0] - 1]):
        if _is_whole(run.snapshots_dir / name):
            position.snapshot, position.best_epoch, position.best_top1 = name, epoch, position.val_top1[epoch - 1]
            return Sentence(
                "The best weights so far, of epoch {lost}, are damaged or gone; those of epoch {epoch} take their "
                "place.",
                lost=lost,
                epoch=epoch,
            )
    # `best_epoch` stays: patience counts from it.
    position.snapshot, position.best_top1 = "", None
    return Sentence(
        "The best weights so far, of epoch {lost}, are damaged or gone; the present ones, or the best of the epochs to "
        "come, take their place.",
        lost=lost,
    )


def _others(run: RunDirectory, position: Position) -> list[tuple[int, str]]:
    names = OwnNames(run.about().id)
    try:
        present = [path.name for path in run.snapshots_dir.iterdir() if names.is_own(path.name)]
    except OSError:
        return []
    dated = [(int(name.split("-")[1]), name) for name in present if name != position.snapshot]
    return [(epoch, name) for epoch, name in dated if 1 <= epoch <= len(position.val_top1)]


def _is_whole(path: Path) -> bool:
    try:
        bundle_header.verify(path)
    except AppError:
        return False
    return True
