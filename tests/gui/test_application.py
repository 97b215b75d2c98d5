import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer
from PySide6.QtWidgets import QApplication, QLabel, QTabBar
from pytestqt.qtbot import QtBot

from tests.helpers.models import tiny_bundle
from tests.helpers.noise import Noise, listening
from tests.helpers.pictures import jpeg
from vgg_desktop.cli.commands import window as window_command
from vgg_desktop.core.files.paths import log_file, settings_file
from vgg_desktop.core.settings import load_settings, save_changes
from vgg_desktop.gui import application
from vgg_desktop.gui.application import Session, WindowOptions, wait_for_files
from vgg_desktop.gui.classify.page import ClassifyPage
from vgg_desktop.gui.text.translation import Translation
from vgg_desktop.gui.window.report import report_text
from vgg_desktop.services.jobs import Lane

ENGINE_MS = 60_000
MakeSession = Callable[..., Session]


@pytest.fixture(autouse=True)
def noise() -> Iterator[Noise]:
    """A test in which an exception or a warning of Qt was logged, and not taken as expected, fails."""
    with listening() as noise:
        yield noise
    assert noise.lines == []


@pytest.fixture
def make_session(
    qapp: QApplication,
    qtbot: QtBot,
    tiny_model: Path,
    noise: Noise,  # noqa: ARG001 - asserted once the session is closed
) -> Iterator[MakeSession]:
    """Opens the program as `run` does, with the tiny model; closes it again in order."""
    made: list[Session] = []

    def make(**options: object) -> Session:
        session = Session(qapp, WindowOptions(**{"model": str(tiny_model), "device": "cpu", **options}))
        made.append(session)
        session.open()
        return session

    with qtbot.captureExceptions() as exceptions:
        yield make
        for session in made:
            session.window.close()
            assert session.close()
    assert exceptions == []
    Translation(qapp).use("en")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(jpeg())
    return path


def test_importing_the_window_leaves_torch_numpy_and_pillow_out() -> None:
    code = "import sys, vgg_desktop.gui.application; print(*{name.split('.')[0] for name in sys.modules})"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert not {"torch", "numpy", "PIL", "pyqtgraph"} & set(child.stdout.split())


def test_the_window_is_painted_before_the_engine_is_started(make_session: MakeSession, qtbot: QtBot) -> None:
    session = make_session()
    assert session.parts.inference.devices == ()
    with qtbot.waitSignal(session.parts.inference.model_changed, timeout=ENGINE_MS):
        pass
    assert session.parts.inference.devices


def test_a_photo_on_the_command_line_is_shown_and_answered(
    make_session: MakeSession, qtbot: QtBot, picture: Path
) -> None:
    session = make_session(paths=(picture,))
    with qtbot.waitSignal(session.parts.inference.prediction_ready, timeout=ENGINE_MS):
        pass
    texts = [label.text() for label in session.window.findChildren(QLabel) if label.isVisible()]
    assert "photo.jpg" in texts


def test_a_weights_file_on_the_command_line_answers_for_the_photo_beside_it(
    make_session: MakeSession, qtbot: QtBot, picture: Path, tmp_path: Path
) -> None:
    weights = tiny_bundle(tmp_path / "mine.safetensors", classes=("left", "right"), name="mine")
    session = make_session(model=None, paths=(weights, picture))
    with qtbot.waitSignal(session.parts.inference.prediction_ready, timeout=ENGINE_MS) as answered:
        pass
    assert {each.label.name for each in answered.args[0].prediction.candidates} == {"left", "right"}
    assert session.parts.inference.status
    assert session.parts.inference.status.info.name == "mine"


def test_pictures_on_the_command_line_are_meant_from_the_shell_s_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[WindowOptions] = []
    monkeypatch.setattr(application, "run_window", lambda options: asked.append(options) or 0)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(typer.Exit):
        window_command.window([Path("photo.jpg")], screenshot=Path("out.png"))
    assert asked[0].paths == (tmp_path / "photo.jpg",)


def test_what_the_command_line_asks_for_is_not_remembered(
    make_session: MakeSession, qtbot: QtBot, tiny_model: Path
) -> None:
    session = make_session(scheme="dark", language="ko")
    with qtbot.waitSignal(session.parts.inference.model_changed, timeout=ENGINE_MS):
        pass
    assert session.parts.theme.tokens.is_dark
    session.parts.jobs.settle(Lane.SETTINGS)
    saved = load_settings(settings_file()).settings
    assert (saved.scheme, saved.language, saved.model) == ("system", "system", "builtin")
    assert str(tiny_model) not in settings_file().read_text() if settings_file().exists() else True


def test_another_language_is_in_force_at_once_and_the_picture_stays(
    make_session: MakeSession, qtbot: QtBot, picture: Path
) -> None:
    session = make_session(paths=(picture,))
    with qtbot.waitSignal(session.parts.inference.prediction_ready, timeout=ENGINE_MS):
        pass
    english = session.window
    with qtbot.waitSignal(english.closed):
        english.language_chosen.emit("ko")
    qtbot.waitUntil(lambda: session.window is not english)
    korean = session.window
    assert korean.isVisible()
    assert korean.findChild(QTabBar).tabText(0) == "분류"
    qtbot.waitUntil(
        lambda: any(label.text() == "photo.jpg" for label in korean.findChildren(QLabel)), timeout=ENGINE_MS
    )
    assert session.parts.settings.value.language == "ko"


def test_in_another_language_the_samples_have_their_pictures_again(make_session: MakeSession, qtbot: QtBot) -> None:
    session = make_session()

    def has_samples() -> bool:
        page = session.window.page
        assert isinstance(page, ClassifyPage)
        return all(page.thumbnails.pixmap(sample.path) for sample in page.empty.samples)

    qtbot.waitUntil(has_samples, timeout=ENGINE_MS)
    english = session.window
    with qtbot.waitSignal(english.closed):
        english.language_chosen.emit("ko")
    qtbot.waitUntil(lambda: session.window is not english)
    qtbot.waitUntil(has_samples, timeout=ENGINE_MS)


def test_a_picture_of_the_window_leaves_damaged_settings_where_they_are(make_session: MakeSession) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(b"scheme = [")
    session = make_session(screenshot=settings_file().parent / "window.png")
    assert session.parts.settings.problem
    assert [path.name for path in settings_file().parent.iterdir()] == [settings_file().name]


def test_a_damaged_settings_file_is_told(make_session: MakeSession) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(b"scheme = [")
    session = make_session()
    assert session.window.messages.message
    assert "settings" in session.window.messages.message.summary


def test_a_crash_of_the_last_session_is_told_with_its_trace_and_stands_in_the_report(
    make_session: MakeSession, noise: Noise
) -> None:
    log_file().parent.mkdir(parents=True)
    log_file().with_suffix(".crash").write_text("Fatal Python error: Segmentation fault")
    session = make_session()
    assert session.window.messages.message
    assert "Segmentation fault" in session.window.messages.message.detail
    assert "Segmentation fault" in report_text(session.parts)
    assert "Segmentation fault" in noise.take()


def test_an_exception_that_nobody_caught_leaves_the_window_alive(
    make_session: MakeSession, qtbot: QtBot, noise: Noise
) -> None:
    session = make_session()

    def fail() -> None:
        raise ValueError("fell over")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(session.window.messages.isVisible)
    assert "fell over" in session.window.messages.message.detail
    assert "fell over" in noise.take()


def test_a_broken_model_leaves_the_window_alive_with_a_sentence(
    make_session: MakeSession, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"no weights")
    session = make_session(model=str(broken))
    with qtbot.waitSignal(session.parts.inference.model_failed, timeout=ENGINE_MS):
        pass
    assert session.window.messages.isVisible()
    assert session.window.isVisible()


def test_closing_while_a_folder_runs_ends_every_thread(
    qapp: QApplication, qtbot: QtBot, tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # How long it takes is measured where nothing else runs; here it must not give up on a busy machine.
    monkeypatch.setattr(application, "_PATIENCE_S", 60.0)
    data = jpeg(600, 400)
    for number in range(400):
        (tmp_path / f"{number}.jpg").write_bytes(data)
    before = set(threading.enumerate())
    with qtbot.captureExceptions() as exceptions:
        session = Session(qapp, WindowOptions(model=str(tiny_model), device="cpu", paths=(tmp_path,)))
        session.open()
        with qtbot.waitSignal(session.parts.inference.many_results, timeout=ENGINE_MS):
            pass
        session.window.close()
        assert session.close()
    assert exceptions == []
    assert {thread for thread in threading.enumerate() if thread.is_alive()} <= before


def test_the_program_waits_for_a_file_that_is_still_being_written(tmp_path: Path) -> None:
    def write() -> None:
        time.sleep(0.3)
        (tmp_path / "out.csv").touch()

    threading.Thread(target=write, name="export").start()
    wait_for_files(1)
    assert (tmp_path / "out.csv").exists()


def test_two_windows_at_once_keep_each_others_settings(make_session: MakeSession) -> None:
    session = make_session()
    save_changes(settings_file(), {"top": 9})
    session.parts.settings.change(scheme="light")
    session.parts.jobs.settle(Lane.SETTINGS)
    saved = load_settings(settings_file()).settings
    assert (saved.top, saved.scheme) == (9, "light")
