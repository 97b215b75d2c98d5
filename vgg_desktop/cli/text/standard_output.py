"""When standard output takes no more: its reader has had enough, or its disk is full."""

import errno
import os
import sys
from typing import TextIO

from vgg_desktop.core.errors import AppError, os_error_sentence

# Windows says "invalid argument" of a pipe that nobody reads.
_READER_GONE = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}


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
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, output.fileno())
    os.close(nowhere)
