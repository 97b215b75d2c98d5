"""Reading run directories again and again: what is new in one, and which there are. Plain Python, for one thread."""

import logging
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.run.evaluation import Evaluation
from vgg_desktop.core.run.events import Event
from vgg_desktop.core.run.history import History
from vgg_desktop.core.run.run_directory import About, RunDirectory, list_runs
from vgg_desktop.core.run.run_notes import FILE_NAME, RunNotes, read_notes
from vgg_desktop.core.run.run_state import RunState
from vgg_desktop.core.run.step_file import StepRecords

_log = logging.getLogger(__name__)
# The window takes in a message in one go: 2,000 events are 2 ms.
_MOST_EVENTS = 2000


@dataclass(frozen=True, slots=True)
class RunFacts:
    """A run as it stands. `problem` says why parts of it cannot be read; `log` is the worker's last output."""

    path: Path
    about: About | None
    recipe: Recipe | None
    state: RunState
    notes: RunNotes
    best_weights: Path | None = None
    skipped_lines: int = 0
    log: str = ""
    problem: AppError | None = None

    @property
    def title(self) -> str:
        return self.notes.title or self.path.name


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """Everything of a run at once. The history belongs to whoever receives this."""

    facts: RunFacts
    history: History
    evaluation: Evaluation | None


@dataclass(frozen=True, slots=True)
class OverlayRead:
    """Another run, read once for comparison."""

    facts: RunFacts
    history: History


@dataclass(frozen=True, slots=True)
class RunNews:
    """What has changed since the last time. `evaluation` is None where there is no new one."""

    facts: RunFacts
    events: tuple[Event, ...] = ()
    records: StepRecords | None = field(default=None, repr=False)
    evaluation: Evaluation | None = None


class RunReader:
    """The facts of one run, read at little cost while nothing changes."""

    def __init__(self, run: RunDirectory) -> None:
        self.run = run
        self._about: About | None = None
        self._recipe: Recipe | None = None
        self._recipe_stamp: object = None
        self._notes = RunNotes()
        self._notes_stamp: object = None
        self._state: RunState | None = None
        self._state_stamp: object = None
        self._weights: Path | None = None

    def facts(self, *, skipped_lines: int = 0, is_detailed: bool = False) -> RunFacts:
        """`is_detailed` looks for weights and the log too. What cannot be read is as it was known last."""
        problem = self._read_fixed_parts()
        try:
            state = self._read_state()
        except AppError as error:
            problem = problem or error
            state = self._state or RunState(state="failed", summary=error.summary, hint=error.hint)
        needs_log = is_detailed and state.state in ("lost", "failed")
        return RunFacts(
            self.run.path,
            self._about,
            self._recipe,
            state,
            self._notes,
            self._best_weights() if is_detailed else None,
            skipped_lines,
            self.run.log_tail() if needs_log else "",
            problem,
        )

    def _read_fixed_parts(self) -> AppError | None:
        problem: AppError | None = None
        try:
            self._about = self._about or self.run.about()
            stamp = _stamp(self.run.recipe_file)
            # "auto" values are settled when the run starts and written into its recipe.
            if self._recipe is None or stamp != self._recipe_stamp:
                self._recipe, self._recipe_stamp = self.run.recipe(), stamp
        except AppError as error:
            problem = error
        stamp = _stamp(self.run.path / FILE_NAME)
        if stamp != self._notes_stamp:
            self._notes, self._notes_stamp = read_notes(self.run.path), stamp
        return problem

    def _read_state(self) -> RunState:
        stamp = _stamp(self.run.state_file)
        if self._state is None or self._state.is_live or stamp != self._state_stamp:
            self._state, self._state_stamp = self.run.state(), stamp
        if self._state.state == "lost":
            # Somebody may resume it.
            self._state_stamp = None
        return self._state

    def _best_weights(self) -> Path | None:
        with suppress(AppError):
            self._weights = self.run.best_weights()
        return self._weights


class RunWatch:
    """One run that is being looked at."""

    def __init__(self, path: Path) -> None:
        self.run = RunDirectory(path)
        self._reader = RunReader(self.run)
        self._events = self.run.new_event_reader()
        self._steps = self.run.new_step_reader()
        self._last_facts: RunFacts | None = None
        self._evaluation_stamp: object = None
        self._waiting: list[Event] = []
        self.was_replaced = False
        """The log is another one than before: watch the run anew."""

    def open(self) -> OpenedRun:
        """Read everything there is.

        Raises:
            AppError: this is no run directory, or one of a newer version.
        """
        self.run.about()
        history = History()
        history.apply(self._events.read_new(thin_steps=self._steps.has_new()))
        history.extend_steps(self._steps.read_new())
        for series in (history.curves.loss, history.curves.top1):
            # The first look raises the pyramid: better here than in the window's thread.
            series.view(0, series.last_x, 100)
        self._last_facts = self._facts()
        return OpenedRun(self._last_facts, history, self._new_evaluation())

    def poll(self) -> RunNews | None:
        """What is new; None when nothing is."""
        self._waiting += self._events.read_new()
        self.was_replaced = self._events.restarts > 0
        # Steps after events, as when opening: a resume takes back steps before the new ones come.
        records = self._steps.read_new() if not self._waiting[_MOST_EVENTS:] else None
        events, self._waiting = tuple(self._waiting[:_MOST_EVENTS]), self._waiting[_MOST_EVENTS:]
        facts, evaluation = self._facts(), self._new_evaluation()
        if facts == self._last_facts and not events and not (records is not None and len(records)) and not evaluation:
            return None
        self._last_facts = facts
        return RunNews(facts, events, records, evaluation)

    def _facts(self) -> RunFacts:
        return self._reader.facts(skipped_lines=self._events.skipped_lines, is_detailed=True)

    def _new_evaluation(self) -> Evaluation | None:
        stamp = _stamp(self.run.evaluation_file)
        if stamp == self._evaluation_stamp:
            return None
        self._evaluation_stamp = stamp
        try:
            return self.run.evaluation()
        except AppError:
            return None


class RunLister:
    """The runs of a folder, newest first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._readers: dict[Path, RunReader] = {}

    def list(self) -> tuple[RunFacts, ...]:
        runs = list_runs(self.folder)
        self._readers = {run.path: self._readers.get(run.path) or RunReader(run) for run in runs}
        return tuple(map(_facts_at_least, self._readers.values()))


def read_overlay(path: Path) -> OverlayRead:
    """A run for comparison: its facts and its whole history.

    Raises:
        AppError: this is no run directory.
    """
    opened = RunWatch(path).open()
    return OverlayRead(opened.facts, opened.history)


def _facts_at_least(reader: RunReader) -> RunFacts:
    """Whatever one run holds, the others are shown."""
    try:
        return reader.facts()
    except Exception as error:
        _log.exception("A run could not be read.")
        problem = AppError("The run {run} cannot be read.", detail=repr(error), run=display_name(reader.run.path))
        state = RunState(state="failed", summary=problem.summary)
        return RunFacts(reader.run.path, None, None, state, RunNotes(), problem=problem)


def _stamp(path: Path) -> object:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
