"""Growing curves, and how they look from any distance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vgg_desktop.core.run.series import Series


def _noisy(count: int, seed: int = 0) -> Series:
    series = Series()
    series.extend(np.arange(1, count + 1), np.random.default_rng(seed).normal(size=count))
    return series


def test_few_points_are_seen_as_they_are() -> None:
    series = _noisy(100)
    xs, ys = series.view(1, 100, 4000)
    assert np.array_equal(xs, series.x)
    assert np.array_equal(ys, series.y)


@pytest.mark.parametrize("count", [4_001, 50_000, 300_001])
@pytest.mark.parametrize("limit", [50, 1_000, 4_000])
def test_any_number_of_points_is_seen_as_about_the_limit(count: int, limit: int) -> None:
    xs, _ = _noisy(count).view(0, count, limit)
    assert limit / 3 < len(xs) <= limit


def test_the_highest_and_lowest_points_survive_every_reduction() -> None:
    series = _noisy(123_457)
    xs, ys = series.view(1, 123_457, 500)
    assert ys.max() == series.y.max()
    assert ys.min() == series.y.min()
    assert np.array_equal(series.y[xs.astype(int) - 1], ys)


def test_a_view_of_a_part_reaches_one_point_beyond_each_end() -> None:
    xs, _ = _noisy(1000).view(100.5, 200.5, 4000)
    assert (xs[0], xs[-1]) == (100, 201)


@given(
    st.lists(st.integers(min_value=1, max_value=3_000), min_size=1, max_size=6),
    st.integers(min_value=0, max_value=10_000),
    st.integers(min_value=20, max_value=200),
)
def test_growing_in_pieces_and_dropping_the_end_equals_growing_at_once(
    pieces: list[int], keep: int, limit: int
) -> None:
    values = np.random.default_rng(sum(pieces)).normal(size=sum(pieces) * 2)
    grown, at_once = Series(), Series()
    start = 0
    for piece in pieces:
        grown.extend(np.arange(start, start + piece), values[start : start + piece])
        start += piece
    grown.drop_after(keep)
    start = len(grown)
    grown.extend(np.arange(start, len(values)), values[start:])
    at_once.extend(np.arange(len(values)), values)
    for low, high in ((0, len(values)), (len(values) / 3, len(values) / 2)):
        assert np.array_equal(grown.view(low, high, limit), at_once.view(low, high, limit))
        assert np.allclose(grown.smoothed(low, high, 9, limit), at_once.smoothed(low, high, 9, limit))


def test_reduced_x_never_steps_back() -> None:
    xs, _ = _noisy(77_777).view(5, 70_000, 900)
    assert (np.diff(xs) >= 0).all()


def test_values_that_are_not_finite_are_left_out() -> None:
    series = Series()
    series.extend([1, 2, 3, 4], [0.5, np.nan, np.inf, 0.25])
    assert series.x.tolist() == [1, 4]


def test_smoothing_a_line_leaves_its_middle_alone() -> None:
    series = Series()
    series.extend(np.arange(1000), np.arange(1000))
    xs, ys = series.smoothed(0, 999, 51, 4000)
    middle = slice(30, 970)
    assert np.allclose(ys[middle], xs[middle])


def test_smoothing_takes_the_noise_away() -> None:
    series = _noisy(20_000)
    _, ys = series.smoothed(1, 20_000, 400, 500)
    assert len(ys) <= 502
    assert ys.std() < 0.1 * series.y.std()


def test_an_empty_series_has_nothing_to_show() -> None:
    series = Series()
    assert len(series.view(0, 10, 100)[0]) == 0
    assert len(series.smoothed(0, 10, 5, 100)[0]) == 0
    assert series.at(3) is None


def test_the_point_under_a_crosshair_is_the_nearest() -> None:
    series = Series()
    series.extend([1, 2, 10], [0.1, 0.2, 0.3])
    assert [series.at(x) for x in (-5, 1.4, 7, 99)] == [(1, 0.1), (1, 0.1), (10, 0.3), (10, 0.3)]
