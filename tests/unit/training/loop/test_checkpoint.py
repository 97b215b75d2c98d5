"""Checkpoints: whole or not there, never mistaken for a good one, and the last two are kept."""

import json
import shutil
import threading
from collections import namedtuple

import pytest
import torch

from tests.helpers.models import tiny_info, tiny_network
from tests.helpers.run_directories import write_run
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.loop.checkpoint import Best, CheckpointStore, Contents
from vgg_desktop.training.loop.checkpoint_files import OwnNames
from vgg_desktop.training.loop.train_state import TrainState


@pytest.fixture
def run(tmp_path):
    return write_run(tmp_path / "run", state="running")


@pytest.fixture
def store(run):
    made = CheckpointStore(run)
    yield made
    made.close()


def contents(step: int = 1, epoch: int = 0, frozen=None, size: int = 4) -> Contents:
    state = TrainState(step=step, epoch=epoch, epoch_step=step, val_top1=[0.5] * epoch, loss_sum=0.1)
    learner = {"trained": {"0.weight": torch.full((size,), float(step))}, "optimiser": {"state": {0: torch.ones(2)}}}
    return Contents({"recipe": "x"}, state, learner, frozen or {})


def best(epoch: int, seed: int = 0) -> Best:
    info = tiny_info()
    return Best(info, dict(tiny_network(info, seed).state_dict()), epoch, 0.5)


def test_what_is_saved_is_what_is_loaded(run, store):
    name = store.save(contents(step=7, epoch=2))
    store.wait()
    loaded = CheckpointStore(run).load()
    assert loaded.entry.file == name
    assert loaded.identity == {"recipe": "x"}
    assert loaded.state == TrainState(step=7, epoch=2, epoch_step=7, val_top1=[0.5, 0.5], loss_sum=0.1)
    assert loaded.learner["trained"]["0.weight"].tolist() == [7.0] * 4
    assert store.holds(loaded.state)


def test_a_run_without_checkpoints_has_none(store):
    assert store.load() is None


def test_later_changes_of_the_weights_do_not_reach_a_checkpoint_under_way(run, store):
    given = contents(size=1 << 20)
    store.save(given)
    given.learner["trained"]["0.weight"].fill_(99.0)
    given.state.step = 99
    store.wait()
    loaded = CheckpointStore(run).load()
    assert float(loaded.learner["trained"]["0.weight"].max()) == 1.0
    assert loaded.state.step == 1


def test_the_last_two_are_kept(run, store):
    for step in (1, 2, 3, 4):
        store.save(contents(step))
        store.wait()
    assert [entry.step for entry in store.entries()] == [4, 3]
    assert len(list(run.checkpoints_dir.glob("*.pt"))) == 2


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "gone"])
def test_a_damaged_checkpoint_is_passed_over_and_named(run, store, damage):
    for step in (1, 2):
        store.save(contents(step))
        store.wait()
    newest = run.checkpoints_dir / store.entries()[0].file
    _damage(newest, damage)
    loaded = CheckpointStore(run).load()
    assert loaded.state.step == 1
    assert loaded.damaged == (newest.name,)


def test_when_all_are_damaged_it_says_so(run, store):
    store.save(contents())
    store.wait()
    _damage(run.checkpoints_dir / store.entries()[0].file, "flip")
    with pytest.raises(AppError, match="No checkpoint of the run run can be read"):
        CheckpointStore(run).load()


def test_a_pickle_with_code_in_it_is_not_run_even_with_the_right_checksum(run, store, tmp_path):
    store.save(contents())
    store.wait()
    entry = store.entries()[0]
    torch.save(_Hostile(tmp_path / "owned"), run.checkpoints_dir / entry.file)
    _sign_anew(run, entry.file)
    with pytest.raises(AppError):
        CheckpointStore(run).load()
    assert not (tmp_path / "owned").exists()


def test_frozen_layers_are_written_once_and_come_back_with_every_checkpoint(run, store):
    frozen = {"0.weight": torch.arange(3.0)}
    for step in (1, 2, 3):
        store.save(contents(step, frozen=frozen))
        store.wait()
    assert len(list(run.checkpoints_dir.glob("frozen-*.pt"))) == 1
    again = CheckpointStore(run)
    assert again.load().frozen["0.weight"].tolist() == [0.0, 1.0, 2.0]
    again.save(contents(4, frozen=frozen))
    again.wait()
    assert len(list(run.checkpoints_dir.glob("frozen-*.pt"))) == 1


def test_the_best_weights_are_on_disk_before_a_checkpoint_refers_to_them(run, store):
    store.keep_best(best(1))
    given = contents(step=5, epoch=1)
    store.save(given)
    store.wait()
    assert given.state.snapshot == store.entries()[0].snapshot
    info, state = bundle.load(run.snapshots_dir / given.state.snapshot)
    assert info.labels == tiny_info().labels
    assert torch.equal(state["features.0.weight"], tiny_network().state_dict()["features.0.weight"])
    assert run.best_weights().name == given.state.snapshot


def test_best_weights_that_an_older_checkpoint_refers_to_stay(run, store):
    snapshots = []
    for step in (1, 2, 3):
        store.keep_best(best(step, seed=step))
        given = contents(step, epoch=step)
        store.save(given)
        store.wait()
        snapshots.append(given.state.snapshot)
    assert {path.name for path in run.snapshots_dir.glob("*.safetensors")} == set(snapshots[1:])


def test_a_reader_that_holds_a_snapshot_open_does_not_stop_the_worker(run, store):
    store.keep_best(best(1))
    store.save(contents(1))
    store.wait()
    with run.best_weights().open("rb") as held:
        for step in (2, 3, 4):
            store.keep_best(best(step))
            store.save(contents(step))
            store.wait()
        assert held.read(8)


def test_space_is_checked_before_anything_is_written(run, store, monkeypatch):
    store.save(contents(1))
    store.wait()
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 10**6))
    before = sorted(run.checkpoints_dir.iterdir())
    with pytest.raises(AppError, match="no room for a checkpoint of 5 MB: 1 MB are free"):
        store.save(contents(2, size=1 << 20))
    assert sorted(run.checkpoints_dir.iterdir()) == before


def test_a_failed_write_is_told_and_the_one_before_is_intact(run, store):
    store.save(contents(1))
    store.wait()
    shutil.rmtree(run.snapshots_dir)
    store.keep_best(best(1))
    store.save(contents(2))
    with pytest.raises(AppError, match="could not be written"):
        store.wait()
    assert CheckpointStore(run).load().state.step == 1


def test_a_checkpoint_is_due_at_each_epochs_end_but_not_within_one_before_its_time(run):
    store = CheckpointStore(run, every_s=1000)
    assert store.is_due(at_epoch_end=True)
    assert not store.is_due(at_epoch_end=False)
    assert CheckpointStore(run, every_s=0).is_due(at_epoch_end=False)


def test_none_is_due_while_one_is_being_written(store):
    gate = threading.Event()
    store._writer.submit(gate.wait)
    store.save(contents(1))
    assert not store.is_due(at_epoch_end=True)
    gate.set()
    store.wait()
    assert store.is_due(at_epoch_end=True)


def test_slow_writes_are_not_repeated_before_twenty_times_their_duration(run):
    store = CheckpointStore(run)
    store._last_write_s = 30.0
    assert not store.is_due(at_epoch_end=True)
    store._saved_at_s -= 601
    assert store.is_due(at_epoch_end=True)


def test_what_a_killed_attempt_left_half_written_is_removed(run, store):
    names = OwnNames(run.about().id)
    leftovers = [
        run.checkpoints_dir / f".{names.step(3)}.0123abcd.part",
        run.checkpoints_dir / ".latest.json.0123abcd.part",
        run.snapshots_dir / f".{names.best(3)}.0123abcd.part",
    ]
    for path in leftovers:
        path.write_bytes(b"half")
    store.clean()
    assert not any(path.exists() for path in leftovers)


def test_a_complete_checkpoint_that_nothing_refers_to_is_removed_with_the_next_one(run, store):
    stray = run.checkpoints_dir / OwnNames(run.about().id).step(1)
    stray.write_bytes(b"x")
    store.save(contents(2))
    store.wait()
    assert not stray.exists()


class _Hostile:
    def __init__(self, target) -> None:
        self.target = str(target)

    def __reduce__(self):
        return exec, (f"open({self.target!r}, 'w').close()",)


def _damage(path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "gone":
        path.unlink()
        return
    if how == "flip":
        data[len(data) // 2] ^= 1
    path.write_bytes({"flip": data, "cut": data[:-10], "empty": b""}[how])


def _sign_anew(run, name: str) -> None:
    import hashlib

    pointer = run.checkpoints_dir / "latest.json"
    content = json.loads(pointer.read_text())
    content["checkpoints"][0]["sha256"] = hashlib.sha256((run.checkpoints_dir / name).read_bytes()).hexdigest()
    pointer.write_text(json.dumps(content))
