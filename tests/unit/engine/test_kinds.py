"""What a classifier says of kinds: sums of its labels' scores."""

from pathlib import Path

import numpy as np
import pytest

from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import photo
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Calibration
from vgg_desktop.core.model.prediction import Candidate, KindScore
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.kinds import KindSums
from vgg_desktop.pictures.decode import Picture

AIREDALE, BEAGLE = Label("n02096051", "Airedale"), Label("n02088364", "beagle")
TABBY, TIGER = Label("n02123045", "tabby cat"), Label("n02129604", "tiger")
LABELS = (AIREDALE, TABBY, BEAGLE, TIGER)


def best(scores: list[float], sure: bool | None, **thresholds: float | None) -> KindScore:
    sums = KindSums.of(LABELS)
    assert sums
    place = int(np.argmax(scores))
    return sums.best(
        np.array(scores, np.float32), Candidate(LABELS[place], scores[place]), sure, Calibration(**thresholds)
    )


def test_many_small_scores_of_one_kind_outweigh_the_best_label_of_another():
    found = best([0.32, 0.38, 0.25, 0.05], False, threshold=0.6, kind_threshold=0.5)
    assert (found.kind, found.sure, found.best.label) == ("dog", True, AIREDALE)
    assert found.score == pytest.approx(0.57)
    assert found.best.score == pytest.approx(0.32)


@pytest.mark.parametrize(
    ("thresholds", "sure"),
    [
        ({"threshold": 0.6, "kind_threshold": 0.5}, True),
        ({"threshold": 0.6, "kind_threshold": 0.7}, False),
        ({"threshold": 0.5}, False),
        ({}, None),
    ],
)
def test_a_kind_is_sure_from_a_threshold_of_its_own_or_else_from_the_accuracy_that_thresholds_aim_at(
    thresholds: dict[str, float], sure: bool | None
):
    label_sure = False if thresholds else None
    assert best([0.32, 0.38, 0.25, 0.05], label_sure, **thresholds).sure is sure


def test_a_file_without_a_threshold_for_kinds_is_taken_at_its_word():
    assert best([0.41, 0.19, 0.40, 0.0], False, threshold=0.5).sure
    assert not best([0.39, 0.22, 0.39, 0.0], False, threshold=0.5).sure


def test_a_kind_that_is_less_likely_than_none_of_these_is_not_sure():
    known = {"threshold": 0.6, "kind_threshold": 0.4}
    assert best([0.25, 0.05, 0.2, 0.0], False, **known).sure
    assert not best([0.25, 0.05, 0.2, 0.0], False, none_logit=1.0, **known).sure
    assert best([0.35, 0.1, 0.2, 0.0], False, none_logit=1.0, **known).sure


def test_a_sure_label_makes_its_kind_sure():
    assert best([0.1, 0.65, 0.1, 0.15], True, threshold=0.6, kind_threshold=0.9).sure


def test_a_sum_that_rounding_brings_above_one_stays_a_score():
    assert best([0.6, 0.0, 0.4000001, 0.0], True, threshold=0.5).score <= 1.0


def test_a_classifier_of_imagenet_classes_sums_all_of_its_scores(tmp_path: Path):
    classifier = Classifier.load(tiny_bundle(tmp_path / "m.safetensors", "abcd", labels=LABELS))
    image = photo(80, 60, 0)
    prediction = classifier.classify([Picture(np.array(image), image.size, "PNG", False)], top=1)[0]
    scores = classifier.scores(classifier.square(Picture(np.array(image), image.size, "PNG", False))[None])[0]
    assert prediction.kind
    assert prediction.kind.score == pytest.approx(max(scores[0] + scores[2], scores[1], scores[3]))
    classifier.close()


def test_a_classifier_with_classes_of_its_own_says_nothing_of_kinds(tmp_path: Path):
    classifier = Classifier.load(tiny_bundle(tmp_path / "m.safetensors"))
    image = photo(80, 60, 0)
    assert classifier.classify([Picture(np.array(image), image.size, "PNG", False)])[0].kind is None
    classifier.close()
