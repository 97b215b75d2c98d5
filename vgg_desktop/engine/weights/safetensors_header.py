"""The head of a .safetensors file, read with bounded memory and without torch.

Source: the format's description, github.com/huggingface/safetensors (README, "Format").
"""

import math
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.records import DamagedError, decode_json
from vgg_desktop.core.files.regular_files import open_regular

# 1,000 labels with their synonyms take 0.1 MB, the 50,000 that we accept at most about 5 MB; decoding costs up to
# 30 times as much memory as the header itself.
MAX_HEADER_BYTES = 8 * 2**20
ITEM_BYTES = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1}


class TensorEntry(msgspec.Struct, frozen=True):
    """Where a tensor lies: `data_offsets` are bytes from the start of the data."""

    dtype: str
    shape: tuple[int, ...]
    data_offsets: tuple[int, int]


@dataclass(frozen=True, slots=True)
class SafetensorsHeader:
    """`raw` is the header's JSON as it stands in the file, padding included."""

    raw: bytes
    metadata: dict[str, str]
    tensors: dict[str, TensorEntry]
    data_bytes: int

    @property
    def data_start(self) -> int:
        return 8 + len(self.raw)


def read_safetensors_header(path: Path) -> SafetensorsHeader:
    """What the file holds, without its numbers.

    Raises:
        AppError: it cannot be read, is no .safetensors file, is damaged, or is cut short.
    """
    try:
        with open_regular(path) as file:
            total_bytes = os.fstat(file.fileno()).st_size
            raw = _raw_header(path, file.read(8), total_bytes, file.read)
    except OSError as error:
        raise unreadable(path, error) from error
    metadata, tensors = _decode(path, raw)
    data_bytes = _checked_layout(path, tensors)
    _check_size(path, total_bytes, 8 + len(raw) + data_bytes)
    return SafetensorsHeader(raw, metadata, tensors, data_bytes)


def unreadable(path: Path, error: OSError) -> AppError:
    """The sentence for a weights file that the system does not let us read."""
    name = display_name(path)
    if isinstance(error, FileNotFoundError):
        return AppError("There is no weights file {name}.", "Check the path.", repr(error), name=name)
    return AppError(
        "The weights file {name} cannot be read: {reason}.", "", repr(error), name=name, reason=os_error_sentence(error)
    )


def damaged(path: Path, what: str, detail: str = "") -> AppError:
    """The sentence for a weights file whose content cannot be right."""
    return AppError(
        "The weights file {file} is damaged: {what}.",
        "Get it again from where it came.",
        detail,
        file=display_name(path),
        what=what,
    )


def _raw_header(path: Path, prefix: bytes, total_bytes: int, read: Callable[[int], bytes]) -> bytes:
    if len(prefix) < 8:
        raise _cut_short(path, total_bytes, "at least 8")
    (header_bytes,) = struct.unpack("<Q", prefix)
    if header_bytes > MAX_HEADER_BYTES:
        raise AppError(
            "{file} is not a weights file that this program can read.",
            "Choose a .safetensors or .pth file.",
            f"It asks for a header of {header_bytes:,} bytes.",
            file=display_name(path),
        )
    if total_bytes < 8 + header_bytes:
        raise _cut_short(path, total_bytes, f"at least {8 + header_bytes:,}")
    return read(header_bytes)


def _decode(path: Path, raw: bytes) -> tuple[dict[str, str], dict[str, TensorEntry]]:
    try:
        fields = decode_json(raw, dict[str, msgspec.Raw])
        metadata = decode_json(bytes(fields.pop("__metadata__", b"{}")), dict[str, str])
        tensors = {name: decode_json(bytes(entry), TensorEntry) for name, entry in fields.items()}
    except DamagedError as error:
        raise damaged(path, "its header cannot be read", str(error)) from error
    return metadata, tensors


def _checked_layout(path: Path, tensors: dict[str, TensorEntry]) -> int:
    """The bytes of all tensors, which must lie one after another without gap or overlap."""
    position = 0
    for name, entry in sorted(tensors.items(), key=lambda item: item[1].data_offsets):
        begin, end = entry.data_offsets
        is_sound = (
            begin == position
            and entry.dtype in ITEM_BYTES
            and min(entry.shape, default=0) >= 0
            # A dimension of 0 hides how large the others are; torch counts in 64 bits.
            and math.prod(max(side, 1) for side in entry.shape) * ITEM_BYTES[entry.dtype] < 2**63
            and end - begin == math.prod(entry.shape) * ITEM_BYTES[entry.dtype]
        )
        if not is_sound:
            raise damaged(path, "its table of tensors contradicts itself", f"{name!r}: {entry}")
        position = end
    return position


def _check_size(path: Path, total_bytes: int, expected_bytes: int) -> None:
    if total_bytes < expected_bytes:
        raise _cut_short(path, total_bytes, f"{expected_bytes:,}")
    if total_bytes > expected_bytes:
        raise damaged(path, f"{total_bytes - expected_bytes:,} bytes too many follow its tensors")


def _cut_short(path: Path, total_bytes: int, expected: str) -> AppError:
    return AppError(
        "The weights file {file} is cut short: {total_bytes:,} of {expected} bytes are there.",
        "Copy or download it again.",
        file=display_name(path),
        total_bytes=total_bytes,
        expected=expected,
    )
