"""Run directories written by hand, as a launcher and a worker leave them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from vgg_desktop.core.files.records import encode_json
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.recipe_file import write_toml
from vgg_desktop.core.run import events as run_events
from vgg_desktop.core.run.evaluation import CalibrationBin, ClassResult, Evaluation, PictureResult
from vgg_desktop.core.run.events import Event
from vgg_desktop.core.run.run_directory import About, RunDirectory
from vgg_desktop.core.run.run_state import RunState, machine_id
from vgg_desktop.core.run.step_file import StepRecords

_HOLD_LOCK = """
import sys
from pathlib import Path
from vgg_desktop.core.files.locks import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def write_run(
    path: Path,
    events: Iterable[Event] = (),
    *,
    state: str = "finished",
    records: StepRecords | None = None,
    source: Path | str = "/pictures/flowers",
    recipe: Recipe | None = None,
    created: float | None = None,
    labels: str = "",
    corrections: str = "",
    **state_fields: Any,
) -> RunDirectory:
    """A run directory in the given state; its worker is not alive."""
    run = RunDirectory(path)
    for folder in (run.path, run.commands_dir, run.checkpoints_dir, run.snapshots_dir):
        folder.mkdir(parents=True, exist_ok=True)
    about = About(
        id=path.name,
        created=time.time() if created is None else created,
        source=str(source),
        labels=labels,
        corrections=corrections,
    )
    run.about_file.write_bytes(msgspec.json.encode(about))
    run.recipe_file.write_text(write_toml(recipe or Recipe()), encoding="utf-8")
    run.events_file.write_bytes(b"".join(map(run_events.encode_event, events)))
    if records is not None:
        run.steps_file.write_bytes(records.tobytes())
    write_state(run, state=state, **state_fields)
    return run


def write_state(run: RunDirectory, **fields: Any) -> None:
    """`state.json` as a worker on this machine writes it."""
    state = RunState(**{"time": time.time(), "machine": machine_id(), "host": "workstation", "pid": 1, **fields})
    temporary = run.state_file.with_suffix(".part")
    temporary.write_bytes(encode_json(state))
    temporary.replace(run.state_file)


def append(run: RunDirectory, events: Iterable[Event]) -> None:
    """More lines in the log."""
    with run.events_file.open("ab") as file:
        file.write(b"".join(map(run_events.encode_event, events)))


class StandInWorker:
    """A child process that holds a run's lock, as a living worker does. Use it as a context manager."""

    def __init__(self, run: RunDirectory) -> None:
        root = Path(__file__).resolve().parents[2]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _HOLD_LOCK, str(run.lock_file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        assert self.process.stdout
        assert self.process.stdout.readline().strip() == b"True"

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def __enter__(self) -> "StandInWorker":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


def evaluation(names: Iterable[str] = ("daisy", "dandelion", "roses", "tulips"), per_class: int = 12) -> Evaluation:
    """A report on a model that is right about three pictures of four."""
    labels = [Label(name, name) for name in names]
    count = len(labels)
    pictures, confusion = [], [[0] * count for _ in labels]
    for target in range(count):
        for number in range(per_class):
            wrong = number % 4 == 3 and count > 1
            predicted = (target + 1 + number // 4) % count if wrong else target
            confusion[target][predicted] += 1
            score = 0.97 - 0.05 * (number % 7)
            pictures.append(
                PictureResult(
                    path=f"{labels[target].id}/{number:04}.png",
                    sha256=f"{target * per_class + number:064x}",
                    target=target,
                    predicted=predicted,
                    score=score,
                    target_score=score if predicted == target else 1 - score,
                    loss=0.1 if predicted == target else 3 - 0.1 * number,
                )
            )
    right = sum(picture.is_right for picture in pictures)
    return Evaluation(
        epoch=11,
        count=len(pictures),
        loss=0.71,
        top1=right / len(pictures),
        top5=0.99,
        ece=0.041,
        ece_calibrated=0.017,
        temperature=1.2,
        classes=tuple(
            ClassResult(label=label, train_count=40, val_count=per_class, precision=0.75, recall=0.75)
            for label in labels
        ),
        confusion=tuple(tuple(row) for row in confusion),
        calibration=tuple(_bin(number) for number in range(15)),
        pictures=tuple(sorted(pictures, key=lambda picture: -picture.loss)),
    )


def write_evaluation(run: RunDirectory, report: Evaluation) -> None:
    run.evaluation_file.write_bytes(msgspec.json.encode(report))


def _bin(number: int) -> CalibrationBin:
    low, high = number / 15, (number + 1) / 15
    count = 0 if number < 6 else 3 * (number - 5)
    middle = (low + high) / 2 if count else 0.0
    return CalibrationBin(
        low=low, high=high, count=count, confidence=middle, accuracy=max(0.0, middle - 0.05) if count else 0.0
    )
