"""Both plots of a run, their tools, and their twin as a table."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QPushButton, QStackedLayout, QTableView, QVBoxLayout, QWidget

from vgg_desktop.core.run.history import History
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.train.curves.curve_card import CurveCard
from vgg_desktop.gui.train.curves.curve_table import EpochTable
from vgg_desktop.gui.train.curves.run_lines import accuracy_scene, loss_scene, overlay_line
from vgg_desktop.gui.train.curves.scene import Scene
from vgg_desktop.gui.train.run.summary import accuracy_summary, loss_summary

# One of the two plots is drawn anew a tick.
_TICK_MS = 250


@dataclass(frozen=True, slots=True)
class Overlay:
    """Another run on the same plots."""

    name: str
    history: History


class CurvesView(QWidget):
    """Shows a history that grows: call `note_growth` after it did."""

    table_shown = Signal(bool)
    log_scale_set = Signal(bool)
    overlay_menu_opened = Signal(object)  # QMenu, to be filled
    export_menu_opened = Signal(object)  # QMenu, to be filled

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._history = History()
        self._overlays: tuple[Overlay, ...] = ()
        self._smoothing = "medium"
        self._is_log = False
        self._stale: list[Callable[[], None]] = []
        self._tick = QTimer(self, interval=_TICK_MS)
        self._build()
        self._connect()

    @property
    def history(self) -> History:
        return self._history

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        return self._overlays

    @property
    def is_table(self) -> bool:
        return self._stack.currentIndex() == 1

    @property
    def is_log_scale(self) -> bool:
        return self._is_log

    def show_history(self, history: History, overlays: tuple[Overlay, ...] = ()) -> None:
        """Another run, or the same one anew: all of it, drawn at once."""
        self._history = history
        self._overlays = overlays
        self.show_all()
        self.show_now()

    def show_overlays(self, overlays: tuple[Overlay, ...]) -> None:
        self._overlays = overlays
        self.show_now()

    def note_growth(self) -> None:
        """The history has grown: draw it soon."""
        if not self._stale:
            self._stale = [self._draw_loss, self._draw_accuracy]
        if not self._tick.isActive():
            self._tick.start()

    def show_now(self) -> None:
        """Draw both plots at once."""
        self._stale = []
        self._draw_loss()
        self._draw_accuracy()

    def choose_smoothing(self, name: str) -> None:
        self._smoothing = name
        for action in self._smooth_actions.actions():
            action.setChecked(action.data() == name)
        self.show_now()

    def set_log_scale(self, is_log: bool) -> None:
        if is_log == self._is_log:
            return
        self._is_log = is_log
        self._log_action.setChecked(is_log)
        self._draw_loss()
        self.log_scale_set.emit(is_log)

    def show_table(self, shown: bool) -> None:
        """The table instead of the plots."""
        if shown == bool(self._stack.currentIndex()):
            return
        self._table_action.setChecked(shown)
        self._stack.setCurrentIndex(1 if shown else 0)
        self.table_shown.emit(shown)

    def set_narrow(self, is_narrow: bool) -> None:
        """In a small window one menu holds what three hold otherwise."""
        for tool in self._tools[:2]:
            tool.setVisible(not is_narrow)
        self._smooth_entry.setVisible(is_narrow)
        self._overlay_entry.setVisible(is_narrow)

    def show_all(self) -> None:
        """The whole run, whatever part of it was looked at."""
        self.loss.plot.show_all()

    def loss_scene(self) -> Scene:
        """What the upper plot shows, for a file."""
        return self.loss.plot.scene

    def accuracy_scene(self) -> Scene:
        return self.accuracy.plot.scene

    def _build(self) -> None:
        self.loss = CurveCard(self.tr("Loss"), self._theme)
        self.accuracy = CurveCard(self.tr("Accuracy"), self._theme)
        self._add_tools()
        plots = QWidget()
        column = QVBoxLayout(plots)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.loss, 5)
        column.addWidget(self.accuracy, 4)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(plots)
        self._stack.addWidget(self._new_table_card())

    def _add_tools(self) -> None:
        smooth, self._smooth_actions = QMenu(self), QActionGroup(self)
        names = {
            "none": self.tr("No smoothing"),
            "light": self.tr("Light"),
            "medium": self.tr("Medium"),
            "strong": self.tr("Strong"),
        }
        for name, text in names.items():
            action = self._smooth_actions.addAction(text)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == self._smoothing)
            smooth.addAction(action)
        self._overlay_menu = QMenu(self)
        view = QMenu(self)
        self._smooth_entry = _entry(view, smooth, self.tr("Smoothing"))
        self._overlay_entry = _entry(view, self._overlay_menu, self.tr("Compare with"))
        self._log_action = _checkable(view, self.tr("Logarithmic loss"))
        self._table_action = _checkable(view, self.tr("Show as a table"))
        self._all_action = view.addAction(self.tr("Show the whole run"))
        view.addSeparator()
        self._export_menu = view.addMenu(self.tr("Export"))
        tools = (
            (self.tr("smooth"), smooth, self.tr("How much the training curves are smoothed")),
            (self.tr("compare"), self._overlay_menu, self.tr("Other runs on the same plots")),
            (self.tr("view"), view, self.tr("Scale, table and export")),
        )
        self._tools = [_tool(*tool) for tool in tools]
        for tool in self._tools:
            self.loss.tools.addWidget(tool)

    def _new_table_card(self) -> QFrame:
        card = QFrame()
        role(card, "card")
        self._table = EpochTable()
        view = QTableView()
        role(view, "plain")
        view.setObjectName("results_table")
        view.setModel(self._table)
        view.setShowGrid(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setAccessibleName(self.tr("Epochs"))
        view.verticalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table_view = view
        self._table_tools = QPushButton(self.tr("Back to the curves"))
        role(self._table_tools, "link")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._table_tools, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(view, 1)
        return card

    def _connect(self) -> None:
        self._tick.timeout.connect(self._draw_one)
        self._smooth_actions.triggered.connect(self._on_smooth)
        self._log_action.toggled.connect(self.set_log_scale)
        self._table_action.toggled.connect(self.show_table)
        self._all_action.triggered.connect(self.show_all)
        self._table_tools.clicked.connect(self._hide_table)
        self._overlay_menu.aboutToShow.connect(self._open_overlay_menu)
        self._export_menu.aboutToShow.connect(self._open_export_menu)
        # Both plots look at the same part of the run.
        self.loss.plot.x_range_changed.connect(self.accuracy.plot.set_x_range)
        self.accuracy.plot.x_range_changed.connect(self.loss.plot.set_x_range)
        self.loss.plot.crosshair_moved.connect(self.accuracy.plot.set_crosshair)
        self.accuracy.plot.crosshair_moved.connect(self.loss.plot.set_crosshair)
        self._theme.changed.connect(self.show_now)

    def _on_smooth(self, action: QAction) -> None:
        self.choose_smoothing(action.data())

    def _hide_table(self) -> None:
        self.show_table(False)

    def _open_overlay_menu(self) -> None:
        self.overlay_menu_opened.emit(self._overlay_menu)

    def _open_export_menu(self) -> None:
        self.export_menu_opened.emit(self._export_menu)

    def _draw_one(self) -> None:
        if self._stale:
            self._stale.pop(0)()
        else:
            self._tick.stop()

    def _draw_loss(self) -> None:
        lines = tuple(
            overlay_line(overlay.name, overlay.history, place, lambda history: history.curves.val_loss)
            for place, overlay in enumerate(self._overlays)
        )
        scene = loss_scene(self._history, self._theme.tokens, self._smoothing, lines)
        self.loss.show_scene(replace(scene, is_log=self._is_log), loss_summary(self._history))
        self._table.show_epochs(self._history.epochs)

    def _draw_accuracy(self) -> None:
        lines = tuple(
            overlay_line(overlay.name, overlay.history, place, lambda history: history.curves.val_top1)
            for place, overlay in enumerate(self._overlays)
        )
        scene = accuracy_scene(self._history, self._theme.tokens, self._smoothing, lines)
        self.accuracy.show_scene(scene, accuracy_summary(self._history))


def _entry(menu: QMenu, submenu: QMenu, text: str) -> QAction:
    entry = menu.addMenu(submenu)
    entry.setText(text)
    return entry


def _checkable(menu: QMenu, text: str) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    return action


def _tool(text: str, menu: QMenu, tip: str) -> QPushButton:
    button = QPushButton(text)
    role(button, "quiet")
    button.setProperty("hasMenu", True)
    button.setProperty("textSize", "note")
    button.setMenu(menu)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
