"""A field of the form: its title, its control, its unit, and one line of help or of what is wrong."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vgg_desktop.core.recipe.recipe import FIELDS
from vgg_desktop.gui.look.theme import font_px, role
from vgg_desktop.gui.look.tokens import NOTE_PX
from vgg_desktop.gui.text import recipe_wording
from vgg_desktop.gui.train.new.form.controls import Control, NumberControl, SwitchControl, new_control
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class FieldRow(QWidget):
    """`is_front` rows carry their title as a caption and keep their help for the tool tip."""

    value_changed = Signal(str)  # the field's name

    def __init__(self, name: str, *, is_front: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._is_front = is_front
        self._problem = ""
        self.control: Control = new_control(FIELDS[name])
        self._note = PlainLabel(recipe_wording.help_text(name))
        self._note.setWordWrap(True)
        self._note.setFont(font_px(NOTE_PX))
        self._build()
        self._render()
        self.control.value_changed.connect(self._on_value_changed)

    @property
    def problem(self) -> str:
        """The sentence under the control, empty while all is well."""
        return self._problem

    def value(self) -> Any:
        return self.control.value()

    def set_value(self, value: Any) -> None:
        """Show `value`; tells nobody."""
        self.control.blockSignals(True)
        self.control.set_value(value)
        self.control.blockSignals(False)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or with an empty text that nothing is."""
        if sentence != self._problem:
            self._problem = sentence
            self._render()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not isinstance(self.control, SwitchControl):
            column.addWidget(self._new_title())
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.control, 1)
        unit = FIELDS[self.name].unit
        if unit and isinstance(self.control, NumberControl):
            unit_label = PlainLabel(recipe_wording.unit_text(unit))
            role(unit_label, "dim")
            line.addWidget(unit_label, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        column.addWidget(self._note)
        self.control.setToolTip(recipe_wording.help_text(self.name))

    def _new_title(self) -> PlainLabel:
        text = recipe_wording.title(self.name)
        title = PlainLabel(text.upper() if self._is_front else text)
        if self._is_front:
            role(title, "caption")
        title.setBuddy(self.control)
        return title

    def _render(self) -> None:
        self._note.setText(self._problem or recipe_wording.help_text(self.name))
        self._note.setVisible(bool(self._problem) or not self._is_front)
        role(self._note, "bad" if self._problem else "note")
        editor = self.control.focusProxy()
        assert editor, "every control hands its focus to what is edited"
        if editor.property("invalid") != bool(self._problem):
            editor.setProperty("invalid", bool(self._problem))
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        editor.setAccessibleDescription(self._problem or recipe_wording.help_text(self.name))

    def _on_value_changed(self) -> None:
        self.value_changed.emit(self.name)
