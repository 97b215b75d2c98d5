"""Corrected pictures change their folders, and come back."""

import hashlib
from pathlib import Path

import pytest

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.picture_moves import (
    Move,
    carry_out,
    carry_out_for,
    plan,
    read_done,
    reversed_moves,
    take_back_for,
    write_done,
)
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.run.corrections import Correction

LABELS = [Label("daisy", "daisy"), Label("n123", "rose", ("roses",))]
PLACES = {"daisy": "daisy", "roses": "roses", "val/daisy": "daisy", "val/n123": "n123"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("daisy/1.jpg", "daisy/close/2.jpg", "roses/1.jpg", "val/daisy/3.jpg", "val/n123/4.jpg"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


def correction(root: Path, path: str, label: str | None) -> Correction:
    return Correction(hashlib.sha256((root / path).read_bytes()).hexdigest(), label, path)


def test_a_picture_goes_to_the_folder_that_means_its_class(root: Path) -> None:
    moves = plan(root, [correction(root, "daisy/close/2.jpg", "n123")], LABELS, PLACES)
    assert [(move.source, move.target) for move in moves] == [("daisy/close/2.jpg", "roses/close/2.jpg")]


def test_a_picture_stays_on_its_side_of_the_split(root: Path) -> None:
    (move,) = plan(root, [correction(root, "val/daisy/3.jpg", "rose")], LABELS, PLACES)
    assert move.target == "val/n123/3.jpg"


def test_a_name_that_is_taken_gets_a_number(root: Path) -> None:
    (root / "daisy/other").mkdir()
    (move,) = plan(root, [correction(root, "daisy/1.jpg", "n123")], LABELS, PLACES)
    assert move.target == "roses/1 (2).jpg"


def test_excluded_pictures_and_those_that_lie_right_stay(root: Path) -> None:
    assert (
        plan(root, [correction(root, "daisy/1.jpg", None), correction(root, "roses/1.jpg", "n123")], LABELS, PLACES)
        == []
    )


@pytest.mark.parametrize(
    ("places", "path", "target"),
    [
        ({"train/train": "train", "train/bus": "bus", "val/train": "train"}, "train/train/1.jpg", "train/bus/1.jpg"),
        ({"train/train": "train", "train/bus": "bus", "val/train": "train"}, "val/train/1.jpg", "val/bus/1.jpg"),
        ({"train": "train", "bus": "bus"}, "train/1.jpg", "bus/1.jpg"),
        ({"train/train": "train", "train/bus": "bus"}, "train/train/bus/1.jpg", "train/bus/bus/1.jpg"),
        ({"train/val": "train", "bus/val": "bus"}, "train/val/1.jpg", "bus/val/1.jpg"),
        ({"train/val": "train"}, "train/val/1.jpg", "bus/val/1.jpg"),
        ({"a/train": "train", "b/bus": "bus"}, "a/train/1.jpg", "a/bus/1.jpg"),
        ({"pics/train/train": "train"}, "elsewhere/train/1.jpg", None),
    ],
)
def test_a_class_may_bear_the_name_of_a_side(tmp_path: Path, places: dict[str, str], path: str, target: str | None):
    labels = [Label("bus", "bus"), Label("train", "train")]
    moves = plan(tmp_path, [Correction("0" * 64, "bus", path)], labels, places)
    assert [move.target for move in moves] == ([target] if target else [])


@pytest.mark.parametrize(
    "move",
    [
        Move("daisy/1.jpg", "../stolen.jpg"),
        Move("../secret.txt", "daisy/secret.txt"),
        Move("daisy/../../secret.txt", "daisy/secret.txt"),
        Move("daisy/1.jpg", "{outside}/stolen.jpg"),
        Move("{outside}/secret.txt", "daisy/secret.txt"),
        Move("link/secret.txt", "daisy/secret.txt"),
        Move("daisy/1.jpg", "link/stolen.jpg"),
        Move("daisy/1.jpg", "link/new/stolen.jpg"),
        Move("", "daisy/x"),
    ],
)
def test_no_move_of_a_foreign_run_leaves_the_folder_of_the_pictures(tmp_path: Path, move: Move) -> None:
    outside, root = tmp_path / "outside", tmp_path / "pictures"
    outside.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (outside / "secret.txt").write_text("secret")
    (root / "daisy").mkdir(parents=True)
    (root / "daisy/1.jpg").write_text("picture")
    (root / "link").symlink_to(outside)
    before = sorted(tmp_path.rglob("*"))
    move = Move(*(path.format(outside=outside) for path in (move.source, move.target)))
    report = carry_out(root, [move])
    assert (report.done, len(report.problems)) == ((), 1)
    assert "it would leave the folder of the pictures" in report.problems[0]
    assert sorted(tmp_path.rglob("*")) == before
    run = tmp_path / "run"
    run.mkdir()
    write_done(run, [Move(move.target, move.source)])
    take_back_for(run, root, read_done(run))
    assert set(before) <= set(tmp_path.rglob("*"))


def test_files_are_moved_and_come_back(root: Path) -> None:
    moves = plan(
        root, [correction(root, "daisy/1.jpg", "n123"), correction(root, "val/daisy/3.jpg", "n123")], LABELS, PLACES
    )
    report = carry_out(root, moves)
    assert report.done == tuple(moves)
    assert (root / "roses/1 (2).jpg").read_text() == "daisy/1.jpg"
    assert not (root / "daisy/1.jpg").exists()
    assert carry_out(root, reversed_moves(report.done)).problems == ()
    assert (root / "daisy/1.jpg").read_text() == "daisy/1.jpg"
    assert (root / "roses/1.jpg").read_text() == "roses/1.jpg"


@pytest.mark.parametrize("move", [Move("daisy/1.jpg", "daisy/.profile"), Move("keys", "daisy/keys.jpg")])
def test_only_what_is_called_like_a_picture_is_moved(root: Path, move: Move) -> None:
    (root / "keys").write_text("secret")
    assert "it is not called like a picture" in carry_out(root, [move]).problems[0]
    assert (root / "daisy/1.jpg").exists()
    assert (root / "keys").exists()


def test_a_file_that_has_changed_since_is_left_alone(root: Path) -> None:
    moves = plan(root, [correction(root, "daisy/1.jpg", "n123")], LABELS, PLACES)
    (root / "daisy/1.jpg").write_text("another picture")
    report = carry_out(root, moves)
    assert report.done == ()
    assert report.problems == ("daisy/1.jpg was not moved: it has changed since it was corrected.",)
    assert (root / "daisy/1.jpg").read_text() == "another picture"


def test_no_file_is_ever_overwritten_and_the_rest_goes_on(root: Path) -> None:
    moves = [Move("daisy/1.jpg", "roses/1.jpg"), Move("gone.jpg", "roses/gone.jpg"), Move("val/daisy/3.jpg", "x/3.jpg")]
    report = carry_out(root, moves)
    assert [move.source for move in report.done] == ["val/daisy/3.jpg"]
    assert len(report.problems) == 2
    assert (root / "roses/1.jpg").read_text() == "roses/1.jpg"


def test_moves_are_remembered_before_they_are_made(root: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    moves = plan(
        root, [correction(root, "daisy/1.jpg", "n123"), correction(root, "val/daisy/3.jpg", "n123")], LABELS, PLACES
    )
    # The program ended after the first of them.
    write_done(run, moves)
    carry_out(root, moves[:1])
    report = take_back_for(run, root, read_done(run))
    assert (root / "daisy/1.jpg").exists()
    assert (report.problems, report.left, read_done(run)) == ((), (), ())


def test_what_was_not_moved_is_not_remembered(root: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    earlier, taken, made = Move("a", "b"), Move("daisy/1.jpg", "roses/1.jpg"), Move("val/daisy/3.jpg", "x/3.jpg")
    write_done(run, [earlier])
    report = carry_out_for(run, root, [taken, made])
    assert report.left == read_done(run) == (earlier, made)
    assert take_back_for(run, root, [made]).left == read_done(run) == (earlier,)


def test_what_cannot_be_moved_back_now_can_be_later(root: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    (move,) = plan(root, [correction(root, "daisy/1.jpg", "n123")], LABELS, PLACES)
    carry_out_for(run, root, [move])
    root.rename(tmp_path.with_name("unplugged"))
    assert take_back_for(tmp_path.with_name("unplugged") / "run", tmp_path / "gone", [move]).left == (move,)


def test_moves_that_cannot_be_remembered_are_not_made(root: Path) -> None:
    with pytest.raises(AppError):
        carry_out_for(root / "no such run", root, [Move("daisy/1.jpg", "x/1.jpg")])
    assert (root / "daisy/1.jpg").exists()


def test_what_was_moved_is_remembered_beside_the_run(root: Path) -> None:
    moves = [Move("a", "b", "c")]
    write_done(root, moves)
    assert read_done(root) == tuple(moves)
    write_done(root, [])
    assert read_done(root) == ()
    assert not (root / "moves.json").exists()
