"""What `vgg-desktop models calibrate` does once its options are read."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch

from vgg_desktop.cli.text.progress import counted
from vgg_desktop.cli.text.results import say
from vgg_desktop.cli.work.evaluate import labelled_pictures
from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import Calibration, ModelInfo
from vgg_desktop.engine.calibrate import calibrate, expected_calibration_error
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.folder import classify_paths
from vgg_desktop.engine.weights import bundle, catalog, importers
from vgg_desktop.training.loop.metrics import topk_accuracy

_FEWEST_PICTURES = 100
_TINIEST = float(np.finfo(np.float32).tiny)


@dataclass(frozen=True, slots=True)
class Changes:
    """What else is to be different in the new file; None leaves it as it was."""

    name: str | None = None
    licence: str | None = None
    views: int | None = None
    is_half: bool = False


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The model that was written, and the calibration error without its temperature."""

    info: ModelInfo
    raw_ece: float

    def text(self) -> str:
        metrics, found = self.info.metrics, self.info.calibration
        count = int(metrics["val_count"])
        lines = [
            f"{count:,} pictures: top-1 {metrics['top1']:.2%}, top-5 {metrics['top5']:.2%}",
            f"Temperature {found.temperature:.3f}, fitted on every second picture. On the others:",
            f"calibration error {found.ece:.3f}, without the temperature {self.raw_ece:.3f};",
            f"sure above {found.threshold:.3f}: {found.coverage:.1%} of them, of which {found.accuracy:.1%} are right.",
        ]
        return "\n".join(lines)


def calibrated(
    model: str, source: Path, target: Path, changes: Changes, *, split: str, device: str, precision: str
) -> Calibrated:
    """Measure `model` on labelled pictures and write it with temperature, threshold and figures to `target`.

    Every second picture, in the order of the folder, fits temperature and threshold; the others measure them.

    Raises:
        AppError: there is no such model, too few pictures, or `target` exists or cannot be written.
    """
    if target.exists():
        raise AppError(f"{display_name(target)} exists already.", "Choose another name for the new file.")
    weights = importers.open_weights(catalog.resolve(model))
    info, state = _changed(weights.info, changes), weights.state_dict
    if changes.is_half:
        state = {name: _halved(tensor) for name, tensor in state.items()}
    with tempfile.TemporaryDirectory() as folder:
        # Measured is what will be stored, by the code that will run it.
        draft = Path(folder) / target.name
        bundle.save(draft, info, state)
        classifier = Classifier.load(str(draft), device=device, precision=precision, on_notice=say)
        logits, targets = _answers(classifier, source, split)
        measured_by = f"{classifier.device.precision} on {classifier.device.name}"
        classifier.close()
    result = _measured(info, logits, targets, f"{len(targets):,} pictures of {source.name}, {measured_by}")
    bundle.save(target, result.info, state)
    return result


def _changed(info: ModelInfo, changes: Changes) -> ModelInfo:
    views = changes.views or info.preprocessing.views
    return msgspec.structs.replace(
        info,
        name=changes.name or info.name,
        licence=changes.licence if changes.licence is not None else info.licence,
        preprocessing=msgspec.structs.replace(info.preprocessing, views=views),
        calibration=Calibration(),
    )


def _halved(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.half() if tensor.is_floating_point() else tensor


def _answers(classifier: Classifier, source: Path, split: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Logarithms of the scores (N, C), which are logits but for a constant, and the targets (N,)."""
    labels = classifier.info.labels
    labelled = labelled_pictures(labels, source, split)
    place = {label: number for number, label in enumerate(labels)}
    scores = np.full((len(labelled.paths), len(labels)), np.nan, np.float32)
    results = classify_paths(classifier, labelled.paths, top=len(labels))
    for row, result in zip(scores, counted(results, len(labelled.paths)), strict=True):
        if result.prediction is None:
            say(str(result.error))
            continue
        for candidate in result.prediction.candidates:
            row[place[candidate.label]] = candidate.score
    is_read = ~np.isnan(scores[:, 0])
    if is_read.sum() < _FEWEST_PICTURES:
        raise AppError(f"Calibration needs at least {_FEWEST_PICTURES} pictures of classes that the model knows.")
    logits = torch.from_numpy(scores[is_read]).double().clamp(min=_TINIEST).log()
    return logits, torch.tensor(labelled.targets)[torch.from_numpy(is_read)]


def _measured(info: ModelInfo, logits: torch.Tensor, targets: torch.Tensor, measured_on: str) -> Calibrated:
    held_out = logits[1::2], targets[1::2]
    metrics = {
        "top1": topk_accuracy(logits, targets, 1),
        "top5": topk_accuracy(logits, targets, 5),
        "val_count": len(targets),
    }
    if "train_count" in info.metrics:
        metrics["train_count"] = info.metrics["train_count"]
    found = calibrate(logits[0::2], targets[0::2], held_out)
    described = msgspec.structs.replace(info, metrics=metrics, calibration=found, measured_on=measured_on)
    return Calibrated(described, expected_calibration_error(held_out[0].softmax(1), held_out[1]))
