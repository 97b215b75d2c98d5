"""Pictures of the PNM family that Pillow decodes a value at a time, made into ones that it decodes at once.

Its own decoder for the plain (text) kinds, and for those with an unusual brightest value, needs 1 to 2 s for a million
pixels; this way it is 0.2 s and 0.04 s.
"""

import re
from typing import Any

import numpy as np
from PIL import Image, ImageFile

_PLAIN = re.compile(rb"P([123])[\s#]")
_COMMENT = re.compile(rb"#[^\r\n]*")
_WHITESPACE = b" \t\n\v\f\r"
_DIGITS = b"0123456789"
_CHUNK_BYTES = 4 * 1024**2
_MOST_DIGITS = 9
_SIXTEEN_BITS = {"L": "I;16B", "RGB": "RGB;16B"}


def as_binary(data: bytes, most_pixels: int) -> bytes:
    """A plain PNM as the binary kind of the same picture; anything else, and whatever makes no sense, as it is.

    Values up to the first that is none are kept, so that of a damaged file the upper part can be shown.
    """
    if not _PLAIN.match(data):
        return data
    kind = int(data[1:2])
    count = 2 if kind == 1 else 3
    fields = _COMMENT.sub(b"", data).split(None, count + 1)
    if len(fields) <= count or not all(text.isdigit() and len(text) <= _MOST_DIGITS for text in fields[1 : count + 1]):
        return data
    width, height, *brightest = map(int, fields[1 : count + 1])
    white = brightest[0] if brightest else 1
    if not 0 < width * height <= most_pixels or not 0 < white < 1 << 16:
        return data
    values = fields[count + 1] if len(fields) > count + 1 else b""
    head = b"P%d %d %d%s\n" % (kind + 3, width, height, b"" if kind == 1 else b" %d" % white)
    return head + (_bits(values, width, height) if kind == 1 else _levels(values, white))


def decode_at_once(image: ImageFile.ImageFile) -> int | None:
    """Let an opened binary PNM be decoded to the values that stand in it; what is white among them, if it says so."""
    if image.format != "PPM" or image.mode in ("1", "F"):
        return None
    (tile,) = image.tile
    if tile.codec_name != "ppm":
        return 65535 if tile.args == "I;16B" else None
    args: Any = tile.args
    rawmode, white = args
    image.tile = [tile._replace(codec_name="raw", args=rawmode if white < 256 else _SIXTEEN_BITS[rawmode])]
    return white


def on_full_scale(image: Image.Image, white: int) -> Image.Image:
    """8-bit levels of which `white` is the brightest, on the scale to 255."""
    table = [round(min(level, white) * 255 / white) for level in range(256)]
    return image.point(table * len(image.getbands()))


def _levels(text: bytes, white: int) -> bytes:
    kept: list[bytes] = []
    position = 0
    while position < len(text):
        end = _end_of_chunk(text, position)
        chunk = text[position:end]
        stranger = chunk.translate(None, _DIGITS + _WHITESPACE)
        if stranger:
            chunk = chunk[: chunk.index(stranger[:1])]
        values = np.fromstring(chunk.decode("ascii"), dtype=np.int64, sep=" ")
        kept.append(values.clip(0, white).astype(np.uint8 if white < 256 else ">u2").tobytes())
        if stranger:
            break
        position = end
    return b"".join(kept)


def _end_of_chunk(text: bytes, position: int) -> int:
    """Behind a whole number."""
    end = position + _CHUNK_BYTES
    while end < len(text) and text[end] not in _WHITESPACE:
        end += 1
    return end


def _bits(text: bytes, width: int, height: int) -> bytes:
    """Source: the pbm specification: digits need no whitespace between them; packed rows begin with a new byte."""
    digits = text.translate(None, _WHITESPACE)[: width * height]
    stranger = digits.translate(None, b"01")
    if stranger:
        digits = digits[: digits.index(stranger[:1])]
    whole_rows = len(digits) // width
    rows = np.frombuffer(digits, np.uint8, count=whole_rows * width).reshape(whole_rows, width) - ord("0")
    return np.packbits(rows, axis=1).tobytes()
