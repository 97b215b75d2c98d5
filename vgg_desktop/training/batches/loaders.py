"""The batches of one epoch: pictures from the cache, or kept features where nothing before them is trained."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
import torch

from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.engine.preprocess import normalised
from vgg_desktop.training.batches.augment import Augmentation
from vgg_desktop.training.batches.batch import WHOLE, Batch, Shard, split_evenly, steps_per_epoch
from vgg_desktop.training.batches.cache import PictureCache


class TrainLoader(Protocol):
    """One phase's training batches."""

    steps: int

    def batches(self, epoch: int, *, first: int = 0) -> Iterator[Batch]:
        """The batches of an epoch (from 1) in its order, from batch `first` (from 0) on."""
        ...

    def close(self) -> None: ...


class PictureLoader:
    """Reads the next batch from the cache while the device works on the one before; augments on the device."""

    def __init__(
        self,
        cache: PictureCache,
        targets: np.ndarray,
        augmentation: Augmentation,
        *,
        batch_size: int,
        seed: int,
        device: torch.device,
        shard: Shard = WHOLE,
    ) -> None:
        self._cache = cache
        self._targets = targets
        self._augmentation = augmentation
        self._batch_size = batch_size
        self._seed = seed
        self._device = device
        self._shard = shard
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self.steps = steps_per_epoch(len(targets), batch_size)

    def batches(self, epoch: int, *, first: int = 0) -> Iterator[Batch]:
        order = split_evenly(self._seed, epoch, len(self._targets), self._batch_size)[first:]
        waiting = [self._reader.submit(self._read, positions) for positions in order[:1]]
        for number, positions in enumerate(order):
            pictures, targets = waiting.pop().result()
            waiting += [self._reader.submit(self._read, later) for later in order[number + 1 : number + 2]]
            inputs, targets = self._augmentation(
                pictures.to(self._device, non_blocking=True),
                targets.to(self._device, non_blocking=True),
                epoch=epoch,
                samples=self._shard.of(positions),
            )
            yield Batch(inputs, targets, self._shard.total(positions))

    def close(self) -> None:
        self._reader.shutdown(cancel_futures=True)
        self._cache.close()

    def _read(self, positions: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        mine = self._shard.of(positions)
        pictures = torch.from_numpy(self._cache.batch(mine))
        targets = torch.from_numpy(self._targets[mine])
        if self._device.type == "cuda":
            return pictures.pin_memory(), targets.pin_memory()
        return pictures, targets


class FeatureLoader:
    """Batches of features that were computed once; an epoch costs next to nothing."""

    def __init__(
        self, features: torch.Tensor, targets: np.ndarray, *, batch_size: int, seed: int, shard: Shard = WHOLE
    ) -> None:
        self._features = features
        self._targets = torch.from_numpy(targets).to(features.device)
        self._batch_size = batch_size
        self._seed = seed
        self._shard = shard
        self.steps = steps_per_epoch(len(targets), batch_size)

    def batches(self, epoch: int, *, first: int = 0) -> Iterator[Batch]:
        for positions in split_evenly(self._seed, epoch, len(self._targets), self._batch_size)[first:]:
            mine = torch.from_numpy(self._shard.of(positions)).to(self._features.device)
            yield Batch(self._features[mine], self._targets[mine], self._shard.total(positions), is_flat=True)

    def close(self) -> None:
        """Nothing to end: it has no threads."""


def in_order(
    cache: PictureCache,
    targets: np.ndarray,
    preprocessing: Preprocessing,
    *,
    batch_size: int,
    device: torch.device,
    shard: Shard = WHOLE,
) -> Iterator[Batch]:
    """Every picture once, in the order of their sample numbers, as classification would show them.

    Every process gets as many batches, the last of which may be empty.
    """
    for first in range(0, len(targets), batch_size):
        positions = shard.whole(np.arange(first, min(first + batch_size, len(targets))))
        images = normalised(cache.batch(positions), preprocessing, device)
        yield Batch(images, torch.from_numpy(targets[positions]).to(device), len(positions))
