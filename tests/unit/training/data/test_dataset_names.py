"""Label lists and corrections: what a person says about the classes."""

from pathlib import Path

import pytest

from tests.helpers.datasets import write_dataset
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.corrections import Correction, read_corrections, write_corrections
from vgg_desktop.training.data.dataset import Dataset, open_dataset

RECIPE = make({"val_share": 0.25})


def sample_hash(dataset: Dataset, path: str) -> str:
    return next(sample.sha256 for sample in dataset.manifest.samples if sample.path == path)


def corrected(folder: Path, corrections: list[Correction]) -> Dataset:
    file = folder.parent / "corrections.csv"
    write_corrections(file, corrections)
    return open_dataset(folder, recipe=RECIPE, corrections=[file])


def test_folders_get_their_names_from_a_label_list_by_id_name_or_alias(tmp_path: Path):
    labels = tmp_path / "labels.tsv"
    labels.write_text("id\tname\tsynonyms\nn01\tgolden retriever\t\nn02\ttabby cat\ttabby, tiger cat\nn03\twolf\t\n")
    data = write_dataset(tmp_path / "data", {"n01": 4, "Tiger_Cat": 4, "robin": 4})
    dataset = open_dataset(data, recipe=RECIPE, labels=labels)
    assert dataset.labels == (
        Label("n01", "golden retriever"),
        Label("n02", "tabby cat", ("tabby", "tiger cat")),
        Label("robin", "robin"),
    )
    unlisted = [one.summary for one in dataset.report.findings if one.kind == "classes"]
    assert unlisted == ["1 folder not in the label list: robin."]


def test_two_folders_that_the_label_list_calls_one_are_one_class(tmp_path: Path):
    labels = tmp_path / "labels.tsv"
    labels.write_text("n01\tgolden retriever\t\nn02\tcat\t\n")
    data = write_dataset(tmp_path / "data", {"n01": 4, "golden retriever": 4, "n02": 8})
    dataset = open_dataset(data, recipe=RECIPE, labels=labels)
    assert [(one.id, one.train + one.val) for one in dataset.report.classes] == [("n01", 8), ("n02", 8)]
    assert "The folders golden retriever and n01 are one class." in [one.summary for one in dataset.report.findings]


NFC, NFD = "caf\u00e9", "cafe\u0301"


@pytest.mark.parametrize(
    ("folders", "label", "words"),
    [
        (("Cat", "cat"), "Cat", "“Cat”, “cat” are one class, Cat: they differ only in case."),
        ((NFC, NFD), NFC, f"“cafe\\u0301”, “{NFC}” are one class, {NFC}: they differ only in how Unicode writes them."),
        (("cat", "cat "), "cat", "“cat”, “cat ” are one class, cat: they differ only in spaces."),
        (("gray wolf", "Gray  Wolf"), "Gray Wolf", "are one class, Gray Wolf: they differ only in case."),
        (("cat", "cat\u200b"), "cat", "“cat”, “cat\\u200b” are one class, cat: they differ only in spaces."),
    ],
)
def test_folders_that_nobody_can_tell_apart_are_one_class_and_said_to_be(
    tmp_path: Path, folders: tuple[str, str], label: str, words: str
):
    data = write_dataset(tmp_path, {folders[0]: 4, folders[1]: 4, "dog": 8})
    if len(list(tmp_path.iterdir())) < 3:
        pytest.skip("this file system knows only one of the names")
    report = open_dataset(data, recipe=RECIPE).report
    assert {one.id: one.train + one.val for one in report.classes} == {label: 8, "dog": 8}
    assert [words in one.summary for one in report.findings if one.kind == "classes"] == [True]


def test_a_class_is_spelled_otherwise_on_the_other_side(tmp_path: Path):
    data = write_dataset(tmp_path, {f"train/{NFC}": 4, "train/Dog": 4, f"val/{NFD}": 2, "val/dog ": 2})
    report = open_dataset(data, recipe=RECIPE).report
    assert [(one.id, one.train, one.val) for one in report.classes] == [(NFC, 4, 2), ("Dog", 4, 2)]
    assert report.faults == ()


def test_the_case_of_single_letters_tells_classes_apart_and_that_is_said(tmp_path: Path):
    data = write_dataset(tmp_path, {"A": 4, "a": 4, "b": 4})
    if len(list(tmp_path.iterdir())) < 3:
        pytest.skip("this file system knows only one of the names")
    report = open_dataset(data, recipe=RECIPE).report
    assert [one.id for one in report.classes] == ["A", "a", "b"]
    assert [one.summary for one in report.findings if one.kind == "classes"] == [
        "Capital and small letters are classes of their own: A, a."
    ]


def test_classes_stand_in_the_order_in_which_a_person_counts(tmp_path: Path):
    data = write_dataset(tmp_path, {"class 10": 4, "class 2": 4, "Class 1": 4})
    assert [label.id for label in open_dataset(data, recipe=RECIPE).labels] == ["Class 1", "class 2", "class 10"]


def test_a_correction_moves_a_picture_to_another_class_and_is_recorded(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 8, "dog": 8})
    digest = sample_hash(open_dataset(data, recipe=RECIPE), "cat/003.png")
    dataset = corrected(data, [Correction(digest, "dog", "cat/003.png")])
    assert [(one.id, one.train + one.val) for one in dataset.report.classes] == [("cat", 7), ("dog", 9)]
    applied = dataset.manifest.corrections[0]
    assert (applied.sha256, applied.label, applied.paths) == (digest, "dog", ("cat/003.png",))
    summaries = [one.summary for one in dataset.report.findings if one.kind == "corrections"]
    assert summaries == ["1 picture relabelled and 0 excluded by your corrections."]


def test_an_excluded_picture_is_in_no_side(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 8, "dog": 8})
    digest = sample_hash(open_dataset(data, recipe=RECIPE), "cat/003.png")
    dataset = corrected(data, [Correction(digest, None)])
    assert "cat/003.png" not in dataset.train.paths + dataset.val.paths
    assert len(dataset.train) + len(dataset.val) == 15


def test_a_correction_follows_the_picture_under_another_name(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 8, "dog": 8})
    digest = sample_hash(open_dataset(data, recipe=RECIPE), "cat/003.png")
    (data / "cat/003.png").rename(data / "cat/renamed.png")
    dataset = corrected(data, [Correction(digest, None)])
    assert "cat/renamed.png" not in dataset.train.paths + dataset.val.paths


def test_a_correction_settles_a_picture_that_stands_in_two_classes(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 8, "dog": 8})
    (data / "dog/copy.png").write_bytes((data / "cat/003.png").read_bytes())
    before = open_dataset(data, recipe=RECIPE)
    dataset = corrected(data, [Correction(sample_hash(before, "cat/003.png"), "cat")])
    assert dataset.report.conflicts == ()
    assert dataset.report.picture_count == before.report.picture_count + 2


def test_unknown_classes_in_corrections_are_refused_all_at_once(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 4, "dog": 4})
    with pytest.raises(AppError, match=r"classes that the data does not have: fox, wolf\."):
        corrected(data, [Correction("0" * 64, "wolf"), Correction("1" * 64, "fox")])


def test_corrections_of_pictures_that_are_not_there_are_counted(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 4, "dog": 4})
    report = corrected(data, [Correction("0" * 64, "cat")]).report
    assert "1 correction of pictures that are not here." in [one.summary for one in report.findings]


def test_a_run_with_other_corrections_is_other_data(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 8, "dog": 8})
    plain = open_dataset(data, recipe=RECIPE, manifest=tmp_path / "dataset.json")
    write_corrections(tmp_path / "c.csv", [Correction(sample_hash(plain, "cat/003.png"), "dog")])
    with pytest.raises(AppError, match=r"1 picture changed its class \(cat/003\.png\)\."):
        open_dataset(data, recipe=RECIPE, corrections=[tmp_path / "c.csv"], manifest=tmp_path / "dataset.json")


def test_corrections_come_back_as_they_were_written(tmp_path: Path):
    written = [
        Correction("a" * 64, "=cat", "-rf.png"),
        Correction("b" * 64, None, "x, y.png"),
        Correction("c" * 64, "it's 'quoted'", "line\nbreak.png"),
    ]
    write_corrections(tmp_path / "corrections.csv", written)
    assert read_corrections(tmp_path / "corrections.csv") == written


@pytest.mark.parametrize(
    "text",
    [
        "sha256;label;path\r\n{hash};dog, big;a, b.png\r\n",
        "sep=;\r\nsha256;label;path\r\n{hash};dog, big;a, b.png\r\n",
        "sha256\tlabel\tpath\n{hash}\tdog, big\ta, b.png\n",
        '{hash};"dog, big";"a, b.png"\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_corrections_that_a_spreadsheet_saved_are_read(tmp_path: Path, text: str, encoding: str):
    (tmp_path / "c.csv").write_bytes(text.format(hash="a" * 64).encode(encoding))
    assert read_corrections(tmp_path / "c.csv") == [Correction("a" * 64, "dog, big", "a, b.png")]


def test_of_two_corrections_of_one_picture_the_later_counts(tmp_path: Path):
    write_corrections(tmp_path / "c.csv", [Correction("a" * 64, "cat"), Correction("a" * 64, None)])
    assert read_corrections(tmp_path / "c.csv") == [Correction("a" * 64, None)]


@pytest.mark.parametrize("row", ["nothex,cat", "a,b,c", f"{'a' * 64},"])
def test_a_row_that_is_no_correction_is_quoted(tmp_path: Path, row: str):
    (tmp_path / "c.csv").write_text(f"sha256,label\n{row}\n")
    with pytest.raises(AppError, match=r"The corrections c\.csv have a row that is none"):
        read_corrections(tmp_path / "c.csv")


def test_corrections_that_are_not_there_are_named(tmp_path: Path):
    with pytest.raises(AppError, match=r"The corrections c\.csv cannot be read: No such file"):
        read_corrections(tmp_path / "c.csv")
