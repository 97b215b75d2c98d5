"""What a person is told about their pictures before a run."""

from pathlib import Path

import msgspec
import pytest

from tests.helpers.datasets import copy_picture, write_dataset
from tests.helpers.pictures import cut_jpeg, png, unreadable_pictures
from vgg_desktop.core.dataset_report import DatasetReport, decode_report, encode_report
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data.dataset import open_dataset

RECIPE = make({"val_share": 0.25})


def report_on(folder: Path) -> DatasetReport:
    return open_dataset(folder, recipe=RECIPE).report


def summaries(report: DatasetReport, kind: str) -> list[str]:
    return [one.summary for one in report.findings if one.kind == kind]


def test_unreadable_pictures_are_named_with_a_sentence_and_left_out(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 12, "dog": 12})
    for name, data in unreadable_pictures().items():
        if name.endswith((".jpg", ".png", ".bmp")):
            (tmp_path / "cat" / name).write_bytes(data)
    report = report_on(tmp_path)
    named = {one.path for one in report.unreadable}
    assert {"cat/empty.jpg", "cat/text.jpg", "cat/bomb.png", "cat/start only.jpg"} <= named
    assert all(one.sentence.endswith(".") for one in report.unreadable)
    assert report.picture_count == 24
    assert summaries(report, "unreadable")[0].startswith(f"{len(named)} pictures cannot be read: cat/bomb.png, ")
    assert report.faults == ()


def test_a_picture_that_can_be_read_in_part_is_used_and_named(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    (tmp_path / "cat" / "cut.jpg").write_bytes(cut_jpeg())
    report = report_on(tmp_path)
    assert [one.path for one in report.damaged] == ["cat/cut.jpg"]
    assert summaries(report, "damaged") == ["1 picture can be read only in part: cat/cut.jpg."]
    assert report.picture_count == 9


def test_each_class_shows_six_sample_files_from_everywhere_in_it(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 60, "dog": 3})
    cat, dog = report_on(tmp_path).classes
    assert cat.samples == tuple(f"cat/{n:03}.png" for n in range(0, 60, 10))
    assert dog.samples == ("dog/000.png", "dog/001.png", "dog/002.png")


def test_tiny_and_empty_classes_and_imbalance_are_pointed_out(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 80, "dog": 8, "fox": 1})
    (tmp_path / "wolf").mkdir()
    report = report_on(tmp_path)
    assert summaries(report, "tiny") == [
        "1 folder without pictures: wolf.",
        "2 classes have fewer than 10 training pictures: dog (6), fox (1).",
        "1 class has no validation pictures: fox.",
    ]
    assert summaries(report, "imbalance") == [
        "The largest class (cat, 60) has 60 times as many training pictures as the smallest (fox, 1)."
    ]
    assert [one.id for one in report.classes] == ["cat", "dog", "fox"]


def test_a_good_folder_has_nothing_to_be_said_about(tmp_path: Path):
    report = report_on(write_dataset(tmp_path, {"cat": 16, "dog": 16}))
    assert report.findings == ()
    assert report.summary() == "32 pictures in 2 classes: 24 for training, 8 for validation"


@pytest.mark.parametrize(
    ("counts", "faults"),
    [
        ({}, ["There are no pictures in class folders in data."]),
        ({"cat": 8}, ["Training needs at least two classes, and there is only one: cat."]),
        (
            {"cat": 1, "dog": 1},
            ["There are no validation pictures, so nothing could tell how good the model is."],
        ),
        (
            {"train/cat": 3, "val/cat": 1, "val/dog": 2, "val/fox": 1},
            ["2 classes have no training pictures: dog, fox."],
        ),
    ],
)
def test_what_makes_training_meaningless_is_a_fault(tmp_path: Path, counts: dict[str, int], faults: list[str]):
    (tmp_path / "data").mkdir()
    dataset = open_dataset(write_dataset(tmp_path / "data", counts), recipe=RECIPE)
    assert list(dataset.report.faults) == faults
    with pytest.raises(AppError) as refused:
        dataset.check()
    assert refused.value.summary == " ".join(faults)


def test_all_faults_are_told_at_once(tmp_path: Path):
    (tmp_path / "cat").mkdir()
    (tmp_path / "cat" / "only.png").write_bytes(png())
    assert len(report_on(tmp_path).faults) == 2


def test_a_folder_of_unreadable_pictures_alone_is_a_fault(tmp_path: Path):
    for name in ("cat/a.jpg", "dog/b.jpg"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"no picture")
    assert report_on(tmp_path).faults == ("None of the 2 pictures can be read.",)


def test_good_data_passes_the_check(tmp_path: Path):
    open_dataset(write_dataset(tmp_path, {"cat": 4, "dog": 4}), recipe=RECIPE).check()


def test_the_report_survives_json(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 12, "dog": 12})
    copy_picture(tmp_path, "cat/001.png", "dog/001 again.png")
    (tmp_path / "cat" / "bad.png").write_bytes(b"bad")
    report = report_on(tmp_path)
    assert decode_report(encode_report(report)) == report
    plain = msgspec.json.decode(encode_report(report))
    assert set(plain["classes"][0]) == {"id", "name", "train", "val", "samples"}
    assert plain["conflicts"] == [["cat/001.png", "dog/001 again.png"]]
    assert plain["unreadable"] == [{"path": "cat/bad.png", "sentence": "This is not a readable picture."}]


def test_a_report_that_was_cut_short_is_refused_in_a_sentence(tmp_path: Path):
    data = encode_report(report_on(write_dataset(tmp_path, {"cat": 4, "dog": 4})))
    with pytest.raises(AppError, match=r"The dataset report cannot be read\."):
        decode_report(data[:-10])
