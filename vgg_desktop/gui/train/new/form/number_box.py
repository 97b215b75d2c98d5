"""A box for one number of any size, which says what is wrong instead of changing what was typed."""

import math
import re
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from vgg_desktop.core.recipe.recipe_fields import RecipeField

_MOST = 1e16
_DECIMALS = 12
_TEXT_MARGIN_PX = 8
_LOOKS_LIKE_NUMBER = re.compile(r"[-+]?[0-9.,'’_ \u00a0\u202f]*([eE][-+]?[0-9]*)?")
# 1,000 and 1 000 000, with one kind of mark; not 0,001, which is a thousandth where commas are decimal.
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}(?:(?P<mark>[.,'’_ \u00a0\u202f])\d{3})(?:(?P=mark)\d{3})*")
_AUTO_VALUE = -_MOST

Number = int | float | Literal["auto"]


class NumberBox(QDoubleSpinBox):
    """The number of a recipe field, "auto" where it may be so.

    Numbers out of range can be typed: the form says so beneath. Text that is no number cannot. Arrows step through 1,
    2, 5, 10... where a field spans several powers of ten, else evenly.
    """

    number_changed = Signal()

    def __init__(self, field: RecipeField, *, allows_auto: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._is_whole = _is_whole(field)
        self._allows_auto = allows_auto
        self.setDecimals(0 if self._is_whole else _DECIMALS)
        self.setRange(_AUTO_VALUE, _MOST)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToPreviousValue)
        if allows_auto:
            self.setSpecialValueText(_auto_word())
        self.setMinimumWidth(88)
        # The style sheet's padding does not reach the text of this kind of box.
        self.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)
        # The first tells of typing at once, the second of arrows, while which the line keeps silent.
        self.lineEdit().textChanged.connect(self.number_changed)
        self.valueChanged.connect(self.number_changed)

    def number(self) -> Number | None:
        """What stands in the box now, also while it is being typed; None when that is no number yet."""
        return self._parsed(self.lineEdit().text())

    def set_number(self, number: Number) -> None:
        self.setValue(_AUTO_VALUE if number == "auto" else number)

    def textFromValue(self, value: float) -> str:
        return str(round(value)) if self._is_whole else f"{value:.10g}"

    def valueFromText(self, text: str) -> float:
        number = self._parsed(text)
        return self.value() if number is None else _AUTO_VALUE if number == "auto" else float(number)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if self._allows_auto and _auto_word().startswith(text.strip().casefold()):
            state = QValidator.State.Acceptable if text.strip() else QValidator.State.Intermediate
        elif not _LOOKS_LIKE_NUMBER.fullmatch(text.strip()):
            state = QValidator.State.Invalid
        else:
            is_number = self._parsed(text) is not None
            state = QValidator.State.Acceptable if is_number else QValidator.State.Intermediate
        return state, text, position

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    def stepBy(self, steps: int) -> None:
        number = self.number()
        if number is None or number == "auto":
            number = self._first_number()
        elif self._is_whole and number == self._field.least and steps < 0 and self._allows_auto:
            return self.set_number("auto")
        else:
            for _ in range(abs(steps)):
                number = self._next(float(number), 1 if steps > 0 else -1)
        return self.set_number(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling through a form must not change what the pointer happens to pass over.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _parsed(self, text: str) -> Number | None:
        text = text.strip().casefold()
        if self._allows_auto and text and _auto_word().startswith(text):
            return "auto"
        try:
            number = float(_without_marks(text, is_whole=self._is_whole))
        except ValueError:
            return None
        if not math.isfinite(number) or abs(number) >= _MOST:
            return None
        return int(number) if self._is_whole and number.is_integer() else number

    def _first_number(self) -> float:
        """What "auto" becomes when somebody presses an arrow: a usual value."""
        usual = {"learning_rate": 0.01, "batch_size": 32, "input_px": 224}
        return usual.get(self._field.name, self._field.least or 0)

    def _next(self, number: float, sign: int) -> float:
        least = self._field.least if self._field.least is not None else 0.0
        most = self._field.most if self._field.most is not None else _MOST
        if not self._is_whole and (most > 2 or self._field.name in {"weight_decay", "learning_rate"}):
            stepped = _next_round(number, sign, least)
        else:
            stepped = number + sign * self._even_step()
        stepped = min(max(stepped, least), most)
        is_excluded = (self._field.least_excluded and stepped <= least) or (
            self._field.most_excluded and stepped >= most
        )
        return number if is_excluded else round(stepped, _DECIMALS)

    def _even_step(self) -> float:
        if not self._is_whole:
            return 0.05
        return {"input_px": 32, "batch_size": 8}.get(self._field.name, 1)


def _without_marks(text: str, *, is_whole: bool) -> str:
    """As Python reads it: marks of thousands gone, a decimal comma made a point. A single point marks thousands only
    where nothing but a whole number can be meant.
    """
    grouped = _GROUPED.match(text)
    if grouped is None:
        return text.replace(",", ".")
    mark, rest = grouped["mark"], text[grouped.end() :]
    is_decimal = mark == "." and not is_whole and grouped[0].count(".") == 1 and not rest.startswith(",")
    if is_decimal or rest[:1].isdigit() or rest.startswith(mark):
        return text.replace(",", ".")
    return grouped[0].replace(mark, "") + rest.replace(",", ".")


def _auto_word() -> str:
    return QCoreApplication.translate("Recipe", "auto")


def _is_whole(field: RecipeField) -> bool:
    kinds = get_args(field.type.__origin__) or (field.type.__origin__,)
    return not any(getattr(kind, "__origin__", kind) is float for kind in kinds)


def _next_round(number: float, sign: int, least: float) -> float:
    """The next of ... 0.1, 0.2, 0.5, 1, 2, 5 ... beyond `number`; 0 lies below 1e-6."""
    if number <= 0:
        return 1e-6 if sign > 0 else least
    power = 10 ** math.floor(math.log10(number) + 1e-9)
    steps = [power * factor for factor in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20)]
    if sign > 0:
        return next(step for step in steps if step > number * (1 + 1e-9))
    smaller = [step for step in steps if step < number * (1 - 1e-9)][-1]
    return smaller if smaller >= 1e-6 * (1 - 1e-9) else least
