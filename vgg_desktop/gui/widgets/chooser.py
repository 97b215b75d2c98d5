"""A button that shows a choice, "Model  Built-in VGG-16-BN", and opens the menu to change it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.gui.look.theme import Theme, role

_PADDING_PX = 11
_SPACE_PX = 7
_CHEVRON_PX = 8
_VALUE_MAX_PX = 260
_HEIGHT_PX = 30


class Chooser(QPushButton):
    """Caption dim, value in full colour and shortened where it is too long, a chevron at the end."""

    def __init__(self, caption: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._caption = caption
        self._value = ""
        role(self, "chip")
        self.setMenu(QMenu(self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_value(self, value: str) -> None:
        self._value = one_line(value)
        self.setAccessibleName(f"{self._caption}: {self._value}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        value_px = min(metrics.horizontalAdvance(self._value) + 1, _VALUE_MAX_PX)
        return QSize(
            2 * _PADDING_PX + metrics.horizontalAdvance(self._caption) + value_px + 2 * _SPACE_PX + _CHEVRON_PX,
            _HEIGHT_PX,
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, _without_arrow(option), painter, self)
        self._paint_text(painter)
        self._paint_chevron(painter)

    def _paint_text(self, painter: QPainter) -> None:
        tokens, metrics = self._theme.tokens, self.fontMetrics()
        caption_px = metrics.horizontalAdvance(self._caption)
        left = _PADDING_PX + caption_px + _SPACE_PX
        value_px = self.width() - left - _SPACE_PX - _CHEVRON_PX - _PADDING_PX
        painter.setPen(QColor(tokens.dim_on_soft))
        painter.drawText(QRect(_PADDING_PX, 0, caption_px, self.height()), Qt.AlignmentFlag.AlignVCenter, self._caption)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.disabled))
        shown = metrics.elidedText(self._value, Qt.TextElideMode.ElideMiddle, value_px + 1)
        painter.drawText(QRect(left, 0, value_px + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_chevron(self, painter: QPainter) -> None:
        pen = QPen(QColor(self._theme.tokens.dim_on_soft), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        left, middle = self.width() - _PADDING_PX - _CHEVRON_PX, self.height() // 2
        half = _CHEVRON_PX // 2
        ends = ((left, middle - 2), (left + half, middle + 2), (left + 2 * half, middle - 2))
        painter.drawPolyline([QPoint(x, y) for x, y in ends])


def _without_arrow(option: QStyleOptionButton) -> QStyleOptionButton:
    option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
    return option
