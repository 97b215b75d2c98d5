"""Recognises a VGG by the names and shapes of its tensors, whoever wrote it, and gives them our names."""

import dataclasses
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import torch

from vgg_desktop.core.model.model_info import Architecture
from vgg_desktop.engine.architecture import (
    CHANNELS,
    CONVOLUTIONS,
    channels,
    convolution_names,
    linear_names,
)

_DEPTH_BY_CONVOLUTIONS = {sum(per_block): depth for depth, per_block in CONVOLUTIONS.items()}
_NORM_KEYS = ("weight", "bias", "running_mean", "running_var")
_MOST_WRAPPERS = 8
_MOST_NETWORKS = 8
# Source: the layers' names in VGG_ILSVRC_16_layers.caffemodel.
_CAFFE_LAYER = re.compile(r"\.(fc[678]|conv[1-5]_[1-4])$")
_LONGEST_NAME = 512


@dataclass(frozen=True, slots=True)
class WeightsLayout:
    """How one family of files names its layers; the containers in `linear` come in the order in which they run."""

    name: str
    convolutions: str
    linear: tuple[str, ...]


LAYOUTS = (
    WeightsLayout("torchvision", "features", ("classifier",)),
    # Its hidden layers are convolutions over the whole pooled map. Source: timm.models.vgg.
    WeightsLayout("timm", "features", ("pre_logits", "head")),
    WeightsLayout("the classic notebook", "conv_layer", ("fcs",)),
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A network whose tensors have our names and shapes; `layout` says whose names they had."""

    layout: str
    architecture: Architecture
    state_dict: dict[str, torch.Tensor]
    left_out: tuple[str, ...] = ()
    """What else stands in the file, outside of the network."""


@dataclass(frozen=True, slots=True)
class _Layers:
    convolutions: list[str]
    norms: list[str]
    linear: list[str]


def recognise(state_dict: Mapping[str, torch.Tensor]) -> Recognised | None:
    """The VGG that these tensors make up, or None if they are none that we know.

    It may stand under a prefix, with strangers beside that; within, every tensor must be one of its own.
    """
    if not state_dict or max(map(len, state_dict)) > _LONGEST_NAME:
        return None
    for layout in LAYOUTS:
        for prefix in _prefixes(layout, state_dict):
            inside = {name.removeprefix(prefix): one for name, one in state_dict.items() if name.startswith(prefix)}
            found = _under(layout, inside)
            if found is not None:
                left_out = tuple(name for name in state_dict if not name.startswith(prefix))
                return dataclasses.replace(found, left_out=left_out)
    return None


def _prefixes(layout: WeightsLayout, names: Iterable[str]) -> list[str]:
    """What stands before the convolutions' container, in the order of the file: "", "module.", "net.vgg."."""
    pattern = re.compile(rf"((?:[^.]+\.){{0,{_MOST_WRAPPERS}}}?){re.escape(layout.convolutions)}\.")
    found = (match[1] for name in names if (match := pattern.match(name)))
    return list(dict.fromkeys(found))[:_MOST_NETWORKS]


def _under(layout: WeightsLayout, tensors: dict[str, torch.Tensor]) -> Recognised | None:
    if {name.partition(".")[0] for name in tensors} != {layout.convolutions, *layout.linear}:
        return None
    layers = _sorted_layers(layout, tensors)
    architecture = _architecture(tensors, layers) if layers else None
    if not layers or not architecture:
        return None
    is_caffe = any(_CAFFE_LAYER.search(layer) for layer in (*layers.convolutions, *layers.linear))
    return Recognised("Caffe" if is_caffe else layout.name, architecture, _renamed(tensors, layers, architecture))


def _sorted_layers(layout: WeightsLayout, tensors: dict[str, torch.Tensor]) -> _Layers | None:
    """The layers by kind and in the order of their numbers; None if one has no weight."""
    features = _layers_in(layout.convolutions, tensors)
    linear = [layer for container in layout.linear for layer in _layers_in(container, tensors)]
    if not linear or any(f"{layer}.weight" not in tensors for layer in [*features, *linear]):
        return None
    norms = [layer for layer in features if f"{layer}.running_mean" in tensors]
    return _Layers([layer for layer in features if layer not in norms], norms, linear)


def _layers_in(container: str, tensors: dict[str, torch.Tensor]) -> list[str]:
    layers = {name.rpartition(".")[0] for name in tensors if name.partition(".")[0] == container}
    return sorted(layers, key=lambda layer: [(len(digits), digits) for digits in re.findall(r"\d+", layer)])


def _architecture(tensors: dict[str, torch.Tensor], layers: _Layers) -> Architecture | None:
    weights = [tensors[f"{layer}.weight"] for layer in layers.convolutions]
    depth = _DEPTH_BY_CONVOLUTIONS.get(len(weights))
    dense = [tensors[f"{layer}.weight"].flatten(1) for layer in layers.linear if tensors[f"{layer}.weight"].ndim > 1]
    if depth is None or len(layers.norms) not in (0, len(weights)) or len(dense) != len(layers.linear):
        return None
    if any(weight.ndim != 4 for weight in weights) or not all(weight.numel() for weight in [*weights, *dense]):
        return None
    architecture = Architecture(
        depth=depth,
        batch_norm=bool(layers.norms),
        class_count=len(dense[-1]),
        hidden=tuple(len(weight) for weight in dense[:-1]),
        pooled_px=math.isqrt(dense[0].shape[1] // len(weights[-1])),
        width=len(weights[0]) / CHANNELS[0],
    )
    return architecture if _has_shapes_of(architecture, weights, dense) else None


def _has_shapes_of(architecture: Architecture, weights: list[torch.Tensor], dense: list[torch.Tensor]) -> bool:
    widths = channels(architecture)
    chained = zip((3, *widths), widths, strict=False)
    flat = widths[-1] * architecture.pooled_px**2
    incoming = (flat, *architecture.hidden)
    return [tuple(weight.shape) for weight in weights] == [(after, before, 3, 3) for before, after in chained] and [
        weight.shape[1] for weight in dense
    ] == list(incoming)


def _renamed(tensors: dict[str, torch.Tensor], layers: _Layers, architecture: Architecture) -> dict[str, torch.Tensor]:
    renamed: dict[str, torch.Tensor] = {}
    for (target, _), source in zip(convolution_names(architecture), layers.convolutions, strict=True):
        renamed |= _affine(tensors, source, target)
    for (_, target), source in zip(convolution_names(architecture), layers.norms, strict=bool(layers.norms)):
        renamed |= {f"{target}.{key}": tensors[f"{source}.{key}"] for key in _NORM_KEYS if f"{source}.{key}" in tensors}
        # Files from before torch 0.4.1, torchvision's own among them, do not count batches.
        renamed[f"{target}.num_batches_tracked"] = tensors.get(f"{source}.num_batches_tracked", torch.tensor(0))
    for target, source in zip(linear_names(architecture), layers.linear, strict=True):
        renamed |= _affine(tensors, source, target)
        renamed[f"{target}.weight"] = renamed[f"{target}.weight"].flatten(1)
    return renamed


def _affine(tensors: dict[str, torch.Tensor], source: str, target: str) -> dict[str, torch.Tensor]:
    """Weight and bias; a convolution before batch norm may have none, which is one of zeros."""
    weight = tensors[f"{source}.weight"]
    bias = tensors.get(f"{source}.bias", torch.zeros(len(weight), dtype=weight.dtype))
    return {f"{target}.weight": weight, f"{target}.bias": bias}
