"""Decoded pictures at training size, in one mapped file: later epochs decode nothing.

A cache is named after what is in it (the files' hashes and the size), so runs share it and no stale one is ever read.
While it is built it is a `.part` beside a `.done` file with one byte for each finished chunk: a killed build goes on
where it was. Built, it is renamed to `.u8`: uint8 (pictures, side, side, 3), nothing else.
"""

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.locks import FileLock
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.training.data.picture_set import PictureSet
from vgg_desktop.training.parallel import mapped_in_order, worker_count
from vgg_desktop.training.progress import CancelledError, IsCancelled, Progress, never_cancelled, no_progress

# Part of every name: raise it when decoding or resizing changes any pixel.
_FORMAT = 2
_CHUNK_BYTES = 2 * 1024**2
_SAVE_EVERY_S = 2.0
_SPARE_BYTES = 512 * 1024**2
"""Left free on the disk, for checkpoints."""
_SUFFIXES = (".u8", ".part", ".done")


@dataclass(frozen=True, slots=True)
class _Plan:
    """`count` of the pictures go into the file at `path`; the rest is decoded when needed."""

    path: Path
    pictures: PictureSet
    preprocessing: Preprocessing
    count: int

    @property
    def side_px(self) -> int:
        return self.preprocessing.crop_px

    @property
    def picture_bytes(self) -> int:
        return 3 * self.side_px**2

    @property
    def total_bytes(self) -> int:
        return self.count * self.picture_bytes

    @property
    def per_chunk(self) -> int:
        return max(1, _CHUNK_BYTES // self.picture_bytes)

    @property
    def chunks(self) -> list[range]:
        return [range(first, min(first + self.per_chunk, self.count)) for first in range(0, self.count, self.per_chunk)]

    def is_complete(self) -> bool:
        try:
            return self.path.stat().st_size == self.total_bytes
        except OSError:
            return False


class PictureCache:
    """The squares of a picture set, by sample number."""

    def __init__(self, plan: _Plan, stored: np.ndarray, workers: int) -> None:
        self._plan = plan
        self._stored = stored
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="pictures") if self.is_partial else None

    @classmethod
    def open(
        cls,
        pictures: PictureSet,
        preprocessing: Preprocessing,
        *,
        folder: Path,
        limit_bytes: int,
        beside: "PictureCache | None" = None,
        workers: int = 0,
        on_progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
    ) -> "PictureCache":
        """The cache of these pictures in `folder`, built now where it is not there yet.

        `limit_bytes` bounds all caches in the folder together: older ones make way, but not the one `beside` it, and
        what does not fit is decoded whenever it is asked for. Where nothing can be written, nothing is stored.

        Raises:
            AppError: a picture changed or vanished, or the disk is full.
            CancelledError: `cancelled` said so; the part that is built is kept.
        """
        plan = _plan(pictures, preprocessing, folder, limit_bytes, beside._plan if beside else None)
        workers = worker_count(workers)
        if plan.count and not plan.is_complete():
            _build_once(plan, workers, on_progress, cancelled)
        with contextlib.suppress(OSError):
            # The time of last use: the oldest make way first.
            os.utime(plan.path)
        return cls(plan, _mapped(plan), workers)

    def __len__(self) -> int:
        return len(self._plan.pictures)

    @property
    def side_px(self) -> int:
        return self._plan.side_px

    @property
    def total_bytes(self) -> int:
        """What all pictures would take in memory."""
        return len(self) * self._plan.picture_bytes

    @property
    def stored_count(self) -> int:
        """How many of the pictures are stored."""
        return self._plan.count

    @property
    def is_partial(self) -> bool:
        """Some pictures are decoded at each call."""
        return self._plan.count < len(self)

    def batch(self, positions: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """The squares of these sample numbers, uint8 (n, side, side, 3), into `out` where given.

        Raises:
            AppError: a picture that is not stored changed or vanished.
        """
        out = np.empty((len(positions), self.side_px, self.side_px, 3), np.uint8) if out is None else out
        if self._pool is None:
            # mode="raise" would copy by way of a second buffer; it is what checks the bounds.
            assert len(positions) == 0 or 0 <= positions.min() <= positions.max() < len(self)
            return np.take(self._stored, positions, axis=0, out=out, mode="clip")
        stored = np.flatnonzero(positions < self.stored_count)
        out[stored] = self._stored[positions[stored]]
        missing = np.flatnonzero(positions >= self.stored_count)
        squares = self._pool.map(self._square, positions[missing].tolist())
        for place, square in zip(missing, squares, strict=True):
            out[place] = square
        return out

    def close(self) -> None:
        """End the threads. The mapping goes with the last array that refers to it."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _square(self, position: int) -> np.ndarray:
        return self._plan.pictures.square(position, self._plan.preprocessing)


def _plan(
    pictures: PictureSet, preprocessing: Preprocessing, folder: Path, limit_bytes: int, beside: _Plan | None
) -> _Plan:
    stem = _stem(pictures, preprocessing)
    whole = _Plan(folder / f"{stem}.u8", pictures, preprocessing, len(pictures))
    limit_bytes = max(0, limit_bytes - (beside.total_bytes if beside else 0))
    if whole.is_complete() and whole.total_bytes <= limit_bytes:
        return whole
    count = _fitting_count(whole, limit_bytes, keep={stem, _whole_stem(beside.path)} if beside else {stem})
    plan = (
        whole if count == len(pictures) else _Plan(folder / f"{stem}-first-{count}.u8", pictures, preprocessing, count)
    )
    _delete_other_parts(plan, stem)
    return plan


def _stem(pictures: PictureSet, preprocessing: Preprocessing) -> str:
    depth = preprocessing.depth
    shape = f"{_FORMAT} {preprocessing.resize_px} {preprocessing.crop_px} {depth.integers} {depth.floats}\n"
    key = hashlib.sha256(shape.encode())
    for digest in pictures.hashes:
        key.update(digest.encode())
    return f"{key.hexdigest()[:32]}-{preprocessing.crop_px}"


def _whole_stem(path: Path) -> str:
    """The name of a cache without the count of a part."""
    return path.stem.partition("-first-")[0]


def _fitting_count(whole: _Plan, limit_bytes: int, keep: set[str]) -> int:
    """How many pictures may be stored: all, or a round share of them that is the same the next time."""
    folder = whole.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _make_room(folder, max(0, limit_bytes - whole.total_bytes), keep)
        own = sum(_used_bytes(path) for path in folder.glob(f"{whole.path.stem}*"))
        room = shutil.disk_usage(folder).free + own - _SPARE_BYTES
    except OSError:
        return 0
    fitting = max(0, min(limit_bytes, room)) // whole.picture_bytes
    sixteenth = len(whole.pictures) // 16 + 1
    return len(whole.pictures) if fitting >= len(whole.pictures) else fitting // sixteenth * sixteenth


def _make_room(folder: Path, limit_bytes: int, keep: set[str]) -> None:
    """Delete the caches that were longest not used until the others take at most `limit_bytes`."""
    others: dict[Path, list[Path]] = {}
    for path in folder.iterdir():
        if path.suffix in _SUFFIXES and _whole_stem(path) not in keep:
            others.setdefault(path.with_suffix(""), []).append(path)
    total = 0
    for stem, files in sorted(others.items(), key=lambda other: -max(map(_used_at_s, other[1]))):
        total += sum(map(_used_bytes, files))
        if total > limit_bytes:
            _delete(stem)


def _delete_other_parts(plan: _Plan, stem: str) -> None:
    """Of the same pictures a larger or smaller share may lie there, from before the limit changed."""
    with contextlib.suppress(OSError):
        for path in plan.path.parent.glob(f"{stem}*"):
            if path.suffix in _SUFFIXES and _whole_stem(path) == stem and path.stem != plan.path.stem:
                _delete(path.with_suffix(""))


def _delete(stem: Path) -> None:
    """All files of one cache, unless it is being built."""
    lock = FileLock(stem.with_suffix(".lock"))
    with contextlib.suppress(OSError):
        if not lock.acquire(patience_s=0):
            return
    with lock:
        # The notes first: they must never outlive the pixels that they are about.
        for suffix in (".done", ".part", ".u8"):
            with contextlib.suppress(OSError):
                stem.with_suffix(suffix).unlink(missing_ok=True)


def _used_at_s(path: Path) -> float:
    with contextlib.suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _used_bytes(path: Path) -> int:
    """What a file takes on the disk; a part has holes where nothing is written yet, and one may vanish at any time."""
    with contextlib.suppress(OSError):
        status = path.stat()
        return getattr(status, "st_blocks", status.st_size // 512 + 1) * 512
    return 0


def _build_once(plan: _Plan, workers: int, on_progress: Progress, cancelled: IsCancelled) -> None:
    """Build it, or wait while another process does."""
    lock = FileLock(plan.path.with_suffix(".lock"))
    # A file system without locks: two builders write the same bytes to the same places.
    with contextlib.suppress(OSError):
        while not lock.acquire():
            if cancelled():
                raise CancelledError
    with lock:
        if not plan.is_complete():
            _build(plan, workers, on_progress, cancelled)


def _build(plan: _Plan, workers: int, on_progress: Progress, cancelled: IsCancelled) -> None:
    try:
        with _opened(_part(plan.path)) as part, _opened(plan.path.with_suffix(".done")) as done:
            _fill(plan, part, done, workers, on_progress, cancelled)
        _part(plan.path).replace(plan.path)
        plan.path.with_suffix(".done").unlink(missing_ok=True)
    except OSError as error:
        raise AppError(
            "The cache of decoded pictures could not be written: {reason}.",
            "Free some space, or set cache_gb to 0.",
            f"{plan.path}: {error!r}",
            reason=os_error_sentence(error),
        ) from error


def _fill(
    plan: _Plan, part: BinaryIO, done: BinaryIO, workers: int, on_progress: Progress, cancelled: IsCancelled
) -> None:
    chunks = plan.chunks
    if os.fstat(part.fileno()).st_size != plan.total_bytes:
        # Notes that are left of pixels that are gone.
        done.truncate(0)
        part.truncate(plan.total_bytes)
    finished = bytearray(done.read().ljust(len(chunks), b"\0")[: len(chunks)])
    missing = [number for number in range(len(chunks)) if not finished[number]]
    ready = sum(len(chunks[number]) for number in range(len(chunks)) if finished[number])
    saved_at = time.monotonic()
    try:
        squares = mapped_in_order(
            lambda number, is_stopped: _decoded(plan, chunks[number], is_stopped),
            missing,
            workers=workers,
            cancelled=cancelled,
        )
        for number, pixels in zip(missing, squares, strict=True):
            part.seek(chunks[number].start * plan.picture_bytes)
            part.write(pixels.data)
            finished[number] = 1
            ready += len(chunks[number])
            on_progress(ready, plan.count)
            if time.monotonic() - saved_at > _SAVE_EVERY_S:
                _save(part, done, finished)
                saved_at = time.monotonic()
    finally:
        # Also when cancelled, or when one picture is missing: what is decoded stays.
        _save(part, done, finished)


def _save(part: BinaryIO, done: BinaryIO, finished: bytearray) -> None:
    """The pixels must be on the disk before the note that they are."""
    part.flush()
    os.fsync(part.fileno())
    done.seek(0)
    done.write(finished)
    done.flush()


def _decoded(plan: _Plan, chunk: range, is_stopped: IsCancelled) -> np.ndarray:
    pixels = np.empty((len(chunk), plan.side_px, plan.side_px, 3), np.uint8)
    for place, position in enumerate(chunk):
        if is_stopped():
            raise CancelledError
        pixels[place] = plan.pictures.square(position, plan.preprocessing)
    return pixels


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open for reading and writing; made where it is missing, never emptied."""
    path.touch()
    with path.open("r+b") as file:
        yield file


def _part(path: Path) -> Path:
    return path.with_suffix(".part")


def _mapped(plan: _Plan) -> np.ndarray:
    shape = (plan.count, plan.side_px, plan.side_px, 3)
    if not plan.count:
        return np.zeros(shape, np.uint8)
    return np.memmap(plan.path, dtype=np.uint8, mode="r", shape=shape)
