"""Progress on a terminal's standard error; nothing in a pipe."""

import contextlib
import io
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")


def counted(items: Iterable[T], total: int | None, count: Callable[[], int] | None = None) -> Iterator[T]:
    """The items, with a bar that counts them when there is a terminal and more than one to come.

    Where the total is not known yet, `count` finds it in a thread of its own. What is printed meanwhile comes out above
    the bar.
    """
    if not sys.stderr.isatty() or total == 1:
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    # rich's own redirection would send a file's or a pipe's lines to the terminal, and wrap them.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=total, rate="")
        if count:
            threading.Thread(target=lambda: bar.update(task, total=count()), name="count", daemon=True).start()
        with _printing_above(bar.console):
            for item in items:
                bar.advance(task)
                speed = bar.tasks[0].speed
                bar.update(task, rate=f"{speed:,.0f}/s" if speed else "")
                yield item


@contextlib.contextmanager
def _printing_above(console: "Console") -> Iterator[None]:
    if not os.path.sameopenfile(sys.stdout.fileno(), sys.stderr.fileno()):
        yield
        return
    above = io.TextIOWrapper(_AboveBar(console), "utf-8", errors="backslashreplace", line_buffering=True)
    with contextlib.redirect_stdout(above):
        yield


class _AboveBar(io.BufferedIOBase):
    """Standard output on the terminal that also shows the bar; its tabs and long lines stay as they are."""

    def __init__(self, console: "Console") -> None:
        self._console = console
        self._descriptor = sys.stdout.fileno()

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def write(self, data: bytes) -> int:
        from rich.segment import Segment, Segments

        self._console.print(Segments([Segment(bytes(data).decode("utf-8", "replace"))]), crop=False, end="")
        return len(data)
