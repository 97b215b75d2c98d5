"""What is kept for the day when something goes wrong: a log, the traces of crashes, and every uncaught exception."""

import contextlib
import faulthandler
import logging
import logging.handlers
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from vgg_desktop.core.errors import AppError

_log = logging.getLogger(__name__)
_LOG_BYTES = 1024**2
_LOG_FILES = 3
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReports(QObject):
    """From `install` to `uninstall` every exception that nobody caught, in any thread or slot, is logged and told."""

    happened = Signal(object)  # AppError; emitted by the thread that it happened in

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._handler: logging.Handler | None = None
        self._faults: TextIO | None = None
        self.last_crash = ""

    def install(self) -> None:
        """Open the files, if the disk lets us, and take over the hooks."""
        with contextlib.suppress(OSError):
            self._log_file.parent.mkdir(parents=True, exist_ok=True)
            self._open_log()
            self._open_faults()
        self._former = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._former_qt_handler = qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back and close the files."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._former
        qInstallMessageHandler(self._former_qt_handler)
        if self._handler:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._faults:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def _open_log(self) -> None:
        self._handler = _PatientHandler(
            self._log_file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", errors="backslashreplace"
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"))
        logging.getLogger().addHandler(self._handler)
        logging.getLogger("vgg_desktop").setLevel(logging.INFO)

    def _open_faults(self) -> None:
        """The trace of a crash of the process itself; what a former one left is taken over once."""
        path = self._log_file.with_suffix(".crash")
        with contextlib.suppress(FileNotFoundError):
            self.last_crash = path.read_text(encoding="utf-8", errors="replace")
        if self.last_crash:
            _log.error("The program ended unexpectedly last time\n%s", self.last_crash)
        faults = path.open("w", encoding="utf-8")
        # Somebody who has asked Python for traces (-X faulthandler) gets them where they wanted them.
        if faulthandler.is_enabled():
            faults.close()
        else:
            self._faults = faults
            faulthandler.enable(faults)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("Uncaught exception\n%s", text)
        # The hook may be called while the program comes down and this object is gone already.
        with contextlib.suppress(RuntimeError):
            self.happened.emit(error if isinstance(error, AppError) else unexpected(text))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_type is not SystemExit:
            self._on_exception(arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback)

    def _on_unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        error = unraisable.exc_value
        trace = "".join(traceback.format_exception(error)) if error else ""
        _log.error("Ignored exception in %r\n%s", unraisable.object, trace)


class _PatientHandler(logging.handlers.RotatingFileHandler):
    """A second window may have the file open; Windows then refuses to rename it, and the log goes on as it is."""

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        with contextlib.suppress(OSError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's names
        """A full disk must not turn each line of the log into a trace on the terminal."""


def unexpected(detail: str) -> AppError:
    """For what nobody foresaw: the program goes on, and the user can tell us."""
    return AppError(
        "Something unexpected went wrong.", "The window goes on; Help, Copy a report says more for us.", detail
    )


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _log.log(_QT_LEVELS.get(kind, logging.INFO), "Qt %s: %s", context.category, text)
