"""Reads the tensors of a .pth file without running anything in it and without more memory than the file is large."""

import pickletools
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO

import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.weights.safetensors_header import damaged, unreadable

# torch.load(weights_only=True) allows more than a state dict needs: bytearray(10**12) alone would eat all memory.
_ALLOWED_GLOBALS = re.compile(
    r"collections OrderedDict"
    r"|torch\._utils _rebuild_(tensor|tensor_v2|parameter)"
    r"|torch (Float|Double|Half|BFloat16|Long|Int|Short|Char|Byte|Bool)Storage"
    r"|torch\.nn\.parameter Parameter"
    r"|torch (Size|device|float16|float32|float64|bfloat16|int64)"
    r"|torch\.serialization _get_layout"
)
_ZIP_MAGIC = b"PK\x03\x04"
_PICKLE_MAGIC = b"\x80"
# magic number, protocol, system, the object, its storages' keys. Source: torch.serialization._legacy_save.
_LEGACY_PICKLES = 5
_MAX_PICKLE_BYTES = 16 * 2**20
_MAX_ENTRIES = 10_000
_WRAPPING_KEYS = ("state_dict", "model_state_dict", "model", "net", "weights")


def read_tensors(path: Path, *, check_content: bool = True) -> dict[str, torch.Tensor]:
    """The state dict in a file of torch.save, also one inside a checkpoint; may be mapped from the file.

    `check_content` also compares every checksum in the file, which torch does not.

    Raises:
        AppError: it cannot be read, is damaged, holds code or more than it should, or no state dict.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(4)
            file.seek(0)
            is_zip = magic == _ZIP_MAGIC
            if is_zip:
                _inspect_archive(path, file, check_content)
            elif magic[:1] == _PICKLE_MAGIC:
                _inspect_pickles(path, file, _LEGACY_PICKLES)
            else:
                raise _unknown(path) if magic else damaged(path, "it is empty")
    except OSError as error:
        raise unreadable(path, error) from error
    return _state_dict(path, _loaded(path, mapped=is_zip))


def _inspect_archive(path: Path, file: BinaryIO, check_content: bool) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_bomb(path, archive)
            for name in archive.namelist():
                if name.rpartition("/")[2] == "data.pkl":
                    with archive.open(name) as pickle:
                        _inspect_pickles(path, pickle, 1)
            broken = archive.testzip() if check_content else None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise damaged(path, "it is cut short or not a whole archive", repr(error)) from error
    if broken is not None:
        raise damaged(path, "its content does not match its checksums", broken)


def _refuse_bomb(path: Path, archive: zipfile.ZipFile) -> None:
    """torch stores without compression, so an archive that would unpack to more than itself was not made by it."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    is_plain = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
    if not is_plain or unpacked > path.stat().st_size or len(entries) > _MAX_ENTRIES:
        raise AppError(
            "{file} is not a weights file that torch wrote: it would unpack to more than it is.",
            "Do not use it.",
            f"{len(entries):,} entries, {unpacked:,} bytes unpacked",
            file=display_name(path),
        )


def _inspect_pickles(path: Path, file: IO[bytes], count: int) -> None:
    for _ in range(count):
        try:
            names = list(_globals(file))
        except Exception as error:  # pickletools raises whatever a hostile stream provokes
            raise damaged(path, "its description of the tensors cannot be read", repr(error)) from error
        for name in names:
            if not _ALLOWED_GLOBALS.fullmatch(name):
                raise _holds_code(path, name)


def _globals(file: IO[bytes]) -> Iterator[str]:
    """Every class or function that the pickle would call, by "module name"."""
    end = file.tell() + _MAX_PICKLE_BYTES
    for opcode, argument, _ in pickletools.genops(file):
        if file.tell() > end:
            raise ValueError("too long")
        if opcode.name in {"GLOBAL", "INST"}:
            yield str(argument)
        elif opcode.name in {"STACK_GLOBAL", "EXT1", "EXT2", "EXT4"}:
            yield opcode.name


def _loaded(path: Path, mapped: bool) -> object:
    try:
        return torch.load(path, map_location="cpu", weights_only=True, mmap=mapped)
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:  # torch answers a bad file with a dozen kinds of exception
        raise damaged(path, "torch cannot read it", repr(error)) from error


def _state_dict(path: Path, loaded: object) -> dict[str, torch.Tensor]:
    for key in _WRAPPING_KEYS:
        if isinstance(loaded, Mapping) and isinstance(loaded.get(key), Mapping):
            loaded = loaded[key]
    if not isinstance(loaded, Mapping) or not loaded:
        raise _unknown(path)
    tensors = {str(name): tensor for name, tensor in loaded.items() if isinstance(tensor, torch.Tensor)}
    asked_bytes = sum(tensor.numel() * tensor.element_size() for tensor in tensors.values())
    is_dense = all(tensor.layout == torch.strided and tensor.device.type == "cpu" for tensor in tensors.values())
    if len(tensors) != len(loaded) or not is_dense:
        raise _unknown(path)
    if asked_bytes > path.stat().st_size:
        raise damaged(path, "its tensors are larger than the file")
    return {name: tensor.detach() for name, tensor in tensors.items()}


def _holds_code(path: Path, name: str) -> AppError:
    return AppError(
        "{file} holds more than weights and was not opened: such a file can run any program.",
        "Save only the state dict: torch.save(model.state_dict(), FILE).",
        f"It asks for {name}.",
        file=display_name(path),
    )


def _unknown(path: Path) -> AppError:
    return AppError(
        f"{display_name(path)} is not a weights file that this program knows.",
        "Choose a .safetensors or .pth file with the weights of a VGG, or bring an .onnx file in first: "
        "vgg-desktop models import FILE.",
    )
