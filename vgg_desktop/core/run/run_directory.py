"""A run directory: the protocol between a training worker and everyone who watches or steers it.

Plain files only; docs/run-directory.md describes them for other programs. Readers poll, may read from another machine,
and may find any file missing, half copied or newer than they are.
"""

import re
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, NewerFormatError, encode_json, read_json, read_toml
from vgg_desktop.core.files.regular_files import is_file
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.evaluation import Evaluation
from vgg_desktop.core.run.event_log import EventReader
from vgg_desktop.core.run.run_notes import title_of
from vgg_desktop.core.run.run_record import rebuilt_state
from vgg_desktop.core.run.run_state import Liveness, RunState, machine_id
from vgg_desktop.core.run.step_file import StepReader, StepRecords, read_steps
from vgg_desktop.core.sentence import Sentence

FORMAT = 1
_POLL_S = 0.05
_SNAPSHOT = re.compile(r"best-\d{5,}-[0-9a-f]{8,16}\.safetensors")
# The year 9999: what a calendar can show.
_LATEST = 2.5e11

Command = Literal["pause", "stop", "discard"]
_Kind = TypeVar("_Kind")


class About(msgspec.Struct, frozen=True, kw_only=True):
    """`run.json`: what never changes about a run.

    `source`, the folder or CSV of pictures, is an absolute path. `labels`, the names of its classes, and `corrections`
    are relative to the run's directory, or empty. `reading` is what a person said about the source.
    """

    format: int = FORMAT
    id: str
    created: Annotated[float, msgspec.Meta(ge=0, le=_LATEST)]
    source: str
    labels: str = ""
    corrections: str = ""
    reading: Reading = AS_IT_IS
    program_version: str = ""


class CommandFile(msgspec.Struct, frozen=True, kw_only=True):
    """`commands/<uuid>.json`. A worker of another attempt ignores it."""

    command: Command
    attempt: int
    time: float


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """`snapshots/best.json`: the best weights so far. Read `file` into memory: a better one's arrival deletes it."""

    file: str
    sha256: str
    epoch: int
    top1: float


class RunDirectory:
    """One run, for readers and for those who send it commands. Making one touches nothing."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self.about_file = self.path / "run.json"
        self.recipe_file = self.path / "recipe.toml"
        self.dataset_file = self.path / "dataset.json"
        self.estimate_file = self.path / "estimate.json"
        self.state_file = self.path / "state.json"
        self.events_file = self.path / "events.jsonl"
        self.steps_file = self.path / "steps.bin"
        self.checkpoints_dir = self.path / "checkpoints"
        self.snapshots_dir = self.path / "snapshots"
        self.snapshot_pointer = self.snapshots_dir / "best.json"
        self.best_file = self.path / "best.safetensors"
        self.evaluation_file = self.path / "evaluation.json"
        self.log_file = self.path / "worker.log"
        self.commands_dir = self.path / "commands"
        self.lock_file = self.path / "lock"
        self.heartbeat_file = self.path / "heartbeat"
        self.corrections_file = self.path / "corrections.csv"
        """Corrections that a person made while looking at this run's result; the run itself never reads them."""
        self.labels_file = self.path / "labels.tsv"
        """The names of the classes, the run's own copy; only there where they were given."""
        self.applied_corrections_file = self.path / "applied-corrections.csv"
        """The corrections that this run is trained with, its own copy; only there where it has any."""
        self.liveness = Liveness(self.lock_file, self.heartbeat_file)

    @property
    def name(self) -> str:
        return self.path.name

    def exists(self) -> bool:
        return is_file(self.about_file)

    def about(self) -> About:
        """Raises: AppError when this is no run directory, or one of a newer version of the program."""
        return _record(self.about_file, About)

    def recipe(self) -> Recipe:
        """Raises: AppError when the recipe cannot be read."""
        try:
            return make(read_toml(self.recipe_file))
        except (OSError, DamagedError) as error:
            raise _unreadable(self.recipe_file, error) from error

    def recorded_state(self) -> RunState:
        """`state.json` as it stands, whether or not its worker lives; made of the events where it is damaged or gone.

        Raises:
            AppError: it cannot be read.
        """
        try:
            return _record(self.state_file, RunState)
        except AppError as error:
            is_lost = isinstance(error.__cause__, DamagedError | FileNotFoundError)
            if is_lost and not isinstance(error.__cause__, NewerFormatError) and self.exists():
                return rebuilt_state(self.events_file)
            raise

    def write_state(self, state: RunState) -> None:
        """Raises: AppError when the disk does not take it."""
        write_atomically(self.state_file, encode_json(state))

    def state(self) -> RunState:
        """Where the run stands now; "lost" when its worker is gone without having said why.

        From another machine a dead worker shows as "running" until this object has been asked for three heartbeats.

        Raises:
            AppError: it cannot be read.
        """
        state = self.recorded_state()
        if not state.is_live or self.liveness.is_alive(state):
            return state
        # The worker may have ended in good order between the two looks.
        state = self.recorded_state()
        return msgspec.structs.replace(state, state="lost") if state.is_live else state

    def settled_state(self) -> RunState:
        """`state`, after listening to a heart on another machine until it beats or counts as dead.

        Raises:
            AppError: it cannot be read.
        """
        listen_to_hearts([self])
        return self.state()

    def is_in_doubt(self) -> bool:
        """Whether a worker on another machine is said to run, and its heart has not been heard yet."""
        try:
            state = self.state()
        except AppError:
            return False
        return state.is_live and state.machine != machine_id() and not self.liveness.has_beaten

    def new_event_reader(self) -> EventReader:
        return EventReader(self.events_file)

    def new_step_reader(self) -> StepReader:
        return StepReader(self.steps_file)

    def steps(self) -> StepRecords:
        """Every step that counts, as `step_file.STEP_DTYPE`."""
        return read_steps(self.steps_file)

    def evaluation(self) -> Evaluation | None:
        """The report on the best weights; None until the run has ended with some.

        Raises:
            AppError: it cannot be read.
        """
        return _record(self.evaluation_file, Evaluation) if is_file(self.evaluation_file) else None

    def best_weights(self) -> Path | None:
        """A bundle with the best weights so far: the result of a run that has come to one, else the latest snapshot.

        A run that was resumed still has the result of an earlier attempt, which its snapshots surpass.

        Raises:
            AppError: the state cannot be read.
        """
        result = self.best_file if is_file(self.best_file) else None
        if result and self.recorded_state().state in ("stopped", "finished"):
            return result
        return self._latest_snapshot() or result

    def _latest_snapshot(self) -> Path | None:
        """The one that `best.json` names; where that is lost or damaged, the last one written."""
        try:
            named = self.snapshots_dir / Path(_record(self.snapshot_pointer, Snapshot).file).name
            if is_file(named):
                return named
        except AppError:
            pass
        try:
            names = sorted(path.name for path in self.snapshots_dir.iterdir() if _SNAPSHOT.fullmatch(path.name))
        except OSError:
            return None
        return self.snapshots_dir / names[-1] if names else None

    def log_tail(self, *, most_bytes: int = 4000) -> str:
        """The end of the worker's output, for the reason of a worker that died without an event."""
        try:
            return self.log_file.read_bytes()[-most_bytes:].decode("utf-8", "replace").strip()
        except OSError:
            return ""

    def send_command(self, command: Command) -> str:
        """Ask the worker of the current attempt for something; the `Commanded` event with the returned id answers.

        Raises:
            AppError: the command could not be written.
        """
        command_id = uuid.uuid4().hex
        record = CommandFile(command=command, attempt=self.recorded_state().attempt, time=time.time())
        write_atomically(self.commands_dir / f"{command_id}.json", msgspec.json.encode(record))
        return command_id


def listen_to_hearts(runs: Sequence[RunDirectory]) -> None:
    """Until each heart on another machine has beaten or counts as dead, which takes three beats."""
    while any(run.is_in_doubt() for run in runs):
        time.sleep(_POLL_S)


def list_runs(runs_dir: Path) -> list[RunDirectory]:
    """The runs of a folder, newest first; none when there is no such folder."""
    try:
        found = [RunDirectory(path) for path in runs_dir.iterdir()]
    except OSError:
        return []
    dated = [(_created(run), run) for run in found if run.exists()]
    return [run for _, run in sorted(dated, key=lambda pair: (-pair[0], pair[1].name))]


def find_run(runs_dir: Path, name: str) -> RunDirectory:
    """The run whose directory or title is `name`.

    Raises:
        AppError: there is none, or several are called so.
    """
    run = RunDirectory(runs_dir / name)
    if Path(name).name == name and run.exists():
        return run
    found = [run for run in list_runs(runs_dir) if title_of(run.path) == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise AppError(
            "{count} runs are called {name}.",
            "Say which one by its directory: {directories}.",
            count=len(found),
            name=display_name(name),
            directories=", ".join(display_name(run.path) for run in found),
        )
    raise AppError(
        "There is no run called {name}.", "See the names with: vgg-desktop runs list", name=display_name(name)
    )


def _created(run: RunDirectory) -> float:
    try:
        return run.about().created
    except AppError:
        return 0.0


def _record(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        return read_json(path, kind, newest_format=FORMAT)
    except NewerFormatError as error:
        raise AppError(
            "{file} of {run} was written by a newer version of the program.",
            "Update VGG Desktop.",
            str(error),
            file=display_name(path),
            run=display_name(path.parent),
        ) from error
    except (OSError, DamagedError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> AppError:
    reason = os_error_sentence(error) if isinstance(error, OSError) else Sentence("its content is damaged")
    return AppError(
        "{file} of the run {run} cannot be read: {reason}.",
        detail=repr(error),
        file=display_name(path),
        run=display_name(path.parent),
        reason=reason,
    )
