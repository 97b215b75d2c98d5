"""What a classifier says about one picture.

`gc=False`: none of these can be part of a cycle, and a folder of 100,000 pictures makes 700,000 of them. A collection
that visits each holds the window for 100 ms.
"""

from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A label and its calibrated softmax score, 0 to 1."""

    label: Label
    score: float


class KindScore(msgspec.Struct, frozen=True, gc=False):
    """An everyday kind ("dog") and the sum of the scores of its labels; `best` is the best of these labels.

    `sure` is as a prediction's, for the kind alone: it may be true where no single label is sure.
    """

    kind: str
    score: float
    sure: bool | None
    best: Candidate


class Prediction(msgspec.Struct, frozen=True, gc=False):
    """The best labels of one picture, best first.

    `sure` is None when the model carries no threshold for it. `damaged` says that only part of the picture could be
    read; `notes` are sentences on what else was made of it. `kind` is None when the model has classes of its own, which
    are of no kind. `none_of_these` is the score of a picture that shows nothing the model knows, None for a model
    without a measure of it.
    """

    candidates: tuple[Candidate, ...]
    sure: bool | None = None
    damaged: bool = False
    notes: tuple[str, ...] = ()
    kind: KindScore | None = None
    none_of_these: float | None = None

    @property
    def best(self) -> Candidate:
        return self.candidates[0]

    @property
    def fallback(self) -> KindScore | None:
        """The kind that is sure while the label is not: what is said instead."""
        return self.kind if self.sure is False and self.kind is not None and self.kind.sure else None

    @property
    def is_of_none(self) -> bool:
        """Whether it most likely shows nothing that the model knows."""
        return self.none_of_these is not None and self.none_of_these >= 0.5


class PathResult(msgspec.Struct, frozen=True, gc=False):
    """What became of one file: a prediction, or the reason why there is none."""

    path: Path
    prediction: Prediction | None = None
    error: AppError | None = None
