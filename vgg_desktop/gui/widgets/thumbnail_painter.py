"""How a small picture is drawn wherever one stands: filling its place, with round corners."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from vgg_desktop.gui.look.theme import Theme

_RADIUS_PX = 6


def paint_thumbnail(
    painter: QPainter, place: QRectF, pixmap: QPixmap | None, theme: Theme, radius_px: float = _RADIUS_PX
) -> None:
    """Draw `pixmap` into `place`; None is a picture still to come, a null pixmap one that cannot be read."""
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(place, radius_px, radius_px)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillPath(outline, QColor(theme.tokens.track))
    if pixmap is not None and pixmap.isNull():
        _paint_broken(painter, place, theme)
    elif pixmap is not None:
        painter.setClipPath(outline)
        painter.drawPixmap(place, pixmap, _middle(QSizeF(pixmap.size()), place.size()))
    painter.restore()


def _middle(size: QSizeF, shape: QSizeF) -> QRectF:
    """The largest part of a picture, in its middle, that has the shape of its place."""
    part = shape.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    corner = QPointF((size.width() - part.width()) / 2, (size.height() - part.height()) / 2)
    return QRectF(corner, part)


def _paint_broken(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """A cross, calm enough for a strip that has a hundred of them."""
    pen = QPen(QColor(theme.tokens.dim), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    arm = min(place.width(), place.height()) / 8
    middle = place.center()
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
    painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm))
