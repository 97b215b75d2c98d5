"""What a bundle says about itself, read from its head alone: no torch, no numbers loaded.

A bundle is a .safetensors file whose metadata has the key `vgg_desktop` with a JSON object: `format` (1), `sha256` and
`model` (a ModelInfo). The checksum is that of the whole file with its own 64 digits replaced by zeros.
"""

import hashlib
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
from msgspec import Meta

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, NewerFormatError, decode_json
from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.core.model.model_info import DEPTHS, ModelInfo
from vgg_desktop.engine.weights.safetensors_header import (
    SafetensorsHeader,
    damaged,
    read_safetensors_header,
    unreadable,
)

FORMAT_VERSION = 1
METADATA_KEY = "vgg_desktop"
NO_DIGEST = "0" * 64
_CHUNK_BYTES = 2**20

Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class BundleMetadata(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON object under the metadata key `vgg_desktop`."""

    format: Annotated[int, Meta(ge=1)]
    sha256: Digest = NO_DIGEST
    model: ModelInfo


@dataclass(frozen=True, slots=True)
class BundleHeader:
    """A bundle without its numbers."""

    info: ModelInfo
    sha256: str
    file: SafetensorsHeader


def read_info(path: Path) -> ModelInfo:
    """What the bundle says about itself.

    Raises:
        AppError: it is no bundle, is damaged, or was written by a newer version.
    """
    return read_header(path).info


def read_header(path: Path) -> BundleHeader:
    """As `read_info`, with the checksum and the table of tensors."""
    return interpret(path, read_safetensors_header(path))


def is_bundle(header: SafetensorsHeader) -> bool:
    """Whether a .safetensors file claims to be ours; others are imported."""
    return METADATA_KEY in header.metadata


def interpret(path: Path, header: SafetensorsHeader) -> BundleHeader:
    """The bundle that a .safetensors header describes; errors as in `read_info`."""
    if not is_bundle(header):
        raise AppError(
            "The weights file {file} does not say which model it holds.",
            "Import it, so that it gets labels and a description.",
            file=display_name(path),
        )
    text = header.metadata[METADATA_KEY]
    try:
        metadata = decode_json(text, BundleMetadata, newest_format=FORMAT_VERSION)
    except NewerFormatError as error:
        raise AppError(
            "The weights file {file} was written by a newer version of VGG Desktop.",
            "Update VGG Desktop.",
            str(error),
            file=display_name(path),
        ) from error
    except DamagedError as error:
        raise damaged(path, "its description of the model is not valid", str(error)) from error
    check_info(path, metadata.model)
    return BundleHeader(metadata.model, metadata.sha256, header)


def check_info(path: Path, info: ModelInfo) -> None:
    """Refuse a description that contradicts itself.

    Raises:
        AppError: labels do not fit the classes, or there is no such network.
    """
    classes, count = info.architecture.class_count, len(info.labels)
    if count != classes:
        raise damaged(path, f"it names {count:,} labels for {classes:,} classes")
    if len({label.id for label in info.labels}) != count:
        raise damaged(path, "two of its labels have the same id")
    if info.architecture.depth not in DEPTHS:
        raise damaged(path, f"there is no VGG with {info.architecture.depth} layers")
    if info.preprocessing.crop_px > info.preprocessing.resize_px:
        raise damaged(path, "its crop is larger than the picture that it is cut from")


def encode_metadata(info: ModelInfo, sha256: str = NO_DIGEST) -> dict[str, str]:
    """The metadata of a .safetensors file that makes it a bundle."""
    return {
        METADATA_KEY: msgspec.json.encode(BundleMetadata(format=FORMAT_VERSION, model=info, sha256=sha256)).decode()
    }


def check_digest(path: Path, header: BundleHeader, data: Iterable[bytes | memoryview]) -> None:
    """Refuse a bundle whose bytes are not those that were written.

    Raises:
        AppError: at least one bit differs.
    """
    digest = header.sha256.encode()
    if header.file.raw.count(digest) != 1 or content_digest(header.file.raw, digest, data) != header.sha256:
        raise damaged(path, "its content does not match its checksum")


def content_digest(raw_header: bytes, digest: bytes, data: Iterable[bytes | memoryview]) -> str:
    """SHA-256 of a bundle's bytes, its own digits counted as zeros."""
    blank = raw_header.replace(digest, NO_DIGEST.encode())
    sha256 = hashlib.sha256(struct.pack("<Q", len(blank)))
    sha256.update(blank)
    for chunk in data:
        sha256.update(chunk)
    return sha256.hexdigest()


def verify_bundle(path: Path, cancelled: Callable[[], bool] = bool) -> str:
    """Read the whole bundle again, unless cancelled, and give its checksum.

    Raises:
        AppError: as `read_info`, or at least one bit differs.
    """
    header = read_header(path)
    try:
        with open_regular(path) as file:
            file.seek(header.file.data_start)
            check_digest(path, header, chunks(file, cancelled))
    except OSError as error:
        raise unreadable(path, error) from error
    return header.sha256


def chunks(file: BinaryIO, cancelled: Callable[[], bool]) -> Iterator[bytes]:
    """The rest of a file, a megabyte at a time, until its end or until cancelled."""
    while not cancelled() and (chunk := file.read(_CHUNK_BYTES)):
        yield chunk
