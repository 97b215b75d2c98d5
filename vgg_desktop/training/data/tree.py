"""A folder of pictures seen from above: enough to tell classes from sides, without listing every picture."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from vgg_desktop.training.data.entries import Folder, read_folder


@dataclass(frozen=True, slots=True)
class Glimpse:
    """`folders` hold a picture somewhere beneath, `bare` ones hold none."""

    folders: tuple[str, ...]
    bare: tuple[str, ...]
    has_pictures: bool


class Tree:
    """Paths are relative to the root, with forward slashes; "" is the root itself. What was seen is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.glimpse = cache(self._glimpse)

    def folders(self, path: str) -> tuple[str, ...]:
        return self.glimpse(path).folders

    def is_flat(self, path: str) -> bool:
        """Whether pictures lie in it, and no folders of pictures."""
        seen = self.glimpse(path)
        return seen.has_pictures and not seen.folders

    def has_only_folders(self, path: str) -> bool:
        seen = self.glimpse(path)
        return bool(seen.folders) and not seen.has_pictures

    def _glimpse(self, path: str) -> Glimpse:
        found = self._read(path)
        holding = [name for name in sorted(found.folders) if self._holds_pictures(below(path, name))]
        bare = tuple(sorted(set(found.folders) - set(holding)))
        return Glimpse(tuple(holding), bare, bool(found.pictures))

    def _holds_pictures(self, path: str) -> bool:
        seen: set[tuple[int, int]] = set()
        waiting = [path]
        while waiting:
            current = waiting.pop()
            identity = _identity(self.root / current)
            if identity in seen:
                continue
            seen.add(identity)
            found = self._read(current)
            if found.pictures:
                return True
            waiting += [below(current, name) for name in found.folders]
        return False

    def _read(self, path: str) -> Folder:
        try:
            return read_folder(self.root / path)
        except OSError:
            return Folder()


def below(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name


def name_of(path: str) -> str:
    return PurePosixPath(path).name


def common_names(groups: Sequence[Sequence[str]]) -> set[str]:
    """The names that every group has, without regard to case."""
    folded = [{name.casefold() for name in group} for group in groups]
    return set.intersection(*folded) if folded else set()


def _identity(folder: Path) -> tuple[int, int]:
    try:
        status = os.stat(folder)  # noqa: PTH116
    except OSError:
        return (-1, hash(folder))
    return status.st_dev, status.st_ino
