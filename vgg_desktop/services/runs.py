"""Runs for the window: a thread reads their directories; nothing here ever waits."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vgg_desktop.core.errors import AppError
from vgg_desktop.services.run_watch import OpenedRun, RunFacts, RunLister, RunNews, RunWatch

_log = logging.getLogger(__name__)
_WATCH_S = 0.2
_LIST_S = 1.0
_IDLE_LIST_S = 3.0


@dataclass(frozen=True, slots=True)
class RunList:
    """The runs of a folder, newest first."""

    folder: Path
    runs: tuple[RunFacts, ...]


@dataclass(frozen=True, slots=True)
class WatchFailed:
    """Why the run that was asked for cannot be shown."""

    path: Path
    error: AppError


class RunsService(QObject):
    """Lists the runs of a folder and watches one of them.

    Lives in the window's thread; every method returns at once.
    """

    runs_listed = Signal(object)  # RunList, when it has changed
    run_opened = Signal(object)  # OpenedRun: the one asked for with `watch`, at first and when it was replaced
    run_advanced = Signal(object)  # RunNews of the run that is watched
    watch_failed = Signal(object)  # WatchFailed

    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._poll = _PollThread(self._reported.emit)
        self._watched: Path | None = None
        self._runs: RunList | None = None
        self._is_shut_down = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def runs(self) -> RunList | None:
        """What was listed last; None before the first time."""
        return self._runs

    @property
    def watched(self) -> Path | None:
        return self._watched

    def start(self, folder: Path) -> None:
        """List the runs of `folder` from now on."""
        self._poll.look_at(folder)

    def hurry(self, is_shown: bool) -> None:
        """List more often while somebody is looking."""
        self._poll.hurry(is_shown)

    def watch(self, path: Path | None) -> None:
        """Read this run and tell what is new in it, instead of any other; None: of none."""
        self._watched = path
        self._poll.watch(path)

    def shutdown(self, timeout_s: float = 0.5) -> bool:
        """End the thread after what it is doing; False if it did not end in time."""
        self._is_shut_down = True
        return self._poll.stop(timeout_s)

    @Slot(object)
    def _on_reported(self, report: object) -> None:
        if self._is_shut_down:
            return
        match report:
            case RunList():
                self._runs = report
                self.runs_listed.emit(report)
            case OpenedRun() if report.facts.path == self._watched:
                self.run_opened.emit(report)
            case RunNews() if report.facts.path == self._watched:
                self.run_advanced.emit(report)
            case WatchFailed() if report.path == self._watched:
                self.watch_failed.emit(report)


class _Wanted:
    """One wish to watch a run, or none; the next wish for the same run is another one."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path


class _PollThread:
    """Reads on a clock of its own, and at once when something else is asked for."""

    def __init__(self, report: Callable[[object], None]) -> None:
        self._report = report
        self._wake = threading.Condition()
        self._folder: Path | None = None
        self._wanted = _Wanted()
        self._list_s = _IDLE_LIST_S
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="run-watch", daemon=True)

    def look_at(self, folder: Path) -> None:
        with self._wake:
            self._folder = folder
            self._start_or_wake()

    def watch(self, path: Path | None) -> None:
        with self._wake:
            self._wanted = _Wanted(path)
            self._start_or_wake()

    def hurry(self, is_shown: bool) -> None:
        with self._wake:
            self._list_s = _LIST_S if is_shown else _IDLE_LIST_S
            self._wake.notify()

    def stop(self, timeout_s: float) -> bool:
        with self._wake:
            self._is_stopping = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _start_or_wake(self) -> None:
        if self._thread.ident is None:
            self._thread.start()
        self._wake.notify()

    def _run(self) -> None:
        looker = _Looker(self._report)
        while True:
            with self._wake:
                if self._is_stopping:
                    return
                folder, wanted, list_s = self._folder, self._wanted, self._list_s
            try:
                looker.look(folder, wanted, list_s)
            except Exception:
                # A surprise in one run must not blind the window for all others.
                _log.exception("Reading the runs failed.")
            with self._wake:
                if not self._is_stopping and self._folder == folder and self._wanted is wanted:
                    self._wake.wait(_WATCH_S if wanted.path else list_s)


class _Looker:
    """The state of the reading thread."""

    def __init__(self, report: Callable[[object], None]) -> None:
        self._report = report
        self._lister: RunLister | None = None
        self._listed: tuple[RunFacts, ...] | None = None
        self._listed_at_s = 0.0
        self._wanted: _Wanted | None = None
        self._watch: RunWatch | None = None

    def look(self, folder: Path | None, wanted: _Wanted, list_s: float) -> None:
        if wanted is not self._wanted:
            self._wanted, self._watch = wanted, None
            if wanted.path:
                self._open(wanted.path)
        elif wanted.path and self._watch is None:
            self._open(wanted.path, is_again=True)
        elif self._watch:
            self._poll(self._watch)
        if folder:
            self._list(folder, list_s)

    def _open(self, path: Path, *, is_again: bool = False) -> None:
        watch = RunWatch(path)
        try:
            opened = watch.open()
        except AppError as error:
            # A drive may come back: try again, but say it once.
            if not is_again:
                self._report(WatchFailed(path, error))
            return
        self._watch = watch
        self._report(opened)

    def _poll(self, watch: RunWatch) -> None:
        news = watch.poll()
        if watch.was_replaced:
            self._open(watch.run.path)
        elif news:
            self._report(news)

    def _list(self, folder: Path, list_s: float) -> None:
        now_s = time.monotonic()
        is_new = self._lister is None or self._lister.folder != folder
        if not is_new and now_s < self._listed_at_s + list_s:
            return
        self._listed_at_s = now_s
        if self._lister is None or is_new:
            self._lister, self._listed = RunLister(folder), None
        runs = self._lister.list()
        if runs != self._listed:
            self._listed = runs
            self._report(RunList(folder, runs))
