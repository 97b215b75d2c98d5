"""Two processes train one model, as torchrun starts them."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.runs import easy_data, new_run, tiny_recipe
from vgg_desktop.core.recipe.recipe_file import write_toml
from vgg_desktop.core.run.events import Epoch
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.worker.worker import work

ROOT = Path(__file__).resolve().parents[2]
# Batch norm sees a process's own share of a batch; without it, two shares give exactly the gradients of the whole.
PLAIN = {"batch_norm": False, "dropout": 0.0, "batch_size": 12, "learning_rate": 0.01, "ema": 0.9, "epochs": 10_000}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="torchrun's rendezvous")


def start_team(arguments: list[str], log: Path) -> subprocess.Popen:
    options = ["--nproc-per-node", "2", "--standalone", "--local-addr", "127.0.0.1"]
    command = [sys.executable, "-m", "torch.distributed.run", *options, "-m", "vgg_desktop", *arguments]
    with log.open("wb") as file:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "OMP_NUM_THREADS": "1", "GLOO_SOCKET_IFNAME": "lo"},
            stdout=file,
            stderr=file,
        )


def test_two_processes_learn_what_one_would_and_hear_a_command_at_the_same_step(tmp_path):
    data = easy_data(tmp_path / "data", per_class=20)
    alone, team = new_run(tmp_path, data, name="alone", **PLAIN), RunDirectory(tmp_path / "runs" / "team")
    recipe, log = tmp_path / "recipe.toml", tmp_path / "log"
    shutil.copy(alone.recipe_file, recipe)
    process = start_team(
        ["train", str(data), "--recipe", str(recipe), "--runs-dir", str(tmp_path / "runs"), "--name", "team"], log
    )
    work(alone, observe=lambda event: alone.send_command("stop") if isinstance(event, Epoch) else None)
    try:
        _wait_for_epochs(team, 2, process, log)
        team.send_command("stop")
        assert process.wait(timeout=60) == 0, "torchrun takes everything else for a failure"
    finally:
        process.kill()
        process.wait()
    out = log.read_text()
    assert out.count("epoch 1/") == 1, "only the leader speaks"
    assert team.state().state == "stopped", out
    assert bundle.load(team.best_file)[0].metrics["top1"] == team.state().best_top1

    steps = slice(0, 4)
    assert team.steps()["loss"][steps] == pytest.approx(alone.steps()["loss"][steps], rel=1e-4)
    assert team.steps()["pictures"][steps].tolist() == [12] * 4
    first = [
        next(event for event in run.new_event_reader().read_new() if isinstance(event, Epoch)) for run in (alone, team)
    ]
    assert first[1].val_loss == pytest.approx(first[0].val_loss, rel=1e-4)
    assert first[1].val_top1 == first[0].val_top1


def test_a_team_reports_what_the_weights_that_it_keeps_are_worth(tmp_path):
    """With batch norm each process has statistics of its own, and averages of them."""
    data, recipe, log = easy_data(tmp_path / "data", per_class=10), tmp_path / "recipe.toml", tmp_path / "log"
    recipe.write_text(write_toml(tiny_recipe(ema=0.9, epochs=2, batch_size=4, augmentation="standard")))
    team = RunDirectory(tmp_path / "runs" / "team")
    process = start_team(
        ["train", str(data), "--recipe", str(recipe), "--runs-dir", str(tmp_path / "runs"), "--name", "team"], log
    )
    try:
        assert process.wait(timeout=90) == 0, log.read_text()
    finally:
        process.kill()
        process.wait()
    epochs = [event for event in team.new_event_reader().read_new() if isinstance(event, Epoch)]
    best = next(event for event in epochs if event.epoch == team.evaluation().epoch)
    assert (team.evaluation().top1, team.evaluation().loss) == pytest.approx((best.val_top1, best.val_loss), rel=1e-5)


def _wait_for_epochs(run: RunDirectory, count: int, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 90
    while not run.exists() or run.recorded_state().epoch < count:
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)
