"""Which other runs are compared with the one that is shown."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.text.plain_text import menu_text
from vgg_desktop.services.jobs import Jobs
from vgg_desktop.services.run_watch import OverlayRead, RunFacts, read_overlay

_MOST = 6


class Comparing(QObject):
    """Fills a menu with runs to tick; those that are ticked are read and told."""

    changed = Signal(object)  # tuple[OverlayRead, ...]
    failed = Signal(object)  # AppError: why a run cannot be compared with

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wanted: list[Path] = []
        self._read: dict[Path, OverlayRead] = {}

    def fill(self, menu: QMenu, runs: tuple[RunFacts, ...], shown: Path | None) -> None:
        """Every run but the one that is shown."""
        menu.clear()
        for facts in runs:
            if facts.path == shown:
                continue
            action = menu.addAction(menu_text(one_line(facts.title)))
            action.setCheckable(True)
            action.setChecked(facts.path in self._wanted)
            action.setEnabled(facts.path in self._wanted or len(self._wanted) < _MOST)
            action.setData(facts.path)
            action.toggled.connect(self._on_toggled)
        if menu.isEmpty():
            menu.addAction(self.tr("There is no other run yet.")).setEnabled(False)

    def choose(self, path: Path, *, chosen: bool) -> None:
        """Compare with a run, or no longer."""
        if chosen and path not in self._wanted:
            self._wanted.append(path)
            self._jobs.do(partial(read_overlay, path), self._on_read, partial(self._on_failed, path))
        elif not chosen and path in self._wanted:
            self._wanted.remove(path)
            self._tell()

    def clear(self) -> None:
        """Another run is shown: compare with none."""
        self._wanted, self._read = [], {}

    def _on_toggled(self, checked: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.choose(action.data(), chosen=checked)

    def _on_read(self, overlay: OverlayRead) -> None:
        if overlay.facts.path in self._wanted:
            self._read[overlay.facts.path] = overlay
            self._tell()

    def _on_failed(self, path: Path, error: AppError) -> None:
        self.choose(path, chosen=False)
        self.failed.emit(error)

    def _tell(self) -> None:
        self.changed.emit(tuple(self._read[path] for path in self._wanted if path in self._read))
