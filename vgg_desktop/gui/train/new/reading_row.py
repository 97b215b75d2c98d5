"""What a source was taken for, and the way to say that it is meant otherwise."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.reading import Understood
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.text.reading_wording import other_reading_words, reading_words
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class ReadingRow(QFrame):
    """A few lines, and a link for each other reading that is possible."""

    other_requested = Signal(str)  # a ReadAs
    columns_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "soft")
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        role(self._words, "note")
        self.buttons: list[QPushButton] = []
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        self._links.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addLayout(self._links)

    @property
    def text(self) -> str:
        return self._words.text()

    def show_understood(self, understood: Understood) -> None:
        self._words.setText(reading_words(understood))
        for button in self.buttons:
            self._links.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._link(other_reading_words(other), other) for other in understood.others]
        if understood.columns:
            self.buttons.append(self._link(self.tr("Choose the columns…"), ""))
        for button in self.buttons:
            self._links.addWidget(button)

    def _link(self, text: str, other: str) -> QPushButton:
        button = QPushButton(text)
        role(button, "link")
        button.clicked.connect(lambda: self.other_requested.emit(other) if other else self.columns_requested.emit())
        return button
