"""Which pictures there are: folders are walked in threads of their own, for a disk may be slow and a folder large."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.core.files.picture_files import find_pictures, natural_sorted
from vgg_desktop.core.files.picture_formats import is_picture_name
from vgg_desktop.services.jobs import Job, Jobs

# A view takes a handful at a time, so that it stays free in between.
_CHUNK = 1000
_CHUNK_S = 0.1


@dataclass(frozen=True, slots=True)
class SearchEnded:
    """All pictures are found; `problems` are folders that could not be read."""

    count: int
    problems: tuple[AppError, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pictures of the folder in which `path` lies, in the order in which a person counts."""

    path: Path
    paths: PathList


class FolderService(QObject):
    """Lives in the window's thread; every method returns at once. A newer search ends an older one of its kind."""

    found = Signal(object)  # PathList: some of the pictures, in order
    search_ended = Signal(object)  # SearchEnded
    neighbours_found = Signal(object)  # Neighbours

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._search: Job[PathList, SearchEnded] | None = None
        self._looking: Job[None, Neighbours] | None = None

    @property
    def is_searching(self) -> bool:
        return self._search is not None and self._search.is_running

    def search(self, paths: Iterable[Path]) -> None:
        """Find the pictures of `paths`, files and folders."""
        self.stop()
        self._search = self._jobs.follow(
            partial(_search, paths), self._on_ended, progressed=self._on_found, name="folder-search"
        )

    def stop(self) -> None:
        """End the search that is under way, without a further word."""
        if self._search:
            self._search.cancel()

    def find_neighbours(self, path: Path) -> None:
        """Look which pictures lie beside `path`; `neighbours_found` follows where that is known."""
        if self._looking:
            self._looking.cancel()
        self._looking = self._jobs.follow(partial(_neighbours, path), self._on_neighbours, name="neighbours")

    def _on_found(self, paths: PathList) -> None:
        self.found.emit(paths)

    def _on_ended(self, ended: SearchEnded) -> None:
        self.search_ended.emit(ended)

    def _on_neighbours(self, neighbours: Neighbours) -> None:
        self.neighbours_found.emit(neighbours)


def _search(paths: Iterable[Path], job: Job[PathList, SearchEnded]) -> SearchEnded:
    problems: list[AppError] = []
    count = 0
    for chunk in _chunks(find_pictures(paths, problems.append, problems.append)):
        if job.is_cancelled:
            break
        count += len(chunk)
        job.report(chunk)
    return SearchEnded(count, tuple(problems))


def _neighbours(path: Path, _job: Job[None, Neighbours]) -> Neighbours:
    return Neighbours(path, _pictures_beside(path))


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
