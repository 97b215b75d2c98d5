"""Reading and writing `events.jsonl`: appended only, read while it grows, whatever state its end is in."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run import events
from vgg_desktop.core.run.events import Event

_HEAD_BYTES = 256
# A whole log in one piece would hold the interpreter, and with it a window, for a tenth of a second.
_PIECE_BYTES = 1 << 20
_MOST_LINE_BYTES = 1 << 20
_ENDLESS = b"too long"
# As `events.encode_event` begins the line of a step.
_STEP_LINE = b'{"event":"step",'


class EventReader:
    """Reads what was added since the last time; keep one a view.

    After a `Resumed`, steps, epochs and checkpoints that the earlier attempt had reached beyond it are void:
    `without_superseded_events` drops them from a list, and `read_new` has done so for what it returns. A reader that
    holds events from earlier calls does the same when it meets a `Resumed`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0
        self._head = b""
        self._tail = b""
        self.skipped_lines = 0
        """Lines that were damaged or of a kind that this version does not know; show a notice when it grows."""
        self.restarts = 0
        """How often the file was replaced or cut short; when it grows, forget every event from before that call."""

    def read_new(self, *, thin_steps: bool = False) -> list[Event]:
        """Events of complete lines that were appended since the last call; empty when there are none.

        With `thin_steps` most steps are passed over, for a reader who has them from the step file: of those that follow
        each other a last one is among the events. A file that is missing or cannot be read just now is empty too:
        network drives come back.
        """
        found: list[Event] = []
        with contextlib.suppress(OSError):
            for data in self._pieces():
                *lines, rest = (self._tail + data).split(b"\n")
                # What is longer than any event is no event, and would be copied again with each piece.
                self._tail = rest if len(rest) < _MOST_LINE_BYTES else _ENDLESS
                wanted = _without_rows_of_steps(lines) if thin_steps else lines
                found += [event for line in wanted if line.strip() and (event := self._decoded(line))]
        return events.without_superseded_events(found)

    def _pieces(self) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            size = file.seek(0, os.SEEK_END)
            if size < self._offset or not head.startswith(self._head[: len(head)]) or len(head) < len(self._head):
                self._restart()
            self._head = head
            file.seek(self._offset)
            while data := file.read(_PIECE_BYTES):
                self._offset += len(data)
                yield data

    def _restart(self) -> None:
        self._offset = 0
        self._tail = b""
        self.restarts += 1

    def _decoded(self, line: bytes) -> Event | None:
        try:
            return events.decode_event(line)
        except AppError:
            self.skipped_lines += 1
            return None


class EventWriter:
    """Appends events, one whole line a write. One process writes: the one that holds the run's lock.

    Raises:
        OSError: from any method, when the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)
        self._is_torn = _is_torn(path)

    def write(self, event: Event) -> None:
        self._append(events.encode_event(event))

    def sync(self) -> None:
        os.fsync(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)

    def _append(self, data: bytes) -> None:
        """A line that a full disk cut short stays alone: the next one begins with a newline."""
        data = b"\n" + data if self._is_torn else data
        written = 0
        while written < len(data):
            written += os.write(self._descriptor, data[written:])
            self._is_torn = written < len(data)


def _without_rows_of_steps(lines: list[bytes]) -> list[bytes]:
    """Of steps that follow each other the last."""
    are_steps = [line.startswith(_STEP_LINE) for line in lines] + [False]
    return [line for number, line in enumerate(lines) if not (are_steps[number] and are_steps[number + 1])]


def _is_torn(path: Path) -> bool:
    """Whether a killed writer left a line without its end."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"
