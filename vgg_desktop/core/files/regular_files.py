"""Opens files that may be anything: a pipe would wait for ever, a device might never end."""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import cast


def open_regular(path: Path) -> BufferedReader:
    """The file for reading; never waits for a writer.

    Raises:
        OSError: it cannot be read, or is a folder, a pipe, a socket or a device.
    """
    # Before it is opened too: opening alone sets some devices going.
    _refuse_others(path, path.stat())
    file = cast(BufferedReader, open(path, "rb", opener=_open_at_once))  # noqa: SIM115 - Path.open takes no opener
    try:
        _refuse_others(path, os.fstat(file.fileno()))
    except OSError:
        file.close()
        raise
    return file


def is_file(path: Path) -> bool:
    """Whether there is a file, also behind a link; False too where permission lacks, for which Path.is_file raises."""
    return os.path.isfile(path)  # noqa: PTH113


def _refuse_others(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "It is a pipe or a device, not a file", path)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
