"""The learning rate over a run, as a pure function: the worker follows it and the window draws it."""

import math
from collections.abc import Sequence

from vgg_desktop.core.recipe.recipe import Recipe

# Source: torch.optim.lr_scheduler.OneCycleLR (div_factor, final_div_factor).
_ONE_CYCLE_START = 1 / 25
_ONE_CYCLE_END = 1 / 25 / 1e4
_PLATEAU_FACTOR = 0.1


def factor_at(recipe: Recipe, epochs_done: float, *, drops: int = 0) -> float:
    """The share of the peak learning rate after so many epochs, fractions counting.

    `drops` is how often a plateau has been met so far (see `plateau_drops`). Warm-up takes at most half of the run.
    """
    warmup = min(recipe.warmup_epochs, recipe.epochs / 2)
    rising = epochs_done / warmup if warmup and epochs_done < warmup else 1.0
    falling = min(1.0, max(0.0, epochs_done - warmup) / (recipe.epochs - warmup))
    match recipe.schedule:
        case "one_cycle" if rising < 1:
            return _eased(_ONE_CYCLE_START, 1.0, rising)
        case "one_cycle":
            return _eased(1.0, _ONE_CYCLE_END, falling)
        case "cosine":
            return rising * _eased(1.0, 0.0, falling)
        case "plateau":
            return rising * _PLATEAU_FACTOR**drops
        case "constant":
            return rising


def plateau_patience(epochs: int) -> int:
    """Source: the classic notebook, min(ceil(0.1 x epochs), 10)."""
    return min(math.ceil(0.1 * epochs), 10)


def plateau_drops(scores: Sequence[float], patience: int) -> int:
    """How often the rate has been divided by ten after the epochs with these validation accuracies.

    Source: torch.optim.lr_scheduler.ReduceLROnPlateau (mode="max", threshold=0), to which tests compare it.
    """
    drops = idle = 0
    best = -math.inf
    for score in scores:
        idle = 0 if score > best else idle + 1
        best = max(best, score)
        if idle > patience:
            drops, idle = drops + 1, 0
    return drops


def input_px_at(recipe: Recipe, epoch: int, otherwise: int) -> int:
    """The side of the training pictures in this epoch (from 1): progressive resizing, or `otherwise` without it."""
    sides = [side for first, side in recipe.sizes if first <= epoch]
    return sides[-1] if sides else otherwise


def evaluated_px_at(recipe: Recipe, epoch: int, input_px: int) -> int:
    """The side at which validation shows pictures after this epoch: that of the stage, in the last one the model's own.

    Batch norm's statistics belong to a size: weights of a stage of 32 px look blind at 64 px.
    """
    is_last = all(first <= epoch for first, _ in recipe.sizes)
    return input_px if is_last else input_px_at(recipe, epoch, input_px)


def _eased(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + math.cos(math.pi * share)) / 2
