"""Validation pictures as a wall: what each is, what the model took it for, and what was corrected."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.run.evaluation import Evaluation, PictureResult
from vgg_desktop.gui.look.theme import Theme, font_px, role
from vgg_desktop.gui.look.tokens import NOTE_PX
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.text.numbers import percent
from vgg_desktop.gui.text.plain_text import tool_tip
from vgg_desktop.gui.widgets.thumbnail_painter import paint_thumbnail
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.gui.widgets.visible_thumbnails import VisibleThumbnails

_Index = QModelIndex | QPersistentModelIndex
_CELL = QSize(148, 158)
_PICTURE_PX = (132, 99)
_MARGIN_PX = 8
PICTURE_ROLE = Qt.ItemDataRole.UserRole


class GalleryModel(QAbstractListModel):
    """Some of the pictures of an evaluation."""

    def __init__(self, thumbnails: Thumbnails, corrections: Corrections) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._corrections = corrections
        self._evaluation: Evaluation | None = None
        self._root = Path()
        self._pictures: Sequence[PictureResult] = ()
        self._row_of: dict[Path, int] = {}
        thumbnails.changed.connect(self._on_thumbnail)
        corrections.changed.connect(self._on_corrected)

    def show_pictures(self, evaluation: Evaluation, root: Path, pictures: Sequence[PictureResult]) -> None:
        self.beginResetModel()
        self._evaluation, self._root, self._pictures = evaluation, root, pictures
        self._row_of = {root / picture.path: row for row, picture in enumerate(pictures)}
        self.endResetModel()

    def picture_at(self, row: int) -> PictureResult:
        return self._pictures[row]

    def path_at(self, row: int) -> Path:
        return self._root / self._pictures[row].path

    def words(self, picture: PictureResult) -> tuple[str, str]:
        """What the picture is, and what became of it."""
        if self._evaluation is None:
            return "", ""
        names = [one_line(result.label.name) for result in self._evaluation.classes]
        correction = self._corrections.of(picture.sha256)
        if correction:
            corrected = self.tr("left out") if correction.label is None else f"→ {one_line(correction.label)}"
            return names[picture.target], corrected
        score = percent(picture.score, 0)
        return names[picture.target], f"{names[picture.predicted]} · {score}"

    def is_corrected(self, picture: PictureResult) -> bool:
        return self._corrections.of(picture.sha256) is not None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._pictures)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        picture = self._pictures[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                is_it, became = self.words(picture)
                return f"{is_it}: {became}"
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(one_line(picture.path))
            case Qt.ItemDataRole.DecorationRole:
                return self._thumbnails.pixmap(self.path_at(index.row()))
            case _:
                return picture if role == PICTURE_ROLE else None

    def _on_thumbnail(self, path: Path) -> None:
        row = self._row_of.get(path)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _on_corrected(self) -> None:
        if self._pictures:
            self.dataChanged.emit(self.index(0), self.index(len(self._pictures) - 1))


class Gallery(QListView):
    """Choosing a picture tells so; Enter or a double click opens it."""

    picture_chosen = Signal(object)  # PictureResult or None
    picture_opened = Signal(object)  # PictureResult

    def __init__(
        self, name: str, model: GalleryModel, thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        role(self, "plain")
        self.setAccessibleName(self.tr("Pictures"))
        self.setModel(model)
        self.setItemDelegate(_PictureDelegate(theme, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(_CELL)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._visible = VisibleThumbnails(self, model, thumbnails, self.visible_rows, model.path_at)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    def visible_rows(self) -> range:
        """Rows on the screen, from the geometry of the grid."""
        columns = max(1, self.viewport().width() // _CELL.width())
        top = self.verticalScrollBar().value()
        first = top // _CELL.height() * columns
        lines = self.viewport().height() // _CELL.height() + 2
        return range(max(first, 0), min(first + lines * columns, self.model().rowCount()))

    def current_picture(self) -> PictureResult | None:
        index = self.currentIndex()
        return index.data(PICTURE_ROLE) if index.isValid() else None

    def _on_current(self, index: QModelIndex) -> None:
        self.picture_chosen.emit(index.data(PICTURE_ROLE) if index.isValid() else None)

    def _on_activated(self, index: QModelIndex) -> None:
        self.picture_opened.emit(index.data(PICTURE_ROLE))


class _PictureDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, cell = self._theme.tokens, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft_accent if chosen else tokens.hover))
            painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -2), 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -2), 8, 8)
        width, height = _PICTURE_PX
        place = QRectF(cell.left() + _MARGIN_PX, cell.top() + _MARGIN_PX, width, height)
        paint_thumbnail(painter, place, index.data(Qt.ItemDataRole.DecorationRole), self._theme)
        self._paint_words(painter, place, index)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        tokens, model = self._theme.tokens, index.model()
        picture = index.data(PICTURE_ROLE)
        if not isinstance(model, GalleryModel) or picture is None:
            return
        painter.setFont(font_px(NOTE_PX))
        metrics = painter.fontMetrics()
        colours = (
            tokens.text,
            tokens.good_text if model.is_corrected(picture) or picture.is_right else tokens.bad_text,
        )
        for line, (text, colour) in enumerate(zip(model.words(picture), colours, strict=True)):
            row = QRectF(place.left(), place.bottom() + 4 + 17 * line, place.width(), 17)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(row.width()))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)
