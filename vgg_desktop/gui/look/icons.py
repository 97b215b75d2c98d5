"""Line icons from `assets/icons`, drawn in any colour at any scale."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from vgg_desktop.core.files.paths import assets_dir


def icon_pixmap(name: str, colour: str, size_px: int) -> QPixmap:
    """The icon `name` in `colour`, `size_px` logical pixels square, sharp on the densest screen that is attached."""
    text = (assets_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    pixmap = QPixmap(round(size_px * ratio), round(size_px * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def line_icon(name: str, colour: str, size_px: int = 16) -> QIcon:
    """`icon_pixmap` for buttons and menus."""
    return QIcon(icon_pixmap(name, colour, size_px))


def application_icon() -> QIcon:
    """The program's own picture for title bars and task bars."""
    return QIcon(str(assets_dir() / "icons" / "vgg-desktop.svg"))
