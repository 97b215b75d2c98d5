"""Results of classified pictures, written down by hand."""

from pathlib import Path

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.prediction import Candidate, KindScore, PathResult, Prediction


def prediction(*scores: tuple[str, float], sure: bool | None = True, damaged: bool = False) -> Prediction:
    """(label, score) pairs, best first."""
    return Prediction(tuple(Candidate(Label(name, name), score) for name, score in scores), sure, damaged)


def of_kind(
    kind: str,
    score: float,
    label: str,
    *scores: tuple[str, float],
    sure: bool | None = False,
    is_kind_sure: bool = True,
) -> Prediction:
    """`scores` as above, of that kind, whose best label is `label`."""
    labels = prediction(*scores, sure=sure)
    best = next(one for one in labels.candidates if one.label.name == label)
    found = KindScore(kind, score, is_kind_sure, best)
    return Prediction(labels.candidates, sure, kind=found)


def answered(
    path: str | Path, label: str = "cat", score: float = 0.5, *, sure: bool | None = True, damaged: bool = False
) -> PathResult:
    """A picture with one label."""
    return PathResult(Path(path), prediction((label, score), sure=sure, damaged=damaged))


def failed(path: str | Path) -> PathResult:
    """A picture without an answer."""
    return PathResult(Path(path), None, AppError(f"This file is not a readable picture: {Path(path).name}."))
