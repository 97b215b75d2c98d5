"""What a run will take, put together: memory and disk by arithmetic, time by a few measured steps."""

import shutil
import sys
import time
from pathlib import Path

import torch

from vgg_desktop.core.dataset_report import Estimate
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import cache_dir
from vgg_desktop.core.recipe.schedule import input_px_at
from vgg_desktop.training.batches.batch import steps_per_epoch
from vgg_desktop.training.batches.run_loaders import can_keep_features, evaluation_batch
from vgg_desktop.training.data.dataset import Dataset
from vgg_desktop.training.memory import used_bytes
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.parallel import worker_count
from vgg_desktop.training.setup.estimate import Workload, cache_bytes, disk_bytes, memory_bytes
from vgg_desktop.training.setup.probe import Rate, rate_of
from vgg_desktop.training.setup.resolve import Resolved

# What the optimiser's code brings into memory when the first one is made. Measured on Linux, torch 2.15.
_OPTIMISER_CODE_BYTES = 85_000_000
_DECODED_PICTURES = 12


def forecast(resolved: Resolved, dataset: Dataset, *, folder: Path, measure: bool = True) -> Estimate:
    """The estimate for a run in `folder` (or its nearest parent that exists). `measure` times a few steps."""
    work = workload(resolved, dataset)
    # Before the measuring, which leaves memory of its own behind.
    memory = memory_bytes(work, _program_bytes(resolved))
    seconds = _seconds(resolved, dataset, work) if measure else None
    prepare_s, epochs_s = seconds or (None, None)
    return Estimate(
        device=resolved.device.name,
        memory_bytes=memory,
        disk_bytes=disk_bytes(work),
        disk_free_bytes=_free_bytes(folder),
        least_disk_bytes=disk_bytes(work) - cache_bytes(work),
        seconds=None if epochs_s is None or prepare_s is None else prepare_s + epochs_s,
        prepare_seconds=prepare_s,
        epoch_seconds=None if epochs_s is None else epochs_s / resolved.recipe.epochs,
    )


def workload(resolved: Resolved, dataset: Dataset) -> Workload:
    """The numbers that memory and disk depend on."""
    count = len(dataset.train) + len(dataset.val)
    parts = cut(resolved.network, resolved.recipe)
    return Workload(
        recipe=resolved.recipe,
        architecture=resolved.info.architecture,
        preprocessing=resolved.info.preprocessing,
        device=resolved.device.kind,
        precision=resolved.device.precision,
        train_count=len(dataset.train),
        val_count=len(dataset.val),
        keeps_features=can_keep_features(resolved.recipe, parts, count, torch.device(resolved.device.torch_name)),
        evaluation_batch=evaluation_batch(resolved.recipe),
    )


def _program_bytes(resolved: Resolved) -> int:
    """This process without its network is much like the one that will train."""
    cpu = torch.device("cpu")
    network = sum(parameter.nbytes for parameter in resolved.network.parameters() if parameter.device == cpu)
    missing = 0 if "torch._dynamo" in sys.modules else _OPTIMISER_CODE_BYTES
    return max(0, used_bytes(cpu) - network) + missing


def _seconds(resolved: Resolved, dataset: Dataset, work: Workload) -> tuple[float, float] | None:
    """Before the first step, and all epochs together."""
    device = torch.device(resolved.device.torch_name)
    resolved.network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    try:
        rate = rate_of(
            resolved.network,
            resolved.recipe,
            device=device,
            precision=resolved.device.precision,
            memory_file=cache_dir() / "rates.json",
        )
        prepare_s = _decoding_seconds(dataset, work)
    except AppError:
        return None
    if work.keeps_features:
        return prepare_s + (work.train_count + work.val_count) * rate.forward_s, _feature_epochs(work, rate)
    return prepare_s, _picture_epochs(work, rate)


def _picture_epochs(work: Workload, rate: Rate) -> float:
    """Learning costs by the area of the pictures of each epoch; validation is always at full size."""
    recipe, side_px = work.recipe, work.preprocessing.crop_px
    areas = sum((input_px_at(recipe, epoch, side_px) / side_px) ** 2 for epoch in range(1, recipe.epochs + 1))
    learning_s = areas * work.train_count * rate.picture_s
    steps = recipe.epochs * steps_per_epoch(work.train_count, int(recipe.batch_size))
    return learning_s + steps * rate.step_s + recipe.epochs * work.val_count * rate.forward_s


def _feature_epochs(work: Workload, rate: Rate) -> float:
    """Only what is trained runs: a picture's cost is nothing beside its step's."""
    return work.recipe.epochs * steps_per_epoch(work.train_count, int(work.recipe.batch_size)) * rate.step_s


def _decoding_seconds(dataset: Dataset, work: Workload) -> float:
    """By a few pictures from everywhere; a cache from an earlier run makes it less."""
    pictures = dataset.train
    step = max(1, len(pictures) // _DECODED_PICTURES)
    started_s = time.perf_counter()
    some = range(0, len(pictures), step)[:_DECODED_PICTURES]
    for position in some:
        pictures.square(position, work.preprocessing)
    each_s = (time.perf_counter() - started_s) / max(1, len(some)) / worker_count(work.recipe.workers)
    return each_s * (work.train_count * len(work.sides_px) + work.val_count)


def _free_bytes(folder: Path) -> int | None:
    existing = next((parent for parent in (folder, *folder.absolute().parents) if parent.exists()), None)
    try:
        return shutil.disk_usage(existing).free if existing else None
    except OSError:
        return None
