"""The answer in large type: it shrinks a little before it is cut off, and then the tip has the whole of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.look.tokens import ANSWER_PX, TITLE_PX
from vgg_desktop.gui.text.plain_text import tool_tip
from vgg_desktop.gui.widgets.plain_label import PlainLabel

# Two lines of this size are as high as one of the largest.
_WRAPPED_PX = 16
_PLACE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class AnswerLabel(PlainLabel):
    """One line, or two small ones for a phrase; the height is the same, so that nothing below it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._is_phrase = False
        role(self, "answer")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(ANSWER_PX * 1.4))

    def setText(self, text: str, *, is_phrase: bool = False) -> None:
        """A phrase ("a dog, perhaps an Airedale") takes two small lines before it is cut off."""
        self._is_phrase = is_phrase
        super().setText(one_line(text))
        self.setAccessibleName(self.text())
        self._renew_tip()

    def shown_text(self) -> str:
        """What is visible at the present width."""
        return self._fitted()[1]

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, text = self._fitted()
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), _PLACE, text)

    def _fitted(self) -> tuple[QFont, str]:
        """The largest type that has room for the text, and as much of the text as there is room for."""
        font, text = QFont(self.font()), self.text()
        for size_px in range(ANSWER_PX, TITLE_PX - 1, -2):
            font.setPixelSize(size_px)
            if QFontMetrics(font).horizontalAdvance(text) <= self.width():
                return font, text
        wrapped = QFont(font)
        wrapped.setPixelSize(_WRAPPED_PX)
        if self._is_phrase and self.rect().contains(QFontMetrics(wrapped).boundingRect(self.rect(), _PLACE, text)):
            return wrapped, text
        return font, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def _renew_tip(self) -> None:
        self.setToolTip(tool_tip(self.text()) if self.shown_text() != self.text() else "")
