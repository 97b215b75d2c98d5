"""Where a picture lies in its view."""

import pytest

from vgg_desktop.gui.classify.one.zoom import Zoom


def fitted(width: int = 800, height: int = 400, view: tuple[int, int] = (400, 400)) -> Zoom:
    zoom = Zoom()
    zoom.set_view(*view)
    zoom.set_picture(width, height)
    return zoom


def test_a_picture_is_fitted_and_centred():
    assert fitted().target() == (0, 100, 400, 200)


def test_a_picture_of_a_few_pixels_is_not_blown_up_to_the_whole_view():
    assert fitted(10, 10).target() == (160, 160, 80, 80)


def test_the_point_under_the_mouse_stays_while_zooming():
    zoom = fitted()
    before = (100 - zoom.left) / zoom.scale

    zoom.zoom(3, 100, 200)

    assert (100 - zoom.left) / zoom.scale == pytest.approx(before)
    assert not zoom.is_fitted


def test_zooming_out_ends_at_the_fitted_picture():
    zoom = fitted()
    zoom.zoom(3, 100, 200)

    zoom.zoom(0.01, 0, 0)

    assert zoom.is_fitted
    assert zoom.target() == (0, 100, 400, 200)


def test_a_picture_cannot_be_pushed_out_of_sight():
    zoom = fitted()
    zoom.zoom(4, 200, 200)

    zoom.pan(10_000, -10_000)

    left, top, width, height = zoom.target()
    assert (left, top + height) == (0, 400)
    assert (width, height) == (1600, 800)


def test_a_fitted_picture_stays_fitted_when_the_view_grows():
    zoom = fitted()

    zoom.set_view(800, 800)

    assert zoom.target() == (0, 200, 800, 400)


def test_what_was_in_the_middle_stays_there_when_the_view_grows():
    zoom = fitted()
    zoom.zoom(8, 200, 200)
    middle = (200 - zoom.left) / zoom.scale

    zoom.set_view(600, 400)

    assert (300 - zoom.left) / zoom.scale == pytest.approx(middle)


def test_without_picture_or_view_nothing_is_divided_by_zero():
    zoom = Zoom()
    zoom.zoom(2, 0, 0)
    zoom.pan(3, 3)
    zoom.set_picture(0, 0)
    assert zoom.target()[2:] == (0, 0)
