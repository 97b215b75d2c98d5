"""Looks at a folder of pictures in a process of its own: the command that a shell user would run."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from vgg_desktop.core.dataset_report import DatasetReport, decode_refusal, decode_report
from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, decode_json
from vgg_desktop.core.own_process import own_command, own_folder, own_python_path

_FAULTS_STATUS = 1


@dataclass(frozen=True, slots=True)
class ScanProgress:
    """So many of the pictures have been looked at."""

    done: int
    total: int


class DatasetReports(QObject):
    """One look at a time; a new one takes the place of the one that runs. Every method returns at once."""

    progressed = Signal(object)  # ScanProgress
    ready = Signal(object)  # DatasetReport
    failed = Signal(object)  # AppError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._noise: list[str] = []
        self._refusal: AppError | None = None

    @property
    def is_looking(self) -> bool:
        return self._process is not None

    def look(self, source: Path, options: Sequence[str] = ()) -> None:
        """Look at a folder or CSV file; `options` are those of `vgg-desktop dataset`."""
        self.stop()
        self._noise, self._refusal = [], None
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardError.connect(self._on_progress)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        arguments = ["dataset", str(source.absolute()), "--json", "--progress", "json", *options]
        program, *words = own_command(*arguments)
        process.setWorkingDirectory(own_folder())
        process.start(program, words)

    def stop(self) -> None:
        """Forget the look that runs; what it has seen is remembered for the next time."""
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardError.disconnect(self._on_progress)
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        process.finished.connect(process.deleteLater)
        process.terminate() if os.name == "posix" else process.kill()
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()

    def shutdown(self, timeout_s: float = 0.3) -> bool:
        """End the process; False if it did not end in time."""
        has_ended = True
        self.stop()
        for process in self.findChildren(QProcess):
            process.kill()
            has_ended &= process.state() == QProcess.ProcessState.NotRunning or process.waitForFinished(
                round(timeout_s * 1000)
            )
        return has_ended

    def _on_progress(self) -> None:
        if self._process is None:
            return
        last = None
        for line in bytes(self._process.readAllStandardError().data()).splitlines():
            progress = _progress_of(line)
            last = progress or last
            if line.strip() and not progress:
                self._refusal = decode_refusal(line) or self._refusal
                self._noise.append(line.decode("utf-8", "replace"))
        if last:
            self.progressed.emit(last)

    def _on_finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self._on_progress()
        process, self._process = self._process, None
        if process is None:
            return
        output = bytes(process.readAllStandardOutput().data())
        process.deleteLater()
        if how == QProcess.ExitStatus.NormalExit and status in (0, _FAULTS_STATUS) and output.strip():
            self._tell(output)
        else:
            self.failed.emit(self._failure(status))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            reason = self._process.errorString()
            self._process.deleteLater()
            self._process = None
            self.failed.emit(AppError("The pictures could not be looked at.", detail=reason))

    def _tell(self, output: bytes) -> None:
        try:
            report: DatasetReport = decode_report(output)
        except AppError as error:
            self.failed.emit(error)
        else:
            self.ready.emit(report)

    def _failure(self, status: int) -> AppError:
        """The command's own error; where a crash left none, its last words."""
        if self._refusal:
            return self._refusal
        if self._noise:
            return AppError(one_line(self._noise[-1]).removeprefix("Error: "), detail="\n".join(self._noise))
        return AppError("The pictures could not be looked at.", detail=f"The command ended with status {status}.")


def _progress_of(line: bytes) -> ScanProgress | None:
    try:
        return decode_json(line, ScanProgress)
    except DamagedError:
        return None


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", own_python_path())
    environment.insert("PYTHONIOENCODING", "utf-8:backslashreplace")
    # Set by tests and by people at any time after Qt has read it.
    for name in ("VGG_DESKTOP_HOME", "TORCH_HOME"):
        if name in os.environ:
            environment.insert(name, os.environ[name])
    return environment
