"""A folder of pictures, understood: classes, split, report."""

from dataclasses import dataclass
from pathlib import Path

from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.labels import Label
from vgg_desktop.core.recipe import Recipe
from vgg_desktop.training.manifest import Manifest
from vgg_desktop.training.picture_set import PictureSet
from vgg_desktop.training.progress import IsCancelled, Progress, never_cancelled, no_progress


@dataclass(frozen=True, slots=True)
class Dataset:
    """What training reads."""

    root: Path
    manifest: Manifest
    report: DatasetReport
    labels: tuple[Label, ...]
    train: PictureSet
    val: PictureSet

    @property
    def fingerprint(self) -> str:
        return self.manifest.fingerprint

    def check(self) -> None:
        """Raises: AppError that names every fault that makes training meaningless."""
        if self.report.faults:
            raise AppError(" ".join(self.report.faults))


def open_dataset(
    source: Path,
    *,
    recipe: Recipe,
    labels: Path | None = None,
    corrections: Path | None = None,
    manifest: Path | None = None,
    on_progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> Dataset:
    """Look at every picture of a folder or a CSV file and split them.

    `manifest` names a file with the split: it is used when it exists, and must still fit the pictures; else the split
    made here is saved there.

    Raises:
        AppError: the source or one of the files cannot be read, or the pictures differ from the manifest's.
        CancelledError: `cancelled` said so.
    """
    raise NotImplementedError
