"""The Classify page in a real window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.pictures import cut_jpeg, write_photo
from vgg_desktop.gui.classify.page import ClassifyPage
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.window.main_window import MainWindow

ANSWER_MS = 20_000


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python has put there, Qt would destroy after Python itself is gone."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def page(parts: WindowParts, make_window: Callable[..., MainWindow], qtbot: QtBot) -> ClassifyPage:
    """Shown in an active window of 1,280 x 800; the engine is not started."""
    page = ClassifyPage(parts)
    window = make_window(("classify", "Classify", page))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


@pytest.fixture
def ready(started_parts: WindowParts, page: ClassifyPage) -> ClassifyPage:  # noqa: ARG001
    """The page with a tiny real model behind it."""
    return page


@pytest.fixture
def window(page: ClassifyPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Alone in its folder."""
    return write_photo(tmp_path / "one" / "photo.png", 120, 80)


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Twelve pictures, one of them cut short, and two files that are none."""
    folder = tmp_path / "album"
    for number in range(1, 12):
        write_photo(folder / f"photo {number}.png", 64, 48, seed=number)
    (folder / "photo 12.jpg").write_bytes(cut_jpeg())
    (folder / "broken.png").write_bytes(b"This is no picture.")
    (folder / "empty.jpg").write_bytes(b"")
    return folder


@pytest.fixture
def until_quiet(qtbot: QtBot) -> Callable[[ClassifyPage], None]:
    """Waits until the page has nothing more to say."""

    def wait(page: ClassifyPage) -> None:
        qtbot.waitUntil(lambda: not page.is_busy(), timeout=ANSWER_MS)

    return wait
