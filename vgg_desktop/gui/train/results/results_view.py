"""Everything that is known about a run's best weights, in four parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from vgg_desktop.core.run.evaluation import Evaluation, PictureResult
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.train.results.calibration import CalibrationCard
from vgg_desktop.gui.train.results.class_table import ClassTable
from vgg_desktop.gui.train.results.confusion import ConfusionView
from vgg_desktop.gui.train.results.corrections import Corrections
from vgg_desktop.gui.train.results.corrections_panel import CorrectionsPanel
from vgg_desktop.gui.train.results.moving import Moving
from vgg_desktop.gui.train.results.picture_wall import PictureWall
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.run_watch import RunFacts

# More mistakes than anybody looks at; the confusion matrix leads to all of them.
_MOST_MISTAKES = 500
_BESIDE_FROM_PX = 720
_LOW_PX, _UNLIMITED_PX = 180, 16_777_215


class Part(IntEnum):
    """The parts in their order."""

    CONFUSION = 0
    CLASSES = 1
    MISTAKES = 2
    CORRECTIONS = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What the parts show: an evaluation, and where its pictures lie."""

    evaluation: Evaluation
    root: Path
    is_ours: bool
    has_folders: bool


class ResultsView(QWidget):
    """Each part is made when it is first looked at."""

    picture_opened = Signal(object)  # Path
    train_again_requested = Signal()

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, corrections: Corrections, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._corrections = corrections
        self._result: Result | None = None
        self.moving = Moving(corrections.jobs, self)
        self._parts: dict[Part, QWidget] = {}
        self._stack = QStackedLayout(self)

    @property
    def confusion(self) -> "ConfusionPart":
        return self._part(Part.CONFUSION)

    @property
    def classes(self) -> "ClassPart":
        return self._part(Part.CLASSES)

    @property
    def mistakes(self) -> PictureWall:
        return self._part(Part.MISTAKES)

    @property
    def corrections(self) -> CorrectionsPanel:
        return self._part(Part.CORRECTIONS)

    def titles(self) -> list[str]:
        """What the parts are called, in their order."""
        count, corrections = len(self._corrections.all), self.tr("Corrections")
        corrections = f"{corrections} ({count})" if count else corrections
        return [self.tr("Confusion"), self.tr("Classes"), self.tr("Mistakes"), corrections]

    def show_part(self, part: Part) -> None:
        self._stack.setCurrentWidget(self._part(part))

    def show_run(self, facts: RunFacts, evaluation: Evaluation | None, *, is_ours: bool) -> None:
        """Show what became of a run; without an evaluation there is nothing yet."""
        self._corrections.show_run(facts.path)
        source = facts.about.source if facts.about else ""
        root = data_root(source)
        self._result = Result(evaluation, root, is_ours, str(root) == source) if evaluation else None
        self.moving.show_run(facts.path, root)
        for part in self._parts:
            self._fill(part)

    def _part(self, part: Part) -> QWidget:
        if part not in self._parts:
            makers: dict[Part, Callable[[], QWidget]] = {
                Part.CONFUSION: self._new_confusion,
                Part.CLASSES: lambda: ClassPart(self._theme, self),
                Part.MISTAKES: self._new_mistakes,
                Part.CORRECTIONS: self._new_corrections,
            }
            self._parts[part] = makers[part]()
            self._stack.addWidget(self._parts[part])
            self._fill(part)
        return self._parts[part]

    def _fill(self, part: Part) -> None:
        result = self._result
        if result is None:
            return
        match self._parts[part]:
            case ConfusionPart() | ClassPart() as widget:
                widget.show_result(result)
            case PictureWall() as wall:
                wall.show_run(result.evaluation, result.root, is_ours=result.is_ours)
                wall.show_pictures(result.evaluation.mistakes[:_MOST_MISTAKES], self._mistake_words(result.evaluation))
            case CorrectionsPanel() as panel:
                panel.show_run(result.evaluation, is_ours=result.is_ours, has_folders=result.has_folders)

    def _mistake_words(self, evaluation: Evaluation) -> str:
        wrong = len(evaluation.mistakes)
        if not wrong:
            return self.tr("No mistakes at all.")
        words = self.tr("{wrong} of {count} validation pictures are taken for something else; the worst come first.")
        return words.format(wrong=run_wording.whole(wrong), count=run_wording.whole(evaluation.count))

    def _new_confusion(self) -> "ConfusionPart":
        part = ConfusionPart(self._theme, self._thumbnails, self._corrections, self)
        part.wall.picture_opened.connect(self._on_opened)
        return part

    def _new_mistakes(self) -> PictureWall:
        wall = PictureWall("train-mistakes", self._theme, self._thumbnails, self._corrections, self)
        wall.picture_opened.connect(self._on_opened)
        return wall

    def _new_corrections(self) -> CorrectionsPanel:
        panel = CorrectionsPanel(self._corrections, self)
        panel.train_again_requested.connect(self.train_again_requested)
        panel.move_requested.connect(self._on_move)
        panel.move_back_requested.connect(self.moving.undo)
        panel.set_can_move_back(self.moving.can_undo)
        self.moving.can_undo_changed.connect(panel.set_can_move_back)
        return panel

    def _on_move(self) -> None:
        if self._result:
            labels = [result.label for result in self._result.evaluation.classes]
            self.moving.propose(self._corrections.all, labels)

    def _on_opened(self, picture: PictureResult) -> None:
        if self._result:
            self.picture_opened.emit(self._result.root / picture.path)


class ConfusionPart(QSplitter):
    """The matrix, and the pictures of the cell that is chosen."""

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, corrections: Corrections, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(16)
        words = PlainLabel(self.tr("Rows: what it is. Columns: what it was taken for."))
        words.setWordWrap(True)
        role(words, "note")
        self.matrix = ConfusionView(theme)
        self.wall = PictureWall("train-cell", theme, thumbnails, corrections)
        self.addWidget(_card(words, self.matrix))
        self.addWidget(self.wall)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.matrix.cell_chosen.connect(self._on_cell)

    def show_result(self, result: Result) -> None:
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

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def show_result(self, result: Result) -> None:
        self.table.show_evaluation(result.evaluation)
        self.calibration.show_evaluation(result.evaluation)


def data_root(source: str) -> Path:
    """The folder that paths in a run's evaluation are relative to: the source itself, or a CSV's own folder."""
    path = Path(source)
    return path.parent if path.suffix.casefold() in (".csv", ".tsv") else path


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
