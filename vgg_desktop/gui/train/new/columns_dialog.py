"""Asks which column of a table holds the paths, which the labels, and which fold validates."""

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.reading import Reading, Understood
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class ColumnsDialog(QDialog):
    """A list of columns for each question; what was understood already stands there."""

    def __init__(self, understood: Understood, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns of the table"))
        self._understood, self._reading = understood, reading
        self.path = _new_choice(understood.columns, understood.path_column)
        self.label = _new_choice(understood.columns, understood.label_column)
        self.fold = _new_choice(understood.folds, understood.val_fold)
        words = PlainLabel(self.tr("The table does not say itself what stands in which column."))
        words.setWordWrap(True)
        role(words, "dim")
        form = QFormLayout()
        form.addRow(self.tr("Paths of the pictures"), self.path)
        form.addRow(self.tr("Labels"), self.label)
        if understood.folds:
            form.addRow(self.tr("Fold that validates"), self.fold)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = buttons.addButton(self.tr("Use these"), QDialogButtonBox.ButtonRole.AcceptRole)
        role(self.use_button, "accent")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(buttons)
        for choice in (self.path, self.label, self.fold):
            choice.currentIndexChanged.connect(self._render)
        self._render()

    def reading(self) -> Reading:
        """What was said before, with these columns."""
        return replace(
            self._reading,
            path_column=self.path.currentData() or "",
            label_column=self.label.currentData() or "",
            val_fold=self.fold.currentData() or "",
        )

    def _render(self) -> None:
        path, label = self.path.currentData(), self.label.currentData()
        needs_fold = bool(self._understood.folds) and not self.fold.currentData()
        self.use_button.setEnabled(bool(path and label) and path != label and not needs_fold)


def _new_choice(names: tuple[str, ...], chosen: str) -> QComboBox:
    choice = QComboBox()
    choice.addItem("", "")
    for name in names:
        choice.addItem(one_line(name), name)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    return choice
