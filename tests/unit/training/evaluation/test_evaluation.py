"""Every figure equals that of torchmetrics."""

from pathlib import Path

import numpy as np
import pytest
import torch
import torchmetrics.functional.classification as theirs

from vgg_desktop.core.model.labels import Label
from vgg_desktop.engine.calibrate import calibration_bins
from vgg_desktop.training.data.picture_set import PictureSet
from vgg_desktop.training.evaluation.answers import answers_from, concatenated
from vgg_desktop.training.evaluation.calibration import fit_calibration
from vgg_desktop.training.evaluation.evaluation import evaluation_from
from vgg_desktop.training.evaluation.figures import confusion_matrix, precision_and_recall, topk_accuracy

CLASSES = 7
COUNT = 500
HALF, REST = slice(0, COUNT // 2), slice(COUNT // 2, None)


@pytest.fixture
def logits_and_targets():
    generator = torch.Generator().manual_seed(3)
    targets = torch.randint(0, CLASSES, (COUNT,), generator=generator)
    logits = torch.randn(COUNT, CLASSES, generator=generator) * 2
    logits[torch.arange(COUNT), targets] += 1.5
    return logits, targets


@pytest.mark.parametrize("k", [1, 3, 5])
def test_accuracies_are_those_of_torchmetrics(logits_and_targets, k):
    logits, targets = logits_and_targets
    expected = theirs.multiclass_accuracy(logits, targets, CLASSES, average="micro", top_k=k)
    assert topk_accuracy(logits, targets, k) == pytest.approx(float(expected))


def test_with_fewer_than_five_classes_all_are_among_the_five_best():
    assert topk_accuracy(torch.randn(4, 3), torch.tensor([0, 1, 2, 0]), 5) == 1.0


def test_the_confusion_matrix_is_that_of_torchmetrics(logits_and_targets):
    logits, targets = logits_and_targets
    expected = theirs.multiclass_confusion_matrix(logits, targets, CLASSES).numpy()
    assert np.array_equal(confusion_matrix(logits.argmax(1).numpy(), targets.numpy(), CLASSES), expected)


def test_precision_and_recall_are_those_of_torchmetrics(logits_and_targets):
    logits, targets = logits_and_targets
    confusion = confusion_matrix(logits.argmax(1).numpy(), targets.numpy(), CLASSES)
    precision, recall = precision_and_recall(confusion)
    assert precision == pytest.approx(theirs.multiclass_precision(logits, targets, CLASSES, average=None).numpy())
    assert recall == pytest.approx(theirs.multiclass_recall(logits, targets, CLASSES, average=None).numpy())


def test_a_class_that_never_came_up_has_no_precision_and_no_recall():
    precision, recall = precision_and_recall(np.array([[2, 0, 0], [1, 0, 0], [0, 0, 0]]))
    assert np.isnan(precision).tolist() == [False, True, True]
    assert np.isnan(recall).tolist() == [False, False, True]


def report(logits, targets, *, temperature=1.0):
    names = tuple(f"{number}.png" for number in range(len(targets)))
    pictures = PictureSet(root=Path(), paths=names, hashes=names, targets=targets.numpy())
    labels = tuple(Label(str(number), str(number)) for number in range(CLASSES))
    # In two parts, as a folder is read.
    answers = concatenated([answers_from(logits[part], targets[part], temperature) for part in (HALF, REST)])
    return evaluation_from(
        answers, pictures, labels, train_targets=np.zeros(2, np.int64), temperature=temperature, epoch=4
    )


def test_the_calibration_errors_are_those_of_torchmetrics(logits_and_targets):
    logits, targets = logits_and_targets
    found = report(logits, targets, temperature=2.5)
    before, after = (
        theirs.multiclass_calibration_error((logits / t).softmax(1), targets, CLASSES, n_bins=15, norm="l1")
        for t in (1.0, 2.5)
    )
    assert found.ece == pytest.approx(float(before), abs=1e-6)
    assert found.ece_calibrated == pytest.approx(float(after), abs=1e-6)


def test_the_bins_explain_the_calibration_error(logits_and_targets):
    logits, targets = logits_and_targets
    best, labels = logits.softmax(1).max(1)
    bins = calibration_bins(best, labels == targets)
    gaps = sum(one.count * abs(one.accuracy - one.confidence) for one in bins) / COUNT
    assert gaps == pytest.approx(report(logits, targets).ece, abs=1e-6)
    assert sum(one.count for one in bins) == COUNT
    assert all(one.low <= one.confidence <= one.high for one in bins if one.count)


def test_pictures_stand_worst_first_with_their_file_names(logits_and_targets):
    logits, targets = logits_and_targets
    found = report(logits, targets)
    losses = [picture.loss for picture in found.pictures]
    assert losses == sorted(losses, reverse=True)
    assert len(found.pictures) == COUNT
    place = int(torch.nn.functional.cross_entropy(logits, targets, reduction="none").argmax())
    worst = found.pictures[0]
    assert (worst.path, worst.target) == (f"{place}.png", int(targets[place]))
    assert worst.score == pytest.approx(float(logits.softmax(1)[place].max()))
    assert worst.target_score == pytest.approx(float(logits.softmax(1)[place, targets[place]]))
    assert len(found.mistakes) == COUNT - round(found.top1 * COUNT)
    assert not any(picture.is_right for picture in found.mistakes)


def test_the_classes_carry_their_counts(logits_and_targets):
    logits, targets = logits_and_targets
    found = report(logits, targets)
    assert [one.val_count for one in found.classes] == torch.bincount(targets, minlength=CLASSES).tolist()
    assert [one.train_count for one in found.classes] == [2] + [0] * (CLASSES - 1)
    assert sum(map(sum, found.confusion)) == COUNT


def test_calibration_cools_a_model_that_is_too_sure(logits_and_targets):
    logits, targets = logits_and_targets
    logits = logits + 3 * torch.nn.functional.one_hot(targets, CLASSES)
    found = fit_calibration(logits * 3, targets)
    assert found.temperature == pytest.approx(3 * fit_calibration(logits, targets).temperature, rel=0.01)
    assert found.accuracy >= 0.75
    assert 0 < found.coverage <= 1
    assert found.ece < report(logits * 3, targets).ece
