"""The Train tab from a dropped folder to a classified picture: a real window, a real worker, real deaths of both."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.models import tiny_bundle
from tests.helpers.noise import listening
from tests.helpers.pictures import write_class_folders
from tests.helpers.runs import tiny_recipe
from vgg_desktop.core.files.paths import runs_dir
from vgg_desktop.core.recipe.recipe_file import write_toml
from vgg_desktop.core.run.events import decode_event
from vgg_desktop.core.run.run_directory import RunDirectory, list_runs
from vgg_desktop.gui.application import Session, WindowOptions
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.text.translation import Translation
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.train.run.run_view import RunView
from vgg_desktop.gui.train.runs.run_actions import RunAction

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_MS = 90_000
# Several waits follow each other, each as long as a busy machine may need.
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL"),
    pytest.mark.timeout(10 * PATIENCE_MS / 1000),
]
CLASSES = ("blue", "green", "red")

# A window of its own process: takes a folder, trains the recipe of a file on it, and waits to be killed.
_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from vgg_desktop.gui.application import Session, WindowOptions, make_application
from vgg_desktop.gui.incoming import Incoming

application = make_application()
session = Session(application, WindowOptions(tab="train", model=sys.argv[1], device="cpu"))
session.open()
area = session.window.page.area
area.receive(Incoming(paths=(Path(sys.argv[3]),)))
area.receive(Incoming(paths=(Path(sys.argv[2]),)))

def start():
    if area.prepare.card.start_button.isEnabled():
        area.prepare.card.start_button.click()
        clock.stop()

clock = QTimer(interval=50)
clock.timeout.connect(start)
clock.start()
application.exec()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pictures whose class shows in their colour."""
    return write_class_folders(tmp_path / "colours", CLASSES, count=60, size_px=32)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "tiny.safetensors")


@pytest.fixture
def no_worker_left(home: Path) -> Iterator[None]:  # noqa: ARG001 - runs lie in the test's own home
    yield
    for run in list_runs(runs_dir()):
        if run.state().is_live and run.state().pid:
            os.kill(run.state().pid, signal.SIGKILL)


@pytest.fixture
def open_session(
    qapp: QApplication,
    qtbot: QtBot,
    model: Path,
    no_worker_left: None,  # noqa: ARG001 - first the window ends, then the workers
) -> Iterator[Callable[[], Session]]:
    made: list[Session] = []
    threads = set(threading.enumerate())

    def make() -> Session:
        session = Session(qapp, WindowOptions(tab="train", model=str(model), device="cpu"))
        made.append(session)
        session.open()
        return session

    with qtbot.captureExceptions() as exceptions, listening() as noise:
        yield make
        for session in made:
            session.window.close()
            assert session.close()
    assert (exceptions, noise.lines) == ([], [])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    Translation(qapp).use("en")
    left = [thread.name for thread in set(threading.enumerate()) - threads if "inductor" not in thread.name]
    assert left == []


def page_of(session: Session) -> TrainPage:
    page = session.window.page
    assert isinstance(page, TrainPage)
    return page


def test_a_window_is_killed_its_training_found_again_and_its_result_classifies(
    open_session: Callable[[], Session], folder: Path, model: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(write_toml(tiny_recipe(epochs=2, batch_size=4, learning_rate=0.01)))
    with subprocess.Popen(
        [sys.executable, "-c", _WINDOW, str(model), str(folder), str(recipe)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as window:
        qtbot.waitUntil(lambda: bool(_running_runs()) or window.poll() is not None, timeout=PATIENCE_MS)
        window.kill()
    (run,) = list_runs(runs_dir())

    area = page_of(open_session()).area
    qtbot.waitUntil(lambda: area.shown_run == run.path and "pane" in vars(area), timeout=PATIENCE_MS)
    view = area.pane
    qtbot.waitUntil(lambda: view.facts is not None and view.facts.state.state == "finished", timeout=PATIENCE_MS)
    last_line = run.events_file.read_bytes().splitlines()[-1]
    qtbot.waitUntil(lambda: view.history.ended == decode_event(last_line))
    assert [epoch.epoch for epoch in view.history.epochs] == [1, 2]
    assert len(view.history.curves.loss) == len(run.steps()) == 2 * 36
    assert view.history.best
    assert view.history.best.val_top1 > 0.9
    assert view.results.confusion.matrix.model().rowCount() == 3

    session_parts = area._parts
    with qtbot.waitSignal(session_parts.inference.model_changed, timeout=PATIENCE_MS):
        view.header.buttons[RunAction.CLASSIFY].click()
    window = area.window()
    assert window.current_key == "classify"
    with qtbot.waitSignal(session_parts.inference.prediction_ready, timeout=PATIENCE_MS) as answered:
        window.receive(Incoming(paths=(folder / "green" / "0007.png",)))
    assert answered.args[0].prediction.best.label.id == "green"


def test_a_killed_worker_is_told_resumed_paused_stopped_and_taken_up_again_from_the_page(
    open_session: Callable[[], Session], folder: Path, qtbot: QtBot
) -> None:
    area = page_of(open_session()).area
    area.prepare.card.form.show_recipe(tiny_recipe(epochs=20_000))
    area.receive(Incoming(paths=(folder,)))
    qtbot.waitUntil(lambda: area.prepare.card.start_button.isEnabled(), timeout=PATIENCE_MS)
    area.prepare.card.start_button.click()
    qtbot.waitUntil(lambda: "pane" in vars(area) and area.pane.facts is not None, timeout=PATIENCE_MS)
    view = area.pane
    run = RunDirectory(view.facts.path)

    qtbot.waitUntil(lambda: len(view.history.epochs) >= 2, timeout=PATIENCE_MS)
    grown = len(view.history.curves.loss)
    qtbot.waitUntil(lambda: len(view.history.curves.loss) > grown, timeout=PATIENCE_MS)

    os.kill(run.state().pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: view.facts.state.state == "lost", timeout=2000)
    assert "interrupted" in view.notice.text
    view.header.buttons[RunAction.RESUME].click()
    qtbot.waitUntil(lambda: view.facts.state.state == "running", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: view.history.started is not None and view.history.started.attempt == 2)
    assert view.notice.isHidden()

    reached = len(view.history.epochs)
    qtbot.waitUntil(lambda: len(view.history.epochs) > reached, timeout=PATIENCE_MS)
    view.header.buttons[RunAction.PAUSE].click()
    qtbot.waitUntil(lambda: view.facts.state.state == "paused", timeout=PATIENCE_MS)
    assert view.results.confusion.matrix.model().rowCount() == 0
    view.header.buttons[RunAction.STOP].click()
    qtbot.waitUntil(lambda: view.facts.state.state == "stopped", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: view.results.confusion.matrix.model().rowCount() == 3)
    assert view.facts.best_weights == run.best_file
    assert buttons_shown(view) == {RunAction.CLASSIFY, RunAction.RESUME}

    view.header.buttons[RunAction.RESUME].click()
    qtbot.waitUntil(lambda: view.facts.state.state == "running", timeout=PATIENCE_MS)
    assert view.facts.best_weights.parent == run.snapshots_dir
    view.header.buttons[RunAction.STOP].click()
    qtbot.waitUntil(lambda: view.facts.state.state == "stopped", timeout=PATIENCE_MS)
    epochs = [epoch.epoch for epoch in view.history.epochs]
    assert epochs == sorted(set(epochs))


def buttons_shown(view: RunView) -> set[RunAction]:
    return {action for action, button in view.header.buttons.items() if button.isVisible()}


def _running_runs() -> list[RunDirectory]:
    return [run for run in list_runs(runs_dir()) if run.state().state == "running"]
