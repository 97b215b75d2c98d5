"""How much of a damaged picture could be read."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageChops, ImageFile

# What JPEG decoders leave where they know nothing, as raw levels: the middle grey.
_GREYS = ({127}, {128})
_MUCH = 0.1


def share_read(image: Image.Image, rgb: Image.Image, opened: Callable[[], ImageFile.ImageFile]) -> float:
    """The share of the rows of a loaded picture, and of the same as mode RGB, in which something was decoded.

    `opened` opens it again, ready to load. What was decoded comes out the same whatever lay in memory before, be it the
    colour that decoders leave or any other.
    """
    if image.format == "GIF" and "transparency" in image.info:
        # Pillow lays it on its transparent colour.
        return _share_above_fill(image, rgb, ({image.info["transparency"]},))
    decoded = _rows_decoded(opened)
    if image.format in ("JPEG", "MPO") and decoded < _MUCH:
        # Progressive ones are drawn at the very end.
        return _share_above_fill(image, rgb, _GREYS)
    return decoded


def _rows_decoded(opened: Callable[[], ImageFile.ImageFile]) -> float:
    on_black, on_another = _loaded_over(opened, 0), _loaded_over(opened, 1)
    return float((on_black == on_another).reshape(len(on_black), -1).any(1).mean())


def _loaded_over(opened: Callable[[], ImageFile.ImageFile], level: int) -> np.ndarray:
    """What loading makes of an image of one level."""
    with opened() as image:
        if image.format in ("JPEG", "MPO"):
            # Pillow pretends that a cut one ends; then grey is drawn to the end. Told that it has, it stops instead.
            image._ended = True  # type: ignore[attr-defined]
        bands = len(image.getbands())
        image.im = Image.new(image.mode, image.size, level if bands == 1 else (level,) * bands).im
        image.load()
        return np.array(image)


def _share_above_fill(image: Image.Image, rgb: Image.Image, fills: tuple[set[int], ...]) -> float:
    """The share of the height without the last rows, if all of them have a colour that may be no picture."""
    last = image.getpixel((image.width - 1, image.height - 1))
    if (set(last) if isinstance(last, tuple) else {last}) not in fills:
        return 1.0
    blank = Image.new("RGB", rgb.size, rgb.getpixel((rgb.width - 1, rgb.height - 1)))
    decoded = ImageChops.difference(rgb, blank).getbbox()
    return decoded[3] / rgb.height if decoded else 0.0
