"""Which files are taken for pictures of which class."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from tests.helpers.datasets import SYSTEM_FOLDERS, write_dataset
from tests.helpers.pictures import NOT_UTF8_NAME, png, write_if_allowed
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data.dataset import Dataset, list_source, open_dataset
from vgg_desktop.training.data.entries import (
    CHECKPOINTS,
    DEAD_LINK,
    HIDDEN,
    NO_CLASS,
    NO_PICTURE,
    NOT_REGULAR,
    NOT_UTF8,
    SYSTEM,
)
from vgg_desktop.training.data.listing import BESIDE, TEST
from vgg_desktop.training.data.table.listing import LISTED_TWICE, NO_LABEL

RECIPE = make({"val_share": 0.25})


def counts(dataset: Dataset) -> dict[str, tuple[int, int]]:
    return {one.id: (one.train, one.val) for one in dataset.report.classes}


def ignored(dataset: Dataset) -> dict[str, int]:
    return {one.reason: one.count for one in dataset.report.ignored}


def test_each_class_folder_is_split_by_the_share(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 8, "dog": 16})
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert counts(dataset) == {"cat": (6, 2), "dog": (12, 4)}
    assert (dataset.report.form, dataset.report.split) == ("folders", "made")
    assert dataset.report.faults == ()


def test_pictures_in_subfolders_count_to_the_class(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 3, "cat/images/more": 5, "dog": 8}, first_seed=10)
    assert counts(open_dataset(tmp_path, recipe=RECIPE)) == {"cat": (6, 2), "dog": (6, 2)}


def test_what_is_no_picture_is_ignored_with_its_reason_and_count(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4, ".hidden": 2, "cat/.ipynb_checkpoints": 3, "__MACOSX": 1})
    for name in ("cat/notes.txt", "cat/Thumbs.db", "dog/labels.json", "LICENSE"):
        (tmp_path / name).write_text("not a picture")
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    (tmp_path / "loose.png").write_bytes(png())
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert ignored(dataset) == {HIDDEN: 2, CHECKPOINTS: 1, SYSTEM: 2, NO_PICTURE: 3, NO_CLASS: 1}
    examples = {one.reason: one.examples for one in dataset.report.ignored}
    assert examples[NO_CLASS] == ("loose.png",)
    assert examples[NO_PICTURE] == ("cat/notes.txt", "dog/labels.json", "LICENSE")


@pytest.mark.parametrize("name", ["val", "valid", "Validation"])
def test_train_and_val_folders_are_taken_as_they_are(tmp_path: Path, name: str):
    write_dataset(tmp_path, {"train/cat": 5, "train/dog": 4, f"{name}/cat": 2, f"{name}/dog": 3})
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert counts(dataset) == {"cat": (5, 2), "dog": (4, 3)}
    assert (dataset.report.form, dataset.report.split) == ("split_folders", "given")


def test_test_pictures_are_left_for_the_final_evaluation(tmp_path: Path):
    write_dataset(tmp_path, {"train/cat": 4, "train/dog": 4, "test/cat": 2, "test/dog": 2})
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert ignored(dataset) == {TEST: 4}
    assert counts(dataset) == {"cat": (3, 1), "dog": (3, 1)}
    assert dataset.report.split == "made"


def test_other_folders_beside_train_and_val_are_ignored(tmp_path: Path):
    write_dataset(tmp_path, {"train/cat": 3, "train/dog": 3, "val/cat": 1, "val/dog": 1, "annotations/xml": 1})
    assert ignored(open_dataset(tmp_path, recipe=RECIPE)) == {BESIDE: 1}


def test_a_class_may_be_called_train(tmp_path: Path):
    write_dataset(tmp_path, {"train": 4, "plane": 4, "car": 4})
    assert set(counts(open_dataset(tmp_path, recipe=RECIPE))) == {"train", "plane", "car"}


def test_a_folder_of_validation_pictures_alone_is_seen_as_such(tmp_path: Path):
    write_dataset(tmp_path, {"val/cat": 2, "val/dog": 2})
    assert {picture.side for picture in list_source(tmp_path).pictures} == {"val"}


@pytest.mark.parametrize("name", SYSTEM_FOLDERS)
def test_thumbnails_and_bins_of_a_system_are_no_classes_and_no_pictures(tmp_path: Path, name: str):
    write_dataset(tmp_path, {"cat": 4, "dog": 4, name: 3, f"cat/{name}": 2, f"cat/{name}/deep": 1})
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert counts(dataset) == {"cat": (3, 1), "dog": (3, 1)}
    assert sum(ignored(dataset).values()) == 2


def test_links_that_lead_nowhere_are_said_to_be_such(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    (tmp_path / "wolf").symlink_to(tmp_path / "unplugged" / "wolf")
    (tmp_path / "cat" / "gone.png").symlink_to(tmp_path / "gone.png")
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert ignored(dataset) == {DEAD_LINK: 2}
    [finding] = [one for one in dataset.report.findings if one.kind == "links"]
    assert finding.level == "warning"
    assert finding.summary == "2 links lead nowhere, so what lay behind is left out: cat/gone.png, wolf."


def test_loops_of_links_and_pipes_do_no_harm(tmp_path: Path):
    if sys.platform == "win32":
        pytest.skip("links and pipes are made differently on Windows")
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    (tmp_path / "cat" / "again").symlink_to(tmp_path / "cat")
    (tmp_path / "cat" / "self.png").symlink_to(tmp_path / "cat" / "self.png")
    os.mkfifo(tmp_path / "dog" / "pipe.png")
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert counts(dataset) == {"cat": (3, 1), "dog": (3, 1)}
    assert ignored(dataset) == {NOT_REGULAR: 1, DEAD_LINK: 1}


def test_names_that_are_not_utf8_are_counted_and_shown(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    if write_if_allowed(tmp_path / "cat", NOT_UTF8_NAME, png()) is None:
        pytest.skip("this file system takes only UTF-8 names")
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert ignored(dataset) == {NOT_UTF8: 1}


@pytest.mark.parametrize("heading", ["path,label\n", "Image,Class\n", ""])
def test_a_table_lists_pictures_relative_to_its_folder(tmp_path: Path, heading: str):
    write_dataset(tmp_path / "pictures", {"a": 8})
    table = tmp_path / "list.csv"
    rows = "".join(f"pictures/a/{n:03}.png,{'cat' if n < 4 else 'dog'}\n" for n in range(8))
    table.write_text(heading + rows)
    dataset = open_dataset(table, recipe=RECIPE)
    assert counts(dataset) == {"cat": (3, 1), "dog": (3, 1)}
    assert dataset.train.file(0).is_file()
    assert dataset.report.form == "csv"


def test_a_table_may_give_the_split_in_a_column_of_any_place(tmp_path: Path):
    write_dataset(tmp_path, {"x": 5})
    sides = ["train", "train", "validation", "val", "test"]
    rows = "".join(f"{side};{'cat' if n % 2 else 'dog'};x/{n:03}.png\n" for n, side in enumerate(sides))
    (tmp_path / "list.csv").write_text("split;label;path\n" + rows)
    dataset = open_dataset(tmp_path / "list.csv", recipe=RECIPE)
    assert counts(dataset) == {"cat": (1, 1), "dog": (1, 1)}
    assert ignored(dataset) == {TEST: 1}


def test_rows_of_a_table_that_say_nothing_or_the_same_again_are_ignored(tmp_path: Path):
    write_dataset(tmp_path, {"x": 4})
    (tmp_path / "list.csv").write_text(
        "x/000.png,cat\nx/001.png,cat\nx/001.png,cat\nx/002.png,dog\nx/003.png,dog\nx/004.png,\n,dog\n"
    )
    assert ignored(open_dataset(tmp_path / "list.csv", recipe=RECIPE)) == {LISTED_TWICE: 1, NO_LABEL: 2}


def test_a_picture_that_a_table_lists_under_two_labels_is_left_out_and_reported(tmp_path: Path):
    write_dataset(tmp_path, {"x": 5})
    (tmp_path / "list.csv").write_text(
        "x/000.png,cat\nx/001.png,cat\nx/002.png,dog\nx/003.png,dog\nx/004.png,dog\nx/004.png,cat\n"
    )
    report = open_dataset(tmp_path / "list.csv", recipe=RECIPE).report
    assert report.conflicts == (("x/004.png",),)
    assert report.picture_count == 4


def test_a_correction_decides_between_two_labels_of_a_table(tmp_path: Path):
    write_dataset(tmp_path, {"x": 5})
    table = tmp_path / "list.csv"
    table.write_text(
        "x/000.png,cat,train\nx/001.png,cat,val\nx/002.png,dog,train\nx/004.png,dog,val\nx/004.png,cat,val\n"
    )
    digest = hashlib.sha256((tmp_path / "x/004.png").read_bytes()).hexdigest()
    (tmp_path / "corrections.csv").write_text(f"sha256,label,path\n{digest},dog,x/004.png\n")
    dataset = open_dataset(table, recipe=RECIPE, corrections=[tmp_path / "corrections.csv"])
    assert dataset.report.conflicts == ()
    assert dataset.val.paths == ("x/001.png", "x/004.png")
    assert dataset.val.targets.tolist() == [0, 1]


def test_a_missing_file_of_a_table_is_named(tmp_path: Path):
    write_dataset(tmp_path, {"x": 4})
    (tmp_path / "list.csv").write_text("x/000.png,cat\nx/001.png,cat\nx/002.png,dog\nx/003.png,dog\nx/gone.png,dog\n")
    report = open_dataset(tmp_path / "list.csv", recipe=RECIPE).report
    assert [(one.path, one.sentence) for one in report.unreadable] == [
        ("x/gone.png", "This file is not there: gone.png.")
    ]


def test_a_split_column_with_other_words_is_a_fault(tmp_path: Path):
    write_dataset(tmp_path, {"x": 3})
    (tmp_path / "list.csv").write_text("x/000.png,cat,train\nx/001.png,dog,val\nx/002.png,dog,maybe\n")
    faults = open_dataset(tmp_path / "list.csv", recipe=RECIPE).report.faults
    assert "The split column 3 holds neither train nor val nor test in 1 row: maybe." in faults


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("one.csv", b"only one column\n", "has no two columns"),
        ("empty.csv", b"", "has no two columns"),
        ("latin.csv", b"caf\xe9.png,cat\n", "is not UTF-8 text"),
        ("photo.png", b"\x89PNG", "is neither a folder nor a CSV file"),
    ],
)
def test_what_is_no_source_is_refused_in_a_sentence(tmp_path: Path, name: str, content: bytes, sentence: str):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(AppError, match=sentence):
        open_dataset(tmp_path / name, recipe=RECIPE)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(AppError, match=r"flowers does not exist\."):
        open_dataset(tmp_path / "flowers", recipe=RECIPE)
