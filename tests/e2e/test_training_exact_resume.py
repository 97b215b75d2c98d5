"""A run that is killed at any moment ends exactly as one that was left in peace."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from vgg_desktop.core.run.events import Epoch, Resumed
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.loop.checkpoint import CheckpointStore

KILLS = 20
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked from a warm process")


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> tuple[dict, RunDirectory, RunDirectory]:
    """What became of the killing, the run left in peace, and the killed one."""
    folder = tmp_path_factory.mktemp("killing")
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.killing", str(folder), str(KILLS)],
        cwd=ROOT,
        env={**os.environ, "VGG_DESKTOP_HOME": str(folder / "home"), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    runs = folder / "runs"
    return json.loads(done.stdout.splitlines()[-1]), RunDirectory(runs / "in peace"), RunDirectory(runs / "killed")


def test_a_run_killed_twenty_times_ends_with_bit_equal_weights(report):
    told, in_peace, killed = report
    assert told["kills"] == KILLS
    assert told["status"] == 0
    expected, got = bundle.load(in_peace.best_file)[1], bundle.load(killed.best_file)[1]
    assert all(torch.equal(expected[name], got[name]) for name in expected)


def test_the_last_states_are_equal_to_the_last_bit(report):
    _, in_peace, killed = report
    expected, got = (CheckpointStore(run).load() for run in (in_peace, killed))
    assert _flat(expected.learner) == _flat(got.learner)
    assert expected.state.val_top1 == got.state.val_top1


def test_every_loss_of_every_step_is_the_same_and_none_is_missing(report):
    _, in_peace, killed = report
    expected, got = in_peace.steps(), killed.steps()
    for field in ("step", "epoch", "loss", "top1", "learning_rate", "pictures"):
        assert np.array_equal(expected[field], got[field]), field


def test_every_epoch_is_told_once_with_the_same_numbers(report):
    _, in_peace, killed = report
    expected, got = (
        [
            (event.epoch, event.step, event.train_loss, event.val_loss, event.val_top1, event.is_best)
            for event in run.new_event_reader().read_new()
            if isinstance(event, Epoch)
        ]
        for run in (in_peace, killed)
    )
    assert expected == got
    assert len(got) == in_peace.recipe().epochs


def test_the_reports_on_the_results_are_the_same(report):
    _, in_peace, killed = report
    assert in_peace.evaluation() == killed.evaluation()


def test_some_kills_came_while_a_checkpoint_was_written_and_some_resumes_were_within_an_epoch(report):
    told, in_peace, killed = report
    assert told["half_written"] >= 3
    ends = {event.step for event in in_peace.new_event_reader().read_new() if isinstance(event, Epoch)}
    resumed = [event for event in killed.new_event_reader().read_new() if isinstance(event, Resumed)]
    assert len(resumed) >= KILLS // 2
    assert sum(event.step not in ends for event in resumed if event.step) >= 3


def _flat(value) -> object:
    if isinstance(value, torch.Tensor):
        return value.numpy().tobytes()
    if isinstance(value, dict):
        return {key: _flat(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_flat(item) for item in value]
    return value
