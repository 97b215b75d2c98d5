"""Asking for pictures whose classes are known."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class SourceDialogs(QObject):
    """Dialogs that do not stop the window."""

    chosen = Signal(object)  # Path

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._window = parent

    def ask_folder(self, start: Path | None = None) -> None:
        dialog = QFileDialog(self._window, self._title, str(start.parent if start else ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog)

    def ask_table(self) -> None:
        dialog = QFileDialog(self._window, self.tr("A table of path and label"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Tables") + " (*.csv)")
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_selected(self, name: str) -> None:
        self.chosen.emit(Path(name))
