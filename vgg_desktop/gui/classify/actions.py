"""Everything that can be done on the page, as menu entries with shortcuts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.gui.page import MenuKey
from vgg_desktop.gui.text.plain_text import menu_text

Shortcut = QKeySequence.StandardKey | str


class ClassifyActions(QObject):
    """Named actions; the page connects them."""

    recent_chosen = Signal(object)  # Path

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        keys = QKeySequence.StandardKey
        self.open = self._action(self.tr("Open pictures…"), keys.Open)
        self.open_folder = self._action(self.tr("Open a folder…"), "Ctrl+Shift+O")
        self.recent = self._recent_menu(page)
        self.export = self._action(self.tr("Export results…"), "Ctrl+E")
        self.copy = self._action(self.tr("Copy result"), keys.Copy)
        self.copy_command = self._action(self.tr("Copy as command"), "Ctrl+Shift+C")
        self.paste = self._action(self.tr("Paste pictures"), keys.Paste)
        self.zoom_in = self._action(self.tr("Zoom in"), keys.ZoomIn)
        self.zoom_out = self._action(self.tr("Zoom out"), keys.ZoomOut)
        self.fit = self._action(self.tr("Fit into the window"), "Ctrl+0")
        self.actual_size = self._action(self.tr("Actual size"), "Ctrl+Shift+0")
        self.table = self._action(self.tr("Show the table"), "Ctrl+T")
        self.table.setCheckable(True)
        self.next = self._action(self.tr("Next picture"), "Alt+Right")
        self.previous = self._action(self.tr("Previous picture"), "Alt+Left")
        self.more_labels = self._action(self.tr("More labels"), "Ctrl+Down")
        self.fewer_labels = self._action(self.tr("Fewer labels"), "Ctrl+Up")
        self.stop = self._action(self.tr("Stop"), "Ctrl+.")
        self.go_on = self._action(self.tr("Go on"), "Ctrl+Shift+.")
        self.failures = self._action(self.tr("Show what could not be read"), "Ctrl+Shift+F")

    def by_menu(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        """As `Page.menu_actions` gives them."""
        return {
            MenuKey.FILE: (self.open, self.open_folder, self.recent, self.export),
            MenuKey.EDIT: (self.copy, self.copy_command, self.paste),
            MenuKey.VIEW: (self.zoom_in, self.zoom_out, self.fit, self.actual_size, None, self.table),
            MenuKey.PAGE: (
                self.previous,
                self.next,
                None,
                self.more_labels,
                self.fewer_labels,
                None,
                self.stop,
                self.go_on,
                self.failures,
            ),
        }

    def show_recent(self, paths: Sequence[str]) -> None:
        """Fill the menu of recent files, newest first."""
        menu = self.recent.menu()
        assert isinstance(menu, QMenu)
        menu.clear()
        for path in paths:
            menu.addAction(menu_text(one_line(path))).setData(path)
        self.recent.setEnabled(bool(paths))

    def _recent_menu(self, page: QWidget) -> QAction:
        action = QAction(self.tr("Open recent"), self)
        menu = QMenu(page)
        menu.triggered.connect(self._on_recent)
        action.setMenu(menu)
        return action

    def _on_recent(self, action: QAction) -> None:
        self.recent_chosen.emit(Path(action.data()))

    def _action(self, text: str, shortcut: Shortcut) -> QAction:
        action = QAction(text, self)
        # A standard key may have several forms: "+" stands on different keys of different keyboards.
        action.setShortcuts([QKeySequence(shortcut)] if isinstance(shortcut, str) else shortcut)
        return action
