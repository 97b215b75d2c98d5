"""From values to pixels and back, linear or logarithmic, and the round values worth a grid line."""

import itertools
import math
from dataclasses import dataclass

import numpy as np

from vgg_desktop.core.run.series import Floats

# Just within what a float holds.
_MOST_POWER = 300.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Values `low`..`high` (low < high; above 0 where `is_log`) on pixels `start_px`..`end_px`, in either direction."""

    low: float
    high: float
    start_px: float
    end_px: float
    is_log: bool = False

    def pixels(self, values: Floats) -> Floats:
        """Where values lie; below 0 on a logarithmic axis they lie at its lower end."""
        low, high, shown = self.low, self.high, values
        if self.is_log:
            low, high = math.log10(low), math.log10(high)
            shown = np.log10(np.maximum(values, self.low))
        return self.start_px + (shown - low) * ((self.end_px - self.start_px) / (high - low))

    def pixel(self, value: float) -> float:
        return float(self.pixels(np.array([value]))[0])

    def value(self, pixel: float) -> float:
        """The value at a pixel, also beyond the ends."""
        share = (pixel - self.start_px) / (self.end_px - self.start_px)
        if self.is_log:
            power = math.log10(self.low) + share * math.log10(self.high / self.low)
            return 10 ** min(max(power, -_MOST_POWER), _MOST_POWER)
        return self.low + share * (self.high - self.low)

    def ticks(self, most: int) -> list[float]:
        """At most about `most` round values within the axis."""
        if self.is_log and self.high / self.low > 5:
            return _log_ticks(self.low, self.high, most)
        # A small plot has room for few; one alone would not say what the scale is.
        tries = (_linear_ticks(self.low, self.high, count) for count in range(most, most + 4))
        return next((ticks for ticks in tries if len(ticks) > 1), [])


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that divides `span` into at most `most` parts."""
    least = span / max(most, 1)
    power = 10 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= least * (1 - 1e-9))


def widened(low: float, high: float, *, is_log: bool = False) -> tuple[float, float]:
    """A range with some air, never empty: from lowest and highest value to the ends of an axis."""
    if is_log:
        low = max(low, 1e-9)
        high = max(high, low * 1.1)
        return low / (high / low) ** 0.06, high * (high / low) ** 0.06
    if high - low < 1e-12:
        low, high = low - max(abs(low), 1) * 0.1, high + max(abs(high), 1) * 0.1
    air = 0.06 * (high - low)
    return (0.0 if 0 <= low < 0.35 * high else low - air), high + air


def tick_text(value: float, ticks: list[float], *, is_percent: bool = False) -> str:
    """The value with as many digits as its neighbours need."""
    if is_percent:
        return f"{_trimmed(100 * value, [100 * tick for tick in ticks])} %"
    if value and (abs(value) < 1e-3 or abs(value) >= 1e5):
        return f"{value:.0e}".replace("e-0", "e-").replace("e+0", "e")
    return _trimmed(value, ticks)


def _trimmed(value: float, ticks: list[float]) -> str:
    steps = [abs(b - a) for a, b in itertools.pairwise(ticks)]
    step = min(steps, default=abs(value) or 1)
    digits = max(0, min(6, -math.floor(math.log10(step) + 1e-9))) if step > 0 else 0
    needs_one_more = step > 0 and abs(step * 10**digits - round(step * 10**digits)) > 1e-6
    return f"{value:.{digits + needs_one_more}f}"


def _linear_ticks(low: float, high: float, most: int) -> list[float]:
    step = round_step(high - low, most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def _log_ticks(low: float, high: float, most: int) -> list[float]:
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for factors in ((1, 2, 5), (1, 3), (1,)):
        ticks = [factor * 10.0**decade for decade in decades for factor in factors]
        ticks = [tick for tick in ticks if low <= tick <= high]
        if len(ticks) <= most:
            return ticks
    return ticks[:: -(-len(ticks) // most)]
