"""Accuracy and loss over a set of pictures, added up on the device."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everyone knows

from vgg_desktop.training.batches.batch import Batch
from vgg_desktop.training.evaluation.figures import is_among
from vgg_desktop.training.network.learner import Learner

_SUMS_DTYPE = {"mps": torch.float32}


@dataclass(frozen=True, slots=True)
class Validation:
    """Mean cross entropy (without smoothing or weights) and accuracies over `count` pictures, as fractions."""

    loss: float
    top1: float
    top5: float
    count: int


def measure(
    learner: Learner, batches: Iterable[Batch], *, is_wanted: Callable[[], bool] = lambda: True
) -> Validation | None:
    """How the evaluated weights do; None when `is_wanted` said no between two batches."""
    # MPS has no float64; elsewhere sums of many small numbers stay exact.
    total = torch.zeros(4, device=learner.device, dtype=_SUMS_DTYPE.get(learner.device.type, torch.float64))
    for batch in batches:
        if batch.count:
            total += _sums(learner.logits(batch.inputs, is_flat=batch.is_flat), batch.targets).to(total)
        if not is_wanted():
            return None
    loss, top1, top5, count = (float(number) for number in learner.added_up(total))
    return Validation(loss / max(1, count), top1 / max(1, count), top5 / max(1, count), int(count))


def all_logits(learner: Learner, batches: Iterable[Batch]) -> Iterator[torch.Tensor]:
    """The logits of each batch, float32 on the CPU."""
    for batch in batches:
        yield learner.logits(batch.inputs, is_flat=batch.is_flat).cpu()


def _sums(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    loss = F.cross_entropy(logits, targets, reduction="sum")
    top1, top5 = (is_among(logits, targets, k).sum() for k in (1, 5))
    return torch.stack([loss, top1.float(), top5.float(), torch.ones_like(loss) * len(logits)])
