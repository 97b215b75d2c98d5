"""The whole recipe as a form: presets and the two numbers in front, everything else one click away."""

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.recipe.recipe import FIELDS, PRESETS, Recipe
from vgg_desktop.core.recipe.recipe_checks import make, problems
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text import recipe_wording
from vgg_desktop.gui.text.model_wording import model_title
from vgg_desktop.gui.train.new.form.all_settings import AllSettings
from vgg_desktop.gui.train.new.form.controls import DeviceControl, StartFromControl
from vgg_desktop.gui.train.new.form.field_row import FieldRow
from vgg_desktop.gui.train.new.form.preset_cards import PresetCards
from vgg_desktop.gui.train.new.form.schedule_view import ScheduleView
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.services.model_list import ModelChoice

_NAMES = tuple(name for name in FIELDS if name != "version")
_FRONT = ("start_from", "epochs", "learning_rate")
_DEFAULT_PRESET = "quick"


class RecipeForm(QWidget):
    """Holds and edits the values of a recipe. All controls are made from `FIELDS`, when they are first looked at."""

    values_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preset = _DEFAULT_PRESET
        self._values: dict[str, Any] = {name: FIELDS[name].default for name in _NAMES}
        self._rows: dict[str, FieldRow] = {}
        self._devices: tuple[DeviceChoice, ...] = ()
        self._build()
        self._connect()
        self.choose_preset(_DEFAULT_PRESET)

    @property
    def preset(self) -> str:
        """The preset that the values were taken from; some may have been changed since."""
        return self._preset

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The rows that have been made, by field name."""
        return self._rows

    def values(self) -> dict[str, Any]:
        """Every field's value as it stands, right or wrong; what does not apply is left out."""
        return {name: value for name, value in self._values.items() if FIELDS[name].applies(self._values)}

    def changed_values(self) -> dict[str, Any]:
        """What differs from the preset: all that a command line has to say."""
        return {name: value for name, value in self.values().items() if value != _preset_value(self._preset, name)}

    def problems(self) -> dict[str, str]:
        """A sentence for each field that cannot stay as it is."""
        values = self.values()
        empty = {name: recipe_wording.problem_text(name, "") for name, value in values.items() if value is None}
        found = problems({name: value for name, value in values.items() if value is not None})
        wrong = {name: recipe_wording.problem_text(name, text) for name, text in found.items()}
        return {**wrong, **empty}

    def recipe(self) -> Recipe:
        """Raises: AppError while there are problems."""
        return make(self.values())

    def choose_preset(self, preset: str) -> None:
        """Take every value from a preset, but keep the weights that training starts from."""
        start_from = self._values["start_from"]
        values = {name: _preset_value(preset, name) for name in _NAMES}
        if start_from != "scratch" or values["train"] in ("all", "auto"):
            values["start_from"] = start_from
        self._show(preset, values)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe as it is, under the preset that is nearest to it."""
        values = {name: getattr(recipe, name) for name in _NAMES}
        self._show(min(PRESETS, key=lambda preset: _distance(values, preset)), values)

    def remembered(self) -> dict[str, Any]:
        """What `recall` takes, as plain data for the settings file."""
        return {"preset": self._preset, "values": msgspec.to_builtins(self.changed_values())}

    def recall(self, remembered: Mapping[str, Any]) -> None:
        """Show what was remembered; what makes no sense any more is passed over."""
        preset, values = remembered.get("preset"), remembered.get("values")
        if preset in PRESETS and isinstance(values, Mapping):
            with contextlib.suppress(AppError):
                recipe = make(dict(values), str(preset))
                self._show(str(preset), {name: getattr(recipe, name) for name in _NAMES})

    def set_value(self, name: str, value: Any) -> None:
        """Change one field, as if a person had."""
        self._values[name] = value
        if name in self._rows:
            self._rows[name].set_value(value)
        self._on_changed()

    def offer_models(self, models: Sequence[ModelChoice]) -> None:
        """Models that training can start from; those that cannot be read are passed over."""
        control = self._rows["start_from"].control
        offers = [(model.name, model_title(model.name, model.info)) for model in models if model.info]
        if isinstance(control, StartFromControl) and offers:
            control.offer(offers)

    def offer_devices(self, devices: Sequence[DeviceChoice]) -> None:
        """Devices that training can run on; none while they are not known."""
        self._devices = tuple(devices)
        if "device" in self._rows:
            self._offer_devices(self._rows["device"])

    def show_all_settings(self, shown: bool) -> None:
        self._more_button.setChecked(shown)

    def _build(self) -> None:
        for name in _FRONT:
            self._add_row(FieldRow(name, is_front=True, parent=self))
        self._presets = PresetCards(self._theme, self)
        self._more_button = QPushButton(self)
        self._more_button.setCheckable(True)
        role(self._more_button, "link")
        self._reset_button = QPushButton(self.tr("Reset"), self)
        role(self._reset_button, "link")
        self._schedule = ScheduleView(self._theme, self)
        self._more = AllSettings([name for name in _NAMES if name not in _FRONT], self)
        how = PlainLabel(self.tr("How").upper(), self)
        role(how, "caption")
        links = QHBoxLayout()
        links.addWidget(self._more_button)
        links.addStretch(1)
        links.addWidget(self._reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows["start_from"])
        column.addSpacing(8)
        column.addWidget(how)
        column.addWidget(self._presets)
        column.addSpacing(8)
        column.addLayout(self._two_rows("epochs", "learning_rate"))
        column.addWidget(self._schedule)
        column.addLayout(links)
        column.addWidget(self._more)

    def _two_rows(self, left: str, right: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._rows[left], 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._rows[right], 1, Qt.AlignmentFlag.AlignTop)
        return line

    def _connect(self) -> None:
        self._presets.chosen.connect(self.choose_preset)
        self._more_button.toggled.connect(self._render)
        self._more.row_made.connect(self._on_row_made)
        self._reset_button.clicked.connect(self._reset)

    def _add_row(self, row: FieldRow) -> None:
        self._rows[row.name] = row
        row.set_value(self._values[row.name])
        row.value_changed.connect(self._on_row_changed)

    def _on_row_made(self, row: FieldRow) -> None:
        self._add_row(row)
        self._offer_devices(row)
        self._render_row(row, self.problems())

    def _offer_devices(self, row: FieldRow) -> None:
        if isinstance(row.control, DeviceControl) and self._devices:
            row.control.offer(self._devices)

    def _reset(self) -> None:
        self.choose_preset(self._preset)

    def _show(self, preset: str, values: dict[str, Any]) -> None:
        self._preset, self._values = preset, values
        for name, row in self._rows.items():
            row.set_value(values[name])
        self._presets.choose(preset)
        self._on_changed()

    def _on_row_changed(self, name: str) -> None:
        self._values[name] = self._rows[name].value()
        self._on_changed()

    def _on_changed(self) -> None:
        self._render()
        self.values_changed.emit()

    def _render(self) -> None:
        found = self.problems()
        hidden_problem = any(name not in _FRONT for name in found)
        self._more.show_fields(self._more_button.isChecked() or hidden_problem)
        for row in self._rows.values():
            self._render_row(row, found)
        self._render_more_button(len(self.changed_values()))
        if not found:
            self._schedule.show_recipe(self.recipe())

    def _render_row(self, row: FieldRow, found: Mapping[str, str]) -> None:
        row.setVisible(FIELDS[row.name].applies(self._values))
        row.show_problem(found.get(row.name, ""))

    def _render_more_button(self, changed_count: int) -> None:
        arrow = "▾" if self._more_button.isChecked() else "▸"
        changed = self.tr("%n changed", "", changed_count) if changed_count else ""
        self._more_button.setText(f"{self.tr('All settings')} {arrow}" + (f"  ·  {changed}" if changed else ""))
        self._reset_button.setVisible(bool(changed_count))


def _preset_value(preset: str, name: str) -> Any:
    return PRESETS[preset].get(name, FIELDS[name].default)


def _distance(values: Mapping[str, Any], preset: str) -> int:
    return sum(values[name] != _preset_value(preset, name) for name in values)
