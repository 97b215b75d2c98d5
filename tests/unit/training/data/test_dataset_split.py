"""Which pictures validate, and what keeps the two sides honest."""

from pathlib import Path

import pytest

from tests.helpers.datasets import copy_picture, write_dataset
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data.dataset import Dataset, open_dataset
from vgg_desktop.training.data.manifest import Sample, SplitRule
from vgg_desktop.training.data.split import split

RECIPE = make({"val_share": 0.25})


def sides(dataset: Dataset) -> dict[str, str]:
    return {sample.path: sample.split for sample in dataset.manifest.samples}


def samples(count: int, label: str = "cat", first: int = 0) -> list[Sample]:
    return [Sample(f"{label}/{n}.png", label, f"{label}{n}", 1, "train") for n in range(first, first + count)]


def val_paths(found: list[Sample]) -> set[str]:
    return {sample.path for sample in found if sample.split == "val"}


def test_the_split_is_a_function_of_the_seed(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 20, "dog": 20})
    first = open_dataset(tmp_path, recipe=RECIPE)
    again = open_dataset(tmp_path, recipe=RECIPE)
    other = open_dataset(tmp_path, recipe=make({"val_share": 0.25, "seed": 1}))
    assert sides(again) == sides(first)
    assert again.fingerprint == first.fingerprint
    assert sides(other) != sides(first)
    assert len(other.val) == len(first.val)


def test_a_few_new_pictures_change_the_side_of_few_others():
    rule = SplitRule("made", 0, 0.2)
    before = val_paths(split(samples(500), rule))
    after = val_paths(split(samples(510), rule))
    assert len(before - after) <= 2


def test_the_split_does_not_depend_on_the_order_of_the_files():
    rule = SplitRule("made", 0, 0.2)
    found = samples(50) + samples(30, "dog")
    assert val_paths(split(found, rule)) == val_paths(split(found[::-1], rule))


@pytest.mark.parametrize(("count", "validating"), [(1, 0), (2, 1), (3, 1), (4, 1), (10, 2), (99, 20)])
def test_small_classes_keep_a_training_picture_and_get_a_validation_picture(count: int, validating: int):
    assert len(val_paths(split(samples(count), SplitRule("made", 3, 0.2)))) == validating


def test_pictures_of_one_group_stay_on_one_side():
    found = [
        Sample(f"cat/patient{person:02}_{shot}.png", "cat", f"{person}-{shot}", 1, "train")
        for person in range(20)
        for shot in range(5)
    ]
    validating = val_paths(split(found, SplitRule("made", 0, 0.2, r"^(patient\d+)_")))
    people = {path.partition("_")[0] for path in validating}
    assert len(people) == 4
    assert len(validating) == 20


def test_a_group_pattern_that_is_none_is_refused_with_an_example():
    with pytest.raises(AppError, match=r"The group pattern \( is no regular expression"):
        split(samples(3), SplitRule("made", 0, 0.2, "("))


def test_a_group_may_be_named_by_folders(tmp_path: Path):
    people = {f"{name}/patient {number}": 3 for name in ("ill", "well") for number in range(8)}
    write_dataset(tmp_path, people)
    dataset = open_dataset(tmp_path, recipe=make({"val_share": 0.25, "group_pattern": r"/(patient \d+)/"}))
    by_side = [{path.split("/")[1] for path in side.paths} for side in (dataset.train, dataset.val)]
    assert by_side[0] & by_side[1] == set()
    assert len(by_side[1]) == 2
    [note] = [one for one in dataset.report.findings if one.kind == "groups"]
    assert note.summary == (
        "The group pattern makes 8 groups of 48 pictures. No group stands on both sides of the split."
    )


@pytest.mark.parametrize("pattern", [r"person(\d+)", r"^patient", "(x*)", r"cat/(\d+)?_"])
def test_a_group_pattern_that_fits_no_picture_is_refused_with_examples(tmp_path: Path, pattern: str):
    write_dataset(tmp_path, {"cat": 6, "dog": 6})
    with pytest.raises(AppError) as refused:
        open_dataset(tmp_path, recipe=make({"group_pattern": pattern}))
    assert "fits none of the pictures, for example cat/000.png, cat/004.png, dog/002.png." in refused.value.summary


def test_a_group_pattern_that_fits_all_pictures_alike_is_refused(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 6, "dog": 6})
    with pytest.raises(AppError, match=r"puts all pictures into one group, png: none could validate"):
        open_dataset(tmp_path, recipe=make({"group_pattern": "(png)"}))


def test_pictures_of_no_group_are_counted(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 12, "dog": 12})
    report = open_dataset(tmp_path, recipe=make({"val_share": 0.25, "group_pattern": r"(cat/\d+)"})).report
    [note] = [one for one in report.findings if one.kind == "groups"]
    assert note.summary.startswith("The group pattern makes 12 groups of 12 pictures.")
    assert note.hint == "12 pictures fit no group and count each by itself."


def test_groups_on_both_sides_of_a_given_split_are_named(tmp_path: Path):
    write_dataset(tmp_path, {f"{side}/{name}": 4 for side in ("train", "val") for name in ("cat", "dog")})
    report = open_dataset(tmp_path, recipe=make({"group_pattern": r"(\d+)\.png"})).report
    [warning] = [one for one in report.findings if one.kind == "groups"]
    assert warning.level == "warning"
    assert "4 groups stand on both sides of the split: 000, 001, 002 and 1 more." in warning.summary


def test_equal_pictures_of_a_class_stay_on_one_side_and_are_noted(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 8, "dog": 8})
    for number in range(8):
        copy_picture(tmp_path, f"cat/{number:03}.png", f"cat/copy{number}.png")
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    placed = sides(dataset)
    assert all(placed[f"cat/{n:03}.png"] == placed[f"cat/copy{n}.png"] for n in range(8))
    assert len(dataset.report.duplicates) == 8
    assert [f.summary for f in dataset.report.findings if f.kind == "duplicates"] == [
        "8 pictures exist more than once on the same side of the split: 8 extra copies."
    ]


def test_pictures_on_both_sides_of_a_given_split_are_kept_out_of_validation(tmp_path: Path):
    write_dataset(tmp_path, {"train/cat": 12, "train/dog": 12, "val/cat": 3, "val/dog": 3})
    copy_picture(tmp_path, "train/cat/001.png", "val/cat/leaked.png")
    report = open_dataset(tmp_path, recipe=RECIPE).report
    assert (report.train_count, report.val_count) == (24, 6)
    assert report.crossing == (("train/cat/001.png", "val/cat/leaked.png"),)
    finding = next(one for one in report.findings if one.kind == "crossing")
    assert finding.summary == "1 picture stands in both training and validation: val/cat/leaked.png."
    assert finding.level == "warning"


def test_a_picture_under_two_classes_is_left_out_and_reported(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 8, "dog": 8})
    copy_picture(tmp_path, "cat/002.png", "dog/wrong.png")
    dataset = open_dataset(tmp_path, recipe=RECIPE)
    assert dataset.report.conflicts == (("cat/002.png", "dog/wrong.png"),)
    assert {"cat/002.png", "dog/wrong.png"}.isdisjoint(dataset.train.paths + dataset.val.paths)


def test_a_saved_split_is_used_again(tmp_path: Path):
    write_dataset(tmp_path / "data", {"cat": 12, "dog": 12})
    file = tmp_path / "dataset.json"
    first = open_dataset(tmp_path / "data", recipe=RECIPE, manifest=file)
    written = file.read_bytes()
    again = open_dataset(tmp_path / "data", recipe=make({"seed": 9, "val_share": 0.5}), manifest=file)
    assert sides(again) == sides(first)
    assert again.fingerprint == first.fingerprint
    assert again.report.split == "saved"
    assert file.read_bytes() == written


def test_a_saved_split_holds_also_where_pictures_crossed_it(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"train/cat": 5, "train/dog": 5, "val/cat": 2, "val/dog": 2})
    copy_picture(data, "train/cat/001.png", "val/cat/leaked.png")
    file = tmp_path / "dataset.json"
    first = open_dataset(data, recipe=RECIPE, manifest=file).report
    again = open_dataset(data, recipe=RECIPE, manifest=file).report
    assert again.crossing == first.crossing == (("train/cat/001.png", "val/cat/leaked.png"),)


def test_data_that_changed_since_the_split_was_saved_is_refused_and_described(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 10, "dog": 10})
    file = tmp_path / "dataset.json"
    open_dataset(data, recipe=RECIPE, manifest=file)
    (data / "cat/000.png").unlink()
    write_dataset(data, {"dog/new": 2}, first_seed=500)
    write_dataset(data, {"cat/changed": 1}, first_seed=600)
    (data / "cat/changed/000.png").replace(data / "cat/001.png")
    with pytest.raises(AppError) as refused:
        open_dataset(data, recipe=RECIPE, manifest=file)
    assert refused.value.summary == (
        "The data is not the same as when the split was saved. 1 picture is missing (cat/000.png). "
        "2 pictures were added (dog/new/000.png and others). 1 picture changed (cat/001.png)."
    )


def test_a_manifest_of_a_newer_version_or_a_damaged_one_is_refused(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 4, "dog": 4})
    file = tmp_path / "dataset.json"
    open_dataset(data, recipe=RECIPE, manifest=file)
    good = file.read_bytes()
    file.write_bytes(good.replace(b'"format":1', b'"format":2'))
    with pytest.raises(AppError, match="newer version"):
        open_dataset(data, recipe=RECIPE, manifest=file)
    for bad in (good[:-40], good.replace(b'"split":"val"', b'"split":"train"', 1), b""):
        file.write_bytes(bad)
        with pytest.raises(AppError, match=r"dataset\.json is damaged\."):
            open_dataset(data, recipe=RECIPE, manifest=file)


def test_the_fingerprint_follows_content_class_and_side_but_not_the_place(tmp_path: Path):
    data = write_dataset(tmp_path / "a", {"cat": 6, "dog": 6})
    before = open_dataset(data, recipe=RECIPE).fingerprint
    moved = data.rename(tmp_path / "b")
    assert open_dataset(moved, recipe=RECIPE).fingerprint == before
    (moved / "dog").rename(moved / "wolf")
    assert open_dataset(moved, recipe=RECIPE).fingerprint != before


def test_the_split_of_data_with_faults_is_not_saved(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 4})
    open_dataset(data, recipe=RECIPE, manifest=tmp_path / "dataset.json")
    assert not (tmp_path / "dataset.json").exists()
