"""What the window needs of the system, looked at before Qt ends the process for the lack of it."""

import ctypes
import importlib
import os
import sys
from pathlib import Path

from vgg_desktop.core.errors import AppError

DEBIAN_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
"""What a bare Debian lacks; everything else that Qt loads comes with these."""

_DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Whether Qt has something to draw on; only on Linux may it have nothing."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in _DISPLAY_VARIABLES)


def check_display() -> None:
    """Raises: AppError: there is none, and a QApplication would abort."""
    if not has_display():
        raise AppError(
            "There is no display here, and the window needs one.",
            "The commands work without: vgg-desktop classify PHOTO says what is on it, vgg-desktop --help names all.",
        )


def check_qt(*, on_screen: bool = True) -> None:
    """Load Qt, and if it is to draw on X, what it needs for that.

    Raises:
        AppError: a library is missing; without this, Qt would abort.
    """
    try:
        importlib.import_module("PySide6.QtWidgets")
        if on_screen and _draws_on_x():
            ctypes.CDLL(str(_x_platform()))
    except (ImportError, OSError) as error:
        raise AppError(
            "Qt cannot be loaded: {reason}.",
            "The window needs libraries of the system. On Debian and Ubuntu: apt install {packages}",
            repr(error),
            reason=error,
            packages=DEBIAN_PACKAGES,
        ) from error


def _draws_on_x() -> bool:
    return sys.platform == "linux" and not any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _x_platform() -> Path:
    return Path(importlib.import_module("PySide6").__file__ or "").parent / "Qt/plugins/platforms/libqxcb.so"
