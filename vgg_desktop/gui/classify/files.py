"""The dialogs for files; none of them blocks the window."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vgg_desktop.core.files.picture_formats import PICTURE_SUFFIXES
from vgg_desktop.services.settings_store import SettingsStore


class FileDialogs(QObject):
    """Each begins in the folder that was used last, and remembers where it ended."""

    opened = Signal(object)  # tuple[Path, ...]
    export_chosen = Signal(object, str)  # Path, an ExportFormat

    def __init__(self, window: QWidget, settings: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings

    def open_pictures(self) -> None:
        dialog = self._dialog(self.tr("Open pictures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES))
        dialog.setNameFilters([self.tr("Pictures ({patterns})").format(patterns=patterns), self.tr("All files (*)")])
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def open_folder(self) -> None:
        dialog = self._dialog(self.tr("Open a folder of pictures"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def export(self) -> None:
        dialog = self._dialog(self.tr("Export results"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        tables = [self.tr("Table (*.csv)"), self.tr("Table for Excel, with a byte-order mark (*.csv)")]
        dialog.setNameFilters([*tables, self.tr("JSON (*.json)")])
        dialog.selectNameFilter(tables[self._settings.value.marks_csv])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(self._on_filter)
        dialog.selectFile("results.csv")
        dialog.fileSelected.connect(lambda file: self._on_export(file, dialog.selectedNameFilter() == tables[1]))
        dialog.open()

    def remember(self, folder: Path) -> None:
        """The next dialog begins here."""
        try:
            text = os.fsencode(folder).decode("utf-8")
        except UnicodeDecodeError:
            # The settings file is UTF-8, and this is a convenience.
            return
        self._settings.change(last_folder=text)

    def remember_table(self, *, is_marked: bool) -> None:
        """Whether the next table is one for spreadsheets, as this one was."""
        self._settings.change(marks_csv=is_marked)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.value.last_folder)
        # Where Qt draws the dialog itself, the Delete key would delete files in it.
        dialog.setOption(QFileDialog.Option.ReadOnly)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_files(self, files: list[str]) -> None:
        if files:
            self.remember(Path(files[0]).parent)
            self.opened.emit(tuple(Path(file) for file in files))

    def _on_filter(self, name_filter: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix("json" if "*.json" in name_filter else "csv")

    def _on_export(self, file: str, is_marked: bool) -> None:
        if file:
            table = "csv_marked" if is_marked else "csv"
            self.export_chosen.emit(Path(file), "json" if Path(file).suffix.lower() == ".json" else table)
