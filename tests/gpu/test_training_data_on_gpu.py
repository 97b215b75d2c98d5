"""Augmentation and estimates where the device is a GPU."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.helpers.datasets import write_dataset
from tests.helpers.pictures import photo
from vgg_desktop.core.model.model_info import IMAGENET_MEAN, IMAGENET_STD
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.events import Truth
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.batches.augment import STRENGTHS, Augmentation

pytestmark = pytest.mark.gpu

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def no_waiting() -> Iterator[None]:
    """Anything that makes the processor wait for the GPU is an error."""
    torch.cuda.set_sync_debug_mode("error")
    yield
    torch.cuda.set_sync_debug_mode("default")


def build(**recipe) -> Augmentation:
    return Augmentation(make(recipe), input_px=64, mean=IMAGENET_MEAN, std=IMAGENET_STD, class_count=5)


def batch() -> tuple[torch.Tensor, torch.Tensor, np.ndarray]:
    pictures = torch.from_numpy(np.stack([np.asarray(photo(72, 72, seed=n)) for n in range(32)]))
    return pictures, torch.arange(32) % 5, np.arange(32)


@pytest.mark.parametrize("preset", STRENGTHS)
def test_a_gpu_draws_and_changes_as_a_processor_does(preset: str):
    augmentation = build(augmentation=preset, mixup=0.2, cutmix=1.0)
    pictures, targets, samples = batch()
    here, here_targets = augmentation(pictures, targets, epoch=3, samples=samples)
    there, there_targets = augmentation(pictures.cuda(), targets.cuda(), epoch=3, samples=samples)
    assert torch.allclose(there_targets.cpu(), here_targets, atol=1e-6)
    assert torch.allclose(there.cpu(), here, atol=1e-2)


@pytest.mark.usefixtures("no_waiting")
def test_augmentation_never_waits_for_the_gpu():
    pictures, targets, samples = (part.cuda() if isinstance(part, torch.Tensor) else part for part in batch())
    augmentation = build(augmentation="strong", mixup=0.2, cutmix=1.0)
    images, _ = augmentation(pictures, targets, epoch=1, samples=samples)
    assert images.is_contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize("settings", [["input_px=64", "batch_size=512"], ["input_px=224", "batch_size=64", "ema=0.9"]])
def test_gpu_memory_is_estimated_within_one_and_a_half_times(settings: list[str], tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 400, "dog": 400})
    fixed = ["depth=16", "head=average", "device=cuda", "start_from=scratch", "epochs=2", *settings]
    command = [sys.executable, "-m", "vgg_desktop", "train", str(data), "--runs-dir", str(tmp_path), "--name", "run"]
    options = [f"--set={setting}" for setting in fixed]
    subprocess.run([*command, *options], cwd=ROOT, env=os.environ, check=True)
    told = RunDirectory(tmp_path / "run").new_event_reader().read_new()
    truth = next(event for event in told if isinstance(event, Truth))
    assert 1 / 1.5 < truth.estimated_memory_bytes / truth.memory_bytes < 1.5
