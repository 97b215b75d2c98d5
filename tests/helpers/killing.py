"""Trains a run whose worker is killed again and again, and the same run left in peace.

A program of its own: workers are forked from this process, in which torch is warm, so that each one starts at once.
Run as `python -m tests.helpers.killing FOLDER KILLS`; prints one JSON object.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import torch

from tests.helpers.runs import new_run, tiny_data
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.loop import loop  # noqa: F401 - so that the forked workers have them
from vgg_desktop.training.setup import prepare  # noqa: F401
from vgg_desktop.training.worker import result  # noqa: F401
from vgg_desktop.training.worker.worker import work

_EVERY_S = 0.03
_PATIENCE_S = 30.0
RECIPE = {
    "epochs": 12,
    "batch_size": 8,
    "augmentation": "strong",
    "mixup": 0.2,
    "dropout": 0.5,
    "ema": 0.95,
    "layer_decay": 0.9,
    "label_smoothing": 0.1,
    "class_weights": "balanced",
    "schedule": "plateau",
    "clip_norm": 5.0,
}

Moment = Callable[[RunDirectory], None]


def main(folder: Path, kills: int) -> None:
    torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    data = tiny_data(folder / "data", per_class=30)
    in_peace = new_run(folder, data, name="in peace", **RECIPE)
    killed = new_run(folder, data, name="killed", **RECIPE)
    assert os.waitstatus_to_exitcode(os.waitpid(_forked(in_peace), 0)[1]) == 0
    draw = random.Random(1)
    report = {"kills": 0, "half_written": 0}
    for moment in _moments(draw):
        if report["kills"] == kills:
            break
        _kill_at(moment, killed, report)
    report["status"] = os.waitstatus_to_exitcode(os.waitpid(_forked(killed), 0)[1])
    print(json.dumps(report))  # noqa: T201


def _kill_at(moment: Moment, run: RunDirectory, report: dict[str, int]) -> None:
    worker = _forked(run)
    try:
        moment(run)
    finally:
        os.kill(worker, signal.SIGKILL)
        _, status = os.waitpid(worker, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "the run ended before it could be killed often enough"
    report["kills"] += 1
    report["half_written"] += any(True for _ in _half_written(run))


def _forked(run: RunDirectory) -> int:
    worker = os.fork()
    if worker:
        return worker
    try:
        status = work(run, checkpoint_every_s=_EVERY_S)
    except BaseException as error:
        print(repr(error), file=sys.stderr)  # noqa: T201
        status = 99
    os._exit(status)


def _moments(draw: random.Random) -> Iterator[Moment]:
    """While a checkpoint is written, some steps after the start, in validation, before the first step."""
    kinds = (_while_writing, _after_steps, _while_writing, _after_epoch, _at_start)
    for kind in cycle(kinds):
        yield lambda run, kind=kind: kind(run, draw)


def _while_writing(run: RunDirectory, draw: random.Random) -> None:
    known = _pointer(run)
    _wait(lambda: _pointer(run) != known)
    _wait(lambda: any(True for _ in _half_written(run)))
    time.sleep(draw.uniform(0, 0.002))


def _after_steps(run: RunDirectory, draw: random.Random) -> None:
    """In the middle of a step, at least one checkpoint later."""
    known = _pointer(run)
    _wait(lambda: _pointer(run) != known)
    time.sleep(draw.uniform(0.0, 0.05))


def _after_epoch(run: RunDirectory, draw: random.Random) -> None:
    epochs = run.events_file.read_bytes().count(b'"event":"epoch"')
    _wait(lambda: run.events_file.read_bytes().count(b'"event":"epoch"') > epochs)
    time.sleep(draw.uniform(0.0, 0.01))


def _at_start(run: RunDirectory, draw: random.Random) -> None:
    attempts = run.events_file.read_bytes().count(b'"event":"started"')
    _wait(lambda: run.events_file.read_bytes().count(b'"event":"started"') > attempts)
    time.sleep(draw.uniform(0.0, 0.02))


def _half_written(run: RunDirectory) -> Iterator[Path]:
    return run.checkpoints_dir.glob(".*.part")


def _pointer(run: RunDirectory) -> bytes:
    try:
        return (run.checkpoints_dir / "latest.json").read_bytes()
    except OSError:
        return b""


def _wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "the moment does not come"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
