"""The network that a run starts with: new, or made from weights of any origin."""

from dataclasses import dataclass

import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label, LabelIndex
from vgg_desktop.core.model.model_info import Architecture, ModelInfo
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine.architecture import VGG, build, classifier_parameter_count
from vgg_desktop.engine.weights import catalog
from vgg_desktop.engine.weights.bundle import Bundle
from vgg_desktop.engine.weights.importers import open_weights

HEADS = {"published": ((4096, 4096), 7), "classic": ((2048, 1024), 7), "average": ((), 1)}
# Below this side the last feature map is smaller than the 7 x 7 of the published head.
_LEAST_PUBLISHED_PX = 112
_SMALL_CLASSIFIER = 8_000_000


@dataclass(frozen=True, slots=True)
class Start:
    """What a recipe's `start_from` means; `weights` is None for a new network."""

    weights: Bundle | None

    @property
    def info(self) -> ModelInfo | None:
        return self.weights.info if self.weights else None

    @property
    def words(self) -> str:
        """For a model's provenance."""
        return f"{self.weights.info.name} ({self.weights.sha256[:12]})" if self.weights else "random weights"


def find_start(recipe: Recipe) -> Start:
    """Raises: AppError when there are no such weights, or they cannot be read."""
    if recipe.start_from == "scratch":
        return Start(None)
    return Start(open_weights(catalog.resolve(recipe.start_from)))


def architecture_of(recipe: Recipe, start: Start, class_count: int, input_px: int) -> Architecture:
    """The network of the recipe: the convolutions are those of the weights, the head is theirs or the wished one.

    Raises:
        AppError: only the last layer shall be trained, but the layers before it would be new.
    """
    given = start.info.architecture if start.info else None
    hidden, pooled_px = _head(recipe, given, input_px)
    if given and recipe.train == "last_layer" and (hidden, pooled_px) != (given.hidden, given.pooled_px):
        raise AppError(
            "Only the last layer is to be trained, but the recipe's head is not that of the weights.",
            'Set head to "auto", or train to "classifier".',
        )
    return Architecture(
        depth=given.depth if given else recipe.depth,
        batch_norm=given.batch_norm if given else recipe.batch_norm,
        width=given.width if given else recipe.width,
        class_count=class_count,
        hidden=hidden,
        pooled_px=pooled_px,
        dropout=recipe.dropout,
    )


def trained_part(recipe: Recipe, start: Start, architecture: Architecture) -> str:
    """What the recipe trains, without "auto": a small classifier is cheap to train on features that are computed once,
    and adapts better than its last layer alone; one of 120 million weights, as published, learns no more quickly.
    """
    if recipe.train != "auto":
        return recipe.train
    if start.info is None:
        return "all"
    given = start.info.architecture
    is_given = (architecture.hidden, architecture.pooled_px) == (given.hidden, given.pooled_px)
    is_small = classifier_parameter_count(architecture) <= _SMALL_CLASSIFIER
    return "classifier" if not is_given or (architecture.hidden and is_small) else "last_layer"


def build_network(architecture: Architecture, start: Start, labels: tuple[Label, ...], seed: int) -> VGG:
    """A network with the numbers of the start where they fit, the rest new and drawn from the seed.

    The last layer keeps the rows of classes that the weights know already, if they know all of them.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = build(architecture)
    if start.weights:
        network.load_state_dict(_fitting(network, start.weights, labels), strict=False)
    return network


def _head(recipe: Recipe, given: Architecture | None, input_px: int) -> tuple[tuple[int, ...], int]:
    if recipe.head == "custom":
        return recipe.hidden, recipe.pooled_px
    if recipe.head == "auto" and given:
        return given.hidden, given.pooled_px
    if recipe.head == "auto":
        return HEADS["published" if input_px >= _LEAST_PUBLISHED_PX else "average"]
    return HEADS[recipe.head]


def _fitting(network: VGG, weights: Bundle, labels: tuple[Label, ...]) -> dict[str, torch.Tensor]:
    mine, given = network.architecture, weights.info.architecture
    state = {name: tensor.float() for name, tensor in weights.state_dict.items() if name.startswith("features.")}
    if (mine.hidden, mine.pooled_px) != (given.hidden, given.pooled_px):
        return state
    last = f"classifier.{len(network.classifier) - 1}."
    rows = _rows(weights.info, labels)
    for name, tensor in weights.state_dict.items():
        if name.startswith(last) and rows is not None:
            state[name] = tensor[rows].float()
        elif name.startswith("classifier.") and not name.startswith(last):
            state[name] = tensor.float()
    return state


def _rows(info: ModelInfo, labels: tuple[Label, ...]) -> list[int] | None:
    index = LabelIndex(info.labels)
    found = [_position(index, label) for label in labels]
    known = [position for position in found if position is not None]
    return known if len(set(known)) == len(labels) else None


def _position(index: LabelIndex, label: Label) -> int | None:
    names = (label.id, label.name, *label.aliases)
    return next((position for name in names if (position := index.find(name)) is not None), None)
