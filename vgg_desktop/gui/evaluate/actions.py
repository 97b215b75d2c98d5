"""Everything that can be done on the page, as menu entries with shortcuts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from vgg_desktop.gui.page import MenuKey


class EvaluateActions(QObject):
    """What they do is the page's affair."""

    def __init__(self, page: QObject) -> None:
        super().__init__(page)
        self.folder = self._action(self.tr("Choose labelled pictures…"), QKeySequence.StandardKey.Open)
        self.table = self._action(self.tr("Choose a CSV of path and label…"), "Ctrl+Shift+O")
        self.again = self._action(self.tr("Measure again"), "Ctrl+R")
        self.stop = self._action(self.tr("Stop"), "Ctrl+.")
        self.calibrate = self._action(self.tr("Calibrate…"), "Ctrl+K")
        self.copy_command = self._action(self.tr("Copy as command"), "Ctrl+Shift+C")

    def by_menu(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        """As `Page.menu_actions` gives them."""
        return {
            MenuKey.FILE: (self.folder, self.table),
            MenuKey.PAGE: (self.again, self.stop, self.calibrate, None, self.copy_command),
        }

    def _action(self, text: str, shortcut: QKeySequence.StandardKey | str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(shortcut))
        return action
