"""How much of the machine one picture may use."""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass

Size = tuple[int, int]
"""Width and height in pixels."""

# Decoded, a picture of this size takes 200 MB in Pillow and 150 MB as an array.
_LARGE_PIXELS = 50_000_000
_large_pictures = threading.Lock()


@dataclass(frozen=True, slots=True)
class Limits:
    """`file_bytes` is checked before reading, `pixels` (width x height in the header) before decoding.

    The largest photo that a telephone takes today (16,320 x 12,240) fits.
    """

    file_bytes: int = 512 * 1024**2
    pixels: int = 200_000_000


DEFAULT_LIMITS = Limits()


@contextlib.contextmanager
def large_in_turn(size: Size) -> Iterator[None]:
    """Lets one large picture at a time through, so that memory does not grow with the number of threads."""
    with _large_pictures if size[0] * size[1] > _LARGE_PIXELS else contextlib.nullcontext():
        yield
