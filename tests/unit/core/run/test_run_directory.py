"""A run directory as its readers see it."""

import os
import time
from pathlib import Path

import msgspec
import pytest

from tests.helpers import run_events
from tests.helpers.run_directories import StandInWorker, append, write_run, write_state
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import encode_json
from vgg_desktop.core.run.events import Ended
from vgg_desktop.core.run.run_directory import CommandFile, RunDirectory, Snapshot, find_run, list_runs
from vgg_desktop.core.run.run_state import Liveness, RunState, host_name, machine_id, process_id


def test_a_run_whose_worker_holds_the_lock_is_running(tmp_path):
    run = write_run(tmp_path / "run", state="running")
    with StandInWorker(run):
        assert run.state().state == "running"


def test_a_run_whose_worker_was_killed_is_lost_at_once(tmp_path):
    run = write_run(tmp_path / "run", state="running")
    with StandInWorker(run) as worker:
        worker.kill()
        assert run.state().state == "lost"
        assert run.state().can_resume


@pytest.mark.parametrize("state", ["paused", "stopped", "finished", "failed", "discarded"])
def test_a_run_that_ended_says_how_without_a_worker(tmp_path, state):
    run = write_run(tmp_path / "run", state=state)
    assert run.state().state == state
    assert run.state().can_resume == (state in {"paused", "stopped", "failed", "discarded"})


def test_a_run_that_is_being_started_has_time_to_take_its_lock(tmp_path):
    run = write_run(tmp_path / "run", state="starting", pid=0)
    assert run.state().state == "starting"
    write_state(run, state="starting", pid=0, time=time.time() - 120)
    assert run.state().state == "lost"


def test_the_process_that_trains_can_look_at_its_own_run(tmp_path):
    run = write_run(tmp_path / "run", state="running", pid=os.getpid(), process=process_id())
    assert run.state().state == "running"


def test_a_process_that_has_the_pid_of_a_killed_worker_is_not_taken_for_it(tmp_path):
    run = write_run(tmp_path / "run", state="running", pid=os.getpid(), process="of the container before")
    assert run.state().state == "lost"


def test_a_distant_run_is_lost_when_its_heart_stands_still_for_three_beats(tmp_path, monkeypatch):
    run = write_run(tmp_path / "run", state="running", machine="another machine")
    now_s = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now_s)
    run.heartbeat_file.write_text("1")
    assert run.state().state == "running"
    now_s += 5.9
    assert run.state().state == "running"
    run.heartbeat_file.write_text("2")
    assert run.state().state == "running"
    assert run.liveness.has_beaten
    now_s += 5.9
    assert run.state().state == "running"
    now_s += 0.2
    assert run.state().state == "lost"
    run.heartbeat_file.write_text("3")
    assert run.state().state == "running", "a network drive that was gone for a while"


def test_no_clock_but_the_readers_own_decides_about_a_distant_heart(tmp_path):
    run = write_run(tmp_path / "run", state="running", machine="another machine", time=time.time() + 1e6)
    run.heartbeat_file.write_text("1")
    os.utime(run.heartbeat_file, (1, 1))
    assert Liveness(run.lock_file, run.heartbeat_file).is_alive(run.recorded_state())


def test_two_processes_of_one_machine_agree_on_its_id():
    assert machine_id() == machine_id() != ""


def test_a_command_names_the_attempt_and_appears_whole(tmp_path):
    run = write_run(tmp_path / "run", state="running", attempt=3)
    command_id = run.send_command("pause")
    [file] = run.commands_dir.iterdir()
    assert file.name == f"{command_id}.json"
    command = msgspec.json.decode(file.read_bytes(), type=CommandFile)
    assert (command.command, command.attempt) == ("pause", 3)


def test_the_best_weights_are_the_result_else_the_latest_snapshot(tmp_path):
    run = write_run(tmp_path / "run")
    assert run.best_weights() is None
    snapshot = run.snapshots_dir / "best-1.safetensors"
    snapshot.write_bytes(b"1")
    pointer = Snapshot(file=snapshot.name, sha256="0", epoch=1, top1=0.5)
    run.snapshot_pointer.write_bytes(msgspec.json.encode(pointer))
    assert run.best_weights() == snapshot
    run.best_file.write_bytes(b"2")
    assert run.best_weights() == run.best_file


def test_a_run_that_goes_on_has_better_weights_than_its_earlier_result(tmp_path):
    run = write_run(tmp_path / "run", state="stopped")
    run.best_file.write_bytes(b"1")
    write_state(run, state="running")
    assert run.best_weights() == run.best_file
    snapshot = run.snapshots_dir / "best-2.safetensors"
    snapshot.write_bytes(b"2")
    pointer = Snapshot(file=snapshot.name, sha256="0", epoch=2, top1=0.9)
    run.snapshot_pointer.write_bytes(msgspec.json.encode(pointer))
    for state in ("running", "paused", "failed"):
        write_state(run, state=state)
        assert run.best_weights() == snapshot
    write_state(run, state="finished")
    assert run.best_weights() == run.best_file


def test_a_pointer_cannot_lead_out_of_the_run_directory(tmp_path):
    run = write_run(tmp_path / "run")
    (tmp_path / "secret").write_bytes(b"x")
    pointer = Snapshot(file="../../secret", sha256="0", epoch=1, top1=0.5)
    run.snapshot_pointer.write_bytes(msgspec.json.encode(pointer))
    assert run.best_weights() is None


def test_runs_are_listed_newest_first_and_other_folders_left_out(tmp_path):
    write_run(tmp_path / "old", created=1.0)
    write_run(tmp_path / "new", created=2.0)
    (tmp_path / "notes").mkdir()
    (tmp_path / "file.txt").touch()
    assert [run.name for run in list_runs(tmp_path)] == ["new", "old"]
    assert list_runs(tmp_path / "nowhere") == []


@pytest.mark.parametrize("name", ["nothing", "../run", "", "."])
def test_a_run_is_found_by_its_name_only(tmp_path, name):
    write_run(tmp_path / "runs" / "run")
    assert find_run(tmp_path / "runs", "run").exists()
    with pytest.raises(AppError, match="There is no run called"):
        find_run(tmp_path / "runs", name)


DAMAGED_STATES = [
    None,
    b"",
    b"\0" * 400,
    b"{",
    b'{"state":"dancing"}',
    b'{"state":1}',
    b"\xff",
    b'{"x":' + b"[" * 200_000,
]


def damage_state(run, content):
    run.state_file.unlink() if content is None else run.state_file.write_bytes(content)


@pytest.mark.parametrize("content", DAMAGED_STATES)
def test_a_damaged_state_is_made_again_of_the_events(tmp_path, content):
    run = write_run(tmp_path / "run", run_events.training(3))
    append(run, [Ended(time=5.0, outcome="paused", summary="Said.", best_epoch=3, best_top1=0.5)])
    damage_state(run, content)
    state = run.state()
    assert (state.state, state.summary, state.attempt) == ("paused", "Said.", 1)
    assert (state.epoch, state.epochs, state.step) == (3, 10, 60)
    assert state.best_epoch == 3
    assert state.can_resume


@pytest.mark.parametrize("content", DAMAGED_STATES)
def test_a_run_with_a_damaged_state_runs_as_long_as_its_lock_is_held(tmp_path, content):
    run = write_run(tmp_path / "run", [run_events.started(host=host_name())])
    damage_state(run, content)
    assert run.state().state == "lost"
    with StandInWorker(run):
        assert run.state().state == "running"


def test_a_state_of_a_newer_program_is_one_sentence(tmp_path):
    run = write_run(tmp_path / "run")
    run.state_file.write_bytes(b'{"format": 2, "state": "dreaming"}')
    with pytest.raises(AppError, match="newer version"):
        run.state()


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff", b'{"file":"gone","sha256":"","epoch":1,"top1":1}'])
def test_best_weights_are_found_without_their_pointer(tmp_path, content):
    run = write_run(tmp_path / "run", state="paused")
    for name in ("best-00002-0123456789abcdef.safetensors", "best-00010-01234567.safetensors", "mine.safetensors"):
        (run.snapshots_dir / name).write_bytes(b"weights")
    if content is not None:
        run.snapshot_pointer.write_bytes(content)
    assert run.best_weights().name == "best-00010-01234567.safetensors"


def test_a_run_of_a_newer_program_is_refused_in_one_sentence(tmp_path):
    run = write_run(tmp_path / "run")
    run.about_file.write_bytes(b'{"format":2,"id":"x","created":1.0,"source":"/p"}')
    with pytest.raises(AppError, match="newer version"):
        run.about()


def test_looking_at_a_run_writes_nothing(tmp_path):
    run = write_run(tmp_path / "run", state="running", machine="another machine")
    before = _contents(run.path)
    reader = RunDirectory(run.path)
    reader.state(), reader.about(), reader.recipe(), reader.steps(), reader.best_weights(), reader.log_tail()
    reader.new_event_reader().read_new()
    assert _contents(run.path) == before


def test_an_unknown_field_of_a_newer_state_is_ignored(tmp_path):
    run = write_run(tmp_path / "run")
    run.state_file.write_bytes(encode_json(RunState(state="paused"))[:-1] + b',"mood":"good"}')
    assert run.state().state == "paused"


def _contents(folder: Path) -> dict[str, float]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}
