"""Every class with its precision, recall and counts, to be sorted."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.run.evaluation import ClassResult, Evaluation
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.text.numbers import percent, whole

_Index = QModelIndex | QPersistentModelIndex
_SORT_ROLE = Qt.ItemDataRole.UserRole
_NUMBER_PX = 92


class ClassTable(QTableView):
    """Sorted by recall at first: what needs more pictures stands on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _ClassModel()
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(self._model)
        proxy.setSortRole(_SORT_ROLE)
        proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(proxy)
        role(self, "plain")
        self.setObjectName("results_table")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget())
        self.setAccessibleName(self.tr("Classes"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(_NUMBER_PX)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(2, Qt.SortOrder.AscendingOrder)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        self._model.show_classes(evaluation.classes)
        # A finished model was trained elsewhere.
        self.setColumnHidden(3, not any(one.train_count for one in evaluation.classes))


class _ClassModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._classes: tuple[ClassResult, ...] = ()
        self._has_training = True

    def show_classes(self, classes: tuple[ClassResult, ...]) -> None:
        self.beginResetModel()
        self._classes = tuple(one for one in classes if one.train_count or one.val_count)
        self._has_training = any(one.train_count for one in classes)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._classes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 5

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        result, column = self._classes[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(result, column)
            case Qt.ItemDataRole.TextAlignmentRole if column:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                return _sort_value(result, column) if role == _SORT_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        tips = (
            "",
            self.tr("Of the pictures taken for this class, how many are of it"),
            self.tr("Of the pictures of this class, how many were recognised"),
            "",
            "",
        )
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips[section] or None
        titles = (
            self.tr("Class"),
            self.tr("Precision"),
            self.tr("Recall"),
            self.tr("Training"),
            self.tr("Validation") if self._has_training else self.tr("Pictures"),
        )
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None


def _cell(result: ClassResult, column: int) -> str:
    match column:
        case 0:
            return one_line(result.label.name)
        case 1:
            return "–" if result.precision is None else percent(result.precision)
        case 2:
            return "–" if result.recall is None else percent(result.recall)
        case 3:
            return whole(result.train_count)
        case _:
            return whole(result.val_count)


def _sort_value(result: ClassResult, column: int) -> Any:
    values = (result.label.name, result.precision, result.recall, result.train_count, result.val_count)
    return -1.0 if values[column] is None else values[column]
