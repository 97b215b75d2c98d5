"""Batch norm folded into the convolutions before it: fewer steps, the same function."""

import msgspec
import torch

from vgg_desktop.core.model.model_info import Architecture
from vgg_desktop.engine.architecture import convolution_names

# torch.nn.BatchNorm2d's own default, which every VGG uses.
_EPS = 1e-5
_NORM_KEYS = ("weight", "bias", "running_mean", "running_var")


def folded(
    architecture: Architecture, state_dict: dict[str, torch.Tensor]
) -> tuple[Architecture, dict[str, torch.Tensor]]:
    """The same network without batch norm, its numbers in float32."""
    numbers = {name: tensor for name, tensor in state_dict.items() if not name.startswith("features.")}
    plain = msgspec.structs.replace(architecture, batch_norm=False)
    names = zip(convolution_names(architecture), convolution_names(plain), strict=True)
    for (convolution, norm), (target, _) in names:
        weight = state_dict[f"{convolution}.weight"].float()
        bias = state_dict[f"{convolution}.bias"].float()
        if norm is not None:
            weight, bias = _fold(weight, bias, {key: state_dict[f"{norm}.{key}"].float() for key in _NORM_KEYS})
        numbers[f"{target}.weight"], numbers[f"{target}.bias"] = weight, bias
    return plain, numbers


def _fold(weight: torch.Tensor, bias: torch.Tensor, norm: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    scale = norm["weight"] / torch.sqrt(norm["running_var"] + _EPS)
    return weight * scale[:, None, None, None], (bias - norm["running_mean"]) * scale + norm["bias"]
