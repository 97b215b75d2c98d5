"""A model measured on a labelled folder gives what each picture by itself gives."""

from pathlib import Path

import numpy as np
import pytest

from tests.helpers.models import tiny_bundle
from tests.helpers.runs import easy_data
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.reading import Reading
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.pictures.decode import decode
from vgg_desktop.training.evaluation.labelled import evaluate_model, labelled_pictures
from vgg_desktop.training.progress import CancelledError

LABELS = ("class0", "class1", "class2", "never seen")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return easy_data(tmp_path / "data", per_class=6)


@pytest.fixture
def classifier(tmp_path: Path):
    path = tiny_bundle(tmp_path / "tiny.safetensors", LABELS)
    with_model = Classifier.load(path, device="cpu", precision="fp32")
    yield with_model
    with_model.close()


def test_the_figures_are_those_of_each_picture_by_itself(data: Path, classifier: Classifier):
    found = evaluate_model(classifier, labelled_pictures(classifier.info.labels, data)).evaluation
    files = sorted(data.rglob("*.png"))
    scores = np.concatenate([classifier.scores(classifier.square(decode(file))[None]) for file in files])
    targets = np.array([int(file.parent.name[-1]) for file in files])
    predicted = scores.argmax(1)
    assert found.count == len(files) == 18
    assert found.top1 == pytest.approx((predicted == targets).mean())
    assert found.top5 == 1.0
    assert [sum(row) for row in found.confusion] == [6, 6, 6, 0]
    assert sum(found.confusion[place][place] for place in range(4)) == (predicted == targets).sum()
    assert [one.val_count for one in found.classes] == [6, 6, 6, 0]
    assert found.classes[3].recall is None
    by_path = {one.path: one for one in found.pictures}
    temperature = classifier.info.calibration.temperature
    for file, row, target in zip(files, scores, targets, strict=True):
        raw = row.astype(float) ** temperature
        one = by_path[file.relative_to(data).as_posix()]
        assert (one.target, one.predicted) == (target, row.argmax())
        assert one.score == pytest.approx(raw.max() / raw.sum(), rel=1e-4)
        assert one.loss == pytest.approx(-np.log(raw[target] / raw.sum()), rel=1e-4)


def test_the_kind_is_counted_as_right_where_only_the_label_is_wrong(data: Path, tmp_path: Path, classifier: Classifier):
    dogs = [Label("n02096051", "class0"), Label("n02088364", "class1"), Label("n02123045", "class2")]
    path = tiny_bundle(tmp_path / "dogs.safetensors", "abc", labels=tuple(dogs))
    of_dogs = Classifier.load(path, device="cpu", precision="fp32")
    found = evaluate_model(of_dogs, labelled_pictures(of_dogs.info.labels, data))
    files = sorted(data.rglob("*.png"))
    scores = np.concatenate([of_dogs.scores(of_dogs.square(decode(file))[None]) for file in files])
    of_dogs.close()
    is_dog = np.array([file.parent.name != "class2" for file in files])
    assert found.kind_top1 == pytest.approx(((scores[:, :2].sum(1) > scores[:, 2]) == is_dog).mean())
    assert evaluate_model(classifier, labelled_pictures(classifier.info.labels, data)).kind_top1 is None


def test_the_error_before_and_after_the_models_own_temperature_are_both_told(data: Path, classifier: Classifier):
    found = evaluate_model(classifier, labelled_pictures(classifier.info.labels, data)).evaluation
    assert found.temperature == classifier.info.calibration.temperature == 1.5
    assert found.ece != found.ece_calibrated


def test_an_unreadable_picture_counts_nowhere_but_among_the_unreadable(data: Path, classifier: Classifier):
    broken = data / "class1" / "broken.png"
    broken.write_bytes(b"no picture")
    found = evaluate_model(classifier, labelled_pictures(classifier.info.labels, data))
    assert [one.path for one in found.unreadable] == [broken]
    assert found.unreadable[0].error
    assert found.evaluation.count == 18
    assert "class1/broken.png" not in {one.path for one in found.evaluation.pictures}


def test_folders_that_the_model_does_not_know_are_counted_and_left_out(data: Path, classifier: Classifier):
    (data / "class0").rename(data / "unheard of")
    labelled = labelled_pictures(classifier.info.labels, data)
    assert labelled.unknown_classes == {"unheard of": 6}
    assert labelled.left_out() == ["The model knows no class unheard of; its 6 pictures are left out."]
    assert evaluate_model(classifier, labelled).evaluation.count == 12


@pytest.mark.parametrize(("split", "count"), [("val", 6), ("train", 12), ("test", 3), ("all", 21)])
def test_a_split_takes_its_own_side(tmp_path: Path, classifier: Classifier, split: str, count: int):
    easy_data(tmp_path / "sides" / "train", per_class=4)
    easy_data(tmp_path / "sides" / "val", per_class=2)
    easy_data(tmp_path / "sides" / "testing", per_class=1)
    assert len(labelled_pictures(classifier.info.labels, tmp_path / "sides", split).pictures) == count


def test_an_unknown_split_is_refused_by_name(data: Path, classifier: Classifier):
    with pytest.raises(AppError, match="val, train, test, all"):
        labelled_pictures(classifier.info.labels, data, "rest")


def test_a_split_that_the_source_does_not_have_is_refused_with_what_it_has(tmp_path: Path, classifier: Classifier):
    easy_data(tmp_path / "sides" / "train", per_class=4)
    easy_data(tmp_path / "sides" / "val", per_class=2)
    with pytest.raises(AppError, match=r"no pictures of the split test; it has train \(12\), val \(6\)\."):
        labelled_pictures(classifier.info.labels, tmp_path / "sides", "test")


def test_a_table_of_test_rows_is_measured_with_the_columns_that_were_named(data: Path, classifier: Classifier):
    rows = [f"{path.relative_to(data).as_posix()},{path.parent.name},7,test" for path in sorted(data.glob("*/*.png"))]
    (data / "list.csv").write_text("\n".join(["where,what,age,split", *rows]))
    with pytest.raises(AppError, match="--label-column"):
        labelled_pictures(classifier.info.labels, data / "list.csv", "test")
    found = labelled_pictures(classifier.info.labels, data / "list.csv", "test", Reading(label_column="what"))
    assert len(found.pictures) == len(rows)


def test_progress_ends_with_all_pictures_and_a_cancel_ends_the_work(data: Path, classifier: Classifier):
    told: list[tuple[int, int]] = []
    labelled = labelled_pictures(classifier.info.labels, data)
    evaluate_model(classifier, labelled, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 18) for number in range(1, 19)]
    told.clear()
    with pytest.raises(CancelledError):
        evaluate_model(
            classifier,
            labelled,
            batch_size=2,
            on_progress=lambda done, total: told.append((done, total)),
            cancelled=lambda: len(told) >= 3,
        )
    assert 3 <= len(told) < 18
