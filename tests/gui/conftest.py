"""A real window over real services: an isolated home, a tiny real model, nothing left behind."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.models import tiny_bundle
from vgg_desktop.core.files.paths import settings_file
from vgg_desktop.core.window_choices import Scheme
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.page import Page, PageMaker, WindowParts
from vgg_desktop.gui.window.main_window import MainWindow
from vgg_desktop.services.answers import ModelRequest
from vgg_desktop.services.inference import InferenceService
from vgg_desktop.services.jobs import Jobs
from vgg_desktop.services.model_list import ModelList
from vgg_desktop.services.previews import PreviewService
from vgg_desktop.services.settings_store import SettingsStore

ENGINE_MS = 60_000


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A weights file of five classes that loads in milliseconds."""
    return tiny_bundle(tmp_path_factory.mktemp("model") / "tiny.safetensors")


@pytest.fixture(autouse=True)
def no_leftovers(qapp: QApplication) -> Iterator[None]:
    """A test that leaves a thread or a window behind fails."""
    threads = set(threading.enumerate())
    windows = set(qapp.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for thread in set(threading.enumerate()) - threads:
        thread.join(2)
    left_threads = [thread.name for thread in set(threading.enumerate()) - threads]
    left_windows = [str(widget) for widget in set(qapp.topLevelWidgets()) - windows if widget.isVisible()]
    assert (left_threads, left_windows) == ([], [])


@pytest.fixture
def parts(qapp: QApplication) -> Iterator[WindowParts]:
    """Everything a page is built from; the engine is not started."""
    jobs = Jobs()
    parts = WindowParts(
        theme=Theme(qapp, Scheme.LIGHT),
        jobs=jobs,
        settings=SettingsStore(settings_file(), jobs),
        inference=InferenceService(),
        previews=PreviewService(),
        models=ModelList(jobs),
    )
    yield parts
    has_ended = [parts.jobs.shutdown(5), parts.inference.shutdown(10), parts.previews.shutdown(5)]
    if parts.has_training:
        has_ended.append(parts.training.shutdown(5))
    qapp.setStyleSheet("")
    assert all(has_ended)


@pytest.fixture
def started_parts(parts: WindowParts, tiny_model: Path, qtbot: QtBot) -> WindowParts:
    """The same with the tiny model loaded, on the CPU in fp32."""
    with qtbot.waitSignal(parts.inference.model_changed, timeout=ENGINE_MS):
        parts.inference.start(ModelRequest(str(tiny_model), "cpu", "fp32"))
    return parts


@pytest.fixture
def make_window(parts: WindowParts, qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Makes a shown window of 1,280 x 800 with the given (key, title, page) tabs."""
    made: list[MainWindow] = []

    def make(*pages: tuple) -> MainWindow:
        window = MainWindow(parts)
        parts.jobs.failed.connect(window.post)
        for key, title, page in pages:
            window.add_page(PageMaker(key, title, _always(page)))
        made.append(window)
        qtbot.addWidget(window)
        window.show_page(pages[0][0])
        window.resize(1280, 800)
        window.show()
        # Shortcuts work in the active window only.
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for window in made:
        window.close()


def _always(page: Page) -> Callable[[WindowParts], Page]:
    return lambda _parts: page
