"""A number that somebody looks for, on a card of its own."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class NumberCard(QFrame):
    """A caption, a number, and perhaps a note."""

    def __init__(self, caption: str, *, is_large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._caption = caption
        heading = PlainLabel(caption.upper())
        role(heading, "caption")
        self._number, self._note = PlainLabel(), PlainLabel()
        role(self._number, "answer" if is_large else "title")
        role(self._note, "note")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self._number)
        column.addWidget(self._note)
        self.show_number("")

    @property
    def text(self) -> str:
        """Number and note as they stand there."""
        return f"{self._number.text()} {self._note.text()}".strip()

    def show_number(self, number: str, note: str = "") -> None:
        """Without a number the card is not there."""
        self._number.setText(number)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{self._caption}: {number} {note}".strip())
        self.setVisible(bool(number))
