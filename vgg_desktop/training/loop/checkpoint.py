"""Checkpoints: the complete state of a run on disk, from which it goes on as if nothing had happened.

Training waits only while the numbers are copied; a thread writes, syncs and proves them. `checkpoints/latest.json`
names the last two complete ones; a kill at any moment leaves it and them as they were, and without it they are found.
"""

import contextlib
import dataclasses
import hashlib
import shutil
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.atomic_files import replacing, write_atomically
from vgg_desktop.core.files.paths import disk_of
from vgg_desktop.core.files.records import DamagedError, decode_json
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.run.run_directory import RunDirectory, Snapshot
from vgg_desktop.core.run.run_record import had_checkpoint
from vgg_desktop.core.sentence import Sentence, joined
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.loop.checkpoint_files import (
    FORMAT,
    Entry,
    OwnNames,
    Pointer,
    checkpoint_sha256,
    found_entries,
    named_entries,
    read_checkpoint,
)
from vgg_desktop.training.loop.train_state import TrainState

_KEPT = 2
_SPARE_BYTES = 1 << 20
# A write that takes long is not repeated before twenty times its duration has passed, however short the epochs are.
_LONG_WRITE_S = 1.0
_LEAST_RATIO = 20
EVERY_S = 300.0


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a checkpoint. Tensors may be live: they are copied before `save` returns.

    `identity` says what must not have changed when the run goes on.
    """

    identity: dict[str, str]
    state: TrainState
    learner: dict[str, Any]
    frozen: Mapping[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Best:
    """The best weights, copied to the CPU, not yet on disk."""

    info: ModelInfo
    state_dict: dict[str, torch.Tensor]
    epoch: int
    top1: float


@dataclass(frozen=True, slots=True)
class LoadedCheckpoint:
    """A checkpoint read back; `damaged` names newer ones that had to be passed over."""

    entry: Entry
    identity: dict[str, str]
    state: TrainState
    learner: dict[str, Any]
    frozen: dict[str, torch.Tensor]
    damaged: tuple[str, ...] = ()


class CheckpointStore:
    """Writes and reads the checkpoints of one run. Used by the thread that trains."""

    def __init__(self, run: RunDirectory, *, every_s: float = EVERY_S) -> None:
        self._every_s = every_s
        self._run = run
        self._names = OwnNames(run.about().id)
        self._folder = run.checkpoints_dir
        self._entries: tuple[Entry, ...] = ()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="checkpoint")
        self._writing: Future[float] | None = None
        self._pending_best: Best | None = None
        self._frozen_entry: tuple[str, str] = ("", "")
        self._saved_at_s = time.monotonic()
        self._last_write_s = 0.0
        self._saved: tuple[int, int] | None = None

    @property
    def save_s(self) -> float:
        """How long the last checkpoint took from beginning to end."""
        return self._last_write_s

    @property
    def has_checkpoint(self) -> bool:
        """Whether the run could go on from one."""
        return bool(self._entries)

    def is_due(self, *, at_epoch_end: bool) -> bool:
        """At each epoch's end unless one is being written or writing is slow, and at least every `every_s`."""
        if self._writing and not self._writing.done():
            return False
        since_s = time.monotonic() - self._saved_at_s
        if since_s >= self._every_s:
            return True
        is_slow = self._last_write_s > _LONG_WRITE_S and since_s < _LEAST_RATIO * self._last_write_s
        return at_epoch_end and not is_slow

    def holds(self, state: TrainState) -> bool:
        """Whether the last checkpoint, complete or under way, is of exactly this moment."""
        return self._saved == (state.epoch, state.step)

    def keep_best(self, best: Best) -> None:
        """Remember the best weights; they go to disk before the next checkpoint, which refers to them."""
        self._pending_best = best

    def save(self, contents: Contents) -> str:
        """Begin to write a checkpoint and give its file's name; the copy is taken before this returns.

        Raises:
            AppError: the disk has no room for it, or the one before could not be written.
        """
        self.wait()
        best = self._pending_best
        frozen = {} if self._frozen_entry[0] else dict(contents.frozen)
        self._check_room([contents.learner, frozen, best.state_dict if best else {}])
        self._pending_best = None
        if best:
            contents.state.snapshot = self._names.best(best.epoch)
        state = msgspec.convert(msgspec.to_builtins(contents.state), TrainState)
        copied = {"identity": dict(contents.identity), "learner": _copied(contents.learner)}
        name = self._names.step(state.step)
        self._saved_at_s, self._saved = time.monotonic(), (state.epoch, state.step)
        self._writing = self._writer.submit(self._write, name, copied, state, best, frozen)
        return name

    def wait(self) -> None:
        """Until the checkpoint under way is complete.

        Raises:
            AppError: it could not be written; the one before, if there is one, is intact.
        """
        writing, self._writing = self._writing, None
        if not writing:
            return
        try:
            self._last_write_s = writing.result()
        except AppError as error:
            raise AppError(
                "A checkpoint could not be written to the disk at {disk}: {reason}",
                joined(filter(None, [error.hint, self._what_is_left()])),
                error.detail,
                disk=display_name(disk_of(self._folder)),
                reason=error.summary,
            ) from error

    def close(self) -> None:
        self._writer.shutdown()

    def clean(self) -> None:
        """Remove what killed attempts left half written. Only for the process that holds the run's lock."""
        for folder in (self._folder, self._run.snapshots_dir):
            for part in folder.glob(".*.part"):
                if self._names.is_own_part(part.name):
                    with contextlib.suppress(OSError):
                        part.unlink()

    def load(self, *, starts_over: bool = False) -> LoadedCheckpoint | None:
        """The newest whole checkpoint: one that `latest.json` names, else any that this run wrote; None without any.

        Raises:
            AppError: there was one and none can be read, unless the run `starts_over`; or a newer version of the
                program wrote them.
        """
        damaged: list[str] = []
        for entry in self._candidates():
            if entry.file in damaged:
                continue
            try:
                loaded = self._load(entry)
            except AppError:
                damaged.append(entry.file)
                continue
            self._frozen_entry = entry.frozen, entry.frozen_sha256
            self._saved = entry.epoch, entry.step
            self._entries = (entry, *(other for other in self.entries() if other.step < entry.step))[:_KEPT]
            return dataclasses.replace(loaded, damaged=tuple(damaged))
        if not starts_over and (damaged or had_checkpoint(self._run.events_file)):
            raise AppError(
                "No checkpoint of the run {run} can be read.",
                "Put its checkpoints folder back as it was; or begin again at the first step with "
                "vgg-desktop runs resume --start-over.",
                ", ".join(damaged),
                run=display_name(self._run.path),
            )
        return None

    def entries(self) -> tuple[Entry, ...]:
        """The complete checkpoints that `latest.json` names, newest first."""
        return named_entries(self._pointer_file)

    def _candidates(self) -> Iterator[Entry]:
        yield from self.entries()
        yield from found_entries(self._folder, self._names)

    @property
    def _pointer_file(self) -> Path:
        return self._folder / "latest.json"

    def _load(self, entry: Entry) -> LoadedCheckpoint:
        try:
            content = read_checkpoint(self._folder / entry.file, entry.sha256)
            frozen = read_checkpoint(self._folder / entry.frozen, entry.frozen_sha256) if entry.frozen else {}
            state = decode_json(content["position"], TrainState)
            return LoadedCheckpoint(entry, content["identity"], state, content["learner"], frozen)
        except (KeyError, DamagedError) as error:
            raise AppError("The checkpoint {file} is damaged.", detail=repr(error), file=entry.file) from error

    def _write(
        self, name: str, copied: dict[str, Any], state: TrainState, best: Best | None, frozen: dict[str, torch.Tensor]
    ) -> float:
        started_s = time.monotonic()
        if best:
            self._write_snapshot(best, state.snapshot)
        if frozen:
            frozen_name = self._names.frozen()
            self._frozen_entry = frozen_name, _write_proven(self._folder / frozen_name, frozen)
        described = {
            **copied,
            "format": FORMAT,
            "position": msgspec.json.encode(state).decode(),
            "frozen": self._frozen_entry,
        }
        path = self._folder / name
        sha256 = _write_proven(path, described)
        entry = Entry(
            file=name,
            sha256=sha256,
            bytes=path.stat().st_size,
            epoch=state.epoch,
            step=state.step,
            snapshot=state.snapshot,
            frozen=self._frozen_entry[0],
            frozen_sha256=self._frozen_entry[1],
        )
        before = self._entries
        self._entries = (entry, *before)[:_KEPT]
        write_atomically(self._pointer_file, msgspec.json.encode(Pointer(checkpoints=self._entries)))
        self._prune(before)
        return time.monotonic() - started_s

    def _write_snapshot(self, best: Best, name: str) -> None:
        sha256 = bundle.save(self._run.snapshots_dir / name, best.info, best.state_dict)
        pointer = Snapshot(file=name, sha256=sha256, epoch=best.epoch, top1=best.top1)
        write_atomically(self._run.snapshot_pointer, msgspec.json.encode(pointer))

    def _prune(self, before: tuple[Entry, ...]) -> None:
        """What this run wrote and nothing refers to any more; where a reader holds a file (Windows), the next time."""
        kept = {name for entry in self._entries for name in (entry.file, entry.frozen, entry.snapshot)}
        # Versions before this one wrote names without a mark.
        known = {name for entry in before for name in (entry.file, entry.frozen, entry.snapshot)}
        for folder in (self._folder, self._run.snapshots_dir):
            for path in folder.iterdir():
                if path.name not in kept and (path.name in known or self._names.is_own(path.name)):
                    with contextlib.suppress(OSError):
                        path.unlink()

    def _check_room(self, content: list[Any]) -> None:
        needed = _tensor_bytes(content) + _SPARE_BYTES
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise AppError(
                "The disk at {disk} has no room for a checkpoint of {needed_mb:,.0f} MB: {free_mb:,.0f} MB are free.",
                joined([Sentence("Free some space and resume the run."), self._what_is_left()]),
                disk=display_name(disk_of(self._folder)),
                needed_mb=needed / 1e6,
                free_mb=free / 1e6,
            )

    def _what_is_left(self) -> Sentence:
        return (
            Sentence("The last checkpoint is intact.") if self.has_checkpoint else Sentence("It has no checkpoint yet.")
        )


class FollowersStore(CheckpointStore):
    """That of a process which trains along and writes nothing: its leader does."""

    def is_due(self, *, at_epoch_end: bool) -> bool:  # noqa: ARG002
        return False

    def holds(self, state: TrainState) -> bool:  # noqa: ARG002
        return True

    def keep_best(self, best: Best) -> None:
        pass

    def save(self, contents: Contents) -> str:  # noqa: ARG002
        return ""

    def clean(self) -> None:
        pass


class _Hashing:
    """A file to write into that knows the SHA-256 of what went through."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        try:
            return self._file.write(data)
        except OSError as error:
            self.error = error
            raise

    def flush(self) -> None:
        self._file.flush()

    def hexdigest(self) -> str:
        return self._digest.hexdigest()


def _write_proven(path: Path, content: object) -> str:
    """The SHA-256 of what was written; it has been read back, so that older files may go.

    Raises:
        AppError: it could not be written, or the disk gives something else back.
    """
    with replacing(path) as file:
        hashing = _Hashing(file)
        try:
            torch.save(content, hashing)  # type: ignore[arg-type] - it asks for nothing but write and flush
        except RuntimeError as error:
            # torch hides the disk's own words behind its own.
            raise hashing.error or OSError(str(error)) from error
    try:
        is_whole = checkpoint_sha256(path) == hashing.hexdigest()
    except OSError as error:
        raise AppError(
            "{file} cannot be read back: {reason}.",
            detail=repr(error),
            file=display_name(path),
            reason=os_error_sentence(error),
        ) from error
    if not is_whole:
        raise AppError("{file} was written and is another file when it is read back.", file=display_name(path))
    return hashing.hexdigest()


def _copied(value: Any) -> Any:
    """The same nest of dicts and lists, every tensor copied to the CPU."""
    if isinstance(value, torch.Tensor):
        return value.detach().to("cpu", copy=True)
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_copied(item) for item in value)
    return value


def _tensor_bytes(value: Any) -> int:
    if isinstance(value, torch.Tensor):
        return value.nbytes
    if isinstance(value, dict):
        return sum(map(_tensor_bytes, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(_tensor_bytes, value))
    return 0
