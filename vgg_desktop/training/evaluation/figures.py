"""Accuracy, confusion, precision and recall, from answers and true classes."""

import numpy as np
import torch


def is_among(logits: torch.Tensor, targets: torch.Tensor, k: int) -> torch.Tensor:
    """bool (N,): whether the class (N,) is among the k best of `logits` (N, C); with no more than k classes it is."""
    best = logits.topk(min(k, logits.shape[1]), dim=1).indices
    return (best == targets[:, None]).any(1)


def topk_accuracy(logits: torch.Tensor, targets: torch.Tensor, k: int) -> float:
    """The share of pictures whose class is among the k best."""
    return float(is_among(logits, targets, k).double().mean())


def confusion_matrix(predicted: np.ndarray, targets: np.ndarray, class_count: int) -> np.ndarray:
    """int64 (classes, classes): rows are true classes, columns predicted ones."""
    cells = np.bincount(targets * class_count + predicted, minlength=class_count**2)
    return cells.reshape(class_count, class_count)


def precision_and_recall(confusion: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Per class, float64 (classes,); NaN for a class that was never predicted, or that has no picture."""
    right = np.diagonal(confusion).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return right / confusion.sum(0), right / confusion.sum(1)
