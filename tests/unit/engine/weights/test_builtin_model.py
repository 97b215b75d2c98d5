"""The model that a fresh installation starts with is what its card says."""

import re
import tomllib
from pathlib import Path

import pytest

from vgg_desktop.core.files import paths
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.weights import bundle
from vgg_desktop.engine.weights.bundle_header import verify_bundle

CARD = paths.weights_dir() / "README.md"


@pytest.fixture(scope="module")
def builtin() -> Classifier:
    return Classifier.load(device="cpu")


def test_its_file_is_whole_and_small_enough():
    assert verify_bundle(paths.builtin_model()) == bundle.read(paths.builtin_model()).sha256
    assert paths.builtin_model().stat().st_size < 45e6


def test_it_says_everything_about_itself():
    info, _ = bundle.load(paths.builtin_model())
    assert info.licence
    assert info.measured_on
    assert {"top1", "top5"} <= set(info.metrics)
    assert {"data", "made by", "recipe"} <= set(info.provenance)
    calibration = info.calibration
    assert calibration.ece is not None
    assert calibration.ece <= 0.03
    assert None not in (calibration.threshold, calibration.coverage, calibration.accuracy)


def test_it_was_made_by_the_recipe_beside_it():
    info, _ = bundle.load(paths.builtin_model())
    followed = tomllib.loads(info.provenance["recipe"])
    wanted = tomllib.loads((paths.weights_dir() / "builtin.toml").read_text(encoding="utf-8"))
    assert {name: followed[name] for name in wanted} == wanted


def test_its_labels_are_readable_and_carry_ids_and_aliases():
    info, _ = bundle.load(paths.builtin_model())
    by_id = {label.id: label for label in info.labels}
    assert by_id["n01443537"].name == "goldfish"
    assert "Carassius auratus" in by_id["n01443537"].aliases
    assert len(by_id) == 200


def test_its_card_tells_the_figures_of_its_file():
    info, _ = bundle.load(paths.builtin_model())
    card = " ".join(CARD.read_text(encoding="utf-8").split())
    calibration = info.calibration
    assert f"| {info.metrics['top1']:.2%}".replace("%", " %") in card
    assert f"| {info.metrics['top5']:.2%}".replace("%", " %") in card
    for value, digits in ((calibration.ece, 1), (calibration.coverage, 1), (calibration.accuracy, 1)):
        assert value is not None
        assert f"{100 * value:.{digits}f} %" in card
    assert bundle.read(paths.builtin_model()).sha256 in card


def test_it_knows_a_cup_of_coffee_when_it_sees_one(builtin: Classifier):
    (prediction,) = builtin.classify([builtin.decode(sample("coffee.jpg"))])
    assert prediction.best.label.name == "espresso"
    assert prediction.sure


def test_it_says_when_it_is_not_sure(builtin: Classifier):
    (prediction,) = builtin.classify([builtin.decode(sample("photographer.jpg"))])
    assert prediction.sure is False


def test_its_card_names_no_file_of_a_machine():
    assert not re.search(r"(?<!\w)/(home|work|tmp|root|Users)/", CARD.read_text(encoding="utf-8"))


def sample(name: str) -> Path:
    return paths.assets_dir() / "samples" / name
