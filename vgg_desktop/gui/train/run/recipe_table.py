"""A run's recipe; beside those that it is compared with, everything in which they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.recipe.recipe import FIELDS
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text import recipe_wording, run_wording
from vgg_desktop.gui.text.reading_wording import other_reading_words
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.services.run_watch import OverlayRead

_Index = QModelIndex | QPersistentModelIndex
_UNKNOWN = "–"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Row:
    """`values` has one text a run; `is_outcome`: not what was wanted of a run, but what came of it."""

    key: str
    title: str
    values: tuple[str, ...]
    tip: str = ""
    is_outcome: bool = False

    @property
    def differs(self) -> bool:
        return len(set(self.values)) > 1


class RecipeTable(QFrame):
    """A row a field, a column a run; with more than one run only what differs, unless all is asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.model = RecipeModel(theme)
        self.words = PlainLabel()
        self.words.setWordWrap(True)
        role(self.words, "dim")
        self._all_fields = QCheckBox(self.tr("Also what is the same everywhere"))
        view = QTableView()
        role(view, "plain")
        view.setObjectName("results_table")
        view.setModel(self.model)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setAccessibleName(self.tr("Recipes"))
        view.verticalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self.words)
        column.addWidget(self._all_fields)
        column.addWidget(view, 1)
        self._all_fields.toggled.connect(self.model.show_all_fields)

    def show_runs(self, runs: Sequence[OverlayRead]) -> None:
        """This run and those beside it."""
        self.model.show_runs(runs)
        self._all_fields.setVisible(len(runs) > 1)
        is_same = len(runs) > 1 and not self.model.has_different_wishes
        self.words.setText(self.tr("Recipe, pictures and corrections are the same.") if is_same else "")
        self.words.setVisible(is_same)


class RecipeModel(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._titles: tuple[str, ...] = ()
        self._rows: tuple[_Row, ...] = ()
        self._shown: tuple[_Row, ...] = ()
        self._shows_all = False

    @property
    def names(self) -> list[str]:
        """Fields of the recipe, and what else is compared, in the order of the rows."""
        return [row.key for row in self._shown]

    @property
    def has_different_wishes(self) -> bool:
        """Whether the runs were to do different things; that their results differ is no wish."""
        return any(row.differs and not row.is_outcome for row in self._rows)

    def show_runs(self, runs: Sequence[OverlayRead]) -> None:
        titles, rows = tuple(run.facts.title for run in runs), tuple(_rows(runs))
        if (titles, rows) != (self._titles, self._rows):
            self._titles, self._rows = titles, rows
            self._arrange()

    def show_all_fields(self, shown: bool) -> None:
        self._shows_all = shown
        self._arrange()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(self._titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._shown[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.DisplayRole:
                return row.values[column - 1] if column else row.title
            case Qt.ItemDataRole.ForegroundRole if not column:
                return QColor(self._theme.tokens.dim)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return one_line(self._titles[section - 1]) if section else self.tr("Setting")

    def _arrange(self) -> None:
        self.beginResetModel()
        shows_all = self._shows_all or len(self._titles) < 2
        self._shown = tuple(row for row in self._rows if shows_all or row.differs)
        self.endResetModel()


def _rows(runs: Sequence[OverlayRead]) -> Iterator[_Row]:
    """One run is its recipe alone: the rest stands on the cards beside it."""
    if len(runs) > 1:
        facts = [run.facts for run in runs]
        text = "RunComparison"
        yield _Row("best_top1", translate(text, "Best accuracy"), tuple(map(_best, runs)), is_outcome=True)
        yield _Row("epoch", translate(text, "Epochs trained"), tuple(map(_epochs, runs)), is_outcome=True)
        seconds = tuple(run_wording.duration(one.state.seconds) if one.state.seconds else _UNKNOWN for one in facts)
        yield _Row("seconds", translate(text, "Time taken"), seconds, is_outcome=True)
        yield _Row("created", translate(text, "Started"), tuple(map(_created, runs)), is_outcome=True)
        yield _Row("source", translate(text, "Pictures"), tuple(map(_source, runs)))
        yield _Row("counts", translate(text, "Training and validation"), tuple(map(_counts, runs)))
        yield _Row("reading", translate(text, "Read as"), tuple(map(_reading, runs)))
        yield _Row("corrections", translate(text, "Corrections"), tuple(map(_corrections, runs)))
    for name in FIELDS:
        if name != "version":
            values = tuple(recipe_wording.value_text(getattr(run.facts.recipe, name, _UNKNOWN)) for run in runs)
            yield _Row(name, recipe_wording.title(name), values, recipe_wording.help_text(name))


def _best(run: OverlayRead) -> str:
    best = run.facts.state.best_top1
    return _UNKNOWN if best is None else run_wording.percent(best)


def _epochs(run: OverlayRead) -> str:
    return run_wording.whole(run.facts.state.epoch)


def _created(run: OverlayRead) -> str:
    about = run.facts.about
    return datetime.fromtimestamp(about.created).astimezone().strftime("%Y-%m-%d %H:%M:%S") if about else _UNKNOWN


def _source(run: OverlayRead) -> str:
    return one_line(run.facts.about.source) if run.facts.about else _UNKNOWN


def _counts(run: OverlayRead) -> str:
    started = run.history.started
    if started is None:
        return _UNKNOWN
    return f"{run_wording.whole(started.train_count)} + {run_wording.whole(started.val_count)}"


def _reading(run: OverlayRead) -> str:
    about = run.facts.about
    if about is None:
        return _UNKNOWN
    reading = about.reading
    given = (reading.path_column, reading.label_column, reading.val_fold)
    return ", ".join([other_reading_words(reading.read_as), *map(one_line, filter(None, given))])


def _corrections(run: OverlayRead) -> str:
    has_some = run.facts.about is not None and run.facts.about.corrections
    return translate("RunComparison", "applied") if has_some else translate("RunComparison", "none")
