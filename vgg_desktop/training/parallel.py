"""Work on many files by threads: Pillow and hashlib let the interpreter go, so that threads are enough."""

import contextlib
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from vgg_desktop.training.progress import CancelledError, IsCancelled

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_AHEAD = 2
_ASK_EVERY_S = 0.1


def worker_count(wanted: int = 0) -> int:
    """`wanted`, or one for each core that this process may use."""
    if wanted:
        return wanted
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def mapped_in_order(
    work: Callable[[_Item, IsCancelled], _Result], items: Iterable[_Item], *, workers: int, cancelled: IsCancelled
) -> Generator[_Result, None, None]:
    """`work` of each item, in order; no more than a few results wait at any time.

    `work` also gets a question that turns true when its result is wanted no more: it should then raise CancelledError
    soon. `cancelled` itself is asked by the calling thread only.

    Raises:
        CancelledError: `cancelled` said so, or `work` gave up.
    """
    waiting: deque[Future[_Result]] = deque()
    stopped = threading.Event()
    with ThreadPoolExecutor(workers, thread_name_prefix="pictures") as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item, stopped.is_set))
                if len(waiting) > _AHEAD * workers:
                    yield _result(waiting.popleft(), cancelled)
            while waiting:
                yield _result(waiting.popleft(), cancelled)
        finally:
            stopped.set()
            for future in waiting:
                future.cancel()


def _result(future: Future[_Result], cancelled: IsCancelled) -> _Result:
    while not cancelled():
        with contextlib.suppress(TimeoutError):
            return future.result(timeout=_ASK_EVERY_S)
        if future.done():
            return future.result()
    raise CancelledError
