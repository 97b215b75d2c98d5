"""The corrections made so far, to be looked over, taken back, and trained with."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.run.corrections import Correction
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.results.evaluation_view import ShownEvaluation
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_Index = QModelIndex | QPersistentModelIndex


class CorrectionsPanel(QFrame):
    """A list, and the button that makes it count."""

    train_again_requested = Signal()
    move_requested = Signal()
    move_back_requested = Signal()

    def __init__(self, corrections: Corrections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._corrections = corrections
        self._is_ours = True
        self._model = _CorrectionModel(corrections)
        self._view = QTableView()
        role(self._view, "plain")
        self._view.setObjectName("results_table")
        self._view.setModel(self._model)
        self._view.setShowGrid(False)
        self._view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._view.setAccessibleName(self.tr("Corrections"))
        self._view.verticalHeader().hide()
        self._view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        role(self._words, "dim")
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setToolTip(self.tr("Take back the last correction (Ctrl+Z)"))
        self._back = QPushButton(self.tr("Take back"))
        self._move = QPushButton(self.tr("Move the files…"))
        self._move.setToolTip(self.tr("Put corrected pictures into the folders of their classes; shown first"))
        self._move_back = QPushButton(self.tr("Move the files back"))
        self._can_move = self._can_move_back = False
        self._again = QPushButton(self.tr("Train again with these"))
        role(self._again, "accent")
        self._lay_out()
        self._undo.clicked.connect(corrections.undo)
        self._back.clicked.connect(self._on_back)
        self._move.clicked.connect(self.move_requested)
        self._move_back.clicked.connect(self.move_back_requested)
        self._again.clicked.connect(self.train_again_requested)
        self._view.selectionModel().selectionChanged.connect(self._render)
        corrections.changed.connect(self._on_changed)
        self._render()

    def show_result(self, result: ShownEvaluation) -> None:
        """Files can be moved where their folders are their classes."""
        self._is_ours, self._can_move = result.is_ours, result.has_folders
        self._model.show_labels({one.label.id: one_line(one.label.name) for one in result.evaluation.classes})
        self._render()

    def set_can_move_back(self, can_move_back: bool) -> None:
        self._can_move_back = can_move_back
        self._render()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self._undo, self._back, self._move_back, self._move, self._again):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._view, 1)

    def _on_changed(self) -> None:
        self._model.refresh()
        self._render()

    def _render(self) -> None:
        count = len(self._corrections.all)
        if count:
            text = self.tr(
                "%n correction(s), kept in corrections.csv beside the run. No picture is changed.", "", count
            )
        elif not self._corrections.is_loaded:
            text = ""
        else:
            text = self.tr("Nothing is corrected yet. Choose a wrong label under Mistakes or in the confusion matrix.")
        self._words.setText(text)
        self._view.setVisible(bool(count))
        self._again.setVisible(bool(count))
        self._undo.setVisible(self._corrections.can_undo and self._is_ours)
        self._move.setVisible(self._is_ours and self._can_move and any(one.label for one in self._corrections.all))
        self._move_back.setVisible(self._is_ours and self._can_move_back)
        has_selection = self._view.selectionModel().hasSelection()
        self._back.setVisible(bool(count) and has_selection and self._is_ours)

    def _on_back(self) -> None:
        rows = self._view.selectionModel().selectedRows()
        for sha256 in [self._corrections.all[index.row()].sha256 for index in rows]:
            self._corrections.take_back(sha256)


class _CorrectionModel(QAbstractTableModel):
    def __init__(self, corrections: Corrections) -> None:
        super().__init__()
        self._corrections = corrections
        self._rows: tuple[Correction, ...] = ()
        self._names: dict[str, str] = {}

    def show_labels(self, names: dict[str, str]) -> None:
        self._names = names
        self.refresh()

    def refresh(self) -> None:
        self.beginResetModel()
        self._rows = self._corrections.all
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        correction = self._rows[index.row()]
        if index.column() == 0:
            return one_line(correction.path or correction.sha256[:12])
        if correction.label is None:
            return self.tr("left out")
        return self._names.get(correction.label, one_line(correction.label))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Picture"), self.tr("Corrected to"))[section]
