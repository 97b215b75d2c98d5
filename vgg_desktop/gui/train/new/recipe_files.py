"""Recipes to and from files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.recipe_file import read_recipe, write_recipe
from vgg_desktop.services.jobs import Jobs


class RecipeFiles(QObject):
    """Asks for a file, and reads or writes it in the background; what goes wrong is told by the service."""

    loaded = Signal(object)  # Recipe

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent
        self._recipe: Recipe | None = None

    def load(self, file: Path) -> None:
        self._jobs.do(partial(read_recipe, file), self._on_read)

    def save(self, file: Path, recipe: Recipe) -> None:
        self._jobs.do(partial(write_recipe, file, recipe))

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

    def _on_read(self, recipe: Recipe) -> None:
        self.loaded.emit(recipe)

    def _on_load(self, name: str) -> None:
        self.load(Path(name))

    def _on_save(self, name: str) -> None:
        if self._recipe:
            self.save(Path(name), self._recipe)
