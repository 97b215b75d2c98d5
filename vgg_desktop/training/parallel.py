"""Work on many files by threads: Pillow and hashlib let the interpreter go, so that threads are enough."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from vgg_desktop.training.progress import CancelledError, IsCancelled

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_AHEAD = 2


def worker_count(wanted: int = 0) -> int:
    """`wanted`, or one for each core that this process may use."""
    if wanted:
        return wanted
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def mapped_in_order(
    work: Callable[[_Item], _Result], items: Iterable[_Item], *, workers: int, cancelled: IsCancelled
) -> Iterator[_Result]:
    """`work` of each item, in order; no more than a few results wait at any time.

    Raises:
        CancelledError: `cancelled` said so; items not begun are dropped, those under way are waited for.
    """
    waiting: deque[Future[_Result]] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="pictures") as pool:
        try:
            for item in items:
                if cancelled():
                    raise CancelledError
                waiting.append(pool.submit(work, item))
                if len(waiting) > _AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                if cancelled():
                    raise CancelledError
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
