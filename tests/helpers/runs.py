"""Tiny but real trainings: a VGG-11 with batch norm, an eighth of the channels, 32 px, one thread."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.helpers.datasets import write_dataset
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.events import Event
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.worker import launcher

TINY: Mapping[str, Any] = {
    "start_from": "scratch",
    "depth": 11,
    "head": "average",
    "width": 1 / 8,
    "input_px": 32,
    "epochs": 2,
    "batch_size": 16,
    "learning_rate": 0.02,
    "augmentation": "none",
    "label_smoothing": 0.0,
    "precision": "fp32",
    "device": "cpu",
    "threads": 1,
    "workers": 1,
}


def tiny_recipe(**changes: Any) -> Recipe:
    """A recipe that trains in well under a second on `tiny_data`."""
    return make({**TINY, **changes})


def tiny_data(root: Path, per_class: int = 24, classes: int = 2) -> Path:
    """Pictures of noise in class folders."""
    return write_dataset(root, {f"class{number}": per_class for number in range(classes)})


def new_run(folder: Path, data: Path, name: str = "run", **changes: Any) -> RunDirectory:
    """A run directory that waits for its worker."""
    return launcher.create_run(folder / "runs", data, tiny_recipe(**changes), name=name)


def train_here(run: RunDirectory, **options: Any) -> tuple[int, list[Event]]:
    """Train in this process; the exit status and every event, also those that are too many for the log."""
    from vgg_desktop.training.worker.worker import work

    told: list[Event] = []
    return work(run, observe=told.append, **options), told


def easy_data(root: Path, per_class: int = 16, classes: int = 3) -> Path:
    """Pictures whose class shows in their colour: learned within an epoch or two."""
    draw = np.random.default_rng(0)
    for number in range(classes):
        folder = root / f"class{number}"
        folder.mkdir(parents=True)
        colour = np.eye(3)[number % 3] * 120 + 60
        for picture in range(per_class):
            pixels = np.clip(colour + draw.normal(0, 25, (32, 32, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / f"{picture:03}.png")
    return root
