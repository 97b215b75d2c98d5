"""Work that the window does not wait for: done in threads of its own, told in the window's."""

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from vgg_desktop.core.errors import AppError
from vgg_desktop.services.deadline import Deadline
from vgg_desktop.training.progress import CancelledError

_log = logging.getLogger(__name__)
StepT = TypeVar("StepT")
ResultT = TypeVar("ResultT")
_Told = TypeVar("_Told")


class Lane(StrEnum):
    """The jobs of a lane follow one another, and wait for no other's."""

    QUICK = "quick"
    FILES = "files"
    SETTINGS = "settings"
    WORKERS = "workers"
    REMOVALS = "removals"
    MOVES = "moves"

    @property
    def is_kept(self) -> bool:
        """Whether the program ends only after them: what somebody wanted written is soon written."""
        return self in (Lane.FILES, Lane.SETTINGS)


class Job(Generic[StepT, ResultT]):
    """One piece of work, for the one who asked for it and for the one who does it."""

    def __init__(
        self,
        work: Callable[["Job[StepT, ResultT]"], ResultT],
        done: Callable[[ResultT], None] | None,
        failed: Callable[[AppError], None],
        progressed: Callable[[StepT], None] | None,
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        self._work, self._done, self._failed, self._progressed = work, done, failed, progressed
        self._post = post
        self._is_cancelled = self._has_ended = False

    @property
    def is_cancelled(self) -> bool:
        """To be looked at by long work, which then returns whatever it likes, or raises CancelledError."""
        return self._is_cancelled

    @property
    def is_running(self) -> bool:
        """Until its end is told, or it is cancelled."""
        return not (self._is_cancelled or self._has_ended)

    def cancel(self) -> None:
        """From now on nothing of it is told; if it has not begun, it never does."""
        self._is_cancelled = True

    def report(self, step: StepT) -> None:
        """How far it is; for the thread that does it."""
        self._post(partial(self._tell, self._progressed, step))

    def run(self) -> None:
        """Do it. The edge of a job: whatever goes wrong in it becomes a sentence, and a trace in the log."""
        if self._is_cancelled:
            return
        try:
            result = self._work(self)
        except CancelledError:
            self._is_cancelled = True
        except AppError as error:
            self._post(partial(self._end, self._failed, error))
        except Exception as error:
            _log.exception("A job failed.")
            failure = AppError("That could not be done.", "The log says more.", repr(error))
            self._post(partial(self._end, self._failed, failure))
        else:
            self._post(partial(self._end, self._done, result))

    def _end(self, tell: Callable[[_Told], None] | None, what: _Told) -> None:
        self._has_ended = True
        self._tell(tell, what)

    def _tell(self, tell: Callable[[_Told], None] | None, what: _Told) -> None:
        if tell and not self._is_cancelled and _is_there(tell):
            tell(what)


class Jobs(QObject):
    """Lives in the window's thread; every method returns at once, and no thread starts before it is needed.

    The end of a job is told in the window's thread: its result to `done`, or an AppError to `failed`, and without one
    to the signal of that name. Both are best methods of a QObject, or partials of one: when it is deleted meanwhile,
    nothing is called.
    """

    failed = Signal(object)  # AppError of a job for which nobody else answers

    # Emitted by the working threads, received in this object's own.
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, _Worker] = {}
        self._followed: list[tuple[Job[Any, Any], _Worker]] = []
        self._is_shut_down = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        work: Callable[[], ResultT],
        done: Callable[[ResultT], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        *,
        lane: Lane = Lane.QUICK,
    ) -> Job[None, ResultT]:
        """Do `work` after what waits in its lane. At the end of the program what waits is still done."""
        job = Job[None, ResultT](lambda _: work(), done, failed or self.failed.emit, None, self._post)
        if not self._is_shut_down:
            if lane not in self._lanes:
                self._lanes[lane] = _Worker(lane, is_daemon=not lane.is_kept)
            self._lanes[lane].do(job.run)
        return job

    def follow(
        self,
        work: Callable[[Job[StepT, ResultT]], ResultT],
        done: Callable[[ResultT], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        *,
        progressed: Callable[[StepT], None] | None = None,
        name: str = "job",
    ) -> Job[StepT, ResultT]:
        """Do long work in a thread of its own, which reports its steps and looks whether it is cancelled.

        At the end of the program it is.
        """
        job = Job[StepT, ResultT](work, done, failed or self.failed.emit, progressed, self._post)
        self._followed = [(other, worker) for other, worker in self._followed if worker.is_alive]
        if not self._is_shut_down:
            worker = _Worker(name)
            worker.do(job.run)
            worker.stop(0)
            self._followed.append((job, worker))
        return job

    def settle(self, lane: Lane) -> None:
        """Wait until all that was asked for in this lane is done."""
        if lane in self._lanes:
            self._lanes[lane].settle()

    def shutdown(self, timeout_s: float = 0.5) -> bool:
        """End all threads, those first that write; False if they did not end in time."""
        self._is_shut_down = True
        for job, _ in self._followed:
            job.cancel()
        deadline = Deadline(timeout_s)
        lanes = sorted(self._lanes, key=lambda lane: not lane.is_kept)
        workers = [*(self._lanes[lane] for lane in lanes), *(worker for _, worker in self._followed)]
        has_ended = [worker.stop(deadline.left_s) for worker in workers]
        return all(has_ended)

    def _post(self, tell: Callable[[], None]) -> None:
        # A file may still be on its way when all windows, and this object, are gone.
        with contextlib.suppress(RuntimeError):
            self._posted.emit(tell)

    @Slot(object)
    def _on_posted(self, tell: Callable[[], None]) -> None:
        if not self._is_shut_down:
            tell()


class _Worker:
    """A thread that does one thing after the other. It starts with the first one."""

    def __init__(self, name: str, *, is_daemon: bool = True) -> None:
        self._queue: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=is_daemon)

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def do(self, work: Callable[[], object]) -> None:
        """Do `work`, which sees to its own errors, after what waits."""
        self._queue.put(work)
        if self._thread.ident is None:
            self._thread.start()

    def settle(self) -> None:
        is_done = threading.Event()
        self.do(is_done.set)
        is_done.wait()

    def stop(self, timeout_s: float) -> bool:
        """End after what waits; False if that took too long."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while work := self._queue.get():
            work()


def _is_there(tell: Callable[[Any], None]) -> bool:
    """Whether the object that wants to be told still exists: a page goes when the language changes."""
    owner = getattr(getattr(tell, "func", tell), "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
