"""A full report on a model from its logits: confusion, precision, recall, calibration, every picture."""

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everyone knows

from vgg_desktop.core.evaluation import CalibrationBin, ClassResult, Evaluation, PictureResult
from vgg_desktop.core.labels import Label
from vgg_desktop.training.dataset import Dataset
from vgg_desktop.training.metrics import confusion_matrix, precision_and_recall, topk_accuracy

BINS = 15


def evaluate(logits: torch.Tensor, dataset: Dataset, *, temperature: float, epoch: int) -> Evaluation:
    """`logits` are float32 (N, classes) of the validation pictures, in their order, before calibration."""
    targets = torch.from_numpy(dataset.val.targets)
    losses = F.cross_entropy(logits, targets, reduction="none")
    scores = logits.softmax(1)
    predicted = logits.argmax(1)
    confusion = confusion_matrix(predicted.numpy(), dataset.val.targets, len(dataset.labels))
    bins = calibration_bins(scores, targets)
    calibrated = calibration_bins((logits / temperature).softmax(1), targets)
    return Evaluation(
        epoch=epoch,
        count=len(targets),
        loss=float(losses.double().mean()),
        top1=topk_accuracy(logits, targets, 1),
        top5=topk_accuracy(logits, targets, 5),
        ece=calibration_error(bins),
        ece_calibrated=calibration_error(calibrated),
        temperature=temperature,
        classes=_class_results(dataset, confusion),
        confusion=tuple(map(tuple, confusion.tolist())),
        calibration=bins,
        pictures=_picture_results(dataset, scores, predicted, losses),
    )


def calibration_bins(scores: torch.Tensor, targets: torch.Tensor) -> tuple[CalibrationBin, ...]:
    """How often the best label is right, by its score: 15 bins of equal width, each with its upper edge."""
    confidence, predicted = scores.double().max(1)
    right = (predicted == targets).double()
    edges = torch.linspace(0, 1, BINS + 1, dtype=torch.float64)
    places = (torch.bucketize(confidence, edges) - 1).clamp(0, BINS - 1)
    counts = torch.bincount(places, minlength=BINS)
    sums = [torch.bincount(places, weights=values, minlength=BINS) for values in (confidence, right)]
    means = [(total / counts.clamp(min=1)).tolist() for total in sums]
    low_high = zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    return tuple(
        CalibrationBin(low=low, high=high, count=count, confidence=mean, accuracy=share)
        for (low, high), count, mean, share in zip(low_high, counts.tolist(), *means, strict=True)
    )


def calibration_error(bins: tuple[CalibrationBin, ...]) -> float:
    """The expected calibration error: the mean gap between score and accuracy, by the pictures in each bin."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.accuracy - one.confidence) for one in bins) / max(1, total)


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
