"""A small room for decoded pictures, that shows who waits for it."""

import io
import threading

import pytest
from PIL import Image

from vgg_desktop.pictures import limits

PATIENCE_S = 60.0


class WatchedBudget(limits.PixelBudget):
    """`has_waiter` is set as soon as a thread stands and waits for room."""

    def __init__(self, pixels: int) -> None:
        super().__init__(pixels)
        self.has_waiter = threading.Event()
        self._changed = _Watched(self.has_waiter)


class _Watched(threading.Condition):
    def __init__(self, has_waiter: threading.Event) -> None:
        super().__init__()
        self._has_waiter = has_waiter

    def wait(self, timeout: float | None = None) -> bool:
        self._has_waiter.set()
        return super().wait(timeout)


def room_for_one_and_a_half(monkeypatch: pytest.MonkeyPatch) -> WatchedBudget:
    """The budget of all threads, so small that two pictures of `huge` have no place beside one another."""
    budget = WatchedBudget(9_000_000)
    monkeypatch.setattr(limits, "_BUDGET", budget)
    return budget


def huge(kind: str = "PNG", size: tuple[int, int] = (3000, 2000), *, progressive: bool = False) -> bytes:
    """Six million pixels of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, (90, 120, 30)).save(file, kind, progressive=progressive)
    return file.getvalue()
