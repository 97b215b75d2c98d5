"""The process that trains: takes the run's lock, does the work, writes it all down, and never dies without a word.

torch is imported only once the lock is held and the heart beats, so that watchers see a worker within a moment.
"""

import math
import os
import sys
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.locks import FileLock
from vgg_desktop.core.run.events import Ended, Event, Outcome, Preparing
from vgg_desktop.core.run.run_directory import Command, RunDirectory
from vgg_desktop.training.progress import CancelledError, Progress, never_cancelled, no_progress
from vgg_desktop.training.team import ASK_EVERY, Team, find_team
from vgg_desktop.training.worker.journal import Heartbeat, Journal
from vgg_desktop.training.worker.signals import exit_now, ignore_signals, pausing_on_signals
from vgg_desktop.training.worker.steering import Steering

if TYPE_CHECKING:
    from vgg_desktop.training.setup.prepare import Prepared

_Returned = TypeVar("_Returned")

EXIT_STATUS: dict[Outcome, int] = {"finished": 0, "failed": 1, "paused": 3, "stopped": 3, "discarded": 3}
_OUTCOMES: dict[Command, Outcome] = {"pause": "paused", "stop": "stopped", "discard": "discarded"}


def work(
    run: RunDirectory,
    *,
    observe: Callable[[Event], None] = lambda _event: None,
    pause_after_s: float | None = None,
    first_command: Command | None = None,
    checkpoint_every_s: float = 300.0,
    starts_over: bool = False,
) -> int:
    """Train a run from where it stands until it ends; the process's exit status.

    In a team a pause or stop is no failure: torchrun would report one.

    `observe` sees every event, also the steps that are too many for the log. `first_command` "stop" ends a paused run
    with what it has. A checkpoint is taken at each epoch's end and at least every `checkpoint_every_s`. Only with
    `starts_over` does a run begin again whose checkpoints are all lost.

    Raises:
        AppError: another worker has the run, or its directory cannot be used.
    """
    team = find_team()
    if not team.leads:
        return _train_along(run, team, starts_over)
    with _locked(run):
        journal = _open_journal(run, observe)
        heartbeat = Heartbeat(run.heartbeat_file)
        steering = Steering(run, journal.state.attempt, on_answer=journal.write, pause_after_s=pause_after_s)
        if first_command:
            steering.ask(first_command)
        try:
            ended = _Session(run, journal, steering, checkpoint_every_s, team, starts_over).ended()
        finally:
            heartbeat.stop()
            journal.close()
        return EXIT_STATUS[ended.outcome if team.is_alone or ended.outcome == "failed" else "finished"]


class _Session:
    """One attempt, from the lock to its last words."""

    def __init__(
        self,
        run: RunDirectory,
        journal: Journal,
        steering: Steering,
        every_s: float,
        team: Team,
        starts_over: bool,
    ) -> None:
        self._run = run
        self._journal = journal
        self._steering = steering
        self._has_learned = any(run.checkpoints_dir.glob("step-*.pt"))
        self._every_s = every_s
        self._team = team
        self._starts_over = starts_over
        self._prepared: Prepared | None = None

    def ended(self) -> Ended:
        with pausing_on_signals(
            ask=lambda: self._steering.ask("pause"), expected_s=self._expected_s, end_now=self._end_now
        ):
            ended = self._last_words(self._work())
            self._steering.refuse_the_rest()
            self._journal.end(ended)
        return ended

    def _work(self) -> Ended:
        """The whole attempt; every failure ends here as a sentence."""
        try:
            return self._trained()
        except CancelledError:
            return _ended(_OUTCOMES[self._steering.command() or "pause"])
        except AppError as error:
            return _ended("failed", error)
        except OSError as error:
            return _ended("failed", _system_error(error))
        except Exception as error:
            traceback.print_exc()
            return _ended("failed", _program_error(error))
        finally:
            if self._prepared:
                self._close(self._prepared)

    def _trained(self) -> Ended:
        _settle_environment(self._run)
        from vgg_desktop.training.distributed import joined_team
        from vgg_desktop.training.setup import prepare
        from vgg_desktop.training.worker import result

        with joined_team(self._team):
            prepared = self._prepared = prepare.prepare(
                self._run,
                command=self._steering.command,
                cancelled=self._is_cancelled,
                on_work=self._on_work,
                checkpoint_every_s=self._every_s,
                team=self._team,
                starts_over=self._starts_over,
            )
            command = self._learned(prepared)
        if command in ("pause", "discard") or (command and not prepared.attempt.state.step):
            return _ended(_OUTCOMES[command])
        if not self._follow(result.conclude(self._run, prepared, self._steering.command)):
            return _ended(_OUTCOMES[self._steering.command() or "pause"])
        return _ended("stopped" if command else "finished")

    def _is_cancelled(self) -> bool:
        """Whether a command ends the preparation; to stop and keep something, a run that has learned is prepared."""
        command = self._steering.command()
        return command in ("pause", "discard") or (command == "stop" and not self._has_learned)

    def _learned(self, prepared: "Prepared") -> Command | None:
        from vgg_desktop.training.loop import loop
        from vgg_desktop.training.setup import prepare

        for event in prepare.opening(prepared, self._journal.state.attempt):
            self._journal.write(event)
        self._journal.go_on_from(prepared.attempt.state)
        return self._follow(loop.train(prepared.attempt))

    def _follow(self, events: Generator[Event, None, _Returned]) -> _Returned:
        """Write down what a generator tells, and give what it returns."""
        while True:
            try:
                event = next(events)
            except StopIteration as stop:
                return stop.value
            self._journal.write(event)

    def _on_work(self, work: str) -> Progress:
        def tell(done: int, total: int) -> None:
            self._journal.write(Preparing(time=time.time(), work=work, done=done, total=total))  # type: ignore[arg-type]

        return tell

    def _expected_s(self) -> float:
        """The steps until a command is heard and a checkpoint, as far as known."""
        if not self._prepared:
            return 0.0
        steps = 1 if self._team.is_alone else ASK_EVERY
        return steps * self._prepared.attempt.eta.step_seconds + self._prepared.attempt.store.save_s

    def _end_now(self) -> None:
        """Called by the thread that watches the signals, while the one that trains may be inside a step."""
        has_checkpoint = bool(self._prepared and self._prepared.attempt.store.has_checkpoint)
        if has_checkpoint:
            error = AppError("The run was ended at once; it goes on from its last checkpoint.")
        else:
            error = AppError(
                "The run was ended at once, before its first checkpoint; it begins again when it is resumed."
            )
        self._journal.end(_ended("paused", error))
        exit_now(EXIT_STATUS["paused"])

    def _last_words(self, ended: Ended) -> Ended:
        from msgspec import structs

        state = self._journal.state
        return structs.replace(ended, best_epoch=state.best_epoch, best_top1=state.best_top1)

    def _close(self, prepared: "Prepared") -> None:
        prepared.loaders.close()
        prepared.attempt.store.close()


def _train_along(run: RunDirectory, team: Team, starts_over: bool) -> int:
    """Learn with the leader, in silence, until it ends; where that fails, leave a sentence."""
    ignore_signals()
    try:
        _learn_along(run, team, starts_over)
    except CancelledError:
        pass
    except (AppError, OSError, RuntimeError) as error:
        sys.stderr.write(f"Process {team.rank} cannot train along: {one_line(str(error).strip())[:500]}\n")
        return EXIT_STATUS["failed"]
    return EXIT_STATUS["finished"]


def _learn_along(run: RunDirectory, team: Team, starts_over: bool) -> None:
    _settle_environment(run)
    from vgg_desktop.training.distributed import joined_team
    from vgg_desktop.training.loop import loop
    from vgg_desktop.training.setup import prepare

    with joined_team(team):
        prepared = prepare.prepare(
            run,
            command=lambda: None,
            cancelled=never_cancelled,
            on_work=lambda _work: no_progress,
            checkpoint_every_s=math.inf,
            team=team,
            starts_over=starts_over,
        )
        try:
            for _ in loop.train(prepared.attempt):
                pass
        finally:
            prepared.loaders.close()
            prepared.attempt.store.close()


@contextmanager
def _locked(run: RunDirectory) -> Iterator[None]:
    try:
        lock = FileLock(run.lock_file)
        is_ours = lock.acquire()
    except OSError as error:
        raise _system_error(error) from error
    if not is_ours:
        raise AppError(
            "The run {run} is being trained already.",
            "Watch it with: vgg-desktop runs list",
            run=display_name(run.path),
        )
    with lock:
        yield


def _open_journal(run: RunDirectory, observe: Callable[[Event], None]) -> Journal:
    """Raises: AppError when the directory cannot be written."""
    state = run.recorded_state()
    # A launcher leaves an attempt without a process; anything else is an attempt that has been.
    attempt = state.attempt if state.state == "starting" and not state.pid else state.attempt + 1
    try:
        return Journal(run, attempt, observe)
    except OSError as error:
        raise _system_error(error) from error


def _settle_environment(run: RunDirectory) -> None:
    if run.recipe().deterministic:
        # Read when CUDA starts. Source: docs.nvidia.com/cuda/cublas, "Results reproducibility".
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")


def _ended(outcome: Outcome, error: AppError | None = None) -> Ended:
    if error is None:
        return Ended(time=time.time(), outcome=outcome)
    return Ended(time=time.time(), outcome=outcome, summary=error.summary, hint=error.hint, detail=error.detail)


def _system_error(error: OSError) -> AppError:
    name = f" ({display_name(error.filename)})" if error.filename else ""
    return AppError(
        "The run directory cannot be written{name}: {reason}.",
        "Free some space or mend the folder's permissions, then resume the run.",
        repr(error),
        name=name,
        reason=os_error_sentence(error),
    )


def _program_error(error: Exception) -> AppError:
    if type(error).__name__ == "OutOfMemoryError":
        return AppError(
            "The device's memory does not hold this model.",
            "Choose a smaller model, train fewer layers, or end other programs that use the device.",
            str(error),
        )
    first_line = str(error).strip().partition("\n")[0] or type(error).__name__
    return AppError(
        "Training was ended by a fault of the program: {reason}.",
        "Resume the run; if it happens again, report it with the run's worker.log.",
        "".join(traceback.format_exception(error)),
        reason=one_line(first_line)[:200].rstrip("."),
    )
