"""The window as a process of its own: its picture as a file, on a virtual screen, and closed at the worst moments."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import jpeg
from vgg_desktop.gui.look.tokens import DARK, LIGHT

# On its way to the corner of the window lies nothing but ground.
GROUND_AT = (5, 400)

DRIVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from vgg_desktop.gui import application


class Visitor(application.Session):
    def open(self):
        super().open()
        self.parts.inference.model_changed.connect(self.drop)
        self.parts.inference.prediction_ready.connect(self.copy)

    def drop(self):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, *keys),
            QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, *keys),
        ):
            QApplication.sendEvent(self.window, event)

    def copy(self, answer):
        self.window.activateWindow()
        QTest.keyClick(self.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        print(QGuiApplication.platformName(), answer.prediction.best.label.name, self.window.isVisible())
        QTimer.singleShot(0, self.window, self.window.close)


application.Session = Visitor
sys.exit(application.run_window(application.WindowOptions(model=sys.argv[2], device="cpu")))
"""

CLOSER = """
import sys
from PySide6.QtCore import QTimer
from vgg_desktop.gui import application


class Hasty(application.Session):
    def open(self):
        super().open()
        moment = getattr(self.window if sys.argv[1] == "first_painted" else self.parts.inference, sys.argv[1])
        moment.connect(lambda *_: QTimer.singleShot(int(sys.argv[2]), self.window, self.leave))

    def leave(self):
        self.window.close()


application.Session = Hasty
sys.exit(application.run_window(application.WindowOptions(model=sys.argv[3], device="cpu")))
"""


# After the picture is taken: how many labels and buttons are visible, and those that have not the room they need.
MEASURER = """
import sys
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel
from vgg_desktop import cli
from vgg_desktop.gui.window import screenshot

take = screenshot.take_screenshot


def measure(window, parts, path):
    status = take(window, parts, path)
    parts_shown = [each for kind in (QLabel, QAbstractButton) for each in window.findChildren(kind) if each.isVisible()]
    print(len(parts_shown))
    for each in parts_shown:
        place, least = QRect(each.mapTo(window, QPoint()), each.size()), each.minimumSizeHint()
        if not window.rect().contains(place) or place.width() < least.width() or place.height() < least.height():
            print(type(each).__name__, repr(each.text()), place, least)
    return status


screenshot.take_screenshot = measure
cli.main()
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("model") / "tiny.safetensors")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo <b>1.jpg"
    path.write_bytes(jpeg(640, 480))
    return path


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual screen of its own."""
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def run(arguments: list[object], **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, timeout=90)


def colour_at(path: Path, place: tuple[int, int]) -> str:
    with Image.open(path) as image:
        return "#{:02x}{:02x}{:02x}".format(*image.convert("RGB").getpixel(place))


@pytest.mark.parametrize(("scheme", "ground"), [("light", LIGHT.ground), ("dark", DARK.ground)])
def test_a_screenshot_shows_the_window_in_the_scheme_that_was_asked_for(
    tmp_path: Path, photo: Path, model: Path, scheme: str, ground: str
) -> None:
    target = tmp_path / "window.png"
    arguments = ["-m", "vgg_desktop", "--screenshot", target, "--scheme", scheme, "--model", model, photo]
    done = run(arguments, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(target) as image:
        assert image.size == (1280, 800)
        # The picture, its label and its bars: far more than the flat colours of an empty window.
        assert len(image.convert("RGB").getcolors(maxcolors=2**24)) > 1000
    assert colour_at(target, GROUND_AT) == ground


def test_at_twice_the_scale_the_window_is_as_sharp_and_nothing_is_cut(tmp_path: Path, photo: Path, model: Path) -> None:
    target = tmp_path / "window.png"
    arguments = ["-c", MEASURER, "--screenshot", target, "--language", "ko", "--model", model, photo.parent]
    done = run(arguments, QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="2")
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(target) as image:
        assert image.size == (2560, 1600)
    measured, *cut = done.stdout.splitlines()
    assert int(measured) > 15
    assert cut == []


def test_a_screenshot_changes_no_setting(tmp_path: Path, model: Path, home: Path) -> None:
    arguments = ["-m", "vgg_desktop", "--screenshot", tmp_path / "window.png", "--scheme", "dark", "--model", model]
    assert run(arguments, QT_QPA_PLATFORM="offscreen").returncode == 0
    assert not (home / "config" / "settings.toml").exists()


def test_a_screenshot_that_cannot_be_written_ends_with_one_sentence(tmp_path: Path, model: Path) -> None:
    arguments = ["-m", "vgg_desktop", "--screenshot", tmp_path / "no" / "folder" / "window.png", "--model", model]
    done = run(arguments, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_on_a_virtual_screen_a_dropped_photo_is_answered_and_the_window_closes(
    display: str, photo: Path, model: Path
) -> None:
    done = run(["-c", DRIVER, photo, model], QT_QPA_PLATFORM="xcb", DISPLAY=display)
    assert done.returncode == 0, done.stderr
    platform, *_, is_visible = done.stdout.split()
    assert (platform, is_visible) == ("xcb", "True")


@pytest.mark.parametrize(
    ("moment", "delay_ms"), [("first_painted", 0), ("first_painted", 150), ("engine_ready", 0), ("model_changed", 0)]
)
def test_the_window_can_be_closed_at_any_moment_of_the_start(model: Path, moment: str, delay_ms: int) -> None:
    done = run(["-c", CLOSER, moment, delay_ms, model], QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
