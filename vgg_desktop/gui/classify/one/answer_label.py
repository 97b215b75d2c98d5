"""The answer in large type: it shrinks a little before it is cut off, and then the tip has the whole of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.look.tokens import ANSWER_PX, TITLE_PX
from vgg_desktop.gui.text.plain_text import tool_tip
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class AnswerLabel(PlainLabel):
    """One line; its height is the same for every text and size, so that nothing below it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        role(self, "answer")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(ANSWER_PX * 1.4))

    def setText(self, text: str) -> None:
        super().setText(one_line(text))
        self.setAccessibleName(self.text())
        self._renew_tip()

    def shown_text(self) -> str:
        """What is visible at the present width."""
        return self._elided(self._fitting_font())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._fitting_font()
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._elided(font))

    def _fitting_font(self) -> QFont:
        font = QFont(self.font())
        for size_px in range(ANSWER_PX, TITLE_PX - 1, -2):
            font.setPixelSize(size_px)
            if QFontMetrics(font).horizontalAdvance(self.text()) <= self.width():
                break
        return font

    def _elided(self, font: QFont) -> str:
        return QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def _renew_tip(self) -> None:
        self.setToolTip(tool_tip(self.text()) if self.shown_text() != self.text() else "")
