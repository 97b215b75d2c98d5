"""What was estimated before a run, against what its process then really used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.datasets import write_dataset
from vgg_desktop.core.run.events import Truth
from vgg_desktop.core.run.run_directory import RunDirectory

ROOT = Path(__file__).resolve().parents[2]
MOST = 1.5

RUNS = {
    "tiny": ["width=0.125", "input_px=32", "batch_size=16", "epochs=2"],
    "whole width, averaged": ["input_px=64", "batch_size=48", "ema=0.9", "epochs=1"],
    "adam, hidden layers": [
        "input_px=64",
        "batch_size=8",
        "head=custom",
        "hidden=[2048, 1024]",
        "pooled_px=2",
        "optimiser=adam",
        "epochs=1",
    ],
}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process's memory counts the pages of mapped files")
@pytest.mark.parametrize("name", RUNS)
def test_memory_and_disk_are_estimated_within_one_and_a_half_times(name: str, tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 40, "dog": 40})
    fixed = ["depth=11", "device=cpu", "threads=1", "start_from=scratch"]
    if not any(setting.startswith("head") for setting in RUNS[name]):
        fixed.append("head=average")
    settings = [f"--set={setting}" for setting in (*fixed, *RUNS[name])]
    command = [sys.executable, "-m", "vgg_desktop", "train", str(data), "--runs-dir", str(tmp_path), "--name", "run"]
    ended = subprocess.run([*command, *settings], cwd=ROOT, env=os.environ, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    truth = next(event for event in events(tmp_path / "run") if isinstance(event, Truth))
    assert 1 / MOST < truth.estimated_memory_bytes / truth.memory_bytes < MOST
    assert 1 / MOST < truth.estimated_disk_bytes / truth.disk_bytes < MOST
    assert truth.estimated_seconds is not None


def events(folder: Path) -> list:
    return RunDirectory(folder).new_event_reader().read_new()
