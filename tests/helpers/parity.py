"""How well the answers of one precision agree with those of another."""

from dataclasses import dataclass

import numpy as np

# Below this distance of the two best scores a picture has no clear answer.
_CLEAR = 0.05


@dataclass(frozen=True, slots=True)
class Agreement:
    """`same_label` is the share of pictures with the same best label, `largest_move` that of any score."""

    same_label: float
    same_label_where_clear: float
    largest_move: float


def agreement(exact: np.ndarray, other: np.ndarray) -> Agreement:
    """Scores (N, classes) against scores."""
    same = exact.argmax(axis=1) == other.argmax(axis=1)
    second, best = np.sort(exact, axis=1)[:, -2:].T
    is_clear = best - second >= _CLEAR
    return Agreement(float(same.mean()), float(same[is_clear].mean()), float(np.abs(exact - other).max()))
