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


class Prediction(msgspec.Struct, frozen=True, gc=False):
    """The best labels of one picture, best first.

    `sure` is None when the model carries no threshold for it. `damaged` says that only part of the picture could be
    read.
    """

    candidates: tuple[Candidate, ...]
    sure: bool | None = None
    damaged: bool = False

    @property
    def best(self) -> Candidate:
        return self.candidates[0]


class PathResult(msgspec.Struct, frozen=True, gc=False):
    """What became of one file: a prediction, or the reason why there is none."""

    path: Path
    prediction: Prediction | None = None
    error: AppError | None = None
