"""Where a run's pictures come from, epoch by epoch: the caches of each size, or features computed once."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.core.model.normalisations import resized_px
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.schedule import evaluated_px_at, input_px_at
from vgg_desktop.training.batches.augment import Augmentation
from vgg_desktop.training.batches.batch import WHOLE, Batch, Shard
from vgg_desktop.training.batches.cache import PictureCache
from vgg_desktop.training.batches.loaders import FeatureLoader, PictureLoader, TrainLoader, in_order
from vgg_desktop.training.data.dataset import Dataset
from vgg_desktop.training.data.picture_set import PictureSet, training_preprocessing
from vgg_desktop.training.memory import free_bytes
from vgg_desktop.training.network.freeze import Parts
from vgg_desktop.training.network.learner import Learner
from vgg_desktop.training.progress import CancelledError, IsCancelled, Progress, never_cancelled

# Evaluation shows the middle of a slightly larger picture, as published, where there are pixels to spare.
# Source: Simonyan and Zisserman, section 3.2; torchvision's ImageClassification preset.
_FEATURE_SHARE = 0.25
_EVALUATION_BATCH = 128

OnWork = Callable[[str], Progress]
"""Gives the progress callback for one kind of work: "decoding" or "features"."""


def preprocessing_for(side_px: int, like: Preprocessing) -> Preprocessing:
    """How pictures become squares of this side, normalised as `like` says."""
    return Preprocessing(resize_px=resized_px(side_px), crop_px=side_px, mean=like.mean, std=like.std, depth=like.depth)


def evaluation_batch(recipe: Recipe) -> int:
    """Pictures measured at once: no more than a resolved recipe's step computes at once, so that they fit into the
    device's memory and a command is heard as soon.
    """
    return min(_EVALUATION_BATCH, math.ceil(int(recipe.batch_size) / recipe.accumulate))


def can_keep_features(recipe: Recipe, parts: Parts, picture_count: int, device: torch.device) -> bool:
    """Whether features can be computed once: pictures never change, only linear layers learn, memory has room.

    The answer belongs to the run: a resumed attempt must not decide otherwise.
    """
    unchanged = recipe.augmentation == "none" and not (recipe.mixup or recipe.cutmix or recipe.sizes)
    if not unchanged or not parts.is_cut_before_linear():
        return False
    width = next(layer.in_features for layer in parts.trained if isinstance(layer, torch.nn.Linear))
    return picture_count * width * 4 <= _FEATURE_SHARE * free_bytes(device)


class RunLoaders:
    """The loaders of one attempt. Closing it ends its threads."""

    def __init__(
        self,
        dataset: Dataset,
        recipe: Recipe,
        preprocessing: Preprocessing,
        learner: Learner,
        *,
        cache_folder: Path,
        keep_features: bool,
        on_work: OnWork,
        cancelled: IsCancelled,
        shard: Shard = WHOLE,
    ) -> None:
        self._dataset = dataset
        self._recipe = recipe
        self._preprocessing = preprocessing
        self.preprocessing = preprocessing
        """How validation shows pictures now."""
        self._learner = learner
        self._cache_folder = cache_folder
        self._keep_features = keep_features
        self._on_work = on_work
        self._cancelled = cancelled
        self._shard = shard
        self._stored_bytes: dict[str, int] = {}
        self._train: TrainLoader | None = None
        self._train_px = 0
        self._val_cache: PictureCache | None = None
        self._val_features: torch.Tensor | None = None

    def open(self, epoch: int) -> None:
        """Decode whatever is not in the cache yet, and compute features where they are kept.

        Raises:
            AppError: a picture changed or vanished.
            CancelledError: the run is wanted no more.
        """
        self.show_val_as(self._val_preprocessing(epoch))
        if self._keep_features:
            self._train = self._feature_loader()
            self._val_features = self._features(self._opened_val(), self._dataset.val)
        else:
            self.train(epoch)

    def train(self, epoch: int) -> TrainLoader:
        side_px = input_px_at(self._recipe, epoch, self._preprocessing.crop_px)
        if self._train is None or (side_px != self._train_px and not self._keep_features):
            self._close_train()
            self.show_val_as(self._val_preprocessing(epoch))
            self._train, self._train_px = self._picture_loader(side_px), side_px
        return self._train

    def show_val_as(self, preprocessing: Preprocessing) -> None:
        """From now on validation shows pictures so; errors as `open`."""
        if self._val_cache and preprocessing == self.preprocessing:
            return
        if self._val_cache:
            self._val_cache.close()
            self._val_cache = None
        self._val_cache, self.preprocessing = self._cache(self._dataset.val, preprocessing), preprocessing

    def cancel_no_more(self) -> None:
        """A team decodes the pictures of its next size to the end: one process alone must not leave."""
        self._cancelled = never_cancelled

    def val(self, *, whole: bool = False) -> Iterator[Batch]:
        """This process's share of the validation pictures, or all of them."""
        shard = WHOLE if whole else self._shard
        if self._val_features is None:
            return self._in_order(self._opened_val(), self._dataset.val, shard)
        return self._feature_batches(self._val_features, self._dataset.val, shard)

    @property
    def stored_bytes(self) -> int:
        """What the decoded pictures of this attempt take on the disk."""
        return sum(self._stored_bytes.values())

    def close(self) -> None:
        self._close_train()
        if self._val_cache:
            self._val_cache.close()

    def _opened_val(self) -> PictureCache:
        assert self._val_cache is not None, "open() comes first"
        return self._val_cache

    def _val_preprocessing(self, epoch: int) -> Preprocessing:
        side_px = evaluated_px_at(self._recipe, epoch, self._preprocessing.crop_px)
        return preprocessing_for(side_px, self._preprocessing)

    def _picture_loader(self, side_px: int) -> PictureLoader:
        preprocessing = preprocessing_for(side_px, self._preprocessing)
        augmentation = Augmentation(
            self._recipe,
            input_px=side_px,
            mean=preprocessing.mean,
            std=preprocessing.std,
            class_count=len(self._dataset.labels),
        )
        return PictureLoader(
            self._cache(self._dataset.train, training_preprocessing(preprocessing)),
            self._dataset.train.targets,
            augmentation,
            batch_size=int(self._recipe.batch_size),
            seed=self._recipe.seed,
            device=self._learner.device,
            shard=self._shard,
        )

    def _feature_loader(self) -> FeatureLoader:
        cache = self._cache(self._dataset.train, self._preprocessing)
        features = self._features(cache, self._dataset.train)
        cache.close()
        return FeatureLoader(
            features,
            self._dataset.train.targets,
            batch_size=int(self._recipe.batch_size),
            seed=self._recipe.seed,
            shard=self._shard,
        )

    def _features(self, cache: PictureCache, pictures: PictureSet) -> torch.Tensor:
        """What the trained part reads, for every picture in the order of sample numbers: float32 (N, F)."""
        progress = self._on_work("features")
        found: torch.Tensor | None = None
        first = 0
        for batch in self._in_order(cache, pictures):
            features = self._learner.features(batch.inputs)
            if found is None:
                found = torch.empty(len(pictures), features.shape[1], device=self._learner.device)
            found[first : first + len(features)] = features
            first += len(features)
            progress(first, len(pictures))
            if self._cancelled():
                raise CancelledError
        return found if found is not None else torch.empty(0, 1)

    def _in_order(self, cache: PictureCache, pictures: PictureSet, shard: Shard = WHOLE) -> Iterator[Batch]:
        return in_order(
            cache,
            pictures.targets,
            self.preprocessing,
            batch_size=evaluation_batch(self._recipe),
            device=self._learner.device,
            shard=shard,
        )

    def _feature_batches(self, features: torch.Tensor, pictures: PictureSet, shard: Shard) -> Iterator[Batch]:
        targets = torch.from_numpy(pictures.targets).to(features.device)
        for first in range(0, len(targets), _EVALUATION_BATCH):
            mine = slice(first + shard.rank, min(first + _EVALUATION_BATCH, len(targets)), shard.world)
            yield Batch(features[mine], targets[mine], len(targets[mine]), is_flat=True)

    def _cache(self, pictures: PictureSet, preprocessing: Preprocessing) -> PictureCache:
        cache = PictureCache.open(
            pictures,
            preprocessing,
            folder=self._cache_folder,
            limit_bytes=int(self._recipe.cache_gb * 1e9),
            beside=self._val_cache,
            workers=self._recipe.workers,
            on_progress=self._on_work("decoding"),
            cancelled=self._cancelled,
        )
        side = "train" if pictures is self._dataset.train else "val"
        self._stored_bytes[f"{side} {cache.side_px}"] = cache.stored_count * 3 * cache.side_px**2
        return cache

    def _close_train(self) -> None:
        if self._train:
            self._train.close()
            self._train = None
