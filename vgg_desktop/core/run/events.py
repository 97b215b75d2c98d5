"""What a run tells the world: a closed union of records, one JSON object a line of `events.jsonl`.

Steps and epochs count from 1. `time` is seconds since 1970. Losses are natural-log cross entropies, accuracies
fractions.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, decode_json, encode_json
from vgg_desktop.core.sentence import Sentence

Outcome = Literal["finished", "paused", "stopped", "discarded", "failed"]


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", tag=str.lower):
    time: float


class Starting(_Event, frozen=True):
    """The launcher made the directory; no worker has spoken yet."""


class Preparing(_Event, frozen=True):
    """Work before the first step, at most a few times a second."""

    work: Literal["reading", "decoding", "features"]
    done: int
    total: int


class Started(_Event, frozen=True):
    """The worker is ready to train."""

    attempt: int
    host: str
    pid: int
    device: str
    precision: str
    class_count: int
    train_count: int
    val_count: int
    epochs: int
    steps_per_epoch: int
    batch_size: int
    trained_parameters: int
    program_version: str
    device_memory_bytes: int = 0
    """Of a GPU; 0 where training shares the machine's memory."""


class Resumed(_Event, frozen=True):
    """Attempt `attempt` goes on after `step`, with `epoch` epochs complete.

    What earlier attempts had reached beyond that is void: see `is_superseded`.
    """

    attempt: int
    epoch: int
    step: int


class Step(_Event, frozen=True):
    """One optimiser step, at most ten a second; every step is in the step file.

    It is told when its loss has reached the CPU, a few steps later on a GPU. `loss` and `top1` are the means over its
    `pictures`; `seconds` is the time since the step before.
    """

    step: int
    epoch: int
    loss: float
    learning_rate: float
    pictures_per_s: float
    memory_bytes: int
    seconds_left: float | None = None
    pictures: int = 0
    top1: float = 0.0
    seconds: float = 0.0


class Epoch(_Event, frozen=True):
    """One epoch with its validation. `is_best` by validation top-1; `epochs_without_gain` counts towards patience."""

    epoch: int
    step: int
    train_loss: float
    train_top1: float
    val_loss: float
    val_top1: float
    val_top5: float
    learning_rate: float
    pictures_per_s: float
    memory_bytes: int
    seconds: float
    seconds_left: float | None
    is_best: bool
    epochs_without_gain: int


class Checkpoint(_Event, frozen=True):
    """A complete state on disk, from which the run can go on after `step`, with `epoch` epochs complete.

    `seconds` is how long training waited for it.
    """

    epoch: int
    step: int
    file: str
    seconds: float


class Warned(_Event, frozen=True):
    """Something a person should know while the run goes on."""

    summary: Sentence
    hint: Sentence = Sentence()


class Commanded(_Event, frozen=True):
    """The answer to one command file."""

    command_id: str
    command: str
    accepted: bool
    reason: Sentence = Sentence()


class Truth(_Event, frozen=True):
    """What the run really used, beside the estimate made before it."""

    estimated_memory_bytes: int
    memory_bytes: int
    estimated_disk_bytes: int
    disk_bytes: int
    estimated_seconds: float | None
    seconds: float


class Ended(_Event, frozen=True):
    """The last event of an attempt."""

    outcome: Outcome
    summary: Sentence = Sentence()
    hint: Sentence = Sentence()
    detail: str = ""
    best_epoch: int | None = None
    best_top1: float | None = None


Event = Starting | Preparing | Started | Resumed | Step | Epoch | Checkpoint | Warned | Commanded | Truth | Ended


def is_superseded(event: Event, by: Resumed) -> bool:
    """Whether `event`, which stands before `by`, lies beyond the state from which that attempt went on."""
    match event:
        case Step() | Checkpoint():
            return event.step > by.step
        case Epoch():
            return event.epoch > by.epoch
        case _:
            return False


def without_superseded_events(events: Iterable[Event]) -> list[Event]:
    """The events that count, in order: curves drawn from them never double back."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event, Resumed):
            kept = [earlier for earlier in kept if not is_superseded(earlier, event)]
        kept.append(event)
    return kept


def encode_event(event: Event) -> bytes:
    """One line of `events.jsonl`, with its newline."""
    return encode_json(event) + b"\n"


def decode_event(line: bytes) -> Event:
    """The event of one line; unknown fields of newer versions are ignored.

    Raises:
        AppError: the line is torn, damaged, or of a kind that this version does not know.
    """
    try:
        return decode_json(line, Event)  # type: ignore[arg-type] - no type, but a union of them
    except DamagedError as error:
        raise AppError("A line of the run's events cannot be read and is skipped.", detail=str(error)) from error
