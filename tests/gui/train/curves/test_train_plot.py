"""The plot: what it shows, how it is moved, and that every look of it is painted."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers import run_events
from vgg_desktop.core.run.history import History
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.look.tokens import LIGHT
from vgg_desktop.gui.train.curves import export
from vgg_desktop.gui.train.curves.axis import Axis, tick_text, widened
from vgg_desktop.gui.train.curves.curve_plot import CurvePlot
from vgg_desktop.gui.train.curves.painter import MOST_POINTS, lay_out
from vgg_desktop.gui.train.curves.run_lines import accuracy_scene, loss_scene, overlay_line
from vgg_desktop.gui.train.curves.scene import Scene


@pytest.fixture
def history() -> History:
    history = History()
    history.apply(run_events.training(14, 30, steps_beyond=7))
    history.extend_steps(run_events.step_records(1, 287))
    return history


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme, history: History) -> CurvePlot:
    plot = CurvePlot(theme)
    qtbot.addWidget(plot)
    plot.resize(760, 380)
    plot.show_scene(loss_scene(history, theme.tokens, "medium"))
    plot.show()
    return plot


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 2.1, 5, [0, 0.5, 1, 1.5, 2]),
        (0, 30, 7, [0, 5, 10, 15, 20, 25, 30]),
        (0.31, 0.94, 4, [0.4, 0.6, 0.8]),
        (-1, 1, 3, [-1, 0, 1]),
    ],
)
def test_grid_lines_stand_at_round_values(low: float, high: float, most: int, expected: list[float]) -> None:
    assert Axis(low, high, 0, 100).ticks(most) == pytest.approx(expected)


def test_a_logarithmic_axis_has_its_lines_at_powers_and_their_parts() -> None:
    assert Axis(0.009, 3, 0, 100, is_log=True).ticks(9) == pytest.approx([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2])
    assert Axis(1e-6, 1e3, 0, 100, is_log=True).ticks(10) == pytest.approx([10.0**n for n in range(-6, 4)])


@pytest.mark.parametrize("is_log", [False, True])
def test_pixels_and_values_are_inverse(is_log: bool) -> None:
    axis = Axis(0.01, 5, 300, 10, is_log=is_log)
    for value in (0.01, 0.3, 4.9):
        assert axis.value(axis.pixel(value)) == pytest.approx(value)


def test_values_below_a_logarithmic_axis_lie_at_its_end() -> None:
    assert Axis(0.1, 10, 100, 0, is_log=True).pixel(0) == 100


def test_a_range_of_one_value_is_widened() -> None:
    low, high = widened(0.5, 0.5)
    assert low < 0.5 < high


@pytest.mark.parametrize(
    ("value", "ticks", "is_percent", "text"),
    [
        (0.5, [0, 0.5, 1], False, "0.5"),
        (20, [0, 20, 40], False, "20"),
        (0.25, [0, 0.25, 0.5], False, "0.25"),
        (0.75, [0.5, 0.75, 1], True, "75 %"),
        (0.925, [0.9, 0.925, 0.95], True, "92.5 %"),
        (1e-5, [1e-5, 1e-4], False, "1e-5"),
    ],
)
def test_ticks_are_written_with_the_digits_they_need(
    value: float, ticks: list[float], is_percent: bool, text: str
) -> None:
    assert tick_text(value, ticks, is_percent=is_percent) == text


def test_a_run_of_a_million_steps_is_painted_from_few_points(theme: Theme) -> None:
    history = History()
    history.apply([run_events.started(epochs=50_000)])
    history.extend_steps(run_events.step_records(1, 1_000_000))
    frame, points = lay_out(loss_scene(history, theme.tokens, "medium"), CurvePlot(theme).rect().toRectF())
    assert frame.x.high >= 50_000
    assert max(len(xs) for xs, _ in points) <= MOST_POINTS


def test_curves_are_seen_in_their_colours(plot: CurvePlot) -> None:
    image = plot.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)}
    assert {LIGHT.accent, LIGHT.second} <= colours


def test_lines_differ_in_dash_as_well_as_in_colour(history: History) -> None:
    lines = [overlay_line(f"run {number}", history, number, lambda h: h.curves.val_loss) for number in range(6)]
    looks = {(line.look.colour, line.look.dash) for line in lines}
    training, validation = loss_scene(history, LIGHT, "medium").named
    assert len(looks) == 6
    assert training.look.dash != validation.look.dash


def test_the_best_epoch_is_marked(history: History) -> None:
    marker = loss_scene(history, LIGHT, "medium").marker
    assert marker
    assert marker.x == 11
    assert marker.text == "best 0.68, epoch 11"


def test_accuracy_by_epoch_stands_in_where_steps_have_none(history: History) -> None:
    history = History()
    history.apply(run_events.training(3))
    training, validation = accuracy_scene(history, LIGHT, "medium").named
    assert training.points(0, 3, 100)[0].tolist() == [1, 2, 3]
    assert validation.points(0, 3, 100)[0].tolist() == [1, 2, 3]


def test_without_smoothing_there_is_one_training_line_through_every_point(history: History) -> None:
    scene = loss_scene(history, LIGHT, "none")
    xs, ys = scene.named[0].points(0, 30, 4000)
    assert len(scene.lines) == 2
    assert np.array_equal(ys, history.curves.loss.y)
    assert len(xs) == 287


def test_the_wheel_zooms_in_where_the_pointer_is_and_back(plot: CurvePlot) -> None:
    frame_x = plot._painted_frame().x
    place = QPointF(frame_x.pixel(10.0), 150)
    _wheel(plot, place, 120)
    low, high = plot.scene.x_range or (0, 0)
    assert 0 < low < 10 < high < 30
    assert plot._painted_frame().x.pixel(10.0) == pytest.approx(place.x(), abs=1)
    for _ in range(3):
        _wheel(plot, place, -120)
    assert plot.scene.x_range is None


def test_a_zoomed_plot_is_dragged_but_not_beyond_the_data(plot: CurvePlot) -> None:
    plot.set_x_range((10, 20))
    _drag(plot, QPoint(400, 200), QPoint(300, 200))
    low, high = plot.scene.x_range or (0, 0)
    assert low > 10
    assert high - low == pytest.approx(10)
    for _ in range(10):
        _drag(plot, QPoint(600, 200), QPoint(60, 200))
    assert plot.scene.x_range
    assert plot.scene.x_range[1] == pytest.approx(30)


def test_new_data_leave_a_zoom_where_it_is(plot: CurvePlot, history: History) -> None:
    plot.set_x_range((2, 4))
    history.extend_steps(run_events.step_records(288, 320))
    plot.show_scene(loss_scene(history, LIGHT, "medium"))
    assert plot.scene.x_range == (2, 4)


def test_a_double_click_shows_everything_again(plot: CurvePlot) -> None:
    plot.set_x_range((2, 4))
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert plot.scene.x_range is None


def test_the_crosshair_reads_the_nearest_values(plot: CurvePlot, history: History) -> None:
    plot.set_crosshair(6.1)
    training, validation = plot.crosshair_values()
    assert (training.line.name, validation.line.name) == ("training", "validation")
    assert validation.x == 6
    assert validation.y == pytest.approx(history.epochs[5].val_loss)
    assert training.x == pytest.approx(6.1, abs=0.05)


def test_everything_about_the_plot_works_from_the_keyboard(plot: CurvePlot) -> None:
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    first = plot.crosshair_values()[0].x
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.crosshair_values()[0].x >= first
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    low, high = plot.scene.x_range or (0, 0)
    QTest.keyClick(plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert plot.scene.x_range != (low, high)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.scene.x_range is None
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.crosshair_values() == []


def test_a_zoomed_plot_can_turn_logarithmic(plot: CurvePlot) -> None:
    _wheel(plot, QPointF(300, 100), -120, Qt.KeyboardModifier.ControlModifier)
    assert plot.scene.y_range
    assert plot.scene.y_range[0] < 0
    plot.show_scene(replace(plot.scene, is_log=True))
    assert plot.scene.y_range is None
    assert plot._painted_frame().y.low > 0


@pytest.mark.parametrize("is_log", [False, True])
@pytest.mark.parametrize("delta", [-120, 120])
def test_no_zoom_along_y_goes_beyond_what_can_be_painted(plot: CurvePlot, is_log: bool, delta: int) -> None:
    plot.show_scene(replace(plot.scene, is_log=is_log))
    for _ in range(400):
        _wheel(plot, QPointF(300, 100), delta, Qt.KeyboardModifier.ControlModifier)
    _drag(plot, QPoint(300, 100), QPoint(300, 20_000))
    plot.grab()
    frame = plot._painted_frame()
    assert frame.y.low < frame.y.high


def test_heights_are_zoomed_and_moved_with_keys(plot: CurvePlot) -> None:
    whole = plot._painted_frame().y
    QTest.keyClick(plot, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    low, high = plot.scene.y_range or (0, 0)
    assert whole.low < low < high < whole.high
    QTest.keyClick(plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert plot.scene.y_range
    assert plot.scene.y_range[0] > low
    QTest.keyClick(plot, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert plot.scene.y_range[1] - plot.scene.y_range[0] == pytest.approx(whole.high - whole.low)
    assert "Ctrl" in plot.whatsThis()


def test_values_that_keys_point_at_are_told(plot: CurvePlot, history: History) -> None:
    plot.set_summary("Validation loss falls.")
    QTest.keyClick(plot, Qt.Key.Key_Right)
    told = plot.accessibleDescription()
    assert told.startswith("epoch 15.")
    assert f"validation {history.epochs[-1].val_loss:.4g}" in told
    plot.set_summary("Validation loss still falls.")
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.accessibleDescription() == "Validation loss still falls."


def test_a_plot_without_points_says_so_instead_of_drawing_axes(qtbot: QtBot, theme: Theme) -> None:
    plot = CurvePlot(theme)
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    plot.show_scene(loss_scene(History(), theme.tokens, "medium"))
    plot.grab()
    assert plot.crosshair_values() == []
    assert plot.scene.empty_text


def test_a_plot_is_written_as_png_and_svg(tmp_path: Path, qapp: QApplication, history: History) -> None:  # noqa: ARG001
    sheet = export.new_sheet(loss_scene(history, LIGHT, "medium"))
    export.write_png(tmp_path / "loss.png", sheet, LIGHT)
    export.write_svg(tmp_path / "loss.svg", sheet, LIGHT, "Loss")
    image = QImage(str(tmp_path / "loss.png"))
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.pixelColor(5, 5) == QColor(LIGHT.card)
    svg = ET.parse(tmp_path / "loss.svg").getroot()
    assert svg.tag.endswith("svg")
    assert any(LIGHT.second in (element.get("stroke") or "") for element in svg.iter())


def test_an_empty_scene_has_a_whole_of_its_own() -> None:
    low, high = Scene().x_whole
    assert low < high


def _wheel(
    plot: CurvePlot,
    place: QPointF,
    delta: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    event = QWheelEvent(
        place,
        plot.mapToGlobal(place),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot, event)


def _drag(plot: CurvePlot, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot, end)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end)
