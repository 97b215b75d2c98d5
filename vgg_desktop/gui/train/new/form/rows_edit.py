"""A few rows of whole numbers, with a button to add one and a button in each to take it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class RowsEdit(QWidget):
    """Edits a tuple of rows; each row has one number a column. `columns` are (title, least, most, usual)."""

    rows_changed = Signal()

    def __init__(
        self, columns: tuple[tuple[str, int, int, int], ...], most_rows: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._most_rows = most_rows
        self._rows: list[tuple[QWidget, list[QSpinBox]]] = []
        self._add_button = QPushButton(self.tr("Add a row"))
        role(self._add_button, "link")
        self._add_button.clicked.connect(self._add_usual)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._add_button)

    def rows(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(box.value() for box in boxes) for _, boxes in self._rows)

    def set_rows(self, rows: tuple[tuple[int, ...], ...]) -> None:
        while self._rows:
            self._drop(self._rows[-1][0])
        for row in rows:
            self._add(row)
        self._note_change()

    def _add_usual(self) -> None:
        last = self.rows()[-1:]
        self._add(tuple(usual for *_, usual in self._columns) if not last else tuple(n + 1 for n in last[0]))
        self._rows[-1][1][0].setFocus()
        self._note_change()

    def _add(self, values: tuple[int, ...]) -> None:
        row, boxes = QWidget(), []
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for (title, least, most, _), value in zip(self._columns, values, strict=True):
            box = QSpinBox(minimum=least, maximum=most, value=min(max(value, least), most))
            box.setAccessibleName(title)
            box.valueChanged.connect(self._note_change)
            label = PlainLabel(title)
            role(label, "note")
            line.addWidget(label)
            line.addWidget(box, 1)
            boxes.append(box)
        remove = QPushButton("−")
        role(remove, "quiet")
        remove.setFixedWidth(32)
        remove.setAccessibleName(self.tr("Remove the row"))
        remove.clicked.connect(self._remove_clicked)
        line.addWidget(remove)
        self._rows.append((row, boxes))
        self._column.insertWidget(len(self._rows) - 1, row)

    def _remove_clicked(self) -> None:
        self._drop(self.sender().parent())
        self._note_change()

    def _drop(self, row: object) -> None:
        self._rows = [entry for entry in self._rows if entry[0] is not row]
        if isinstance(row, QWidget):
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _note_change(self) -> None:
        self._add_button.setVisible(len(self._rows) < self._most_rows)
        self.rows_changed.emit()
