"""A batch, each process's share of it, and how an epoch is cut into batches."""

import math
from dataclasses import dataclass

import numpy as np
import torch

from vgg_desktop.training.batches.rng import epoch_order


@dataclass(frozen=True, slots=True)
class Batch:
    """`inputs` are images (N, 3, P, P), or features (N, F) when `is_flat`; `targets` (N,) or (N, classes).

    `count` pictures, over all processes.
    """

    inputs: torch.Tensor
    targets: torch.Tensor
    count: int
    is_flat: bool = False


@dataclass(frozen=True, slots=True)
class Shard:
    """Which share of every batch this process learns from: every `world`-th picture from the `rank`-th on."""

    rank: int = 0
    world: int = 1

    def of(self, positions: np.ndarray) -> np.ndarray:
        """Equally many for each process, or their gradients would weigh differently; a rest is left out."""
        return positions[self.rank : self.total(positions) : self.world]

    def total(self, positions: np.ndarray) -> int:
        """How many of them all processes take together."""
        return len(positions) // self.world * self.world

    def whole(self, positions: np.ndarray) -> np.ndarray:
        """This process's part, with nothing left out over all of them."""
        return positions[self.rank :: self.world]


WHOLE = Shard()


def split_evenly(seed: int, epoch: int, picture_count: int, batch_size: int) -> list[np.ndarray]:
    """The epoch's order cut into batches of equal size, give or take one picture: none is left out, none is tiny."""
    return np.array_split(epoch_order(seed, epoch, picture_count), steps_per_epoch(picture_count, batch_size))


def steps_per_epoch(picture_count: int, batch_size: int) -> int:
    return max(1, math.ceil(picture_count / batch_size))
