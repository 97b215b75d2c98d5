"""The picture on the screen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vgg_desktop.gui.classify.one.picture_view import PictureView
from vgg_desktop.gui.page import WindowParts


@pytest.fixture
def view(parts: WindowParts, qtbot: QtBot) -> PictureView:
    view = PictureView(parts.theme)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def halves(width: int = 200, height: int = 100) -> QImage:
    """Red on the left, blue on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#0000ff"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("#ff0000"))
    return image


def colour_at(view: PictureView, x: int, y: int) -> str:
    return view.grab().toImage().pixelColor(x, y).name()


def wheel(view: PictureView, steps: int, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_picture_is_shown_whole_and_centred(view: PictureView):
    view.set_picture(halves())

    assert colour_at(view, 10, 150) == "#ff0000"
    assert colour_at(view, 390, 150) == "#0000ff"
    assert colour_at(view, 200, 20) not in ("#ff0000", "#0000ff")


def test_the_wheel_enlarges_what_is_under_the_mouse(view: PictureView):
    view.set_picture(halves())

    wheel(view, 6, QPoint(100, 150))

    assert view.scale > 4
    assert colour_at(view, 350, 150) == "#ff0000"


def test_the_keys_enlarge_and_fit(view: PictureView, qtbot: QtBot):
    view.set_picture(halves())
    fitted = view.scale

    qtbot.keyClicks(view, "++")
    assert view.scale == pytest.approx(fitted * 1.25**2)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale == pytest.approx(fitted * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.is_fitted


def test_a_double_click_goes_to_actual_size_and_back(view: PictureView, qtbot: QtBot):
    view.set_picture(halves(1000, 500))

    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view.scale == pytest.approx(1.0)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view.is_fitted


def test_dragging_moves_an_enlarged_picture(view: PictureView, qtbot: QtBot):
    view.set_picture(halves())
    wheel(view, 6, QPoint(200, 150))
    assert colour_at(view, 390, 150) == "#0000ff"

    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 150))
    qtbot.mouseMove(view, QPoint(390, 150))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(390, 150))

    assert colour_at(view, 390, 150) == "#ff0000"


def test_a_new_picture_is_fitted_again(view: PictureView):
    view.set_picture(halves())
    view.zoom_in()
    view.set_picture(halves(50, 50))

    assert view.is_fitted


def test_more_pixels_are_wanted_once_the_reduced_picture_is_enlarged(view: PictureView, qtbot: QtBot):
    view.set_picture(halves(200, 100), size_px=(2000, 1000))

    with qtbot.waitSignal(view.detail_wanted, timeout=1000):
        view.show_actual_size()
    assert view.scale == pytest.approx(1.0)

    view.refine(halves(2000, 1000))
    with qtbot.assertNotEmitted(view.detail_wanted):
        view.zoom_in()


def test_a_picture_that_has_all_its_pixels_wants_no_more(view: PictureView, qtbot: QtBot):
    view.set_picture(halves(200, 100))

    with qtbot.assertNotEmitted(view.detail_wanted):
        view.show_actual_size()
        view.zoom_in()


def test_without_a_picture_nothing_happens(view: PictureView, qtbot: QtBot):
    view.set_picture(None)
    view.zoom_in()
    view.show_actual_size()
    wheel(view, 3, QPoint(5, 5))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)

    assert not view.has_picture
    assert view.is_fitted
