"""Which pictures are the same, and which nearly: by their pixels, without comparing every two.

    look = look_of(picture.pixels)          # 256 bits, None for a picture of hardly anything
    pairs = near_pairs([look, ...])         # positions of each two that differ in at most NEAR_BITS of them

What moves few bits: saving again with less quality, another size, a little more light or contrast, a line of writing.
What moves more than `NEAR_BITS`: a mirror image, and a crop of more than 1 % on each side.
"""

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

NEAR_BITS = 27
"""Of 256. Measured on 2,100 pictures of flowers, monkeys and clothes: of pictures saved again as JPEG of quality 30, at
half their size, at 64 px or a fifth brighter 99 % stay within 22 bits; of different ones 99 % are 68 or more apart."""

LOOK_BYTES = 32
_GRID_PX = 32
_KEPT = 16
# Below this contrast (standard deviation, in levels) the bits are those of the noise.
_LEAST_CONTRAST = 1.5
# Each two within NEAR_BITS agree in one of so many parts but for at most one bit.
_PARTS = (NEAR_BITS + 1) // 2
_COMPARED_AT_ONCE = 1 << 20


def pixel_hash(pixels: np.ndarray) -> bytes:
    """8 bytes that are equal for equal pixels, uint8 (H, W, 3), and practically never else."""
    digest = hashlib.blake2b(f"{pixels.shape}".encode(), digest_size=8)
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.digest()


def look_of(pixels: np.ndarray) -> bytes | None:
    """The signs of a picture's 16 x 16 lowest frequencies against their median; None where there is nothing to see.

    `pixels` are uint8 (H, W, 3) of any size. Source: Zauner, "Implementation and Benchmarking of Perceptual Image Hash
    Functions" (2010), 3.2.1, with more frequencies than its 8 x 8.
    """
    grey = Image.fromarray(pixels).convert("L").resize((_GRID_PX, _GRID_PX), Image.Resampling.BOX)
    levels = np.asarray(grey, dtype=np.float64)
    if levels.std() < _LEAST_CONTRAST:
        return None
    frequencies = (_COSINES @ levels @ _COSINES.T)[:_KEPT, :_KEPT].ravel()
    return np.packbits(frequencies > np.median(frequencies[1:])).tobytes()


def near_pairs(looks: Sequence[bytes | None], most_bits: int = NEAR_BITS) -> list[tuple[int, int, int]]:
    """(first, second, differing bits) of each two positions whose looks differ in at most `most_bits`, in order.

    `most_bits` may not exceed NEAR_BITS. Pictures without a look are like none.
    """
    assert most_bits <= NEAR_BITS
    known = [position for position, look in enumerate(looks) if look is not None]
    rows = np.frombuffer(b"".join(looks[position] or b"" for position in known), np.uint8).reshape(-1, LOOK_BYTES)
    unique, group_of = np.unique(rows, axis=0, return_inverse=True)
    members = _members(known, group_of.reshape(-1))
    found = [(a, b, 0) for group in members for place, a in enumerate(group) for b in group[place + 1 :]]
    for one, other, bits in _near_rows(unique, most_bits):
        found += [(min(a, b), max(a, b), bits) for a in members[one] for b in members[other]]
    return sorted(found)


def _cosines() -> np.ndarray:
    """The discrete cosine transform (type II) of 32 values, as a matrix."""
    k = np.arange(_GRID_PX)
    return np.cos(np.pi * (2 * k[None] + 1) * k[:, None] / (2 * _GRID_PX))


_COSINES = _cosines()


def _members(known: list[int], group_of: np.ndarray) -> list[list[int]]:
    members: list[list[int]] = [[] for _ in range(int(group_of.max()) + 1)] if known else []
    for position, group in zip(known, group_of.tolist(), strict=True):
        members[group].append(position)
    return members


def _near_rows(rows: np.ndarray, most_bits: int) -> Iterator[tuple[int, int, int]]:
    """Pairs of different rows, uint8 (N, 32), each once: candidates by their parts, then by all their bits."""
    keys: set[int] = set()
    count = len(rows)
    words = rows.view(np.uint64)
    for first, second in _candidates(np.unpackbits(rows, axis=1)):
        bits = np.bitwise_count(words[first] ^ words[second]).sum(1)
        near = np.flatnonzero(bits <= most_bits)
        for a, b, difference in zip(first[near].tolist(), second[near].tolist(), bits[near].tolist(), strict=True):
            a, b = min(a, b), max(a, b)
            if a * count + b not in keys:
                keys.add(a * count + b)
                yield a, b, int(difference)


def _candidates(bits: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Positions of each two rows, uint8 (N, 256), that have a part in common but for one bit; some more than once."""
    for part in np.array_split(bits, _PARTS, axis=1):
        width = part.shape[1]
        values = part.astype(np.int32) @ (1 << np.arange(width, dtype=np.int32))
        order = np.argsort(values)
        counts = np.bincount(values, minlength=1 << width)
        starts = np.cumsum(counts) - counts
        yield from _met(np.arange(len(values)), values, order, starts, counts, is_same=True)
        for bit in range(width):
            lower = np.flatnonzero(~values & 1 << bit)
            yield from _met(lower, values[lower] | 1 << bit, order, starts, counts)


def _met(
    rows: np.ndarray,
    wanted: np.ndarray,
    order: np.ndarray,
    starts: np.ndarray,
    counts: np.ndarray,
    *,
    is_same: bool = False,
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Each of `rows` with all rows that have the value it wants, about a million pairs at a time.

    With `is_same` the rows want their own value: each pair is given once, and none of a row with itself.
    """
    lengths = counts[wanted]
    some = lengths > is_same
    rows, lengths, begins = rows[some], lengths[some], starts[wanted[some]]
    ends = np.cumsum(lengths)
    first = 0
    while first < len(rows):
        before = ends[first] - lengths[first]
        last = max(first + 1, int(np.searchsorted(ends, before + _COMPARED_AT_ONCE, "right")))
        part = slice(first, last)
        left = np.repeat(rows[part], lengths[part])
        within = np.arange(len(left)) - np.repeat(ends[part] - lengths[part] - before, lengths[part])
        right = order[np.repeat(begins[part], lengths[part]) + within]
        kept = left < right if is_same else slice(None)
        yield left[kept], right[kept]
        first = last
