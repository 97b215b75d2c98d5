"""A training seen from a shell: bars on a terminal, a plain line an epoch in a pipe."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vgg_desktop.cli.text import standard_output
from vgg_desktop.cli.text.progress import new_bar
from vgg_desktop.cli.text.results import say
from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.events import (
    Ended,
    Epoch,
    Event,
    Preparing,
    Resumed,
    Started,
    Step,
    Truth,
    Warned,
)
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.core.shell_words import command_text

_NICENESS = 10
_WORK_WORDS = {"reading": "Looking at pictures", "decoding": "Decoding pictures", "features": "Computing features"}


def work_here(
    run: RunDirectory,
    *,
    pause_after_min: float | None = None,
    background: bool = False,
    stop_at_once: bool = False,
    starts_over: bool = False,
) -> int:
    """Train in this process; the exit status."""
    from vgg_desktop.training.team import find_team
    from vgg_desktop.training.worker.worker import work

    if background and hasattr(os, "nice"):
        os.nice(_NICENESS)
    if not find_team().leads:
        return work(run, starts_over=starts_over)
    pause_after_s = None if pause_after_min is None else pause_after_min * 60
    with _screen(run) as show:
        return work(
            run,
            observe=_Unheard(show),
            pause_after_s=pause_after_s,
            first_command="stop" if stop_at_once else None,
            starts_over=starts_over,
        )


def follow(run: RunDirectory) -> int:
    """Say how to watch a run that goes on in the background."""
    print(f"Training {one_line(run.name)} in the background.")  # noqa: T201
    print(f"  watch:  {_command('show', run)}")  # noqa: T201
    print(f"  pause:  {_command('pause', run)}")  # noqa: T201
    return 0


def find_pictures_again(run: RunDirectory, data: Path) -> None:
    """Look at every picture in its new place. Raises: AppError where they are not those that the run learned from."""
    from vgg_desktop.cli.text.progress import counting
    from vgg_desktop.training.worker.moved_source import move_source

    with counting(_WORK_WORDS["reading"]) as progress:
        move_source(run, data, on_progress=progress)


class _Unheard:
    """Shows what it can. A reader that has gone, a full disk or a closed terminal never touches the run."""

    def __init__(self, show: Callable[[Event], None]) -> None:
        self._show: Callable[[Event], None] | None = show

    def __call__(self, event: Event) -> None:
        if self._show is None:
            return
        try:
            self._show(event)
        except (OSError, ValueError) as error:
            self._show = None
            standard_output.discard_output(sys.stdout)
            if isinstance(error, OSError) and not standard_output.is_reader_gone(error):
                say(f"{standard_output.lost_output(error)} The run goes on.")


class PlainScreen:
    """One line for each thing that happens, none for each step."""

    def __init__(self, run: RunDirectory) -> None:
        self._run = run
        self._epochs = 0

    def __call__(self, event: Event) -> None:
        match event:
            case Started():
                self._epochs = event.epochs
                self._print(_started_line(event))
            case Resumed():
                self._print(f"going on after step {event.step:,}, {event.epoch:,} epochs complete")
            case Epoch():
                self._print(_epoch_line(event, self._epochs))
            case Warned():
                say(f"{event.summary} {event.hint}".rstrip())
            case Truth():
                self._print(truth_line(event))
            case Ended():
                self._end(event)

    def _end(self, event: Ended) -> None:
        if event.outcome == "failed":
            say(str(AppError(event.summary, event.hint)))
        elif event.summary:
            self._print(one_line(f"{event.summary} {event.hint}".rstrip()))
        self._print(_ended_line(event))
        if event.outcome in ("finished", "stopped") and self._run.best_file.is_file():
            self._print(f"weights: {one_line(str(self._run.best_file))}")
        elif event.outcome == "paused":
            self._print(f"resume:  {_command('resume', self._run)}")

    def _print(self, line: str) -> None:
        print(line, flush=True)  # noqa: T201


class BarScreen:
    """A bar for the work under way, the plain lines above it."""

    def __init__(self, run: RunDirectory) -> None:
        self._plain = PlainScreen(run)
        self._bar = new_bar(is_training=True)
        self._task = self._bar.add_task("Starting", total=None, note="")
        self._steps_per_epoch = 1
        self._epoch_start = 0
        self._bar.start()

    def __call__(self, event: Event) -> None:
        match event:
            case Preparing():
                self._show(_WORK_WORDS[event.work], event.done, event.total, f"{event.done:,} of {event.total:,}")
            case Started():
                self._steps_per_epoch = event.steps_per_epoch
            case Resumed():
                self._epoch_start = event.step // self._steps_per_epoch * self._steps_per_epoch
            case Step():
                done = event.step - self._epoch_start
                self._show(f"Epoch {event.epoch:,}", done, self._steps_per_epoch, _step_note(event))
            case Epoch():
                self._epoch_start = event.step
            case Ended():
                self._bar.stop()
        self._plain(event)

    def close(self) -> None:
        self._bar.stop()

    def _show(self, words: str, done: int, total: int, note: str) -> None:
        self._bar.update(self._task, description=words, completed=done, total=total, note=note)


def truth_line(event: Truth) -> str:
    """What the run used, beside what was estimated before it."""
    pairs = [
        ("memory", size_text(event.estimated_memory_bytes), size_text(event.memory_bytes)),
        ("disk", size_text(event.estimated_disk_bytes), size_text(event.disk_bytes)),
    ]
    if event.estimated_seconds is not None:
        pairs.append(("time", duration_text(event.estimated_seconds), duration_text(event.seconds)))
    return "estimated and used: " + ", ".join(f"{name} {guess} and {truth}" for name, guess, truth in pairs)


def duration_text(seconds: float) -> str:
    """ "4.2 s", "3 min 20 s", "2 h 5 min"."""
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def _screen(run: RunDirectory) -> Iterator[Callable[[Event], None]]:
    if not sys.stdout.isatty():
        yield PlainScreen(run)
        return
    screen = BarScreen(run)
    try:
        yield screen
    finally:
        with suppress(OSError, ValueError):
            screen.close()


def _started_line(event: Started) -> str:
    return (
        f"training on {event.train_count:,} pictures of {event.class_count:,} classes, "
        f"{event.val_count:,} for validation; {one_line(event.device)}, {event.precision}, "
        f"batches of {event.batch_size:,}, {event.trained_parameters:,} parameters"
    )


def _epoch_line(event: Epoch, epochs: int) -> str:
    left = f"  {duration_text(event.seconds_left)} left" if event.seconds_left else ""
    return (
        f"epoch {event.epoch}/{epochs}  train_loss {event.train_loss:.4f}  val_loss {event.val_loss:.4f}  "
        f"val_top1 {event.val_top1:.4f}  val_top5 {event.val_top5:.4f}  {event.pictures_per_s:,.0f}/s"
        f"{left}{'  best' if event.is_best else ''}"
    )


def _ended_line(event: Ended) -> str:
    if event.best_top1 is None:
        return event.outcome
    return f"{event.outcome}: best validation accuracy {event.best_top1:.2%} in epoch {event.best_epoch}"


def _step_note(event: Step) -> str:
    left = f", {duration_text(event.seconds_left)} left" if event.seconds_left is not None else ""
    return f"loss {event.loss:.3f}, {event.pictures_per_s:,.0f}/s{left}"


def size_text(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


def _command(verb: str, run: RunDirectory) -> str:
    from vgg_desktop.core.files import paths

    where = [] if run.path.parent == paths.runs_dir() else ["--runs-dir", str(run.path.parent)]
    return command_text(["runs", verb, one_line(run.name), *where])
