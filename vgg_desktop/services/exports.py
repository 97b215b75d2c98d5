"""Results on their way to a file, in a thread of their own: 100,000 rows take seconds to write."""

import contextlib
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.prediction import PathResult

if TYPE_CHECKING:
    from vgg_desktop.core.export import ExportFormat

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Exported:
    """`count` results are in the file `path`."""

    path: Path
    count: int


class ExportService(QObject):
    """Lives in the window's thread; `write` returns at once."""

    exported = Signal(object)  # Exported
    failed = Signal(object)  # AppError; what was in the file before is still there

    # Emitted by the writing thread, received in this object's own.
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def is_writing(self) -> bool:
        return self._thread is not None

    def write(self, path: Path, results: Sequence[PathResult], kind: "ExportFormat") -> None:
        """Write `results` to `path`, whole or not at all; one file at a time."""
        if self._thread is None:
            # No daemon: a window that is closed must not leave half a file, and the file is soon written.
            self._thread = threading.Thread(target=self._write, args=(path, results, kind), name="export")
            self._thread.start()

    def shutdown(self, timeout_s: float = 1.0) -> bool:
        """Wait for a file that is being written; False if that takes longer."""
        if self._thread:
            self._thread.join(timeout_s)
        return self._thread is None or not self._thread.is_alive()

    def _write(self, path: Path, results: Sequence[PathResult], kind: "ExportFormat") -> None:
        # Imported here: the window is painted before json and csv matter to anybody.
        from vgg_desktop.core.export import write_results

        try:
            write_results(path, results, kind)
        except AppError as error:
            self._tell(error)
        # The edge of a job.
        except Exception as error:
            _log.exception("An export failed")
            self._tell(AppError("The results could not be written.", "", repr(error)))
        else:
            self._tell(Exported(path, len(results)))

    def _tell(self, report: "Exported | AppError") -> None:
        # A change of language deletes the page and this object with it; the file is written all the same.
        with contextlib.suppress(RuntimeError):
            self._reported.emit(report)

    @Slot(object)
    def _on_reported(self, report: Exported | AppError) -> None:
        self._thread = None
        if isinstance(report, Exported):
            self.exported.emit(report)
        else:
            self.failed.emit(report)
