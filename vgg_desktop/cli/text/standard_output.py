"""When standard output takes no more: its reader has had enough, or its disk is full."""

import contextlib
import errno
import os
import sys
from typing import TextIO

from vgg_desktop.core.errors import AppError, os_error_sentence

# Windows says "invalid argument" of a pipe that nobody reads.
_READER_GONE = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}


def open_closed() -> None:
    """Where a stream was closed before the program began (`>&-`), nowhere takes its place.

    Otherwise the next file that is opened would, and get what is printed.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                nowhere = os.open(os.devnull, os.O_RDWR)
                if nowhere != number:
                    os.dup2(nowhere, number)
                    os.close(nowhere)
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def is_reader_gone(error: OSError) -> bool:
    """Whether a reader such as `head` has had enough, which is no failure."""
    return error.errno in _READER_GONE


def lost_output(error: OSError) -> AppError:
    """The sentence for everything else."""
    return AppError(
        "Standard output could not be written: {reason}.", detail=repr(error), reason=os_error_sentence(error)
    )


def why_lost(output: TextIO) -> OSError | None:
    """Why a line cannot be printed any more; None when it can."""
    try:
        output.write("\n")
        output.flush()
    except OSError as error:
        return error
    return None


def discard_output(output: TextIO) -> None:
    """Whatever is printed from now on goes nowhere, so that Python does not complain when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output.fileno())
        os.close(nowhere)
