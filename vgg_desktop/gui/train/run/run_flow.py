"""What a person wants of a run, turned into jobs: starting, steering, trying, removing."""

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.paths import cache_dir
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.core.run.run_notes import RunNotes, write_notes
from vgg_desktop.gui.text.shell_words import command_text
from vgg_desktop.gui.train.run import run_dialogs
from vgg_desktop.gui.train.run.actions import RunAction
from vgg_desktop.gui.train.runs.removals import Removals
from vgg_desktop.gui.window.message_bar import Message
from vgg_desktop.services.run_starts import StartPlan
from vgg_desktop.services.run_watch import RunFacts
from vgg_desktop.services.runs import RunsService
from vgg_desktop.services.training_services import TrainingServices

# Starts follow one another, and wait for nothing else.
_WORKERS = "workers"


class RunFlow(QObject):
    """Every method returns at once; what came of it is told by signals, or shows in the run's directory."""

    created = Signal(object)  # Path of a new run
    start_failed = Signal()
    waiting_for = Signal(object, str)  # Path of a run, words for what it was asked for
    model_wanted = Signal(object)  # Path of weights to classify with
    message_posted = Signal(object)  # AppError or Message

    def __init__(self, services: TrainingServices, removals: Removals, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._removals = removals

    @property
    def _runs(self) -> RunsService:
        return self._services.runs

    def start(self, plan: StartPlan) -> None:
        """Make a run and start its worker."""
        from vgg_desktop.services import run_starts

        runs, folder = self._runs, self._services.runs_dir

        def create() -> Path:
            path = run_starts.create(folder, plan)
            # From here, so that a page that goes meanwhile leaves no run without a worker.
            runs.perform(lambda: run_starts.start(path), lane=_WORKERS)
            return path

        runs.perform(create, self._on_created, self._on_start_failed)

    def act(self, action: RunAction, facts: RunFacts) -> None:
        """Do what is asked of a run; DUPLICATE and RECIPE are for the page."""
        actions: dict[RunAction, Callable[[RunFacts], None]] = {
            RunAction.TRY: self._classify,
            RunAction.CLASSIFY: self._classify,
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
        """Call a run something else; an empty title is its directory's name again."""
        self._write_notes(facts, RunNotes(title=title.strip()[:200], text=facts.notes.text))

    def annotate(self, facts: RunFacts, text: str) -> None:
        self._write_notes(facts, RunNotes(title=facts.notes.title, text=text))

    def _on_created(self, path: object) -> None:
        if isinstance(path, Path):
            self.created.emit(path)

    def _on_start_failed(self, error: AppError) -> None:
        self.start_failed.emit()
        self.message_posted.emit(error)

    def _classify(self, facts: RunFacts) -> None:
        """With a copy of a snapshot: a better one's arrival deletes it, and it may be needed again after a rest."""
        weights = facts.best_weights
        if weights and weights.parent == RunDirectory(facts.path).snapshots_dir:
            self._runs.perform(lambda: _copied(weights, facts), self._on_copied)
        elif weights:
            self.model_wanted.emit(weights)

    def _on_copied(self, weights: object) -> None:
        self.model_wanted.emit(weights)

    def _pause(self, facts: RunFacts) -> None:
        self._send(facts, "pause", self.tr("pausing…"))

    def _stop(self, facts: RunFacts) -> None:
        """A paused run takes a worker that only makes the result."""
        from vgg_desktop.services import run_starts

        if facts.state.is_live:
            self._send(facts, "stop", self.tr("stopping…"))
        else:
            self._employ(facts, run_starts.finish, self.tr("stopping…"))

    def _send(self, facts: RunFacts, command: str, words: str) -> None:
        from vgg_desktop.services import run_starts

        self.waiting_for.emit(facts.path, words)
        self._runs.perform(lambda: run_starts.send(facts.path, command), None, partial(self._on_failed, facts))

    def _resume(self, facts: RunFacts) -> None:
        from vgg_desktop.services import run_starts

        self._employ(facts, run_starts.start, self.tr("resuming…"))

    def _employ(self, facts: RunFacts, start: Callable[[Path], None], words: str) -> None:
        self.waiting_for.emit(facts.path, words)
        self._runs.perform(lambda: start(facts.path), None, partial(self._on_failed, facts), lane=_WORKERS)

    def _on_failed(self, facts: RunFacts, error: AppError) -> None:
        self.waiting_for.emit(facts.path, "")
        self.message_posted.emit(error)

    def _remove(self, facts: RunFacts) -> None:
        path = facts.path
        self._removals.put(path, partial(self._trash, path))
        text = self.tr("“{name}” goes to the trash.").format(name=facts.title)
        hint = self.tr("Its training is stopped first.") if facts.state.is_live else ""
        self.message_posted.emit(
            Message(
                text,
                hint,
                is_problem=False,
                action_text=self.tr("Undo"),
                action=lambda: self._removals.take_back(path),
            )
        )

    def _trash(self, path: Path) -> None:
        from vgg_desktop.services import run_starts

        self._runs.perform(lambda: run_starts.remove(path), None, partial(self._on_not_removed, path), lane="removals")

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
        self._runs.perform(lambda: write_notes(facts.path, notes))


def _copied(weights: Path, facts: RunFacts) -> Path:
    """A copy of a snapshot that stays until another one of the same run is tried.

    Raises:
        AppError: it cannot be copied.
    """
    about = RunDirectory(facts.path).about()
    folder = cache_dir() / "tried" / about.id
    copy = folder / weights.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not copy.exists():
            part = copy.with_suffix(".part")
            shutil.copyfile(weights, part)
            part.replace(copy)
    except OSError as error:
        raise AppError(
            f"The snapshot could not be copied: {os_error_sentence(error)}.", "Try again in a moment.", repr(error)
        ) from error
    for other in folder.iterdir():
        if other != copy:
            with suppress(OSError):
                other.unlink()
    return copy
