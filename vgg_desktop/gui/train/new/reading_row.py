"""What a source was taken for, and the way to say that it is meant otherwise."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.reading import AS_IT_IS, ReadAs, Reading, Understood
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.text.reading_wording import other_reading_words, reading_words
from vgg_desktop.gui.train.new.columns_dialog import ColumnsDialog
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class ReadingRow(QFrame):
    """A few lines, and a link for each other reading that is possible."""

    reading_requested = Signal(object)  # Reading

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "soft")
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        role(self._words, "note")
        self.buttons: list[QPushButton] = []
        self._understood, self._reading = Understood(how="classes"), AS_IT_IS
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

    def show_understood(self, understood: Understood, reading: Reading) -> None:
        """What was made of a source that was read as `reading` says; where a table does not say enough, it is asked."""
        self._understood, self._reading = understood, reading
        self._words.setText(reading_words(understood))
        for button in self.buttons:
            self._links.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [
            _new_link(other_reading_words(other), partial(self._read_as, other)) for other in understood.others
        ]
        if understood.columns:
            self.buttons.append(_new_link(self.tr("Choose the columns…"), self.ask_columns))
        for button in self.buttons:
            self._links.addWidget(button)
        if understood.columns and not understood.is_clear:
            self.ask_columns()

    def ask_columns(self) -> None:
        """Let a person say which column is which."""
        dialog = ColumnsDialog(self._understood, self._reading, self)
        dialog.accepted.connect(lambda: self.reading_requested.emit(dialog.reading()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_as(self, other: ReadAs) -> None:
        self.reading_requested.emit(replace(self._reading, read_as=other))


def _new_link(text: str, clicked: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    role(button, "link")
    button.clicked.connect(lambda: clicked())
    return button
