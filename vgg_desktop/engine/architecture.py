"""The VGG family: the paper's table as data, and one builder."""

from typing import cast

import torch
from torch import nn

from vgg_desktop.core.model.model_info import DEPTHS, Architecture

# 3 x 3 convolutions in each of the five blocks, and the channels of each block.
# Source: Simonyan and Zisserman, arXiv:1409.1556, table 1, columns A, B, D and E.
CONVOLUTIONS: dict[int, tuple[int, ...]] = {
    11: (1, 1, 2, 2, 2),
    13: (2, 2, 2, 2, 2),
    16: (2, 2, 3, 3, 3),
    19: (2, 2, 4, 4, 4),
}
CHANNELS = (64, 128, 256, 512, 512)


class VGG(nn.Module):
    """`features`, `avgpool` and `classifier`, with torchvision's state-dict keys.

    The classifier is a linear layer, ReLU and dropout for each hidden width, then the last linear layer; with no hidden
    width, dropout and the last linear layer.
    """

    def __init__(self, architecture: Architecture) -> None:
        super().__init__()
        self.architecture = architecture
        self.features = _features(architecture)
        self.avgpool = nn.AdaptiveAvgPool2d(architecture.pooled_px)
        self.classifier = _classifier(architecture)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Logits (N, classes) of normalised images (N, 3, H, W), H and W at least 32."""
        return self.classifier(torch.flatten(self.avgpool(self.features(images)), 1))


def build(architecture: Architecture) -> VGG:
    """A new network with random weights, initialised as torchvision does.

    Raises:
        ValueError: no such depth.
    """
    if architecture.depth not in CONVOLUTIONS:
        raise ValueError(f"VGG has {DEPTHS} layers, not {architecture.depth}.")
    network = VGG(architecture)
    _initialise(network)
    return network


def outline(architecture: Architecture) -> VGG:
    """The network without any numbers in it: names and shapes on the meta device, in no memory."""
    # Not `build`: filling tensors on the meta device does nothing but import torch._dynamo, for over a second.
    with torch.device("meta"):
        return VGG(architecture)


def parameter_count(architecture: Architecture) -> int:
    """How many numbers training may change."""
    return sum(parameter.numel() for parameter in outline(architecture).parameters())


def classifier_parameter_count(architecture: Architecture) -> int:
    """How many of them stand behind the convolutions."""
    return sum(parameter.numel() for parameter in outline(architecture).classifier.parameters())


def channels(architecture: Architecture) -> tuple[int, ...]:
    """The output channels of every convolution, in order."""
    per_block = zip(CHANNELS, CONVOLUTIONS[architecture.depth], strict=True)
    return tuple(_scaled(width, architecture) for width, count in per_block for _ in range(count))


def convolution_names(architecture: Architecture) -> list[tuple[str, str | None]]:
    """Each convolution's name with that of its batch norm, in order: ("features.0", "features.1"), ..."""
    found: list[tuple[str, str | None]] = []
    for name, layer in outline(architecture).features.named_children():
        if isinstance(layer, nn.Conv2d):
            found.append((f"features.{name}", f"features.{int(name) + 1}" if architecture.batch_norm else None))
    return found


def linear_names(architecture: Architecture) -> list[str]:
    """The names of the linear layers, in order: "classifier.0", "classifier.3", "classifier.6"."""
    children = outline(architecture).classifier.named_children()
    return [f"classifier.{name}" for name, layer in children if isinstance(layer, nn.Linear)]


def last_linear(network: VGG) -> nn.Linear:
    """The layer that gives one number a class."""
    return cast(nn.Linear, network.classifier[-1])


def _features(architecture: Architecture) -> nn.Sequential:
    layers: list[nn.Module] = []
    widths = iter(channels(architecture))
    incoming = 3
    for count in CONVOLUTIONS[architecture.depth]:
        for _ in range(count):
            outgoing = next(widths)
            layers += _convolution(incoming, outgoing, architecture.batch_norm)
            incoming = outgoing
        layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
    return nn.Sequential(*layers)


def _convolution(incoming: int, outgoing: int, batch_norm: bool) -> list[nn.Module]:
    convolution = nn.Conv2d(incoming, outgoing, kernel_size=3, padding=1)
    norm = [nn.BatchNorm2d(outgoing)] if batch_norm else []
    return [convolution, *norm, nn.ReLU(inplace=True)]


def _classifier(architecture: Architecture) -> nn.Sequential:
    layers: list[nn.Module] = []
    incoming = _scaled(CHANNELS[-1], architecture) * architecture.pooled_px**2
    for outgoing in architecture.hidden:
        layers += [nn.Linear(incoming, outgoing), nn.ReLU(inplace=True), nn.Dropout(architecture.dropout)]
        incoming = outgoing
    if not layers:
        layers.append(nn.Dropout(architecture.dropout))
    return nn.Sequential(*layers, nn.Linear(incoming, architecture.class_count))


def _scaled(channel_count: int, architecture: Architecture) -> int:
    return max(1, round(channel_count * architecture.width))


def _initialise(network: nn.Module) -> None:
    """Source: torchvision.models.VGG (init_weights)."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            nn.init.zeros_(cast(torch.Tensor, module.bias))
        elif isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0, 0.01)
            nn.init.zeros_(module.bias)
