"""An operating-system lock on a file that says, beyond doubt, whether a process on this machine is alive.

A record lock vanishes with the process that took it, however it ends; it is not inherited by its children, so that an
orphaned loader process cannot keep it. A flock would be, and a process id lies: for zombies and when it is used again.
"""

import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType

_RETRY_S = 0.005
# On Windows a locked byte cannot be read by others: lock one far behind the content.
_LOCKED_BYTE = 1 << 30
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class FileLock:
    """Held by one process at a time, until it is released or the process ends.

    The holder must not call `is_held` on the same file, nor open and close it: POSIX drops a process's locks on a file
    with the first of its descriptors that is closed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, *, patience_s: float = 0.5) -> bool:
        """True when the lock is held now. A reader's glance at it may take it for a moment, hence the patience.

        Raises:
            OSError: the file cannot be opened for writing, or the file system has no locks.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        deadline = time.monotonic() + patience_s
        while not _try_lock(descriptor, exclusive=True):
            if time.monotonic() > deadline:
                os.close(descriptor)
                return False
            time.sleep(_RETRY_S)
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        if self._descriptor is not None:
            _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> "FileLock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def is_held(path: Path) -> bool:
    """Whether another process of this machine holds the lock. Works in a folder that may only be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _glance(descriptor)
    finally:
        os.close(descriptor)


def _glance(descriptor: int) -> bool:
    # Two readers glance at the same time without harm on POSIX (shared locks); on Windows they need a second try.
    for _ in range(4):
        if _try_lock(descriptor, exclusive=False):
            _unlock(descriptor)
            return True
        if sys.platform != "win32":
            return False
        time.sleep(_RETRY_S)
    return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, *, exclusive: bool) -> bool:  # noqa: ARG001 - Windows knows one kind
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int, *, exclusive: bool) -> bool:
        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        try:
            fcntl.lockf(descriptor, kind | fcntl.LOCK_NB, 1, _LOCKED_BYTE)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_UN, 1, _LOCKED_BYTE)
