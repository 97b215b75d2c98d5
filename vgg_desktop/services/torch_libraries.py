"""Loads torch's shared libraries without holding the interpreter lock, so that the window stays alive meanwhile."""

import contextlib
import ctypes
import importlib.util
import logging
import os
import sys
from pathlib import Path

_log = logging.getLogger(__name__)


def load_before_qt() -> None:
    """Windows: load c10.dll before a QApplication is made, or importing torch later fails with WinError 1114."""
    folder = _library_folder() if sys.platform == "win32" else None
    if folder:
        with contextlib.suppress(OSError):
            ctypes.CDLL(str(folder / "c10.dll"))


def preload() -> None:
    """Map and initialise the libraries that `import torch` needs; takes seconds when they are not cached.

    The import itself would hold the interpreter lock meanwhile, and so does `ctypes.CDLL(path)`; a call of the C
    function `dlopen` through ctypes does not. Measured on 2 busy cores, the longest gap of the window falls from 570 ms
    to 31 ms. Symbols are bound when they are first used, which takes 250 ms and not 500.

    Whatever else opens a library meanwhile waits for this one, an import with the interpreter lock in its hand: import
    numpy and Pillow before. A failure is left for `import torch` to explain.
    """
    names = {"linux": ("libtorch_global_deps.so", "libtorch_python.so"), "darwin": ("libtorch_python.dylib",)}
    folder = _library_folder()
    for name in names.get(sys.platform, ()):
        if folder and (folder / name).is_file():
            # torch itself opens libtorch_global_deps like this, and the rest must find the same symbols.
            _open(folder / name, os.RTLD_GLOBAL if "global_deps" in name else os.RTLD_LOCAL)


def _open(path: Path, mode: int) -> None:
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    if not dlopen(os.fsencode(path), os.RTLD_LAZY | mode):
        _log.info("%s was not preloaded", path.name)


def _library_folder() -> Path | None:
    spec = importlib.util.find_spec("torch")
    return Path(spec.origin).parent / "lib" if spec and spec.origin else None
