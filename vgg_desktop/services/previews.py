"""Pictures for the eye, decoded on a small thread pool of their own: seeing does not wait for knowing."""

import logging
import threading
from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vgg_desktop.core.errors import AppError
from vgg_desktop.services.answers import Preview, PreviewFailure, Source, Thumbnail
from vgg_desktop.services.deadline import Deadline

if TYPE_CHECKING:
    from vgg_desktop.pictures.thumbnails import ThumbnailCache

_log = logging.getLogger(__name__)
_THREADS = 2


class PreviewService(QObject):
    """Decodes the picture that is looked at first, and then the thumbnails of the rows that can be seen.

    Lives in the window's thread; every method returns at once. A picture that was asked for later makes an earlier one
    that still waits fall away, and an earlier one that was begun is not reported.
    """

    preview_ready = Signal(object)  # Preview
    preview_failed = Signal(object)  # PreviewFailure
    thumbnail_ready = Signal(object)  # Thumbnail

    # Emitted by the pool's threads, received in this object's own.
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = 0
        self._queue = _Queue()
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._threads = [
            threading.Thread(target=self._work, name=f"preview-{number}", daemon=True) for number in range(_THREADS)
        ]
        for thread in self._threads:
            thread.start()

    def show(self, source: Source, longest_side_px: int = 2048) -> int:
        """Decode one picture for looking at; the number that its Preview or PreviewFailure will carry."""
        self._generation += 1
        self._queue.put_preview(_PreviewJob(self._generation, source, longest_side_px))
        return self._generation

    def forget(self) -> None:
        """Drop the picture that was asked for last."""
        self._generation += 1
        self._queue.put_preview(None)

    def want_thumbnails(self, client: Hashable, paths: Sequence[Path], longest_side_px: int = 128) -> None:
        """The files that `client` shows right now, most wanted first; what it wanted before and not now falls away.

        Each is reported once by `thumbnail_ready` for each time that it newly appears in the list.
        """
        self._queue.put_thumbnails(client, paths, longest_side_px)

    def shutdown(self, timeout_s: float = 1.0) -> bool:
        """End the threads after the picture that each is at; False if one did not end in time."""
        self._generation += 1
        self._queue.close()
        deadline = Deadline(timeout_s)
        for thread in self._threads:
            thread.join(deadline.left_s)
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        """Runs in each thread of the pool."""
        while (job := self._queue.take()) is not None:
            self._reported.emit(self._done(job))

    def _done(self, job: "_PreviewJob | _ThumbnailJob") -> object:
        try:
            return _preview(job) if isinstance(job, _PreviewJob) else _thumbnail(job, self._queue.cache())
        # The edge of a job: a thread of the pool must outlive whatever one file does to it.
        except Exception as error:
            _log.exception("A picture could not be shown")
            failure = AppError("This picture cannot be shown.", "", repr(error))
            if isinstance(job, _PreviewJob):
                return PreviewFailure(job.generation, job.source, failure)
            return Thumbnail(job.path, None)

    @Slot(object)
    def _on_reported(self, report: object) -> None:
        match report:
            case Preview(generation=generation):
                if generation == self._generation:
                    self.preview_ready.emit(report)
            case PreviewFailure(generation=generation):
                if generation == self._generation:
                    self.preview_failed.emit(report)
            case Thumbnail():
                self.thumbnail_ready.emit(report)


@dataclass(frozen=True, slots=True)
class _PreviewJob:
    generation: int
    source: Source
    longest_side_px: int


@dataclass(frozen=True, slots=True)
class _ThumbnailJob:
    path: Path
    longest_side_px: int


class _Queue:
    """One picture to show, and per client the thumbnails that are still wanted."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._preview: _PreviewJob | None = None
        self._thumbnails: dict[Hashable, deque[_ThumbnailJob]] = {}
        self._asked: dict[Hashable, set[Path]] = {}
        self._is_closed = False
        self._making_cache = threading.Lock()
        self._cache: ThumbnailCache | None = None

    def cache(self) -> "ThumbnailCache":
        """Made when first needed: Pillow and numpy are not imported before the window is there."""
        # Not under `_changed`: the window's thread takes that one, and an import lasts half a second.
        with self._making_cache:
            if self._cache is None:
                from vgg_desktop.pictures.thumbnails import ThumbnailCache

                self._cache = ThumbnailCache()
            return self._cache

    def put_preview(self, job: _PreviewJob | None) -> None:
        with self._changed:
            self._preview = job
            self._changed.notify()

    def put_thumbnails(self, client: Hashable, paths: Sequence[Path], longest_side_px: int) -> None:
        with self._changed:
            asked = self._asked.get(client, set())
            waiting = {job.path for job in self._thumbnails.get(client, ())}
            wanted = [path for path in paths if path not in asked or path in waiting]
            self._asked[client] = set(paths)
            self._thumbnails[client] = deque(_ThumbnailJob(path, longest_side_px) for path in wanted)
            self._changed.notify_all()

    def take(self) -> _PreviewJob | _ThumbnailJob | None:
        """The next job; waits for one, and gives None once the queue is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._preview or any(self._thumbnails.values()))
            if self._is_closed:
                return None
            if self._preview:
                job, self._preview = self._preview, None
                return job
            return next(waiting for waiting in self._thumbnails.values() if waiting).popleft()

    def close(self) -> None:
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()


def _preview(job: _PreviewJob) -> Preview | PreviewFailure:
    from vgg_desktop.pictures.thumbnails import preview

    try:
        picture = preview(job.source, job.longest_side_px)
    except AppError as error:
        return PreviewFailure(job.generation, job.source, error)
    return Preview(job.generation, job.source, picture.pixels, picture.source_size_px, picture.damaged)


def _thumbnail(job: _ThumbnailJob, cache: "ThumbnailCache") -> Thumbnail:
    try:
        return Thumbnail(job.path, cache.get(job.path, job.longest_side_px).pixels)
    except AppError:
        return Thumbnail(job.path, None)
