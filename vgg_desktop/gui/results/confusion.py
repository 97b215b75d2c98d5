"""The confusion matrix: rows are what pictures are, columns what the model took them for."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.run.evaluation import Evaluation
from vgg_desktop.gui.look.theme import Theme, font_px, role
from vgg_desktop.gui.look.tokens import NOTE_PX
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.text.plain_text import tool_tip

_Index = QModelIndex | QPersistentModelIndex
_LARGE_PX, _HIGH_PX, _SMALL_PX = 76, 48, 22
# From this width on a cell holds its number.
_NUMBER_PX = 30
# More classes than these are looked at as a picture.
_MOST_NUMBERED = 24
SHARE_ROLE = Qt.ItemDataRole.UserRole


class ConfusionModel(QAbstractTableModel):
    """Counts, and as `SHARE_ROLE` the share of the row."""

    def __init__(self) -> None:
        super().__init__()
        self._evaluation: Evaluation | None = None
        self._names: list[str] = []
        self._row_count = 0

    def show_evaluation(self, evaluation: Evaluation) -> None:
        self.beginResetModel()
        self._evaluation = evaluation
        self._names = [one_line(result.label.name) for result in evaluation.classes]
        # Of the classes at the end that pictures were only taken for, rows would be empty.
        self._row_count = max((row for row, one in enumerate(evaluation.classes, 1) if one.val_count), default=0)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._row_count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._evaluation is None:
            return None
        row = self._evaluation.confusion[index.row()]
        count = row[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(count) if count else ""
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self._words(index.row(), index.column(), count))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words(index.row(), index.column(), count)
            case _:
                return count / max(sum(row), 1) if role == SHARE_ROLE else None

    def headerData(self, section: int, _orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._names[section])
        return self._names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, target: int, predicted: int, count: int) -> str:
        text = self.tr("{count} of {target} taken for {predicted}")
        if target == predicted:
            text = self.tr("{count} of {target} recognised")
        return text.format(count=whole(count), target=self._names[target], predicted=self._names[predicted])


class ConfusionView(QTableView):
    """Choosing a cell tells so."""

    cell_chosen = Signal(int, int)  # target, predicted

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ConfusionModel()
        self.setModel(self._model)
        self._theme = theme
        role(self, "plain")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget())
        self.setAccessibleName(self.tr("Confusion matrix: rows are the true classes, columns the predicted ones"))
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setHorizontalHeader(_SlantedHeader(theme, self))
        self.setVerticalHeader(_NameHeader(theme, self))
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(_SMALL_PX)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        self._model.show_evaluation(evaluation)
        self._fit()

    def choose(self, target: int, predicted: int) -> None:
        self.setCurrentIndex(self._model.index(target, predicted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Cells as large as there is room for, within limits."""
        count = max(self._model.columnCount(), 1)
        room_px = self.width() - self.verticalHeader().width() - 16
        width = min(max(room_px // count, _SMALL_PX), _LARGE_PX)
        width = width if count <= _MOST_NUMBERED else _SMALL_PX
        if width != self.horizontalHeader().defaultSectionSize():
            self.horizontalHeader().setDefaultSectionSize(width)
            self.verticalHeader().setDefaultSectionSize(min(width, _HIGH_PX))
            # A new default alone leaves the scroll bars as they were.
            self.updateGeometries()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_chosen.emit(index.row(), index.column())


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, share = self._theme.tokens, float(index.data(SHARE_ROLE) or 0)
        is_right = index.row() == index.column()
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(cell, 4, 4)
        if share:
            colour = QColor(tokens.accent if is_right else tokens.second)
            # A single mistake among many must be seen, so the scale does not begin at nothing.
            colour.setAlphaF(0.12 + 0.88 * share if is_right else min(1.0, 0.3 + share))
            painter.setBrush(colour)
            painter.drawRoundedRect(cell, 4, 4)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(tokens.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, 4, 4)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if text and cell.width() >= _NUMBER_PX - 2:
            painter.setFont(font_px(NOTE_PX))
            painter.setPen(QColor(tokens.on_accent if is_right and share > 0.55 else tokens.text))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class _NameHeader(QHeaderView):
    """Class names beside the rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setMaximumWidth(150)
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        text = self.model().headerData(section, Qt.Orientation.Vertical)
        painter.save()
        painter.setFont(font_px(NOTE_PX))
        painter.setPen(QColor(self._theme.tokens.dim))
        shown = painter.fontMetrics().elidedText(text or "", Qt.TextElideMode.ElideMiddle, rect.width() - 12)
        painter.drawText(rect.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class _SlantedHeader(QHeaderView):
    """Class names upwards, so that a column need not be wider than its number."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setFixedHeight(96)

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        text = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_px(NOTE_PX))
        painter.setPen(QColor(self._theme.tokens.dim))
        shown = painter.fontMetrics().elidedText(text or "", Qt.TextElideMode.ElideRight, rect.height() - 10)
        painter.translate(rect.center().x() + 4, rect.bottom() - 5)
        painter.rotate(-90)
        painter.drawText(0, 0, shown)
        painter.restore()
