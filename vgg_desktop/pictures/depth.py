"""Pictures with one channel of 16 or 32 bits, brought to 256 levels of grey."""

import numpy as np
from PIL import Image

_SIXTEEN_BITS = 65535


def to_eight_bits(image: Image.Image) -> Image.Image:
    """A loaded picture of mode I;16, I or F as mode L (LA where one grey is transparent); any other unchanged.

    16-bit integers are scaled by their full range. Wider numbers do not say what white is: the smallest customary range
    that holds them all (1.0 for floats, then 255, then 65535) is taken, else the picture's own darkest and brightest.
    """
    if image.mode.startswith("I;16"):
        levels = _scaled(np.asarray(image).astype(np.float32), 0, _SIXTEEN_BITS)
    elif image.mode == "I":
        levels = _by_range(np.asarray(image), (255, _SIXTEEN_BITS))
    elif image.mode == "F":
        levels = _by_range(_finite(np.asarray(image)), (1, 255, _SIXTEEN_BITS))
    else:
        return image
    grey = Image.fromarray(levels)
    transparent = image.info.get("transparency")
    if isinstance(transparent, int):
        mask = np.where(np.asarray(image) == transparent, 0, 255).astype(np.uint8)
        grey = Image.merge("LA", (grey, Image.fromarray(mask)))
    return grey


def _by_range(values: np.ndarray, customary: tuple[int, ...]) -> np.ndarray:
    low, high = float(values.min()), float(values.max())
    white = next((white for white in customary if low >= 0 and high <= white), None)
    if white is not None:
        return _scaled(values.astype(np.float32), 0, white)
    # float64: the span of 32-bit numbers can overflow their own type.
    return _scaled(values.astype(np.float64), low, high)


def _scaled(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """uint8 levels, 0 at `low` and 255 at `high`; overwrites `values`."""
    values -= low
    values *= 255
    values /= (high - low) or 1
    return np.rint(values, out=values).astype(np.uint8)


def _finite(values: np.ndarray) -> np.ndarray:
    """`values` with NaN made dark and infinities made the extremes of the rest."""
    known = values[np.isfinite(values)]
    if known.size == values.size:
        return values
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
    return np.nan_to_num(values, nan=low, posinf=high, neginf=low)
