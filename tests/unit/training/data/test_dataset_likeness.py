"""Pictures that are the same to a network, or nearly, are found whatever their files are."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.datasets import write_dataset
from tests.helpers.deep_pictures import deep_png
from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data.dataset import open_dataset

RECIPE = make({"val_share": 0.25})


def summaries(report: DatasetReport, kind: str) -> list[str]:
    return [finding.summary for finding in report.findings if finding.kind == kind]


def save_otherwise(source: Path, target: Path, **options: object) -> None:
    """The same pixels in another file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as image:
        image.save(target, **options)


def test_equal_pixels_in_unequal_files_do_not_cross_a_given_split(tmp_path: Path) -> None:
    write_dataset(tmp_path, {"train/cat": 5, "train/dog": 5, "val/cat": 2, "val/dog": 2})
    save_otherwise(tmp_path / "train/cat/000.png", tmp_path / "val/cat/again.bmp")
    save_otherwise(tmp_path / "train/dog/001.png", tmp_path / "val/dog/again.png", compress_level=1)
    report = open_dataset(tmp_path, recipe=RECIPE).report
    assert report.crossing == (
        ("train/cat/000.png", "val/cat/again.bmp"),
        ("train/dog/001.png", "val/dog/again.png"),
    )
    assert report.val_count == 4


def test_equal_pixels_in_unequal_files_stay_together_in_a_split_that_is_made(tmp_path: Path) -> None:
    write_dataset(tmp_path, {"cat": 8, "dog": 8})
    for number in range(8):
        save_otherwise(tmp_path / f"cat/{number:03}.png", tmp_path / f"cat/{number:03}.bmp")
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    sides = {sample.path: sample.split for sample in dataset.manifest.samples}
    assert all(sides[f"cat/{n:03}.png"] == sides[f"cat/{n:03}.bmp"] for n in range(8))
    assert {"train", "val"} == set(sides.values())
    assert len(dataset.report.duplicates) == 8


def test_equal_pixels_under_two_classes_are_left_out(tmp_path: Path) -> None:
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    save_otherwise(tmp_path / "cat/000.png", tmp_path / "dog/x.tif")
    assert open_dataset(tmp_path, recipe=RECIPE).report.conflicts == (("cat/000.png", "dog/x.tif"),)


def test_the_split_of_a_run_from_before_equal_pixels_counted_still_holds(tmp_path: Path) -> None:
    data = write_dataset(tmp_path / "data", {"train/cat": 5, "train/dog": 5, "val/cat": 2, "val/dog": 2})
    saved = tmp_path / "dataset.json"
    save_otherwise(data / "train/cat/000.png", data / "val/cat/again.bmp")
    open_dataset(data, recipe=RECIPE, manifest=saved)
    lines = saved.read_text().splitlines()
    twin = next(line for line in lines if '"same_as"' in line)
    assert open_dataset(data, recipe=RECIPE, manifest=saved).report.val_count == 4
    saved.unlink()
    (data / "val/cat/again.bmp").rename(tmp_path / "aside.bmp")
    before = open_dataset(data, recipe=RECIPE, manifest=saved)
    assert before.report.val_count == 4
    assert twin not in saved.read_text()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Eight pictures with something to see, of which validation has two once more, smaller and as JPEG."""
    random = np.random.default_rng(0)
    for number in range(8):
        coarse = Image.fromarray(random.integers(0, 256, (24, 24, 3), dtype=np.uint8))
        target = tmp_path / f"train/{'ab'[number % 2]}/{number}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        coarse.resize((96, 96), Image.Resampling.BICUBIC).save(target)
    for number, name in ((0, "a"), (1, "b")):
        target = tmp_path / f"val/{name}/new.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(random.integers(0, 256, (24, 24, 3), dtype=np.uint8)).resize((96, 96)).save(target)
        file = io.BytesIO()
        with Image.open(tmp_path / f"train/{name}/{number}.png") as image:
            image.resize((80, 80)).save(file, "JPEG", quality=60)
        (tmp_path / f"val/{name}/again.jpg").write_bytes(file.getvalue())
    return tmp_path


def test_validation_pictures_that_are_nearly_training_pictures_are_named(photos: Path) -> None:
    report = open_dataset(photos, recipe=RECIPE).report
    assert summaries(report, "similar") == [
        "2 validation pictures look nearly like training pictures: val/a/again.jpg, val/b/again.jpg.",
        "4 pictures look nearly like others of them.",
    ]
    assert report.similar == (
        ("val/a/again.jpg", "train/a/0.png"),
        ("val/b/again.jpg", "train/b/1.png"),
        ("train/a/0.png", "val/a/again.jpg"),
        ("train/b/1.png", "val/b/again.jpg"),
    )
    assert report.val_count == 4


def test_what_is_taken_for_white_in_deep_pictures_is_said(tmp_path: Path) -> None:
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    (tmp_path / "cat/deep.png").write_bytes(deep_png(np.array([[0, 3000]], np.uint16)))
    assert summaries(open_dataset(tmp_path, recipe=RECIPE).report, "depth") == [
        "1 picture of more than 8 bits does not say which values are black and white: 0 and 4,095 are taken."
    ]
