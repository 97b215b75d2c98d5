"""The pictures of the list as a table: sorted by a click on a heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vgg_desktop.gui.classify.many.results_model import SORT_KEYS, Column, ResultsModel
from vgg_desktop.gui.classify.many.rows import Query
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.widgets.thumbnail_painter import paint_thumbnail
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.gui.widgets.visible_thumbnails import VisibleThumbnails

_THUMBNAIL_SIZE = QSize(48, 34)
_ROW_HEIGHT_PX = 44
_FOCUS_PX = 3
_WIDTHS_PX = {Column.PICTURE: 68, Column.SCORE: 84, Column.KIND: 156, Column.STATE: 108}


class ResultsTable(QTableView):
    """Rows of one height, so that 100,000 of them cost no more than those that can be seen."""

    row_chosen = Signal(int)

    def __init__(
        self, model: ResultsModel, thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("results_table")
        self.setAccessibleName(self.tr("Results"))
        role(self, "plain")
        self.setModel(model)
        self._results = model
        self._is_marking = False
        self._build(theme)
        VisibleThumbnails(self, model, thumbnails, self.visible_rows, model.path_at)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.counted.connect(self._show_kinds)
        self._show_kinds()

    def visible_rows(self) -> range:
        """The rows that can be seen, perhaps in part."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, self._results.rowCount() if last < 0 else last + 1)

    def set_current_row(self, row: int | None) -> None:
        """Mark `row` without saying that it was chosen."""
        self._is_marking = True
        if row is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self._results.index(row, Column.FILE))
        self._is_marking = False

    def show_sorting(self, query: Query) -> None:
        """Point the arrow in the heading the way that the model is sorted."""
        column = next(column for column, key in SORT_KEYS.items() if key is query.sort)
        order = Qt.SortOrder.DescendingOrder if query.is_descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        blocked = header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(blocked)

    def _build(self, theme: Theme) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setItemDelegateForColumn(Column.PICTURE, _PictureDelegate(theme, self))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT_PX)
        rows.hide()
        self._build_headings()

    def _build_headings(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        for column in Column:
            width_px = _WIDTHS_PX.get(column)
            if width_px:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(column, width_px)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.PICTURE, QHeaderView.ResizeMode.Fixed)
        header.setSortIndicator(Column.FILE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _show_kinds(self) -> None:
        """A model with classes of its own has no kinds, and then there is no column for them."""
        self.setColumnHidden(Column.KIND, not self._results.rows.has_kinds)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._is_marking:
            self.row_chosen.emit(current.row())


class _PictureDelegate(QStyledItemDelegate):
    """A bar at the start of the row says that the keys move it."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._theme.tokens.soft_accent))
            if self._view.hasFocus():
                bar = QRect(option.rect.topLeft(), QSize(_FOCUS_PX, option.rect.height()))
                painter.fillRect(bar, QColor(self._theme.tokens.accent))
        place = QRect(option.rect.topLeft(), _THUMBNAIL_SIZE)
        place.moveCenter(option.rect.center())
        paint_thumbnail(painter, QRectF(place), index.data(Qt.ItemDataRole.DecorationRole), self._theme, radius_px=4)
