"""What a worker leaves in its run directory for everyone to read: events, steps, state, heartbeat. No torch."""

import contextlib
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.event_log import EventWriter
from vgg_desktop.core.run.events import Checkpoint, Ended, Epoch, Event, Preparing, Step
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.core.run.run_record import state_after
from vgg_desktop.core.run.run_state import HEARTBEAT_S, RunState, host_name, machine_id, process_id
from vgg_desktop.core.run.step_file import StepWriter
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.training.loop.train_state import TrainState

_EVENT_EVERY_S = 0.1
_STATE_EVERY_S = 0.5
# Given back when the disk is full, so that the worker's last words find room.
_RESERVE_BYTES = 1 << 16


class Journal:
    """Written by the process that holds the run's lock; any of its threads may write.

    Raises:
        OSError, AppError: from any method but `end`, when the directory takes no more.
    """

    def __init__(self, run: RunDirectory, attempt: int, observe: Callable[[Event], None]) -> None:
        self._run = run
        self._observe = observe
        self._lock = threading.Lock()
        self._ended = False
        self._told_at_s = 0.0
        self._state_at_s = 0.0
        self._steps: StepWriter | None = None
        self._reserve = run.path / "reserve"
        self._reserve.write_bytes(os.urandom(_RESERVE_BYTES))
        self._events = EventWriter(run.events_file)
        before = run.recorded_state()
        self._state = msgspec.structs.replace(
            before,
            state="starting",
            attempt=attempt,
            time=time.time(),
            host=host_name(),
            machine=machine_id(),
            pid=os.getpid(),
            process=process_id(),
            summary=Sentence(),
            hint=Sentence(),
            detail="",
        )
        self._write_state()

    @property
    def state(self) -> RunState:
        return self._state

    def go_on_from(self, position: TrainState) -> None:
        """From now on steps are recorded; what an earlier attempt had reached beyond `position` is void."""
        with self._lock:
            self._steps = StepWriter(self._run.steps_file, attempt=self._state.attempt, next_step=position.step + 1)
            self._state = msgspec.structs.replace(
                self._state,
                epoch=position.epoch,
                step=position.step,
                best_epoch=position.best_epoch,
                best_top1=position.best_top1,
            )
            self._write_state()

    def write(self, event: Event) -> None:
        """Every step goes into the step file; at most ten a second of them, and everything else, into the events."""
        with self._lock:
            if self._ended:
                return
            if isinstance(event, Step):
                self._record(event)
            if self._is_worth_telling(event):
                self._events.write(event)
            self._follow(event)
        self._observe(event)

    def end(self, event: Ended) -> bool:
        """The attempt's last words; False when another thread had them already. What cannot be written is lost."""
        with self._lock:
            if self._ended:
                return False
            self._ended = True
            with contextlib.suppress(OSError):
                self._reserve.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                self._events.write(event)
                self._events.sync()
            self._state = state_after(self._state, event)
            with contextlib.suppress(OSError, AppError):
                self._write_state()
        self._observe(event)
        return True

    def close(self) -> None:
        self._events.close()
        if self._steps:
            self._steps.close()

    def _record(self, event: Step) -> None:
        assert self._steps, "go_on_from comes first"
        self._steps.write_step(event)

    def _is_worth_telling(self, event: Event) -> bool:
        if not isinstance(event, Step | Preparing):
            return True
        now_s = time.monotonic()
        if now_s - self._told_at_s < _EVENT_EVERY_S:
            return False
        self._told_at_s = now_s
        return True

    def _follow(self, event: Event) -> None:
        changed = state_after(self._state, event)
        if changed is self._state:
            return
        self._state = changed
        # Epochs on kept features take milliseconds, and each of these writes waits for the disk.
        if not isinstance(event, Epoch | Checkpoint) or time.monotonic() - self._state_at_s >= _STATE_EVERY_S:
            self._write_state()

    def _write_state(self) -> None:
        self._state_at_s = time.monotonic()
        self._run.write_state(self._state)


class Heartbeat:
    """Counts up in a small file every two seconds, for readers on other machines."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)
        self._count = 0
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _beat(self) -> None:
        while True:
            self._count += 1
            # Closed each time: a network drive sends a file's content when it is closed. A full disk stops nothing.
            with contextlib.suppress(OSError), self._path.open("w", encoding="ascii") as file:
                file.write(f"{self._count:020d}\n")
            if self._stopped.wait(HEARTBEAT_S):
                return
