"""How much memory and disk a run will take, by arithmetic on the outline of its network.

Checked against what runs really used: docs/dataset.md has the table, tests/e2e the limit of 1.5 times.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import nn

from vgg_desktop.core.model.device_choice import DeviceKind, Precision
from vgg_desktop.core.model.model_info import Architecture, Preprocessing
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine.architecture import outline
from vgg_desktop.engine.runtime import DTYPES
from vgg_desktop.training.network.freeze import Parts, cut

_FLOAT = 4
# Batch norm does not learn from one picture alone.
_TWO = 2
# The program with torch before any network, and what the optimiser's code brings in. Measured on Linux, torch 2.15.
PROGRAM_BYTES = 400_000_000
# Paths, hashes and labels of one picture, from a scan of 110,000.
_SAMPLE_BYTES = 1200
# A GPU's libraries ask for working memory of their own, and its allocator keeps some blocks it cannot fill.
_GPU_WORKSPACE_BYTES = 200_000_000
_GPU_FRAGMENTATION = 1.1


@dataclass(frozen=True)
class Workload:
    """A run whose recipe has no "auto" left. `keeps_features`: what is frozen is computed once and kept in memory."""

    recipe: Recipe
    architecture: Architecture
    preprocessing: Preprocessing
    device: DeviceKind
    precision: Precision
    train_count: int
    val_count: int
    keeps_features: bool
    evaluation_batch: int

    @property
    def micro_batch(self) -> int:
        return -(-int(self.recipe.batch_size) // self.recipe.accumulate)

    @property
    def sides_px(self) -> tuple[int, ...]:
        """Every side at which training pictures are shown, the last one that of the finished model."""
        return tuple(dict.fromkeys([side for _, side in self.recipe.sizes] or [self.preprocessing.crop_px]))

    @property
    def evaluated_sides_px(self) -> tuple[int, ...]:
        """Every side at which validation shows pictures, the last one that of the finished model."""
        return (*self.sides_px[:-1], self.preprocessing.crop_px)

    @cached_property
    def parts(self) -> Parts:
        return outlined_parts(self.architecture, self.recipe, self.precision)

    @property
    def numbers(self) -> int:
        """Weights and biases of the whole network."""
        return _count(self.parts.network)

    @property
    def trained_numbers(self) -> int:
        return _count(self.parts.trained)

    @property
    def copies_in_state(self) -> int:
        """How often the trained numbers stand in a checkpoint: themselves, and what learning keeps beside them."""
        return 1 + copies_beside(self.recipe)


def outlined_parts(architecture: Architecture, recipe: Recipe, precision: Precision) -> Parts:
    """What is frozen and what is trained, in the precision in which it learns, in no memory."""
    return cut(outline(architecture).to(DTYPES[precision]), recipe)


def copies_beside(recipe: Recipe) -> int:
    """How often an optimiser keeps the size of what it trains, beside weights and gradients: moments and the average.

    Source: torch.optim, the state of SGD (momentum_buffer), Adam and AdamW (exp_avg, exp_avg_sq).
    """
    moments = int(recipe.momentum > 0) if recipe.optimiser == "sgd" else 2
    return moments + int(recipe.ema > 0)


def learning_bytes(recipe: Recipe, parts: Parts, precision: Precision) -> int:
    """What learning holds beside the weights: gradients, moments, average, and autocast's half-precision copies."""
    half = 2 if precision != "fp32" else 0
    return _count(parts.trained) * ((1 + copies_beside(recipe)) * _FLOAT + half)


def picture_bytes(parts: Parts, side_px: int) -> int:
    """What a picture adds to a step: activations kept for the backward pass, and the largest gradient twice."""
    largest = max(tensor.nbytes for tensor in _outputs(parts.trained, _frozen_output(parts, side_px)))
    return activation_bytes(parts, side_px) + 2 * largest // _TWO


def activation_bytes(parts: Parts, side_px: int) -> int:
    """What autograd keeps of one picture, the trained part's own input not counted: seen on two, in no memory."""
    images = _frozen_output(parts, side_px)
    own = {tensor.untyped_storage()._cdata for tensor in (images, *parts.network.state_dict().values())}
    kept: dict[int, torch.UntypedStorage] = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        storage = tensor.untyped_storage()
        if storage._cdata not in own:
            kept[storage._cdata] = storage
        return tensor

    parts.train_mode()
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        parts.trained(images)
    return sum(storage.nbytes() for storage in kept.values()) // _TWO


def memory_bytes(work: Workload, program_bytes: int = PROGRAM_BYTES) -> int:
    """The most that the run holds at one time: of the GPU's memory, or on a CPU of the machine's."""
    numbers = work.numbers * _FLOAT + learning_bytes(work.recipe, work.parts, work.precision)
    busy = max(_step_bytes(work), _evaluation_bytes(work))
    if work.device == "cuda":
        return int((numbers + busy) * _GPU_FRAGMENTATION) + _GPU_WORKSPACE_BYTES
    samples = (work.train_count + work.val_count) * _SAMPLE_BYTES
    return program_bytes + samples + numbers + busy + _saving_bytes(work)


def disk_bytes(work: Workload) -> int:
    """What stands on the disk when the run has ended: two checkpoints, the best weights, the decoded pictures."""
    state = work.trained_numbers * _FLOAT * work.copies_in_state
    frozen = (work.numbers - work.trained_numbers) * _FLOAT
    snapshots = min(2, work.recipe.epochs) * work.numbers * _FLOAT
    best = work.numbers * _FLOAT
    checkpoints = min(2, work.recipe.epochs) * state
    return checkpoints + frozen + snapshots + best + cache_bytes(work)


def cache_bytes(work: Workload) -> int:
    """The decoded pictures of every size, as far as the recipe allows."""
    scale = work.preprocessing.resize_px / work.preprocessing.crop_px
    val = sum(work.val_count * 3 * side**2 for side in work.evaluated_sides_px)
    if work.keeps_features:
        train = work.train_count * 3 * work.preprocessing.crop_px**2
    else:
        train = sum(work.train_count * 3 * round(side * scale) ** 2 for side in work.sides_px)
    return min(val + train, int(work.recipe.cache_gb * 1e9))


def forward_flops(architecture: Architecture, side_px: int) -> int:
    """Floating-point operations to classify one picture; learning from it takes about three times as many."""
    # Here, not above: it is needed once a run, and by nobody who only reads estimates.
    from torch.utils.flop_counter import FlopCounterMode

    with FlopCounterMode(display=False) as counter, torch.no_grad():
        outline(architecture).eval()(torch.empty(1, 3, side_px, side_px, device="meta"))
    return counter.get_total_flops()


def _step_bytes(work: Workload) -> int:
    """Activations kept for the backward pass and the gradients of the largest, for one micro-batch."""
    side_px = max(work.sides_px)
    if work.keeps_features:
        width = _frozen_output(work.parts, side_px).shape[1]
        return (work.train_count + work.val_count) * width * _FLOAT
    images = int(work.recipe.batch_size) * _input_bytes(work, side_px)
    return images + work.micro_batch * picture_bytes(work.parts, side_px)


def _evaluation_bytes(work: Workload) -> int:
    """A layer's input and output at the widest place, for one batch without gradients."""
    side_px = work.preprocessing.crop_px
    layers = nn.Sequential(*work.parts.frozen, *work.parts.trained)
    widest = max(tensor.nbytes for tensor in _outputs(layers, _images(work.parts, side_px))) // _TWO
    evaluated = max(work.train_count, work.val_count) if work.keeps_features else work.val_count
    batch = min(work.evaluation_batch, evaluated)
    return batch * (2 * widest + _input_bytes(work, side_px))


def _images(parts: Parts, side_px: int) -> torch.Tensor:
    dtype = next(parts.network.parameters()).dtype
    return torch.empty(_TWO, 3, side_px, side_px, device="meta", dtype=dtype)


def _frozen_output(parts: Parts, side_px: int) -> torch.Tensor:
    return parts.frozen_output(_images(parts, side_px))


def _outputs(layers: nn.Sequential, images: torch.Tensor) -> Iterator[torch.Tensor]:
    with torch.no_grad():
        for layer in layers:
            images = layer(images)
            yield images


def _count(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


def _input_bytes(work: Workload, side_px: int) -> int:
    """One picture as bytes, and on its way through the augmentation as numbers."""
    return 3 * side_px**2 * (2 + 3 * _FLOAT + DTYPES[work.precision].itemsize)


def _saving_bytes(work: Workload) -> int:
    """Copies of the state and of the best weights while they are written to the disk."""
    return work.trained_numbers * _FLOAT * work.copies_in_state + work.numbers * _FLOAT
