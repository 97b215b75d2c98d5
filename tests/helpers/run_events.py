"""Hand-written streams of events, as a worker would write them."""

import math
from collections.abc import Iterator

import numpy as np

from vgg_desktop.core.run.events import Checkpoint, Ended, Epoch, Event, Started, Starting, Step, Warned
from vgg_desktop.core.run.step_file import STEP_DTYPE, StepRecords

STARTED_AT = 1_700_000_000.0
STEPS_PER_EPOCH = 20


def started(epochs: int = 10, **changes: object) -> Started:
    fields = {
        "time": STARTED_AT,
        "attempt": 1,
        "host": "workstation",
        "pid": 4711,
        "device": "NVIDIA H200",
        "precision": "bf16",
        "class_count": 4,
        "train_count": 2377,
        "val_count": 594,
        "epochs": epochs,
        "steps_per_epoch": STEPS_PER_EPOCH,
        "batch_size": 32,
        "trained_parameters": 14_714_688,
        "program_version": "0.1.0",
    }
    return Started(**{**fields, **changes})


def step(number: int, **changes: object) -> Step:
    fields = {
        "time": STARTED_AT + 0.1 * number,
        "step": number,
        "epoch": 1 + (number - 1) // STEPS_PER_EPOCH,
        "loss": 0.4 + 1.6 * math.exp(-number / 90) + 0.08 * math.sin(7.3 * number),
        "learning_rate": 3.1e-4,
        "pictures_per_s": 1870.0,
        "memory_bytes": 11_200_000_000,
        "seconds_left": 100.0,
    }
    return Step(**{**fields, **changes})


def epoch(number: int, *, best_until: int = 11, epochs: int = 10, **changes: object) -> Epoch:
    """The `number`th epoch; validation gets better until the epoch `best_until`."""
    gain = min(number, best_until)
    fields = {
        "time": STARTED_AT + 2.0 * number,
        "epoch": number,
        "step": number * STEPS_PER_EPOCH,
        "train_loss": 0.4 + 1.6 * math.exp(-number / 5),
        "train_top1": 0.97 - 0.6 * math.exp(-number / 5),
        "val_loss": 0.6 + 1.3 * math.exp(-gain / 4) + 0.01 * (number - gain),
        "val_top1": 0.93 - 0.5 * math.exp(-gain / 4) - 0.002 * (number - gain),
        "val_top5": 0.99,
        "learning_rate": 3.1e-4,
        "pictures_per_s": 1870.0,
        "memory_bytes": 11_200_000_000,
        "seconds": 2.0,
        "seconds_left": 2.0 * max(0, epochs - number),
        "is_best": number <= best_until,
        "epochs_without_gain": number - gain,
    }
    return Epoch(**{**fields, **changes})


def checkpoint(epoch_number: int) -> Checkpoint:
    return Checkpoint(
        time=STARTED_AT + 2.0 * epoch_number,
        epoch=epoch_number,
        step=epoch_number * STEPS_PER_EPOCH,
        file=f"{epoch_number:06}.pt",
        seconds=0.02,
    )


def warned(summary: str, hint: str = "") -> Warned:
    return Warned(time=STARTED_AT, summary=summary, hint=hint)


def ended(outcome: str = "finished", **changes: object) -> Ended:
    return Ended(**{"time": STARTED_AT + 99.0, "outcome": outcome, **changes})


def training(epochs_done: int, epochs: int = 10, *, steps_beyond: int = 0, best_until: int = 11) -> list[Event]:
    """A run that has completed `epochs_done` epochs, and `steps_beyond` steps of the next."""
    return list(_training(epochs_done, epochs, steps_beyond, best_until))


def step_records(first: int, last: int, *, attempt: int = 1) -> StepRecords:
    """Records of the step file with noisy, falling losses."""
    steps = np.arange(first, last + 1)
    records = np.zeros(len(steps), STEP_DTYPE)
    records["step"] = steps
    records["epoch"] = 1 + (steps - 1) // STEPS_PER_EPOCH
    records["attempt"] = attempt
    records["pictures"] = 32
    records["loss"] = 0.4 + 1.6 * np.exp(-steps / 90) + 0.08 * np.sin(7.3 * steps)
    records["top1"] = 0.97 - 0.6 * np.exp(-steps / 90)
    records["learning_rate"] = 3.1e-4
    records["seconds"] = 0.016
    return records


def _training(epochs_done: int, epochs: int, steps_beyond: int, best_until: int) -> Iterator[Event]:
    yield Starting(time=STARTED_AT)
    yield started(epochs)
    for number in range(1, epochs_done + 1):
        first = (number - 1) * STEPS_PER_EPOCH + 1
        yield from map(step, range(first, first + STEPS_PER_EPOCH))
        yield epoch(number, best_until=best_until, epochs=epochs)
        yield checkpoint(number)
    begun = epochs_done * STEPS_PER_EPOCH
    yield from map(step, range(begun + 1, begun + 1 + steps_beyond))
