"""Checkpoints whose pointer is lost are found; nothing good is deleted, and nothing that a person put there."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
import torch

from tests.helpers.run_directories import append, write_run
from tests.unit.training.loop.test_checkpoint import best, contents
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.events import Checkpoint, Ended, Resumed
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.loop import checkpoint
from vgg_desktop.training.loop.best_weights import step_over_lost_best
from vgg_desktop.training.loop.checkpoint import CheckpointStore
from vgg_desktop.training.loop.checkpoint_files import OwnNames

POINTERS = {
    "lost": None,
    "empty": b"",
    "zeroed": b"\0" * 500,
    "cut": b'{"format": 1, "checkpoints": [{"file": "st',
    "no UTF-8": b'{"format": 1, "checkpoints": [{"file": "\xff"}]}',
    "nested": b'{"checkpoints": ' + b"[" * 200_000,
    "stale": b'{"checkpoints":[{"file":"step-000000000-00000000.pt","sha256":"","bytes":1,"epoch":0,"step":0}]}',
    "empty list": b'{"format": 1, "checkpoints": []}',
}


@pytest.fixture
def run(tmp_path: Path) -> RunDirectory:
    return write_run(tmp_path / "run", state="running")


def saved(run: RunDirectory, *steps: int, frozen=None) -> None:
    store = CheckpointStore(run)
    store.load()
    for step in steps:
        store.keep_best(best(step, seed=step))
        store.save(contents(step, epoch=step, frozen=frozen))
        store.wait()
    store.close()


def files(run: RunDirectory) -> list[str]:
    return sorted(path.name for folder in (run.checkpoints_dir, run.snapshots_dir) for path in folder.iterdir())


@pytest.mark.parametrize("damage", POINTERS)
def test_the_newest_whole_checkpoint_is_found_without_its_pointer(run: RunDirectory, damage: str) -> None:
    saved(run, 1, 2, frozen={"0.weight": torch.arange(3.0)})
    pointer = run.checkpoints_dir / "latest.json"
    before = [name for name in files(run) if name.endswith((".pt", ".safetensors"))]
    pointer.unlink()
    if (content := POINTERS[damage]) is not None:
        pointer.write_bytes(content)
    loaded = CheckpointStore(run).load()
    assert loaded
    assert (loaded.state.step, loaded.state.epoch) == (2, 2)
    assert loaded.frozen["0.weight"].tolist() == [0.0, 1.0, 2.0]
    assert set(before) <= set(files(run)), "looking deletes nothing"


@pytest.mark.parametrize("damage", POINTERS)
def test_a_run_that_goes_on_without_its_pointer_keeps_two_whole_checkpoints(run: RunDirectory, damage: str) -> None:
    saved(run, 1, 2)
    pointer = run.checkpoints_dir / "latest.json"
    pointer.unlink()
    if (content := POINTERS[damage]) is not None:
        pointer.write_bytes(content)
    saved(run, 3)
    steps = sorted(name for name in files(run) if name.startswith("step-"))
    assert [name.split("-")[1] for name in steps] == ["000000002", "000000003"]
    (run.checkpoints_dir / steps[1]).unlink()
    assert CheckpointStore(run).load().state.step == 2


def test_a_newest_file_that_is_damaged_is_passed_over_in_the_search(run: RunDirectory) -> None:
    saved(run, 1, 2)
    (run.checkpoints_dir / "latest.json").unlink()
    newest = max(run.checkpoints_dir.glob("step-*.pt"))
    for content in (b"", b"PK\3\4 no archive", newest.read_bytes()[:-100], _flipped(newest.read_bytes())):
        newest.write_bytes(content)
        assert CheckpointStore(run).load().state.step == 1


def _flipped(data: bytes) -> bytes:
    at = data.index(b"position") + 20
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_checkpoints_from_before_names_had_marks_are_found_too(run: RunDirectory) -> None:
    saved(run, 1)
    (run.checkpoints_dir / "latest.json").unlink()
    [file] = run.checkpoints_dir.glob("step-*.pt")
    file.rename(file.with_name("step-000000001-0123abcd.pt"))
    assert CheckpointStore(run).load().state.step == 1


def test_a_pointer_of_a_newer_version_is_left_alone_with_its_checkpoints(run: RunDirectory) -> None:
    saved(run, 1, 2)
    pointer = run.checkpoints_dir / "latest.json"
    pointer.write_text(json.dumps({**json.loads(pointer.read_text()), "format": 2}))
    before = files(run)
    with pytest.raises(AppError, match="newer version"):
        CheckpointStore(run).load()
    assert files(run) == before


STORIES = {
    "two were begun": [Checkpoint(time=0, epoch=1, step=1, file="a", seconds=0)] * 2,
    "one was read": [Resumed(time=0, attempt=2, epoch=1, step=9)],
    "it paused in good order": [
        Checkpoint(time=0, epoch=1, step=1, file="a", seconds=0),
        Ended(time=0, outcome="paused"),
    ],
}


@pytest.mark.parametrize("story", STORIES)
def test_a_run_whose_checkpoints_are_all_gone_never_begins_again_unasked(run: RunDirectory, story: str) -> None:
    append(run, STORIES[story])
    with pytest.raises(AppError, match="No checkpoint of the run run can be read") as error:
        CheckpointStore(run).load()
    assert "--start-over" in error.value.hint
    assert CheckpointStore(run).load(starts_over=True) is None


@pytest.mark.parametrize("step", [0, 7])
def test_a_run_that_was_killed_before_its_first_checkpoint_was_whole_begins_again(run: RunDirectory, step: int) -> None:
    if step:
        append(run, [Checkpoint(time=0, epoch=1, step=step, file="a", seconds=0)])
    assert CheckpointStore(run).load() is None


OWN_FILES = [
    "mine.pt",
    "step-000000001-deadbeefdeadbeef.pt",
    "step-000000001-deadbeef.pt",
    "frozen-deadbeef.pt",
    "best-00001-deadbeefdeadbeef.safetensors",
    "best of all.safetensors",
    ".hidden.part",
    ".0123456789abcdef0123456789abcdef.part",
    ".mine.pt.0123abcd.part",
    "notes.txt",
]


@pytest.mark.parametrize("is_linked", [False, True])
def test_a_persons_own_files_are_never_deleted(run: RunDirectory, tmp_path: Path, is_linked: bool) -> None:
    for folder in (run.checkpoints_dir, run.snapshots_dir):
        if is_linked:
            shutil.rmtree(folder)
            (tmp_path / folder.name).mkdir()
            folder.symlink_to(tmp_path / folder.name)
        for name in OWN_FILES:
            (folder / name).write_bytes(b"a person's own")
    store = CheckpointStore(run)
    store.clean()
    saved(run, 1, 2, 3, 4)
    for folder in (run.checkpoints_dir, run.snapshots_dir):
        for name in OWN_FILES:
            assert (folder / name).read_bytes() == b"a person's own"
    assert len([name for name in files(run) if OwnNames(run.about().id).is_own(name)]) == 4


def test_two_runs_that_share_a_linked_folder_leave_each_other_alone(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    runs = [write_run(tmp_path / name, state="running") for name in "ab"]
    for run in runs:
        run.checkpoints_dir.rmdir()
        run.checkpoints_dir.symlink_to(shared)
    saved(runs[0], 1, 2)
    mine = {path.name for path in shared.glob("step-*")}
    (shared / "latest.json").unlink()
    saved(runs[1], 1, 2, 3)
    assert mine <= {path.name for path in shared.glob("step-*")}


def test_nothing_is_deleted_before_the_new_one_reads_back_whole(
    run: RunDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(run, 1, 2)
    before = files(run)
    monkeypatch.setattr(checkpoint, "checkpoint_sha256", lambda _path: "other bytes")
    store = CheckpointStore(run)
    store.load()
    store.save(contents(3))
    with pytest.raises(AppError, match="another file when it is read back") as error:
        store.wait()
    assert "The last checkpoint is intact" in error.value.hint
    assert set(before) <= set(files(run))


def write_now(store: CheckpointStore, name: str, size: int = 1) -> AppError:
    """Why a checkpoint could not be written that passed the check of the room."""
    copied = {"identity": {}, "learner": {"x": torch.zeros(size)}}
    store._writing = store._writer.submit(store._write, name, copied, contents(2).state, None, {})
    with pytest.raises(AppError) as error:
        store.wait()
    return error.value


def test_a_failed_write_names_the_disk_and_whether_there_is_a_checkpoint(run: RunDirectory) -> None:
    store = CheckpointStore(run)
    store.save(contents(1))
    store.wait()
    shutil.rmtree(run.checkpoints_dir)
    run.checkpoints_dir.write_bytes(b"a file in its place")
    failed = write_now(store, "a.pt")
    assert "to the disk at /" in failed.summary
    assert "The last checkpoint is intact" in failed.hint
    assert "no checkpoint yet" in write_now(CheckpointStore(run), "a.pt").hint


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_told_in_the_disks_own_words(run: RunDirectory) -> None:
    (run.checkpoints_dir / "a.pt").symlink_to("/dev/full")
    assert os.strerror(errno.ENOSPC) in write_now(CheckpointStore(run), "a.pt", size=1 << 20).summary


@pytest.mark.parametrize("damage", ["gone", "flipped"])
def test_best_weights_that_are_lost_give_way_to_the_next_best(run: RunDirectory, damage: str) -> None:
    saved(run, 1, 2)
    state = CheckpointStore(run).load().state
    state.best_epoch, state.best_top1 = 2, 0.5
    file = run.snapshots_dir / state.snapshot
    content = bytearray(file.read_bytes())
    content[-5] ^= 1
    file.unlink() if damage == "gone" else file.write_bytes(content)
    said = step_over_lost_best(run, state)
    assert "epoch 2" in said
    assert "epoch 1" in said
    assert (state.best_epoch, state.best_top1) == (1, 0.5)
    assert (run.snapshots_dir / state.snapshot).is_file()
    assert step_over_lost_best(run, state) == ""


def test_best_weights_without_any_other_leave_the_next_epoch_to_be_the_best(run: RunDirectory) -> None:
    saved(run, 1)
    state = CheckpointStore(run).load().state
    state.best_epoch, state.best_top1 = 1, 0.9
    (run.snapshots_dir / state.snapshot).write_bytes(b"")
    assert step_over_lost_best(run, state)
    assert state.snapshot == ""
    assert state.complete_epoch(0.1, state.best_px)
