"""Scores that mean what they say."""

import math

import msgspec
import pytest
import torch
from torchmetrics.classification import MulticlassCalibrationError

from vgg_desktop.engine.calibrate import (
    at_threshold,
    calibrate,
    choose_threshold,
    expected_calibration_error,
    fit_temperature,
    unsure_kinds,
)


def calibrated(count: int = 20_000, classes: int = 10, seed: int = 0) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits whose softmax is the truth: the targets are drawn from it."""
    generator = torch.Generator().manual_seed(seed)
    logits = 2 * torch.randn(count, classes, generator=generator)
    targets = torch.multinomial(torch.softmax(logits, dim=1), 1, generator=generator).flatten()
    return logits, targets


@pytest.mark.parametrize("factor", [0.2, 0.5, 1.0, 3.0, 10.0])
def test_the_temperature_undoes_over_and_under_confidence(factor: float):
    logits, targets = calibrated()
    assert fit_temperature(factor * logits, targets) == pytest.approx(factor, rel=0.05)


def test_logarithms_of_scores_do_as_well_as_logits():
    logits, targets = calibrated()
    log_scores = torch.log_softmax(3 * logits, dim=1)
    assert fit_temperature(log_scores, targets) == pytest.approx(fit_temperature(3 * logits, targets), rel=1e-6)


def test_no_other_temperature_makes_the_right_labels_likelier():
    logits, targets = calibrated(2_000)
    fitted = fit_temperature(2 * logits, targets)

    def loss(temperature: float) -> float:
        return torch.nn.functional.cross_entropy(2 * logits.double() / temperature, targets).item()

    assert all(loss(fitted) <= loss(fitted * factor) for factor in (0.8, 0.99, 1.01, 1.25))


@pytest.mark.parametrize("factor", [0.3, 1.0, 4.0])
@pytest.mark.parametrize("bins", [15, 10])
def test_the_calibration_error_is_torchmetrics(factor: float, bins: int):
    logits, targets = calibrated(3_000, 7)
    scores = torch.softmax(factor * logits, dim=1)
    theirs = MulticlassCalibrationError(num_classes=7, n_bins=bins, norm="l1")(scores, targets)
    assert expected_calibration_error(scores, targets, bins) == pytest.approx(theirs.item(), abs=1e-6)


def test_a_certain_and_right_model_has_no_calibration_error():
    scores = torch.eye(4)
    assert expected_calibration_error(scores, torch.arange(4)) == 0.0
    assert expected_calibration_error(scores, torch.tensor([1, 2, 3, 0])) == 1.0


def test_above_the_threshold_enough_answers_are_right_and_no_lower_one_would_do():
    logits, targets = calibrated()
    scores = torch.softmax(logits, dim=1)
    threshold = choose_threshold(scores, targets, accuracy=0.9)
    assert threshold.accuracy >= 0.9
    best = scores.max(dim=1).values
    lower = best[best < threshold.score].max().item()
    assert at_threshold(scores, targets, lower).accuracy < 0.9
    assert 0 < threshold.coverage < 1


def test_a_hopeless_model_is_never_sure():
    scores = torch.softmax(torch.randn(100, 3, generator=torch.Generator().manual_seed(0)), dim=1)
    targets = (scores.argmax(dim=1) + 1) % 3
    threshold = choose_threshold(scores, targets, accuracy=0.5)
    assert (threshold.score, threshold.coverage, threshold.accuracy) == (1.0, 0.0, 0.0)


def test_a_perfect_model_is_always_sure():
    scores = torch.softmax(torch.randn(100, 3, generator=torch.Generator().manual_seed(0)), dim=1)
    assert choose_threshold(scores, scores.argmax(dim=1), accuracy=0.8).coverage == 1.0


def test_a_picture_at_the_threshold_counts_as_sure():
    scores = torch.tensor([[0.5, 0.25, 0.25], [0.4, 0.3, 0.3]])
    assert at_threshold(scores, torch.tensor([0, 1]), 0.5).coverage == 0.5


def test_calibration_measures_on_pictures_that_it_was_not_fitted_on():
    logits, targets = calibrated(seed=1)
    unseen, unseen_targets = calibrated(seed=2)
    calibration = calibrate(4 * logits, targets, (4 * unseen, unseen_targets), accuracy=0.7)
    assert calibration.temperature == pytest.approx(4, rel=0.05)
    scores = torch.softmax(4 * unseen / calibration.temperature, dim=1)
    measured = at_threshold(scores, unseen_targets, calibration.threshold or math.nan)
    assert (calibration.coverage, calibration.accuracy) == (measured.coverage, measured.accuracy)
    assert calibration.ece == pytest.approx(expected_calibration_error(scores, unseen_targets))
    assert calibration.ece < 0.02


def test_a_kind_is_sure_as_often_right_as_a_label_also_where_no_label_is_sure():
    logits, targets = calibrated(20_000, 12)
    kinds = torch.arange(12) // 4
    found = calibrate(logits[:10_000], targets[:10_000], (logits[10_000:], targets[10_000:]), kinds=kinds)

    scores, rest = torch.softmax(logits[10_000:] / found.temperature, dim=1), targets[10_000:]
    is_unsure = scores.max(1).values < found.threshold
    sums = torch.stack([scores[:, kinds == kind].sum(1) for kind in range(3)], dim=1)
    is_sure = is_unsure & (sums.max(1).values >= found.kind_threshold)
    right = sums.argmax(1)[is_sure] == kinds[rest[is_sure]]
    assert right.double().mean().item() == pytest.approx(0.8, abs=0.03)
    assert found.kind_accuracy == pytest.approx(right.double().mean().item())
    assert found.kind_coverage == pytest.approx((is_sure.sum() / is_unsure.sum()).item())


def test_kinds_change_nothing_about_labels_and_too_few_pictures_set_no_threshold():
    logits, targets = calibrated(4_000, 6)
    halves = logits[:2_000], targets[:2_000], (logits[2_000:], targets[2_000:])
    kinds = torch.tensor([0, 0, 1, 1, 2, 2])
    plain, with_kinds = calibrate(*halves), calibrate(*halves, kinds=kinds)
    assert plain.kind_threshold is None
    assert msgspec.structs.replace(with_kinds, kind_threshold=None, kind_coverage=None, kind_accuracy=None) == plain
    assert calibrate(logits[:20], targets[:20], (logits[20:40], targets[20:40]), kinds=kinds).kind_threshold is None


def test_a_kinds_score_is_the_sum_of_its_labels():
    scores = torch.tensor([[0.3, 0.3, 0.4], [0.9, 0.05, 0.05]])
    sums, targets = unsure_kinds(scores, torch.tensor([1, 0]), torch.tensor([1, 1, 0]), threshold=0.5)
    assert sums.tolist() == [pytest.approx([0.4, 0.6])]
    assert targets.tolist() == [1]
