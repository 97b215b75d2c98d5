"""Tiny but real models: a VGG-11 with batch norm, an eighth of the channels and 32 px inputs, as a bundle on disk."""

from collections.abc import Sequence
from pathlib import Path

import torch

from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Architecture, Calibration, ModelInfo, Preprocessing
from vgg_desktop.engine.architecture import VGG, build
from vgg_desktop.engine.weights import bundle

CLASSES = ("cat", "dog", "coffee mug", "bicycle", "sunflower")


def tiny_architecture(class_count: int = len(CLASSES), **changes) -> Architecture:
    """VGG-11-BN with 8 to 64 channels and global average pooling: 146,000 parameters."""
    fields = {"depth": 11, "batch_norm": True, "hidden": (), "pooled_px": 1, "width": 1 / 8, "dropout": 0.2}
    return Architecture(class_count=class_count, **(fields | changes))


def tiny_info(classes: Sequence[str] = CLASSES, *, input_px: int = 32, name: str = "tiny", **changes) -> ModelInfo:
    """A description whose label ids are the class names with underscores; `changes` replace whole fields."""
    fields = {
        "name": name,
        "architecture": tiny_architecture(len(classes)),
        "labels": tuple(Label(text.replace(" ", "_"), text) for text in classes),
        "preprocessing": Preprocessing(resize_px=input_px, crop_px=input_px),
        "calibration": Calibration(temperature=1.5, threshold=0.5, coverage=0.5, accuracy=0.9, ece=0.02),
        "metrics": {"top1": 0.5, "top5": 0.9},
        "measured_on": "nothing: random weights for tests",
        "provenance": {"made by": "tests"},
        "licence": "CC0-1.0",
    }
    return ModelInfo(**(fields | changes))


def tiny_network(info: ModelInfo | None = None, seed: int = 0) -> VGG:
    """Random weights, with batch-norm statistics that are not the trivial ones; in evaluation mode."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = build((info or tiny_info()).architecture)
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                torch.nn.init.uniform_(module.weight, 0.5, 1.5)
                torch.nn.init.normal_(module.bias, 0, 0.2)
                module.running_mean.normal_(0, 0.2)
                module.running_var.uniform_(0.5, 1.5)
            elif isinstance(module, torch.nn.Linear):
                # torchvision's 0.01 makes every class equally likely; wider weights give answers that differ.
                torch.nn.init.normal_(module.weight, 0, 1 / module.in_features**0.5)
    return network.eval()


def tiny_bundle(path: Path, classes: Sequence[str] = CLASSES, input_px: int = 32, seed: int = 0, **changes) -> Path:
    """A real weights file at `path` (0.6 MB); `changes` replace fields of its description."""
    info = tiny_info(classes, input_px=input_px, **changes)
    path.parent.mkdir(parents=True, exist_ok=True)
    bundle.save(path, info, tiny_network(info, seed).state_dict())
    return path
