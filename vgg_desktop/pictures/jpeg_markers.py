"""What the markers of a JPEG tell before it is decoded: whether it would take hours, and whether it can be shrunk."""

import re
from collections.abc import Iterator

# Encoders write at most a few dozen. Every pass costs as much as decoding the picture once.
# Source: libjpeg-turbo's own advice on this attack ("Two Issues with the JPEG Standard", 2015).
_MOST_SCANS = 100
_START = b"\xff\xd8"
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
# Source: ITU-T T.81, table B.1: frames without the cosine transform, of which no smaller picture can be taken.
_LOSSLESS_FRAMES = frozenset((0xC3, 0xC7, 0xCB, 0xCF))
# Within the coded data 0xFF is followed by 0x00 or a restart marker (0xD0 to 0xD7); 0x01 is a marker without a length.
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\x01\xd0-\xd7\xff])")


def has_too_many_scans(data: bytes) -> bool:
    """Whether the first picture in a JPEG file is drawn over and over, in more passes than any encoder writes."""
    # Quick, but not sure: behind the picture telephones put videos, and there such bytes mean nothing.
    suspicious = data.startswith(_START) and data.count(b"\xff\xda") > _MOST_SCANS
    return suspicious and _scan_count(data) > _MOST_SCANS


def is_lossless(data: bytes) -> bool:
    """Whether the first picture in a JPEG file is a lossless one."""
    for marker in _markers(data):
        if marker in _LOSSLESS_FRAMES:
            return True
        if marker == _START_OF_SCAN:
            break
    return False


def _scan_count(data: bytes) -> int:
    count = 0
    for marker in _markers(data):
        count += marker == _START_OF_SCAN
        if count > _MOST_SCANS:
            break
    return count


def _markers(data: bytes) -> Iterator[int]:
    """Those of the first picture. Source: ITU-T T.81, B.1.1.4: each segment starts with its length in two bytes."""
    position = len(_START)
    while found := _NEXT_MARKER.search(data, position):
        marker = found.group(1)[0]
        if marker == _END_OF_IMAGE:
            break
        yield marker
        length = int.from_bytes(data[found.end() : found.end() + 2], "big")
        position = found.end() + max(length, 2)
