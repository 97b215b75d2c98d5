"""Files that hold more than the picture that is taken of them."""

import contextlib
from collections.abc import Callable

from PIL import GifImagePlugin, ImageFile, TiffImagePlugin

from vgg_desktop.core.sentence import Sentence

_SUBFILE_TYPE = 254
_MOST_PAGES = 1000


def frames_note(image: ImageFile.ImageFile, opened_again: Callable[[], ImageFile.ImageFile]) -> Sentence | None:
    """What else there is beside the first page or frame of an opened picture; None for nothing.

    A JPEG's further pictures are a telephone's previews and depth maps, and nobody misses them.
    """
    # Looking further moves the place that a file is read from, and a broken one must not cost the first picture.
    with contextlib.suppress(Exception):
        if isinstance(image, TiffImagePlugin.TiffImageFile):
            with opened_again() as other:
                return _pages_note(_page_count(other))
        if isinstance(image, GifImagePlugin.GifImageFile):
            with opened_again() as other:
                return _ANIMATION if getattr(other, "is_animated", False) else None
        if image.format in ("PNG", "WEBP", "AVIF"):
            return _ANIMATION if getattr(image, "is_animated", False) else None
    return None


_ANIMATION = Sentence("The file is an animation; its first frame was taken.")


def _pages_note(count: int) -> Sentence | None:
    return Sentence("The file has {count:,} pages; the first was taken.", count=count) if count > 1 else None


def _page_count(image: ImageFile.ImageFile) -> int:
    """Of a TIFF: not the smaller copies that some programs keep beside a page (bit 0 of NewSubfileType)."""
    count = 0
    for page in range(_MOST_PAGES):
        try:
            image.seek(page)
        except EOFError:
            break
        count += page == 0 or not int(image.tag_v2.get(_SUBFILE_TYPE, 0)) & 1  # type: ignore[attr-defined]
    return count
