"""Decodes files ahead of the model, in their order and in bounded memory."""

import math
import queue
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np

from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.classifier import Classifier

# How often a waiting model looks whether it was cancelled, and how long a decoded picture waits for company.
_POLL_S = 0.02
_PATIENCE_S = 0.1
_FEEDER_END_S = 1.0


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """One file as the model sees it: `pixels` uint8 (crop, crop, 3), or why there are none."""

    path: Path
    elapsed_s: float
    pixels: np.ndarray | None = None
    damaged: bool = False
    notes: tuple[str, ...] = ()
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class _End:
    """Stands after the last file; `error` is what reading the paths raised."""

    error: Exception | None = None


class DecodingAhead:
    """A context that reads `paths` in one thread and decodes them in `threads` others, at most `ahead` files ahead."""

    def __init__(self, classifier: Classifier, paths: Iterable[Path], threads: int, ahead: int) -> None:
        self._classifier = classifier
        self._paths = paths
        self._free_places = threading.Semaphore(ahead)
        self._queue: queue.SimpleQueue[Future[DecodedFile] | _End] = queue.SimpleQueue()
        self._head: Future[DecodedFile] | _End | None = None
        self._is_closing = threading.Event()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="decode")
        # A daemon, because it may wait for ever on a pipe that nobody writes to.
        self._feeder = threading.Thread(target=self._feed, name="find-pictures", daemon=True)

    def __enter__(self) -> "DecodingAhead":
        self._feeder.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_closing.set()
        self._free_places.release()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._feeder.join(_FEEDER_END_S)

    def next_batch(self, size: int, cancelled: Callable[[], bool]) -> list[DecodedFile]:
        """The next files in order: `size` of them, or fewer if others let them wait; none at the end."""
        batch: list[DecodedFile] = []
        give_up_at = math.inf
        while len(batch) < size and time.perf_counter() < give_up_at and not cancelled():
            if isinstance(self._head, _End):
                break
            decoded = self._next()
            if decoded is not None:
                give_up_at = min(give_up_at, time.perf_counter() + _PATIENCE_S)
                batch.append(decoded)
        return [] if cancelled() else batch

    def _next(self) -> DecodedFile | None:
        """The file whose turn it is, if it is decoded by now or in a moment."""
        try:
            self._head = self._head or self._queue.get(timeout=_POLL_S)
        except queue.Empty:
            return None
        if isinstance(self._head, _End):
            if self._head.error is not None:
                raise self._head.error
            return None
        if not wait([self._head], timeout=_POLL_S).done:
            return None
        decoded, self._head = self._head.result(), None
        self._free_places.release()
        return decoded

    def _feed(self) -> None:
        end = _End()
        try:
            for path in self._paths:
                self._free_places.acquire()
                if self._is_closing.is_set():
                    return
                self._queue.put(self._pool.submit(self._decoded, path))
        except Exception as error:  # raised again by `next_batch`, in the thread that wants the results
            end = _End(error)
        self._queue.put(end)

    def _decoded(self, path: Path) -> DecodedFile:
        self._classifier.wait_for_turn()
        started = time.perf_counter()
        try:
            with self._classifier.decoded(path) as picture:
                pixels = self._classifier.square(picture)
                return DecodedFile(path, time.perf_counter() - started, pixels, picture.damaged, picture.notes)
        except AppError as error:
            return DecodedFile(path, time.perf_counter() - started, error=error)
