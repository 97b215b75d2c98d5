"""Which pictures there are: folders are walked in threads of their own, for a disk may be slow and a folder large."""

import logging
import os
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.core.files.picture_files import find_pictures, is_picture_name, natural_sorted

_log = logging.getLogger(__name__)

# A view takes a handful at a time, so that it stays free in between.
_CHUNK = 1000
_CHUNK_S = 0.1


@dataclass(frozen=True, slots=True)
class FoundPictures:
    """Some of the pictures of the search `generation`, in order."""

    generation: int
    paths: PathList


@dataclass(frozen=True, slots=True)
class SearchEnded:
    """All pictures of the search `generation` are found; `problems` are folders that could not be read."""

    generation: int
    count: int
    problems: tuple[AppError, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pictures of the folder in which `path` lies, in the order in which a person counts."""

    path: Path
    paths: PathList


class FolderService(QObject):
    """Lives in the window's thread; every method returns at once. A newer search ends an older one of its kind."""

    found = Signal(object)  # FoundPictures
    search_ended = Signal(object)  # SearchEnded
    neighbours_found = Signal(object)  # Neighbours

    # Emitted by the searching threads, received in this object's own.
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search: _Search | None = None
        self._generation = 0
        self._neighbours_of: Path | None = None
        self._threads: list[threading.Thread] = []
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def is_searching(self) -> bool:
        return self._search is not None

    def search(self, paths: Iterable[Path]) -> int:
        """Find the pictures of `paths`, files and folders; the number that the reports will carry."""
        self.stop()
        self._generation += 1
        self._search = _Search(self._generation, paths)
        self._run(self._search, "folder-search")
        return self._generation

    def stop(self) -> None:
        """End the search that is under way, without a further word."""
        if self._search:
            self._search.is_cancelled = True
            self._search = None

    def find_neighbours(self, path: Path) -> None:
        """Look which pictures lie beside `path`; `neighbours_found` follows where that is known."""
        self._neighbours_of = path
        self._run(_NeighbourSearch(path), "neighbours")

    def shutdown(self, timeout_s: float = 0.3) -> bool:
        """End the threads; False if one hangs in a disk that does not answer."""
        self.stop()
        self._neighbours_of = None
        ends_s = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.0, ends_s - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self, job: "_Search | _NeighbourSearch", name: str) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._report_all, args=(job,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _report_all(self, job: "_Search | _NeighbourSearch") -> None:
        """Runs in a thread of its own."""
        try:
            for report in job.reports():
                if not self._tell(report):
                    return
        # The edge of a job: a search that breaks must not end the program.
        except Exception:
            _log.exception("A folder could not be searched")

    def _tell(self, report: object) -> bool:
        """False once nobody listens: a change of language deletes the page and this object with it."""
        try:
            self._reported.emit(report)
        except RuntimeError:
            return False
        return True

    @Slot(object)
    def _on_reported(self, report: object) -> None:
        match report:
            case FoundPictures(generation=generation):
                if self._search and generation == self._search.generation:
                    self.found.emit(report)
            case SearchEnded(generation=generation):
                if self._search and generation == self._search.generation:
                    self._search = None
                    self.search_ended.emit(report)
            case Neighbours(path=path):
                if path == self._neighbours_of:
                    self.neighbours_found.emit(report)


class _Search:
    """One walk; `is_cancelled` may be set from any thread."""

    def __init__(self, generation: int, paths: Iterable[Path]) -> None:
        self.generation = generation
        self.is_cancelled = False
        self._paths = paths

    def reports(self) -> Iterator[FoundPictures | SearchEnded]:
        problems: list[AppError] = []
        count = 0
        for chunk in _chunks(find_pictures(self._paths, problems.append)):
            if self.is_cancelled:
                return
            count += len(chunk)
            yield FoundPictures(self.generation, chunk)
        yield SearchEnded(self.generation, count, tuple(problems))


class _NeighbourSearch:
    def __init__(self, path: Path) -> None:
        self._path = path

    def reports(self) -> Iterator[Neighbours]:
        yield Neighbours(self._path, _pictures_beside(self._path))


def _pictures_beside(path: Path) -> PathList:
    """The folder's pictures and `path` itself, whatever its name; none where the folder cannot be read."""
    try:
        with os.scandir(path.parent) as entries:
            names = {entry.name for entry in entries if is_picture_name(entry.name) and entry.name[0] != "."}
    except OSError:
        return PathList([])
    return PathList.of(path.parent / name for name in natural_sorted([*(names | {path.name})]))


def _chunks(paths: Iterable[Path]) -> Iterator[PathList]:
    """Handfuls of at most 1,000, sooner where the search is slow."""
    chunk: list[str] = []
    begun_s = time.monotonic()
    for path in paths:
        chunk.append(str(path))
        if len(chunk) >= _CHUNK or time.monotonic() - begun_s > _CHUNK_S:
            yield PathList(chunk)
            chunk = []
            begun_s = time.monotonic()
    if chunk:
        yield PathList(chunk)
