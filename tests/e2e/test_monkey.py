"""The whole program in the hands of somebody without a plan.

VGG_DESKTOP_MONKEY_S says how many seconds it lasts (60), VGG_DESKTOP_MONKEY_SEED repeats what another run has done.
"""

import contextlib
import os
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.dropping import bytes_mime, files_mime
from tests.helpers.models import tiny_bundle
from tests.helpers.monkey import Monkey
from tests.helpers.noise import Noise, listening
from tests.helpers.pictures import (
    HOSTILE_NAMES,
    NOT_UTF8_NAME,
    cut_jpeg,
    jpeg,
    png,
    unreadable_pictures,
    write_if_allowed,
)
from vgg_desktop.gui import application
from vgg_desktop.gui.application import Session, WindowOptions
from vgg_desktop.gui.classify.page import ClassifyPage
from vgg_desktop.gui.incoming import Incoming

LASTS_S = float(os.environ.get("VGG_DESKTOP_MONKEY_S", "60"))


class Outside(QObject):
    """In place of the file manager and the browser, which a test must not start."""

    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        pass


@pytest.fixture
def noise():
    with listening() as noise:
        yield noise


@pytest.fixture
def outside():
    receiver = Outside()
    for scheme in ("file", "http", "https"):
        QDesktopServices.setUrlHandler(scheme, receiver, "open")
    yield
    for scheme in ("file", "http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The program with the Classify tab alone; dialogs for files begin in a folder that may suffer."""
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    makers = application.page_makers
    monkeypatch.setattr(application, "page_makers", lambda: makers()[:1])
    model = tiny_bundle(tmp_path / "tiny.safetensors")
    session = Session(qapp, WindowOptions(model=str(model), device="cpu"))
    session.open()
    yield session
    # Where the test has failed on its way, the threads must end all the same; else the window is gone already.
    with contextlib.suppress(RuntimeError):
        session.window.close()
        session.close()
    # A failed test keeps the session in its traceback, and Korean with it.
    session._translation.use("en")


def things_to_drop(folder: Path) -> list[Callable[[], QMimeData]]:
    """Makers of drops: good and bad files, folders, bytes, addresses."""
    album, hostile, bad = folder / "album", folder / "hostile", folder / "bad"
    for place in (album, hostile, bad):
        place.mkdir()
    for number in range(300):
        (album / f"{number}.png").write_bytes(png(24, 18, seed=number % 5))
    (album / "half.jpg").write_bytes(cut_jpeg())
    for name in (*HOSTILE_NAMES, NOT_UTF8_NAME):
        write_if_allowed(hostile, name, png(20, 20))
    for name, data in unreadable_pictures().items():
        (bad / name).write_bytes(data)
    photo = folder / "photo.jpg"
    photo.write_bytes(jpeg(1500, 1000))
    singles = [photo, album / "half.jpg", *sorted(hostile.iterdir()), *sorted(bad.iterdir()), folder / "gone.png"]
    return [
        lambda: files_mime(photo),
        lambda: files_mime(random.choice(singles)),
        lambda: files_mime(album),
        lambda: files_mime(hostile, bad),
        lambda: files_mime(*(album / f"{number}.png" for number in range(120))),
        lambda: files_mime(folder / "cwd"),
        lambda: bytes_mime(jpeg(300, 200), "image/jpeg"),
        lambda: bytes_mime(b"nonsense"),
        _address,
        QMimeData,
    ]


def _address() -> QMimeData:
    mime = QMimeData()
    mime.setHtml('<img src="https://example.org/cat.png">')
    return mime


@pytest.mark.timeout(LASTS_S + 120)
@pytest.mark.usefixtures("outside")
def test_a_monkey_finds_no_exception_no_warning_and_no_leaked_thread(
    session: Session, noise: Noise, tmp_path: Path, qtbot: QtBot
):
    seed = int(os.environ.get("VGG_DESKTOP_MONKEY_SEED") or random.randrange(10**6))
    print(f"VGG_DESKTOP_MONKEY_SEED={seed}")  # noqa: T201
    random.seed(seed)
    other, broken = tiny_bundle(tmp_path / "other.safetensors", ("left", "right"), seed=2), tmp_path / "broken.pth"
    broken.write_bytes(b"nothing")
    use = session.parts.inference.use_model
    wishes = [
        lambda: use(str(tmp_path / "tiny.safetensors"), "cpu", "fp32"),
        lambda: use(str(other), "cpu"),
        lambda: use(str(broken)),
        session.parts.inference.rest,
    ]
    shortcuts_that_end_it = ("Ctrl+W", "Ctrl+Q")
    taboo = [each for each in session.window.actions() if each.shortcut().toString() in shortcuts_that_end_it]
    assert len(taboo) == 2

    with qtbot.captureExceptions() as exceptions:
        monkey = Monkey(seed, lambda: session.window, things_to_drop(tmp_path), wishes, taboo)
        monkey.start()
        ends_s = time.monotonic() + LASTS_S
        qtbot.waitUntil(lambda: time.monotonic() > ends_s, timeout=round(LASTS_S * 1000) + 60_000)
        monkey.stop()
        print(monkey.steps)  # noqa: T201
        shows_an_answer(session, tmp_path / "photo.jpg", tmp_path / "tiny.safetensors", qtbot)
        session.window.close()
        assert session.close()

    assert exceptions == []
    assert noise.lines == []
    for thread in ours():
        thread.join(60)
    assert [thread.name for thread in ours()] == []
    assert sum(monkey.steps.values()) > LASTS_S


def ours() -> list[threading.Thread]:
    others = ("MainThread", "inductor", "pytest_timeout")
    return [each for each in threading.enumerate() if not any(name in each.name for name in others)]


def shows_an_answer(session: Session, photo: Path, model: Path, qtbot: QtBot) -> None:
    """After all that the program still does what it is for."""
    session.parts.inference.use_model(str(model), "cpu", "fp32")
    page = session.window.page
    assert isinstance(page, ClassifyPage)
    session.window.receive(Incoming(paths=(photo,)))
    qtbot.waitUntil(
        lambda: page.work.result.prediction is not None and not page.is_busy() and page.shown_name == "photo.jpg",
        timeout=60_000,
    )
