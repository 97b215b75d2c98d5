"""The curves as a table: a row an epoch."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from vgg_desktop.core.run.events import Epoch
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.text.numbers import percent

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = 8


class EpochTable(QAbstractTableModel):
    """Epochs as they come; the newest is at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._epochs: list[Epoch] = []

    def show_epochs(self, epochs: Sequence[Epoch]) -> None:
        """Take over `epochs`; rows that are there already stay, so that selection and scroll position do."""
        known = len(self._epochs)
        if known and list(epochs[:known]) == self._epochs:
            if len(epochs) > known:
                self.beginInsertRows(QModelIndex(), known, len(epochs) - 1)
                self._epochs.extend(epochs[known:])
                self.endInsertRows()
            return
        self.beginResetModel()
        self._epochs = list(epochs)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._epochs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(self._epochs[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self.headings()[section]

    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Epoch"),
            self.tr("Training\nloss"),
            self.tr("Validation\nloss"),
            self.tr("Training\naccuracy"),
            self.tr("Validation\naccuracy"),
            self.tr("Top 5"),
            self.tr("Learning\nrate"),
            self.tr("Time"),
        )


def _cells(epoch: Epoch) -> tuple[str, ...]:
    return (
        f"{epoch.epoch} ★" if epoch.is_best else str(epoch.epoch),
        f"{epoch.train_loss:.4f}",
        f"{epoch.val_loss:.4f}",
        percent(epoch.train_top1),
        percent(epoch.val_top1),
        percent(epoch.val_top5),
        run_wording.rate(epoch.learning_rate),
        run_wording.duration(epoch.seconds),
    )
