"""Recipes to and from files."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vgg_desktop.core.atomic_files import write_atomically
from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.recipe import Recipe, read_toml, write_toml


class RecipeFiles(QObject):
    """A recipe is one small TOML file, so it is read and written at once."""

    loaded = Signal(object)  # Recipe
    failed = Signal(object)  # AppError

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._recipe: Recipe | None = None

    def load(self, file: Path) -> None:
        try:
            recipe = read_toml(file.read_text(encoding="utf-8"))
        except AppError as error:
            self.failed.emit(error)
        except (OSError, UnicodeDecodeError) as error:
            reason = os_error_sentence(error) if isinstance(error, OSError) else self.tr("it is no UTF-8 text")
            text = self.tr("The recipe {name} cannot be read: {reason}.").format(name=display_name(file), reason=reason)
            self.failed.emit(AppError(text, detail=repr(error)))
        else:
            self.loaded.emit(recipe)

    def save(self, file: Path, recipe: Recipe) -> None:
        try:
            write_atomically(file, write_toml(recipe).encode())
        except AppError as error:
            self.failed.emit(error)

    def ask_load(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Load a recipe"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_load)
        self._open(dialog)

    def ask_save(self, recipe: Recipe) -> None:
        self._recipe = recipe
        dialog = QFileDialog(self._window, self.tr("Save the recipe"), "recipe.toml")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(self._on_save)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setNameFilter(self.tr("Recipes") + " (*.toml)")
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_load(self, name: str) -> None:
        self.load(Path(name))

    def _on_save(self, name: str) -> None:
        if self._recipe:
            self.save(Path(name), self._recipe)
