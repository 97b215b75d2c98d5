"""A gate in the middle of the work: what runs through it stands still until the test lets it go on.

So a test asserts what has not happened yet because it holds it, never because it was faster.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_PATIENCE_S = 100.0


class Gate:
    """Calls that arrive are counted, and wait while the gate is shut."""

    def __init__(self) -> None:
        self.arrived: list[Any] = []
        self._is_open = threading.Event()

    def open(self) -> None:
        self._is_open.set()

    def pass_through(self, what: Any) -> None:
        self.arrived.append(what)
        assert self._is_open.wait(_PATIENCE_S), "nobody opened the gate"


@contextmanager
def gated(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, *, holds: Callable[..., bool] = lambda *_, **__: True
) -> Iterator[Gate]:
    """Calls of `module.name` that `holds` says yes to stand at the gate; it opens at the end at the latest."""
    gate, work = Gate(), getattr(module, name)

    def waiting(*arguments: Any, **options: Any) -> Any:
        if holds(*arguments, **options):
            gate.pass_through(arguments[0])
        return work(*arguments, **options)

    monkeypatch.setattr(module, name, waiting)
    try:
        yield gate
    finally:
        gate.open()
