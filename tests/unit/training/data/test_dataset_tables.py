"""Tables of pictures as people have them."""

import os
from pathlib import Path

import pytest

from tests.helpers.datasets import write_dataset
from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.reading import Reading
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data.dataset import list_source, open_dataset
from vgg_desktop.training.data.listing import TEST, Listing

RECIPE = make({"val_share": 0.25})
LABELS = ("cat", "cat", "cat", "cat", "dog", "dog", "dog", "dog")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_dataset(tmp_path, {"x": 8})
    return tmp_path


def write(root: Path, heading: str, rows: list[str], name: str = "list.csv", encoding: str = "utf-8") -> Path:
    (root / name).write_bytes("\n".join([*([heading] if heading else []), *rows, ""]).encode(encoding))
    return root / name


def plain_rows(separator: str = ",", ending: str = ".png") -> list[str]:
    return [f"x/{n:03}{ending}{separator}{label}" for n, label in enumerate(LABELS)]


def report(table: Path, **reading: str) -> DatasetReport:
    return open_dataset(table, recipe=RECIPE, reading=Reading(**reading)).report  # type: ignore[arg-type]


def counts(found: DatasetReport) -> dict[str, int]:
    return {one.id: one.train + one.val for one in found.classes}


def listed(table: Path, **reading: str) -> Listing:
    return list_source(table, Reading(**reading))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "heading",
    [
        *("filepath,label", "image_path,class_name", "image_id,diagnosis", "File Name,Class", "IMAGE,Target", "img,y"),
        *(
            "fname,breed",
            "path,category_name",
            "파일,라벨",
            "Dateiname,Klasse",
            "文件名,标签",
            "image,level",
            "where,what",
        ),
    ],
)
def test_columns_are_known_by_many_names_and_by_what_stands_in_them(root: Path, heading: str):
    found = report(write(root, heading, plain_rows()))
    assert counts(found) == {"cat": 4, "dog": 4}
    assert [found.understood.path_column, found.understood.label_column] == heading.split(",")
    assert found.faults == ()


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_byte_order_marks_are_understood(root: Path, separator: str, encoding: str):
    table = write(root, f"filename{separator}target", plain_rows(separator), encoding=encoding)
    assert counts(report(table)) == {"cat": 4, "dog": 4}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_first_line_of_excel_and_lines_of_windows_are_understood(root: Path, separator: str):
    rows = [f"sep={separator}", f"path{separator}label", *plain_rows(separator)]
    (root / "list.csv").write_bytes("\r\n".join(rows).encode("utf-8-sig"))
    assert counts(report(root / "list.csv")) == {"cat": 4, "dog": 4}


def test_quoted_commas_do_not_hide_the_semicolons(root: Path):
    rows = [f'"x/{n:03}.png";"{label}, tame, small, furry"' for n, label in enumerate(LABELS)]
    found = report(write(root, '"path, relative, with slashes";"label"', rows))
    assert counts(found) == {"cat, tame, small, furry": 4, "dog, tame, small, furry": 4}


def test_a_list_with_a_space_before_the_number_of_the_class_is_understood(root: Path):
    rows = [f"x/{n:03}.png {n // 4}" for n in range(8)]
    assert counts(report(write(root, "", rows, "train.txt"))) == {"0": 4, "1": 4}


def test_the_label_may_stand_before_the_path(root: Path):
    rows = [f"{label},x/{n:03}.png" for n, label in enumerate(LABELS)]
    assert counts(report(write(root, "", rows))) == {"cat": 4, "dog": 4}


def test_the_file_name_is_taken_where_an_id_stands_beside_it(root: Path):
    rows = [f"{n},x/{n:03}.png,{n % 3},{label}" for n, label in enumerate(LABELS)]
    found = listed(write(root, "id,where,age,species", rows))
    assert {one.path for one in found.pictures} == {f"x/{n:03}.png" for n in range(8)}
    assert {one.folder for one in found.pictures} == {"cat", "dog"}


def test_columns_that_nobody_knows_are_asked_for_and_can_be_named(root: Path):
    rows = [f"x/{n:03}.png,{label},{n % 3}" for n, label in enumerate(LABELS)]
    table = write(root, "where,what,age", rows)
    found = report(table)
    assert found.faults == ("Nobody can tell which column of the table list.csv holds the labels: where, what, age.",)
    assert found.understood.columns == ("where", "what", "age")
    with pytest.raises(AppError, match="--label-column"):
        open_dataset(table, recipe=RECIPE).check()
    assert counts(report(table, label_column="what")) == {"cat": 4, "dog": 4}
    assert counts(report(table, label_column="2")) == {"cat": 4, "dog": 4}
    with pytest.raises(AppError, match=r"The table has no column kind; it has where, what, age\."):
        report(table, label_column="kind")


def test_a_saved_split_remembers_the_columns(root: Path):
    rows = [f"x/{n:03}.png,{label},{n % 3}" for n, label in enumerate(LABELS)]
    table, saved = write(root, "where,what,age", rows), root / "dataset.json"
    first = open_dataset(table, recipe=RECIPE, manifest=saved, reading=Reading(label_column="what"))
    assert open_dataset(table, recipe=RECIPE, manifest=saved).fingerprint == first.fingerprint


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("is_valid", ["False", "True", "False", "False"] * 2),
        ("is_valid", ["0", "1", "0", "0"] * 2),
        ("validation", ["no", "yes", "no", "no"] * 2),
        ("is_train", ["1", "0", "1", "1"] * 2),
        ("partition", ["0", "1", "0", "0"] * 2),
        ("phase", ["train", "val", "train", "train"] * 2),
        ("split", ["Training", "dev", "training_set", "train"] * 2),
        ("Usage", ["Training", "validation", "Training", "Training"] * 2),
        ("fold", ["train", "valid", "train", "train"] * 2),
        ("whatever", ["train", "val", "train", "train"] * 2),
    ],
)
def test_a_column_that_says_the_split_is_the_split(root: Path, column: str, cells: list[str]):
    rows = [f"{row},{cell}" for row, cell in zip(plain_rows(), cells, strict=True)]
    found = report(write(root, f"path,label,{column}", rows))
    assert [(one.train, one.val) for one in found.classes] == [(3, 1), (3, 1)]
    assert found.split == "given"
    assert found.understood.split_column == column


def test_columns_of_yes_and_no_may_say_the_test_too(root: Path):
    flags = ["1,0,0", "0,1,0", "0,0,1", "1,0,0"] * 2
    rows = [f"{row},{flag}" for row, flag in zip(plain_rows(), flags, strict=True)]
    found = report(write(root, "path,label,is_train,is_val,is_test", rows))
    assert [(one.train, one.val) for one in found.classes] == [(2, 1), (2, 1)]
    assert {one.reason: one.count for one in found.ignored} == {TEST: 2}


def test_numbered_folds_are_asked_for_and_one_of_them_validates(root: Path):
    rows = [f"{row},{n % 4}" for n, row in enumerate(plain_rows())]
    table = write(root, "path,label,fold", rows)
    with pytest.raises(AppError, match=r"numbers folds \(0, 1, 2, 3\).*--val-fold"):
        open_dataset(table, recipe=RECIPE).check()
    assert report(table).understood.folds == ("0", "1", "2", "3")
    found = report(table, val_fold="2")
    assert [(one.train, one.val) for one in found.classes] == [(3, 1), (3, 1)]
    with pytest.raises(AppError, match=r"has no fold 7; it has 0, 1, 2, 3\."):
        report(table, val_fold="7")


@pytest.mark.parametrize(("column", "cell"), [("split", "3"), ("set", "B"), ("is_valid", "maybe"), ("partition", "9")])
def test_a_split_that_nobody_understands_is_refused(root: Path, column: str, cell: str):
    rows = [f"{row},{cell}" for row in plain_rows()]
    [fault] = report(write(root, f"path,label,{column}", rows)).faults
    assert fault == f"The split column {column} holds neither train nor val nor test in 8 rows: {cell}."


def test_rows_without_a_side_among_others_are_said_to_train(root: Path):
    rows = [f"{row},{'val' if n % 4 == 1 else ''}" for n, row in enumerate(plain_rows())]
    found = report(write(root, "path,label,split", rows))
    assert [(one.train, one.val) for one in found.classes] == [(3, 1), (3, 1)]
    assert "6 rows of the table list.csv name no side of the split: they train." in [
        one.summary for one in found.findings
    ]


def test_a_table_of_test_pictures_says_so(root: Path):
    rows = [f"{row},test" for row in plain_rows()]
    fault, hint = report(write(root, "path,label,split", rows)).faults
    assert fault == f"All pictures of {root.name} are test pictures: there is nothing to train on."
    assert hint == "To measure a model on them: vgg-desktop evaluate MODEL FOLDER --split test."
    assert len(list_source(root / "list.csv").tests) == 8


def test_a_table_without_labels_is_called_one(root: Path):
    with pytest.raises(AppError, match=r"has no two columns.*Lists of test pictures have no labels"):
        report(write(root, "image_id", [f"x/{n:03}.png" for n in range(8)]))


def test_one_column_for_each_class_is_understood(root: Path):
    rows = [f"x/{n:03}.png,{int(label == 'cat')},{int(label == 'dog')},0" for n, label in enumerate(LABELS)]
    found = report(write(root, "image,cat,dog,wolf", rows))
    assert counts(found) == {"cat": 4, "dog": 4}
    assert "The table has a column for each of 3 classes: the one with a 1 is a picture's class." in [
        one.summary for one in found.findings
    ]


@pytest.mark.parametrize(
    ("two", "one"), [("cat|dog", "cat"), ("cat;dog", "dog"), ('"cat, dog"', "cat"), ("\"['cat', 'dog']\"", "['dog']")]
)
def test_several_labels_in_a_cell_are_named_for_what_they_are(root: Path, two: str, one: str):
    rows = [f"x/000.png,{two}", f"x/001.png,{one}", "x/002.png,cat", "x/003.png,dog", "x/004.png,dog"]
    [fault, *_] = report(write(root, "path,label", rows)).faults
    assert fault.startswith("1 row of the table list.csv has several labels in one cell, such as “")


def test_names_with_commas_and_lists_of_one_are_single_labels(root: Path):
    rows = [f'x/{n:03}.png,"{"crane, bird" if n < 4 else "crane, machine"}"' for n in range(8)]
    assert counts(report(write(root, "path,label", rows))) == {"crane, bird": 4, "crane, machine": 4}
    rows = [f"x/{n:03}.png,\"['{label}']\"" for n, label in enumerate(LABELS)]
    assert counts(report(write(root, "path,label", rows))) == {"cat": 4, "dog": 4}


@pytest.mark.parametrize("suffix", [".png", ".JPG", ".jpeg"])
def test_missing_endings_are_tried(root: Path, suffix: str):
    for file in (root / "x").iterdir():
        file.rename(file.with_suffix(suffix))
    found = report(write(root, "image_id,label", plain_rows(ending="")))
    assert counts(found) == {"cat": 4, "dog": 4}
    assert "8 paths of the table have no ending: the files of that name are taken." in [
        one.summary for one in found.findings
    ]


@pytest.mark.parametrize("place", ["labels.csv", "annotations/labels.csv", "x/../labels.csv"])
def test_paths_that_are_relative_to_a_folder_nearby_are_found_and_that_is_said(root: Path, place: str):
    rows = [f"{n:03}.png,{label}" for n, label in enumerate(LABELS)]
    (root / "annotations").mkdir()
    found = report(write(root, "id,label", rows, place))
    assert counts(found) == {"cat": 4, "dog": 4}
    base = "../x" if place.startswith("annotations") else "x"
    assert f"The paths of the table are found in the folder {base}." in [one.summary for one in found.findings]


def test_paths_that_lie_in_two_folders_are_not_guessed(root: Path):
    write_dataset(root, {"y": 8}, first_seed=20)
    rows = [f"{n:03}.png,{label}" for n, label in enumerate(LABELS)]
    assert report(write(root, "id,label", rows)).faults[0].startswith("None of the 8 files of the table")


def test_paths_that_are_all_wrong_say_relative_to_what_and_what_is_nearest(root: Path):
    rows = [f"/data/pictures/{n:03}.png,{label}" for n, label in enumerate(LABELS)]
    [fault] = report(write(root, "path,label", rows)).faults
    assert fault == (
        f"None of the 8 files of the table list.csv is there, relative to {root}: /data/pictures/000.png, "
        "/data/pictures/001.png, /data/pictures/002.png. The nearest that exists is x/000.png."
    )


def test_addresses_of_the_web_are_called_such(root: Path):
    rows = [f"https://example.org/{n}.png,{label}" for n, label in enumerate(LABELS)]
    [fault] = report(write(root, "url,label", rows)).faults
    assert "names addresses of the web, and no files" in fault


def test_cells_that_were_made_harmless_for_a_spreadsheet_are_read_back(root: Path):
    if os.name != "posix":
        pytest.skip("Windows allows fewer names")
    for n in range(4):
        (root / "x" / f"{n:03}.png").rename(root / f"+{n}.png")
    rows = [f"'+{n}.png,'=cat" for n in range(4)] + plain_rows()[4:]
    found = listed(write(root, "path,label", rows))
    assert {one.path for one in found.pictures if one.folder == "=cat"} == {f"+{n}.png" for n in range(4)}
