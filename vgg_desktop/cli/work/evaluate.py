"""What `vgg-desktop evaluate` does once its options are read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import typer

from vgg_desktop.cli.text.progress import counted
from vgg_desktop.cli.text.results import say
from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label, LabelIndex
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.engine.calibrate import expected_calibration_error
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.folder import classify_paths
from vgg_desktop.training.data.dataset import list_source
from vgg_desktop.training.data.listing import Found

SPLITS = ("val", "train", "all")
_TOP = 5
_EXTREMES = 5


@dataclass(frozen=True, slots=True)
class Labelled:
    """Pictures whose class the model knows: `targets` are positions in its labels."""

    paths: tuple[Path, ...]
    targets: tuple[int, ...]
    unknown_classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassScore:
    """`top1` is the share of the class's pictures that were recognised."""

    label: str
    count: int
    top1: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Accuracies and calibration error as fractions, over `count` pictures that could be read."""

    top1: float
    top5: float
    ece: float
    count: int
    unreadable: int
    unknown_classes: tuple[str, ...]
    classes: tuple[ClassScore, ...]

    def record(self) -> dict[str, Any]:
        """The fields that `--json` writes; these names stay."""
        return {
            "top1": self.top1,
            "top5": self.top5,
            "count": self.count,
            "ece": self.ece,
            "unreadable": self.unreadable,
            "unknown_classes": list(self.unknown_classes),
            "classes": [asdict(score) for score in self.classes],
        }

    def text(self) -> str:
        """The figures, and where there are many classes those that do best and worst."""
        first = (
            f"{self.count:,} pictures: top-1 {self.top1:.2%}, top-5 {self.top5:.2%}, calibration error {self.ece:.3f}"
        )
        ranked = sorted(self.classes, key=lambda score: -score.top1)
        if len(ranked) <= 2 * _EXTREMES:
            return "\n".join([first, f"By class: {_listed(ranked)}"])
        return "\n".join(
            [first, f"Best:  {_listed(ranked[:_EXTREMES])}", f"Worst: {_listed(ranked[: -_EXTREMES - 1 : -1])}"]
        )


def evaluate_folder(
    model: str, source: Path, *, split: str, device: str, precision: str, batch_size: int | None
) -> Scores:
    """The model's answers against the classes that the pictures lie in, matched by id, name or alias.

    Raises:
        AppError: there is no such model, or none of its classes is in the folder.
    """
    check_split(split)
    classifier = Classifier.load(model, device=device, precision=precision, on_notice=say)
    labelled = labelled_pictures(classifier.info.labels, source, split)
    results = classify_paths(classifier, labelled.paths, batch_size=batch_size, top=_TOP)
    answered = zip(counted(results, len(labelled.paths)), labelled.targets, strict=True)
    return _scores(answered, labelled.unknown_classes, classifier.info.labels)


def check_split(split: str) -> None:
    if split not in SPLITS:
        raise typer.BadParameter(f"The split is one of {', '.join(SPLITS)}.")


def labelled_pictures(labels: tuple[Label, ...], source: Path, split: str) -> Labelled:
    """The pictures of a folder or table whose class is one of `labels`; says which classes are left out.

    Raises:
        AppError: there are none.
    """
    listing = list_source(source)
    index = LabelIndex(labels)
    wanted = [(found, index.find(found.folder)) for found in _of_split(listing.pictures, split)]
    known = [(found, target) for found, target in wanted if target is not None]
    unknown = tuple(sorted({found.folder for found, target in wanted if target is None}))
    _complain_of_unknown(unknown, Counter(found.folder for found, _ in wanted))
    if not known:
        raise AppError(
            f"{display_name(source)} has no pictures of a class that this model knows.",
            "Its folders are matched to the model's classes by id, name and alias.",
        )
    paths = tuple(listing.root / found.path for found, _ in known)
    return Labelled(paths, tuple(target for _, target in known), unknown)


def _of_split(pictures: list[Found], split: str) -> list[Found]:
    """Pictures without a side belong to every split."""
    return [found for found in pictures if split == "all" or found.side in (None, split)]


def _complain_of_unknown(unknown: tuple[str, ...], counts: Counter[str]) -> None:
    for folder in unknown:
        say(f"The model knows no class {one_line(folder)}; its {counts[folder]:,} pictures are left out.")


def _scores(answered: Iterable[tuple[PathResult, int]], unknown: tuple[str, ...], labels: tuple[Label, ...]) -> Scores:
    best: list[float] = []
    right: list[bool] = []
    among: list[bool] = []
    targets: list[int] = []
    unreadable = 0
    for result, target in answered:
        if result.prediction is None:
            unreadable += 1
            say(str(result.error))
            continue
        found = [candidate.label for candidate in result.prediction.candidates]
        best.append(result.prediction.best.score)
        right.append(found[0] == labels[target])
        among.append(labels[target] in found)
        targets.append(target)
    if not best:
        raise AppError("None of the pictures could be read.")
    return Scores(
        top1=sum(right) / len(best),
        top5=sum(among) / len(best),
        ece=_calibration_error(best, right),
        count=len(best),
        unreadable=unreadable,
        unknown_classes=unknown,
        classes=_class_scores(targets, right, labels),
    )


def _class_scores(targets: list[int], right: list[bool], labels: tuple[Label, ...]) -> tuple[ClassScore, ...]:
    counts, hits = (
        Counter(targets),
        Counter(target for target, is_right in zip(targets, right, strict=True) if is_right),
    )
    return tuple(
        ClassScore(labels[target].name, count, hits[target] / count) for target, count in sorted(counts.items())
    )


def _listed(scores: list[ClassScore]) -> str:
    return ", ".join(f"{one_line(score.label)} {score.top1:.0%}" for score in scores)


def _calibration_error(best: list[float], right: list[bool]) -> float:
    """Two columns stand for all classes: the best score, and everything else."""
    scores = torch.tensor([[score, 0.0] for score in best], dtype=torch.float64)
    return expected_calibration_error(scores, 1 - torch.tensor(right, dtype=torch.int64))
