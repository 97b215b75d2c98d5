"""Which layers a recipe trains: a VGG cut in two, the front frozen, the rest trained."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import torch
from torch import nn

from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine.architecture import VGG

_BLOCKS = 5


@dataclass(frozen=True, slots=True)
class Parts:
    """`trained(frozen(images))` are the network's logits; both share its layers and parameters.

    The frozen part stays in evaluation mode, so that its batch-norm statistics never move.
    """

    network: VGG
    frozen: nn.Sequential
    trained: nn.Sequential
    names: tuple[str, ...]
    """Of every layer in order, in the network."""

    def train_mode(self) -> None:
        self.frozen.eval()
        self.trained.train()

    def frozen_output(self, images: torch.Tensor) -> torch.Tensor:
        """What the trained part reads; `images` themselves when everything is trained."""
        if not len(self.frozen):
            return images
        with torch.no_grad():
            return self.frozen(images)

    def network_state(self, trained: nn.Module) -> dict[str, torch.Tensor]:
        """The network's state dict with the numbers of `trained`, which is the trained part or a copy of it."""
        mine, theirs = self.names[: len(self.frozen)], self.names[len(self.frozen) :]
        return {**_renamed(self.frozen, mine), **_renamed(trained, theirs)}

    def trained_state(self, network_state: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """The trained part's own state dict, out of one of the whole network."""
        places = {name: place for place, name in enumerate(self.names[len(self.frozen) :])}
        split = ((*name.rpartition(".")[::2], tensor) for name, tensor in network_state.items())
        return {f"{places[layer]}.{rest}": tensor for layer, rest, tensor in split if layer in places}

    def is_cut_before_linear(self) -> bool:
        """Whether the trained part reads flat features, small enough to keep for every picture."""
        return any(isinstance(layer, nn.Flatten) for layer in self.frozen)


def cut(network: VGG, recipe: Recipe) -> Parts:
    """The two parts; parameters of the frozen one no longer ask for gradients."""
    named = [
        *((f"features.{i}", layer) for i, layer in enumerate(network.features)),
        ("avgpool", network.avgpool),
        ("flatten", nn.Flatten(1)),
        *((f"classifier.{i}", layer) for i, layer in enumerate(network.classifier)),
    ]
    names, layers = zip(*named, strict=True)
    place = _cut_place(network, recipe, len(layers))
    parts = Parts(network, nn.Sequential(*layers[:place]), nn.Sequential(*layers[place:]), names)
    parts.frozen.requires_grad_(False)
    parts.trained.requires_grad_(True)
    parts.train_mode()
    return parts


def blocks_from_the_end(network: VGG) -> Iterator[tuple[int, nn.Module]]:
    """Every layer with its distance from the output: 0 for the classifier, 1 for the last block, to 5 for the first."""
    block = 0
    for layer in network.features:
        yield _BLOCKS - block, layer
        block += isinstance(layer, nn.MaxPool2d)
    for layer in network.classifier:
        yield 0, layer


def _renamed(part: nn.Module, names: tuple[str, ...]) -> dict[str, torch.Tensor]:
    state: dict[str, torch.Tensor] = {}
    for key, tensor in part.state_dict().items():
        position, _, rest = key.partition(".")
        state[f"{names[int(position)]}.{rest}"] = tensor
    return state


def _cut_place(network: VGG, recipe: Recipe, layer_count: int) -> int:
    match recipe.train:
        case "all":
            return 0
        case "last_layer":
            # The last linear layer, with the dropout before it.
            return layer_count - 2
        case "classifier":
            return layer_count - len(network.classifier)
        case "blocks":
            pools = [i for i, layer in enumerate(network.features) if isinstance(layer, nn.MaxPool2d)]
            return ([0] + [pool + 1 for pool in pools])[_BLOCKS - recipe.blocks]
        case "auto":
            raise ValueError("resolve_recipe decides what is trained before a network is cut")
