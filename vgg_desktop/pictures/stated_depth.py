"""What a file of more than 8 bits says about its black and white, and mends of what Pillow would misread there."""

import struct
import sys
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageFile, TiffImagePlugin

from vgg_desktop.core.model.model_info import Span

_SIXTEEN_BITS = 65535
# Source: TIFF revision 6.0, sections 8 and 19.
_BITS, _PHOTOMETRIC, _SAMPLE_FORMAT = 258, 262, 339
_LEAST, _GREATEST = (280, 340), (281, 341)
_WHITE_IS_ZERO = 0
UNSIGNED, SIGNED = 1, 2

_II, _MM = b"II", b"MM"
# Grey TIFFs that Pillow can unpack and has no entry for: big-endian negatives, 32-bit unsigned and 64-bit numbers.
TiffImagePlugin.OPEN_INFO.update(
    {
        (_MM, 0, (1,), 1, (16,), ()): ("I;16B", "I;16B"),
        (_II, 0, (2,), 1, (16,), ()): ("I", "I;16S"),
        (_MM, 0, (2,), 1, (16,), ()): ("I", "I;16BS"),
        **{(_II, photometric, (1,), 1, (32,), ()): ("I", "I;32N") for photometric in (0, 1)},
        **{(_MM, photometric, (1,), 1, (32,), ()): ("I", "I;32B") for photometric in (0, 1)},
        **{(_II, photometric, (3,), 1, (64,), ()): ("F", "F;64F") for photometric in (0, 1)},
        **{(_MM, photometric, (3,), 1, (64,), ()): ("F", "F;64BF") for photometric in (0, 1)},
    }
)
_NATIVE = {"F;32BF": "F;32NF", "F;64BF": "F;64NF", "I;32BS": "I;32NS", "I;32B": "I;32N", "I;16BS": "I;16NS"}


@dataclass(frozen=True, slots=True)
class Stated:
    """Black and white as a file names them.

    `may_be_widened` where writers differ: PNG's sBIT, by the letter, tells how many bits the values had before they
    were widened to 16; many leave them as they were.
    """

    span: Span
    may_be_widened: bool = False


def mend_tiff_tiles(image: ImageFile.ImageFile) -> None:
    """libtiff gives its numbers in the machine's own order; Pillow knows that of 16-bit ones without a sign alone."""
    if sys.byteorder == "little" and isinstance(image, TiffImagePlugin.TiffImageFile) and image.use_load_libtiff:
        image.tile = [
            tile._replace(args=(_NATIVE[tile.args[0]], *tile.args[1:]))
            if isinstance(tile.args, tuple) and tile.args[0] in _NATIVE
            else tile
            for tile in image.tile
        ]


def stated(image: Image.Image, data: bytes) -> Stated | None:
    """What the file says, of an opened picture; None where it says nothing."""
    match image.format:
        case "PNG":
            return _png(data)
        case "TIFF":
            return _tiff(image)
        case "JPEG2000":
            return _jpeg_2000(data)
    return None


def is_negative(image: Image.Image) -> bool:
    """Whether white is the lowest value, in a picture of more than 8 bits; Pillow itself turns those of 8."""
    return _tag(image, _PHOTOMETRIC) == _WHITE_IS_ZERO


def sample_format(image: Image.Image) -> int:
    """Of one channel: unsigned, signed or floating point."""
    return int(_tag(image, _SAMPLE_FORMAT) or UNSIGNED)


def _tiff(image: Image.Image) -> Stated | None:
    bits = int(_tag(image, _BITS) or 0)
    greatest = [value for tag in _GREATEST if (value := _tag(image, tag)) is not None]
    least = [value for tag in _LEAST if (value := _tag(image, tag)) is not None]
    if greatest:
        return Stated((min(least, default=0.0), max(greatest)))
    if 8 < bits < 16:
        return Stated((0, (1 << bits) - 1))
    return None


def _tag(image: Image.Image, tag: int) -> float | None:
    """The largest value of a tag that may have one for each channel."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return None
    value: Any = image.tag_v2.get(tag)
    values = value if isinstance(value, tuple) else (value,)
    try:
        return max(float(one) for one in values)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None


def _png(data: bytes) -> Stated | None:
    """Source: PNG specification (third edition), 11.3.2.2 (sBIT): one byte a channel."""
    position = 8
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        content = data[position + 8 : position + 8 + min(length, 4)]
        if kind == b"sBIT":
            colours = content if len(content) in (1, 3) else content[:-1]
            bits = max(colours, default=16)
            return Stated((0, (1 << bits) - 1), may_be_widened=True) if 8 < bits <= 16 else None
        if kind == b"IDAT":
            break
        position += 12 + length
    return None


def _jpeg_2000(data: bytes) -> Stated | None:
    """Pillow widens its values to 16 bits. Source: ITU-T T.800, A.5.1: Ssiz, 42 bytes into the code stream."""
    start = data.find(b"\xff\x4f\xff\x51")
    precision = (data[start + 42] & 0x7F) + 1 if 0 <= start < len(data) - 42 else 16
    return Stated((0, _SIXTEEN_BITS)) if precision < 16 else None
