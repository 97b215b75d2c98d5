"""What the window needs of the system, looked at before Qt ends the process for the lack of it."""

import ctypes
import importlib
import os
import socket
import sys
from pathlib import Path

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError

DEBIAN_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
"""What a bare Debian lacks; everything else that Qt loads comes with these."""

_DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

_WITHOUT = "The commands work without: vgg-desktop classify PHOTO says what is on it, vgg-desktop --help names all."


def has_display() -> bool:
    """Whether Qt has something to draw on; only on Linux may it have nothing."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in _DISPLAY_VARIABLES)


def check_display() -> None:
    """Raises: AppError: there is none, and a QApplication would abort."""
    if not has_display():
        raise AppError(
            "There is no display here, and the window needs one.",
            _WITHOUT,
        )


def check_server() -> None:
    """To be asked after `check_qt`: a library that is missing is named, and not the display that it would speak to.

    Raises:
        AppError: the display's server does not answer, and a QApplication would abort.
    """
    if not display_answers():
        name = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or "that was asked for"
        raise AppError(
            "The display {display} does not answer, and the window needs one.",
            "Check DISPLAY, and whether you may use that display. {otherwise}",
            otherwise=_WITHOUT,
            display=one_line(name),
        )


def display_answers() -> bool:
    """Whether the server that Qt will draw on lets us in; Qt ends the process where it does not."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if sys.platform != "linux" or platform not in ("", "xcb", "wayland"):
        return True
    if platform != "xcb" and _wayland_answers():
        return True
    return platform != "wayland" and _x_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX) as server:
        try:
            server.connect(os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name))  # noqa: PTH118
        except OSError:
            return False
    return True


def _x_answers() -> bool:
    """Asked by the library that Qt asks; without it `check_qt` says what is missing."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


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
