"""All runs at the left: what each is, and how it stands."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vgg_desktop.gui.look.theme import Theme, font_px, role
from vgg_desktop.gui.look.tokens import NOTE_PX, Tokens
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.train.runs.run_actions import RunAction, action_text, possible_actions
from vgg_desktop.gui.train.runs.run_model import FACTS_ROLE, WORK_ROLE, RunModel
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.services.run_watch import RunFacts

_Index = QModelIndex | QPersistentModelIndex
_WIDTH_PX, _NARROW_PX = 236, 186
_ROW_PX, _LINE_PX = 76, 18
# A short list is read faster than it is searched.
_SEARCH_FROM = 6
_LIST_ACTIONS = (
    RunAction.RENAME,
    RunAction.NOTES,
    RunAction.DUPLICATE,
    RunAction.RESUME,
    RunAction.OPEN_FOLDER,
    RunAction.DELETE,
)


class RunsPanel(QFrame):
    """Choosing a run shows it; a right click or the menu key asks something of it."""

    run_chosen = Signal(object)  # Path
    new_requested = Signal()
    action_requested = Signal(object, str)  # Path, RunAction

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.setFixedWidth(_WIDTH_PX)
        self.model = RunModel()
        self._current: Path | None = None
        self._guests: frozenset[Path] = frozenset()
        self.view = QListView()
        role(self.view, "plain")
        self.view.setModel(self.model)
        self.view.setItemDelegate(_RunDelegate(theme, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setAccessibleName(self.tr("Runs"))
        self._search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self._search.setAccessibleName(self.tr("Search the runs"))
        self.new_button = QPushButton(self.tr("New run"))
        role(self.new_button, "accent")
        self._lay_out()
        self._connect(theme)

    @property
    def current(self) -> Path | None:
        return self._current

    def show_runs(self, runs: Sequence[RunFacts], guests: Iterable[Path] = ()) -> None:
        """`guests` are those of them that are only looked at."""
        self._guests = frozenset(guests)
        self._search.setVisible(len(runs) >= _SEARCH_FROM)
        self.model.show_runs(runs)
        self._mark_current()

    def set_narrow(self, is_narrow: bool) -> None:
        """Give the rest more of a small window."""
        self.setFixedWidth(_NARROW_PX if is_narrow else _WIDTH_PX)

    def set_current(self, path: Path | None) -> None:
        """Mark a run; tells nobody."""
        self._current = path
        self._mark_current()

    def search(self, text: str) -> None:
        self._search.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, 400)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(self.view.viewport().mapFromGlobal(event.globalPos()))

    def menu_for(self, facts: RunFacts) -> QMenu:
        """What can be asked of a run from the list."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        possible = possible_actions(facts, is_ours=facts.path not in self._guests, is_obeying=False)
        for action in _LIST_ACTIONS:
            if action in possible:
                entry = menu.addAction(action_text(action))
                entry.setData((facts.path, str(action)))
        menu.triggered.connect(self._on_menu)
        return menu

    def _lay_out(self) -> None:
        caption = PlainLabel(self.tr("Runs").upper())
        role(caption, "caption")
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.addWidget(caption, 1)
        head.addWidget(self.new_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._search)
        column.addWidget(self.view, 1)

    def _connect(self, theme: Theme) -> None:
        self.new_button.clicked.connect(self.new_requested)
        self._search.textChanged.connect(self.model.search)
        self._search.textChanged.connect(self._mark_current)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(self._on_clicked)
        self.view.customContextMenuRequested.connect(self._open_menu)
        theme.changed.connect(self.view.viewport().update)

    def _mark_current(self) -> None:
        row = self.model.row_of(self._current)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        else:
            selection.clear()
        selection.blockSignals(False)
        self.view.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        facts = index.data(FACTS_ROLE) if index.isValid() else None
        if facts and facts.path != self._current:
            self._current = facts.path
            self.run_chosen.emit(facts.path)

    def _on_clicked(self, index: QModelIndex) -> None:
        # A click on the marked run comes back to it from the form.
        facts = index.data(FACTS_ROLE)
        self._current = facts.path
        self.run_chosen.emit(facts.path)

    def _open_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        index = index if index.isValid() else self.view.currentIndex()
        if index.isValid():
            self.menu_for(index.data(FACTS_ROLE)).popup(self.view.viewport().mapToGlobal(place))

    def _on_menu(self, action: QAction) -> None:
        path, wish = action.data()
        self.action_requested.emit(path, wish)


class _RunDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, facts = self._theme.tokens, index.data(FACTS_ROLE)
        row = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft_accent if is_chosen else tokens.hover))
            painter.drawRoundedRect(row, 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        inner = row.adjusted(11, 9, -8, -9)
        painter.setPen(QColor(tokens.text))
        title = QRectF(inner.left(), inner.top(), inner.width(), 20)
        _paint_elided(painter, title, index.data(Qt.ItemDataRole.DisplayRole))
        painter.setFont(font_px(NOTE_PX))
        line = QRectF(inner.left(), inner.top() + 20, inner.width(), _LINE_PX)
        self._paint_state(painter, line, facts, is_chosen=is_chosen)
        painter.setPen(QColor(tokens.dim_on_soft if is_chosen else tokens.dim))
        _paint_elided(painter, line.translated(0, _LINE_PX), index.data(WORK_ROLE), Qt.TextElideMode.ElideMiddle)
        painter.restore()

    def _paint_state(self, painter: QPainter, line: QRectF, facts: RunFacts, *, is_chosen: bool) -> None:
        line, colour = QRectF(line), _state_colour(facts, self._theme.tokens, is_chosen=is_chosen)
        if facts.state.is_live:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QRectF(line.left() + 1, line.center().y() - 4, 8, 8))
            line.setLeft(line.left() + 14)
        painter.setPen(QColor(colour))
        _paint_elided(painter, line, run_wording.state_words(facts.state))


def _paint_elided(
    painter: QPainter, line: QRectF, text: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> None:
    shown = painter.fontMetrics().elidedText(text, mode, int(line.width()))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _state_colour(facts: RunFacts, tokens: Tokens, *, is_chosen: bool) -> str:
    match facts.state.state:
        case "starting" | "running":
            return tokens.good_text
        case "failed" | "lost":
            return tokens.warning_text
        case _:
            return tokens.dim_on_soft if is_chosen else tokens.dim
