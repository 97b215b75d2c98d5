"""The run that is shown, with everything that hangs on it: its corrections, what it is compared with, its files."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.train.run.exporting import Exporting
from vgg_desktop.gui.train.run.run_view import RunView
from vgg_desktop.gui.train.runs.comparing import Comparing
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.run_watch import OpenedRun, RunFacts


class RunPane(RunView):
    """The view of a run, connected to what works on it."""

    train_again_requested = Signal(object)  # Corrections
    message_posted = Signal(object)  # AppError or Message
    changed = Signal()

    def __init__(self, parts: WindowParts, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        corrections = Corrections(parts.jobs)
        super().__init__(parts.theme, thumbnails, corrections, parent)
        corrections.setParent(self)
        self.corrections = corrections
        self._comparable: tuple[RunFacts, ...] = ()
        self.comparing = Comparing(parts.jobs, self)
        self.exporting = Exporting(self.curves, parts.jobs, parts.theme, self)
        self._connect()

    def open_run(self, opened: OpenedRun, *, is_ours: bool) -> None:
        """Show another run, or the same one anew."""
        if self.facts is None or self.facts.path != opened.facts.path:
            self.comparing.clear()
        super().open_run(opened, is_ours=is_ours)

    def offer_others(self, others: tuple[RunFacts, ...]) -> None:
        """The runs that this one can be compared with."""
        self._comparable = others

    def _connect(self) -> None:
        self.results.picture_opened.connect(self._open_picture)
        self.results.train_again_requested.connect(self._train_again)
        self.curves.overlay_menu_opened.connect(self._fill_overlay_menu)
        self.curves.export_menu_opened.connect(self.exporting.fill)
        self.curves.table_shown.connect(self.changed)
        self.curves.log_scale_set.connect(self.changed)
        self.exporting.message_posted.connect(self.message_posted)
        self.results.moving.message_posted.connect(self.message_posted)
        self.comparing.changed.connect(self.show_others)
        self.comparing.failed.connect(self.message_posted)

    def _fill_overlay_menu(self, menu: QMenu) -> None:
        self.comparing.fill(menu, self._comparable, self.facts.path if self.facts else None)

    def _open_picture(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _train_again(self) -> None:
        self.train_again_requested.emit(self.corrections)
