"""Builds the window and everything behind it, and takes it all down again in order."""

import logging
import os
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from vgg_desktop import __version__
from vgg_desktop.core.files.paths import log_file, settings_file
from vgg_desktop.core.window_choices import Scheme, Tab
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.look.icons import application_icon
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.page import Message, Page, PageMaker, WindowParts
from vgg_desktop.gui.text.translation import Translation
from vgg_desktop.gui.window.main_window import MainWindow
from vgg_desktop.gui.window.model_choosers import is_weights
from vgg_desktop.services import torch_libraries
from vgg_desktop.services.answers import ModelRequest
from vgg_desktop.services.crash_reports import CrashReports
from vgg_desktop.services.deadline import Deadline
from vgg_desktop.services.inference import InferenceService
from vgg_desktop.services.jobs import Jobs
from vgg_desktop.services.model_list import ModelList
from vgg_desktop.services.previews import PreviewService
from vgg_desktop.services.settings_store import SettingsStore

if TYPE_CHECKING:
    from vgg_desktop.services.runs import RunList

_log = logging.getLogger(__name__)
# In all: so long after its window the program is gone, unless it is still writing a file that somebody asked for.
_PATIENCE_S = 1.8
_FILE_PATIENCE_S = 60.0
# Threads that compute hand the interpreter over after 1 ms and not after 5: the window's turn comes sooner.
_SWITCH_INTERVAL_S = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """What the command line asks of the window; None means as in the settings. A weights file in `paths` is a model."""

    paths: tuple[Path, ...] = ()
    screenshot: Path | None = None
    tab: str | None = None
    scheme: str | None = None
    model: str | None = None
    device: str | None = None
    precision: str | None = None
    language: str | None = None


def run_window(options: WindowOptions) -> int:
    """Show the window until it is closed, or take its picture; the exit status of the process."""
    if options.screenshot:
        from vgg_desktop.gui.window.screenshot import prepare_platform

        prepare_platform()
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    torch_libraries.load_before_qt()
    application = make_application()
    # Without this, Ctrl+C in the terminal waits for the next event that Python sees.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    session = Session(application, options)
    session.open()
    if options.screenshot:
        from vgg_desktop.gui.window.screenshot import take_screenshot

        status = take_screenshot(session.window, session.parts, options.screenshot)
    else:
        status = application.exec()
    if not session.close():
        # A thread is inside an import or a driver and cannot be ended; interpreter shutdown would wait for it or crash.
        wait_for_files(_FILE_PATIENCE_S)
        logging.shutdown()
        os._exit(status)
    return status


def wait_for_files(timeout_s: float) -> None:
    """Let exports and settings be written: theirs are the only threads that are no daemons."""
    deadline = Deadline(timeout_s)
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.main_thread():
            thread.join(deadline.left_s)


def make_application() -> QApplication:
    """The one QApplication, with its names and no Qt dialogs of its own at exit."""
    application = QApplication.instance() or QApplication(["vgg-desktop"])
    assert isinstance(application, QApplication)
    application.setApplicationName("vgg-desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("vgg-desktop")
    application.setQuitOnLastWindowClosed(False)
    application.setWindowIcon(application_icon())
    return application


class Session(QObject):
    """One run of the program: owns the services and the window that is open now."""

    def __init__(self, application: QApplication, options: WindowOptions) -> None:
        super().__init__()
        self._application = application
        self._options = options
        self._crash_reports = CrashReports(log_file())
        self._crash_reports.install()
        jobs = Jobs()
        settings = SettingsStore(settings_file(), jobs, is_kept=options.screenshot is None)
        self._translation = Translation(application)
        self._translation.use(options.language or settings.value.language)
        self.parts = WindowParts(
            theme=Theme(application, Scheme(options.scheme or settings.value.scheme)),
            jobs=jobs,
            settings=settings,
            inference=InferenceService(),
            previews=PreviewService(),
            models=ModelList(jobs),
        )
        self._weights = tuple(path for path in options.paths if is_weights(path))
        self.parts.inference.engine_ready.connect(self._on_engine_ready)
        self.window = self._make_window()

    def open(self) -> None:
        """Show the window; the engine starts once it is painted."""
        self.window.first_painted.connect(self._start_engine)
        self.window.show_page(self._options.tab or self.parts.settings.value.last_tab)
        self.window.show()
        if pictures := tuple(path for path in self._options.paths if path not in self._weights):
            self.window.show_page(self._options.tab or Tab.CLASSIFY)
            self.window.receive(Incoming(paths=pictures))
        self._tell_what_was_found()

    def close(self) -> bool:
        """End every thread in order, within 2 s; False if one is inside something that cannot be broken off."""
        self._application.setStyleSheet("")
        parts, deadline = self.parts, Deadline(_PATIENCE_S)
        # First what is soon done and must not be lost.
        services = [parts.jobs, parts.inference, parts.previews]
        if parts.has_training:
            services.append(parts.training)
        ended = [service.shutdown(deadline.left_s) for service in services]
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._crash_reports.uninstall()
        return all(ended)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.parts)
        for maker in page_makers():
            window.add_page(maker)
        window.closed.connect(self._application.quit)
        window.language_chosen.connect(self._change_language, Qt.ConnectionType.QueuedConnection)
        self._crash_reports.happened.connect(window.post)
        self.parts.jobs.failed.connect(window.post)
        return window

    def _start_engine(self) -> None:
        values, options = self.parts.settings.value, self._options
        model = options.model or next(map(str, reversed(self._weights)), values.model)
        device, precision = options.device or values.device, options.precision or values.precision
        self.parts.inference.start(ModelRequest(model, device, precision))

    def _on_engine_ready(self) -> None:
        """What needs libraries of its own, and would only wait for those of torch, comes after them."""
        self.parts.models.refresh()
        self._watch_runs()

    def _watch_runs(self) -> None:
        """A training beside the window, also one from a shell, wants the GPU's memory."""
        from vgg_desktop.gui.train.preload import Preload

        training = self.parts.training
        training.runs.runs_listed.connect(self._on_runs_listed)
        training.start(self.parts.settings.value.runs_folder)
        Preload(self)

    def _on_runs_listed(self, listed: "RunList") -> None:
        self.parts.inference.rest_when_idle(any(facts.state.is_live for facts in listed.runs))

    def _tell_what_was_found(self) -> None:
        if self.parts.settings.problem:
            self.window.post(self.parts.settings.problem)
        if self._crash_reports.last_crash:
            self.window.post(
                Message(
                    self.tr("The program ended unexpectedly last time."),
                    self.tr("Help, Copy a report gives you a text for us that names no folders of yours."),
                    self._crash_reports.last_crash,
                )
            )

    def _change_language(self, language: str) -> None:
        """Texts are read while widgets are built: the next window takes over what the present one shows."""
        self.parts.settings.change(language=language)
        self._translation.use(language)
        old, keepsakes, tab = self.window, self.window.keepsakes(), self.window.current_key
        old.closed.disconnect(self._application.quit)
        old.close()
        self.window = self._make_window()
        self.window.show_page(tab)
        self.window.restore(keepsakes)
        self.window.show()
        old.deleteLater()


def page_makers() -> list[PageMaker]:
    """Every tab, in their order."""
    return [
        PageMaker(Tab.CLASSIFY, QCoreApplication.translate("Pages", "Classify"), _make_classify_page),
        PageMaker(Tab.TRAIN, QCoreApplication.translate("Pages", "Train"), _make_train_page),
        PageMaker(Tab.EVALUATE, QCoreApplication.translate("Pages", "Evaluate"), _make_evaluate_page),
    ]


def _make_classify_page(parts: WindowParts) -> Page:
    from vgg_desktop.gui.classify.page import ClassifyPage

    return ClassifyPage(parts)


def _make_train_page(parts: WindowParts) -> Page:
    from vgg_desktop.gui.train.page import TrainPage

    return TrainPage(parts, parts.training)


def _make_evaluate_page(parts: WindowParts) -> Page:
    from vgg_desktop.gui.evaluate.page import EvaluatePage

    return EvaluatePage(parts)
