"""How a model does on labelled pictures, in parts: confusion, classes, mistakes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from vgg_desktop.core.run.evaluation import Evaluation, PictureResult
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.results.calibration import CalibrationCard
from vgg_desktop.gui.results.class_table import ClassTable
from vgg_desktop.gui.results.confusion import ConfusionView
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.results.picture_wall import PictureWall
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.gui.widgets.thumbnails import Thumbnails

# More mistakes than anybody looks at; the confusion matrix leads to all of them.
_MOST_MISTAKES = 500
_BESIDE_FROM_PX = 720
_LOW_PX, _UNLIMITED_PX = 180, 16_777_215


class Part(IntEnum):
    """The parts in their order; the last one is a run's alone."""

    CONFUSION = 0
    CLASSES = 1
    MISTAKES = 2
    CORRECTIONS = 3


@dataclass(frozen=True, slots=True)
class ShownEvaluation:
    """What the parts show: an evaluation, and where its pictures lie. `is_ours`: its labels can be corrected."""

    evaluation: Evaluation
    root: Path
    is_ours: bool = False
    has_folders: bool = False


_Part = TypeVar("_Part", bound=QWidget)


class EvaluationView(QWidget):
    """Each part is made when it is first looked at. `name` is one that no other view of pictures has."""

    picture_opened = Signal(object)  # Path

    def __init__(
        self,
        name: str,
        theme: Theme,
        thumbnails: Thumbnails,
        corrections: Corrections,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._theme = theme
        self._thumbnails = thumbnails
        self._corrections = corrections
        self._result: ShownEvaluation | None = None
        self._shows: list[Callable[[ShownEvaluation], None]] = []
        self._stack = QStackedLayout(self)

    @cached_property
    def confusion(self) -> "ConfusionPart":
        part = ConfusionPart(f"{self._name}-cell", self._theme, self._thumbnails, self._corrections)
        part.wall.picture_opened.connect(self._on_opened)
        return self._added(part, part.show_result)

    @cached_property
    def classes(self) -> "ClassPart":
        part = ClassPart(self._theme)
        return self._added(part, part.show_result)

    @cached_property
    def mistakes(self) -> "MistakesWall":
        wall = MistakesWall(f"{self._name}-mistakes", self._theme, self._thumbnails, self._corrections)
        wall.picture_opened.connect(self._on_opened)
        return self._added(wall, wall.show_result)

    def titles(self) -> list[str]:
        """What the parts are called, in their order."""
        return [self.tr("Confusion"), self.tr("Classes"), self.tr("Mistakes")]

    def show_part(self, part: Part) -> None:
        self._stack.setCurrentWidget(self._widget(part))

    def show_result(self, result: ShownEvaluation | None) -> None:
        """Show another evaluation; None: there is none yet."""
        self._result = result
        if result:
            for show in self._shows:
                show(result)

    def _widget(self, part: Part) -> QWidget:
        match part:
            case Part.CONFUSION:
                return self.confusion
            case Part.CLASSES:
                return self.classes
            case _:
                return self.mistakes

    def _added(self, part: _Part, show: Callable[[ShownEvaluation], None]) -> _Part:
        self._stack.addWidget(part)
        self._shows.append(show)
        if self._result:
            show(self._result)
        return part

    def _on_opened(self, picture: PictureResult) -> None:
        if self._result:
            self.picture_opened.emit(self._result.root / picture.path)


class ConfusionPart(QSplitter):
    """The matrix, and the pictures of the cell that is chosen."""

    def __init__(self, name: str, theme: Theme, thumbnails: Thumbnails, corrections: Corrections) -> None:
        super().__init__()
        self._evaluation: Evaluation | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(16)
        words = PlainLabel(self.tr("Rows: what it is. Columns: what it was taken for."))
        words.setWordWrap(True)
        role(words, "note")
        self.matrix = ConfusionView(theme)
        self.wall = PictureWall(name, theme, thumbnails, corrections)
        self.addWidget(_card(words, self.matrix))
        self.addWidget(self.wall)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.matrix.cell_chosen.connect(self._on_cell)

    def show_result(self, result: ShownEvaluation) -> None:
        self._evaluation = result.evaluation
        self.matrix.show_evaluation(result.evaluation)
        self.wall.show_run(result.evaluation, result.root, is_ours=result.is_ours)
        self.wall.show_pictures((), self.tr("Choose a cell to see its pictures."))

    def _on_cell(self, target: int, predicted: int) -> None:
        if self._evaluation is None:
            return
        words = self.matrix.model().index(target, predicted).data(Qt.ItemDataRole.AccessibleTextRole)
        self.wall.show_pictures(_pictures_of(self._evaluation, target, predicted), words)


class ClassPart(QWidget):
    """The table of classes, and the calibration."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.table = ClassTable()
        self.calibration = CalibrationCard(theme)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(_card(self.table), 3)
        self._row.addWidget(self.calibration, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _BESIDE_FROM_PX
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self.calibration.setMaximumHeight(_LOW_PX if is_narrow else _UNLIMITED_PX)

    def show_result(self, result: ShownEvaluation) -> None:
        self.table.show_evaluation(result.evaluation)
        self.calibration.show_evaluation(result.evaluation)


class MistakesWall(PictureWall):
    """The pictures that are taken for something else, the worst first."""

    def show_result(self, result: ShownEvaluation) -> None:
        mistakes = result.evaluation.mistakes
        self.show_run(result.evaluation, result.root, is_ours=result.is_ours)
        self.show_pictures(mistakes[:_MOST_MISTAKES], self._mistake_words(len(mistakes), result.evaluation))

    def _mistake_words(self, wrong: int, evaluation: Evaluation) -> str:
        if not wrong:
            return self.tr("No mistakes at all.")
        words = self.tr("{wrong} of {count} pictures are taken for something else; the worst come first.")
        return words.format(wrong=whole(wrong), count=whole(evaluation.count))


def _pictures_of(evaluation: Evaluation, target: int, predicted: int) -> Sequence[PictureResult]:
    return [one for one in evaluation.pictures if one.target == target and one.predicted == predicted]


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return card
