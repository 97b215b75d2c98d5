"""Makes runs and starts their workers, for the window and for --detach. Imports no torch."""

import os
import re
import shutil
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from send2trash import send2trash

import vgg_desktop
from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files import locks
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.model.labels import read_labels_tsv
from vgg_desktop.core.own_process import own_command, own_python_path
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.recipe_file import write_recipe
from vgg_desktop.core.run import events
from vgg_desktop.core.run.corrections import Correction, merged_corrections, write_corrections
from vgg_desktop.core.run.run_directory import About, RunDirectory
from vgg_desktop.core.run.run_state import RunState, host_name, machine_id
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.engine.weights import catalog
from vgg_desktop.training.worker.detached import HasEnded, detached

_START_PATIENCE_S = 30.0
_POLL_S = 0.02
# What a file name may not hold on one system or another.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class MissingSourceError(AppError):
    """The folder or table of a run's pictures is not where it was. The run is as it was."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What a run is made from, beside its recipe; `labels` is the content of a file."""

    source: Path
    labels: bytes
    corrections: Sequence[Correction]
    reading: Reading


def create_run(
    runs_dir: Path,
    source: Path,
    recipe: Recipe,
    *,
    name: str = "",
    labels: Path | None = None,
    corrections: Sequence[Path] = (),
    reading: Reading = AS_IT_IS,
) -> RunDirectory:
    """A new run directory, ready for a worker; without a name, one made from the source's and the date.

    It gets its own copy of labels and corrections, so that it can be resumed whatever becomes of the files; of two
    corrections the later counts.

    Raises:
        AppError: the name cannot be used or is taken, the directory cannot be written, or labels or corrections cannot
            be read.
    """
    _refuse_other_encodings((str(source.absolute()), recipe.start_from, name))
    if labels:
        read_labels_tsv(labels)
    given = _Given(source, labels.read_bytes() if labels else b"", merged_corrections(corrections), reading)
    run = RunDirectory(runs_dir / _checked(name) if name else _free_path(runs_dir, source))
    try:
        runs_dir.mkdir(parents=True, exist_ok=True)
        run.path.mkdir()
    except FileExistsError as error:
        raise AppError(
            "There is a run called {run} already.",
            "Choose another name, or go on with it: vgg-desktop runs resume.",
            run=display_name(run.path),
        ) from error
    except OSError as error:
        raise _not_made(run, error) from error
    try:
        _fill(run, given, _without_relative_start(recipe))
    except (AppError, OSError, ValueError) as error:
        shutil.rmtree(run.path, ignore_errors=True)
        if isinstance(error, OSError):
            raise _not_made(run, error) from error
        raise
    return run


def _refuse_other_encodings(names: Sequence[str]) -> None:
    """A run keeps names in JSON and TOML, which hold UTF-8 alone."""
    for name in names:
        try:
            name.encode()
        except UnicodeEncodeError as error:
            raise AppError(
                "The name {name} is not UTF-8, and a run could not keep it.",
                "Rename it, and start the run again.",
                repr(error),
                name=one_line(name),
            ) from error


def _fill(run: RunDirectory, given: _Given, recipe: Recipe) -> None:
    for folder in (run.commands_dir, run.checkpoints_dir, run.snapshots_dir):
        folder.mkdir()
    if given.labels:
        write_atomically(run.labels_file, given.labels)
    if given.corrections:
        write_corrections(run.applied_corrections_file, given.corrections)
    write_recipe(run.recipe_file, recipe)
    write_atomically(run.events_file, events.encode_event(events.Starting(time=time.time())))
    _write_state(run, attempt=1)
    # Last: a directory is a run only when this is there.
    write_atomically(run.about_file, msgspec.json.encode(_about(run, given)))


def _without_relative_start(recipe: Recipe) -> Recipe:
    """A worker may start in another folder than this process."""
    file = Path(recipe.start_from)
    if recipe.start_from == "scratch" or any(recipe.start_from == model.name for model in catalog.models()):
        return recipe
    return msgspec.structs.replace(recipe, start_from=str(file.absolute())) if file.is_file() else recipe


def _not_made(run: RunDirectory, error: OSError) -> AppError:
    return AppError(
        "The run directory {run} cannot be made: {reason}.",
        "Choose another folder with --runs-dir.",
        repr(error),
        run=display_name(run.path),
        reason=os_error_sentence(error),
    )


def wait_for_run(path: Path) -> RunDirectory:
    """The run that the leader of a team is making.

    Raises:
        AppError: it does not come.
    """
    run = RunDirectory(path)
    deadline = time.monotonic() + _START_PATIENCE_S
    while not run.exists():
        if time.monotonic() > deadline:
            raise AppError("The run {file} was not made by the leading process.", file=display_name(path))
        time.sleep(_POLL_S)
    return run


def start_run(run: RunDirectory, *, pause_after_min: float | None = None, starts_over: bool = False) -> None:
    """Start a worker for a new or paused run, detached from this process; returns when it holds the run.

    Raises:
        AppError: it runs already, is finished, or its worker died at once.
    """
    check_startable(run)
    options = ["--pause-after", str(pause_after_min)] if pause_after_min is not None else []
    options += ["--start-over"] if starts_over else []
    _spawn(run, ["runs", "resume", run.name, "--runs-dir", str(run.path.parent.absolute()), "--background", *options])


def finish_run(run: RunDirectory) -> None:
    """Stop and keep: ask a living worker; for a paused run, start one that only makes the result.

    Raises:
        AppError: the run has ended already, or the worker died at once.
    """
    if run.settled_state().is_live:
        run.send_command("stop")
        return
    check_startable(run)
    _spawn(run, ["runs", "stop", run.name, "--runs-dir", str(run.path.parent.absolute()), "--background"])


def discard_run(run: RunDirectory, *, patience_s: float = 60.0) -> None:
    """Move a run to the trash, after its worker has ended.

    Raises:
        AppError: the worker does not end in time, or there is no trash for this folder.
    """
    if run.state().is_live:
        run.send_command("discard")
        _wait_for_end(run, patience_s)
    state = run.recorded_state()
    if state.state == "discarded":
        # What a person takes out of the trash again is not on its way there.
        run.write_state(msgspec.structs.replace(state, state="paused"))
    try:
        send2trash(run.path)
    except OSError as error:
        if not run.path.exists():
            return
        raise AppError(
            "The run {run} cannot be moved to the trash: {reason}.",
            "It is left where it is; delete its folder yourself.",
            repr(error),
            run=display_name(run.path),
            reason=os_error_sentence(error),
        ) from error


def mark_new_attempt(run: RunDirectory) -> None:
    """Say that a worker is being started; commands for earlier attempts are void from now on."""
    before = run.recorded_state()
    is_untouched = before.state == "starting" and not before.pid and before.attempt == 1
    _write_state(run, attempt=1 if is_untouched else before.attempt + 1, before=before)


def check_startable(run: RunDirectory) -> None:
    """Takes three heartbeats for a run whose worker died on another machine, or before this one was started anew.

    Raises:
        MissingSourceError: its pictures are not where they were.
        AppError: the run is being trained, or has nothing left to train.
    """
    state = run.settled_state()
    is_distant = state.is_live and run.liveness.has_beaten
    if is_distant or state.state == "running" or locks.is_held(run.lock_file):
        raise AppError("The run {run} is being trained already.", run=display_name(run.path))
    if state.state == "finished":
        raise AppError(
            "The run {run} is {state}; there is nothing left to train.",
            "Start a new run, from its best.safetensors if you like.",
            run=display_name(run.path),
            state=state.state,
        )
    source = Path(run.about().source)
    has_begun = run.dataset_file.is_file() or state.state == "paused"
    if has_begun and not source.exists():
        raise MissingSourceError(
            "The pictures of the run {run} are not at {source} any more.",
            "Say where they are now: vgg-desktop runs resume {run} --data FOLDER",
            run=display_name(run.path),
            source=one_line(str(source)),
        )


def _spawn(run: RunDirectory, arguments: list[str]) -> None:
    mark_new_attempt(run)
    environment = {**os.environ, "PYTHONPATH": own_python_path(), "PYTHONUNBUFFERED": "1"}
    try:
        with detached(own_command(*arguments), run.log_file, environment) as has_ended:
            _wait_for_worker(run, has_ended)
    except OSError as error:
        raise AppError(
            "The worker of the run {run} cannot be started: {reason}.",
            detail=repr(error),
            run=display_name(run.path),
            reason=os_error_sentence(error),
        ) from error


def _wait_for_worker(run: RunDirectory, has_ended: HasEnded) -> None:
    """Until the worker holds the run's lock and has said so, or is gone."""
    deadline = time.monotonic() + _START_PATIENCE_S
    while time.monotonic() < deadline:
        if run.recorded_state().pid:
            return
        if has_ended():
            raise _died(run)
        time.sleep(_POLL_S)
    raise AppError("The worker of the run {run} does not start.", detail=run.log_tail(), run=display_name(run.path))


def _died(run: RunDirectory) -> AppError:
    tail = run.log_tail()
    error = AppError(
        "The worker of the run {run} ended before it began.", tail.rpartition("\n")[2], tail, run=display_name(run.path)
    )
    failed = msgspec.structs.replace(
        run.recorded_state(), state="failed", summary=error.summary, hint=error.hint, detail=error.detail
    )
    run.write_state(failed)
    return error


def _wait_for_end(run: RunDirectory, patience_s: float) -> None:
    deadline = time.monotonic() + patience_s
    while run.state().is_live or locks.is_held(run.lock_file):
        if time.monotonic() > deadline:
            raise AppError(
                "The worker of the run {run} has not ended yet.",
                "Discard it again in a moment.",
                run=display_name(run.path),
            )
        time.sleep(_POLL_S)


def _write_state(run: RunDirectory, *, attempt: int, before: RunState | None = None) -> None:
    state = msgspec.structs.replace(
        before or RunState(),
        state="starting",
        attempt=attempt,
        time=time.time(),
        host=host_name(),
        machine=machine_id(),
        pid=0,
        summary=Sentence(),
        hint=Sentence(),
        detail="",
    )
    run.write_state(state)


def _about(run: RunDirectory, given: _Given) -> About:
    return About(
        id=uuid.uuid4().hex,
        created=time.time(),
        source=str(given.source.absolute()),
        labels=run.labels_file.name if given.labels else "",
        corrections=run.applied_corrections_file.name if given.corrections else "",
        reading=given.reading,
        program_version=vgg_desktop.__version__,
    )


def _checked(name: str) -> str:
    if _FORBIDDEN.search(name) or name.strip(". ") != name or len(name.encode()) > 120:
        raise AppError(
            "A run cannot be called {name}.",
            "Use letters, digits, spaces, dots, dashes or underscores.",
            name=display_name(name),
        )
    return name


def _free_path(runs_dir: Path, source: Path) -> Path:
    stem = _FORBIDDEN.sub("-", source.absolute().stem).strip(". ")[:60] or "run"
    first = f"{stem} {time.strftime('%Y-%m-%d %H.%M')}"
    names = (first if number == 1 else f"{first} ({number})" for number in range(1, 1000))
    return next(path for name in names if not (path := runs_dir / name).exists())
