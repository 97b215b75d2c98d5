"""The quiet line at the bottom of the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.look.tokens import MARGIN_PX, STATUS_HEIGHT_PX
from vgg_desktop.gui.page import Status
from vgg_desktop.gui.widgets.plain_label import ElidedLabel, PlainLabel

_BAR_WIDTH_PX = 180
_STEPS = 1000


class StatusLine(QFrame):
    """Shows a `Status`."""

    note_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "status")
        self.setFixedHeight(STATUS_HEIGHT_PX)
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setFixedWidth(_BAR_WIDTH_PX)
        self._text = ElidedLabel()
        self._note = PlainLabel()
        self._note_button = QPushButton()
        role(self._text, "note")
        role(self._note, "note")
        self._note_button.setProperty("textSize", "note")
        role(self._note_button, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        row.setSpacing(14)
        row.addWidget(self._bar)
        row.addWidget(self._text, 1)
        row.addWidget(self._note)
        row.addWidget(self._note_button)
        self._note_button.clicked.connect(self.note_clicked)
        self.show_status(Status())

    def show_status(self, status: Status) -> None:
        self._bar.setVisible(status.fraction is not None)
        self._bar.setValue(round((status.fraction or 0) * _STEPS))
        self._bar.setAccessibleName(status.text)
        self._text.setText(status.text)
        self._note.setText(status.note)
        self._note.setVisible(bool(status.note) and not status.note_is_action)
        self._note_button.setText(status.note.replace("&", "&&"))
        self._note_button.setVisible(bool(status.note) and status.note_is_action)
