"""Where a run stands: the small record in `state.json`, and whether the worker behind it is alive."""

import os
import platform
import time
import uuid
from pathlib import Path
from typing import Literal

import msgspec

from vgg_desktop.core.files import locks
from vgg_desktop.core.sentence import Sentence

State = Literal["starting", "running", "paused", "stopped", "finished", "failed", "discarded", "lost"]

LIVE_STATES: frozenset[State] = frozenset({"starting", "running"})
RESUMABLE_STATES: frozenset[State] = frozenset({"paused", "stopped", "failed", "discarded", "lost"})

HEARTBEAT_S = 2.0
# A missed beat may be a slow network drive; three are a dead worker.
_MISSED_BEATS = 3
# From the launcher's record to the worker's lock: an interpreter's start, on a busy machine.
_START_GRACE_S = 30.0
_PROCESS = uuid.uuid4().hex


class RunState(msgspec.Struct, frozen=True, kw_only=True):
    """What `state.json` says. The file never says "lost": that is what a reader concludes from a worker's silence.

    `epoch` counts complete epochs, `step` complete steps. `host` is a machine's name for people, `machine` tells two
    machines apart. `process` tells processes apart for good, which a `pid` does not: it is the same in each new
    container. `summary`, `hint` and `detail` are the end's sentences.
    """

    state: State = "starting"
    attempt: int = 1
    time: float = 0.0
    host: str = ""
    machine: str = ""
    pid: int = 0
    process: str = ""
    epoch: int = 0
    epochs: int = 0
    step: int = 0
    best_epoch: int | None = None
    best_top1: float | None = None
    seconds: float = 0.0
    """What the training took, as far as it has come to a result."""
    summary: Sentence = Sentence()
    hint: Sentence = Sentence()
    detail: str = ""

    @property
    def is_live(self) -> bool:
        return self.state in LIVE_STATES

    @property
    def can_resume(self) -> bool:
        return self.state in RESUMABLE_STATES


class Liveness:
    """Tells whether the worker of one run is alive; keep one a run, and ask it as often as you like.

    On the worker's own machine the answer is at once and certain, from the lock. From another machine a worker counts
    as alive until its heartbeat counter has stood still for three beats of the reader's own clock; nobody's clock is
    compared with anybody else's.
    """

    def __init__(self, lock_file: Path, heartbeat_file: Path) -> None:
        self._lock_file = lock_file
        self._heartbeat_file = heartbeat_file
        self._last_beat = b""
        self._seen_at_s: float | None = None
        self.has_beaten = False
        """Whether the heartbeat was seen to change: then a worker on another machine is alive beyond doubt."""

    def is_alive(self, state: RunState) -> bool:
        if state.machine != machine_id():
            return self._heart_beats()
        is_ours = (state.process, state.pid) == (process_id(), os.getpid())
        if is_ours or locks.is_held(self._lock_file):
            return True
        return state.state == "starting" and 0 <= time.time() - state.time < _START_GRACE_S

    def _heart_beats(self) -> bool:
        now_s = time.monotonic()
        beat = _read_or_empty(self._heartbeat_file)
        if beat != self._last_beat or self._seen_at_s is None:
            self.has_beaten = self._seen_at_s is not None
            self._last_beat, self._seen_at_s = beat, now_s
        return now_s - self._seen_at_s < HEARTBEAT_S * _MISSED_BEATS


def machine_id() -> str:
    """Equal for processes that see each other's file locks: on Linux one boot of one kernel."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        boot = ""
    return boot or platform.node()


def process_id() -> str:
    """Drawn once a process; a forked child has its parent's, but another pid."""
    return _PROCESS


def host_name() -> str:
    return platform.node() or "this machine"


def _read_or_empty(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
