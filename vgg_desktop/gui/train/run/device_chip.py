"""At the right of the header: what the run that is shown trains on."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.look.tokens import CONTROL_RADIUS_PX
from vgg_desktop.gui.train.run.run_view import RunView

_HEIGHT_PX = 30
_PADDING_PX = 11
_SPACE_PX = 7
_MOST_PX = 360


class DeviceChip(QWidget):
    """A dim caption and a value; empty while no run is shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._caption = self._value = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        return f"{self._caption} {self._value}".strip()

    def show_run(self, view: RunView | None) -> None:
        started = view.history.started if view and view.facts else None
        is_live = bool(view and view.facts and view.facts.state.is_live)
        words = (self.tr("Training on") if is_live else self.tr("Trained on")) if started else ""
        value = f"{one_line(started.device)} · {started.precision}" if started else ""
        if (words, value) != (self._caption, self._value):
            self._caption, self._value = words, value
            self.setAccessibleName(self.text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words_px = metrics.horizontalAdvance(self._caption) + metrics.horizontalAdvance(self._value) + _SPACE_PX
        return QSize(min(words_px + 2 * _PADDING_PX, _MOST_PX) if self._value else 0, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._value:
            return
        tokens, painter, metrics = self._theme.tokens, QPainter(self), self.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(self.rect(), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        caption_px = metrics.horizontalAdvance(self._caption)
        painter.setPen(QColor(tokens.dim_on_soft))
        painter.drawText(
            QRect(_PADDING_PX, 0, caption_px + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self._caption
        )
        painter.setPen(QColor(tokens.text))
        left = _PADDING_PX + caption_px + _SPACE_PX
        room = self.width() - left - _PADDING_PX
        value = metrics.elidedText(self._value, Qt.TextElideMode.ElideMiddle, room + 1)
        painter.drawText(QRect(left, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, value)
