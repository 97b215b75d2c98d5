"""A model measured on labelled pictures, and calibrated on them: long work for `Jobs.follow`, which imports torch."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import CalibratedModel, CalibrationChanges, ModelInfo
from vgg_desktop.core.run.evaluation import FolderEvaluation
from vgg_desktop.services.answers import ModelRequest
from vgg_desktop.services.dataset_reports import ScanProgress
from vgg_desktop.services.engine_calls import shown_info
from vgg_desktop.services.jobs import Job

_REPORT_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class EvaluationRequest:
    """Which model, and a folder of class folders or a table; of one with train and val sides, val is meant."""

    model: ModelRequest
    source: Path


@dataclass(frozen=True, slots=True)
class ModelEvaluation:
    """What was asked for, and how the model did; of its classes those that occur. `notices` are whole sentences."""

    request: EvaluationRequest
    info: ModelInfo
    device: DeviceChoice
    found: FolderEvaluation
    seconds: float
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The calibrated copy, which can be loaded by `name`."""

    name: str
    model: CalibratedModel


def measure_model(request: EvaluationRequest, job: Job[ScanProgress, ModelEvaluation]) -> ModelEvaluation:
    """Raises: AppError when there is no such model, or nothing that it could be measured on; CancelledError."""
    import msgspec

    from vgg_desktop.engine.classifier import Classifier
    from vgg_desktop.training.evaluation.labelled import evaluate_model, labelled_pictures

    started_s, notices, model = time.monotonic(), [], request.model
    classifier = Classifier.load(model.source, device=model.device, precision=model.precision, on_notice=notices.append)
    try:
        labelled = labelled_pictures(classifier.info.labels, request.source)
        found = evaluate_model(classifier, labelled, on_progress=_paced(job), cancelled=lambda: job.is_cancelled)
        found = msgspec.structs.replace(found, evaluation=found.evaluation.of_classes_that_occur())
        elapsed_s = time.monotonic() - started_s
        return ModelEvaluation(
            request, shown_info(classifier, model.source), classifier.device, found, elapsed_s, tuple(notices)
        )
    finally:
        classifier.close()


def write_calibrated(request: EvaluationRequest, name: str, job: Job[ScanProgress, Calibrated]) -> Calibrated:
    """A copy of the model among the user's own, whose scores mean what they say.

    Raises:
        AppError: the name is taken, the pictures are too few, or the file cannot be written.
        CancelledError: nothing is written.
    """
    from vgg_desktop.engine.weights.catalog import new_model_file
    from vgg_desktop.training.evaluation.calibration import calibrate_model

    made = calibrate_model(
        request.model.source,
        request.source,
        new_model_file(name),
        CalibrationChanges(name=name),
        device=request.model.device,
        precision=request.model.precision,
        on_notice=_ignore,
        on_progress=_paced(job),
        cancelled=lambda: job.is_cancelled,
    )
    return Calibrated(name, made)


def _paced(job: Job[ScanProgress, Any]) -> Callable[[int, int], None]:
    """At most 20 reports a second: pictures may be faster than a window."""
    told_s = 0.0

    def report(done: int, total: int) -> None:
        nonlocal told_s
        now_s = time.monotonic()
        if done == total or now_s - told_s >= _REPORT_EVERY_S:
            told_s = now_s
            job.report(ScanProgress(done, total))

    return report


def _ignore(_sentence: str) -> None:
    """What is left out was said when the model was measured."""
