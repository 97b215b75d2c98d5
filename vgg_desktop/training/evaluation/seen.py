"""Which labelled pictures a model has learned from; such pictures cannot tell how good it is."""

import numpy as np

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import cache_dir
from vgg_desktop.core.model.learned_from import LearnedFrom
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.training.data.inspection import inspect
from vgg_desktop.training.data.picture_set import PictureSet
from vgg_desktop.training.progress import IsCancelled, Progress


def nothing_new(count: int) -> AppError:
    """There is no picture that the model has not learned from."""
    return AppError(
        "The model has learned from all of these {count:,} pictures, so they cannot tell how good it is.",
        "Choose pictures that it has not seen, or have them counted all the same (--include-seen).",
        count=count,
    )


def seen_pictures(
    info: ModelInfo, pictures: PictureSet, *, on_progress: Progress, cancelled: IsCancelled
) -> np.ndarray | None:
    """bool (N,): whether the model has learned from each picture; None where it does not say what it learned from.

    Raises:
        CancelledError: `cancelled` said so.
    """
    learned_from = LearnedFrom.decode(info.learned_from)
    if not learned_from:
        return None
    looked_at = inspect(
        pictures.root,
        pictures.paths,
        memory_folder=cache_dir() / "looked-at-to-evaluate",
        workers=0,
        on_progress=on_progress,
        cancelled=cancelled,
    )
    return np.array([learned_from.has(one.sha256, one.pixels) for one in looked_at], dtype=bool)
