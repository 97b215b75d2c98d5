"""A run as a page: its head, what it has to say, its curves, and once it has ended its results."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from vgg_desktop.core.run.evaluation import Evaluation
from vgg_desktop.core.run.history import History
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import MARGIN_PX
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.results.evaluation_view import Part
from vgg_desktop.gui.train.results.results_view import ResultsView
from vgg_desktop.gui.train.run.curves_view import CurvesView, Overlay
from vgg_desktop.gui.train.run.header import RunHeader
from vgg_desktop.gui.train.run.notice import RunNotice
from vgg_desktop.gui.train.run.recipe_table import RecipeTable
from vgg_desktop.gui.train.run.side_cards import SideCards
from vgg_desktop.gui.train.runs.run_actions import RunAction, possible_actions
from vgg_desktop.gui.widgets.segment_tabs import SegmentTabs, framed_tabs
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.run_watch import OpenedRun, OverlayRead, RunFacts, RunNews

_SIDE_PX, _NARROW_SIDE_PX = 212, 172
# Before the results' parts stand curves and recipe.
_FIRST_RESULT = 2


class RunView(QWidget):
    """Shows one run; everything that it is told is plain data, everything that it wants is a signal."""

    action_requested = Signal(str)  # RunAction

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, corrections: Corrections, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: RunFacts | None = None
        self._history = History()
        self._is_ours = True
        self._waiting_for: str = ""
        self._answers_seen = 0
        self._evaluation: Evaluation | None = None
        self._shows_recipe = False
        self._others: tuple[OverlayRead, ...] = ()
        self._build(thumbnails, corrections)
        self.header.action_requested.connect(self.action_requested)
        self._tabs.currentChanged.connect(self._on_tab)
        corrections.changed.connect(self._show_tabs)

    @property
    def facts(self) -> RunFacts | None:
        return self._facts

    @property
    def history(self) -> History:
        return self._history

    def open_run(self, opened: OpenedRun, *, is_ours: bool) -> None:
        """Another run, or the same one anew."""
        is_same = self._facts is not None and self._facts.path == opened.facts.path
        self._facts, self._history, self._is_ours = opened.facts, opened.history, is_ours
        self._waiting_for = ""
        self._answers_seen = len(self._history.answers)
        if not is_same:
            self._tabs.setCurrentIndex(0)
        self._others = self._others if is_same else ()
        self.curves.show_history(self._history, _overlays(self._others))
        self.results.show_run(opened.facts, opened.evaluation, is_ours=is_ours)
        self._shows_recipe = self._shows_recipe and is_same
        self._evaluation = opened.evaluation
        self._show_tabs()
        self._render()

    def advance(self, news: RunNews) -> None:
        """What is new in the run that is shown."""
        had_ended = self._facts is not None and not self._facts.state.is_live
        self._facts = news.facts
        self._history.apply(news.events)
        if news.records is not None:
            self._history.extend_steps(news.records)
        self._note_answers()
        if not news.facts.state.is_live or (had_ended and news.facts.state.is_live):
            self._waiting_for = ""
        self.curves.note_growth()
        if news.evaluation:
            self.results.show_run(news.facts, news.evaluation, is_ours=self._is_ours)
            self._evaluation = news.evaluation
            self._show_tabs()
        self._render()

    def wait_for(self, words: str) -> None:
        """A command is on its way: say so until it is answered or done."""
        self._waiting_for = words
        self._render()

    def possible(self) -> set[RunAction]:
        """What makes sense to ask of this run now."""
        if self._facts is None:
            return set()
        return possible_actions(self._facts, is_ours=self._is_ours, is_obeying=bool(self._waiting_for))

    def show_tab(self, index: int) -> None:
        """0 the curves, 1 the recipe, then the parts of the results."""
        self._tabs.setCurrentIndex(index)

    def set_narrow(self, is_narrow: bool) -> None:
        """Give the curves more of a small window."""
        self._side_area.setFixedWidth((_NARROW_SIDE_PX if is_narrow else _SIDE_PX) + MARGIN_PX)
        self.curves.set_narrow(is_narrow)
        # In a small window name, buttons and tabs get the whole width.
        for widget in (self._top, self._side_area):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self._top, 0, 0, 1, 2 if is_narrow else 1)
        self._grid.addWidget(self._side_area, 1 if is_narrow else 0, 1, 1 if is_narrow else 2, 1)

    def show_recipe(self) -> None:
        self._shows_recipe = True
        self._show_tabs()
        self.show_tab(1)

    def show_others(self, others: tuple[OverlayRead, ...]) -> None:
        """Runs to compare with: on the same plots, and beside the recipe."""
        self._others = others
        self.curves.show_overlays(_overlays(others))
        self._show_tabs()
        self._render()

    def _build(self, thumbnails: Thumbnails, corrections: Corrections) -> None:
        self.header = RunHeader(self._theme)
        self.notice = RunNotice(self._theme)
        self.curves = CurvesView(self._theme)
        self.results = ResultsView(self._theme, thumbnails, corrections)
        self.side = SideCards()
        self.recipe = RecipeTable(self._theme)
        self._tabs = SegmentTabs()
        self._tabs.setAccessibleName(self.tr("Curves and results"))
        self._tab_frame = framed_tabs(self._tabs)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.curves)
        self._stack.addWidget(self.recipe)
        self._stack.addWidget(self.results)
        self._top = QWidget()
        column = QVBoxLayout(self._top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self.header, self.notice, self._tab_frame):
            column.addWidget(widget)
        self._side_area = self._new_side()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        # The side keeps its distance itself: a hidden column would still be spaced.
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.addWidget(body, 1, 0)
        self.set_narrow(False)

    def _new_side(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_SIDE_PX + MARGIN_PX)
        role(self.side, "page")
        area.setWidget(self.side)
        area.viewport().setAutoFillBackground(False)
        return area

    def _show_tabs(self) -> None:
        """Curves alone need no tabs."""
        titles = [self.tr("Curves")]
        if self._evaluation or self._shows_recipe or self._others:
            titles.append(self.tr("Recipe"))
        if self._evaluation:
            titles += self.results.titles()
        self._tab_frame.setVisible(len(titles) > 1)
        self._tabs.set_titles(titles)
        self._on_tab(self._tabs.currentIndex())

    def _on_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(min(max(index, 0), 2))
        # Matrix and pictures need the room; the numbers beside them stand in the curves' part.
        self._side_area.setVisible(index <= 0)
        if index >= _FIRST_RESULT:
            self.results.show_part(Part(index - _FIRST_RESULT))

    def _note_answers(self) -> None:
        new = self._history.answers[self._answers_seen :]
        self._answers_seen = len(self._history.answers)
        if any(not answer.accepted for answer in new):
            self._waiting_for = ""

    def _render(self) -> None:
        if self._facts is None:
            return
        self.header.show_run(self._facts, self._history, self.possible(), self._waiting_for)
        self.notice.show_run(self._facts, self._history)
        self.side.show_run(self._history, self._facts.state, self._facts.recipe)
        runs = (OverlayRead(self._facts, self._history), *self._others)
        self.recipe.show_runs([run for run in runs if run.facts.recipe])


def _overlays(others: tuple[OverlayRead, ...]) -> tuple[Overlay, ...]:
    return tuple(Overlay(other.facts.title, other.history) for other in others)
