"""The best weights so far, where the file that holds them is damaged or gone."""

from pathlib import Path

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.engine.weights import bundle_header
from vgg_desktop.training.loop.checkpoint_files import OwnNames
from vgg_desktop.training.loop.train_state import TrainState


def step_over_lost_best(run: RunDirectory, state: TrainState) -> Sentence:
    """Let `state` name the best snapshot that is whole; a sentence about what was lost, or nothing.

    Where none is left, the best of the epochs to come counts, and without any the weights as they are.
    """
    if not state.snapshot or _is_whole(run.snapshots_dir / state.snapshot):
        return Sentence()
    lost = state.best_epoch or 0
    for epoch, name in sorted(_others(run, state), key=lambda pair: -state.val_top1[pair[0] - 1]):
        if _is_whole(run.snapshots_dir / name):
            state.snapshot, state.best_epoch, state.best_top1 = name, epoch, state.val_top1[epoch - 1]
            return Sentence(
                "The best weights so far, of epoch {lost}, are damaged or gone; those of epoch {epoch} take their "
                "place.",
                lost=lost,
                epoch=epoch,
            )
    # `best_epoch` stays: patience counts from it.
    state.snapshot, state.best_top1 = "", None
    return Sentence(
        "The best weights so far, of epoch {lost}, are damaged or gone; the present ones, or the best of the epochs to "
        "come, take their place.",
        lost=lost,
    )


def _others(run: RunDirectory, state: TrainState) -> list[tuple[int, str]]:
    names = OwnNames(run.about().id)
    try:
        present = [path.name for path in run.snapshots_dir.iterdir() if names.is_own(path.name)]
    except OSError:
        return []
    dated = [(int(name.split("-")[1]), name) for name in present if name != state.snapshot]
    return [(epoch, name) for epoch, name in dated if 1 <= epoch <= len(state.val_top1)]


def _is_whole(path: Path) -> bool:
    try:
        bundle_header.verify_bundle(path)
    except AppError:
        return False
    return True
