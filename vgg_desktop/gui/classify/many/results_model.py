"""The list of pictures as the strip and the table see it: one model for both."""

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.gui.classify.many.rows import PictureState, Query, ResultList, Rows, SortKey, state_of
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.text.numbers import percent
from vgg_desktop.gui.text.plain_text import tool_tip
from vgg_desktop.gui.text.result_wording import kind_text, label_text
from vgg_desktop.gui.text.sentences import spoken_error
from vgg_desktop.gui.widgets.thumbnails import Thumbnails

# While results stream in, a sorted or filtered list is put in order this often: alive, and still to be read.
_ARRANGE_EVERY_MS = 500


class Column(IntEnum):
    """The table's columns; the strip shows the first one alone."""

    PICTURE = 0
    FILE = 1
    LABEL = 2
    SCORE = 3
    KIND = 4
    STATE = 5


SORT_KEYS = {
    Column.FILE: SortKey.FILE,
    Column.LABEL: SortKey.LABEL,
    Column.SCORE: SortKey.SCORE,
    Column.KIND: SortKey.KIND,
    Column.STATE: SortKey.STATE,
}


class ResultsModel(QAbstractTableModel):
    """Shows the `Rows` that its `Query` lets through; a row number is always one of the shown rows."""

    counted = Signal()  # how many there are, are answered or are shown has changed

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._rows = Rows(label_text)
        self._query = Query()
        self._order: Sequence[int] = range(0)
        self._arrange_timer = QTimer(self, singleShot=True, interval=_ARRANGE_EVERY_MS)
        self._arrange_timer.timeout.connect(self._arrange)
        thumbnails.changed.connect(self._on_thumbnail)
        theme.changed.connect(self._tell_all_changed)

    @property
    def rows(self) -> Rows:
        """Everything, whether it is shown or not. Read only."""
        return self._rows

    @property
    def query(self) -> Query:
        return self._query

    def set_query(self, query: Query) -> None:
        if query != self._query:
            self._query = query
            self._arrange()

    def clear(self) -> None:
        self.beginResetModel()
        self._rows = Rows(label_text)
        self._order = range(0)
        self.endResetModel()
        self.counted.emit()

    def append(self, paths: Sequence[Path]) -> None:
        """Add pictures at the end; those that are there already are passed over."""
        new = self._rows.new_paths(paths)
        if not new:
            return
        is_first = not len(self._rows)
        if self._query == Query():
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
            self._rows.append(new)
            self._order = range(len(self._rows))
            self.endInsertRows()
        else:
            self._rows.append(new)
            if is_first:
                self._arrange()
            self._arrange_soon()
        self.counted.emit()

    def take(self, results: Sequence[PathResult]) -> None:
        """Show `results` where their pictures stand."""
        places = self._rows.take(results)
        if self._query.depends_on_results:
            self._arrange_soon()
            self._tell_all_changed()
        else:
            self._tell_changed([row for place in places if (row := self._row(place)) is not None])
        self.counted.emit()

    def forget_results(self) -> None:
        """Every picture waits again."""
        self._rows.forget_results()
        self._arrange()
        self._tell_all_changed()
        self.counted.emit()

    def path_at(self, row: int) -> Path:
        return self._rows.paths[self._order[row]]

    def result_at(self, row: int) -> PathResult | None:
        return self._rows.results[self._order[row]]

    def row_of(self, path: Path) -> int | None:
        """The row that shows `path`; None if it is not in the list or filtered out."""
        place = self._rows.place_of(path)
        return None if place is None else self._row(place)

    def shown_results(self) -> ResultList:
        """What is known of the shown rows now, in their order."""
        return self._rows.answered(self._order)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        is_descending = order == Qt.SortOrder.DescendingOrder
        key = SORT_KEYS.get(Column(column), SortKey.FILE)
        self.set_query(replace(self._query, sort=key, is_descending=is_descending))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(Column):
            return self._heading(Column(section), role)
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._order):
            return None
        place = self._order[index.row()]
        path, result = self._rows.paths[place], self._rows.results[place]
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(column, path, result)
            case Qt.ItemDataRole.DecorationRole if column is Column.PICTURE:
                return self._thumbnails.pixmap(path)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(column, path, result)
            case Qt.ItemDataRole.AccessibleTextRole:
                return display_name(path) if column is Column.PICTURE else _text(column, path, result)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNMENTS[column]
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(column, result)
        return None

    def _heading(self, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[column]
        words = {
            Column.PICTURE: "",
            Column.FILE: self.tr("File"),
            Column.LABEL: self.tr("Label"),
            Column.SCORE: self.tr("Score"),
            Column.KIND: self.tr("Kind"),
            Column.STATE: self.tr("State"),
        }
        return words[column] if role == Qt.ItemDataRole.DisplayRole else None

    def _colour(self, column: Column, result: PathResult | None) -> QColor | None:
        tokens = self._theme.tokens
        colours = {
            PictureState.WAITING: tokens.dim,
            PictureState.FAILED: tokens.bad_text,
            PictureState.UNSURE: tokens.warning_text,
            PictureState.DAMAGED: tokens.warning_text,
        }
        colour = colours.get(state_of(result)) if column is Column.STATE else None
        return QColor(colour) if colour else None

    def _arrange_soon(self) -> None:
        if not self._arrange_timer.isActive():
            self._arrange_timer.start()

    def _arrange(self) -> None:
        """Put the rows in the order of the query, keeping the current row where that is possible."""
        self._arrange_timer.stop()
        order = self._rows.arranged(self._query)
        if len(order) == len(self._order):
            self._change_layout(order)
        else:
            self.beginResetModel()
            self._order = order
            self.endResetModel()
        self.counted.emit()

    def _change_layout(self, order: Sequence[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self._order[index.row()] for index in before]
        self._order = order
        rows = [self._row(place) for place in places]
        after = [
            QModelIndex() if row is None else self.index(row, index.column())
            for row, index in zip(rows, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _row(self, place: int) -> int | None:
        try:
            # A millisecond in a sorted list of 100,000, and nothing in one that is not; asked for a few rows at a time.
            return self._order.index(place)
        except ValueError:
            return None

    def _tell_changed(self, rows: Sequence[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(Column) - 1))

    def _on_thumbnail(self, path: Path) -> None:
        row = self.row_of(path)
        if row is not None:
            index = self.index(row, Column.PICTURE)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def _tell_all_changed(self) -> None:
        self._tell_changed([0, len(self._order) - 1] if self._order else [])


_ALIGNMENTS = {
    Column.PICTURE: Qt.AlignmentFlag.AlignCenter,
    Column.FILE: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    Column.LABEL: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    Column.SCORE: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
    Column.KIND: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    Column.STATE: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
}


def _text(column: Column, path: Path, result: PathResult | None) -> str:
    if column is Column.FILE:
        return display_name(path)
    if column is Column.STATE:
        return state_word(state_of(result))
    prediction = result.prediction if result else None
    if prediction is None or column is Column.PICTURE:
        return ""
    if column is Column.KIND:
        return label_text(prediction.kind.kind) if prediction.kind else ""
    return percent(prediction.best.score) if column is Column.SCORE else label_text(prediction.best.label.name)


def _tip(column: Column, path: Path, result: PathResult | None) -> str:
    if column is Column.STATE and result and result.error:
        return tool_tip(one_line(spoken_error(result.error)))
    kind = result.prediction.kind if column is Column.KIND and result and result.prediction else None
    if kind:
        return tool_tip(kind_text(kind))
    return tool_tip(one_line(str(path)))


def state_word(state: PictureState) -> str:
    """What became of a picture, in a word or two."""
    match state:
        case PictureState.WAITING:
            return QCoreApplication.translate("Wording", "waiting")
        case PictureState.ANSWERED:
            return QCoreApplication.translate("Wording", "done")
        case PictureState.UNSURE:
            return QCoreApplication.translate("Wording", "not sure")
        case PictureState.DAMAGED:
            return QCoreApplication.translate("Wording", "damaged")
        case PictureState.FAILED:
            return QCoreApplication.translate("Wording", "failed")
