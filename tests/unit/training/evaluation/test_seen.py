"""Pictures that a model has learned from do not make it look better than it is."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.models import tiny_bundle
from tests.helpers.runs import easy_data
from vgg_desktop.cli.work.evaluate import evaluation_record, evaluation_text
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.learned_from import LearnedFrom
from vgg_desktop.core.model.model_info import CalibrationChanges
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.evaluation import FolderEvaluation
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.data.dataset import open_dataset
from vgg_desktop.training.evaluation.calibration import calibrate_model
from vgg_desktop.training.evaluation.labelled import evaluate_model, labelled_pictures

LABELS = ("class0", "class1", "class2")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return easy_data(tmp_path / "data", per_class=8)


@pytest.fixture
def model(tmp_path: Path, data: Path) -> Path:
    """One that says that it has learned from the training side of the data."""
    learned_from = open_dataset(data, recipe=make({"val_share": 0.25})).learned_from
    assert len(learned_from) == 18
    return tiny_bundle(tmp_path / "tiny.safetensors", LABELS, learned_from=learned_from.encode())


def evaluated(model: Path, source: Path, split: str = "val", *, include_seen: bool = False) -> FolderEvaluation:
    classifier = Classifier.load(model, device="cpu", precision="fp32")
    try:
        labelled = labelled_pictures(classifier.info.labels, source, split)
        return evaluate_model(classifier, labelled, include_seen=include_seen)
    finally:
        classifier.close()


def test_pictures_that_it_has_learned_from_are_left_out_and_both_figures_told(data: Path, model: Path):
    found = evaluated(model, data)
    assert (found.seen_count, found.evaluation.count) == (18, 6)
    assert found.without_seen.count == 6
    assert found.without_seen.top1 == found.evaluation.top1
    assert found.with_seen.count == 24
    text = evaluation_text(found)
    assert "The model has learned from 18 of these 24 pictures; they are left out. With them " in text
    record = json.loads(json.dumps(evaluation_record(found)))
    assert (record["count"], record["seen"], record["with_seen"]["count"]) == (6, 18, 24)


def test_asked_for_they_count(data: Path, model: Path):
    found = evaluated(model, data, include_seen=True)
    assert (found.seen_count, found.evaluation.count, found.without_seen.count) == (18, 24, 6)
    assert found.evaluation.top1 == found.with_seen.top1
    assert "The model has learned from 18 of these 24 pictures. Without them " in evaluation_text(found)


def test_another_file_with_their_pixels_is_no_new_picture(data: Path, model: Path, tmp_path: Path):
    seen = {one.path for one in open_dataset(data, recipe=make({"val_share": 0.25})).manifest.side("train")}
    for path in data.rglob("*.png"):
        target = tmp_path / "again" / path.relative_to(data).with_suffix(".bmp")
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(path) as image:
            image.save(target)
    found = evaluated(model, tmp_path / "again")
    assert found.seen_count == len(seen) == 18
    assert not {Path(one.path).with_suffix(".png").as_posix() for one in found.evaluation.pictures} & seen


def test_where_nothing_is_new_there_is_no_figure(data: Path, model: Path):
    for one in open_dataset(data, recipe=make({"val_share": 0.25})).manifest.side("val"):
        (data / one.path).unlink()
    with pytest.raises(AppError, match="learned from all of these 18 pictures"):
        evaluated(model, data)
    assert evaluated(model, data, include_seen=True).evaluation.count == 18


def test_who_asks_for_the_training_side_gets_it(tmp_path: Path):
    data = easy_data(tmp_path / "sides" / "train", per_class=6)
    easy_data(tmp_path / "sides" / "val", per_class=3)
    learned_from = open_dataset(tmp_path / "sides", recipe=make({})).learned_from
    model = tiny_bundle(tmp_path / "tiny.safetensors", LABELS, learned_from=learned_from.encode())
    found = evaluated(model, data.parent, "train")
    assert (found.evaluation.count, found.seen_count) == (18, 18)


def test_a_model_that_does_not_say_what_it_has_learned_from_is_measured_on_everything(data: Path, tmp_path: Path):
    found = evaluated(tiny_bundle(tmp_path / "other.safetensors", LABELS), data)
    assert (found.seen_count, found.with_seen, found.without_seen) == (None, None, None)
    assert found.evaluation.count == 24


def test_calibration_leaves_them_out_too_and_the_new_file_still_knows_them(tmp_path: Path):
    data, told = easy_data(tmp_path / "data", per_class=50), []
    dataset = open_dataset(data, recipe=make({"val_share": 0.8}))
    model = tiny_bundle(tmp_path / "tiny.safetensors", LABELS, learned_from=dataset.learned_from.encode())
    target = tmp_path / "new.safetensors"
    made = calibrate_model(
        model, data, target, CalibrationChanges(), on_notice=told.append, device="cpu", precision="fp32"
    )
    assert told == ["The model has learned from 30 of these 150 pictures; they are left out."]
    assert made.info.metrics["val_count"] == 120
    info, _ = bundle.load(target)
    assert len(LearnedFrom.decode(info.learned_from)) == 30


def test_calibration_does_not_start_on_known_pictures_alone(tmp_path: Path, data: Path, model: Path):
    with pytest.raises(AppError, match=r"at least 100 pictures .* that it has learned from do not count"):
        calibrate_model(
            model,
            data,
            tmp_path / "new.safetensors",
            CalibrationChanges(),
            on_notice=lambda _: None,
            device="cpu",
            precision="fp32",
        )
