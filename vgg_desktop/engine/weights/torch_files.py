"""Reads the tensors of a .pth file; what is in it never runs, and takes no more memory and time than it may.

A child process reads the description (`pickle_reader`), this one the numbers.
"""

import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec
import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, decode_json
from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.engine.weights import pickle_reader
from vgg_desktop.engine.weights.bundle import DTYPES, StateDict
from vgg_desktop.engine.weights.safetensors_header import damaged, unreadable

# Its limit on the processor's time comes first, unless the machine is very busy or has no such limit.
_PATIENCE_S = 60.0


class _Row(msgspec.Struct, array_like=True, frozen=True):
    """A tensor as the child found it: `offset` and `stride` count items of the storage, `start` bytes of the file."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    stride: tuple[int, ...]
    offset: int
    storage: str
    start: int
    count: int
    crc: int | None


class _Answer(msgspec.Struct, frozen=True):
    tensors: tuple[_Row, ...] = ()
    problem: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TorchFile:
    """A file of `torch.save` that holds a state dict, none of whose numbers have been read yet."""

    path: Path
    rows: tuple[_Row, ...]

    def outlines(self) -> StateDict:
        """Names, shapes and dtypes, on the meta device."""
        return {row.name: torch.empty(row.shape, dtype=DTYPES[row.dtype], device="meta") for row in self.rows}

    def read(self, *, check_content: bool = True) -> StateDict:
        """The tensors. `check_content` also compares the checksums that the file has, which torch does not.

        Raises:
            AppError: it is damaged or cannot be read any more.
        """
        storages: dict[str, torch.Tensor] = {}
        try:
            with open_regular(self.path) as file:
                for row in self.rows:
                    if row.storage not in storages:
                        storages[row.storage] = _storage(self.path, file, row, check_content)
        except OSError as error:
            raise unreadable(self.path, error) from error
        return {row.name: storages[row.storage].as_strided(row.shape, row.stride, row.offset) for row in self.rows}


def open_torch_file(path: Path) -> TorchFile:
    """What is in the file, its numbers unread: a state dict, also one inside a checkpoint.

    Raises:
        AppError: it cannot be read, is damaged, holds code or more than it should, or no state dict.
    """
    try:
        with open_regular(path) as file:
            total_bytes = path.stat().st_size
            answer = _asked(path, file)
    except OSError as error:
        raise unreadable(path, error) from error
    if answer.problem:
        raise _refusal(path, answer)
    _check(path, answer.tensors, total_bytes)
    return TorchFile(path, answer.tensors)


def read_tensors(path: Path, *, check_content: bool = True) -> StateDict:
    """The state dict in a file of torch.save; errors as in `open_torch_file` and `TorchFile.read`."""
    return open_torch_file(path).read(check_content=check_content)


def _asked(path: Path, file: IO[bytes]) -> _Answer:
    """What the child says. Isolated: no module of the current folder, of the environment or of a site is imported."""
    command = [sys.executable, "-I", "-S", str(Path(pickle_reader.__file__))]
    try:
        ended = subprocess.run(
            command,
            stdin=file,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal(path, _Answer(problem="greedy", detail=repr(error))) from error
    try:
        return decode_json(ended.stdout, _Answer)
    except DamagedError as error:
        # Ended by a limit or by a crash, which is as far as such a file comes.
        detail = f"status {ended.returncode}: {ended.stderr[-1000:].decode('utf-8', 'replace')}"
        raise _refusal(path, _Answer(problem="greedy", detail=detail)) from error


def _check(path: Path, rows: tuple[_Row, ...], total_bytes: int) -> None:
    """What the child says is not believed either."""
    asked_bytes = 0
    for row in rows:
        item_bytes = DTYPES[row.dtype].itemsize if row.dtype in DTYPES else 0
        numbers = (*row.shape, *row.stride, row.offset, row.start, row.count)
        last = row.offset + sum((side - 1) * step for side, step in zip(row.shape, row.stride, strict=False))
        is_sound = (
            item_bytes > 0
            and min(numbers) >= 0
            and len(row.shape) == len(row.stride)
            and row.start + row.count * item_bytes <= total_bytes
            and (0 in row.shape or last < row.count)
        )
        if not is_sound:
            raise damaged(path, "its table of tensors contradicts itself", repr(row)[:1000])
        asked_bytes += item_bytes * _product(row.shape)
    if asked_bytes > total_bytes:
        raise damaged(path, "its tensors are larger than the file")


def _product(shape: tuple[int, ...]) -> int:
    product = 1
    for side in shape:
        product *= side
    return product


def _storage(path: Path, file: IO[bytes], row: _Row, check_content: bool) -> torch.Tensor:
    dtype = DTYPES[row.dtype]
    if row.count == 0:
        return torch.empty(0, dtype=dtype)
    data = bytearray(row.count * dtype.itemsize)
    file.seek(row.start)
    if file.readinto(data) != len(data):  # type: ignore[attr-defined]
        raise damaged(path, "it changed while it was read")
    if check_content and row.crc is not None and zlib.crc32(data) != row.crc:
        raise damaged(path, "its content does not match its checksums", row.name)
    return torch.frombuffer(data, dtype=dtype)


def _refusal(path: Path, answer: _Answer) -> AppError:
    file, detail = display_name(path), answer.detail
    match answer.problem:
        case "code":
            return AppError(
                "{file} holds more than weights and was not opened: such a file can run any program.",
                "Save only the state dict: torch.save(model.state_dict(), FILE).",
                f"It asks for {detail}.",
                file=file,
            )
        case "bomb":
            return AppError(
                "{file} is not a weights file that torch wrote: it would unpack to more than it is.",
                "Do not use it.",
                detail,
                file=file,
            )
        case "doubled":
            return AppError(
                "{file} is not a weights file that torch wrote: it holds two entries of one name.",
                "Do not use it.",
                detail,
                file=file,
            )
        case "keys":
            return AppError(
                "{file} is not a weights file: its tensors have no names, or endless ones.",
                "Do not use it.",
                detail,
                file=file,
            )
        case "greedy":
            return AppError(
                "{file} was not opened: its description asks for more memory or time than any weights need.",
                "Do not use it.",
                detail,
                file=file,
            )
        case "script":
            return AppError(
                "{file} is a TorchScript program, which brings code of its own, and not weights alone.",
                "Save its weights where it was made: torch.save(torch.jit.load(FILE).state_dict(), NEW_FILE).",
                detail,
                file=file,
            )
        case "exported":
            return AppError(
                "{file} is a program made by torch.export, and not weights alone.",
                "Save its weights where it was made: torch.save(torch.export.load(FILE).state_dict, NEW_FILE).",
                detail,
                file=file,
            )
        case "big endian":
            return AppError("{file} was written by a big-endian machine.", "Save it as .safetensors there.", file=file)
        case "unknown":
            return AppError(
                "{file} is not a weights file that this program knows.",
                "Choose a .safetensors or .pth file with the weights of a VGG, or bring an .onnx file in first: "
                "vgg-desktop models import FILE.",
                detail,
                file=file,
            )
        case "empty":
            return damaged(path, "it is empty")
    return damaged(path, "its description of the tensors cannot be read", detail)
