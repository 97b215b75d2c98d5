"""Everything that can be done on the page, as menu entries with shortcuts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from vgg_desktop.gui.page import MenuKey
from vgg_desktop.gui.train.runs.run_actions import RunAction, action_text
from vgg_desktop.gui.train.work_area import TrainArea

_SHORTCUTS = {
    RunAction.CLASSIFY: "Ctrl+Return",
    RunAction.EVALUATE: "Ctrl+Alt+E",
    RunAction.TRY: "Ctrl+Shift+Return",
    RunAction.PAUSE: "Ctrl+P",
    RunAction.RESUME: "Ctrl+R",
    RunAction.STOP: "Ctrl+.",
    RunAction.DISCARD: "Ctrl+Shift+Backspace",
    RunAction.RENAME: "F2",
    RunAction.NOTES: "Ctrl+Shift+N",
    RunAction.DUPLICATE: "Ctrl+D",
    RunAction.RECIPE: "Ctrl+I",
    RunAction.OPEN_FOLDER: "Ctrl+Shift+F",
    RunAction.COPY_COMMAND: "Ctrl+Shift+C",
    RunAction.DELETE: "Ctrl+Backspace",
}


class TrainActions(QObject):
    """Named actions on a work area."""

    def __init__(self, area: TrainArea) -> None:
        super().__init__(area)
        keys = QKeySequence.StandardKey
        self._area = area
        self.new = self._action(self.tr("New run"), keys.New)
        self.choose_folder = self._action(self.tr("Choose pictures to train on…"), keys.Open)
        self.open_run = self._action(self.tr("Open a run…"), "Ctrl+Shift+O")
        self.table = self._action(self.tr("Show the curves as a table"), "Ctrl+T", checkable=True)
        self.log_scale = self._action(self.tr("Logarithmic loss"), "Ctrl+L", checkable=True)
        self.show_all = self._action(self.tr("Show the whole run"), "Ctrl+0")
        self.export_epochs = self._action(self.tr("Export epochs as CSV…"), "Ctrl+E")
        self.export_plot = self._action(self.tr("Export the loss as PNG…"), "Ctrl+Shift+E")
        self.run = {action: self._run_action(action) for action in RunAction}
        self._connect()

    def by_menu(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        """As `Page.menu_actions` gives them."""
        return {
            MenuKey.FILE: (self.new, self.choose_folder, self.open_run, self.export_epochs, self.export_plot),
            MenuKey.VIEW: (self.table, self.log_scale, self.show_all),
            MenuKey.PAGE: tuple(self.run.values()),
        }

    def _connect(self) -> None:
        area = self._area
        self.new.triggered.connect(area.new_run)
        self.choose_folder.triggered.connect(area.choose_folder)
        self.open_run.triggered.connect(area.open_run)
        self.table.triggered.connect(self._on_table)
        self.log_scale.triggered.connect(self._on_log_scale)
        self.show_all.triggered.connect(self._on_show_all)
        self.export_epochs.triggered.connect(self._on_export_epochs)
        self.export_plot.triggered.connect(self._on_export_plot)
        for entry in self.run.values():
            entry.triggered.connect(self._on_run_action)

    def render(self) -> None:
        """Only what makes sense now can be chosen, and what is on is ticked."""
        possible, has_run = self._area.possible(), self._area.shown_run is not None
        for action, entry in self.run.items():
            entry.setEnabled(action in possible)
        for entry in (self.table, self.log_scale, self.show_all, self.export_epochs, self.export_plot):
            entry.setEnabled(has_run)
        if has_run:
            self.table.setChecked(self._area.pane.curves.is_table)
            self.log_scale.setChecked(self._area.pane.curves.is_log_scale)

    def _on_table(self, checked: bool) -> None:
        self._area.pane.curves.show_table(checked)

    def _on_log_scale(self, checked: bool) -> None:
        self._area.pane.curves.set_log_scale(checked)

    def _on_show_all(self) -> None:
        self._area.pane.curves.show_all()

    def _on_export_epochs(self) -> None:
        self._area.pane.exporting.epochs_csv()

    def _on_export_plot(self) -> None:
        self._area.pane.exporting.loss_png()

    def _on_run_action(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            self._area.act(entry.data())

    def _run_action(self, action: RunAction) -> QAction:
        entry = self._action(action_text(action), _SHORTCUTS[action])
        entry.setData(str(action))
        entry.setEnabled(False)
        return entry

    def _action(self, text: str, shortcut: QKeySequence.StandardKey | str, *, checkable: bool = False) -> QAction:
        action = QAction(text, self, checkable=checkable)
        action.setShortcut(QKeySequence(shortcut))
        return action
