"""Text from outside, shown as plain text on one line that fits its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vgg_desktop.core.display import one_line


class PlainLabel(QLabel):
    """A label that never reads markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """One line that is shortened where it does not fit, file names in the middle; the whole stands in the tool tip."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        self._whole = ""
        self._mode = mode
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = one_line(text)
        super().setText(self._whole)
        self.setAccessibleName(self._whole)
        self._update_tool_tip()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tool_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.contentsRect().width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )

    def _update_tool_tip(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._whole) <= self.contentsRect().width()
        # A tool tip reads markup unless it is escaped.
        escaped = self._whole.replace("&", "&amp;").replace("<", "&lt;")
        self.setToolTip("" if fits else f"<span>{escaped}</span>")
