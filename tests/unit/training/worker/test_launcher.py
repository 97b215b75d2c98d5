"""Who may be started, finished and discarded, with run directories written by hand."""

import sys

import pytest

from tests.helpers.run_directories import write_run
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run import run_state
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.worker import launcher


@pytest.fixture(autouse=True)
def fast_hearts(monkeypatch):
    monkeypatch.setattr(run_state, "HEARTBEAT_S", 0.1)


def test_a_run_whose_worker_died_on_another_machine_is_started_here(tmp_path, monkeypatch):
    run = write_run(tmp_path / "run", state="running", machine="another machine", attempt=2)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(AppError, match="ended before it began"):
        launcher.start_run(run)
    assert run.recorded_state().attempt == 3


def test_a_run_whose_heart_beats_on_another_machine_is_left_alone(tmp_path, monkeypatch):
    run = write_run(tmp_path / "run", state="starting", machine="another machine")
    beats = iter(range(1000))
    monkeypatch.setattr(run_state, "_read_or_empty", lambda _file: str(next(beats)).encode())
    with pytest.raises(AppError, match="being trained already"):
        launcher.start_run(run)


def test_a_dead_distant_run_is_finished_by_a_worker_here(tmp_path, monkeypatch):
    run = write_run(tmp_path / "run", state="running", machine="another machine")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(AppError, match="ended before it began"):
        launcher.finish_run(run)
    assert list(run.commands_dir.iterdir()) == []


def test_a_discarded_run_comes_out_of_the_trash_as_a_paused_one(tmp_path, monkeypatch):
    run = write_run(tmp_path / "run", state="discarded", epoch=3)
    trash = tmp_path / "trash"
    monkeypatch.setattr(launcher, "send2trash", lambda path: path.rename(trash))
    launcher.discard_run(run)
    assert RunDirectory(trash).state().state == "paused"
    assert RunDirectory(trash).state().epoch == 3


def test_a_run_that_somebody_else_has_moved_to_the_trash_is_gone(tmp_path, monkeypatch):
    run = write_run(tmp_path / "run", state="discarded")

    def too_late(path):
        run.path.rename(tmp_path / "trash")
        raise FileNotFoundError(path)

    monkeypatch.setattr(launcher, "send2trash", too_late)
    launcher.discard_run(run)
    assert not run.path.exists()
