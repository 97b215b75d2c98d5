"""What `vgg-desktop evaluate` does once its options are read."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import typer

from vgg_desktop.cli.progress import counted
from vgg_desktop.cli.results import say
from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.labels import LabelIndex
from vgg_desktop.engine.calibrate import expected_calibration_error
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.folder import classify_paths
from vgg_desktop.training.dataset import list_source
from vgg_desktop.training.listing import Found

SPLITS = ("val", "train", "all")
_TOP = 5


@dataclass(frozen=True, slots=True)
class Scores:
    """Accuracies and calibration error as fractions, over `count` pictures that could be read."""

    top1: float
    top5: float
    ece: float
    count: int
    unreadable: int
    unknown_classes: tuple[str, ...]

    def record(self) -> dict[str, Any]:
        """The fields that `--json` writes; these names stay."""
        return {
            "top1": self.top1,
            "top5": self.top5,
            "count": self.count,
            "ece": self.ece,
            "unreadable": self.unreadable,
            "unknown_classes": list(self.unknown_classes),
        }

    def text(self) -> str:
        return (
            f"{self.count:,} pictures: top-1 {self.top1:.2%}, top-5 {self.top5:.2%}, calibration error {self.ece:.3f}"
        )


def evaluate_folder(
    model: str, source: Path, *, split: str, device: str, precision: str, batch_size: int | None
) -> Scores:
    """The model's answers against the classes that the pictures lie in, matched by id, name or alias.

    Raises:
        AppError: there is no such model, or none of its classes is in the folder.
    """
    if split not in SPLITS:
        raise typer.BadParameter(f"The split is one of {', '.join(SPLITS)}.")
    listing = list_source(source)
    classifier = Classifier.load(model, device=device, precision=precision, on_notice=say)
    index = LabelIndex(classifier.info.labels)
    wanted = [(found, index.find(found.folder)) for found in _of_split(listing.pictures, split)]
    known = [(found, target) for found, target in wanted if target is not None]
    unknown = tuple(sorted({found.folder for found, target in wanted if target is None}))
    _complain_of_unknown(unknown, Counter(found.folder for found, _ in wanted))
    if not known:
        raise AppError(
            f"{display_name(source)} has no pictures of a class that this model knows.",
            "Its folders are matched to the model's classes by id, name and alias.",
        )
    paths = [listing.root / found.path for found, _ in known]
    results = classify_paths(classifier, paths, batch_size=batch_size, top=_TOP)
    return _scores(
        zip(counted(results, len(paths)), (classifier.info.labels[target].id for _, target in known), strict=True),
        unknown,
    )


def _of_split(pictures: list[Found], split: str) -> list[Found]:
    """Pictures without a side belong to every split."""
    return [found for found in pictures if split == "all" or found.side in (None, split)]


def _complain_of_unknown(unknown: tuple[str, ...], counts: Counter[str]) -> None:
    for folder in unknown:
        say(f"The model knows no class {one_line(folder)}; its {counts[folder]:,} pictures are left out.")


def _scores(results: Any, unknown: tuple[str, ...]) -> Scores:
    best: list[float] = []
    right: list[bool] = []
    among: list[bool] = []
    unreadable = 0
    for result, target in results:
        if result.prediction is None:
            unreadable += 1
            say(str(result.error))
            continue
        ids = [candidate.label.id for candidate in result.prediction.candidates]
        best.append(result.prediction.best.score)
        right.append(ids[0] == target)
        among.append(target in ids)
    if not best:
        raise AppError("None of the pictures could be read.")
    return Scores(
        top1=sum(right) / len(best),
        top5=sum(among) / len(best),
        ece=_calibration_error(best, right),
        count=len(best),
        unreadable=unreadable,
        unknown_classes=unknown,
    )


def _calibration_error(best: list[float], right: list[bool]) -> float:
    """Two columns stand for all classes: the best score, and everything else."""
    scores = torch.tensor([[score, 0.0] for score in best], dtype=torch.float64)
    return expected_calibration_error(scores, 1 - torch.tensor(right, dtype=torch.int64))
