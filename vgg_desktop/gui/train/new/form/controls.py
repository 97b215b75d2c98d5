"""For each kind of recipe field the control that fits it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.model.device_choice import DEVICE_WORDS, DeviceChoice
from vgg_desktop.core.recipe.recipe_fields import RecipeField
from vgg_desktop.gui.text import recipe_wording
from vgg_desktop.gui.train.new.form.number_box import NumberBox
from vgg_desktop.gui.train.new.form.rows_edit import RowsEdit
from vgg_desktop.gui.widgets.calm_combo_box import CalmComboBox

_ANY_FILE = "\0any file"


class Control(QWidget):
    """A field's value, to be shown and changed."""

    value_changed = Signal()

    def value(self) -> Any:
        """What stands there now; None where it is no value yet."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def _fill(self, editor: QWidget, name: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(editor)
        editor.setAccessibleName(recipe_wording.title(name))
        editor.setAccessibleDescription(recipe_wording.help_text(name))
        self.setFocusProxy(editor)


class NumberControl(Control):
    """One number, or "auto"."""

    def __init__(self, field: RecipeField) -> None:
        super().__init__()
        self.box = NumberBox(field, allows_auto="auto" in field.choices)
        self._fill(self.box, field.name)
        self.box.number_changed.connect(self.value_changed)

    def value(self) -> Any:
        return self.box.number()

    def set_value(self, value: Any) -> None:
        self.box.set_number(value)


class ChoiceControl(Control):
    """One of a few words."""

    def __init__(self, field: RecipeField, choices: tuple[Any, ...]) -> None:
        super().__init__()
        self.box = CalmComboBox()
        for choice in choices:
            self.box.addItem(recipe_wording.choice_text(choice), choice)
        self._fill(self.box, field.name)
        self.box.currentIndexChanged.connect(self.value_changed)

    def value(self) -> Any:
        return self.box.currentData()

    def set_value(self, value: Any) -> None:
        position = self.box.findData(value)
        if position < 0:
            # A recipe may come from another machine, with another device.
            self.box.addItem(recipe_wording.choice_text(value), value)
            position = self.box.count() - 1
        self.box.setCurrentIndex(position)


class DeviceControl(ChoiceControl):
    """Where to train: the kinds of devices, and once they are known those that this machine has."""

    def __init__(self, field: RecipeField) -> None:
        super().__init__(field, DEVICE_WORDS)

    def offer(self, devices: Sequence[DeviceChoice]) -> None:
        """The devices to choose from; the chosen one stays chosen."""
        chosen = self.value()
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(recipe_wording.choice_text("auto"), "auto")
        for device in devices:
            self.box.addItem(_device_words(device), device.torch_name)
        self.set_value(chosen)
        self.box.blockSignals(False)


class StartFromControl(ChoiceControl):
    """Models that are known, none at all, or any file."""

    def __init__(self, field: RecipeField) -> None:
        super().__init__(field, ("builtin", "scratch"))
        self._value = self.box.currentData()
        self.box.addItem(self.tr("Another weights file…"), _ANY_FILE)
        self.box.activated.connect(self._on_activated)

    def offer(self, models: Sequence[tuple[str, str]]) -> None:
        """The models to choose from: (what the recipe says, what a person reads); the chosen one stays chosen."""
        chosen = self.value()
        offered = [*models, ("scratch", recipe_wording.choice_text("scratch"))]
        if chosen not in [name for name, _ in offered]:
            offered.append((chosen, _file_words(chosen)))
        self.box.blockSignals(True)
        self.box.clear()
        for name, text in offered:
            self.box.addItem(text, name)
        self.box.addItem(self.tr("Another weights file…"), _ANY_FILE)
        self.box.setCurrentIndex(self.box.findData(chosen))
        self.box.blockSignals(False)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        position = self.box.findData(value)
        if position < 0:
            position = self.box.count() - 1
            self.box.insertItem(position, _file_words(value), value)
        self.box.setCurrentIndex(position)
        self.value_changed.emit()

    def _on_activated(self, position: int) -> None:
        chosen = self.box.itemData(position)
        if chosen != _ANY_FILE:
            self.set_value(chosen)
            return
        self.box.setCurrentIndex(self.box.findData(self._value))
        dialog = QFileDialog(self, self.tr("Weights to start from"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Model weights") + " (*.safetensors *.pth *.pt)")
        dialog.fileSelected.connect(self.set_value)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class SwitchControl(Control):
    """Yes or no."""

    def __init__(self, field: RecipeField) -> None:
        super().__init__()
        self.box = QCheckBox(recipe_wording.title(field.name))
        self._fill(self.box, field.name)
        self.box.toggled.connect(self.value_changed)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)


class TextControl(Control):
    """Words that only a person can know: a pattern."""

    def __init__(self, field: RecipeField) -> None:
        super().__init__()
        self.box = QLineEdit()
        self._fill(self.box, field.name)
        self.box.textChanged.connect(self.value_changed)

    def value(self) -> str:
        return self.box.text()

    def set_value(self, value: str) -> None:
        self.box.setText(value)


class WidthsControl(Control):
    """The widths of hidden layers."""

    def __init__(self, field: RecipeField) -> None:
        super().__init__()
        self.edit = RowsEdit(((self.tr("units"), 1, 65_536, 1024),), most_rows=4)
        self._fill(self.edit, field.name)
        self.edit.rows_changed.connect(self.value_changed)

    def value(self) -> tuple[int, ...]:
        return tuple(width for (width,) in self.edit.rows())

    def set_value(self, value: tuple[int, ...]) -> None:
        self.edit.set_rows(tuple((width,) for width in value))


class SizesControl(Control):
    """Input sizes by first epoch."""

    def __init__(self, field: RecipeField) -> None:
        super().__init__()
        columns = ((self.tr("from epoch"), 1, 100_000, 1), (self.tr("px"), 32, 1024, 64))
        self.edit = RowsEdit(columns, most_rows=12)
        self._fill(self.edit, field.name)
        self.edit.rows_changed.connect(self.value_changed)

    def value(self) -> tuple[tuple[int, ...], ...]:
        return self.edit.rows()

    def set_value(self, value: tuple[tuple[int, int], ...]) -> None:
        self.edit.set_rows(tuple(value))


def new_control(field: RecipeField) -> Control:
    """The control that fits a field."""
    special = {"hidden": WidthsControl, "sizes": SizesControl, "group_pattern": TextControl}
    if field.name in special:
        return special[field.name](field)
    if field.name == "device":
        return DeviceControl(field)
    if field.name == "start_from":
        return StartFromControl(field)
    if isinstance(field.default, bool):
        return SwitchControl(field)
    if field.least is not None:
        return NumberControl(field)
    return ChoiceControl(field, field.choices)


def _device_words(device: DeviceChoice) -> str:
    """Several of a kind have the same name."""
    name = one_line(device.name)
    return f"{name} ({device.torch_name})" if device.kind == "cuda" else name


def _file_words(value: str) -> str:
    """A recipe names a file by its path, or a model of another machine by its name."""
    return display_name(Path(value)) if value not in ("builtin", "scratch") else recipe_wording.choice_text(value)
