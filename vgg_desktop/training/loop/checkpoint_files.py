"""The files that a run writes into `checkpoints/` and `snapshots/`: named so that they are known again, and found.

A person may keep files of their own in these folders, or let a link stand in their place. Each name that a run writes
ends with a mark made from the run's id, and nothing without it is ever deleted. A checkpoint says everything about
itself, so that it is found without `latest.json`.
"""

import contextlib
import hashlib
import pickle
import re
import uuid
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, NewerFormatError, decode_json, read_json
from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.training.loop.train_state import TrainState

FORMAT = 1
_NAME = re.compile(r"((?:step-\d{9}|frozen|best-\d{5,})-[0-9a-f]{8})([0-9a-f]{8})\.(?:pt|safetensors)")
_PART = re.compile(r"\.(.+)\.[0-9a-f]{8}\.part")
_POINTERS = ("latest.json", "best.json")
# Written before names had marks.
_UNMARKED = re.compile(r"step-\d{9}-[0-9a-f]{8}\.pt")


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

    format: int = FORMAT
    checkpoints: tuple[Entry, ...] = ()


class OwnNames:
    """The file names of one run."""

    def __init__(self, run_id: str) -> None:
        self._run_id = run_id

    def step(self, step: int) -> str:
        return self._marked(f"step-{step:09d}") + ".pt"

    def frozen(self) -> str:
        return self._marked("frozen") + ".pt"

    def best(self, epoch: int) -> str:
        return self._marked(f"best-{epoch:05d}") + ".safetensors"

    def is_own(self, name: str) -> bool:
        """Whether this run wrote a file of that name."""
        found = _NAME.fullmatch(name)
        return found is not None and found[2] == self._mark(found[1])

    def is_own_part(self, name: str) -> bool:
        """Whether it is what a killed attempt left of such a file, or of a pointer to one."""
        found = _PART.fullmatch(name)
        return found is not None and (found[1] in _POINTERS or self.is_own(found[1]))

    def _marked(self, stem: str) -> str:
        drawn = f"{stem}-{uuid.uuid4().hex[:8]}"
        return drawn + self._mark(drawn)

    def _mark(self, stem: str) -> str:
        return hashlib.sha256(f"{self._run_id}\0{stem}".encode()).hexdigest()[:8]


def named_entries(pointer_file: Path) -> tuple[Entry, ...]:
    """The checkpoints that `latest.json` names, newest first; none where it is lost or damaged.

    Raises:
        AppError: a newer version of the program wrote it.
    """
    try:
        return read_json(pointer_file, Pointer, newest_format=FORMAT).checkpoints
    except NewerFormatError as error:
        raise AppError(
            "The run's checkpoints were written by a newer version of the program.", "Update VGG Desktop.", str(error)
        ) from error
    except (OSError, DamagedError):
        return ()


def found_entries(folder: Path, names: OwnNames) -> Iterator[Entry]:
    """The whole checkpoints of this run in the folder, newest first, whatever names them or not."""
    with contextlib.suppress(OSError):
        present = [path.name for path in folder.iterdir()]
        own = [name for name in present if names.is_own(name)]
        steps = [name for name in own if name.startswith("step-")] or [
            name for name in present if _UNMARKED.fullmatch(name)
        ]
        for name in sorted(steps, key=lambda name: name.split("-")[1], reverse=True):
            with contextlib.suppress(AppError, OSError, KeyError, DamagedError):
                yield _described(folder, name)


def read_checkpoint(path: Path, sha256: str) -> dict[str, Any]:
    """What `torch.save` wrote; it checks no checksum itself, so that a flipped bit would pass as another number.

    Raises:
        AppError: the file is damaged, gone or holds more than numbers.
    """
    try:
        if checkpoint_sha256(path) != sha256:
            raise AppError("The checkpoint {file} is damaged.", file=display_name(path))
        return torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, pickle.UnpicklingError) as error:
        raise AppError("The checkpoint {file} cannot be read.", detail=repr(error), file=display_name(path)) from error


def checkpoint_sha256(path: Path) -> str:
    """Raises: OSError."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _described(folder: Path, name: str) -> Entry:
    """From the file alone. Raises: AppError, OSError, KeyError or DamagedError when it is not whole."""
    path = folder / name
    sha256 = _whole_archive(path)
    content = read_checkpoint(path, sha256)
    state = decode_json(content["position"], TrainState)
    frozen = content["frozen"] if "frozen" in content else _only_frozen(folder)
    return Entry(
        file=name,
        sha256=sha256,
        bytes=path.stat().st_size,
        epoch=state.epoch,
        step=state.step,
        snapshot=state.snapshot,
        frozen=frozen[0],
        frozen_sha256=frozen[1],
    )


def _whole_archive(path: Path) -> str:
    """The SHA-256 of a file of torch.save, whose records have checksums of their own.

    Raises:
        AppError: one of them does not fit, or it is cut short.
    """
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as archive:
            broken = archive.testzip()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise AppError("The checkpoint {file} is damaged.", detail=repr(error), file=display_name(path)) from error
    if broken:
        raise AppError("The checkpoint {file} is damaged.", detail=broken, file=display_name(path))
    return checkpoint_sha256(path)


def _only_frozen(folder: Path) -> tuple[str, str]:
    """Earlier checkpoints do not say which file of frozen layers is theirs; a run writes one at most."""
    files = sorted(folder.glob("frozen-*.pt"))
    return (files[0].name, _whole_archive(files[0])) if files else ("", "")
