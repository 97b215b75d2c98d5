"""A tiny real model, the command that classifies with it, and a standard output that takes nothing."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.helpers.models import tiny_bundle
from vgg_desktop import cli


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("model") / "tiny.safetensors")


@pytest.fixture
def shell(model: Path, capfdbinary: pytest.CaptureFixture[bytes]):
    """`vgg-desktop classify` with these arguments: exit status, standard output, standard error."""

    def run(*arguments: str | Path) -> tuple[int, bytes, str]:
        status = cli.run(["classify", "--model", str(model), "--device", "cpu", *map(str, arguments)])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return status, out, err.decode()

    return run


@pytest.fixture
def full_output() -> Callable[[], AbstractContextManager[None]]:
    """Within the block, standard output is a file on a full disk."""

    @contextlib.contextmanager
    def block() -> Iterator[None]:
        with Path("/dev/full").open("w") as full, contextlib.redirect_stdout(full):
            yield

    return block


@pytest.fixture
def unread_output() -> Callable[[], AbstractContextManager[None]]:
    """Within the block, standard output is a pipe whose reader has gone; POSIX only."""

    @contextlib.contextmanager
    def block() -> Iterator[None]:
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "w") as unread, contextlib.redirect_stdout(unread):
            yield

    return block
