"""The whole recipe as a form: presets and the two numbers in front, everything else one click away."""

import re
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.recipe import FIELDS, PRESETS, Recipe, make, problems
from vgg_desktop.gui.plain_label import PlainLabel
from vgg_desktop.gui.theme import Theme, role
from vgg_desktop.gui.train.form import recipe_words
from vgg_desktop.gui.train.form.field_row import FieldRow
from vgg_desktop.gui.train.form.preset_cards import PresetCards
from vgg_desktop.gui.train.form.schedule_view import ScheduleView

_FRONT = ("start_from", "epochs", "learning_rate")
_DEFAULT_PRESET = "quick"

# Fields that mean nothing with the others as they are: hidden, and at their default.
_MATTERS = {
    "depth": lambda values: values["start_from"] == "scratch",
    "batch_norm": lambda values: values["start_from"] == "scratch",
    "width": lambda values: values["start_from"] == "scratch",
    "hidden": lambda values: values["head"] == "custom",
    "pooled_px": lambda values: values["head"] == "custom",
    "blocks": lambda values: values["train"] == "blocks",
    "layer_decay": lambda values: values["train"] in ("all", "blocks"),
    "dropout": lambda values: values["head"] != "average",
    "warmup_epochs": lambda values: values["schedule"] != "plateau" or values["warmup_epochs"],
}


class RecipeForm(QWidget):
    """Shows and edits the values of a recipe. All controls are made from `FIELDS`."""

    values_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preset = _DEFAULT_PRESET
        self._rows: dict[str, FieldRow] = {}
        self._build()
        self._connect()
        self.choose_preset(_DEFAULT_PRESET)

    @property
    def preset(self) -> str:
        """The preset that the values were taken from; some may have been changed since."""
        return self._preset

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Every field's row by its name."""
        return self._rows

    def values(self) -> dict[str, Any]:
        """Every field's value as it stands, right or wrong; what does not matter is left out."""
        values = {name: row.value() for name, row in self._rows.items()}
        return {name: value for name, value in values.items() if _matters(name, values)}

    def changed_values(self) -> dict[str, Any]:
        """What differs from the preset: all that a command line has to say."""
        return {name: value for name, value in self.values().items() if value != _preset_value(self._preset, name)}

    def problems(self) -> dict[str, str]:
        """A sentence for each field that cannot stay as it is."""
        values = self.values()
        empty = {name: recipe_words.problem_text(name, "") for name, value in values.items() if value is None}
        found = problems({name: value for name, value in values.items() if value is not None})
        wrong = {name: recipe_words.problem_text(name, text) for name, text in found.items()}
        return {**wrong, **empty, **self._pattern_problem(values)}

    def recipe(self) -> Recipe:
        """Raises: AppError while there are problems."""
        return make(self.values())

    def choose_preset(self, preset: str) -> None:
        """Take every value from a preset, but keep what training starts from."""
        start_from = self._rows["start_from"].value()
        self._preset = preset
        for name, row in self._rows.items():
            if name != "start_from" or start_from == "scratch":
                row.set_value(_preset_value(preset, name))
        self._presets.choose(preset)
        self._on_changed()

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe as it is, under the preset that is nearest to it."""
        values = {name: getattr(recipe, name) for name in self._rows}
        self._preset = min(
            PRESETS, key=lambda preset: sum(values[name] != _preset_value(preset, name) for name in values)
        )
        for name, row in self._rows.items():
            row.set_value(values[name])
        self._presets.choose(self._preset)
        self._on_changed()

    def show_all_settings(self, shown: bool) -> None:
        self._more_button.setChecked(shown)

    def _build(self) -> None:
        for name in FIELDS:
            if name != "version":
                self._rows[name] = FieldRow(name, is_front=name in _FRONT)
        self._presets = PresetCards(self._theme)
        self._more_button = QPushButton(checkable=True)
        role(self._more_button, "link")
        self._reset_button = QPushButton(self.tr("Reset"))
        role(self._reset_button, "link")
        self._schedule = ScheduleView(self._theme)
        self._more = self._new_more()
        how = PlainLabel(self.tr("How").upper())
        role(how, "caption")
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
        links = QHBoxLayout()
        links.addWidget(self._more_button)
        links.addStretch(1)
        links.addWidget(self._reset_button)
        column.addLayout(links)
        column.addWidget(self._more)

    def _two_rows(self, left: str, right: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._rows[left], 1)
        line.addWidget(self._rows[right], 1)
        return line

    def _new_more(self) -> QWidget:
        more = QWidget()
        column = QVBoxLayout(more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        group = ""
        for name, row in self._rows.items():
            if name in _FRONT:
                continue
            if FIELDS[name].group != group:
                group = FIELDS[name].group
                heading = PlainLabel(recipe_words.group_title(group).upper())
                role(heading, "caption")
                column.addSpacing(6)
                column.addWidget(heading)
            column.addWidget(row)
        return more

    def _connect(self) -> None:
        for row in self._rows.values():
            row.value_changed.connect(self._on_changed)
        self._presets.chosen.connect(self.choose_preset)
        self._more_button.toggled.connect(self._render)
        self._reset_button.clicked.connect(self._reset)

    def _reset(self) -> None:
        self.choose_preset(self._preset)

    def _on_changed(self) -> None:
        self._render()
        self.values_changed.emit()

    def _render(self) -> None:
        values = {name: row.value() for name, row in self._rows.items()}
        found = self.problems()
        for name, row in self._rows.items():
            row.setVisible(_matters(name, values))
            row.show_problem(found.get(name, ""))
        hidden_problem = any(name not in _FRONT for name in found)
        self._more.setVisible(self._more_button.isChecked() or hidden_problem)
        self._render_more_button(len(self.changed_values()))
        if not found:
            self._schedule.show_recipe(self.recipe())

    def _render_more_button(self, changed_count: int) -> None:
        arrow = "▾" if self._more_button.isChecked() else "▸"
        changed = self.tr("%n changed", "", changed_count) if changed_count else ""
        self._more_button.setText(f"{self.tr('All settings')} {arrow}" + (f"  ·  {changed}" if changed else ""))
        self._reset_button.setVisible(bool(changed_count))

    def _pattern_problem(self, values: dict[str, Any]) -> dict[str, str]:
        try:
            re.compile(values["group_pattern"])
        except re.error as error:
            text = self.tr("This is no regular expression: {reason}.").format(reason=error.msg)
            return {"group_pattern": text}
        return {}


def _matters(name: str, values: dict[str, Any]) -> bool:
    return name not in _MATTERS or bool(_MATTERS[name](values))


def _preset_value(preset: str, name: str) -> Any:
    return PRESETS[preset].get(name, FIELDS[name].default)
