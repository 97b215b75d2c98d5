"""Large pictures share a room of a fixed size, however many threads decode."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from tests.helpers.gates import gated
from tests.helpers.memory_room import PATIENCE_S, WatchedBudget, huge, room_for_one_and_a_half
from tests.helpers.pictures import jpeg, png
from vgg_desktop.core.errors import AppError
from vgg_desktop.pictures import decode as decoding
from vgg_desktop.pictures.decode import decode, decoded
from vgg_desktop.pictures.limits import PixelBudget
from vgg_desktop.pictures.thumbnails import thumbnail


@pytest.fixture
def budget(monkeypatch: pytest.MonkeyPatch) -> WatchedBudget:
    return room_for_one_and_a_half(monkeypatch)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def test_a_huge_picture_waits_until_the_one_before_it_is_small(budget: WatchedBudget, pool: ThreadPoolExecutor):
    with decoded(huge()):
        second = pool.submit(decode, huge())
        assert budget.has_waiter.wait(PATIENCE_S)
        assert not second.done()
    assert second.result(PATIENCE_S).source_size_px == (3000, 2000)


def test_two_huge_pictures_are_never_decoded_at_once(
    budget: WatchedBudget, pool: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
):
    with gated(monkeypatch, decoding, "_pixels") as gate:
        shown = [pool.submit(work, huge()) for work in (decode, thumbnail, decode)]
        assert budget.has_waiter.wait(PATIENCE_S)
        assert len(gate.arrived) <= 1
    assert {future.result(PATIENCE_S).source_size_px for future in shown} == {(3000, 2000)}


def test_small_pictures_go_on_beside_a_huge_one_and_one_that_waits(budget: WatchedBudget, pool: ThreadPoolExecutor):
    with decoded(huge()):
        second = pool.submit(decode, huge())
        assert budget.has_waiter.wait(PATIENCE_S)
        for small in (png(640, 480), jpeg(640, 480)):
            assert pool.submit(decode, small).result(PATIENCE_S).source_size_px == (640, 480)
        assert not second.done()


def test_a_large_jpeg_that_shrinks_while_it_is_decoded_is_a_small_picture(
    budget: WatchedBudget, pool: ThreadPoolExecutor
):
    with decoded(huge()):
        photo = pool.submit(decode, huge("JPEG"), shorter_side_px=256).result(PATIENCE_S)
    assert photo.pixels.shape[0] < 2000
    assert not budget.has_waiter.is_set()


def test_a_progressive_jpeg_is_as_large_as_it_was_saved(budget: WatchedBudget, pool: ThreadPoolExecutor):
    with decoded(huge()):
        second = pool.submit(decode, huge("JPEG", progressive=True), shorter_side_px=256)
        assert budget.has_waiter.wait(PATIENCE_S)
        assert not second.done()
    assert second.result(PATIENCE_S).source_size_px == (3000, 2000)


def test_twelve_million_pixels_are_decoded_by_sixteen_threads_at_once():
    with ThreadPoolExecutor(16) as threads:
        meeting = threading.Barrier(16, timeout=PATIENCE_S)

        def photo() -> None:
            with decoding.Room() as room:
                room.take((4000, 3000))
                meeting.wait()

        for future in [threads.submit(photo) for _ in range(16)]:
            future.result(PATIENCE_S)


def test_a_picture_larger_than_all_the_room_goes_alone(budget: WatchedBudget, pool: ThreadPoolExecutor):
    larger = huge(size=(4000, 3000))
    with decoded(larger):
        second = pool.submit(decode, larger)
        assert budget.has_waiter.wait(PATIENCE_S)
        assert not second.done()
    assert second.result(PATIENCE_S).source_size_px == (4000, 3000)


@pytest.mark.usefixtures("budget")
def test_what_goes_wrong_gives_its_room_back(pool: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch):
    whole = huge()

    def fails_in_the_block() -> None:
        with decoded(whole):
            raise KeyError

    def out_of_memory(_image: Image.Image) -> None:
        raise MemoryError

    with pytest.raises(KeyError):
        fails_in_the_block()
    with monkeypatch.context() as patch:
        patch.setattr(decoding, "_pixels", out_of_memory)
        with pytest.raises(AppError):
            decode(whole)
    with pytest.raises(AppError):
        decode(whole[:60])
    assert decode(whole[: len(whole) * 7 // 10]).damaged
    assert not pool.submit(decode, whole).result(PATIENCE_S).damaged


def test_a_large_wish_is_not_passed_over_by_smaller_ones_that_come_later(pool: ThreadPoolExecutor):
    budget, order = WatchedBudget(100), []
    taken = budget.take(60)

    def wish(pixels: int) -> None:
        mine = budget.take(pixels)
        order.append(pixels)
        budget.give_back(mine)

    large = pool.submit(wish, 100)
    assert budget.has_waiter.wait(PATIENCE_S)
    small = pool.submit(wish, 40)
    budget.give_back(taken)
    for future in (large, small):
        future.result(PATIENCE_S)
    assert order == [100, 40]


def test_room_that_is_given_back_is_there_again():
    budget = PixelBudget(10)
    for _ in range(100):
        budget.give_back(budget.take(25))
