"""Lossless JPEGs, as scanners in hospitals write them; Pillow reads them and writes none."""

import struct

import numpy as np

_CATEGORIES = range(9)


def lossless_jpeg(levels: np.ndarray) -> bytes:
    """A grey picture, uint8 (H, W). Source: ITU-T T.81, annex H, with the predictor "what stands to the left"."""
    height, width = levels.shape
    values = levels.astype(int)
    predicted = np.roll(values, 1, axis=1)
    predicted[1:, 0] = values[:-1, 0]
    predicted[0, 0] = 128
    bits = "".join(map(_coded, (values - predicted).ravel().tolist()))
    bits += "1" * (-len(bits) % 8)
    scan = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    table = bytes((0, 0, 0, 0, len(_CATEGORIES), *[0] * 12, *_CATEGORIES))
    frame = struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0)
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xC3, frame),
            _segment(0xC4, table),
            _segment(0xDA, bytes((1, 1, 0, 1, 0, 0))),
            scan,
            b"\xff\xd9",
        )
    )


def _coded(difference: int) -> str:
    """The category in four bits, then the difference in as many bits as the category says."""
    category = abs(difference).bit_length()
    extra = difference if difference > 0 else difference + (1 << category) - 1
    return f"{category:04b}" + (f"{extra:0{category}b}" if category else "")


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
