"""Which pictures are the same, and which nearly: by their pixels, without comparing every two.

    look = look_of(picture.pixels)          # 256 bits, None for a picture of hardly anything
    groups = near_groups([look, ...])       # positions of pictures that are nearly the same
    matches = nearest(looks, of_others)     # for each the position of the most similar other, if it is near

What moves few bits: saving again with less quality, another size, a little more light or contrast.
What moves more than `NEAR_BITS`: a mirror image, and a crop of 2 % on each side.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

NEAR_BITS = 23
"""Of 256. Measured on 2,100 pictures of flowers, monkeys and clothes: of pictures saved again as JPEG of quality 30, at
half their size, at 64 px or a fifth brighter 99 % stay within 22 bits; of different ones 99 % are 68 or more apart."""

_Look = bytes | None
LOOK_BYTES = 32
_GRID_PX = 32
_KEPT = 16
# Below this contrast (standard deviation, in levels) the bits are those of the noise.
_LEAST_CONTRAST = 1.5
# Each two within NEAR_BITS agree in one of so many parts but for at most one bit.
_PARTS = (NEAR_BITS + 1) // 2
_COMPARED_AT_ONCE = 1 << 20
_UNITED_AT_ONCE = 4096
_POSITION_BITS = 40
_FAR = np.iinfo(np.int64).max


def pixel_hash(pixels: np.ndarray) -> bytes:
    """8 bytes that are equal for equal pixels, uint8 (H, W, 3), and practically never else."""
    digest = hashlib.blake2b(f"{pixels.shape}".encode(), digest_size=8)
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.digest()


def look_of(pixels: np.ndarray) -> _Look:
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


def near_groups(looks: Sequence[_Look]) -> list[list[int]]:
    """Positions of the pictures that have a near one: of one group where one leads to the other, over others if need
    be. Pictures without a look are like none.
    """
    rows, members = _unique(looks)
    group_of = np.arange(len(rows))
    for first, second, _ in _near_rows(rows):
        _unite(group_of, first, second)
    groups: dict[int, list[int]] = defaultdict(list)
    for row, positions in enumerate(members):
        groups[_root(group_of, row)] += positions
    return sorted(sorted(group) for group in groups.values() if len(group) > 1)


def nearest(looks: Sequence[_Look], others: Sequence[_Look]) -> list[int | None]:
    """For each look the position of the nearest of `others` within NEAR_BITS, the first of several; None for none."""
    rows, members = _unique([*looks, *others])
    mine = [[position for position in positions if position < len(looks)] for positions in members]
    theirs = [[position - len(looks) for position in positions if position >= len(looks)] for positions in members]
    other = np.array([min(positions, default=-1) for positions in theirs], dtype=np.int64)
    # The fewest bits decide, then the position.
    best = np.where(other >= 0, other, _FAR)
    for first, second, bits in _near_rows(rows):
        for one, two in ((first, second), (second, first)):
            known = other[two] >= 0
            np.minimum.at(best, one[known], (bits[known].astype(np.int64) << _POSITION_BITS) | other[two[known]])
    found: list[int | None] = [None] * len(looks)
    for positions, nearest_one in zip(mine, best.tolist(), strict=True):
        for position in positions:
            found[position] = None if nearest_one == _FAR else nearest_one & ((1 << _POSITION_BITS) - 1)
    return found


def _cosines() -> np.ndarray:
    """The discrete cosine transform (type II) of 32 values, as a matrix."""
    k = np.arange(_GRID_PX)
    return np.cos(np.pi * (2 * k[None] + 1) * k[:, None] / (2 * _GRID_PX))


_COSINES = _cosines()


def _unique(looks: Sequence[_Look]) -> tuple[np.ndarray, list[list[int]]]:
    """The different looks, uint8 (N, 32), and the positions of each."""
    members: dict[bytes, list[int]] = defaultdict(list)
    for position, look in enumerate(looks):
        if look:
            members[look].append(position)
    return np.frombuffer(b"".join(members), np.uint8).reshape(-1, LOOK_BYTES), list(members.values())


def _near_rows(rows: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Positions of near rows, uint8 (N, 32), and by how many bits they differ; some pairs more than once."""
    words = rows.view(np.uint64)
    for first, second in _candidates(np.unpackbits(rows, axis=1)):
        bits = np.bitwise_count(words[first] ^ words[second]).sum(1)
        near = bits <= NEAR_BITS
        yield first[near], second[near], bits[near]


def _unite(group_of: np.ndarray, first: np.ndarray, second: np.ndarray) -> None:
    """Make one group of the groups of each two; pairs of one group already cost next to nothing."""
    for start in range(0, len(first), _UNITED_AT_ONCE):
        ones, others = first[start : start + _UNITED_AT_ONCE], second[start : start + _UNITED_AT_ONCE]
        apart = group_of[group_of[ones]] != group_of[group_of[others]]
        for one, other in zip(ones[apart].tolist(), others[apart].tolist(), strict=True):
            group_of[_root(group_of, one)] = _root(group_of, other)


def _root(group_of: np.ndarray, row: int) -> int:
    while group_of[row] != row:
        group_of[row] = group_of[group_of[row]]
        row = int(group_of[row])
    return row


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
