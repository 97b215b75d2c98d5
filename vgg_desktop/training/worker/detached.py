"""Starts a process that outlives this one, and tells whether it is still there until it has begun its work."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from vgg_desktop.core.own_process import own_folder

HasEnded = Callable[[], bool]


@contextmanager
def detached(command: Sequence[str], log_file: Path, environment: dict[str, str]) -> Iterator[HasEnded]:
    """Start `command` in a session of its own, output to `log_file`; gives a function that tells whether it has ended.

    Raises:
        OSError: it cannot be started.
    """
    start = _on_windows if sys.platform == "win32" else _on_posix
    with log_file.open("ab") as log, start(command, log.fileno(), environment) as has_ended:
        yield has_ended


@contextmanager
def _on_posix(command: Sequence[str], log: int, environment: dict[str, str]) -> Iterator[HasEnded]:
    watched, inherited = os.pipe()
    os.set_blocking(watched, False)
    try:
        # The shell ends at once, so that the worker is nobody's child here: no zombie when it ends before the window.
        subprocess.run(
            ["/bin/sh", "-c", '"$@" &', "sh", *command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment,
            cwd=own_folder(),
            pass_fds=(inherited,),
            start_new_session=True,
            check=True,
        )
        os.close(inherited)
        inherited = -1
        yield lambda: _is_closed(watched)
    finally:
        os.close(watched)
        if inherited >= 0:
            os.close(inherited)


@contextmanager
def _on_windows(command: Sequence[str], log: int, environment: dict[str, str]) -> Iterator[HasEnded]:
    flags = sum(
        getattr(subprocess, name)
        for name in ("CREATE_NO_WINDOW", "CREATE_NEW_PROCESS_GROUP", "BELOW_NORMAL_PRIORITY_CLASS")
    )
    worker = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=environment,
        cwd=own_folder(),
        creationflags=flags,
    )
    try:
        yield lambda: worker.poll() is not None
    finally:
        # It outlives us on purpose; without this the interpreter warns of it.
        worker.returncode = 0


def _is_closed(pipe: int) -> bool:
    """The worker inherits the other end and never uses it: the system closes it when the worker ends."""
    try:
        return os.read(pipe, 1) == b""
    except BlockingIOError:
        return False
