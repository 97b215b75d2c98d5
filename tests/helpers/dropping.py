"""Drops and pastes as other programs make them."""

import os
from pathlib import Path
from urllib.parse import quote_from_bytes

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def files_mime(*paths: Path) -> QMimeData:
    """What a file manager offers: addresses of percent-encoded bytes."""
    mime = QMimeData()
    lines = [b"file://" + quote_from_bytes(os.fsencode(path)).encode("ascii") for path in paths]
    mime.setData("text/uri-list", b"\r\n".join(lines))
    return mime


def bytes_mime(data: bytes, kind: str = "image/png") -> QMimeData:
    """What a browser offers for a picture."""
    mime = QMimeData()
    mime.setData(kind, data)
    return mime


def drop(widget: QWidget, mime: QMimeData) -> bool:
    """Drag `mime` over the middle of `widget` and drop it; False if it is not taken."""
    point, action = QPointF(widget.rect().center()), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(50, 50), action, mime, button, keys)
    over.ignore()
    QApplication.sendEvent(widget, over)
    if over.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(point, action, mime, button, keys))
    return over.isAccepted()


def drop_files(widget: QWidget, *paths: Path) -> None:
    """Drop files and folders on `widget`."""
    assert drop(widget, files_mime(*paths))
