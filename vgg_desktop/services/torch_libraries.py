"""Loads torch's shared libraries without holding the interpreter lock, so that the window stays alive meanwhile."""

import contextlib
import ctypes
import importlib.util
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_WAIT_POLICY = "OMP_WAIT_POLICY"
_log = logging.getLogger(__name__)


def load_before_qt() -> None:
    """Windows: load c10.dll before a QApplication is made, or importing torch later fails with WinError 1114."""
    folder = _library_folder()
    if sys.platform == "win32" and folder:
        with contextlib.suppress(OSError):
            ctypes.CDLL(str(folder / "c10.dll"))


def preload() -> None:
    """Map and initialise the libraries that `import torch` needs; takes seconds when they are not cached.

    Python holds the interpreter lock while it loads an extension module, and ctypes does not: measured on 2 cores, the
    longest gap of the window falls from 250 ms to 95 ms. A failure is left for `import torch` to explain.
    """
    with _patient_threads():
        _open_libraries()


@contextlib.contextmanager
def _patient_threads() -> Iterator[None]:
    """Let torch's threads sleep while they wait for each other, and not burn a core that the window could use.

    OpenMP reads this when its library is loaded. Measured with two other programs at work on 2 cores: a folder runs at
    185 pictures a second and not at 22, with 5 ms of processor time a picture and not 28. Processes started later, such
    as a training, do not inherit it.
    """
    is_ours = _WAIT_POLICY not in os.environ
    os.environ.setdefault(_WAIT_POLICY, "PASSIVE")
    try:
        yield
    finally:
        if is_ours:
            del os.environ[_WAIT_POLICY]


def _open_libraries() -> None:
    folder = _library_folder()
    names = {"linux": ("libtorch_global_deps.so", "libtorch_python.so"), "darwin": ("libtorch_python.dylib",)}
    for name in names.get(sys.platform, ()):
        if folder and (folder / name).is_file():
            # torch itself opens libtorch_global_deps like this, and the rest must find the same symbols.
            mode = ctypes.RTLD_GLOBAL if "global_deps" in name else ctypes.DEFAULT_MODE
            try:
                ctypes.CDLL(os.fspath(folder / name), mode=mode)
            except OSError as error:
                _log.info("%s was not preloaded: %s", name, error)


def _library_folder() -> Path | None:
    spec = importlib.util.find_spec("torch")
    return Path(spec.origin).parent / "lib" if spec and spec.origin else None
