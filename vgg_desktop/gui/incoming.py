"""What a drop or a paste brings: files, or the bytes of a picture. Nothing is ever fetched from an address."""

import base64
import binascii
import os
import re
import struct
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage, QPainter

# Compressed forms first: browsers offer the original bytes beside a bitmap that somebody else decoded.
_PICTURE_TYPES = (
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/avif",
    "image/gif",
    "image/heic",
    "image/heif",
    "image/tiff",
    "image/bmp",
)
_RAW_IMAGE = "application/x-qt-image"
_ADDRESSES = "text/uri-list"
_DATA_ADDRESS = re.compile(rb"data:image/[a-z0-9.+-]+(?:;[a-z0-9=-]+)*;base64,([a-z0-9+/=%\s]+)", re.IGNORECASE)
_FILE_ADDRESS = re.compile(rb"^\s*file:", re.IGNORECASE | re.MULTILINE)
# More files than this are named when they are asked for, and not while the window waits.
_EAGER_MAX = 100


@dataclass(frozen=True, slots=True)
class Incoming:
    """Files and folders, or else the bytes of one picture."""

    paths: Sequence[Path] = ()
    data: bytes = b""


class LocalFiles(Sequence[Path]):
    """The files of many addresses, each worked out when it is asked for; may be read in any thread."""

    def __init__(self, addresses: Sequence[bytes]) -> None:
        self._addresses = addresses

    def __len__(self) -> int:
        return len(self._addresses)

    @overload
    def __getitem__(self, index: int) -> Path: ...
    @overload
    def __getitem__(self, index: slice) -> "LocalFiles": ...
    def __getitem__(self, index: int | slice) -> "Path | LocalFiles":
        if isinstance(index, slice):
            return LocalFiles(self._addresses[index])
        return local_path(QUrl.fromEncoded(self._addresses[index]))


def can_read(mime: QMimeData) -> bool:
    """True if `read_incoming` would find something; decodes nothing, so that hovering stays cheap."""
    return bool(_has_files(mime) or _picture_type(mime) or mime.hasFormat(_RAW_IMAGE) or _data_address(mime))


def read_incoming(mime: QMimeData | None) -> Incoming | None:
    """Files and folders first, then a picture's own bytes; None when there is neither, or no data at all."""
    if mime is None:
        return None
    paths = _files(mime)
    if paths:
        return Incoming(paths=paths)
    data = _own_bytes(mime) or _bytes_in_address(mime) or _bitmap(mime)
    return Incoming(data=data) if data else None


def local_path(url: QUrl) -> Path:
    """The file that `url` names, byte for byte: `QUrl.toLocalFile` loses names that are not UTF-8."""
    if os.name != "posix":
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def _has_files(mime: QMimeData) -> bool:
    if sys.platform == "linux":
        return _FILE_ADDRESS.search(bytes(mime.data(_ADDRESSES).data())) is not None
    return any(url.isLocalFile() for url in mime.urls())


def _files(mime: QMimeData) -> Sequence[Path]:
    if sys.platform == "linux":
        # Not `mime.urls()`: for 10,000 files that alone takes longer than the window may be held up.
        files = LocalFiles(list(_file_addresses(mime)))
        return files if len(files) > _EAGER_MAX else tuple(files)
    return tuple(local_path(url) for url in mime.urls() if url.isLocalFile())


def _file_addresses(mime: QMimeData) -> Iterable[bytes]:
    """The lines of the list that name files. Addresses hold no white space: that is encoded."""
    return (line for line in bytes(mime.data(_ADDRESSES).data()).split() if line[:5].lower() == b"file:")


def _picture_type(mime: QMimeData) -> str | None:
    """The best form in which the bytes of a picture are offered. An unknown one is for the decoder to refuse."""
    offered = [name for name in mime.formats() if name.startswith("image/")]
    known = [name for name in _PICTURE_TYPES if name in offered]
    return next(iter(known or offered), None)


def _own_bytes(mime: QMimeData) -> bytes:
    name = _picture_type(mime)
    return bytes(mime.data(name).data()) if name else b""


def _data_address(mime: QMimeData) -> re.Match[bytes] | None:
    """Small pictures of web pages are often written into the page itself."""
    for name in ("text/html", _ADDRESSES):
        found = _DATA_ADDRESS.search(bytes(mime.data(name).data())) if mime.hasFormat(name) else None
        if found:
            return found
    return None


def _bytes_in_address(mime: QMimeData) -> bytes:
    found = _data_address(mime)
    try:
        return base64.b64decode(unquote_to_bytes(found[1])) if found else b""
    except binascii.Error:
        return b""


def _bitmap(mime: QMimeData) -> bytes:
    """Pixels that another program has decoded, such as a screenshot, as an uncompressed file for our own decoder.

    Only where no bytes of a file are offered: Qt would decode those with a plugin of its own.
    """
    image = mime.imageData() if mime.hasFormat(_RAW_IMAGE) else None
    if not isinstance(image, QImage) or image.isNull():
        return b""
    return _bmp(_on_white(image))


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(0xFFFFFFFF)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    return opaque


def _bmp(image: QImage) -> bytes:
    """32 bits a pixel, rows from the top: what Qt holds in memory, so that a whole screen takes 10 ms and not 60."""
    pixels = bytes(image.constBits())
    file_header = struct.pack("<2sIHHI", b"BM", 54 + len(pixels), 0, 0, 54)
    shape = (image.width(), -image.height(), 1, 32)
    return file_header + struct.pack("<IiiHHIIiiII", 40, *shape, 0, len(pixels), 2835, 2835, 0, 0) + pixels
