"""How long work on many files says how far it is, and hears that it should stop."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are, from any thread."""

IsCancelled = Callable[[], bool]


class CancelledError(Exception):
    """The caller asked to stop; what was done so far is kept for the next time."""


def no_progress(_done: int, _total: int) -> None:
    """For callers that do not look."""


def never_cancelled() -> bool:
    return False
