"""A guard against JPEGs that are small and take hours: the same picture drawn over and over in thousands of passes."""

import re

# Encoders write at most a few dozen. Every pass costs as much as decoding the picture once.
# Source: libjpeg-turbo's own advice on this attack ("Two Issues with the JPEG Standard", 2015).
_MOST_SCANS = 100
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
# Within the coded data 0xFF is followed by 0x00 or a restart marker (0xD0 to 0xD7); 0x01 is a marker without a length.
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\x01\xd0-\xd7\xff])")


def has_too_many_scans(data: bytes) -> bool:
    """Whether the first picture in a JPEG file has more passes than any encoder writes."""
    # Quick, but not sure: behind the picture telephones put videos, and there such bytes mean nothing.
    suspicious = data.startswith(b"\xff\xd8") and data.count(b"\xff\xda") > _MOST_SCANS
    return suspicious and _scan_count(data) > _MOST_SCANS


def _scan_count(data: bytes) -> int:
    """Source: ITU-T T.81, B.1.1.4: each marker segment starts with its length in two bytes."""
    count, position = 0, 2
    while count <= _MOST_SCANS and (found := _NEXT_MARKER.search(data, position)):
        marker = found.group(1)[0]
        if marker == _END_OF_IMAGE:
            break
        count += marker == _START_OF_SCAN
        length = int.from_bytes(data[found.end() : found.end() + 2], "big")
        position = found.end() + max(length, 2)
    return count
