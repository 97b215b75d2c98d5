"""Paints a scene: grid, axes, lines, marker."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from shiboken6 import VoidPtr

from vgg_desktop.core.run.series import Floats
from vgg_desktop.gui.look.theme import font_px
from vgg_desktop.gui.look.tokens import NOTE_PX, Tokens
from vgg_desktop.gui.train.curves.axis import Axis, tick_text, widened
from vgg_desktop.gui.train.curves.scene import Line, Look, Points, Scene

MOST_POINTS = 4000
# A wide line is stroked as an outline, and a noisy one's outline crosses itself: 110 ms for 1,000 points in one piece,
# 10 ms in pieces of eight. Thin lines have no outline.
_PIECE = 8
_WIDE_POINTS = 600
_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 48, 12, 8, 24
_TICK_SPACE_PX = (90, 44)
_DOT_PX = 4.5


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a scene's values lie on the paper."""

    area: QRectF
    x: Axis
    y: Axis


def lay_out(scene: Scene, rect: QRectF) -> tuple[Frame, list[Points]]:
    """The frame of a scene on `rect`, and the points of each line within it."""
    area = rect.adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)
    low, high = scene.x_range or scene.x_whole
    points = [line.points(low, high, _limit(line, area.width())) for line in scene.lines]
    y_low, y_high = scene.y_range or _range_of(scene, points)
    return Frame(
        area,
        Axis(low, high, area.left(), area.right()),
        Axis(y_low, y_high, area.bottom(), area.top(), scene.is_log),
    ), points


def paint(painter: QPainter, scene: Scene, frame: Frame, points: Sequence[Points], tokens: Tokens) -> None:
    """Paint everything but the background."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font_px(NOTE_PX))
    if not any(len(xs) for xs, _ in points):
        painter.setPen(QColor(tokens.dim))
        painter.drawText(frame.area, Qt.AlignmentFlag.AlignCenter, scene.empty_text)
        return
    _paint_grid(painter, scene, frame, tokens)
    painter.save()
    painter.setClipRect(frame.area.adjusted(-1, -2, 1, 2))
    for line, (xs, ys) in zip(scene.lines, points, strict=True):
        _paint_line(painter, line.look, frame.x.pixels(xs), frame.y.pixels(ys))
    painter.restore()
    if scene.marker:
        _paint_marker(painter, scene, frame, tokens)


def _limit(line: Line, width_px: float) -> int:
    # Two points, the lowest and the highest, fill a column of pixels.
    return int(min(MOST_POINTS, 2 * max(width_px, 50), _WIDE_POINTS if line.look.width_px > 1 else MOST_POINTS))


def _range_of(scene: Scene, points: list[Points]) -> tuple[float, float]:
    lows = [float(ys.min()) for _, ys in points if len(ys)]
    highs = [float(ys.max()) for _, ys in points if len(ys)]
    if not lows:
        return (0.01, 10.0) if scene.is_log else (0.0, 1.0)
    low, high = widened(min(lows), max(highs), is_log=scene.is_log)
    return (max(low, 0.0), min(high, 1.0)) if scene.is_percent and not scene.is_log else (low, high)


def _paint_grid(painter: QPainter, scene: Scene, frame: Frame, tokens: Tokens) -> None:
    area, metrics = frame.area, QFontMetricsF(painter.font())
    y_ticks = frame.y.ticks(max(2, int(area.height() / _TICK_SPACE_PX[1])))
    x_ticks = frame.x.ticks(max(2, int(area.width() / _TICK_SPACE_PX[0])))
    for value in y_ticks:
        y = round(frame.y.pixel(value)) + 0.5
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QColor(tokens.dim))
        label = QRectF(area.left() - _LEFT_PX, y - 10, _LEFT_PX - 10, 20)
        text = tick_text(value, y_ticks, is_percent=scene.is_percent)
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    title_px = metrics.horizontalAdvance(scene.x_title) + 16 if scene.x_title else 0
    painter.drawText(
        QRectF(area.left(), area.bottom() + 4, area.width(), 18), Qt.AlignmentFlag.AlignRight, scene.x_title
    )
    for value in x_ticks:
        x, text = frame.x.pixel(value), tick_text(value, x_ticks)
        half = metrics.horizontalAdvance(text) / 2 + 2
        if x + half <= area.right() - title_px:
            painter.drawText(QRectF(x - half, area.bottom() + 4, 2 * half, 18), Qt.AlignmentFlag.AlignHCenter, text)


def _paint_line(painter: QPainter, look: Look, xs: Floats, ys: Floats) -> None:
    if not len(xs):
        return
    colour = QColor(look.colour)
    colour.setAlphaF(look.opacity)
    if len(xs) == 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(xs[0], ys[0]), look.width_px + 1, look.width_px + 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return
    pen = QPen(colour, look.width_px)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    # Thin means one pixel of the device on any screen: that is what has a fast path.
    pen.setCosmetic(look.width_px <= 1)
    if look.dash:
        pen.setDashPattern(list(look.dash))
    _paint_in_pieces(painter, pen, xs, ys)


def _paint_in_pieces(painter: QPainter, pen: QPen, xs: Floats, ys: Floats) -> None:
    if pen.isCosmetic():
        painter.setPen(pen)
        painter.drawPolyline(_polygon(xs, ys))
        return
    lengths = np.concatenate(((0.0,), np.cumsum(np.hypot(np.diff(xs), np.diff(ys))))) / pen.widthF()
    for start in range(0, len(xs) - 1, _PIECE):
        end = start + _PIECE + 1
        pen.setDashOffset(float(lengths[start]))
        painter.setPen(pen)
        painter.drawPolyline(_polygon(xs[start:end], ys[start:end]))


def _paint_marker(painter: QPainter, scene: Scene, frame: Frame, tokens: Tokens) -> None:
    marker = scene.marker
    if marker is None or not frame.x.low <= marker.x <= frame.x.high:
        return
    place = QPointF(frame.x.pixel(marker.x), frame.y.pixel(marker.y))
    if not frame.area.adjusted(-1, -1, 1, 1).contains(place):
        return
    painter.setPen(QPen(QColor(tokens.card), 2))
    painter.setBrush(QColor(marker.colour))
    painter.drawEllipse(place, _DOT_PX + 1, _DOT_PX + 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(tokens.dim))
    width = QFontMetricsF(painter.font()).horizontalAdvance(marker.text) + 4
    left = min(max(place.x() + 9, frame.area.left()), frame.area.right() - width)
    # Falling curves leave room above, rising ones below.
    top = place.y() + 9 if scene.is_percent or place.y() - 26 < frame.area.top() else place.y() - 26
    painter.drawText(QRectF(left, top, width, 18), Qt.AlignmentFlag.AlignLeft, marker.text)


def _polygon(xs: Floats, ys: Floats) -> QPolygonF:
    """A polygon filled as one block of memory; a list of 4,000 QPointF takes longer than its painting."""
    polygon = QPolygonF()
    polygon.resize(len(xs))
    memory = VoidPtr(polygon.data(), len(xs) * 16, True)  # pyright: ignore - not in the stubs
    block = np.frombuffer(memory, np.float64).reshape(-1, 2)  # pyright: ignore
    block[:, 0] = xs
    block[:, 1] = ys
    return polygon
