"""The pictures of the list side by side."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTransposeProxyModel, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vgg_desktop.gui.classify.many.results_model import Column, ResultsModel
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.widgets.thumbnail_painter import paint_thumbnail
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.gui.widgets.visible_thumbnails import VisibleThumbnails

THUMBNAIL_SIZE = QSize(92, 62)
_CELL_SIZE = QSize(100, 72)
# The chosen picture stays marked while the keyboard is elsewhere, and less loudly.
_UNFOCUSED_ALPHA = 0.6


class Filmstrip(QTableView):
    """A table turned on its side: Qt then lays out 100,000 pictures without asking the model about each."""

    row_chosen = Signal(int)

    def __init__(
        self, model: ResultsModel, thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip")
        self.setAccessibleName(self.tr("Pictures"))
        role(self, "plain")
        turned = QTransposeProxyModel(self)
        turned.setSourceModel(model)
        self.setModel(turned)
        self._results = model
        self._is_marking = False
        self._build(theme)
        VisibleThumbnails(self, model, thumbnails, self.visible_rows, model.path_at)
        turned.modelReset.connect(self._hide_other_columns)
        self.selectionModel().currentChanged.connect(self._on_current)

    def visible_rows(self) -> range:
        """The model's rows that can be seen, perhaps in part."""
        first = max(0, self.columnAt(0))
        last = self.columnAt(self.viewport().width() - 1)
        return range(first, (self._results.rowCount() if last < 0 else last + 1))

    def set_current_row(self, row: int | None) -> None:
        """Mark `row` without saying that it was chosen."""
        self._is_marking = True
        if row is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self.model().index(0, row))
        self._is_marking = False

    def _build(self, theme: Theme) -> None:
        self.setItemDelegate(_ThumbnailDelegate(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        for header, size in (
            (self.horizontalHeader(), _CELL_SIZE.width()),
            (self.verticalHeader(), _CELL_SIZE.height()),
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(size)
            header.setDefaultSectionSize(size)
            header.hide()
        self._hide_other_columns()
        self.setFixedHeight(_CELL_SIZE.height() + self.horizontalScrollBar().sizeHint().height())

    def _hide_other_columns(self) -> None:
        for column in Column:
            self.setRowHidden(column, column is not Column.PICTURE)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._is_marking:
            self.row_chosen.emit(current.column())


class _ThumbnailDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return _CELL_SIZE

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        pixmap: QPixmap | None = index.data(Qt.ItemDataRole.DecorationRole)
        place = QRect(option.rect.topLeft(), THUMBNAIL_SIZE)
        place.moveCenter(option.rect.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_thumbnail(painter, QRectF(place), pixmap, self._theme)
        if option.state & QStyle.StateFlag.State_Selected:
            accent = QColor(self._theme.tokens.accent)
            if not option.state & QStyle.StateFlag.State_HasFocus:
                accent.setAlphaF(_UNFOCUSED_ALPHA)
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(-3, -3, 3, 3), 8, 8)
        painter.restore()
