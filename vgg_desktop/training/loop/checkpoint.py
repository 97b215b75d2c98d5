"""Checkpoints: the complete state of a run on disk, from which it goes on as if nothing had happened.

Training waits only while the numbers are copied; a thread writes, hashes and syncs them. `checkpoints/latest.json`
names the last two complete ones; a kill at any moment leaves it and them as they were.
"""

import contextlib
import dataclasses
import hashlib
import pickle
import shutil
import time
import uuid
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.atomic_files import replacing, write_atomically
from vgg_desktop.core.files.records import DamagedError, decode_json, read_json
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.run.run_directory import RunDirectory, Snapshot
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.loop.train_state import Position

_KEPT = 2
_SPARE_BYTES = 1 << 20
# A write that takes long is not repeated before twenty times its duration has passed, however short the epochs are.
_LONG_WRITE_S = 1.0
_LEAST_RATIO = 20
EVERY_S = 300.0


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One complete checkpoint, as `latest.json` names it. `frozen` is the file of the layers that are not trained."""

    file: str
    sha256: str
    bytes: int
    epoch: int
    step: int
    snapshot: str = ""
    frozen: str = ""
    frozen_sha256: str = ""


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """`checkpoints/latest.json`, newest first."""

    format: int = 1
    checkpoints: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a checkpoint. Tensors may be live: they are copied before `save` returns.

    `identity` says what must not have changed when the run goes on.
    """

    identity: dict[str, str]
    position: Position
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
class Loaded:
    """A checkpoint read back; `damaged` names newer ones that had to be passed over."""

    entry: Entry
    identity: dict[str, str]
    position: Position
    learner: dict[str, Any]
    frozen: dict[str, torch.Tensor]
    damaged: tuple[str, ...] = ()


class CheckpointStore:
    """Writes and reads the checkpoints of one run. Used by the thread that trains."""

    def __init__(self, run: RunDirectory, *, every_s: float = EVERY_S) -> None:
        self._every_s = every_s
        self._run = run
        self._folder = run.checkpoints_dir
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

    def is_due(self, *, at_epoch_end: bool) -> bool:
        """At each epoch's end unless one is being written or writing is slow, and at least every `every_s`."""
        if self._writing and not self._writing.done():
            return False
        since_s = time.monotonic() - self._saved_at_s
        if since_s >= self._every_s:
            return True
        is_slow = self._last_write_s > _LONG_WRITE_S and since_s < _LEAST_RATIO * self._last_write_s
        return at_epoch_end and not is_slow

    def holds(self, position: Position) -> bool:
        """Whether the last checkpoint, complete or under way, is of exactly this moment."""
        return self._saved == (position.epoch, position.step)

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
            contents.position.snapshot = _snapshot_name(best)
        position = msgspec.convert(msgspec.to_builtins(contents.position), Position)
        copied = {"identity": dict(contents.identity), "learner": _copied(contents.learner)}
        name = f"step-{position.step:09d}-{uuid.uuid4().hex[:8]}.pt"
        self._saved_at_s, self._saved = time.monotonic(), (position.epoch, position.step)
        self._writing = self._writer.submit(self._write, name, copied, position, best, frozen)
        return name

    def wait(self) -> None:
        """Until the checkpoint under way is complete.

        Raises:
            AppError: it could not be written; the one before is intact.
        """
        writing, self._writing = self._writing, None
        if writing:
            self._last_write_s = writing.result()

    def close(self) -> None:
        self._writer.shutdown()

    def clean(self) -> None:
        """Remove what killed attempts left half written. Only for the process that holds the run's lock."""
        for folder in (self._folder, self._run.snapshots_dir, self._run.path):
            for part in folder.glob(".*.part"):
                with contextlib.suppress(OSError):
                    part.unlink()

    def load(self) -> Loaded | None:
        """The newest checkpoint whose checksum fits; None when there is none yet.

        Raises:
            AppError: there are some, and none of them can be read.
        """
        entries = self.entries()
        damaged: list[str] = []
        for entry in entries:
            try:
                loaded = self._load(entry)
            except AppError:
                damaged.append(entry.file)
                continue
            self._frozen_entry = entry.frozen, entry.frozen_sha256
            self._saved = entry.epoch, entry.step
            return dataclasses.replace(loaded, damaged=tuple(damaged))
        if entries:
            raise AppError(
                "No checkpoint of the run {run} can be read.",
                "Start a new run with the same recipe.",
                ", ".join(damaged),
                run=display_name(self._run.path),
            )
        return None

    def entries(self) -> tuple[Entry, ...]:
        """The complete checkpoints, newest first."""
        try:
            return read_json(self._pointer_file, Pointer).checkpoints
        except FileNotFoundError:
            return ()
        except (OSError, DamagedError) as error:
            raise AppError(
                "The checkpoints of the run {run} cannot be read.", detail=repr(error), run=display_name(self._run.path)
            ) from error

    @property
    def _pointer_file(self) -> Path:
        return self._folder / "latest.json"

    def _load(self, entry: Entry) -> Loaded:
        content = _read_verified(self._folder / entry.file, entry.sha256)
        frozen = _read_verified(self._folder / entry.frozen, entry.frozen_sha256) if entry.frozen else {}
        position = decode_json(content["position"], Position)
        return Loaded(entry, content["identity"], position, content["learner"], frozen)

    def _write(
        self, name: str, copied: dict[str, Any], position: Position, best: Best | None, frozen: dict[str, torch.Tensor]
    ) -> float:
        started_s = time.monotonic()
        if best:
            self._write_snapshot(best, position.snapshot)
        if frozen:
            frozen_name = f"frozen-{uuid.uuid4().hex[:8]}.pt"
            self._frozen_entry = frozen_name, _write_hashed(self._folder / frozen_name, frozen)
        path = self._folder / name
        sha256 = _write_hashed(path, {**copied, "position": msgspec.json.encode(position).decode()})
        entry = Entry(
            file=name,
            sha256=sha256,
            bytes=path.stat().st_size,
            epoch=position.epoch,
            step=position.step,
            snapshot=position.snapshot,
            frozen=self._frozen_entry[0],
            frozen_sha256=self._frozen_entry[1],
        )
        pointer = Pointer(checkpoints=(entry, *self.entries())[:_KEPT])
        write_atomically(self._pointer_file, msgspec.json.encode(pointer))
        self._prune(pointer)
        return time.monotonic() - started_s

    def _write_snapshot(self, best: Best, name: str) -> None:
        sha256 = bundle.save(self._run.snapshots_dir / name, best.info, best.state_dict)
        pointer = Snapshot(file=name, sha256=sha256, epoch=best.epoch, top1=best.top1)
        write_atomically(self._run.snapshot_pointer, msgspec.json.encode(pointer))

    def _prune(self, pointer: Pointer) -> None:
        """Only what nothing refers to any more; where a reader holds a file (Windows), the next time."""
        kept = {entry.file for entry in pointer.checkpoints} | {entry.frozen for entry in pointer.checkpoints}
        snapshots = {entry.snapshot for entry in pointer.checkpoints}
        old = [path for path in self._folder.glob("*.pt") if path.name not in kept]
        old += [path for path in self._run.snapshots_dir.glob("*.safetensors") if path.name not in snapshots]
        for path in old:
            with contextlib.suppress(OSError):
                path.unlink()

    def _check_room(self, content: list[Any]) -> None:
        needed = _tensor_bytes(content) + _SPARE_BYTES
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise AppError(
                "The disk has no room for a checkpoint of {needed_mb:,.0f} MB: {free_mb:,.0f} MB are free.",
                "Free some space and resume the run; the last checkpoint is intact.",
                needed_mb=needed / 1e6,
                free_mb=free / 1e6,
            )


class FollowersStore(CheckpointStore):
    """That of a process which trains along and writes nothing: its leader does."""

    def is_due(self, *, at_epoch_end: bool) -> bool:  # noqa: ARG002
        return False

    def holds(self, position: Position) -> bool:  # noqa: ARG002
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

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    def hexdigest(self) -> str:
        return self._digest.hexdigest()


def _write_hashed(path: Path, content: object) -> str:
    with replacing(path) as file:
        hashing = _Hashing(file)
        torch.save(content, hashing)  # type: ignore[arg-type] - it asks for nothing but write and flush
    return hashing.hexdigest()


def _read_verified(path: Path, sha256: str) -> dict[str, Any]:
    """torch.load checks no checksum, so that a flipped bit would pass as another number."""
    try:
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                raise AppError("The checkpoint {file} is damaged.", file=display_name(path))
        return torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, pickle.UnpicklingError) as error:
        raise AppError("The checkpoint {file} cannot be read.", detail=repr(error), file=display_name(path)) from error


def _snapshot_name(best: Best) -> str:
    return f"best-{best.epoch:05d}-{uuid.uuid4().hex[:8]}.safetensors"


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
