"""The Evaluate tab: a real tiny model measured on real pictures in a real window, and calibrated on them."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.dropping import drop_files
from tests.helpers.models import CLASSES, tiny_bundle
from tests.helpers.pictures import write_class_folders
from tests.helpers.run_directories import write_run
from vgg_desktop.cli.work.evaluate import evaluated
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import models_dir
from vgg_desktop.engine.weights.bundle_header import read_info
from vgg_desktop.gui.evaluate.calibrate_dialog import CalibrateDialog
from vgg_desktop.gui.evaluate.page import EvaluatePage
from vgg_desktop.gui.page import Message, Page, WindowParts
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.train.runs.run_actions import RunAction
from vgg_desktop.gui.widgets.plain_label import ElidedLabel
from vgg_desktop.gui.window.main_window import MainWindow
from vgg_desktop.services import evaluations

PATIENCE_MS = 60_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Four of the model's five classes, 30 pictures each; one that it does not know, and one that is no picture."""
    root = write_class_folders(tmp_path / "kitchen", [name.replace(" ", "_") for name in CLASSES[:4]], 30, 32)
    write_class_folders(root, ["teapot"], 2, 32)
    (root / "cat" / "broken.png").write_bytes(b"this is no picture")
    return root


@pytest.fixture
def page(started_parts: WindowParts) -> EvaluatePage:
    return EvaluatePage(started_parts)


@pytest.fixture
def window(page: EvaluatePage, make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window(("classify", "Classify", Page()), ("evaluate", "Evaluate", page))


@pytest.fixture
def measured(page: EvaluatePage, window: MainWindow, data: Path, qtbot: QtBot) -> EvaluatePage:
    window.show_page("evaluate")
    with qtbot.waitSignal(page.flow.measured, timeout=PATIENCE_MS):
        drop_files(window, data)
    return page


def test_a_dropped_folder_is_measured_as_the_shell_measures_it(measured: EvaluatePage, data: Path, tiny_model: Path):
    result = measured.result
    assert result
    found = result.found.evaluation
    shell = evaluated(str(tiny_model), data, split="val", device="cpu", precision="fp32", batch_size=None).evaluation
    assert (found.count, found.top1, found.ece_calibrated) == (120, shell.top1, pytest.approx(shell.ece_calibrated))
    right = round(found.top1 * 120)
    assert measured.figures.right.text == f"{100 * found.top1:.1f}\xa0% {right} of 120 right"
    assert f"{100 * found.ece_calibrated:.1f}\xa0%" in measured.figures.error.text
    assert measured.figures.isVisible()
    assert not measured.flow.is_running


def test_what_was_left_out_is_said(measured: EvaluatePage):
    text = measured.figures.notice.text
    assert "teapot" in text
    assert "1 picture" in text


def test_how_often_the_kind_is_right_is_told_of_models_that_have_kinds(measured: EvaluatePage):
    notes = [label.text() for label in measured.figures.findChildren(ElidedLabel)]
    assert not any("kind right" in note for note in notes)
    found = msgspec.structs.replace(measured.result.found, kind_top1=0.875)
    measured.figures.show_result(replace(measured.result, found=found))
    notes = [label.text() for label in measured.figures.findChildren(ElidedLabel)]
    assert any("the kind right in 87.5" in note for note in notes)


def test_five_best_of_five_classes_are_no_figure(measured: EvaluatePage):
    assert not measured.figures.among.isVisible()


def test_the_parts_show_the_confusion_the_classes_and_the_mistakes(measured: EvaluatePage):
    parts, tabs = measured.figures.parts, measured.figures.tabs
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["Confusion", "Classes", "Mistakes"]
    matrix = parts.confusion.matrix.model()
    # The fifth class has no pictures: no row, and a column only where something was taken for it.
    assert matrix.rowCount() == 4
    assert matrix.headerData(0, Qt.Orientation.Vertical) == "cat"
    tabs.setCurrentIndex(1)
    assert parts.classes.table.model().rowCount() == 4
    assert parts.classes.table.isColumnHidden(3)
    tabs.setCurrentIndex(2)
    assert measured.result
    mistakes = measured.result.found.evaluation.mistakes
    assert mistakes
    assert parts.mistakes.model.rowCount() == len(mistakes)
    assert parts.mistakes.model.path_at(0).is_file()


def test_mistakes_can_be_opened_and_not_corrected(measured: EvaluatePage):
    measured.figures.tabs.setCurrentIndex(2)
    wall = measured.figures.parts.mistakes
    wall.gallery.setCurrentIndex(wall.model.index(0))
    assert wall.bar._open.isVisible()
    assert not wall.bar._labels.isVisible()
    assert not wall.bar._exclude.isVisible()


@pytest.mark.parametrize("tab", range(3))
def test_tab_reaches_every_control_and_is_never_caught(measured: EvaluatePage, window: MainWindow, tab: int):
    measured.figures.tabs.setCurrentIndex(tab)
    measured.figures.tabs.setFocus()
    reached = []
    while window.focusWidget() not in reached:
        reached.append(window.focusWidget())
        QTest.keyClick(window, Qt.Key.Key_Tab)
        assert len(reached) < 50
    waiting = {
        widget
        for widget in measured.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert waiting <= set(reached)
    named = [widget for widget in waiting if widget.accessibleName() or isinstance(widget, QAbstractButton)]
    assert len(named) == len(waiting)


def test_a_long_measurement_says_how_far_it_is_and_is_stopped(
    page: EvaluatePage, window: MainWindow, data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    gate, has_ended = threading.Event(), threading.Event()
    real = evaluations.measure_model

    def slow(request, job):
        job.report(evaluations.ScanProgress(30, 120))
        gate.wait(10)
        try:
            return real(request, job)
        finally:
            has_ended.set()

    monkeypatch.setattr(evaluations, "measure_model", slow)
    window.show_page("evaluate")
    with qtbot.waitSignal(page.flow.progressed):
        drop_files(window, data)
    assert page.invitation.is_looking
    assert page.status().text == "30 of 120 pictures"
    assert page.status().fraction == 0.25
    assert page.is_busy()
    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert not page.flow.is_running
    assert not page.invitation.is_looking
    gate.set()
    assert has_ended.wait(30)
    qtbot.wait(50)
    assert page.result is None


def test_a_folder_of_unknown_classes_is_refused_and_what_was_shown_stays(
    measured: EvaluatePage, window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    before = measured.result
    strange = write_class_folders(tmp_path / "strange", ["teapot", "saucer"], 2, 32)
    with qtbot.waitSignal(measured.message_posted, timeout=PATIENCE_MS) as posted:
        drop_files(window, strange)
    assert "has no pictures of a class that this model knows" in posted.args[0].summary
    qtbot.waitUntil(lambda: not measured.flow.is_running)
    assert measured.result is before
    assert measured.figures.isVisible()


def test_a_single_picture_is_answered_with_what_to_drop(
    page: EvaluatePage, window: MainWindow, data: Path, qtbot: QtBot
):
    window.show_page("evaluate")
    with qtbot.waitSignal(page.message_posted) as posted:
        drop_files(window, data / "cat" / "0000.png")
    error = posted.args[0]
    assert isinstance(error, AppError)
    assert "0000.png" in error.summary
    assert "folder for each class" in error.hint
    assert not page.flow.is_running


def test_a_measurement_waits_for_an_engine_that_is_not_there_yet(
    parts: WindowParts, make_window: Callable[..., MainWindow], data: Path, tiny_model: Path, qtbot: QtBot
):
    page = EvaluatePage(parts)
    window = make_window(("evaluate", "Evaluate", page))
    drop_files(window, data)
    assert page.flow.is_running
    assert page.invitation.is_looking
    with qtbot.waitSignal(page.flow.measured, timeout=PATIENCE_MS):
        parts.inference.start(evaluations.ModelRequest(str(tiny_model), "cpu", "fp32"))
    assert page.figures.isVisible()


def test_another_model_is_measured_on_the_same_pictures_with_one_click(
    measured: EvaluatePage, tmp_path: Path, started_parts: WindowParts, qtbot: QtBot
):
    figures = measured.figures
    assert not figures.again_button.isVisible()
    other = tiny_bundle(tmp_path / "other.safetensors", seed=5, name="other")
    with qtbot.waitSignal(started_parts.inference.model_changed, timeout=PATIENCE_MS):
        started_parts.inference.use_model(str(other), "cpu", "fp32")
    qtbot.waitUntil(figures.again_button.isVisible)
    assert figures.again_button.text() == "Measure other"
    with qtbot.waitSignal(measured.flow.measured, timeout=PATIENCE_MS):
        figures.again_button.click()
    assert measured.result
    assert measured.result.request.model.source == str(other)
    assert not figures.again_button.isVisible()


def calibrate(page: EvaluatePage, name: str) -> None:
    page.figures.calibrate_button.click()
    dialog = page.findChild(CalibrateDialog)
    assert dialog
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)


def test_a_calibrated_copy_is_written_and_used(
    measured: EvaluatePage, started_parts: WindowParts, tiny_model: Path, qtbot: QtBot
):
    before = tiny_model.read_bytes()
    with qtbot.waitSignal(measured.message_posted, timeout=PATIENCE_MS) as posted:
        calibrate(measured, "tiny, honest")
    message = posted.args[0]
    assert isinstance(message, Message), message
    assert message.summary == "“tiny, honest” is one of your models now."
    written = read_info(models_dir() / "tiny, honest.safetensors")
    assert written.name == "tiny, honest"
    assert written.metrics["val_count"] == 120
    assert written.calibration.temperature != read_info(tiny_model).calibration.temperature
    assert tiny_model.read_bytes() == before
    qtbot.waitUntil(lambda: "tiny, honest" in [one.name for one in started_parts.models.choices])
    assert message.action
    with qtbot.waitSignal(started_parts.inference.model_changed, timeout=PATIENCE_MS):
        message.action()
    assert started_parts.inference.status
    assert started_parts.inference.status.info.name == "tiny, honest"


@pytest.mark.parametrize("name", ["", " ", ".hidden", "a/b", "a\\b", "Taken"])
def test_a_name_that_cannot_be_used_cannot_be_chosen(qtbot: QtBot, name: str):
    dialog = CalibrateDialog("first", ["builtin", "taken"])
    qtbot.addWidget(dialog)
    assert dialog.calibrate_button.isEnabled()
    dialog.name.setText(name)
    assert not dialog.calibrate_button.isEnabled()


def test_few_pictures_do_not_calibrate_and_it_says_why(
    page: EvaluatePage, window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    window.show_page("evaluate")
    with qtbot.waitSignal(page.flow.measured, timeout=PATIENCE_MS):
        drop_files(window, write_class_folders(tmp_path / "few", ["cat", "dog"], 4, 32))
    assert not page.figures.calibrate_button.isEnabled()
    assert not page.entries.calibrate.isEnabled()
    assert "100 pictures" in page.figures.calibrate_button.toolTip()


@pytest.mark.usefixtures("measured")
def test_the_command_is_the_shells(window: MainWindow, data: Path, tiny_model: Path):
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == f"vgg-desktop evaluate {tiny_model} {data}"


def test_the_menu_of_the_model_leads_here(page: EvaluatePage, window: MainWindow):
    assert window.findChild(QTabBar)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.current_key == "evaluate"
    assert page.invitation.isVisible()


def test_a_run_is_evaluated_from_its_menu(
    started_parts: WindowParts,
    make_window: Callable[..., MainWindow],
    home: Path,
    tmp_path: Path,
    qtbot: QtBot,
):
    run = write_run(home / "runs" / "a", state="finished", source=tmp_path)
    tiny_bundle(run.best_file)
    started_parts.settings.change(runs_folder=str(run.path.parent))
    train, evaluate = TrainPage(started_parts, started_parts.training), EvaluatePage(started_parts)
    window = make_window(("train", "Train", train), ("evaluate", "Evaluate", evaluate))
    qtbot.waitUntil(lambda: train.area.panel.model.rowCount() == 1)
    train.area.show_run(run.path)
    qtbot.waitUntil(lambda: RunAction.EVALUATE in train.area.possible())
    with qtbot.waitSignal(started_parts.inference.model_changed, timeout=PATIENCE_MS):
        train.area.pane.header.menu_actions[RunAction.EVALUATE].trigger()
    assert window.current_key == "evaluate"
    assert started_parts.inference.request.source == str(run.best_file)


def test_a_change_of_language_keeps_what_was_measured(measured: EvaluatePage, started_parts: WindowParts, qtbot: QtBot):
    successor = EvaluatePage(started_parts)
    qtbot.addWidget(successor)
    successor.restore(measured.keepsake())
    assert successor.result is measured.result
    assert successor.figures.right.text == measured.figures.right.text
