"""Temperature and threshold: of a run's best weights, and of a finished model that is written anew with them.

    changes = CalibrationChanges(name="Dogs, calibrated")
    made = calibrate_model("builtin", folder, target, changes, split="val", device="auto", precision="auto", ...)

`made` is plain data of `core`. The function loads the model itself, and needs a thread of its own.
"""

import statistics
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import CalibratedModel, Calibration, CalibrationChanges, ModelInfo
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.run.evaluation import FEWEST_TO_CALIBRATE, seen_sentence
from vgg_desktop.engine.calibrate import (
    WANTED_ACCURACY,
    calibrate,
    cautious_temperature,
    choose_threshold,
    expected_calibration_error,
    unsure_kinds,
)
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.kinds import KindSums
from vgg_desktop.engine.weights import bundle, catalog, importers
from vgg_desktop.training.evaluation.answers import logits_from
from vgg_desktop.training.evaluation.figures import topk_accuracy
from vgg_desktop.training.evaluation.labelled import LabelledPictures, labelled_pictures, pictures_at, scored_pictures
from vgg_desktop.training.evaluation.seen import seen_pictures
from vgg_desktop.training.progress import IsCancelled, Progress, never_cancelled, no_progress


def fit_calibration(logits: torch.Tensor, targets: torch.Tensor, labels: Sequence[Label] = ()) -> Calibration:
    """Temperature and thresholds from all pictures; how they do is measured on halves that did not take part."""
    even, odd = slice(0, None, 2), slice(1, None, 2)
    if len(logits) < 2:
        return Calibration()
    kinds = kind_places(labels)
    measured = [
        calibrate(logits[mine], targets[mine], (logits[other], targets[other]), kinds=kinds)
        for mine, other in ((even, odd), (odd, even))
    ]
    temperature = cautious_temperature(logits, targets)
    scores = (logits / temperature).softmax(1)
    threshold = choose_threshold(scores, targets, WANTED_ACCURACY).score
    found = Calibration(
        temperature=temperature,
        threshold=threshold,
        coverage=_mean(one.coverage for one in measured),
        accuracy=_mean(one.accuracy for one in measured),
        ece=_mean(one.ece for one in measured),
    )
    if kinds is None or any(one.kind_threshold is None for one in measured):
        return found
    return msgspec.structs.replace(
        found,
        kind_threshold=choose_threshold(*unsure_kinds(scores, targets, kinds, threshold), WANTED_ACCURACY).score,
        kind_coverage=_mean(one.kind_coverage for one in measured),
        kind_accuracy=_mean(one.kind_accuracy for one in measured),
    )


def kind_places(labels: Sequence[Label]) -> torch.Tensor | None:
    """int64 (classes,): of which kind each label is; None for a model with classes of its own."""
    sums = KindSums.of(labels)
    return None if sums is None else torch.from_numpy(sums.places)


def calibrate_model(
    model: str | Path,
    source: Path,
    target: Path,
    changes: CalibrationChanges,
    *,
    split: str = "val",
    reading: Reading = AS_IT_IS,
    include_seen: bool = False,
    device: str = "auto",
    precision: str = "auto",
    on_notice: Callable[[str], None],
    on_progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> CalibratedModel:
    """Measure `model` on labelled pictures and write it with temperature, threshold and figures to `target`.

    Every second picture, in the order of the folder, fits temperature and threshold; the others measure them. Pictures
    that the model has learned from are left out, unless it is to `include_seen` or the training side was asked for.
    `on_notice` gets whole sentences: classes and pictures that are left out, a device that failed.

    Raises:
        AppError: there is no such model, too few pictures, or `target` exists or cannot be written.
        CancelledError: `cancelled` said so; nothing is written.
    """
    if target.exists():
        raise AppError("{file} exists already.", "Choose another name for the new file.", file=display_name(target))
    weights = importers.open_weights(catalog.resolve(model))
    info, state = _changed(weights.info, changes), weights.state_dict
    if changes.is_half:
        state = {name: _halved(tensor) for name, tensor in state.items()}
    with tempfile.TemporaryDirectory() as folder:
        # Measured is what will be stored, by the code that will run it.
        draft = Path(folder) / target.name
        bundle.save(draft, info, state)
        classifier = Classifier.load(str(draft), device=device, precision=precision, on_notice=on_notice)
        try:
            logits, targets = _answers(
                classifier,
                labelled_pictures(classifier.info.labels, source, split, reading),
                on_notice,
                on_progress,
                cancelled,
                include_seen=include_seen or split == "train",
            )
            measured_by = f"{classifier.device.precision} on {classifier.device.name}"
        finally:
            classifier.close()
    made = _measured(info, logits, targets, f"{len(targets):,} pictures of {display_name(source)}, {measured_by}")
    bundle.save(target, made.info, state)
    return made


def _changed(info: ModelInfo, changes: CalibrationChanges) -> ModelInfo:
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


def _answers(
    classifier: Classifier,
    labelled: LabelledPictures,
    on_notice: Callable[[str], None],
    on_progress: Progress,
    cancelled: IsCancelled,
    *,
    include_seen: bool,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits (N, C) but for a constant a picture, and targets (N,), of the pictures that can be read."""
    for sentence in labelled.left_out():
        on_notice(sentence)
    pictures = labelled.pictures
    seen = seen_pictures(classifier.info, pictures, on_progress=on_progress, cancelled=cancelled)
    if seen is not None and seen.any():
        on_notice(seen_sentence(int(seen.sum()), len(seen), is_counted=include_seen))
        pictures = pictures if include_seen else pictures_at(pictures, np.flatnonzero(~seen).tolist())
    scores, targets = [], []
    scored = scored_pictures(classifier, pictures, on_progress=on_progress, cancelled=cancelled)
    for file, target in zip(scored, pictures.targets, strict=True):
        if file.scores is None:
            on_notice(str(file.error))
        else:
            scores.append(file.scores)
            targets.append(int(target))
    if len(scores) < FEWEST_TO_CALIBRATE:
        raise AppError(
            "Calibration needs at least {least} pictures of classes that the model knows.",
            "Pictures that it has learned from do not count." if seen is not None and seen.any() else "",
            least=FEWEST_TO_CALIBRATE,
        )
    return logits_from(np.stack(scores), classifier.info.calibration.temperature), torch.tensor(targets)


def _measured(info: ModelInfo, logits: torch.Tensor, targets: torch.Tensor, measured_on: str) -> CalibratedModel:
    held_out = logits[1::2], targets[1::2]
    metrics = {
        "top1": topk_accuracy(logits, targets, 1),
        "top5": topk_accuracy(logits, targets, 5),
        "val_count": len(targets),
    }
    if "train_count" in info.metrics:
        metrics["train_count"] = info.metrics["train_count"]
    found = calibrate(logits[0::2], targets[0::2], held_out, kinds=kind_places(info.labels))
    described = msgspec.structs.replace(info, metrics=metrics, calibration=found, measured_on=measured_on)
    return CalibratedModel(info=described, raw_ece=expected_calibration_error(held_out[0].softmax(1), held_out[1]))


def _mean(values: Iterable[float | None]) -> float:
    return statistics.fmean(value or 0.0 for value in values)
