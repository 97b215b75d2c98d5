"""Plots and numbers of a run as files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from vgg_desktop.core.run import run_tables
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.page import Message
from vgg_desktop.gui.train.curves import export
from vgg_desktop.gui.train.curves.scene import Scene
from vgg_desktop.gui.train.run.curves_view import CurvesView
from vgg_desktop.services.jobs import Jobs, Lane


class Exporting(QObject):
    """Asks where to, and writes what is shown now."""

    message_posted = Signal(object)  # Message

    def __init__(self, curves: CurvesView, jobs: Jobs, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._curves = curves
        self._jobs = jobs
        self._theme = theme
        self._window = window

    def fill(self, menu: QMenu) -> None:
        """What can be written."""
        menu.clear()
        menu.addAction(self.tr("Loss as PNG…")).triggered.connect(self.loss_png)
        menu.addAction(self.tr("Loss as SVG…")).triggered.connect(self.loss_svg)
        menu.addAction(self.tr("Accuracy as PNG…")).triggered.connect(self.accuracy_png)
        menu.addAction(self.tr("Accuracy as SVG…")).triggered.connect(self.accuracy_svg)
        menu.addSeparator()
        menu.addAction(self.tr("Epochs as CSV…")).triggered.connect(self.epochs_csv)
        menu.addAction(self.tr("Steps as CSV…")).triggered.connect(self.steps_csv)

    def loss_png(self) -> None:
        self._ask("loss.png", lambda path: self.write_png(path, self._curves.loss_scene()))

    def loss_svg(self) -> None:
        self._ask("loss.svg", lambda path: self.write_svg(path, self._curves.loss_scene(), self._curves.loss.title))

    def accuracy_png(self) -> None:
        self._ask("accuracy.png", lambda path: self.write_png(path, self._curves.accuracy_scene()))

    def accuracy_svg(self) -> None:
        scene, title = self._curves.accuracy_scene(), self._curves.accuracy.title
        self._ask("accuracy.svg", lambda path: self.write_svg(path, scene, title))

    def epochs_csv(self) -> None:
        self._ask("epochs.csv", self.write_epochs)

    def steps_csv(self) -> None:
        self._ask("steps.csv", self.write_steps)

    def write_epochs(self, path: Path) -> None:
        self._write(path, partial(run_tables.write_epochs, path, list(self._curves.history.epochs)))

    def write_steps(self, path: Path) -> None:
        # Copied here: the history grows on in this thread while the file is written in another.
        self._write(path, partial(run_tables.write_steps, path, run_tables.step_columns(self._curves.history)))

    def write_png(self, path: Path, scene: Scene) -> None:
        self._write(path, partial(export.write_png, path, export.new_sheet(scene), self._theme.tokens))

    def write_svg(self, path: Path, scene: Scene, title: str) -> None:
        self._write(path, partial(export.write_svg, path, export.new_sheet(scene), self._theme.tokens, title))

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        self._jobs.do(write, partial(self._on_written, path), lane=Lane.FILES)

    def _ask(self, name: str, write: Callable[[Path], None]) -> None:
        suffix = name.rpartition(".")[2]
        dialog = QFileDialog(self._window, self.tr("Export"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        dialog.fileSelected.connect(lambda chosen: write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_written(self, path: Path, _: None) -> None:
        text = self.tr("{name} is written.").format(name=path.name)
        self.message_posted.emit(Message(text, is_problem=False))
