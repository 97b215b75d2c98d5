"""Work by threads: in order, little ahead, and soon over when it is wanted no more."""

import threading
import time

import pytest

from vgg_desktop.training.parallel import mapped_in_order, worker_count
from vgg_desktop.training.progress import CancelledError, IsCancelled, never_cancelled


def test_results_come_in_order_whatever_takes_longest():
    def work(number: int, _is_stopped: IsCancelled) -> int:
        time.sleep(0.002 * (5 - number % 5))
        return number

    assert list(mapped_in_order(work, range(40), workers=4, cancelled=never_cancelled)) == list(range(40))


def test_only_a_few_results_are_made_before_they_are_asked_for():
    begun: list[int] = []
    results = mapped_in_order(
        lambda number, _is_stopped: begun.append(number), range(1000), workers=2, cancelled=never_cancelled
    )
    next(results)
    time.sleep(0.05)
    results.close()
    assert len(begun) <= 6


def test_work_that_takes_long_hears_that_it_is_wanted_no_more():
    wanted_no_more = threading.Event()

    def work(_number: int, is_stopped: IsCancelled) -> None:
        while not is_stopped():
            time.sleep(0.005)
        raise CancelledError

    threading.Timer(0.1, wanted_no_more.set).start()
    # Work that heard nothing would never end.
    with pytest.raises(CancelledError):
        list(mapped_in_order(work, range(100), workers=2, cancelled=wanted_no_more.is_set))


def test_an_error_in_the_work_ends_it_and_reaches_the_caller():
    def work(number: int, _is_stopped: IsCancelled) -> int:
        if number == 3:
            raise ValueError("three")
        return number

    with pytest.raises(ValueError, match="three"):
        list(mapped_in_order(work, range(100), workers=2, cancelled=never_cancelled))


def test_a_timeout_within_the_work_is_not_taken_for_waiting():
    def work(_number: int, _is_stopped: IsCancelled) -> None:
        raise TimeoutError("the network drive is gone")

    with pytest.raises(TimeoutError, match="network drive"):
        list(mapped_in_order(work, range(3), workers=1, cancelled=never_cancelled))


def test_the_wanted_number_of_workers_counts_and_zero_means_one_a_core():
    assert worker_count(3) == 3
    assert worker_count() >= 1
