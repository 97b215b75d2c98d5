"""What a person wants of a run, turned into jobs: starting, steering, trying, removing."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.run_directory import Command, RunDirectory
from vgg_desktop.core.run.run_notes import MOST_TITLE, RunNotes, free_title, write_notes
from vgg_desktop.core.shell_words import command_text
from vgg_desktop.core.window_choices import Tab
from vgg_desktop.gui.page import Message
from vgg_desktop.gui.train.run import run_dialogs
from vgg_desktop.gui.train.runs.removals import Removals
from vgg_desktop.gui.train.runs.run_actions import RunAction
from vgg_desktop.services import run_starts
from vgg_desktop.services.jobs import Jobs, Lane
from vgg_desktop.services.run_starts import StartPlan
from vgg_desktop.services.run_watch import RunFacts
from vgg_desktop.services.training_services import TrainingServices


class RunFlow(QObject):
    """Every method returns at once; what came of it is told by signals, or shows in the run's directory."""

    created = Signal(object)  # Path of a new run
    start_failed = Signal()
    waiting_for = Signal(object, str)  # Path of a run, words for what it was asked for
    model_wanted = Signal(object, str)  # Path of weights, key of the page to use them on
    message_posted = Signal(object)  # AppError or Message

    def __init__(self, jobs: Jobs, services: TrainingServices, removals: Removals, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._services = services
        self._removals = removals

    def start(self, plan: StartPlan) -> None:
        """Make a run and start its worker."""
        jobs, folder = self._jobs, self._services.runs_dir

        def create() -> Path:
            path = run_starts.create(folder, plan)
            # From here, so that a page that goes meanwhile leaves no run without a worker.
            jobs.do(partial(run_starts.start, path), lane=Lane.WORKERS)
            return path

        jobs.do(create, self._on_created, self._on_start_failed)

    def act(self, action: RunAction, facts: RunFacts) -> None:
        """Do what is asked of a run; DUPLICATE and RECIPE are for the page."""
        actions: dict[RunAction, Callable[[RunFacts], None]] = {
            RunAction.TRY: partial(self._use, Tab.CLASSIFY),
            RunAction.CLASSIFY: partial(self._use, Tab.CLASSIFY),
            RunAction.EVALUATE: partial(self._use, Tab.EVALUATE),
            RunAction.PAUSE: self._pause,
            RunAction.RESUME: self._resume,
            RunAction.STOP: self._stop,
            RunAction.DISCARD: self._remove,
            RunAction.DELETE: self._remove,
            RunAction.OPEN_FOLDER: self._open_folder,
            RunAction.COPY_COMMAND: self._copy_command,
            RunAction.RENAME: self._ask_title,
            RunAction.NOTES: self._ask_notes,
        }
        actions[action](facts)

    def sweep(self, runs: Iterable[RunFacts]) -> None:
        """Move to the trash what was discarded by a window that closed before the worker had ended."""
        for facts in runs:
            if facts.state.state == "discarded" and facts.path not in self._removals.paths:
                self._removals.do_now(facts.path, partial(self._trash, facts.path))

    def rename(self, facts: RunFacts, title: str) -> None:
        """Call a run something that no other one is called; an empty title is its directory's name again."""
        listed = self._services.runs.runs
        others = {other.title for other in listed.runs if other.path != facts.path} if listed else set()
        wanted = title.strip()[:MOST_TITLE]
        title = "" if wanted in ("", facts.path.name) else free_title(wanted, others)
        self._write_notes(facts, RunNotes(title=title, text=facts.notes.text))

    def annotate(self, facts: RunFacts, text: str) -> None:
        self._write_notes(facts, RunNotes(title=facts.notes.title, text=text))

    def _on_created(self, path: Path) -> None:
        self.created.emit(path)

    def _on_start_failed(self, error: AppError) -> None:
        self.start_failed.emit()
        self.message_posted.emit(error)

    def _use(self, page: str, facts: RunFacts) -> None:
        """With a copy of a snapshot: a better one's arrival deletes it, and it may be needed again after a rest."""
        weights = facts.best_weights
        if weights and weights.parent == RunDirectory(facts.path).snapshots_dir:
            self._jobs.do(partial(run_starts.copy_to_try, facts.path, weights), partial(self._on_copied, page))
        elif weights:
            self.model_wanted.emit(weights, page)

    def _on_copied(self, page: str, weights: Path) -> None:
        self.model_wanted.emit(weights, page)

    def _pause(self, facts: RunFacts) -> None:
        self._send(facts, "pause", self.tr("pausing…"))

    def _stop(self, facts: RunFacts) -> None:
        """A paused run takes a worker that only makes the result."""
        if facts.state.is_live:
            self._send(facts, "stop", self.tr("stopping…"))
        else:
            self._employ(facts, run_starts.finish, self.tr("stopping…"))

    def _send(self, facts: RunFacts, command: Command, words: str) -> None:
        self.waiting_for.emit(facts.path, words)
        self._jobs.do(partial(run_starts.send, facts.path, command), None, partial(self._on_failed, facts))

    def _resume(self, facts: RunFacts) -> None:
        self._employ(facts, run_starts.start, self.tr("resuming…"))

    def _employ(self, facts: RunFacts, start: Callable[[Path], None], words: str) -> None:
        self.waiting_for.emit(facts.path, words)
        failed = partial(self._on_not_employed, facts, start)
        self._jobs.do(partial(start, facts.path), None, failed, lane=Lane.WORKERS)

    def _on_not_employed(self, facts: RunFacts, start: Callable[[Path], None], error: AppError) -> None:
        """Where the pictures were moved, a person says where they are, and that is looked at."""
        self._on_failed(facts, error)
        if isinstance(error, run_starts.MissingSourceError):
            run_dialogs.ask_moved(self._window, facts, partial(self._on_found_again, facts, start))

    def _on_found_again(self, facts: RunFacts, start: Callable[[Path], None], data: Path) -> None:
        self._employ(facts, partial(run_starts.start_with_moved, data, start), self.tr("looking at the pictures…"))

    def _on_failed(self, facts: RunFacts, error: AppError) -> None:
        self.waiting_for.emit(facts.path, "")
        self.message_posted.emit(error)

    def _remove(self, facts: RunFacts) -> None:
        path = facts.path
        undo = self._removals.put(path, partial(self._trash, path))
        text = self.tr("“{name}” goes to the trash.").format(name=facts.title)
        hint = self.tr("Its training is stopped first.") if facts.state.is_live else ""
        self.message_posted.emit(Message(text, hint, is_problem=False, undo=undo))

    def _trash(self, path: Path) -> None:
        self._jobs.do(partial(run_starts.remove, path), None, partial(self._on_not_removed, path), lane=Lane.REMOVALS)

    def _on_not_removed(self, path: Path, error: AppError) -> None:
        self._removals.keep(path)
        self.message_posted.emit(error)

    def _open_folder(self, facts: RunFacts) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(facts.path)))

    def _copy_command(self, facts: RunFacts) -> None:
        """The command that shows the run, and resumes it where that makes sense."""
        verb = "resume" if facts.state.can_resume else "show"
        command = command_text(["runs", verb, facts.path.name, "--runs-dir", str(facts.path.parent)])
        QGuiApplication.clipboard().setText(command)
        self.message_posted.emit(Message(self.tr("The command is copied."), command, is_problem=False))

    def _ask_title(self, facts: RunFacts) -> None:
        run_dialogs.ask_title(self._window, facts, lambda title: self.rename(facts, title))

    def _ask_notes(self, facts: RunFacts) -> None:
        run_dialogs.ask_notes(self._window, facts, lambda text: self.annotate(facts, text))

    def _write_notes(self, facts: RunFacts, notes: RunNotes) -> None:
        self._jobs.do(partial(write_notes, facts.path, notes))
