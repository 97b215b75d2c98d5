"""Weights files of other programs: what is in them is known from their descriptions, before any number is read."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.engine.weights import bundle
from vgg_desktop.engine.weights.bundle import StateDict
from vgg_desktop.engine.weights.safetensors_header import SafetensorsHeader, read_safetensors_header, unreadable
from vgg_desktop.engine.weights.torch_files import open_torch_file


class ForeignFile(Protocol):
    """A file with a state dict."""

    def outlines(self) -> StateDict:
        """Names, shapes and dtypes, on the meta device."""
        ...

    def read(self, *, check_content: bool = True) -> StateDict:
        """The numbers; `check_content` compares the checksums that the file has. Raises: AppError."""
        ...


@dataclass(frozen=True, slots=True)
class SafetensorsFile:
    """A .safetensors file, which has no checksums."""

    path: Path
    header: SafetensorsHeader

    def outlines(self) -> StateDict:
        return bundle.outlines(self.header)

    def read(self, *, check_content: bool = True) -> StateDict:  # noqa: ARG002
        return bundle.tensors_in(bundle.read_data(self.path, self.header), self.header)


def open_foreign(path: Path) -> ForeignFile:
    """What is in a .pth or .safetensors file.

    Raises:
        AppError: it cannot be read, is damaged, or holds code.
    """
    return SafetensorsFile(path, read_safetensors_header(path)) if is_safetensors(path) else open_torch_file(path)


def is_safetensors(path: Path) -> bool:
    """By content: the JSON of a .safetensors file starts at the ninth byte, where ZIP and pickle have other things.

    Raises:
        AppError: it cannot be read.
    """
    try:
        with open_regular(path) as file:
            return file.read(9)[8:] == b"{"
    except OSError as error:
        raise unreadable(path, error) from error


@contextlib.contextmanager
def enough_memory(path: Path) -> Iterator[None]:
    """Within the block a shortage of memory is a sentence.

    Raises:
        AppError: there is not enough.
    """
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        # torch raises a RuntimeError with the words of its allocator.
        if isinstance(error, RuntimeError) and "memory" not in str(error):
            raise
        raise AppError(
            "There is not enough memory to read the weights file {file}.",
            "Close other programs, or choose a smaller model.",
            repr(error),
            file=display_name(path),
        ) from error
