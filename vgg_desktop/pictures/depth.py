"""Pictures of more than 8 bits a channel, brought to 256 levels.

What is black and what is white among their values is what the file says. Where it says nothing, it is what the training
data's own values were (`Depth`); where there were none, the picture's own values decide, and a note says so.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from PIL import Image, ImageFile

from vgg_desktop.core.model.model_info import Depth, Span
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.pictures.stated_depth import SIGNED, UNSIGNED, Stated, is_negative, sample_format

Kind = Literal["integers", "floats"]

_SIXTEEN_BITS = 65535
# 8, 10, 12, 14 and 16 bits: what cameras and scanners give.
_CUSTOMARY_WHITES = (255, 1023, 4095, 16383, _SIXTEEN_BITS)
_CUSTOMARY_FLOAT_WHITES = (1, 255)
_FULL: tuple[Span, ...] = ((0, _SIXTEEN_BITS), (0.0, 1.0), (-128, 127))
# Below this the high bytes of 16-bit colours have lost what is to be seen.
_FEW_HIGH_LEVELS = 64
# A picture of fewer different values may be a multiple of 16 throughout by chance.
_MANY_VALUES = 32
_BY_ITSELF = (
    "The file does not say which values are black and white: {low:,.6g} and {high:,.6g} were taken, "
    "by the picture's own values."
)
_AS_TRAINED = (
    "The file does not say which values are black and white: {low:,.6g} and {high:,.6g} were taken, "
    "as in the training data."
)
_LOW_BYTES = {"B": "L", "L": "B", "N": "B" if sys.byteorder == "little" else "L"}
_GREY_WITH_ALPHA = "LA;16B"
_AT_ONCE = 1 << 20
_ROWS_AT_ONCE = 64


class Values(NamedTuple):
    """The lowest and highest value of a picture, or of many, that do not say which are black and white."""

    kind: Kind
    low: float
    high: float

    @property
    def customary_span(self) -> Span:
        """Black and white by these values alone: the smallest customary range from 0 that holds them, else they."""
        whites = _CUSTOMARY_WHITES if self.kind == "integers" else _CUSTOMARY_FLOAT_WHITES
        white = next((white for white in whites if self.low >= 0 and self.high <= white), None)
        return (self.low, self.high) if white is None else (0, white)


RowReader = Callable[[int, int], np.ndarray]
"""Gives the rows from the first position up to the second."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """A picture of 8 bits a channel. `unstated` are the values of one that does not say what is white among them."""

    image: Image.Image
    note: str = ""
    unstated: Values | None = None


def is_deep_colour(image: ImageFile.ImageFile) -> bool:
    """Whether an opened picture has 16-bit colours, of which Pillow loads the high bytes alone."""
    return bool(image.tile) and all(map(_has_two_bytes, map(_rawmode, image.tile)))


def load_low_bytes(image: ImageFile.ImageFile) -> RowReader:
    """Of an opened picture of 16-bit colours, what `load` leaves behind: rows of it, uint8 (rows, W, channels)."""
    is_grey = _rawmode(image.tile[0]) == _GREY_WITH_ALPHA
    image.tile = [_for_low_bytes(tile) for tile in image.tile]
    image.load()
    # Unpacked as four bytes: grey's high and low, then alpha's.
    return lambda top, bottom: _rows(image, top, bottom)[..., [1, 1, 1, 3] if is_grey else slice(None)]


def grey_to_eight_bits(image: Image.Image, stated: Stated | None, depth: Depth) -> Levelled:
    """A loaded picture with one deep channel as mode L (LA where one grey is transparent); any other unchanged."""
    values = _channel(image)
    if values is None:
        return Levelled(image)
    found = Values("floats" if values.dtype.kind == "f" else "integers", float(values.min()), float(values.max()))
    span, note, unstated = _span(found, stated, depth, lambda: values)
    levels = _scaled(values, span)
    if is_negative(image):
        levels = 255 - levels
    grey = Image.fromarray(levels)
    transparent = image.info.get("transparency")
    if isinstance(transparent, int):
        mask = np.where(values == transparent, 0, 255).astype(np.uint8)
        grey = Image.merge("LA", (grey, Image.fromarray(mask)))
    return Levelled(_with_profile(grey, image), note, unstated)


def colour_to_eight_bits(
    image: Image.Image, low_bytes: Callable[[], RowReader], stated: Stated | None, depth: Depth
) -> Levelled:
    """A picture of 16-bit colours, loaded as their high bytes; the low ones are loaded where they can be seen."""
    bands = image.getextrema()
    has_alpha = image.mode == "RGBA"
    high = max(int(band[1]) for band in (bands[:-1] if has_alpha else bands))  # type: ignore[index]
    is_dark = high < _FEW_HIGH_LEVELS
    if not (is_dark or (stated and stated.span != _FULL[0]) or depth.integers not in (None, _FULL[0])):
        return Levelled(image, "", None if stated else Values("integers", 0, _SIXTEEN_BITS))
    low = low_bytes()

    def values(top: int, bottom: int) -> np.ndarray:
        return _rows(image, top, bottom).astype(np.uint16) << 8 | low(top, bottom)

    colour_count = len(bands) - has_alpha
    counts = np.zeros(_SIXTEEN_BITS + 1, np.int64)
    for top, bottom in _parts(image.height):
        counts += np.bincount(values(top, bottom)[..., :colour_count].ravel(), minlength=len(counts))
    distinct = np.flatnonzero(counts)
    found = Values("integers", float(distinct[0]), float(distinct[-1]))
    span, note, unstated = _span(found, stated, depth, lambda: distinct)
    table = _levels(np.arange(_SIXTEEN_BITS + 1), span)
    levels = np.empty((image.height, image.width, len(bands)), np.uint8)
    for top, bottom in _parts(image.height):
        levels[top:bottom] = table[values(top, bottom)]
        if has_alpha and int(bands[-1][1]) >= _FEW_HIGH_LEVELS:  # type: ignore[index]
            levels[top:bottom, :, 3] = _rows(image, top, bottom)[..., 3]
    return Levelled(_with_profile(Image.fromarray(levels, image.mode), image), note, unstated)


def _rows(image: Image.Image, top: int, bottom: int) -> np.ndarray:
    return np.asarray(image.crop((0, top, image.width, bottom)))


def _parts(height: int) -> Iterator[tuple[int, int]]:
    """RowReader at a time: an array of a whole picture of 200 million pixels would take gigabytes."""
    return ((top, min(top + _ROWS_AT_ONCE, height)) for top in range(0, height, _ROWS_AT_ONCE))


def _channel(image: Image.Image) -> np.ndarray | None:
    """The numbers of a picture's only channel, where they are no 8-bit levels already."""
    if image.mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16)
    if image.mode == "I":
        values = np.asarray(image)
        is_wide = sample_format(image) == UNSIGNED and int(values.min()) < 0
        return values.view(np.uint32) if is_wide else values
    if image.mode == "F":
        return _finite(np.asarray(image))
    if image.mode == "L" and sample_format(image) == SIGNED:
        return np.asarray(image).view(np.int8)
    return None


def _rawmode(tile: ImageFile._Tile) -> str:
    rawmode = tile.args[0] if isinstance(tile.args, tuple) else tile.args
    return rawmode if isinstance(rawmode, str) else ""


def _has_two_bytes(rawmode: str) -> bool:
    # Premultiplied colours ("RGBa") are divided while they are unpacked, and have no low bytes of their own.
    return rawmode.endswith((";16B", ";16L", ";16N")) and not rawmode.startswith(("I;", "RGBa"))


def _for_low_bytes(tile: ImageFile._Tile) -> ImageFile._Tile:
    rawmode = _rawmode(tile)
    other = "RGBA" if rawmode == _GREY_WITH_ALPHA else rawmode[:-1] + _LOW_BYTES[rawmode[-1]]
    return tile._replace(args=(other, *tile.args[1:]) if isinstance(tile.args, tuple) else other)


def _span(
    found: Values, stated: Stated | None, depth: Depth, values: Callable[[], np.ndarray]
) -> tuple[Span, str, Values | None]:
    """Black and white, what to say about them, and the values where the file does not name them."""
    if stated and stated.span[0] <= found.low and found.high <= stated.span[1] and not _is_widened(stated, values):
        return stated.span, "", None
    if stated and stated.may_be_widened:
        return _FULL[0], "", None
    from_training = depth.integers if found.kind == "integers" else depth.floats
    if from_training:
        return from_training, "" if from_training in _FULL else _said(_AS_TRAINED, from_training), found
    span = (-128.0, 127.0) if values().dtype == np.int8 and found.low < 0 else found.customary_span
    is_sure = span in _FULL or found.high == found.low == 0
    return span, "" if is_sure else _said(_BY_ITSELF, span), found


def _is_widened(stated: Stated, values: Callable[[], np.ndarray]) -> bool:
    """Whether values that would fit unwidened are dark ones that were widened: multiples of a power of two."""
    if not stated.may_be_widened or stated.span == _FULL[0]:
        return False
    step = (_SIXTEEN_BITS + 1) // int(stated.span[1] + 1)
    return not (values() % step).any() and len(np.unique(values())) >= _MANY_VALUES


def _said(template: str, span: Span) -> Sentence:
    return Sentence(template, low=span[0], high=span[1])


def _scaled(values: np.ndarray, span: Span) -> np.ndarray:
    """uint8 levels, 0 at black and 255 at white and beyond."""
    if values.dtype == np.uint16:
        return _levels(np.arange(_SIXTEEN_BITS + 1), span)[values]
    # In parts: float64, because the span of 32-bit numbers can overflow their own type, takes eight times the picture.
    levels, flat = np.empty(values.shape, np.uint8), values.reshape(-1)
    for first in range(0, flat.size, _AT_ONCE):
        levels.reshape(-1)[first : first + _AT_ONCE] = _levels(flat[first : first + _AT_ONCE], span)
    return levels


def _levels(values: np.ndarray, span: Span) -> np.ndarray:
    low, high = span
    scaled = (values.astype(np.float64) - low) * 255 / ((high - low) or 1)
    return np.rint(scaled).clip(0, 255).astype(np.uint8)


def _finite(values: np.ndarray) -> np.ndarray:
    """`values` with NaN made dark and infinities made the extremes of the rest."""
    known = values[np.isfinite(values)]
    if known.size == values.size:
        return values
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
    return np.nan_to_num(values, nan=low, posinf=high, neginf=low)


def _with_profile(made: Image.Image, source: Image.Image) -> Image.Image:
    if "icc_profile" in source.info:
        made.info["icc_profile"] = source.info["icc_profile"]
    return made
