"""The few questions about runs that need a dialog. None of them stops the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from vgg_desktop.services.run_watch import RunFacts

translate = QCoreApplication.translate
_CONTEXT = "RunDialogs"
_NOTES_SIZE_PX = (480, 260)


def ask_title(window: QWidget, facts: RunFacts, done: Callable[[str], None]) -> None:
    """What the run shall be called."""
    dialog = QInputDialog(window)
    dialog.setWindowTitle(translate(_CONTEXT, "Rename the run"))
    dialog.setLabelText(translate(_CONTEXT, "Name"))
    dialog.setTextValue(facts.title)
    _open(dialog, done)


def ask_notes(window: QWidget, facts: RunFacts, done: Callable[[str], None]) -> None:
    """Remarks about the run."""
    dialog = QInputDialog(window)
    dialog.setWindowTitle(translate(_CONTEXT, "Notes on the run"))
    dialog.setLabelText(translate(_CONTEXT, "Notes"))
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    dialog.setTextValue(facts.notes.text)
    dialog.resize(*_NOTES_SIZE_PX)
    _open(dialog, done)


def ask_run(window: QWidget, start: Path, done: Callable[[Path], None]) -> None:
    """A run directory anywhere."""
    dialog = QFileDialog(window, translate(_CONTEXT, "Open a run"), str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_moved(window: QWidget, facts: RunFacts, done: Callable[[Path], None]) -> None:
    """Where the pictures of a run are now."""
    text = translate(_CONTEXT, "Where are the pictures of “{name}” now?").format(name=facts.title)
    dialog = QFileDialog(window, text)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open(dialog: QInputDialog, done: Callable[[str], None]) -> None:
    dialog.textValueSelected.connect(done)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
