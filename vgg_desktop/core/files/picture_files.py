"""From files and folders as a person names them to a stream of picture files."""

import heapq
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.picture_formats import CONVERT, is_left_out_name, is_picture_name
from vgg_desktop.core.files.system_names import is_system_name
from vgg_desktop.core.sentence import counted

_DIGITS = re.compile("[0-9]+")
_SORTED_AT_ONCE = 1000


@dataclass(slots=True)
class _LeftOut:
    """How many files must be converted first, and the first of their names."""

    count: int = 0
    example: str = ""

    def add(self, name: str) -> None:
        self.count += 1
        self.example = min(self.example or name, name, key=natural_key)

    def sentence(self) -> AppError:
        summary = counted(
            self.count,
            "{count:,} file is left out because its format is not read: {example}.",
            "{count:,} files are left out because their formats are not read, such as {example}.",
            example=one_line(self.example),
        )
        return AppError(summary, CONVERT)


def _pass_over(_problem: AppError) -> None:
    pass


def find_pictures(
    paths: Iterable[Path],
    on_problem: Callable[[AppError], None] = _pass_over,
    on_left_out: Callable[[AppError], None] = _pass_over,
) -> Iterator[Path]:
    """Files as they are named, in that order and whatever their suffix; of folders, all the pictures in them.

    A folder's own pictures come first, then those of its subfolders, both sorted as a person counts: 2 before 10.
    Hidden entries and the system's own are passed over, links are followed, and each folder is seen once, so that a
    loop of links ends. The names of one folder are in memory at a time. A folder that cannot be read is reported and
    the rest goes on. How many files have a format that must be converted first is told at a named folder's end.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where permission lacks)
            left_out = _LeftOut()
            yield from _walk(path, on_problem, left_out)
            if left_out.count:
                on_left_out(left_out.sentence())
        else:
            yield path


def natural_key(name: str) -> str:
    """Sorts names without regard to case and with numbers by their value: "img2" before "IMG10"."""
    # One text and no tuples: it sorts five times as fast. A zero byte comes before everything that a name may hold.
    return f"{_DIGITS.sub(_ordered_number, name.casefold())}\0\0{name}"


def natural_sorted(names: Sequence[str]) -> list[str]:
    """Names as a person would sort them.

    Many are sorted in runs that are then merged: one sort of 100,000 names would hold the interpreter for half a
    second, and with it the window that waits in another thread.
    """
    runs = (sorted(names[i : i + _SORTED_AT_ONCE], key=natural_key) for i in range(0, len(names), _SORTED_AT_ONCE))
    return list(heapq.merge(*runs, key=natural_key))


def _ordered_number(digits: re.Match[str]) -> str:
    """A number goes by its length, then by its digits: it may be of any length."""
    significant = digits[0].lstrip("0")
    return f"\0{chr(min(len(significant), 0x7FFF) + 1)}{significant}"


def _walk(root: Path, on_problem: Callable[[AppError], None], left_out: "_LeftOut") -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            files, folders = _listing(folder, seen, left_out)
        except OSError as error:
            on_problem(_unreadable(folder, error))
            continue
        yield from (folder / name for name in files)
        waiting.extend(folder / name for name in reversed(folders))


def _listing(folder: Path, seen: set[tuple[int, int]], left_out: "_LeftOut") -> tuple[list[str], list[str]]:
    """The names of the pictures and of the subfolders, sorted; nothing if the folder was seen by another way.

    Files of formats that are left out are counted in `left_out`.
    """
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return [], []
    seen.add(identity)
    files, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_hidden(entry) or is_system_name(entry.name):
                continue
            if _is_folder(entry):
                folders.append(entry.name)
            elif is_picture_name(entry.name):
                files.append(entry.name)
            elif is_left_out_name(entry.name):
                left_out.add(entry.name)
    return natural_sorted(files), natural_sorted(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link that leads to itself.
        return False


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
    # Windows only, where the listing brings the attributes along.
    return sys.platform == "win32" and bool(
        entry.stat(follow_symlinks=False).st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN
    )


def _unreadable(folder: Path, error: OSError) -> AppError:
    return AppError(
        "The folder {folder} cannot be read: {reason}.",
        "Its pictures are left out.",
        str(error),
        folder=display_name(folder),
        reason=os_error_sentence(error),
    )
