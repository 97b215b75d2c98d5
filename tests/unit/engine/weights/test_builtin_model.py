"""The model that a fresh installation starts with is what its card says."""

import re
from pathlib import Path

import pytest
from PIL import Image

from vgg_desktop.core.files import paths
from vgg_desktop.core.model.prediction import Prediction
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.weights import bundle
from vgg_desktop.engine.weights.bundle_header import verify_bundle

CARD = paths.weights_dir() / "README.md"
# What may be said of each sample picture; ImageNet has no word for an astronaut or an admiral.
SAMPLES = {
    "astronaut.jpg": set(),
    "cat.jpg": {"Egyptian cat", "tabby cat", "tiger cat"},
    "coffee.jpg": {"espresso", "cup", "coffee mug"},
    "grace-hopper.jpg": set(),
    "photographer.jpg": {"tripod"},
    "rocket.jpg": {"missile", "projectile"},
}


@pytest.fixture(scope="module")
def builtin() -> Classifier:
    return Classifier.load(device="cpu")


def answer(builtin: Classifier, path: Path) -> Prediction:
    (prediction,) = builtin.classify([builtin.decode(path)])
    return prediction


def test_its_file_is_whole_and_small_enough():
    assert verify_bundle(paths.builtin_model()) == bundle.read(paths.builtin_model()).sha256
    assert paths.builtin_model().stat().st_size < 45e6


def test_it_says_everything_about_itself():
    info, _ = bundle.load(paths.builtin_model())
    assert "CC BY 4.0" in info.licence
    assert "Simonyan and A. Zisserman, Visual Geometry Group" in info.licence
    assert info.measured_on
    assert {"top1", "top5"} <= set(info.metrics)
    assert {"data", "made by", "convolutions", "teacher"} <= set(info.provenance)
    calibration = info.calibration
    assert calibration.ece is not None
    assert calibration.ece <= 0.07
    assert None not in (calibration.threshold, calibration.coverage, calibration.accuracy, calibration.none_logit)


def test_what_made_it_stands_beside_it():
    steps = re.findall(r"weights/build/(\w+\.(?:py|tsv))", CARD.read_text(encoding="utf-8"))
    assert {"pictures.py", "extract.py", "head.py", "block5.py", "finish.py", "collections.tsv"} <= set(steps)
    assert all((paths.weights_dir() / "build" / step).is_file() for step in steps)


def test_its_labels_are_the_thousand_readable_ones():
    info, _ = bundle.load(paths.builtin_model())
    by_id = {label.id: label for label in info.labels}
    assert by_id["n01443537"].name == "goldfish"
    assert "Carassius auratus" in by_id["n01443537"].aliases
    assert by_id["n02012849"].name == "crane (bird)"
    assert len(by_id) == 1000


def test_its_card_tells_the_figures_of_its_file():
    info, _ = bundle.load(paths.builtin_model())
    card = " ".join(CARD.read_text(encoding="utf-8").split())
    calibration = info.calibration
    measured = (info.metrics["top1"], info.metrics["top5"], calibration.ece, calibration.coverage, calibration.accuracy)
    for value in measured:
        assert value is not None
        assert re.search(rf"\b{100 * value:.1f} (± \d\.\d )?%", card)
    assert bundle.read(paths.builtin_model()).sha256 in card


@pytest.mark.parametrize(("name", "right"), SAMPLES.items())
def test_it_is_right_about_a_sample_picture_or_not_sure_or_its_card_admits_it(
    builtin: Classifier, name: str, right: set[str]
):
    prediction = answer(builtin, sample(name))
    found = prediction.best.label.name
    assert (
        prediction.sure is False
        or found in right
        or f"wrongly ({found}" in " ".join(CARD.read_text(encoding="utf-8").split())
    )
    assert right & {candidate.label.name for candidate in prediction.candidates} or not right


def test_an_empty_picture_leaves_it_unsure(builtin: Classifier, tmp_path: Path):
    Image.new("RGB", (300, 300), (200, 200, 210)).save(tmp_path / "blank.png")
    assert answer(builtin, tmp_path / "blank.png").sure is False


def test_its_card_names_no_file_of_a_machine():
    assert not re.search(r"(?<!\w)/(home|work|tmp|root|Users)/", CARD.read_text(encoding="utf-8"))


def sample(name: str) -> Path:
    return paths.assets_dir() / "samples" / name
