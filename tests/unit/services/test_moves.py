"""Moves are planned by the listing that training makes."""

import hashlib
from pathlib import Path

import msgspec

from tests.helpers.datasets import write_dataset
from tests.helpers.run_directories import write_run
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.reading import Reading
from vgg_desktop.core.run.corrections import Correction
from vgg_desktop.services.moves import plan_moves

LABELS = [Label("bus", "bus"), Label("train", "train")]


def correction(root: Path, path: str) -> Correction:
    return Correction(hashlib.sha256((root / path).read_bytes()).hexdigest(), "bus", path)


def test_a_picture_of_the_class_train_in_the_folder_train_stays_within_the_data(tmp_path: Path) -> None:
    sides = ("train", "val")
    data = write_dataset(tmp_path / "data", {f"{side}/{name}": 2 for side in sides for name in ("bus", "train")})
    run = write_run(tmp_path / "run", [], source=data).path
    wrong = [correction(data, "train/train/000.png"), correction(data, "val/train/001.png")]
    moves = plan_moves(run, data, wrong, LABELS)
    assert [move.target for move in moves] == ["train/bus/000 (2).png", "val/bus/001 (2).png"]


def test_a_run_that_was_told_how_to_read_its_folder_moves_by_that(tmp_path: Path) -> None:
    data = write_dataset(tmp_path / "data", {f"{place}/{name}": 2 for place in "AB" for name in ("bus", "train")})
    run = write_run(tmp_path / "run", [], source=data)
    about = msgspec.structs.replace(run.about(), reading=Reading(read_as="subfolders"))
    run.about_file.write_bytes(msgspec.json.encode(about))
    moves = plan_moves(run.path, data, [correction(data, "B/train/000.png")], LABELS)
    assert [move.target for move in moves] == ["B/bus/000 (2).png"]
