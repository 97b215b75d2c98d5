"""Files that are either written whole or not at all."""

import contextlib
import errno
import os
import stat
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.sentence import Sentence

# On Windows a virus scanner or a reader may hold a file for a moment; each wait doubles, 1.3 s in all.
_MAY_BE_HELD = sys.platform == "win32"
_REPLACE_TRIES = 8
_FIRST_WAIT_S = 0.01
_LONGEST_NAME = 200


def write_atomically(path: Path, data: bytes | Callable[[BinaryIO], None]) -> None:
    """Replace `path` with `data`, or with what the callable writes.

    Raises:
        AppError: it could not be written; what was there before is untouched.
    """
    with replacing(path) as file:
        if callable(data):
            data(file)
        else:
            file.write(data)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write into; it takes the place of `path` when the block ends without an error.

    A link is followed, so that its target is replaced and the link stays. A device or pipe is written
    directly.

    Raises:
        AppError: it could not be written (any OSError in the block too); what was there before is untouched.
    """
    try:
        existing = _stat_or_none(path)
        if existing and stat.S_ISDIR(existing.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        is_regular = existing is None or stat.S_ISREG(existing.st_mode)
        with _replacing_regular(Path(os.path.realpath(path)), existing) if is_regular else path.open("wb") as file:
            yield file
    except OSError as error:
        raise _not_written(path, error) from error


@contextlib.contextmanager
def _replacing_regular(path: Path, existing: os.stat_result | None) -> Iterator[BinaryIO]:
    temporary = path.parent / _part_name(path.name)
    try:
        # Not tempfile: its files are private, and for files that a person asked for the umask decides.
        with temporary.open("xb") as file:
            if existing and os.name == "posix":
                os.fchmod(file.fileno(), stat.S_IMODE(existing.st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_directory(path.parent)


def _part_name(name: str) -> str:
    """It says whose it is, for whoever cleans up after a killed process; a very long name would not fit."""
    drawn = uuid.uuid4().hex
    return f".{name}.{drawn[:8]}.part" if len(os.fsencode(name)) <= _LONGEST_NAME else f".{drawn}.part"


def _replace(source: Path, target: Path) -> None:
    for attempt in range(_REPLACE_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if not _MAY_BE_HELD or attempt == _REPLACE_TRIES - 1:
                raise
            time.sleep(_FIRST_WAIT_S * 2**attempt)
        else:
            return


def _sync_directory(folder: Path) -> None:
    """Make the rename outlast a power cut; some file systems refuse, and the data is safe by then."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _stat_or_none(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _not_written(path: Path, error: OSError) -> AppError:
    hints = {
        errno.ENOSPC: "Free some space and try again.",
        errno.EDQUOT: "Free some space and try again.",
        errno.EACCES: "Choose a folder that you may write to.",
        errno.EPERM: "Choose a folder that you may write to.",
        errno.EROFS: "Choose a folder that you may write to.",
        errno.ENOENT: "Choose a folder that exists.",
    }
    summary = Sentence(
        "{file} could not be written: {reason}.", file=display_name(path), reason=os_error_sentence(error)
    )
    return AppError(summary, hints.get(error.errno or 0, ""), repr(error))
