"""The switches that Pillow has for the whole process, set once, when the first picture is read."""

import contextlib
import ctypes
import logging
import threading
import warnings
from collections.abc import Iterator

from PIL import Image, ImageFile, _imaging

from vgg_desktop.pictures.limits import DEFAULT_LIMITS

# Pillow's own guard stays as a second line behind ours: at twice this number it refuses by itself.
Image.MAX_IMAGE_PIXELS = DEFAULT_LIMITS.pixels

# In blocks of 16 MB, as Pillow takes them, a large picture's memory stays with the thread that decoded it: glibc keeps
# up to 32 MB each for its next wish. Larger ones go back to the system. Twelve pictures of 144 million pixels, 16
# threads: 7.1 GB before.
Image.core.set_block_size(64 * 1024**2)

# Broken metadata is no news to a person, and `warnings.catch_warnings` is not for use in threads.
warnings.filterwarnings("ignore", module=r"PIL\.|pillow_heif")

# The same for its log records, which Python prints where nobody has set up a log.
logging.getLogger("PIL").addHandler(logging.NullHandler())

# libtiff itself writes every error to stderr. Pillow raises those and silences only the warnings. The function is
# looked up in the libraries that Pillow brought along; where it is built in and hidden (Windows) the noise stays.
with contextlib.suppress(OSError, AttributeError):
    ctypes.CDLL(_imaging.__file__).TIFFSetErrorHandler(None)


class _AnswersPerThread(threading.local):
    is_tolerant = False

    def __bool__(self) -> bool:
        return self.is_tolerant


# Pillow asks this global only for its truth. True for one damaged picture would hide the damage of all pictures that
# other threads decode at that moment, so an object stands there that answers for the thread that asks.
_tolerance = _AnswersPerThread()
ImageFile.LOAD_TRUNCATED_IMAGES = _tolerance  # pyright: ignore[reportAttributeAccessIssue]


@contextlib.contextmanager
def tolerant() -> Iterator[None]:
    """Until the block ends, and in this thread only, Pillow reads what it can of a damaged picture."""
    _tolerance.is_tolerant = True
    try:
        yield
    finally:
        _tolerance.is_tolerant = False
