"""A full report on a model from its logits: confusion, precision, recall, calibration, every picture."""

import statistics
from collections.abc import Iterable

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everyone knows

from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Calibration
from vgg_desktop.core.run.evaluation import CalibrationBin, ClassResult, Evaluation, PictureResult
from vgg_desktop.engine.calibrate import (
    ECE_BINS,
    calibrate,
    choose_threshold,
    expected_calibration_error,
    fit_temperature,
)
from vgg_desktop.training.data.dataset import Dataset
from vgg_desktop.training.loop.metrics import confusion_matrix, precision_and_recall, topk_accuracy

# With fewer mistakes than this the best temperature is mostly chance, and tends to 0 where there are none.
_LEAST_MISTAKES = 10
# Above the threshold so many answers are right; below it the program says "not sure".
_WANTED_ACCURACY = 0.8


def fit_calibration(logits: torch.Tensor, targets: torch.Tensor) -> Calibration:
    """Temperature and threshold from all pictures; how they do is measured on halves that did not take part."""
    even, odd = slice(0, None, 2), slice(1, None, 2)
    if len(logits) < 2:
        return Calibration()
    measured = [
        calibrate(logits[mine], targets[mine], (logits[other], targets[other]))
        for mine, other in ((even, odd), (odd, even))
    ]
    temperature = _temperature(logits, targets)
    threshold = choose_threshold((logits / temperature).softmax(1), targets, _WANTED_ACCURACY).score
    return Calibration(
        temperature=temperature,
        threshold=threshold,
        coverage=_mean(one.coverage for one in measured),
        accuracy=_mean(one.accuracy for one in measured),
        ece=_mean(one.ece for one in measured),
    )


def evaluate(logits: torch.Tensor, dataset: Dataset, *, temperature: float, epoch: int) -> Evaluation:
    """`logits` are float32 (N, classes) of the validation pictures, in their order, before calibration."""
    targets = torch.from_numpy(dataset.val.targets)
    losses = F.cross_entropy(logits, targets, reduction="none")
    scores = logits.softmax(1)
    predicted = logits.argmax(1)
    confusion = confusion_matrix(predicted.numpy(), dataset.val.targets, len(dataset.labels))
    return Evaluation(
        epoch=epoch,
        count=len(targets),
        loss=float(losses.double().mean()),
        top1=topk_accuracy(logits, targets, 1),
        top5=topk_accuracy(logits, targets, 5),
        ece=expected_calibration_error(scores, targets),
        ece_calibrated=expected_calibration_error((logits / temperature).softmax(1), targets),
        temperature=temperature,
        classes=_class_results(dataset, confusion),
        confusion=tuple(map(tuple, confusion.tolist())),
        calibration=calibration_bins(scores, targets),
        pictures=_picture_results(dataset, scores, predicted, losses),
    )


def calibration_bins(scores: torch.Tensor, targets: torch.Tensor) -> tuple[CalibrationBin, ...]:
    """How often the best label is right, by its score: the bins of the expected calibration error."""
    confidence, predicted = scores.double().max(1)
    right = (predicted == targets).double()
    places = (confidence * ECE_BINS).long().clamp(max=ECE_BINS - 1)
    counts = torch.bincount(places, minlength=ECE_BINS)
    sums = [torch.bincount(places, weights=values, minlength=ECE_BINS) for values in (confidence, right)]
    means = [(total / counts.clamp(min=1)).tolist() for total in sums]
    return tuple(
        CalibrationBin(low=i / ECE_BINS, high=(i + 1) / ECE_BINS, count=count, confidence=mean, accuracy=share)
        for i, (count, mean, share) in enumerate(zip(counts.tolist(), *means, strict=True))
    )


def _temperature(logits: torch.Tensor, targets: torch.Tensor) -> float:
    fitted = fit_temperature(logits, targets)
    mistakes = int((logits.argmax(1) != targets).sum())
    return max(1.0, fitted) if mistakes < _LEAST_MISTAKES else fitted


def _mean(values: Iterable[float | None]) -> float:
    return statistics.fmean(value or 0.0 for value in values)


def _class_results(dataset: Dataset, confusion: np.ndarray) -> tuple[ClassResult, ...]:
    precision, recall = precision_and_recall(confusion)
    train_counts = np.bincount(dataset.train.targets, minlength=len(dataset.labels))
    rows = zip(dataset.labels, train_counts, confusion.sum(1), precision, recall, strict=True)
    return tuple(_class_result(*row) for row in rows)


def _class_result(label: Label, train_count: int, val_count: int, precision: float, recall: float) -> ClassResult:
    return ClassResult(
        label=label,
        train_count=int(train_count),
        val_count=int(val_count),
        precision=None if np.isnan(precision) else float(precision),
        recall=None if np.isnan(recall) else float(recall),
    )


def _picture_results(
    dataset: Dataset, scores: torch.Tensor, predicted: torch.Tensor, losses: torch.Tensor
) -> tuple[PictureResult, ...]:
    targets = torch.from_numpy(dataset.val.targets)
    best = scores.gather(1, predicted[:, None])[:, 0].tolist()
    true = scores.gather(1, targets[:, None])[:, 0].tolist()
    order = losses.argsort(descending=True, stable=True).tolist()
    return tuple(
        PictureResult(
            path=dataset.val.paths[place],
            sha256=dataset.val.hashes[place],
            target=int(targets[place]),
            predicted=int(predicted[place]),
            score=best[place],
            target_score=true[place],
            loss=float(losses[place]),
        )
        for place in order
    )
