"""Runs at the left, and beside them the form or a run."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.look.tokens import MARGIN_PX
from vgg_desktop.gui.page import Message, WindowParts
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.train.new.prepare_page import PreparePage
from vgg_desktop.gui.train.run import run_dialogs
from vgg_desktop.gui.train.run.run_flow import RunFlow
from vgg_desktop.gui.train.run.run_pane import RunPane
from vgg_desktop.gui.train.runs.foreign_runs import Guests
from vgg_desktop.gui.train.runs.removals import Removals
from vgg_desktop.gui.train.runs.run_actions import RunAction, possible_actions
from vgg_desktop.gui.train.runs.runs_panel import RunsPanel
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.run_watch import OpenedRun, RunFacts, RunNews
from vgg_desktop.services.runs import RunList, WatchFailed
from vgg_desktop.services.training_services import TrainingServices

_NARROW_BELOW_PX = 1080
_PANE_AFTER_MS = 400


class TrainArea(QWidget):
    """Goes from one to the other, and hands wishes on."""

    message_posted = Signal(object)  # AppError or Message
    model_wanted = Signal(object, str)  # Path of weights, key of the page to use them on
    facts_changed = Signal()

    def __init__(self, parts: WindowParts, services: TrainingServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._services = services
        self._shown_run: Path | None = None
        self._guests = Guests(services)
        self._has_chosen = False
        self._listed: frozenset[Path] = frozenset()
        self._thumbnails = Thumbnails(parts.previews, self)
        self.removals = Removals(self)
        self.flow = RunFlow(parts.jobs, services, self.removals, self)
        self.panel = RunsPanel(parts.theme, self)
        self.prepare = PreparePage(parts, self._thumbnails, services.datasets, self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.prepare)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN_PX)
        row.addWidget(self.panel)
        row.addLayout(self._stack, 1)
        self._connect()
        self.prepare.card.form.offer_models(parts.models.choices)
        self._offer_devices()
        self.prepare.card.form.recall(parts.settings.value.train_form)
        self.show_form()
        QTimer.singleShot(_PANE_AFTER_MS, self, lambda: self.pane)

    @cached_property
    def pane(self) -> RunPane:
        """Where a run is shown; made for the first one, or in a quiet moment before it."""
        pane = RunPane(self._parts, self._thumbnails, self)
        pane.action_requested.connect(self.act)
        pane.train_again_requested.connect(self._train_again)
        pane.message_posted.connect(self.message_posted)
        pane.changed.connect(self.facts_changed)
        pane.set_narrow(self._is_narrow())
        self._stack.addWidget(pane)
        return pane

    @property
    def shown_run(self) -> Path | None:
        """The run that is looked at; None while the form is."""
        return self._shown_run

    def show_form(self) -> None:
        """The form for a new run."""
        self._shown_run = None
        self._services.runs.watch(None)
        self._stack.setCurrentWidget(self.prepare)
        self._render()

    def new_run(self) -> None:
        """The form, emptied of data that were looked at before."""
        self._has_chosen = True
        self.prepare.stop_looking()
        self.show_form()

    def show_run(self, path: Path) -> None:
        """A run, wherever it lies."""
        self._has_chosen = True
        if path != self._shown_run:
            self._shown_run = path
            self._services.runs.watch(path)
        self._render()

    def receive(self, incoming: Incoming) -> None:
        """A run directory is shown, a recipe filled in, a folder or table looked at."""
        if not incoming.paths:
            text = self.tr("Drop a folder of class folders to train on it.")
            self.message_posted.emit(Message(text, is_problem=False))
            return
        path = incoming.paths[0]
        if (path / "run.json").is_file():
            self.show_run(path)
        elif path.suffix.casefold() == ".toml":
            self.show_form()
            self.prepare.load_recipe(path)
        elif path.is_dir() or path.suffix.casefold() == ".csv":
            self._has_chosen = True
            self.show_form()
            self.prepare.choose_source(path)
        else:
            text = self.tr("{name} cannot be trained on.").format(name=display_name(path))
            self.message_posted.emit(AppError(text, self.tr("Drop a folder with a folder for each class, or a CSV.")))

    def is_busy(self) -> bool:
        """Whether more is about to be shown."""
        waits_for_run = self._shown_run is not None and self._stack.currentWidget() is self.prepare
        return self._services.datasets.is_looking or waits_for_run or self._services.runs.runs is None

    def note_shown(self, shown: bool) -> None:
        """Runs are read more often while somebody looks."""
        folder = self._parts.settings.value.runs_folder
        self._services.start(folder)
        self.prepare.set_runs_dir(Path(folder) if folder else None)
        self._services.runs.hurry(shown)

    def shut_down(self) -> None:
        """Do what waits, and let go of the run; it goes on."""
        self.removals.do_all()
        self._services.datasets.stop()
        self._thumbnails.stop()

    def possible(self) -> set[RunAction]:
        """What can be asked of the run that is shown."""
        return self.pane.possible() if self._shown_run else set()

    def act(self, word: str) -> None:
        """Ask something of the run that is shown."""
        if self._shown_run and self.pane.facts:
            self._act_on(self.pane.facts, RunAction(word))

    def choose_folder(self) -> None:
        """Ask for pictures to train on."""
        self.show_form()
        self.prepare.choose_folder()

    def open_run(self) -> None:
        """Ask for a run directory anywhere."""
        run_dialogs.ask_run(self, self._services.runs_dir, self.show_run)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.set_narrow(self._is_narrow())
        self.prepare.set_narrow(self._is_narrow())
        if "pane" in vars(self):
            self.pane.set_narrow(self._is_narrow())

    def _connect(self) -> None:
        runs = self._services.runs
        runs.runs_listed.connect(self._on_listed)
        runs.run_opened.connect(self._on_opened)
        runs.run_advanced.connect(self._on_advanced)
        runs.watch_failed.connect(self._on_watch_failed)
        self.panel.run_chosen.connect(self.show_run)
        self.panel.new_requested.connect(self.new_run)
        self.panel.action_requested.connect(self._on_panel_action)
        self.prepare.start_requested.connect(self.flow.start)
        self.prepare.back_requested.connect(self._show_newest)
        self.prepare.message_posted.connect(self.message_posted)
        self.prepare.source_changed.connect(self._render)
        self.flow.created.connect(self._on_created)
        self.flow.start_failed.connect(self.prepare.note_start_failed)
        self.flow.waiting_for.connect(self._on_waiting_for)
        self.flow.model_wanted.connect(self.model_wanted)
        self.flow.message_posted.connect(self.message_posted)
        self.removals.changed.connect(self._render)
        self._parts.models.listed.connect(self.prepare.card.form.offer_models)
        self._parts.inference.engine_ready.connect(self._offer_devices)

    def _offer_devices(self) -> None:
        self.prepare.card.form.offer_devices(self._parts.inference.devices)

    def _on_listed(self, listed: RunList) -> None:
        known, self._listed = self._listed, frozenset(facts.path for facts in listed.runs)
        self.removals.note_there(self._listed)
        self.flow.sweep(facts for facts in listed.runs if facts.path not in known)
        if self._shown_run in known - self._listed:
            self.show_form()
        live = [facts.path for facts in listed.runs if facts.state.is_live]
        is_free = not self._has_chosen and self._shown_run is None and self.prepare.source is None
        if live and is_free:
            self.show_run(live[0])
            self._has_chosen = False
        self._render()

    def _on_opened(self, opened: OpenedRun) -> None:
        self._guests.note(opened.facts)
        self.pane.open_run(opened, is_ours=self._guests.is_ours(opened.facts.path))
        self._stack.setCurrentWidget(self.pane)
        self._render()

    def _on_advanced(self, news: RunNews) -> None:
        self._guests.note(news.facts)
        self.pane.advance(news)
        self._render()

    def _on_watch_failed(self, failed: WatchFailed) -> None:
        self._guests.forget(failed.path)
        self.message_posted.emit(failed.error)
        self.show_form()

    def _on_created(self, path: Path) -> None:
        self._parts.settings.change(train_form=self.prepare.card.form.remembered())
        self.prepare.set_starting(False)
        self.show_run(path)

    def _on_waiting_for(self, path: Path, words: str) -> None:
        if path == self._shown_run:
            self.pane.wait_for(words)
            self.facts_changed.emit()

    def _on_panel_action(self, path: Path, word: str) -> None:
        facts = next((facts for facts in self.panel.model.all_runs if facts.path == path), None)
        if facts:
            self._act_on(facts, RunAction(word))

    def _act_on(self, facts: RunFacts, action: RunAction) -> None:
        if action not in possible_actions(facts, is_ours=self._guests.is_ours(facts.path), is_obeying=False):
            return
        match action:
            case RunAction.DUPLICATE:
                self._prepare_from(facts)
            case RunAction.RECIPE:
                self.pane.show_recipe()
            case _:
                self.flow.act(action, facts)

    def _prepare_from(self, facts: RunFacts, corrections: Corrections | None = None) -> None:
        self._has_chosen = True
        self.show_form()
        self.prepare.start_from_run(facts, corrections)
        self._render()

    def _train_again(self, corrections: Corrections) -> None:
        if self.pane.facts:
            self._prepare_from(self.pane.facts, corrections)

    def _show_newest(self) -> None:
        runs = self.panel.model.all_runs
        self.prepare.stop_looking()
        if runs:
            self.show_run(runs[0].path)

    def _is_narrow(self) -> bool:
        return self.width() < _NARROW_BELOW_PX

    def _render(self) -> None:
        listed, going = self._services.runs.runs, self.removals.paths
        runs = [facts for facts in listed.runs if facts.path not in going] if listed else []
        guests = self._guests.facts
        self.panel.show_runs([*guests.values(), *runs], guests)
        self.panel.set_current(self._shown_run)
        has_runs = bool(runs or guests)
        self.panel.setVisible(has_runs and not (self._shown_run is None and self.prepare.report is not None))
        self.prepare.set_back_shown(has_runs)
        if "pane" in vars(self):
            self.pane.offer_others(self.panel.model.all_runs)
        self.facts_changed.emit()
