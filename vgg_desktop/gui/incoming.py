"""What a drop or a paste brings: files, or the bytes of a picture. Nothing is ever fetched from an address."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

# Compressed forms first: browsers offer the original bytes beside a bitmap that somebody else decoded.
_PICTURE_TYPES = (
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/avif",
    "image/gif",
    "image/tiff",
    "image/bmp",
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """Files and folders, or else the bytes of one picture."""

    paths: tuple[Path, ...] = ()
    data: bytes = b""


def can_read(mime: QMimeData) -> bool:
    """True if `read_incoming` would find something; asks for no data, so that hovering stays cheap."""
    return any(url.isLocalFile() for url in mime.urls()) or bool(_picture_types(mime)) or mime.hasImage()


def read_incoming(mime: QMimeData) -> Incoming | None:
    """Files and folders first, then a picture's own bytes; None when there is neither."""
    paths = tuple(local_path(url) for url in mime.urls() if url.isLocalFile())
    if paths:
        return Incoming(paths=paths)
    for name in _picture_types(mime):
        data = bytes(mime.data(name).data())
        if data:
            return Incoming(data=data)
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Incoming(data=_as_png(image))
    return None


def local_path(url: QUrl) -> Path:
    """The file that `url` names, byte for byte: `QUrl.toLocalFile` loses names that are not UTF-8."""
    if os.name != "posix":
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def _picture_types(mime: QMimeData) -> list[str]:
    return [name for name in _PICTURE_TYPES if mime.hasFormat(name)]


def _as_png(image: QImage) -> bytes:
    """Screenshots on Windows and macOS come as a bitmap without bytes of a file; the decoder gets them as PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())
