"""Which folders are classes and which are sides of a split, for the layouts that people really have."""

from pathlib import Path

import pytest

from tests.helpers.datasets import write_dataset
from tests.helpers.pictures import png
from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.reading import Example, Reading, SideFolder
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data.dataset import list_source, open_dataset
from vgg_desktop.training.data.listing import BESIDE, COPY, NO_CLASS_ON_SIDE, TEST
from vgg_desktop.training.data.sides import side_of, sides_of

RECIPE = make({"val_share": 0.25})


def seen(root: Path, read_as: str = "auto") -> DatasetReport:
    return open_dataset(root, recipe=RECIPE, reading=Reading(read_as=read_as)).report  # type: ignore[arg-type]


def counts(report: DatasetReport) -> dict[str, tuple[int, int]]:
    return {one.id: (one.train, one.val) for one in report.classes}


def ignored(report: DatasetReport) -> dict[str, int]:
    return {one.reason: one.count for one in report.ignored}


@pytest.mark.parametrize(
    ("name", "side"),
    [
        *((name, "train") for name in ("train", "Training", "training_set", "TrainSet", "train_images", "01-Train")),
        *(
            (name, "train")
            for name in ("trainData", "train2017", "Trainingsdaten", "entraînement", "학습", "훈련데이터")
        ),
        *((name, "val") for name in ("val", "valid", "Validation", "dev", "eval", "val_256", "Validierung", "검증")),
        *(
            (name, "test")
            for name in ("test", "TESTING", "test-set", "hold_out", "Testdaten", "テストデータ", "测试集")
        ),
        *((name, "extra") for name in ("sample", "single_prediction", "pred")),
        *(
            (name, None)
            for name in ("trainer", "test_tube", "invalid", "train_small", "devil", "images", "2017", "cat")
        ),
    ],
)
def test_a_name_says_on_which_side_pictures_belong(name: str, side: str | None):
    assert side_of(name) == side


def test_what_all_folders_share_says_nothing_of_their_side():
    assert sides_of(["seg_train", "seg_test", "seg_pred"]) == {
        "seg_train": "train",
        "seg_test": "test",
        "seg_pred": "extra",
    }
    assert sides_of(["passenger_train", "freight_train"]) == {}


def test_an_evaluation_folder_validates_unless_another_does():
    assert sides_of(["train", "eval"]) == {"train": "train", "eval": "val"}
    assert sides_of(["train", "dev", "eval"]) == {"train": "train", "dev": "val", "eval": "test"}


@pytest.mark.parametrize(
    ("train", "val"),
    [("train", "dev"), ("Training", "Validation"), ("1_train", "2_eval"), ("train-images", "val-images")],
)
def test_sides_by_other_names_are_a_given_split(tmp_path: Path, train: str, val: str):
    write_dataset(tmp_path, {f"{train}/cat": 4, f"{train}/dog": 4, f"{val}/cat": 2, f"{val}/dog": 2})
    report = seen(tmp_path)
    assert counts(report) == {"cat": (4, 2), "dog": (4, 2)}
    assert (report.form, report.split, report.faults) == ("split_folders", "given", ())
    assert report.understood.sides == (SideFolder(train, "train"), SideFolder(val, "val"))


@pytest.mark.parametrize("test", ["test_set", "Testing", "test"])
def test_a_training_and_a_test_set_leave_the_test_alone(tmp_path: Path, test: str):
    write_dataset(tmp_path, {"training_set/cat": 4, "training_set/dog": 4, f"{test}/cat": 2, f"{test}/dog": 3})
    (tmp_path / "single_prediction").mkdir()
    (tmp_path / "single_prediction/cat_or_dog.png").write_bytes(png(seed=99))
    report = seen(tmp_path)
    assert counts(report) == {"cat": (3, 1), "dog": (3, 1)}
    assert ignored(report) == {TEST: 5, BESIDE: 1}
    assert report.understood.examples == (
        Example("training_set/cat/000.png", "cat", "train"),
        Example(f"{test}/cat/000.png", "cat", "test"),
    )
    assert "classes" in report.understood.others


def test_a_wrapper_within_each_side_is_looked_through_and_said(tmp_path: Path):
    write_dataset(
        tmp_path, {f"seg_{side}/seg_{side}/{name}": 4 for side in ("train", "test") for name in ("sea", "ice")}
    )
    write_dataset(tmp_path, {"seg_pred/seg_pred": 3}, first_seed=50)
    report = seen(tmp_path)
    assert counts(report) == {"ice": (3, 1), "sea": (3, 1)}
    assert report.understood.looked_through == ("seg_test/seg_test", "seg_train/seg_train")
    assert ignored(report) == {TEST: 8, BESIDE: 1}


def test_samples_beside_a_split_are_left_alone(tmp_path: Path):
    write_dataset(tmp_path, {"train/cat": 4, "train/dog": 4, "test/cat": 1, "test/dog": 1, "sample/train/cat": 2})
    report = seen(tmp_path)
    assert counts(report) == {"cat": (3, 1), "dog": (3, 1)}
    assert ignored(report) == {TEST: 2, BESIDE: 1}


@pytest.mark.parametrize("wrapper", ["flowers", "data/images", "archive/dataset/dataset"])
def test_a_wrapper_too_many_is_looked_through_and_said(tmp_path: Path, wrapper: str):
    write_dataset(tmp_path, {f"{wrapper}/rose": 4, f"{wrapper}/tulip": 4})
    report = seen(tmp_path)
    assert counts(report) == {"rose": (3, 1), "tulip": (3, 1)}
    assert report.understood.looked_through[-1] == wrapper


def test_a_wrapper_beside_folders_without_pictures_is_looked_through(tmp_path: Path):
    write_dataset(tmp_path, {"images/rose": 4, "images/tulip": 4})
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations/rose.xml").write_text("<xml/>")
    assert counts(seen(tmp_path)) == {"rose": (3, 1), "tulip": (3, 1)}


def test_sides_beneath_a_wrapper_are_a_given_split(tmp_path: Path):
    write_dataset(tmp_path, {f"chest/{side}/{name}": 4 for side in ("train", "val") for name in ("ill", "well")})
    report = seen(tmp_path)
    assert counts(report) == {"ill": (4, 4), "well": (4, 4)}
    assert report.understood.looked_through == ("chest",)


def test_sides_within_each_class_are_a_given_split(tmp_path: Path):
    write_dataset(tmp_path, {f"{name}/{side}": 4 for name in ("cat", "dog") for side in ("Train", "Val", "Test")})
    report = seen(tmp_path)
    assert counts(report) == {"cat": (4, 4), "dog": (4, 4)}
    assert report.understood.how == "sides_inside"
    assert ignored(report) == {TEST: 8}


def test_a_training_folder_beside_notes_is_no_class(tmp_path: Path):
    write_dataset(tmp_path, {"train/cat": 4, "train/dog": 4})
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/a.ipynb").write_text("{}")
    assert counts(seen(tmp_path)) == {"cat": (3, 1), "dog": (3, 1)}


@pytest.mark.parametrize("other", ["plane", "bus/city"])
def test_a_class_called_train_stays_a_class_among_others(tmp_path: Path, other: str):
    write_dataset(tmp_path, {"train/steam": 4, "train/diesel": 4, other: 8, "car": 8})
    assert set(counts(seen(tmp_path))) == {"train", other.partition("/")[0], "car"}


def test_folders_that_hold_the_same_names_ask_which_are_the_classes(tmp_path: Path):
    write_dataset(tmp_path, {f"clinic {x}/{name}": 4 for x in "AB" for name in ("benign", "malignant")})
    report = seen(tmp_path)
    [fault] = report.faults
    assert fault == (
        "The folders clinic A, clinic B all hold folders of the same names (benign, malignant), "
        "so either could be the classes: say which."
    )
    assert report.understood.others == ("classes", "subfolders")
    with pytest.raises(AppError, match="say how: --read-as classes or --read-as subfolders"):
        open_dataset(tmp_path, recipe=RECIPE).check()
    assert counts(seen(tmp_path, "classes")) == {"clinic A": (6, 2), "clinic B": (6, 2)}
    assert counts(seen(tmp_path, "subfolders")) == {"benign": (6, 2), "malignant": (6, 2)}
    assert seen(tmp_path, "classes").faults == seen(tmp_path, "subfolders").faults == ()


def test_kinds_within_classes_are_no_reason_to_ask(tmp_path: Path):
    write_dataset(tmp_path, {"cat/tabby": 4, "cat/siamese": 4, "dog/beagle": 4, "dog/boxer": 4})
    report = seen(tmp_path)
    assert counts(report) == {"cat": (6, 2), "dog": (6, 2)}
    assert report.understood.others == ("subfolders",)
    assert set(counts(seen(tmp_path, "subfolders"))) == {"tabby", "siamese", "beagle", "boxer"}


def test_one_subfolder_of_pictures_in_each_class_is_no_reason_to_ask(tmp_path: Path):
    write_dataset(tmp_path, {"n01/images": 4, "n02/images": 4})
    assert counts(seen(tmp_path)) == {"n01": (3, 1), "n02": (3, 1)}


def test_an_archive_that_holds_itself_once_more_counts_once(tmp_path: Path):
    names = ("ill", "well")
    write_dataset(tmp_path, dict.fromkeys(names, 4))
    write_dataset(tmp_path, {f"cell_images/{name}": 4 for name in names})
    report = seen(tmp_path)
    assert counts(report) == {"ill": (3, 1), "well": (3, 1)}
    assert ignored(report) == {COPY: 1}


def test_validation_pictures_in_no_class_folder_are_named_with_what_to_do(tmp_path: Path):
    write_dataset(tmp_path, {"train/n01": 4, "train/n02": 4, "val": 5})
    report = seen(tmp_path)
    assert counts(report) == {"n01": (3, 1), "n02": (3, 1)}
    assert ignored(report) == {NO_CLASS_ON_SIDE: 5}
    assert report.understood.sides == (SideFolder("train", "train"),)
    [finding] = [one for one in report.findings if one.kind == "split"]
    assert finding.summary == "The validation folder val holds 5 pictures in no class folder: they are left alone."
    assert "Sort them into one folder for each class" in finding.hint


def test_tiny_imagenet_is_read_with_the_list_beside_its_validation_pictures(tmp_path: Path):
    write_dataset(tmp_path, {"train/n01/images": 4, "train/n02/images": 4, "val/images": 3, "test/images": 2})
    rows = [f"{n:03}.png\tn0{1 + n % 2}\t0\t0\t62\t62" for n in range(3)]
    (tmp_path / "val/val_annotations.txt").write_text("\n".join(rows) + "\n")
    (tmp_path / "wnids.txt").write_text("n01\nn02\n")
    report = seen(tmp_path)
    assert counts(report) == {"n01": (4, 2), "n02": (4, 1)}
    assert ignored(report)[TEST] == 2
    assert report.faults == ()


def test_training_pictures_in_no_class_folder_are_refused_with_what_to_do(tmp_path: Path):
    write_dataset(tmp_path, {"train": 4, "test": 3})
    report = seen(tmp_path)
    assert report.faults[0].startswith("The folder train holds 4 pictures and no class folders")
    assert counts(seen(tmp_path, "classes")) == {"test": (2, 1), "train": (3, 1)}


@pytest.mark.parametrize("folders", [{"train": 4, "test": 3}, {"images": 6}, {".": 5}])
def test_a_table_beside_folders_that_say_nothing_is_pointed_at(tmp_path: Path, folders: dict[str, int]):
    write_dataset(tmp_path, folders)
    (tmp_path / "train.csv").write_text("id,label\n")
    assert seen(tmp_path).faults[-1] == (
        "A table lies beside the folders: train.csv. If it names the classes of the pictures, choose it instead."
    )


def test_test_pictures_are_listed_for_the_final_evaluation(tmp_path: Path):
    write_dataset(tmp_path, {"train/cat": 2, "train/dog": 2, "test/cat": 1, "test/dog": 1})
    listing = list_source(tmp_path)
    assert {(one.path, one.folder, one.side) for one in listing.tests} == {
        ("test/cat/000.png", "cat", "test"),
        ("test/dog/000.png", "dog", "test"),
    }
    assert {one.side for one in listing.pictures} == {"train"}


def test_a_saved_split_remembers_how_the_folder_was_read(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {f"{x}/{name}": 4 for x in "AB" for name in ("benign", "malignant")})
    saved = tmp_path / "dataset.json"
    first = open_dataset(data, recipe=RECIPE, manifest=saved, reading=Reading(read_as="subfolders"))
    again = open_dataset(data, recipe=RECIPE, manifest=saved)
    assert again.fingerprint == first.fingerprint
    assert again.manifest.reading == Reading(read_as="subfolders")
