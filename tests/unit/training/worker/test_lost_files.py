"""A run that has lost some of its files goes on from what is left, or says why not; never from the start unasked."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from tests.helpers.runs import easy_data, new_run, train_here
from vgg_desktop import cli
from vgg_desktop.core.run.events import Epoch, Resumed, Warned
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.worker import launcher


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return easy_data(tmp_path_factory.mktemp("data"))


@pytest.fixture
def paused(tmp_path: Path, data: Path) -> RunDirectory:
    """Paused after its second epoch."""
    run = new_run(tmp_path, data, epochs=3)

    def pause(event: object) -> None:
        if isinstance(event, Epoch) and event.epoch == 2:
            run.send_command("pause")

    from vgg_desktop.training.worker import steering, worker

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steering, "_POLL_EVERY_S", 0.0)
        assert worker.work(run, observe=pause) == 3
    return run


def pointer_lost(run: RunDirectory) -> None:
    (run.checkpoints_dir / "latest.json").unlink()


def pointer_cut(run: RunDirectory) -> None:
    pointer = run.checkpoints_dir / "latest.json"
    pointer.write_bytes(pointer.read_bytes()[:40])


def state_zeroed(run: RunDirectory) -> None:
    run.state_file.write_bytes(b"\0" * 512)


def state_gone(run: RunDirectory) -> None:
    run.state_file.unlink()


def best_pointer_empty(run: RunDirectory) -> None:
    run.snapshot_pointer.write_bytes(b"")


@pytest.mark.parametrize("lose", [pointer_lost, pointer_cut, state_zeroed, state_gone, best_pointer_empty])
def test_it_goes_on_where_it_was_to_the_same_weights(
    tmp_path: Path, data: Path, paused: RunDirectory, lose: Callable[[RunDirectory], None]
) -> None:
    lose(paused)
    assert paused.state().state == "paused"
    launcher.check_startable(paused)
    status, told = train_here(paused)
    assert status == 0
    [resumed] = [event for event in told if isinstance(event, Resumed)]
    assert resumed.step > 0
    whole = new_run(tmp_path, data, "whole", epochs=3)
    train_here(whole)
    expected, got = bundle.load(whole.best_file)[1], bundle.load(paused.best_file)[1]
    assert all(torch.equal(expected[name], got[name]) for name in expected)


def test_without_any_checkpoint_it_says_so_and_keeps_what_is_there(
    paused: RunDirectory, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(paused.checkpoints_dir)
    paused.checkpoints_dir.mkdir()
    before = sorted(path.name for path in paused.snapshots_dir.iterdir())
    arguments = ["runs", "resume", paused.name, "--runs-dir", str(paused.path.parent)]
    assert cli.run(arguments) == 1
    assert "--start-over" in capsys.readouterr().err
    assert sorted(path.name for path in paused.snapshots_dir.iterdir()) == before
    assert paused.state().state == "failed"
    assert cli.run([*arguments, "--start-over"]) == 0
    assert paused.state().state == "finished"
    assert "begins again at its first step" in capsys.readouterr().err


def test_checkpoints_of_a_newer_version_stay_as_they_are(paused: RunDirectory) -> None:
    pointer = paused.checkpoints_dir / "latest.json"
    pointer.write_text(json.dumps({**json.loads(pointer.read_text()), "format": 7}))
    before = {path: path.read_bytes() for path in paused.checkpoints_dir.iterdir()}
    status, _ = train_here(paused)
    assert status == 1
    assert "newer version" in paused.state().summary
    assert {path: path.read_bytes() for path in paused.checkpoints_dir.iterdir()} == before


def test_damaged_best_weights_end_no_run(paused: RunDirectory) -> None:
    for snapshot in paused.snapshots_dir.glob("*.safetensors"):
        snapshot.write_bytes(snapshot.read_bytes()[:-100])
    status, told = train_here(paused)
    assert status == 0
    assert any("best weights so far" in event.summary for event in told if isinstance(event, Warned))
    assert paused.best_file.is_file()
    assert paused.evaluation().epoch == 3
