"""What the lines say at one x: read for tables and screen readers, and painted as a small card."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from vgg_desktop.gui.look.theme import font_px
from vgg_desktop.gui.look.tokens import NOTE_PX, Tokens
from vgg_desktop.gui.train.curves.painter import Frame
from vgg_desktop.gui.train.curves.scene import Line, Scene

_ROW_PX = 18
_PADDING_PX = 10
SWATCH_PX = 16
_GAP_PX = 12
_DOT_PX = 3.5


@dataclass(frozen=True, slots=True)
class CurveReading:
    """The point of one line that is nearest to the crosshair."""

    line: Line
    x: float
    y: float
    text: str


def reading_at(scene: Scene, x: float) -> list[CurveReading]:
    """The nearest point of each named line."""
    found = ((line, line.value_at(x)) for line in scene.named)
    return [
        CurveReading(line, *point, curve_value_text(point[1], is_percent=scene.is_percent))
        for line, point in found
        if point
    ]


def words(scene: Scene, x: float) -> str:
    """What the card says, as one line."""
    return ", ".join([_head(scene, x), *(f"{reading.line.name} {reading.text}" for reading in reading_at(scene, x))])


def curve_value_text(value: float, *, is_percent: bool) -> str:
    """A value with the digits that mean something."""
    if is_percent:
        return f"{100 * value:.1f} %"
    return f"{value:.2e}" if value and abs(value) < 1e-3 else f"{value:.4g}"


def paint_crosshair(painter: QPainter, scene: Scene, frame: Frame, x: float, tokens: Tokens) -> None:
    """A line at `x`, a dot on each curve, and a card with the values."""
    readings = [reading for reading in reading_at(scene, x) if frame.x.low <= reading.x <= frame.x.high]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.dim), 1, Qt.PenStyle.DotLine))
    x_px = round(frame.x.pixel(x)) + 0.5
    if frame.area.left() - 1 <= x_px <= frame.area.right() + 1:
        painter.drawLine(QPointF(x_px, frame.area.top()), QPointF(x_px, frame.area.bottom()))
    for reading in readings:
        place = QPointF(frame.x.pixel(reading.x), frame.y.pixel(reading.y))
        if frame.area.adjusted(-2, -2, 2, 2).contains(place):
            painter.setPen(QPen(QColor(tokens.card), 1.5))
            painter.setBrush(QColor(reading.line.look.colour))
            painter.drawEllipse(place, _DOT_PX, _DOT_PX)
    if readings:
        _paint_card(painter, _head(scene, x), readings, frame, x_px, tokens, is_low=scene.is_percent)


def _head(scene: Scene, x: float) -> str:
    return f"{scene.x_title} {x:.2f}".strip()


def _paint_card(
    painter: QPainter,
    head: str,
    readings: list[CurveReading],
    frame: Frame,
    x_px: float,
    tokens: Tokens,
    *,
    is_low: bool,
) -> None:
    """Falling curves leave room at the top, rising ones at the bottom."""
    painter.setFont(font_px(NOTE_PX))
    metrics = QFontMetricsF(painter.font())
    names_px = max(metrics.horizontalAdvance(reading.line.name) for reading in readings)
    values_px = max(metrics.horizontalAdvance(reading.text) for reading in readings)
    inner_px = max(SWATCH_PX + 6 + names_px + _GAP_PX + values_px, metrics.horizontalAdvance(head))
    card = QRectF(0, 0, inner_px + 2 * _PADDING_PX, (len(readings) + 1) * _ROW_PX + _PADDING_PX)
    right_side = x_px + 12 + card.width() <= frame.area.right()
    left = x_px + 12 if right_side else x_px - 12 - card.width()
    card.moveTopLeft(QPointF(left, frame.area.bottom() - card.height() - 4 if is_low else frame.area.top() + 4))
    painter.setPen(QPen(QColor(tokens.hairline), 1))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(card, 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = card.adjusted(_PADDING_PX, _PADDING_PX / 2, -_PADDING_PX, 0)
    row = QRectF(inner.left(), inner.top(), inner.width(), _ROW_PX)
    painter.setPen(QColor(tokens.dim))
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, head)
    for reading in readings:
        row.translate(0, _ROW_PX)
        paint_swatch(painter, reading.line, QPointF(row.left(), row.center().y()))
        painter.setPen(QColor(tokens.text))
        painter.drawText(row.adjusted(SWATCH_PX + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, reading.line.name)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, reading.text)


def paint_swatch(painter: QPainter, line: Line, left_middle: QPointF) -> None:
    """A short piece of the line, as legends show it."""
    pen = QPen(QColor(line.look.colour), 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.look.dash:
        pen.setDashPattern([part * 0.75 for part in line.look.dash])
    painter.setPen(pen)
    painter.drawLine(left_middle, left_middle + QPointF(SWATCH_PX, 0))
