"""A terminal of the tests' own: what is written to it is what a person would get; POSIX only."""

import contextlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Terminal:
    """`path` can be opened for writing; `shown` holds everything once the block has ended."""

    path: Path
    shown: bytes = b""


@contextlib.contextmanager
def terminal() -> Iterator[Terminal]:
    """A terminal of 80 columns that is read as fast as it is written."""
    import pty
    import termios

    outside, inside = pty.openpty()
    termios.tcsetwinsize(inside, (24, 80))
    found = Terminal(Path(os.ttyname(inside)))
    reader = threading.Thread(target=_read, args=(outside, found))
    reader.start()
    try:
        yield found
    finally:
        os.close(inside)
        reader.join()
        os.close(outside)


def _read(outside: int, found: Terminal) -> None:
    with contextlib.suppress(OSError):  # Linux says of a closed terminal that it is broken
        while chunk := os.read(outside, 1 << 16):
            found.shown += chunk
