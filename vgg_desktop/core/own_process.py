"""How this program starts itself as another process: its own code and nothing of the folder that a person is in."""

import os
import sys
from pathlib import Path

import vgg_desktop


def own_command(*arguments: str) -> list[str]:
    """The command `vgg-desktop` with these arguments, to be run with `own_python_path` and in `own_folder`.

    A `random.py` or `torch.py` in the current folder is no part of it: Python would import that first without -P.
    """
    return [sys.executable, "-P", "-m", "vgg_desktop", *arguments]


def own_python_path() -> str:
    """PYTHONPATH for that command: the same program, also from a checkout that is not installed."""
    ours = str(Path(vgg_desktop.__file__).resolve().parent.parent)
    given = [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]
    return os.pathsep.join([ours, *map(os.path.abspath, given)])


def own_folder() -> str:
    """A folder that is always there and holds no modules, for a process that has no business in any other."""
    return Path(sys.executable).anchor or os.sep
