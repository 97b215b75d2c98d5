"""How much of the machine one picture may use."""

import threading
from dataclasses import dataclass

Size = tuple[int, int]
"""Width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`file_bytes` is checked before reading, `pixels` (width x height in the header) before decoding.

    The largest photo that a telephone takes today (16,320 x 12,240) fits.
    """

    file_bytes: int = 512 * 1024**2
    pixels: int = 200_000_000


DEFAULT_LIMITS = Limits()


# Up to here nobody waits or is counted: 40 MB at most, and what a JPEG that was made smaller on the way comes to.
_SMALL_PIXELS = 4_000_000


class PixelBudget:
    """How many pixels all threads together may have decoded at any moment; any thread may ask.

    Who asks for more than there is gets all of it, alone. Places are given in turn, so that a large picture is not
    passed over for ever by smaller ones.
    """

    def __init__(self, pixels: int) -> None:
        self._pixels = pixels
        self._used = 0
        self._turn = threading.Lock()
        self._changed = threading.Condition()

    def take(self, pixels: int) -> int:
        """Waits for that many; returns how many are to be given back."""
        pixels = min(pixels, self._pixels)
        with self._turn, self._changed:
            self._changed.wait_for(lambda: self._used + pixels <= self._pixels)
            self._used += pixels
        return pixels

    def give_back(self, pixels: int) -> None:
        with self._changed:
            self._used -= pixels
            self._changed.notify_all()


# As much together as one picture may have: a decoded pixel takes 8 to 11 bytes at the worst moment. Sixteen photos of
# 12 million pixels still go at once.
_BUDGET = PixelBudget(DEFAULT_LIMITS.pixels)


class Room:
    """A context that holds room in memory for one decoded picture, from `take` to its end.

    A thread decodes no second picture while it holds one: it could wait for itself.
    """

    def __init__(self) -> None:
        self._held = 0

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        self._give_back()

    def take(self, size: Size) -> None:
        """Waits until a picture of that size may be decoded; one that is small, or held already, does not wait."""
        pixels = size[0] * size[1]
        if pixels <= max(self._held, _SMALL_PIXELS):
            return
        # Never waits while it holds: two that both wanted more would wait for one another.
        self._give_back()
        self._held = _BUDGET.take(pixels)

    def _give_back(self) -> None:
        if self._held:
            _BUDGET.give_back(self._held)
            self._held = 0
