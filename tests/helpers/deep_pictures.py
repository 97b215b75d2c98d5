"""Files of more than 8 bits a channel, written number by number: Pillow writes few of them."""

import struct
import zlib

import numpy as np

_KINDS = {"u": 1, "i": 2, "f": 3}
_TYPES = {int: (3, "H"), float: (11, "f")}


def deep_png(values: np.ndarray, significant_bits: int | None = None) -> bytes:
    """A 16-bit PNG of uint16 (H, W) or (H, W, 2 to 4 channels), with an sBIT chunk where asked."""
    channels = 1 if values.ndim == 2 else values.shape[2]
    colour_type = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    header = struct.pack(">IIBBBBB", values.shape[1], values.shape[0], 16, colour_type, 0, 0, 0)
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    chunks = [(b"IHDR", header)]
    if significant_bits is not None:
        chunks.append((b"sBIT", bytes([significant_bits]) * channels))
    chunks += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def deep_tiff(
    values: np.ndarray,
    *,
    order: str = "<",
    white_is_zero: bool = False,
    tags: dict[int, float] | None = None,
    deflated: bool = False,
    pages: int = 1,
) -> bytes:
    """A TIFF of any numbers, (H, W) or (H, W, 3); `tags` are written as SHORT or FLOAT, by their Python type."""
    channels = 1 if values.ndim == 2 else values.shape[2]
    data = values.astype(values.dtype.newbyteorder(order)).tobytes()
    data = zlib.compress(data) if deflated else data
    entries: dict[int, tuple[int, str, tuple[float, ...]]] = {
        256: (3, "H", (values.shape[1],)),
        257: (3, "H", (values.shape[0],)),
        258: (3, "H", (values.dtype.itemsize * 8,) * channels),
        259: (3, "H", (8 if deflated else 1,)),
        262: (3, "H", (2 if channels == 3 else int(not white_is_zero),)),
        273: (4, "I", (8,)),
        277: (3, "H", (channels,)),
        278: (3, "H", (values.shape[0],)),
        279: (4, "I", (len(data),)),
        339: (3, "H", (_KINDS[values.dtype.kind],) * channels),
    }
    for tag, value in (tags or {}).items():
        entries[tag] = (*_TYPES[type(value)], (value,))
    data += bytes(len(data) % 2)
    file = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8 + len(data)) + data
    for page in range(pages):
        file += _directory(entries, order, len(file), is_last=page == pages - 1)
    return file


def _directory(
    entries: dict[int, tuple[int, str, tuple[float, ...]]], order: str, start: int, *, is_last: bool
) -> bytes:
    extra_start = start + 2 + 12 * len(entries) + 4
    table, extra = struct.pack(f"{order}H", len(entries)), b""
    for tag, (kind, code, numbers) in sorted(entries.items()):
        packed = struct.pack(f"{order}{len(numbers)}{code}", *numbers)
        if len(packed) > 4:
            packed, extra = struct.pack(f"{order}I", extra_start + len(extra)), extra + packed
        table += struct.pack(f"{order}HHI", tag, kind, len(numbers)) + packed.ljust(4, b"\0")
    extra += bytes(len(extra) % 2)
    return table + struct.pack(f"{order}I", 0 if is_last else extra_start + len(extra)) + extra
