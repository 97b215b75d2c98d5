"""Every picture read once: its hash, and whether it can be decoded. What was seen is remembered for the next time."""

import contextlib
import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, encode_json, read_json
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.limits import DEFAULT_LIMITS
from vgg_desktop.pictures.source import read_picture_file
from vgg_desktop.training.parallel import mapped_in_order, worker_count
from vgg_desktop.training.progress import CancelledError, IsCancelled, Progress

# Raise it when the decoder accepts more or fewer files.
_FORMAT = 1
_CHUNK = 64
_LEAST_SIDE_PX = 32
_MOST_REMEMBERED_FOLDERS = 20
_SAVE_EVERY_S = 10.0
# A file may change once more within one tick of its file system's clock and keep its time.
_SETTLED_S = 2.0


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one file was when it was read. `problem` is a sentence for a picture that cannot be decoded."""

    size: int
    mtime_ns: int
    inode: int
    sha256: str
    problem: Sentence | None = None
    damaged: bool = False

    @property
    def is_readable(self) -> bool:
        return self.problem is None


class _Memory(msgspec.Struct):
    format: int
    root: str
    seen: dict[str, Seen]


def inspect(
    root: Path,
    paths: Sequence[str],
    *,
    memory_folder: Path,
    workers: int,
    on_progress: Progress,
    cancelled: IsCancelled,
) -> list[Seen]:
    """What each file is, in the order of `paths` (relative to `root`); files unchanged since last time are not read.

    Raises:
        CancelledError: `cancelled` said so; what was seen until then is remembered.
    """
    memory_file = memory_folder / f"{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:24]}.json"
    remembered = _recall(memory_file)
    chunks = [paths[first : first + _CHUNK] for first in range(0, len(paths), _CHUNK)]
    seen: dict[str, Seen] = {}
    saved_at = time.monotonic()
    try:
        for found in mapped_in_order(
            lambda chunk, is_stopped: list(_look_at(root, chunk, remembered, is_stopped)),
            chunks,
            workers=worker_count(workers),
            cancelled=cancelled,
        ):
            seen.update(found)
            on_progress(len(seen), len(paths))
            if time.monotonic() - saved_at > _SAVE_EVERY_S:
                _remember(memory_file, root, {**remembered, **seen})
                saved_at = time.monotonic()
    finally:
        if any(seen[path] is not remembered.get(path) for path in seen) or len(remembered) > len(paths):
            _remember(memory_file, root, {**remembered, **seen} if len(seen) < len(paths) else seen)
    return [seen[path] for path in paths]


def _look_at(
    root: Path, paths: Sequence[str], remembered: dict[str, Seen], is_stopped: IsCancelled
) -> Iterator[tuple[str, Seen]]:
    for path in paths:
        if is_stopped():
            raise CancelledError
        yield path, _look(root, path, remembered.get(path))


def _look(root: Path, path: str, remembered: Seen | None) -> Seen:
    file = root / path
    try:
        status = file.stat()
    except (OSError, ValueError):
        status = None
    if status and remembered and _identity(status) == (remembered.size, remembered.mtime_ns, remembered.inode):
        return remembered
    size, mtime_ns, inode = _identity(status) if status else (0, 0, 0)
    digest = ""
    try:
        data = read_picture_file(file, DEFAULT_LIMITS)
        digest = hashlib.sha256(data).hexdigest()
        picture = decode(data, shorter_side_px=_LEAST_SIDE_PX)
    except AppError as error:
        return Seen(size, mtime_ns, inode, digest, problem=error.summary)
    return Seen(len(data), mtime_ns, inode, digest, damaged=picture.damaged)


def _identity(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ino


def _recall(file: Path) -> dict[str, Seen]:
    try:
        memory = read_json(file, _Memory)
    except (OSError, DamagedError):
        return {}
    return memory.seen if memory.format == _FORMAT else {}


def _remember(file: Path, root: Path, seen: dict[str, Seen]) -> None:
    """For next time only: where nothing can be written, the next time takes as long as this one."""
    settled_before_ns = int((time.time() - _SETTLED_S) * 1e9)
    settled = {path: one for path, one in seen.items() if one.mtime_ns < settled_before_ns and one.sha256}
    memory = _Memory(_FORMAT, os.fsencode(root).decode("utf-8", "replace"), settled)
    with contextlib.suppress(OSError, AppError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, encode_json(memory))
        _forget_oldest(file.parent)


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_MOST_REMEMBERED_FOLDERS:]:
        file.unlink(missing_ok=True)
