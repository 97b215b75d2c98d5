"""How much memory and disk a run will take, by arithmetic alone.

Checked against what runs really used: docs/dataset.md has the table, tests/e2e the limit of 1.5 times.
"""

from dataclasses import dataclass
from functools import cached_property

from vgg_desktop.core.model.device_choice import DeviceKind, Precision
from vgg_desktop.core.model.model_info import Architecture, Preprocessing
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine.architecture import CONVOLUTIONS, channels, parameter_count

_FLOAT = 4
_INDEX = 8
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
    def layers(self) -> tuple["Layer", ...]:
        return layers(self.architecture)

    @cached_property
    def trained_from(self) -> int:
        """The first layer that is trained."""
        return _first_trained(self.layers, self.recipe)

    @property
    def numbers(self) -> int:
        """Weights and biases of the whole network."""
        return parameter_count(self.architecture)

    @property
    def trained_numbers(self) -> int:
        return sum(layer.numbers for layer in self.layers[self.trained_from :])

    @property
    def copies_in_state(self) -> int:
        """How often the trained numbers stand in a checkpoint: themselves, the optimiser's moments, the average."""
        recipe = self.recipe
        moments = int(recipe.momentum > 0) if recipe.optimiser == "sgd" else 2
        return 1 + moments + int(recipe.ema > 0)


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution with what follows it up to the next one, or a linear layer.

    `outputs` is the share of the input's area times the output channels, so that side² x `outputs` are the numbers of
    one picture; for a linear layer, whose outputs do not grow with the picture, `outputs` is 0 and `width` counts.
    """

    block: int
    numbers: int
    outputs: float
    width: int = 0
    pooled: bool = False
    normed: bool = False


def layers(architecture: Architecture) -> tuple[Layer, ...]:
    """The network's layers that have weights, in order; block 0 to 4 for convolutions, 5 for the classifier."""
    found: list[Layer] = []
    widths = iter(channels(architecture))
    incoming = 3
    norm = architecture.batch_norm
    for block, count in enumerate(CONVOLUTIONS[architecture.depth]):
        for position in range(count):
            outgoing = next(widths)
            numbers = 9 * incoming * outgoing + outgoing * (3 if norm else 1)
            outputs = outgoing / 4**block
            found.append(Layer(block, numbers, outputs, pooled=position == count - 1, normed=norm))
            incoming = outgoing
    incoming *= architecture.pooled_px**2
    for width in (*architecture.hidden, architecture.class_count):
        found.append(Layer(5, (incoming + 1) * width, 0, width=width))
        incoming = width
    return tuple(found)


def memory_bytes(work: Workload, program_bytes: int = PROGRAM_BYTES) -> int:
    """The most that the run holds at one time: of the GPU's memory, or on a CPU of the machine's."""
    numbers = work.numbers * _FLOAT + _learning_bytes(work)
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


def forward_flops(architecture: Architecture, side_px: int) -> float:
    """Floating-point operations to classify one picture; learning from it takes about three times as many."""
    total = 0.0
    for layer in layers(architecture):
        biases = layer.width or 1
        places = side_px**2 / 4**layer.block if not layer.width else 1
        total += 2 * (layer.numbers - biases) * places
    return total


def activation_bytes(work: Workload) -> float:
    """What one picture leaves in memory for the backward pass, the picture itself not counted."""
    side_px, size = max(work.sides_px), _element_bytes(work)
    return sum(_kept_bytes(layer, side_px, size) for layer in work.layers[work.trained_from :])


def _learning_bytes(work: Workload) -> int:
    """Gradients, moments, average, and the half-precision copies that autocast keeps during a step."""
    copies = work.copies_in_state * _FLOAT
    half = 2 if work.precision != "fp32" else 0
    return work.trained_numbers * (copies + half)


def _step_bytes(work: Workload) -> int:
    """Activations kept for the backward pass and the gradients of the largest, for one micro-batch."""
    side_px = max(work.sides_px)
    images = int(work.recipe.batch_size) * _input_bytes(work, side_px)
    if work.keeps_features:
        return (work.train_count + work.val_count) * _feature_width(work) * _FLOAT
    trained = work.layers[work.trained_from :]
    largest = max((layer.outputs for layer in trained), default=0) * side_px**2 * _element_bytes(work)
    return int(images + work.micro_batch * (activation_bytes(work) + 2 * largest))


def _kept_bytes(layer: Layer, side_px: int, size: int) -> float:
    """What one picture leaves at one layer. ReLU works in place; pooling keeps its output and where each came from."""
    outputs = layer.outputs * side_px**2
    pooled = outputs / 4 * (size + _INDEX) if layer.pooled else 0
    return outputs * size * (2 if layer.normed else 1) + pooled + layer.width * size * 3


def _evaluation_bytes(work: Workload) -> int:
    """A layer's input and output at the widest place, for one batch without gradients."""
    side_px = work.preprocessing.crop_px
    widest = max(layer.outputs for layer in work.layers) * side_px**2 * _element_bytes(work)
    evaluated = max(work.train_count, work.val_count) if work.keeps_features else work.val_count
    batch = min(work.evaluation_batch, evaluated)
    return int(batch * (2 * widest + _input_bytes(work, side_px)))


def _input_bytes(work: Workload, side_px: int) -> int:
    """One picture as bytes, and on its way through the augmentation as numbers."""
    return 3 * side_px**2 * (2 + 3 * _FLOAT + _element_bytes(work))


def _saving_bytes(work: Workload) -> int:
    """Copies of the state and of the best weights while they are written to the disk."""
    return work.trained_numbers * _FLOAT * work.copies_in_state + work.numbers * _FLOAT


def _element_bytes(work: Workload) -> int:
    return _FLOAT if work.precision == "fp32" else 2


def _feature_width(work: Workload) -> int:
    """What the first trained layer reads."""
    layer = work.layers[work.trained_from]
    return max(1, layer.numbers // max(1, layer.width) - 1)


def _first_trained(found: tuple[Layer, ...], recipe: Recipe) -> int:
    match recipe.train:
        case "all":
            return 0
        case "last_layer":
            return len(found) - 1
        case "classifier":
            return next(position for position, layer in enumerate(found) if layer.block == 5)
        case "blocks":
            return next(position for position, layer in enumerate(found) if layer.block >= 5 - recipe.blocks)
