"""Where corrected pictures belong, by the listing that training itself makes. Slow enough to want a thread."""

from collections.abc import Sequence
from pathlib import Path

from vgg_desktop.core.files.picture_moves import Move, plan
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.run.corrections import Correction
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.data.dataset import list_source


def plan_moves(run: Path, root: Path, corrections: Sequence[Correction], labels: Sequence[Label]) -> list[Move]:
    """What would have to be moved so that the folders of a run's pictures say what its corrections say.

    Raises:
        AppError: the run or the folder cannot be read.
    """
    listing = list_source(root, RunDirectory(run).about().reading)
    return plan(root, corrections, labels, listing.places)
