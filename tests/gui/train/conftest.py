"""The Train page in a real window, over real services and hand-written run directories."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from vgg_desktop.core.files.paths import runs_dir
from vgg_desktop.core.window_choices import Scheme
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.window.main_window import MainWindow


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def runs_folder(home: Path) -> Path:  # noqa: ARG001 - the folder lies in the test's own home
    folder = runs_dir()
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def page(parts: WindowParts, make_window: Callable[..., MainWindow], runs_folder: Path) -> TrainPage:  # noqa: ARG001
    """The page, shown in a window that already lists the runs of `runs_folder`."""
    page = TrainPage(parts, parts.training)
    make_window(("train", "Train", page))
    return page


class SilentDatasets(QObject):
    """In place of the service that looks at folders: keeps what was asked for, and says what a test lets it say."""

    progressed = Signal(object)
    ready = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Path, list[str]]] = []
        self.is_looking = False

    def look(self, source: Path, options: list[str]) -> None:
        self.asked.append((source, list(options)))
        self.is_looking = True

    def stop(self) -> None:
        self.is_looking = False

    def answer(self, report: object) -> None:
        self.is_looking = False
        self.ready.emit(report)


@pytest.fixture
def datasets() -> SilentDatasets:
    return SilentDatasets()
