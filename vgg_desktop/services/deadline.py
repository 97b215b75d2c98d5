"""One patience that several waits share."""

import time


class Deadline:
    """Begins when it is made; `left_s` is what is left of `timeout_s`, and never negative."""

    def __init__(self, timeout_s: float) -> None:
        self._ends_s = time.monotonic() + timeout_s

    @property
    def left_s(self) -> float:
        return max(0.0, self._ends_s - time.monotonic())
