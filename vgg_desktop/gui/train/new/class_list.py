"""The classes of a dataset: how many pictures each has, as bars, and a few of them."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vgg_desktop.core.dataset_report import ClassReport, DatasetReport
from vgg_desktop.core.display import one_line
from vgg_desktop.gui.look.theme import Theme, font_px, role
from vgg_desktop.gui.look.tokens import BAR_HEIGHT_PX, BODY_PX
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.text.plain_text import tool_tip
from vgg_desktop.gui.widgets.thumbnail_painter import paint_thumbnail
from vgg_desktop.gui.widgets.thumbnails import Thumbnails

_Index = QModelIndex | QPersistentModelIndex
ROW_PX = 51
_NAME_SHARE, _NAME_LEAST_PX = 0.3, 100
_COUNT_PX = 56
_THUMBNAIL = QSize(44, 32)
_THUMBNAIL_GAP_PX = 12
_SAMPLES = 3
CLASS_ROLE = Qt.ItemDataRole.UserRole


class ClassModel(QAbstractListModel):
    """A row a class."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._root = Path()
        self._classes: tuple[ClassReport, ...] = ()
        self.most = 1
        """Pictures of the largest class."""
        self.name_px = 0
        """Width of the longest name."""
        thumbnails.changed.connect(self._on_thumbnail)

    def show_report(self, report: DatasetReport) -> None:
        self.beginResetModel()
        self._root, self._classes = Path(report.root), report.classes
        self.most = max((one.train + one.val for one in report.classes), default=1) or 1
        metrics = QFontMetrics(font_px(BODY_PX))
        self.name_px = max((metrics.horizontalAdvance(one_line(one.name)) for one in report.classes), default=0) + 12
        self.endResetModel()

    def samples(self, row: int) -> list[Path]:
        return [self._root / sample for sample in self._classes[row].samples[:_SAMPLES]]

    def pixmap(self, path: Path) -> Any:
        return self._thumbnails.pixmap(path)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._classes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._classes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(one)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self._words(one))
            case _:
                return one if role == CLASS_ROLE else None

    def _words(self, one: ClassReport) -> str:
        text = self.tr("{name}: {train} for training, {val} for validation")
        name = one_line(one.name) if one.name == one.id else f"{one_line(one.name)} ({one_line(one.id)})"
        return text.format(name=name, train=whole(one.train), val=whole(one.val))

    def _on_thumbnail(self, path: Path) -> None:
        # Sample paths lie in few rows; painting them all again costs less than finding which.
        if self._classes and path.is_relative_to(self._root):
            self.dataChanged.emit(self.index(0), self.index(len(self._classes) - 1))


class ClassList(QListView):
    """As high as its rows, up to what there is room for."""

    def __init__(self, model: ClassModel, thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        role(self, "plain")
        self.setModel(model)
        self.setItemDelegate(_ClassDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Classes"))
        self.verticalScrollBar().valueChanged.connect(self.want_thumbnails)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(400, ROW_PX * max(self.model().rowCount(), 1) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(3, max(self.model().rowCount(), 1)) * ROW_PX)

    def want_thumbnails(self) -> None:
        """Ask for the pictures of the rows that can be seen."""
        model = self.model()
        assert isinstance(model, ClassModel)
        first = self.verticalScrollBar().value() // ROW_PX
        last = min(first + self.viewport().height() // ROW_PX + 2, model.rowCount())
        paths = [path for row in range(first, last) for path in model.samples(row)] if self.isVisible() else []
        self._thumbnails.want("train-samples", paths)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.want_thumbnails()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.want_thumbnails()


class _ClassDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        one, model, row = index.data(CLASS_ROLE), index.model(), QRectF(option.rect)
        if not isinstance(one, ClassReport) or not isinstance(model, ClassModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row():
            painter.setPen(QPen(QColor(self._theme.tokens.hairline), 1))
            line_y = round(row.top()) + 0.5
            painter.drawLine(QPointF(row.left(), line_y), QPointF(row.right(), line_y))
        name_px = min(max(model.name_px, _NAME_LEAST_PX), row.width() * _NAME_SHARE)
        samples = model.samples(index.row())
        pictures_px = _SAMPLES * (_THUMBNAIL.width() + _THUMBNAIL_GAP_PX) if row.width() > 420 else 0
        bar = QRectF(row.left() + name_px + 8, row.center().y() - BAR_HEIGHT_PX / 2, 0, BAR_HEIGHT_PX)
        bar.setRight(row.right() - pictures_px - _COUNT_PX)
        self._paint_words(painter, row, one, name_px, pictures_px)
        self._paint_bar(painter, bar, one, model.most)
        if pictures_px:
            self._paint_samples(painter, row, samples, model)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(0.5, 2.5, -0.5, -2.5), 6, 6)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, row: QRectF, one: ClassReport, name_px: float, pictures_px: float
    ) -> None:
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.text))
        name = painter.fontMetrics().elidedText(one_line(one.name), Qt.TextElideMode.ElideMiddle, int(name_px) - 4)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        count = QRectF(row.right() - pictures_px - _COUNT_PX, row.top(), _COUNT_PX - 4, row.height())
        painter.setPen(QColor(tokens.dim))
        painter.drawText(count, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, whole(one.train + one.val))

    def _paint_bar(self, painter: QPainter, bar: QRectF, one: ClassReport, most: int) -> None:
        """Training in full colour, validation lighter."""
        tokens, radius = self._theme.tokens, BAR_HEIGHT_PX / 2
        track = QPainterPath()
        track.addRoundedRect(bar, radius, radius)
        painter.fillPath(track, QColor(tokens.track))
        train_px, val_px = bar.width() * one.train / most, bar.width() * one.val / most
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(bar.left(), bar.top(), train_px + val_px, bar.height()), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(bar.left(), bar.top(), train_px, bar.height()), QColor(tokens.accent))
        rest = QRectF(bar.left() + train_px, bar.top(), val_px, bar.height())
        painter.fillRect(rest, QColor(tokens.bar_rest))
        painter.setClipping(False)

    def _paint_samples(self, painter: QPainter, row: QRectF, samples: list[Path], model: ClassModel) -> None:
        step = _THUMBNAIL.width() + _THUMBNAIL_GAP_PX
        left = row.right() - _SAMPLES * step + _THUMBNAIL_GAP_PX
        for place, path in enumerate(samples):
            top = row.center().y() - _THUMBNAIL.height() / 2
            spot = QRectF(left + place * step, top, _THUMBNAIL.width(), _THUMBNAIL.height())
            paint_thumbnail(painter, spot, model.pixmap(path), self._theme, 4)
