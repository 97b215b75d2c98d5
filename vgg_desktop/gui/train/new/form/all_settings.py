"""The rows of all fields under their headings, made little by little so that the window stays awake."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vgg_desktop.core.recipe.recipe import FIELDS
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.text import recipe_wording
from vgg_desktop.gui.train.new.form.field_row import FieldRow
from vgg_desktop.gui.widgets.plain_label import PlainLabel

# A row takes 2 to 3 ms.
_ROWS_A_TURN = 4


class AllSettings(QWidget):
    """Nothing is made before it is first shown."""

    row_made = Signal(object)  # FieldRow

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = list(names)
        self._group = ""
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._make_some)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.hide()

    @property
    def is_complete(self) -> bool:
        return not self._waiting

    def show_fields(self, shown: bool) -> None:
        self.setVisible(shown)
        if shown and self._waiting:
            self._timer.start()

    def _make_some(self) -> None:
        for name in self._waiting[:_ROWS_A_TURN]:
            self._make(name)
        del self._waiting[:_ROWS_A_TURN]
        if not self._waiting:
            self._timer.stop()

    def _make(self, name: str) -> None:
        if FIELDS[name].group != self._group:
            self._group = FIELDS[name].group
            heading = PlainLabel(recipe_wording.group_title(self._group).upper(), self)
            role(heading, "caption")
            self._column.addSpacing(6)
            self._column.addWidget(heading)
        row = FieldRow(name, parent=self)
        self._column.addWidget(row)
        self.row_made.emit(row)
