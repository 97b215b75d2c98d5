"""A real worker in a process of its own: started, watched, killed, resumed and ended by signals."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.runs import easy_data, new_run, tiny_recipe
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe_file import write_toml
from vgg_desktop.core.run.events import Ended, Started
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.worker import launcher

ROOT = Path(__file__).resolve().parents[2]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture
def run(tmp_path) -> Iterator[RunDirectory]:
    made = new_run(tmp_path, easy_data(tmp_path / "data"), epochs=5000)
    yield made
    state = made.recorded_state()
    if made.state().is_live:
        os.kill(state.pid, signal.SIGKILL)
    wait_until(lambda: not made.state().is_live)


def wait_until(condition: Callable[[], object], seconds: float = 100.0) -> None:
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < seconds, "it does not come to that"
        time.sleep(0.02)


def shell(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vgg_desktop", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        **options,
    )


@posix_only
def test_a_detached_run_is_watched_killed_found_lost_resumed_and_paused(run):
    launcher.start_run(run)
    assert run.state().state == "starting"
    wait_until(lambda: run.state().epoch >= 2)
    worker = run.state().pid
    assert os.getsid(worker) not in (os.getsid(0), 0), "it has a session of its own"
    assert os.getpriority(os.PRIO_PROCESS, worker) >= 10
    with pytest.raises(AppError, match="being trained already"):
        launcher.start_run(run)
    first_beat = run.heartbeat_file.read_bytes()

    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: run.state().state == "lost")
    listed = json.loads(shell("runs", "list", "--json", "--runs-dir", str(run.path.parent)).stdout)
    assert [one["state"] for one in listed] == ["lost"]
    assert run.heartbeat_file.read_bytes() >= first_beat

    launcher.start_run(run)
    reached = run.state().epoch
    wait_until(lambda: run.state().epoch > reached + 1)
    os.kill(run.state().pid, signal.SIGTERM)
    wait_until(lambda: run.state().state == "paused")
    events = run.new_event_reader().read_new()
    assert [event.attempt for event in events if isinstance(event, Started)] == [1, 2]
    assert [event.outcome for event in events if isinstance(event, Ended)] == ["paused"]
    assert "epoch" in run.log_tail()


@posix_only
def test_a_shell_detaches_pauses_resumes_stops_and_discards_a_training(tmp_path):
    # The trash is found by these two.
    home = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share")}
    run = RunDirectory(tmp_path / "runs" / "tried")
    where = (run.name, "--runs-dir", str(run.path.parent))
    data, recipe = easy_data(tmp_path / "data"), tmp_path / "recipe.toml"
    recipe.write_text(write_toml(tiny_recipe(epochs=100_000)))

    def said(*arguments: str) -> str:
        done = shell(*arguments, env=home)
        assert done.returncode == 0, done.stderr
        return done.stdout

    try:
        names = ("--recipe", str(recipe), "--name", run.name, "--runs-dir", str(run.path.parent))
        assert "in the background" in said("train", str(data), *names, "--detach")
        wait_until(lambda: run.state().epoch >= 2)
        assert "paused" in said("runs", "pause", *where)
        assert "in the background" in said("runs", "resume", *where, "--detach")
        reached = run.state().epoch
        wait_until(lambda: run.state().epoch > reached)
        assert "stopped" in said("runs", "stop", *where)
        assert run.best_file.is_file()
        said("runs", "resume", *where, "--detach")
        wait_until(lambda: run.state().state == "running")
        assert "in the trash" in said("runs", "discard", *where)
        assert not run.path.exists()
    finally:
        if run.exists() and run.state().is_live:
            os.kill(run.state().pid, signal.SIGKILL)


def test_a_worker_that_dies_at_once_is_reported_from_its_log(run, tmp_path, monkeypatch):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'this machine has no python' >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(AppError, match="ended before it began") as caught:
        launcher.start_run(run)
    assert "this machine has no python" in caught.value.hint
    assert run.state().state == "failed"
    assert run.state().can_resume


def test_a_program_that_cannot_be_started_is_one_sentence(run, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    with pytest.raises(AppError):
        launcher.start_run(run)


def test_the_launcher_needs_neither_torch_nor_qt():
    code = (
        "import sys, vgg_desktop.training.worker.launcher, vgg_desktop.training.worker.worker;"
        "sys.exit(' '.join({'torch', 'PySide6', 'PIL'} & {name.split('.')[0] for name in sys.modules}) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
