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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("daisy/1.jpg", "daisy/close/2.jpg", "roses/1.jpg", "val/daisy/3.jpg", "val/n123/4.jpg"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


def correction(root: Path, path: str, label: str | None) -> Correction:
    return Correction(hashlib.sha256((root / path).read_bytes()).hexdigest(), label, path)


def test_a_picture_goes_to_the_folder_that_means_its_class(root: Path) -> None:
    moves = plan(root, [correction(root, "daisy/close/2.jpg", "n123")], LABELS)
    assert [(move.source, move.target) for move in moves] == [("daisy/close/2.jpg", "roses/close/2.jpg")]


def test_a_picture_stays_on_its_side_of_the_split(root: Path) -> None:
    (move,) = plan(root, [correction(root, "val/daisy/3.jpg", "rose")], LABELS)
    assert move.target == "val/n123/3.jpg"


def test_a_name_that_is_taken_gets_a_number(root: Path) -> None:
    (root / "daisy/other").mkdir()
    (move,) = plan(root, [correction(root, "daisy/1.jpg", "n123")], LABELS)
    assert move.target == "roses/1 (2).jpg"


def test_excluded_pictures_and_those_that_lie_right_stay(root: Path) -> None:
    assert plan(root, [correction(root, "daisy/1.jpg", None), correction(root, "roses/1.jpg", "n123")], LABELS) == []


def test_files_are_moved_and_come_back(root: Path) -> None:
    moves = plan(root, [correction(root, "daisy/1.jpg", "n123"), correction(root, "val/daisy/3.jpg", "n123")], LABELS)
    report = carry_out(root, moves)
    assert report.done == tuple(moves)
    assert (root / "roses/1 (2).jpg").read_text() == "daisy/1.jpg"
    assert not (root / "daisy/1.jpg").exists()
    assert carry_out(root, reversed_moves(report.done)).problems == ()
    assert (root / "daisy/1.jpg").read_text() == "daisy/1.jpg"
    assert (root / "roses/1.jpg").read_text() == "roses/1.jpg"


def test_a_file_that_has_changed_since_is_left_alone(root: Path) -> None:
    moves = plan(root, [correction(root, "daisy/1.jpg", "n123")], LABELS)
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
    moves = plan(root, [correction(root, "daisy/1.jpg", "n123"), correction(root, "val/daisy/3.jpg", "n123")], LABELS)
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
    (move,) = plan(root, [correction(root, "daisy/1.jpg", "n123")], LABELS)
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
