"""The run that is shown, with everything that hangs on it: its corrections, what it is compared with, its files."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.train.run.exporting import Exporting
from vgg_desktop.gui.train.run.run_view import RunView
from vgg_desktop.gui.train.runs.comparing import Comparing
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.run_watch import OpenedRun, RunFacts


class RunPane(QWidget):
    """Connects the view of a run to what works on it."""

    action_requested = Signal(str)  # RunAction
    train_again_requested = Signal(object)  # Corrections
    message_posted = Signal(object)  # AppError or Message
    changed = Signal()

    def __init__(self, parts: WindowParts, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: tuple[RunFacts, ...] = ()
        self.corrections = Corrections(parts.jobs, self)
        self.comparing = Comparing(parts.jobs, self)
        self.view = RunView(parts.theme, thumbnails, self.corrections, self)
        self.exporting = Exporting(self.view.curves, parts.jobs, parts.theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()

    def open_run(self, opened: OpenedRun, *, is_ours: bool) -> None:
        """Show another run, or the same one anew."""
        if self.view.facts is None or self.view.facts.path != opened.facts.path:
            self.comparing.clear()
        self.view.open_run(opened, is_ours=is_ours)

    def offer_others(self, others: tuple[RunFacts, ...]) -> None:
        """The runs that this one can be compared with."""
        self._others = others

    def _connect(self) -> None:
        view = self.view
        view.action_requested.connect(self.action_requested)
        view.results.picture_opened.connect(self._open_picture)
        view.results.train_again_requested.connect(self._train_again)
        view.curves.overlay_menu_opened.connect(self._fill_overlay_menu)
        view.curves.export_menu_opened.connect(self.exporting.fill)
        view.curves.table_shown.connect(self.changed)
        view.curves.log_scale_set.connect(self.changed)
        self.exporting.message_posted.connect(self.message_posted)
        view.results.moving.message_posted.connect(self.message_posted)
        self.comparing.changed.connect(view.show_others)
        self.comparing.failed.connect(self.message_posted)

    def _fill_overlay_menu(self, menu: QMenu) -> None:
        self.comparing.fill(menu, self._others, self.view.facts.path if self.view.facts else None)

    def _open_picture(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _train_again(self) -> None:
        self.train_again_requested.emit(self.corrections)
