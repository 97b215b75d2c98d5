"""Every picture read once: its hash, and whether it can be decoded. What was seen is remembered for the next time."""

import contextlib
import hashlib
import os
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, encode_json, read_json
from vgg_desktop.core.model.model_info import Depth, Span
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.pictures.decode import decoded
from vgg_desktop.pictures.depth import Values
from vgg_desktop.pictures.likeness import look_of, pixel_hash
from vgg_desktop.pictures.limits import DEFAULT_LIMITS
from vgg_desktop.pictures.source import read_picture_file
from vgg_desktop.training.parallel import mapped_in_order, worker_count
from vgg_desktop.training.progress import CancelledError, IsCancelled, Progress

# Raise it when the decoder accepts more or fewer files, or gives other pixels.
_FORMAT = 2
_CHUNK = 64
_LEAST_SIDE_PX = 32
_MOST_REMEMBERED_FOLDERS = 20
# Read again at every start, of all the files that seem not to have moved: 1 %, within these bounds.
_LEAST_SAMPLE, _MOST_SAMPLE = 64, 1000
_SAVE_EVERY_S = 10.0
# A file may change once more within one tick of its file system's clock and keep its time.
SETTLED_S = 2.0


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one file was when it was read. `problem` is a sentence for a picture that cannot be decoded.

    `pixels` is the hash of its pixels, `look` what nearly equal pictures share (both in hex, of `pictures.likeness`),
    `unstated` the values of a picture of more than 8 bits that does not say what is white among them.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    sha256: str
    problem: Sentence | None = None
    damaged: bool = False
    pixels: str = ""
    look: str = ""
    unstated: Values | None = None

    @property
    def is_readable(self) -> bool:
        return not self.problem


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
    """What each file is, in the order of `paths` (relative to `root`).

    Files are not read again while nothing about any of them has moved and a sample of them still has the hashes that
    were remembered; else all are, and those with another hash are decoded anew.

    Raises:
        CancelledError: `cancelled` said so; what was seen until then is remembered.
    """
    memory_file = memory_folder / f"{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:24]}.json"
    remembered = _recall(memory_file)
    is_trusted = _is_as_remembered(root, [path for path in paths if path in remembered], remembered, cancelled)
    chunks = [paths[first : first + _CHUNK] for first in range(0, len(paths), _CHUNK)]
    seen: dict[str, Seen] = {}
    saved_at = time.monotonic()
    try:
        for found in mapped_in_order(
            lambda chunk, is_stopped: list(_look_at(root, chunk, remembered, is_trusted, is_stopped)),
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


def common_depth(seen: Sequence[Seen]) -> Depth:
    """One black and one white for all of these pictures that name none themselves, whole numbers and others apart."""
    spans: dict[str, Span] = {}
    for kind in ("integers", "floats"):
        values = [one.unstated for one in seen if one.unstated and one.unstated.kind == kind]
        if values:
            low, high = min(one.low for one in values), max(one.high for one in values)
            spans[kind] = Values(kind, low, high).customary_span
    return Depth(**spans)


def equal_pixels(seen: Iterable[Seen]) -> dict[str, str]:
    """For files that hold the pixels of others: their SHA-256, and the smallest one among those others."""
    files: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.pixels:
            files[one.pixels].add(one.sha256)
    return {sha256: min(equal) for equal in files.values() for sha256 in equal if sha256 != min(equal)}


def _is_as_remembered(root: Path, paths: Sequence[str], remembered: dict[str, Seen], cancelled: IsCancelled) -> bool:
    """Whether no file of these has moved, and a few that anybody may have exchanged are what they were.

    A file's times can be set back and a file system's clock is coarse: only its content is proof.
    """
    for path in paths:
        if cancelled():
            raise CancelledError
        if _identity_at(root / path) != _identity_of(remembered[path]):
            return False
    count = min(len(paths), max(_LEAST_SAMPLE, min(_MOST_SAMPLE, len(paths) // 100)))
    return all(
        _sha256_at(root / path) == remembered[path].sha256 for path in random.SystemRandom().sample(paths, count)
    )


def _look_at(
    root: Path, paths: Sequence[str], remembered: dict[str, Seen], is_trusted: bool, is_stopped: IsCancelled
) -> Iterator[tuple[str, Seen]]:
    for path in paths:
        if is_stopped():
            raise CancelledError
        known = remembered.get(path)
        yield path, known if known and is_trusted else _look(root / path, known)


def _look(file: Path, remembered: Seen | None) -> Seen:
    # Before it is read: what is written while it is read gives another identity.
    size, mtime_ns, ctime_ns, inode = _identity_at(file) or (0, 0, 0, 0)
    digest = ""
    try:
        data = read_picture_file(file, DEFAULT_LIMITS)
        digest = hashlib.sha256(data).hexdigest()
        if remembered and remembered.sha256 == digest:
            return msgspec.structs.replace(remembered, mtime_ns=mtime_ns, ctime_ns=ctime_ns, inode=inode)
        with decoded(data, shorter_side_px=_LEAST_SIDE_PX) as picture:
            return Seen(
                len(data),
                mtime_ns,
                ctime_ns,
                inode,
                digest,
                damaged=picture.damaged,
                pixels=pixel_hash(picture.pixels).hex(),
                look=(look_of(picture.pixels) or b"").hex(),
                unstated=picture.unstated,
            )
    except AppError as error:
        return Seen(size, mtime_ns, ctime_ns, inode, digest, problem=error.summary)


def _sha256_at(file: Path) -> str:
    try:
        return hashlib.sha256(read_picture_file(file, DEFAULT_LIMITS)).hexdigest()
    except AppError:
        return ""


def _identity_at(file: Path) -> tuple[int, int, int, int] | None:
    """Size, time of the content, time of any change, and place on the disk; None where there is no such file."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _identity_of(seen: Seen) -> tuple[int, int, int, int]:
    return seen.size, seen.mtime_ns, seen.ctime_ns, seen.inode


def _recall(file: Path) -> dict[str, Seen]:
    try:
        memory = read_json(file, _Memory)
    except (OSError, DamagedError):
        return {}
    return memory.seen if memory.format == _FORMAT else {}


def _remember(file: Path, root: Path, seen: dict[str, Seen]) -> None:
    """For next time only: where nothing can be written, the next time takes as long as this one."""
    settled_before_ns = int((time.time() - SETTLED_S) * 1e9)
    settled = {
        path: one for path, one in seen.items() if max(one.mtime_ns, one.ctime_ns) < settled_before_ns and one.sha256
    }
    memory = _Memory(_FORMAT, os.fsencode(root).decode("utf-8", "replace"), settled)
    with contextlib.suppress(OSError, AppError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, encode_json(memory))
        _forget_oldest(file.parent)


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_MOST_REMEMBERED_FOLDERS:]:
        file.unlink(missing_ok=True)
