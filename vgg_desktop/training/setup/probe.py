"""How fast this machine trains a network: a few real steps, timed once and remembered."""

import contextlib
import copy
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, read_json
from vgg_desktop.core.model.device_choice import Precision
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine.architecture import VGG
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.network.learner import Learner
from vgg_desktop.training.setup.estimate import forward_flops

# A step on a CPU takes a second or so, a good GPU gets enough to do.
_FLOPS_ON_CPU = 1e11
_FLOPS_ON_GPU = 2e13
_BACKWARD_AND_FORWARD = 3
_REMEMBERED = 200


class Rate(msgspec.Struct, frozen=True):
    """Seconds: of one optimiser step beside its pictures, of learning from one picture, of classifying one."""

    step_s: float
    picture_s: float
    forward_s: float


class _Memory(msgspec.Struct):
    rates: dict[str, Rate] = {}


def rate_of(network: VGG, recipe: Recipe, *, device: torch.device, precision: Precision, memory_file: Path) -> Rate:
    """The rate of this recipe's training at the input side `recipe.input_px`; from memory where it was measured once.

    The network is left as it was.

    Raises:
        AppError: not even one picture fits into the device's memory.
    """
    key = _key(network, recipe, device, precision)
    memory = _recall(memory_file)
    if key not in memory.rates:
        rate = _measured(network, recipe, device, precision)
        kept = dict(list(memory.rates.items())[1 - _REMEMBERED :])
        _remember(memory_file, _Memory({**kept, key: rate}))
        return rate
    return memory.rates[key]


def _key(network: VGG, recipe: Recipe, device: torch.device, precision: Precision) -> str:
    """Everything that decides about the speed."""
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else device.type
    settings = (recipe.optimiser, recipe.ema > 0, recipe.clip_norm > 0, recipe.train, recipe.blocks, recipe.accumulate)
    machine = (torch.__version__, name, precision, recipe.threads)
    return repr((network.architecture, recipe.input_px, recipe.batch_size, settings, machine))


def _measured(network: VGG, recipe: Recipe, device: torch.device, precision: Precision) -> Rate:
    """Two sizes of step tell what a step costs by itself and what a picture adds; the first step warms up."""
    learner = Learner(cut(copy.deepcopy(network), recipe), recipe, device=device, precision=precision)
    small = _probe_size(network, recipe, device)
    large = min(2 * small, max(2, int(recipe.batch_size)))
    small = large // 2
    side_px = int(recipe.input_px)
    _step(learner, small, side_px)
    small_s = _best_of_two(lambda: _step(learner, small, side_px), device)
    large_s = _best_of_two(lambda: _step(learner, large, side_px), device)
    forward_s = _best_of_two(lambda: learner.logits(_images(large, side_px, device)), device) / large
    picture_s = max(large_s - small_s, 0.25 * large_s) / (large - small)
    return Rate(max(0.0, small_s - small * picture_s), picture_s, forward_s)


def _probe_size(network: VGG, recipe: Recipe, device: torch.device) -> int:
    budget = _FLOPS_ON_CPU if device.type == "cpu" else _FLOPS_ON_GPU
    picture = _BACKWARD_AND_FORWARD * forward_flops(network.architecture, int(recipe.input_px))
    return max(1, min(int(budget / picture), int(recipe.batch_size) // 2))


def _step(learner: Learner, size: int, side_px: int) -> None:
    targets = torch.zeros(size, dtype=torch.int64, device=learner.device)
    learner.step(_images(size, side_px, learner.device), targets, step=0, learning_rate=0.0)


def _images(size: int, side_px: int, device: torch.device) -> torch.Tensor:
    # Not zeros: arithmetic on them is faster on some processors.
    images = torch.full((size, 3, side_px, side_px), 0.5, device=device)
    return images.to(memory_format=torch.channels_last)


def _best_of_two(work: Callable[[], object], device: torch.device) -> float:
    return min(_timed(work, device) for _ in range(2))


def _timed(work: Callable[[], object], device: torch.device) -> float:
    started_s = time.perf_counter()
    work()
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()
    return time.perf_counter() - started_s


def _recall(file: Path) -> _Memory:
    try:
        return read_json(file, _Memory)
    except (OSError, DamagedError):
        return _Memory()


def _remember(file: Path, memory: _Memory) -> None:
    """For next time only."""
    with contextlib.suppress(OSError, AppError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, msgspec.json.encode(memory))
