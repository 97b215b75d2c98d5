"""The step file: every optimiser step of a run as a record of fixed size, appended only, ready for numpy to map."""

import os
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vgg_desktop.core.run.events import Step

STEP_DTYPE = np.dtype(
    [
        ("step", "<u4"),
        ("epoch", "<u4"),
        ("attempt", "<u4"),
        ("pictures", "<u4"),
        ("time", "<f8"),
        ("loss", "<f4"),
        ("top1", "<f4"),
        ("learning_rate", "<f4"),
        ("seconds", "<f4"),
    ]
)
"""40 bytes, little endian. `step` and `epoch` count from 1; `time` is seconds since 1970 when the step was issued;
`loss` is the step's mean training loss, `top1` the share of its pictures that were right; `seconds` is the time since
the step before. A record of no `pictures` marks where an attempt goes on: earlier records of the same or a later step
are void."""

_RECORD = struct.Struct("<4Id4f")

StepRecords = npt.NDArray[np.void]


def read_steps(path: Path) -> StepRecords:
    """All steps that count, in rising order without gaps or repeats: (steps,) of `STEP_DTYPE`, copied into memory.

    Steps that an earlier attempt reached beyond the checkpoint from which a later one went on are left out. A missing
    file gives none.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = b""
    whole = len(data) - len(data) % STEP_DTYPE.itemsize
    return without_superseded_steps(np.frombuffer(data[:whole], STEP_DTYPE))


def without_superseded_steps(records: StepRecords) -> StepRecords:
    """A record counts only when no later record, or mark of an attempt, has the same or a smaller step."""
    if not len(records):
        return records
    steps = records["step"]
    least_later = np.minimum.accumulate(steps[::-1])[::-1][1:]
    kept = np.append(steps[:-1] < least_later, True)
    return records[kept & (records["pictures"] > 0)]


class StepReader:
    """Reads the records that were appended since the last time.

    What it returns may replace steps of earlier calls, after a resume: from its first step on, the new ones count.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0

    def has_new(self) -> bool:
        """Whether `read_new` would find steps: more than the mark with which an attempt begins."""
        try:
            return self._path.stat().st_size >= self._offset + 2 * STEP_DTYPE.itemsize
        except OSError:
            return False

    def read_new(self) -> StepRecords:
        try:
            with self._path.open("rb") as file:
                if file.seek(0, os.SEEK_END) < self._offset:
                    self._offset = 0
                file.seek(self._offset)
                data = file.read()
        except OSError:
            data = b""
        whole = len(data) - len(data) % STEP_DTYPE.itemsize
        self._offset += whole
        return without_superseded_steps(np.frombuffer(data[:whole], STEP_DTYPE))


class StepWriter:
    """Appends records, first the mark of the attempt that goes on with `next_step`. A torn record is cut off.

    Raises:
        OSError: from any method, when the file cannot be written.
    """

    def __init__(self, path: Path, *, attempt: int, next_step: int) -> None:
        self._attempt = attempt
        # Unbuffered: when a checkpoint is complete, the steps before it are in the file.
        self._file = path.open("ab", buffering=0)
        size = self._file.seek(0, os.SEEK_END)
        self._file.truncate(size - size % STEP_DTYPE.itemsize)
        self._append(next_step, 0, 0, 0.0, 0.0, 0.0, 0.0, 0.0)

    def write_step(self, step: Step) -> None:
        self._append(
            step.step, step.epoch, step.pictures, step.time, step.loss, step.top1, step.learning_rate, step.seconds
        )

    def close(self) -> None:
        self._file.close()

    def _append(self, step: int, epoch: int, pictures: int, *numbers: float) -> None:
        self._file.write(_RECORD.pack(step, epoch, self._attempt, pictures, *numbers))
