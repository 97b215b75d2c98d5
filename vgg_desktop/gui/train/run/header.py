"""The head of a run: its name, what it works on, how far it is, and what can be asked of it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.run.events import Preparing
from vgg_desktop.core.run.history import History
from vgg_desktop.core.run.run_state import RunState
from vgg_desktop.gui.look.icons import line_icon
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.text.numbers import percent, whole
from vgg_desktop.gui.train.runs.run_actions import MAIN_ACTIONS, RunAction, action_text
from vgg_desktop.gui.widgets.plain_label import ElidedLabel
from vgg_desktop.services.run_watch import RunFacts

_BAR_STEPS = 1000


class RunHeader(QWidget):
    """Sends wishes."""

    action_requested = Signal(str)  # RunAction

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        right = Qt.TextElideMode.ElideRight
        self._title, self._facts = ElidedLabel(mode=right), ElidedLabel(mode=right)
        role(self._title, "title")
        role(self._facts, "note")
        self.buttons = {action: QPushButton(action_text(action)) for action in MAIN_ACTIONS}
        for action, button in self.buttons.items():
            button.setProperty("action", str(action))
            button.clicked.connect(self._on_button)
        self.menu = QMenu(self)
        self.menu_actions = {action: self._new_menu_action(action) for action in RunAction}
        self._more = QPushButton()
        self._more.setIconSize(QSize(16, 16))
        self._more.clicked.connect(self.open_menu)
        self._more.setAccessibleName(self.tr("More"))
        self._more.setToolTip(self.tr("More"))
        self._bar = QProgressBar(textVisible=False, maximum=_BAR_STEPS)
        self._lay_out()
        theme.changed.connect(self._render_icon)
        self._render_icon()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def note(self) -> str:
        """The line under the title."""
        return self._facts.text()

    def open_menu(self) -> None:
        """The menu of everything that has no button."""
        self.menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def show_run(self, facts: RunFacts, history: History, possible: set[RunAction], waiting_for: str) -> None:
        """`waiting_for` names the command that is on its way, or nothing."""
        self._title.setText(facts.title)
        self._facts.setText(" · ".join(part for part in self._known(facts.state, history, waiting_for) if part))
        self._bar.setVisible(facts.state.state in ("starting", "running", "paused", "lost", "failed", "stopped"))
        done = _share_done(facts.state, history)
        self._bar.setValue(round(done * _BAR_STEPS))
        self._bar.setAccessibleName(self.tr("{share} done").format(share=percent(done, 0)))
        self._show_possible(facts.state, possible)

    def _known(self, state: RunState, history: History, waiting_for: str) -> list[str]:
        parts = [waiting_for or self._state_words(state, history)]
        started = history.started
        if started:
            parts.append(self.tr("%n class(es)", "", started.class_count))
            train, val = whole(started.train_count), whole(started.val_count)
            parts.append(self.tr("{train} + {val} pictures").format(train=train, val=val))
        if state.state == "running" and history.latest:
            speed = history.latest.pictures_per_s
            shown = whole(speed) if speed >= 10 else f"{speed:.1f}"
            parts.append(self.tr("{count} a second").format(count=shown))
        return parts

    def _state_words(self, state: RunState, history: History) -> str:
        if state.is_live and history.preparing:
            return self._preparing_words(history.preparing)
        if state.state == "running" and not history.latest and not history.epochs:
            return self.tr("preparing…")
        # While it trains, bar and list say how far it is.
        return "" if state.state in ("running", "failed") else run_wording.state_words(state)

    def _preparing_words(self, preparing: Preparing) -> str:
        words = {
            "reading": self.tr("reading pictures: {done} of {total}"),
            "decoding": self.tr("decoding pictures: {done} of {total}"),
            "features": self.tr("computing features: {done} of {total}"),
        }[preparing.work]
        return words.format(done=whole(preparing.done), total=whole(preparing.total))

    def _show_possible(self, state: RunState, possible: set[RunAction]) -> None:
        for action, button in self.buttons.items():
            button.setVisible(action in possible)
        main = RunAction.CLASSIFY if state.state in ("finished", "stopped") else RunAction.RESUME
        for action in (RunAction.CLASSIFY, RunAction.RESUME):
            role(self.buttons[action], "accent" if action == main else "")
        for action, entry in self.menu_actions.items():
            entry.setVisible(action in possible and action not in MAIN_ACTIONS)

    def _new_menu_action(self, action: RunAction) -> QAction:
        entry = self.menu.addAction(action_text(action))
        entry.setData(str(action))
        entry.triggered.connect(self._on_menu)
        return entry

    def _on_button(self) -> None:
        self.action_requested.emit(self.sender().property("action"))

    def _on_menu(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            self.action_requested.emit(entry.data())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (*self.buttons.values(), self._more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(row)
        column.addWidget(self._bar)

    def _render_icon(self) -> None:
        self._more.setIcon(line_icon("more", self._theme.tokens.dim, 16))


def _share_done(state: RunState, history: History) -> float:
    """Of the whole training, or before its first step of what is being prepared."""
    preparing = history.preparing
    if state.is_live and preparing:
        return preparing.done / max(preparing.total, 1)
    return history.fraction
