import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from vgg_desktop.core.errors import AppError
from vgg_desktop.services.crash_reports import CrashReports


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "vgg-desktop.log"


@pytest.fixture
def reports(log_file: Path, qtbot: QtBot) -> Iterator[CrashReports]:
    # pytest-qt has hooks of its own, which would take a wanted exception for a failure.
    with qtbot.captureExceptions():
        reports = CrashReports(log_file)
        reports.install()
        yield reports
        reports.uninstall()


class Clumsy(QObject):
    """Fails in a slot."""

    wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wished.connect(self._fail)

    def _fail(self) -> None:
        raise ValueError("the slot fell over")


def test_an_exception_in_a_slot_is_told_and_logged(reports: CrashReports, qtbot: QtBot, log_file: Path) -> None:
    clumsy = Clumsy()
    with qtbot.waitSignal(reports.happened) as told:
        QTimer.singleShot(0, clumsy, clumsy.wished.emit)
    assert told.args[0].summary
    assert "the slot fell over" in told.args[0].detail
    assert "the slot fell over" in log_file.read_text()


def test_an_exception_in_a_thread_is_told_and_logged(reports: CrashReports, qtbot: QtBot, log_file: Path) -> None:
    def fail() -> None:
        raise ValueError("the thread fell over")

    with qtbot.waitSignal(reports.happened) as told:
        thread = threading.Thread(target=fail)
        thread.start()
    thread.join()
    assert "the thread fell over" in told.args[0].detail
    assert "the thread fell over" in log_file.read_text()


def test_an_error_made_for_people_is_told_as_it_is(reports: CrashReports, qtbot: QtBot) -> None:
    error = AppError("The disk is full.", "Free some space.")
    with qtbot.waitSignal(reports.happened) as told:
        sys.excepthook(AppError, error, None)
    assert told.args == [error]


def test_what_the_program_logs_stands_in_the_file(reports: CrashReports, log_file: Path) -> None:
    logging.getLogger("vgg_desktop.services").info("model loaded \udcff")
    assert "model loaded" in log_file.read_text()
    assert reports.last_crash == ""


def test_the_log_is_rotated_before_it_grows_large(reports: CrashReports, log_file: Path) -> None:
    for _ in range(30):
        logging.getLogger("vgg_desktop").info("x" * 100_000)
    sizes = [path.stat().st_size for path in log_file.parent.glob("*.log*")]
    assert len(sizes) > 1
    assert max(sizes) <= 1.2 * 1024**2
    assert reports.last_crash == ""


def test_a_crash_of_the_last_session_is_found_once(log_file: Path) -> None:
    log_file.parent.mkdir()
    log_file.with_suffix(".crash").write_text("Fatal Python error: Segmentation fault")
    found = []
    for _ in range(2):
        reports = CrashReports(log_file)
        reports.install()
        found.append(reports.last_crash)
        reports.uninstall()
    assert found == ["Fatal Python error: Segmentation fault", ""]
    assert log_file.read_text().count("Segmentation fault") == 1


def test_without_a_place_for_the_log_the_program_starts_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    reports = CrashReports(tmp_path / "state" / "vgg-desktop.log")
    reports.install()
    reports.uninstall()


def test_the_hooks_are_given_back(log_file: Path) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    said: list[str] = []
    former = qInstallMessageHandler(lambda _kind, _context, text: said.append(text))
    reports = CrashReports(log_file)
    reports.install()
    reports.uninstall()
    qWarning("to whom it belongs")
    qInstallMessageHandler(former)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert said == ["to whom it belongs"]


@pytest.mark.parametrize("wish", [[], ["-X", "faulthandler"]], ids=["by itself", "asked of Python"])
def test_a_crash_of_the_process_leaves_its_trace_where_it_is_looked_for(log_file: Path, wish: list[str]) -> None:
    code = "import os, sys; from pathlib import Path; from vgg_desktop.services.crash_reports import CrashReports\n"
    code += "reports = CrashReports(Path(sys.argv[1])); reports.install()\n"
    code += "again = CrashReports(Path(sys.argv[2])); again.install(); again.uninstall(); os.abort()"
    command = [sys.executable, *wish, "-c", code, str(log_file), str(log_file.with_stem("again"))]
    child = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert child.returncode != 0
    trace = child.stderr if wish else log_file.with_suffix(".crash").read_text()
    assert "Fatal Python error: Aborted" in trace
