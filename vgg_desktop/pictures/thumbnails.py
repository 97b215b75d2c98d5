"""Pictures for the eye: as small as the screen needs them, and quickly."""

import threading
from collections import OrderedDict
from pathlib import Path

from PIL import Image

from vgg_desktop.core.display import display_name
from vgg_desktop.pictures import refusals
from vgg_desktop.pictures.decode import Picture, Reduction, decode_reduced
from vgg_desktop.pictures.limits import DEFAULT_LIMITS, Limits, Size

THUMBNAIL_PX = 128
_CACHE_BYTES = 32 * 1024**2

_Key = tuple[Path, int, int, int, int, int]


def preview(source: Path | bytes, longest_side_px: int, limits: Limits = DEFAULT_LIMITS) -> Picture:
    """The picture, made no larger than fits a square of that side; a smaller one stays as it is.

    Raises:
        AppError: there is no picture to be had, and why.
    """

    def fitted(image: Image.Image) -> Image.Image:
        size = fitted_size(image.size, longest_side_px)
        # The gap lets Pillow halve a large picture cheaply first; at 3 nobody sees the difference.
        return image if size == image.size else image.resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0)

    return decode_reduced(source, Reduction(lambda size: fitted_size(size, longest_side_px), fitted), limits)


def thumbnail(source: Path | bytes, longest_side_px: int = THUMBNAIL_PX) -> Picture:
    """A preview of the size that a filmstrip shows.

    Raises:
        AppError: there is no picture to be had, and why.
    """
    return preview(source, longest_side_px)


def fitted_size(size: Size, longest_side_px: int) -> Size:
    """Width and height of the same shape that fit a square; never larger than before, never less than one pixel."""
    scale = min(1.0, longest_side_px / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


class ThumbnailCache:
    """Keeps the thumbnails seen last, in memory; any thread may ask.

    A file that was changed is read again. The pictures are shared: do not write into their pixels.
    """

    def __init__(self, capacity_bytes: int = _CACHE_BYTES) -> None:
        self._capacity_bytes = capacity_bytes
        self._held_bytes = 0
        self._pictures: OrderedDict[_Key, Picture] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, path: Path, longest_side_px: int = THUMBNAIL_PX) -> Picture:
        """The thumbnail of that file.

        Raises:
            AppError: there is no picture to be had, and why.
        """
        key = _key(path, longest_side_px)
        picture = self._known(key)
        if picture is None:
            picture = thumbnail(path, longest_side_px)
            self._keep(key, picture)
        return picture

    def _known(self, key: _Key) -> Picture | None:
        with self._lock:
            picture = self._pictures.get(key)
            if picture is not None:
                self._pictures.move_to_end(key)
            return picture

    def _keep(self, key: _Key, picture: Picture) -> None:
        with self._lock:
            if key in self._pictures:
                return
            self._pictures[key] = picture
            self._held_bytes += picture.pixels.nbytes
            while self._held_bytes > self._capacity_bytes:
                _, oldest = self._pictures.popitem(last=False)
                self._held_bytes -= oldest.pixels.nbytes


def _key(path: Path, longest_side_px: int) -> _Key:
    try:
        status = path.stat()
    except OSError as error:
        raise refusals.cannot_open(display_name(path), error) from error
    return path, longest_side_px, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_size
