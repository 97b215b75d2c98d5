"""The batch size for "auto": as large as the data likes and the memory holds, measured."""

import copy
from collections.abc import Callable

import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import Precision
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine.architecture import VGG
from vgg_desktop.training.memory import free_bytes
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.network.learner import Learner
from vgg_desktop.training.setup.estimate import learning_bytes, outlined_parts, picture_bytes

LEFT_FREE_BYTES = 1_500_000_000
_MOST = 256
_LEAST = 8
# With fewer steps an epoch teaches little, however fast it is.
_LEAST_STEPS = 16


def wanted_batch_size(train_count: int) -> int:
    """What suits the data: a power of two from 8 to 256 that leaves an epoch some steps."""
    size = _MOST
    while size > _LEAST and train_count / size < _LEAST_STEPS:
        size //= 2
    return size


def measured_batch_size(
    network: VGG, recipe: Recipe, *, train_count: int, input_px: int, device: torch.device, precision: Precision
) -> int:
    """The wanted size, halved until training with it leaves 1.5 GB of the device's memory free.

    On a GPU a real step is tried. On a CPU what it will take is computed; the weights are in memory already.
    """
    size = wanted_batch_size(train_count)
    if device.type != "cpu":
        return _halved_until(size, lambda n: _gpu_fits(n, network, recipe, input_px, device, precision))
    parts = outlined_parts(network.architecture, recipe, precision)
    picture = picture_bytes(parts, input_px)
    room = free_bytes(device) - LEFT_FREE_BYTES - learning_bytes(recipe, parts, precision)
    return _halved_until(size, lambda n: -(-n // recipe.accumulate) * picture <= room)


def _gpu_fits(
    size: int, network: VGG, recipe: Recipe, input_px: int, device: torch.device, precision: Precision
) -> bool:
    learner = _trial_learner(network, recipe, device, precision)
    try:
        _try_step(learner, size, input_px, device)
        halved = learner.micro_batches > recipe.accumulate
        return not halved and _free_at_peak(device) >= LEFT_FREE_BYTES
    except AppError:
        return False
    finally:
        del learner
        if device.type == "cuda":
            torch.cuda.empty_cache()


def _free_at_peak(device: torch.device) -> int:
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[0]
    return free_bytes(device)


def _trial_learner(network: VGG, recipe: Recipe, device: torch.device, precision: Precision) -> Learner:
    """On a copy: a step moves weights and batch-norm statistics."""
    return Learner(cut(copy.deepcopy(network), recipe), recipe, device=device, precision=precision)


def _try_step(learner: Learner, size: int, input_px: int, device: torch.device) -> None:
    images = torch.zeros(size, 3, input_px, input_px, device=device).to(memory_format=torch.channels_last)
    targets = torch.zeros(size, dtype=torch.int64, device=device)
    learner.step(images, targets, step=0, learning_rate=0.0)


def _halved_until(size: int, fits: Callable[[int], bool]) -> int:
    while size > 1 and not fits(size):
        size //= 2
    return size
