"""The optimiser of a recipe, with its learning rates and weight decay for every parameter."""

from collections import defaultdict
from typing import Any

import torch
from torch import nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.training.network.freeze import Parts, blocks_from_the_end

# Peak rates for a batch of 128, near the best of trials with VGG-11-BN on scikit-learn's digits: from scratch (width
# 1/4, 6 epochs) SGD 0.0125 to 0.5, Adam and AdamW 0.0003 to 0.003; from the built-in model (3 epochs) SGD 0.003 to
# 0.1, AdamW 0.00003 to 0.0001; its last layer alone (20 epochs) SGD 0.05 to 0.2, AdamW 0.001 to 0.03.
_RATE_BATCH = 128
_RATES = {
    ("sgd", "scratch"): 0.05,
    ("sgd", "fine"): 0.02,
    ("sgd", "last_layer"): 0.2,
    ("adam", "scratch"): 1e-3,
    ("adam", "fine"): 1e-4,
    ("adam", "last_layer"): 1e-2,
    ("adam", "classifier"): 1e-3,
}
# Without batch norm the published rate. Source: Simonyan and Zisserman, section 3.1.
_PLAIN_SGD_RATE = 0.01


def automatic_rate(recipe: Recipe, batch_size: int) -> float:
    """The peak learning rate for "auto": by optimiser, by what is trained, and by the batch (linear, Adam: root)."""
    family = "sgd" if recipe.optimiser == "sgd" else "adam"
    task = "scratch" if recipe.start_from == "scratch" else "fine"
    if (family, recipe.train) in _RATES:
        task = recipe.train
    rate = _RATES[family, task]
    if family == "sgd" and task == "scratch" and not recipe.batch_norm:
        rate = _PLAIN_SGD_RATE
    ratio = batch_size / _RATE_BATCH
    return float(f"{rate * (ratio if family == 'sgd' else ratio**0.5):.3g}")


def build_optimiser(recipe: Recipe, parts: Parts, device: torch.device) -> torch.optim.Optimizer:
    """The optimiser over every trained parameter. Each group's `share` scales the rate that `set_rate` gives."""
    groups = parameter_groups(recipe, parts)
    common: dict[str, Any] = {"lr": 0.0, "fused": device.type in {"cuda", "cpu"}}
    if recipe.optimiser == "sgd":
        return torch.optim.SGD(groups, momentum=recipe.momentum, nesterov=recipe.momentum > 0, **common)
    kind = torch.optim.Adam if recipe.optimiser == "adam" else torch.optim.AdamW
    return kind(groups, betas=(recipe.momentum, 0.999), **common)


def parameter_groups(recipe: Recipe, parts: Parts) -> list[dict[str, Any]]:
    """Groups of trained parameters that share a learning-rate share (`layer_decay`) and a weight decay."""
    found: dict[tuple[int, float], list[nn.Parameter]] = defaultdict(list)
    for distance, layer in blocks_from_the_end(parts.network):
        for name, parameter in layer.named_parameters():
            if parameter.requires_grad:
                found[distance, _weight_decay(recipe, layer, name)].append(parameter)
    return [
        {"params": parameters, "share": recipe.layer_decay**distance, "weight_decay": decay}
        for (distance, decay), parameters in found.items()
    ]


def set_rate(optimiser: torch.optim.Optimizer, learning_rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = learning_rate * group["share"]


class Average:
    """An exponential moving average of the trained part's weights and batch-norm statistics.

    In the first steps it follows faster, by min(decay, (1 + step) / (10 + step)), so that short runs are not held back
    by the weights they started from. Source: tf.train.ExponentialMovingAverage (num_updates).
    """

    def __init__(self, averaged: nn.Module, decay: float) -> None:
        self.averaged = averaged.requires_grad_(False).eval()
        self._decay = decay

    @torch.no_grad()
    def follow(self, trained: nn.Module, step: int) -> None:
        decay = min(self._decay, (1 + step) / (10 + step))
        mine, theirs = _numbers(self.averaged), _numbers(trained)
        get_ema_multi_avg_fn(decay)(mine, theirs, None)
        for own, other in zip(_counters(self.averaged), _counters(trained), strict=True):
            own.copy_(other)


def _numbers(module: nn.Module) -> list[torch.Tensor]:
    return [tensor for tensor in module.state_dict().values() if tensor.is_floating_point()]


def _counters(module: nn.Module) -> list[torch.Tensor]:
    return [tensor for tensor in module.state_dict().values() if not tensor.is_floating_point()]


def _weight_decay(recipe: Recipe, layer: nn.Module, name: str) -> float:
    """None on biases and batch norm; Adam as in the classic notebook decays everything alike."""
    is_exempt = name == "bias" or isinstance(layer, nn.BatchNorm2d)
    return 0.0 if is_exempt and recipe.optimiser != "adam" else recipe.weight_decay
