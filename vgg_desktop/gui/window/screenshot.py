"""The window as a PNG file, for documentation and for looking at."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QTimer

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.window.main_window import FIRST_SIZE_PX, MainWindow

_PATIENCE_S = 90.0
_POLL_MS = 50
# Thumbnails, fonts and the last layout pass come after the answer.
_SETTLED_POLLS = 6


def prepare_platform() -> None:
    """Before the QApplication: with no display to draw on, draw in memory."""
    has_display = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def take_screenshot(window: MainWindow, parts: WindowParts, path: Path) -> int:
    """Wait until the window has nothing more to say, and write it to `path`; the exit status."""
    window.resize(*FIRST_SIZE_PX)
    is_settled = _Waiting(window, parts).wait()
    try:
        write_atomically(path, _as_png(window))
    except AppError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if not is_settled:
        sys.stderr.write(f"The window was still busy after {_PATIENCE_S:.0f} s.\n")
        return 1
    return 0


class _Waiting:
    """Runs the event loop until model and pages have been quiet for a moment."""

    def __init__(self, window: MainWindow, parts: WindowParts) -> None:
        self._window = window
        self._inference = parts.inference
        self._quiet_polls = 0
        self._loop = QEventLoop()

    def wait(self) -> bool:
        """True once it is quiet; False when patience is at its end."""
        ends_s = time.monotonic() + _PATIENCE_S
        while self._quiet_polls < _SETTLED_POLLS and time.monotonic() < ends_s:
            QTimer.singleShot(_POLL_MS, self._loop.quit)
            self._loop.exec()
            self._quiet_polls = 0 if self._is_busy() else self._quiet_polls + 1
        return self._quiet_polls >= _SETTLED_POLLS

    def _is_busy(self) -> bool:
        page = self._window.page
        return self._inference.is_loading or (page is not None and page.is_busy())


def _as_png(window: MainWindow) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return bytes(data.data())
