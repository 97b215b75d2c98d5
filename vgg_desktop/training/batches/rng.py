"""Random numbers without a generator's state: each is a pure function of (seed, epoch, sample, view, number).

So a resumed run, another batch size, another device and any number of threads draw the same.
"""

import numpy as np

# Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014), the finaliser of SplitMix64.
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)

_ORDER_VIEW = 2**32
"""A view that no picture has: the order of an epoch must not follow the pictures' own draws."""


def uniforms(seed: int, epoch: int, samples: np.ndarray, count: int, view: int = 0) -> np.ndarray:
    """`count` numbers for each sample, float32 (N, count) in [0, 1)."""
    bits = _bits(seed, epoch, samples, view)
    numbers = _mixed(bits[:, None] + _GOLDEN * np.arange(1, count + 1, dtype=np.uint64)[None, :])
    return (numbers >> np.uint64(40)).astype(np.float32) * np.float32(2.0**-24)


def epoch_order(seed: int, epoch: int, count: int) -> np.ndarray:
    """The sample numbers 0..count-1 in the order in which that epoch shows them, int64."""
    return np.argsort(_bits(seed, epoch, np.arange(count), _ORDER_VIEW), kind="stable")


def _bits(seed: int, epoch: int, samples: np.ndarray, view: int) -> np.ndarray:
    start = np.zeros(1, dtype=np.uint64)
    for part in (seed, epoch, view):
        start = _mixed(start + _GOLDEN + np.uint64(part))
    return _mixed(start + _GOLDEN * (samples.astype(np.uint64) + np.uint64(1)))


def _mixed(bits: np.ndarray) -> np.ndarray:
    bits = (bits ^ (bits >> np.uint64(30))) * _FIRST
    bits = (bits ^ (bits >> np.uint64(27))) * _SECOND
    return bits ^ (bits >> np.uint64(31))
