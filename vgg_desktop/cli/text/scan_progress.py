"""How far a look at many files is: a bar for people, JSON Lines for programs, on standard error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vgg_desktop.core.errors import AppError

_Progress = Callable[[int, int], None]


@contextmanager
def counting(what: str, style: str = "bar") -> Iterator[_Progress]:
    """A callback that takes how many are done and how many there are. `style` is "bar", "json" or "none".

    A bar is drawn on a terminal only; as JSON each call is one line: {"done": 64, "total": 1000}.
    """
    if style == "json":
        yield _print_json
    elif style == "bar" and sys.stderr.isatty():
        with _bar(what) as update:
            yield update
    else:
        yield lambda _done, _total: None


@contextmanager
def telling_why(style: str) -> Iterator[None]:
    """As JSON, a refusal is one line as well: {"error": "...", "hint": "...", "detail": "..."}."""
    from vgg_desktop.core.dataset_report import Refusal, encode_report

    try:
        yield
    except AppError as error:
        if style == "json":
            refusal = Refusal(error=error.summary, hint=error.hint, detail=error.detail)
            print(encode_report(refusal).decode(), file=sys.stderr, flush=True)  # noqa: T201
        raise


def _print_json(done: int, total: int) -> None:
    print(json.dumps({"done": done, "total": total}), file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def _bar(what: str) -> Iterator[_Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
