"""A command as a person would type it into this system's shell."""

import os
import shlex
import subprocess
from collections.abc import Sequence


def command_text(arguments: Sequence[str]) -> str:
    """`vgg-desktop` and its arguments, quoted."""
    words = ["vgg-desktop", *arguments]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
