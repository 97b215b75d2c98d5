"""How far the work is, on standard error: a bar for people on a terminal, JSON Lines for programs, else nothing."""

import contextlib
import io
import json
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from vgg_desktop.core.errors import AppError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from rich.console import Console
    from rich.progress import Progress

T = TypeVar("T")


def new_bar(*, is_training: bool = False) -> "Progress":
    """rich's bar as every command shows it; each of its tasks has a `note`.

    It counts things, on standard error, so that the results can be written to a file. A training's bar shows the share
    of the epoch and stands below the lines that it prints, on standard output.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    note = TextColumn("{task.fields[note]}", markup=False)
    counted = (MofNCompleteColumn(), note, TimeRemainingColumn(compact=True))
    share = (TextColumn("{task.percentage:>3.0f} %"), note)
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        *(share if is_training else counted),
        console=Console(stderr=not is_training),
        transient=True,
        # rich's own redirection would send a file's or a pipe's lines to the terminal, and wrap them.
        redirect_stdout=is_training,
    )


@contextlib.contextmanager
def counting(what: str, style: str = "bar") -> Iterator[Callable[[int, int], None]]:
    """A callback that takes how many are done and how many there are. `style` is "bar", "json" or "none".

    As JSON each call is one line: {"done": 64, "total": 1000}.
    """
    if style == "json":
        yield lambda done, total: _print_json(json.dumps({"done": done, "total": total}))
    elif style == "bar" and sys.stderr.isatty():
        with new_bar() as bar:
            task = bar.add_task(what, total=None, note="")
            yield lambda done, total: bar.update(task, completed=done, total=total)
    else:
        yield lambda _done, _total: None


@contextlib.contextmanager
def telling_why(style: str) -> Iterator[None]:
    """As JSON, a refusal is one line as well: {"error": "...", "hint": "...", "detail": "..."}."""
    from vgg_desktop.core.dataset_report import Refusal, encode_report

    try:
        yield
    except AppError as error:
        if style == "json":
            refusal = Refusal(error=error.summary, hint=error.hint, detail=error.detail)
            _print_json(encode_report(refusal).decode())
        raise


def counted_items(items: Iterable[T], total: int | None, count: Callable[[], int] | None = None) -> Iterator[T]:
    """The items, with a bar that counts them when there is a terminal and more than one to come.

    Where the total is not known yet, `count` finds it in a thread of its own. What is printed meanwhile comes out above
    the bar.
    """
    if not sys.stderr.isatty() or total == 1:
        yield from items
        return
    with new_bar() as bar:
        task = bar.add_task("", total=total, note="")
        if count:
            threading.Thread(target=lambda: bar.update(task, total=count()), name="count", daemon=True).start()
        with _printing_above(bar.console):
            for item in items:
                bar.advance(task)
                speed = bar.tasks[0].speed
                bar.update(task, note=f"{speed:,.0f}/s" if speed else "")
                yield item


def _print_json(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201


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

    name = "above the bar"

    def __init__(self, console: "Console") -> None:
        self._console = console
        self._descriptor = sys.stdout.fileno()

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def write(self, data: "ReadableBuffer", /) -> int:
        from rich.segment import Segment, Segments

        text = bytes(data)
        self._console.print(Segments([Segment(text.decode("utf-8", "replace"))]), crop=False, end="")
        return len(text)
