"""The bytes of a picture: of regular files only, in one read."""

import os
import stat
from pathlib import Path

from vgg_desktop.core.display import display_name
from vgg_desktop.pictures import refusals
from vgg_desktop.pictures.limits import Limits

# Without O_NONBLOCK the opening of a pipe would wait for a writer, perhaps for ever. Windows knows O_BINARY alone.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_picture_file(path: Path, limits: Limits) -> bytes:
    """The whole file, at least one byte.

    Raises:
        AppError: the file is missing, forbidden, empty, too large or not a regular file.
    """
    name = display_name(path)
    try:
        # Before opening too: opening a device can have effects of its own (a tape rewinds).
        _check(path.stat(), name, limits)
        with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as file:
            return file.read(_check(os.fstat(file.fileno()), name, limits))
    except OSError as error:
        raise refusals.cannot_open(name, error) from error
    except ValueError as error:
        # A NUL within the name.
        raise refusals.not_a_picture(name) from error


def _check(status: os.stat_result, name: str, limits: Limits) -> int:
    """The file's size in bytes, if it may be read at all."""
    if not stat.S_ISREG(status.st_mode):
        raise refusals.not_regular(name, is_folder=stat.S_ISDIR(status.st_mode))
    if status.st_size == 0:
        raise refusals.empty(name)
    if status.st_size > limits.file_bytes:
        raise refusals.too_many_bytes(name, status.st_size, limits)
    return status.st_size
