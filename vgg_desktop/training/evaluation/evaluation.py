"""Everything about how a model does: confusion, precision, recall, calibration, every picture."""

from collections.abc import Sequence

import numpy as np

from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.run.evaluation import Accuracy, ClassResult, Evaluation, PictureResult
from vgg_desktop.engine.calibrate import calibration_bins, calibration_error
from vgg_desktop.training.data.picture_set import PictureSet
from vgg_desktop.training.evaluation.answers import Answers
from vgg_desktop.training.evaluation.figures import confusion_matrix, precision_and_recall


def evaluation_from(
    answers: Answers,
    pictures: PictureSet,
    labels: Sequence[Label],
    *,
    train_targets: np.ndarray,
    temperature: float,
    epoch: int,
) -> Evaluation:
    """Of the `answers` for these `pictures`, in their order; `train_targets` are those of the training pictures."""
    confusion = confusion_matrix(answers.predicted.numpy(), answers.targets.numpy(), len(labels))
    return Evaluation(
        epoch=epoch,
        count=len(answers),
        loss=float(answers.loss.double().mean()),
        top1=float(answers.is_right.double().mean()),
        top5=float(answers.among5.double().mean()),
        ece=calibration_error(answers.score, answers.is_right),
        ece_calibrated=calibration_error(answers.calibrated, answers.is_right),
        temperature=temperature,
        classes=_class_results(labels, train_targets, confusion),
        confusion=tuple(map(tuple, confusion.tolist())),
        calibration=calibration_bins(answers.score, answers.is_right),
        pictures=_picture_results(pictures, answers),
    )


def accuracy_of(answers: Answers) -> Accuracy:
    """The figures that matter most."""
    return Accuracy(
        count=len(answers),
        top1=float(answers.is_right.double().mean()),
        top5=float(answers.among5.double().mean()),
        ece=calibration_error(answers.calibrated, answers.is_right),
    )


def _class_results(
    labels: Sequence[Label], train_targets: np.ndarray, confusion: np.ndarray
) -> tuple[ClassResult, ...]:
    precision, recall = precision_and_recall(confusion)
    train_counts = np.bincount(train_targets, minlength=len(labels))
    rows = zip(labels, train_counts, confusion.sum(1), precision, recall, strict=True)
    return tuple(_class_result(*row) for row in rows)


def _class_result(label: Label, train_count: int, val_count: int, precision: float, recall: float) -> ClassResult:
    return ClassResult(
        label=label,
        train_count=int(train_count),
        val_count=int(val_count),
        precision=None if np.isnan(precision) else float(precision),
        recall=None if np.isnan(recall) else float(recall),
    )


def _picture_results(pictures: PictureSet, answers: Answers) -> tuple[PictureResult, ...]:
    """Worst first."""
    columns = (answers.targets, answers.predicted, answers.score, answers.target_score, answers.loss)
    targets, predicted, scores, target_scores, losses = (column.tolist() for column in columns)
    return tuple(
        PictureResult(
            path=pictures.paths[place],
            sha256=pictures.hashes[place],
            target=targets[place],
            predicted=predicted[place],
            score=scores[place],
            target_score=target_scores[place],
            loss=losses[place],
        )
        for place in answers.loss.argsort(descending=True, stable=True).tolist()
    )
