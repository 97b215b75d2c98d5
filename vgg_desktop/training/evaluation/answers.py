"""What a model said of pictures whose class is known: a few numbers a picture, however many classes there are."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everyone knows

from vgg_desktop.training.evaluation.figures import is_among


@dataclass(frozen=True, slots=True)
class Answers:
    """Tensors (N,), one entry a picture. `score` and `target_score` are softmax values before calibration.

    `predicted` and `targets` are positions in the labels, `calibrated` the predicted class's score after calibration,
    `among5` says whether the true class is one of the five best.
    """

    targets: torch.Tensor
    predicted: torch.Tensor
    score: torch.Tensor
    target_score: torch.Tensor
    calibrated: torch.Tensor
    loss: torch.Tensor
    among5: torch.Tensor

    def __len__(self) -> int:
        return len(self.targets)

    @property
    def is_right(self) -> torch.Tensor:
        return self.predicted == self.targets


def answers_from(logits: torch.Tensor, targets: torch.Tensor, temperature: float) -> Answers:
    """Of `logits` (N, C) before calibration and `targets` (N,)."""
    scores, predicted = logits.softmax(1), logits.argmax(1)
    return Answers(
        targets=targets,
        predicted=predicted,
        score=scores.gather(1, predicted[:, None])[:, 0],
        target_score=scores.gather(1, targets[:, None])[:, 0],
        calibrated=(logits / temperature).softmax(1).max(1).values,
        loss=F.cross_entropy(logits, targets, reduction="none"),
        among5=is_among(logits, targets, 5),
    )


def concatenated(parts: Sequence[Answers]) -> Answers:
    """One after the other; there must be at least one part."""
    columns = ([getattr(part, field.name) for part in parts] for field in fields(Answers))
    return Answers(*(torch.cat(column) for column in columns))


def answers_at(answers: Answers, places: torch.Tensor) -> Answers:
    """Those at `places`, bool (N,)."""
    return Answers(*(getattr(answers, field.name)[places] for field in fields(Answers)))


def logits_from(scores: np.ndarray, temperature: float) -> torch.Tensor:
    """float64 (N, C): logits before calibration, but for a constant a picture, from calibrated scores (N, C)."""
    tiniest = float(np.finfo(np.float32).tiny)
    return torch.from_numpy(scores).double().clamp(min=tiniest).log() * temperature
