"""The end of a run: the best weights measured on every validation picture, and the bundle that people use."""

import time
from collections.abc import Callable, Generator
from pathlib import Path

import msgspec
import torch

from vgg_desktop import __version__
from vgg_desktop.core.dataset_report import Estimate
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.model.model_info import Calibration, ModelInfo
from vgg_desktop.core.recipe.recipe_file import write_toml
from vgg_desktop.core.run.evaluation import Evaluation
from vgg_desktop.core.run.events import Event, Truth, Warned
from vgg_desktop.core.run.run_directory import Command, RunDirectory
from vgg_desktop.core.run.run_notes import title_of
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.data.dataset import Dataset
from vgg_desktop.training.evaluation.answers import answers_from
from vgg_desktop.training.evaluation.calibration import fit_calibration
from vgg_desktop.training.evaluation.evaluation import evaluation_from
from vgg_desktop.training.loop.best_weights import step_over_lost_best
from vgg_desktop.training.loop.loop import Attempt
from vgg_desktop.training.loop.metrics import all_logits
from vgg_desktop.training.loop.train_state import TrainState
from vgg_desktop.training.memory import peak_bytes
from vgg_desktop.training.setup.prepare import Prepared


def conclude(
    run: RunDirectory, prepared: Prepared, command: Callable[[], Command | None]
) -> Generator[Event, None, bool]:
    """Write `evaluation.json` and `best.safetensors`; gives False when a command to pause or discard came before them.

    Raises:
        AppError: a picture has vanished, or a file cannot be written.
    """
    attempt, dataset = prepared.attempt, prepared.dataset
    if lost := step_over_lost_best(run, attempt.state):
        yield Warned(time=time.time(), summary=lost)
    _take_best_weights(run, prepared)
    logits = _logits(prepared, command)
    if logits is None:
        return False
    targets = torch.from_numpy(dataset.val.targets)
    calibration = fit_calibration(logits, targets, dataset.labels)
    evaluation = evaluation_from(
        answers_from(logits, targets, calibration.temperature),
        dataset.val,
        dataset.labels,
        train_targets=dataset.train.targets,
        temperature=calibration.temperature,
        epoch=_epoch_of(attempt.state),
    )
    write_atomically(run.evaluation_file, msgspec.json.encode(evaluation))
    state = attempt.learner.parts.network_state(attempt.learner.evaluated)
    bundle.save(run.best_file, _info(run, attempt, dataset, evaluation, calibration), state)
    if prepared.estimate:
        yield _truth(run, prepared, prepared.estimate)
    return True


def _epoch_of(position: TrainState) -> int:
    """From which the weights are that become the result."""
    return (position.best_epoch if position.snapshot else None) or position.epoch


def _take_best_weights(run: RunDirectory, prepared: Prepared) -> None:
    """Before the first validation there are none, and the present ones are kept."""
    attempt = prepared.attempt
    if attempt.state.snapshot:
        info, state = bundle.load(run.snapshots_dir / attempt.state.snapshot)
        prepared.loaders.show_val_as(info.preprocessing)
        attempt.learner.evaluated.load_state_dict(attempt.learner.parts.trained_state(state))


def _logits(prepared: Prepared, command: Callable[[], Command | None]) -> torch.Tensor | None:
    found: list[torch.Tensor] = []
    for logits in all_logits(prepared.attempt.learner, prepared.loaders.val(whole=True)):
        found.append(logits)
        if command() in ("pause", "discard"):
            return None
    return torch.cat(found)


def _truth(run: RunDirectory, prepared: Prepared, estimate: Estimate) -> Truth:
    own = sum(path.stat().st_size for path in run.path.rglob("*") if path.is_file())
    return Truth(
        time=time.time(),
        estimated_memory_bytes=estimate.memory_bytes,
        memory_bytes=peak_bytes(prepared.attempt.learner.device),
        estimated_disk_bytes=estimate.disk_bytes,
        disk_bytes=own + prepared.loaders.stored_bytes,
        estimated_seconds=estimate.seconds,
        seconds=prepared.attempt.state.seconds,
    )


def _info(
    run: RunDirectory, attempt: Attempt, dataset: Dataset, evaluation: Evaluation, calibration: Calibration
) -> ModelInfo:
    source = Path(run.about().source).name
    return msgspec.structs.replace(
        attempt.info,
        name=title_of(run.path),
        preprocessing=attempt.loaders.preprocessing,
        calibration=calibration,
        metrics={
            "top1": evaluation.top1,
            "top5": evaluation.top5,
            "ece": evaluation.ece_calibrated,
            "loss": evaluation.loss,
            "val_count": evaluation.count,
            "train_count": len(dataset.train),
        },
        measured_on=f"{evaluation.count:,} validation pictures of {source}",
        provenance={
            **attempt.info.provenance,
            "made by": f"VGG Desktop {__version__}",
            "run": run.name,
            "made on": time.strftime("%Y-%m-%d"),
            "epoch": str(evaluation.epoch),
            "data": source,
            "data fingerprint": dataset.fingerprint,
            "recipe": write_toml(attempt.recipe),
        },
    )
