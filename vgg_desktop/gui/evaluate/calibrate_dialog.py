"""What a calibrated copy is to be called."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_WIDTH_PX = 460


class CalibrateDialog(QDialog):
    """Says what will be done, and asks for a name."""

    name_chosen = Signal(str)

    def __init__(self, name: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = {one.casefold() for one in taken}
        self.setWindowTitle(self.tr("Calibrate"))
        self.setMinimumWidth(_WIDTH_PX)
        words = PlainLabel(
            self.tr(
                "Writes a copy of the model whose scores mean what they say. Every second picture fits the "
                "temperature, and the score below which the model says “not sure”; the others measure both."
            )
        )
        words.setWordWrap(True)
        role(words, "dim")
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("What the copy is called"))
        self.name.selectAll()
        caption = QLabel(self.tr("What the copy is called"))
        caption.setBuddy(self.name)
        self._problem = PlainLabel()
        role(self._problem, "note")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.calibrate_button = buttons.addButton(self.tr("Calibrate"), QDialogButtonBox.ButtonRole.AcceptRole)
        role(self.calibrate_button, "accent")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (words, caption, self.name, self._problem, buttons):
            column.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self.name.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        name = self.name.text().strip()
        problem = ""
        if name.casefold() in self._taken:
            problem = self.tr("There is a model of this name already.")
        elif name.startswith(".") or any(letter in name for letter in '/\\:*?"<>|'):
            problem = self.tr("This cannot be the name of a file.")
        self._problem.setText(problem)
        self.calibrate_button.setEnabled(bool(name) and not problem)

    def _on_accepted(self) -> None:
        self.name_chosen.emit(self.name.text().strip())
