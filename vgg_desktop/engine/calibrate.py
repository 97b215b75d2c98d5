"""Makes scores mean what they say, and finds the score below which a model had better say "not sure"."""

import math
from dataclasses import dataclass

import msgspec
import torch

from vgg_desktop.core.model.model_info import Calibration
from vgg_desktop.core.run.evaluation import CalibrationBin

ECE_BINS = 15
# With fewer mistakes than this the best temperature is mostly chance, and tends to 0 where there are none.
_LEAST_MISTAKES = 10
# Above the threshold so many answers are right; below it the program says "not sure".
WANTED_ACCURACY = 0.8
# With fewer pictures that have no sure label, the threshold for kinds would be chance.
_LEAST_UNSURE = 20
_COLDEST, _HOTTEST = 0.05, 20.0
_GOLDEN = (math.sqrt(5) - 1) / 2
_SEARCH_STEPS = 40


@dataclass(frozen=True, slots=True)
class Threshold:
    """`coverage` is the share of pictures whose best score is at least `score`, `accuracy` their top-1 accuracy."""

    score: float
    coverage: float
    accuracy: float


def calibrate(
    logits: torch.Tensor,
    targets: torch.Tensor,
    held_out: tuple[torch.Tensor, torch.Tensor],
    accuracy: float = WANTED_ACCURACY,
    *,
    kinds: torch.Tensor | None = None,
) -> Calibration:
    """Temperature and thresholds found on `logits` (N, C) and `targets` (N,), and how they do on `held_out` ones.

    A threshold is the lowest above which `accuracy` of the answers are right. `kinds` (C,) says of which kind each
    class is; without it there is no threshold for kinds.
    """
    temperature = cautious_temperature(logits, targets)
    scores = torch.softmax(logits / temperature, dim=1)
    threshold = choose_threshold(scores, targets, accuracy).score
    unseen_logits, unseen_targets = held_out
    unseen = torch.softmax(unseen_logits / temperature, dim=1)
    measured = at_threshold(unseen, unseen_targets, threshold)
    found = Calibration(
        temperature=temperature,
        threshold=threshold,
        coverage=measured.coverage,
        accuracy=measured.accuracy,
        ece=expected_calibration_error(unseen, unseen_targets),
    )
    if kinds is None:
        return found
    seen_kinds, seen_targets = unsure_kinds(scores, targets, kinds, threshold)
    return with_kinds(found, seen_kinds, seen_targets, unsure_kinds(unseen, unseen_targets, kinds, threshold), accuracy)


def with_kinds(
    found: Calibration,
    scores: torch.Tensor,
    targets: torch.Tensor,
    held_out: tuple[torch.Tensor, torch.Tensor],
    accuracy: float = WANTED_ACCURACY,
) -> Calibration:
    """The same with a threshold for kinds, found and measured on what `unsure_kinds` gives; not on too few pictures."""
    if min(len(targets), len(held_out[1])) < _LEAST_UNSURE:
        return found
    threshold = choose_threshold(scores, targets, accuracy).score
    measured = at_threshold(*held_out, threshold)
    return msgspec.structs.replace(
        found, kind_threshold=threshold, kind_coverage=measured.coverage, kind_accuracy=measured.accuracy
    )


def unsure_kinds(
    scores: torch.Tensor, targets: torch.Tensor, kinds: torch.Tensor, threshold: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """The kinds' scores (M, K) and the right kinds (M,) of the pictures whose label is not sure.

    Only there does a kind answer, and there it must be right; among all pictures the easy ones would hide that.
    """
    is_unsure = scores.max(dim=1).values < threshold
    sums = scores.new_zeros(int(is_unsure.sum()), int(kinds.max()) + 1)
    return sums.index_add_(1, kinds, scores[is_unsure]).clamp(max=1.0), kinds[targets[is_unsure]]


def cautious_temperature(logits: torch.Tensor, targets: torch.Tensor) -> float:
    """As `fit_temperature`, but few mistakes make no model surer than it is."""
    fitted = fit_temperature(logits, targets)
    mistakes = int((logits.argmax(1) != targets).sum())
    return max(1.0, fitted) if mistakes < _LEAST_MISTAKES else fitted


def fit_temperature(logits: torch.Tensor, targets: torch.Tensor) -> float:
    """The temperature that makes the right labels most likely; `logits` (N, C) may also be logarithms of scores.

    Source: Guo et al., "On Calibration of Modern Neural Networks", arXiv:1706.04599, section 4.2.
    """
    logits = logits.double()

    def loss(log_temperature: float) -> float:
        return torch.nn.functional.cross_entropy(logits / math.exp(log_temperature), targets).item()

    low, high = math.log(_COLDEST), math.log(_HOTTEST)
    for _ in range(_SEARCH_STEPS):
        # Golden-section search: the loss has a single valley.
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        low, high = (low, right) if loss(left) < loss(right) else (left, high)
    return math.exp((low + high) / 2)


def expected_calibration_error(scores: torch.Tensor, targets: torch.Tensor, bins: int = ECE_BINS) -> float:
    """How far the best of the `scores` (N, C) is from the share of right answers: `calibration_error` of them."""
    best, labels = scores.max(dim=1)
    return calibration_error(best, labels == targets, bins)


def calibration_error(best: torch.Tensor, is_right: torch.Tensor, bins: int = ECE_BINS) -> float:
    """The distance of score and accuracy, over bins of equal width, weighted by their pictures; arguments (N,).

    Source: Naeini et al., "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015.
    """
    gaps = sum(one.count * abs(one.accuracy - one.confidence) for one in calibration_bins(best, is_right, bins))
    return gaps / len(best)


def calibration_bins(best: torch.Tensor, is_right: torch.Tensor, bins: int = ECE_BINS) -> tuple[CalibrationBin, ...]:
    """How often the best label is right, by its score; arguments (N,)."""
    places = (best.double() * bins).long().clamp(max=bins - 1)
    counts = torch.bincount(places, minlength=bins)
    sums = [torch.bincount(places, weights=values.double(), minlength=bins) for values in (best, is_right)]
    means = [(total / counts.clamp(min=1)).tolist() for total in sums]
    return tuple(
        CalibrationBin(low=i / bins, high=(i + 1) / bins, count=count, confidence=mean, accuracy=share)
        for i, (count, mean, share) in enumerate(zip(counts.tolist(), *means, strict=True))
    )


def choose_threshold(scores: torch.Tensor, targets: torch.Tensor, accuracy: float) -> Threshold:
    """The lowest score at and above which at least `accuracy` of the answers are right; 1.0 if there is none."""
    best, labels = scores.max(dim=1)
    order = best.argsort(descending=True)
    is_right = (labels == targets)[order].double()
    accuracies = is_right.cumsum(0) / torch.arange(1, len(order) + 1)
    good = torch.nonzero(accuracies >= accuracy).flatten()
    if not len(good):
        return at_threshold(scores, targets, 1.0)
    return at_threshold(scores, targets, best[order[good[-1]]].item())


def at_threshold(scores: torch.Tensor, targets: torch.Tensor, score: float) -> Threshold:
    """What a threshold means on these pictures."""
    best, labels = scores.max(dim=1)
    is_sure = best >= score
    right = (labels == targets)[is_sure]
    return Threshold(score, is_sure.double().mean().item(), right.double().mean().item() if len(right) else 0.0)
