"""Turns a recipe with "auto" in it, and a data set, into everything that a run needs to begin."""

from dataclasses import dataclass

import msgspec
import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice, Precision
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.learned_from import LearnedFrom
from vgg_desktop.core.model.model_info import NO_DEPTH, Architecture, Depth, ModelInfo, Preprocessing
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine import device as devices
from vgg_desktop.engine.architecture import VGG
from vgg_desktop.training.batches.batch import steps_per_epoch
from vgg_desktop.training.batches.run_loaders import preprocessing_for
from vgg_desktop.training.network.optimiser import automatic_rate
from vgg_desktop.training.network.start import HEADS, Start, architecture_of, build_network, find_start, trained_part
from vgg_desktop.training.setup.batch_size import measured_batch_size
from vgg_desktop.training.team import ALONE, Team

_DEFAULT_PX = 224
_NOTHING = LearnedFrom()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A recipe without "auto", the model that it makes, where it runs, and the network it starts with."""

    recipe: Recipe
    info: ModelInfo
    device: DeviceChoice
    network: VGG


def resolve_recipe(
    recipe: Recipe,
    labels: tuple[Label, ...],
    train_count: int,
    name: str,
    team: Team = ALONE,
    depth: Depth = NO_DEPTH,
    learned_from: LearnedFrom = _NOTHING,
) -> Resolved:
    """Decide what depends on machine, weights and data, in the order in which one follows from the other.

    `depth` is that of the data; the start's own counts where the data has no such pictures. The start has learned from
    pictures too, which join those of `learned_from`.

    Raises:
        AppError: no such device or weights, or the recipe does not fit them.
    """
    recipe, choice = resolve_machine(recipe, team)
    set_up_torch(recipe)
    start = find_start(recipe)
    input_px = _input_px(recipe, start)
    architecture = architecture_of(recipe, start, len(labels), input_px)
    network = build_network(architecture, start, labels, recipe.seed)
    info = ModelInfo(
        name=name,
        architecture=architecture,
        labels=labels,
        preprocessing=preprocessing_for(input_px, _with_depth(start, depth)),
        provenance={"started from": start.words},
        learned_from=(learned_from | _learned_before(start)).encode(),
    )
    train = trained_part(recipe, start, architecture)
    recipe = _with(recipe, train=train, input_px=input_px, **_shape_fields(architecture))
    recipe = _resolve_batch(recipe, network, train_count, input_px, choice)
    _check_shares(train_count // steps_per_epoch(train_count, int(recipe.batch_size)), team)
    return Resolved(recipe, info, choice, network)


def _learned_before(start: Start) -> LearnedFrom:
    return LearnedFrom.decode(start.info.learned_from) if start.info else _NOTHING


def _with_depth(start: Start, depth: Depth) -> Preprocessing:
    given = start.info.preprocessing if start.info else Preprocessing()
    integers, floats = depth.integers or given.depth.integers, depth.floats or given.depth.floats
    return msgspec.structs.replace(given, depth=Depth(integers=integers, floats=floats))


def resolve_machine(recipe: Recipe, team: Team = ALONE) -> tuple[Recipe, DeviceChoice]:
    """Device, precision and threads, which stay the same when a run goes on. Each process of a team has its own GPU.

    Raises:
        AppError: the machine has no such device.
    """
    choice = devices.choose(recipe.device, recipe.precision)
    name = choice.torch_name
    if not team.is_alone and choice.kind == "cuda":
        name = choice.kind
        choice = devices.choose(f"cuda:{team.local_rank}", recipe.precision)
        torch.cuda.set_device(team.local_rank)
    precision = _precision(recipe, choice)
    threads = recipe.threads or max(1, devices.core_count() // team.world)
    resolved = _with(recipe, device=name, precision=precision, threads=threads)
    return resolved, msgspec.structs.replace(choice, precision=precision)


def set_up_torch(recipe: Recipe) -> None:
    """Threads and determinism for this process."""
    torch.set_num_threads(recipe.threads)
    if recipe.deterministic:
        torch.use_deterministic_algorithms(True)
    torch.backends.cudnn.benchmark = not recipe.deterministic


def _precision(recipe: Recipe, choice: DeviceChoice) -> Precision:
    if recipe.precision != "auto":
        return recipe.precision
    if choice.kind == "cuda":
        # bf16 has the range of fp32: no loss scaling, no overflow.
        return "bf16" if torch.cuda.is_bf16_supported(including_emulation=False) else "fp16"
    return choice.precision


def _input_px(recipe: Recipe, start: Start) -> int:
    if recipe.input_px != "auto":
        return recipe.input_px
    if recipe.sizes:
        return recipe.sizes[-1][1]
    return start.info.preprocessing.crop_px if start.info else _DEFAULT_PX


def _resolve_batch(recipe: Recipe, network: VGG, train_count: int, input_px: int, choice: DeviceChoice) -> Recipe:
    if recipe.batch_size == "auto":
        device = torch.device(choice.torch_name)
        network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload] - missing in its stubs
        size = measured_batch_size(
            network, recipe, train_count=train_count, input_px=input_px, device=device, precision=choice.precision
        )
        recipe = _with(recipe, batch_size=size)
    if recipe.learning_rate == "auto":
        recipe = _with(recipe, learning_rate=automatic_rate(recipe, int(recipe.batch_size)))
    return recipe


def _check_shares(step_pictures: int, team: Team) -> None:
    if step_pictures < team.world:
        raise AppError(
            "Some steps have {pictures:,} pictures, too few for {processes:,} processes.",
            "Start fewer processes, or set a larger batch_size.",
            pictures=step_pictures,
            processes=team.world,
        )


def _shape_fields(architecture: Architecture) -> dict[str, object]:
    """The recipe's words for a network that the weights may have decided."""
    fields = {"depth": architecture.depth, "batch_norm": architecture.batch_norm, "width": architecture.width}
    shape = (architecture.hidden, architecture.pooled_px)
    for head, known in HEADS.items():
        if known == shape:
            return {**fields, "head": head, "hidden": (), "pooled_px": 1}
    return {**fields, "head": "custom", "hidden": architecture.hidden, "pooled_px": architecture.pooled_px}


def _with(recipe: Recipe, **fields: object) -> Recipe:
    return msgspec.structs.replace(recipe, **fields)
