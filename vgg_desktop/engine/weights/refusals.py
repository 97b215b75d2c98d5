"""Why a weights file is no model for this program, in the one sentence that is true of it."""

import re
from collections.abc import Mapping
from pathlib import Path

import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.architecture import CONVOLUTIONS

_SHOWN = 12


def no_vgg(path: Path, tensors: Mapping[str, torch.Tensor]) -> AppError:
    """The sentence for tensors that make up no VGG that this program can run."""
    weights = {name: tensor for name, tensor in tensors.items() if tensor.ndim == 4}
    detail = "\n".join(f"{name[:200]}: {tuple(tensor.shape)}" for name, tensor in list(tensors.items())[:_SHOWN])
    file = display_name(path)
    first = next(iter(weights.values()), None)
    if first is not None and first.shape[1:] in ((1, 3, 3), (4, 3, 3)) and _may_be_vgg(weights):
        return AppError(
            "{file} reads pictures of {channels} channel(s), and this program's models read three.",
            "Train it anew on pictures with three channels; grey ones are read as such.",
            detail,
            file=file,
            channels=first.shape[1],
        )
    if _may_be_vgg(weights) and len(weights) in map(sum, CONVOLUTIONS.values()) and not _dense(tensors):
        return AppError(
            "{file} holds only the convolutions of a VGG, without the layers that name classes.",
            "Import a file that has its classifier too.",
            detail,
            file=file,
        )
    if any(re.match(r"(learner|optimiser|optimizer|optimizer_state_dict)\b", name) for name in tensors):
        return AppError(
            "{file} is the checkpoint of a training, and not a model.",
            "Use the weights that the training has kept, for example its best.safetensors.",
            detail,
            file=file,
        )
    return AppError(
        "{file} holds no VGG that this program knows.",
        "It reads the VGG weights of torchvision, timm and the classic notebook, and its own.",
        detail,
        file=file,
    )


def not_finite_weights(path: Path, tensor: str) -> AppError:
    """The sentence for numbers that answer nothing."""
    return AppError(
        "{file} cannot classify: {tensor} holds values that are not finite numbers.",
        "The training that made it went astray; take an earlier state of it.",
        file=display_name(path),
        tensor=tensor,
    )


def _may_be_vgg(weights: Mapping[str, torch.Tensor]) -> bool:
    shapes = [tuple(tensor.shape) for tensor in weights.values()]
    return bool(shapes) and all(shape[2:] == (3, 3) for shape in shapes)


def _dense(tensors: Mapping[str, torch.Tensor]) -> bool:
    return any(tensor.ndim == 2 for tensor in tensors.values())
