"""Large pictures take turns."""

import threading

from vgg_desktop.pictures.limits import large_in_turn

LARGE, SMALL = (10_000, 10_000), (4000, 3000)


def test_a_large_picture_waits_for_the_one_before_it() -> None:
    entered = threading.Event()

    def second() -> None:
        with large_in_turn(LARGE):
            entered.set()

    with large_in_turn(LARGE):
        thread = threading.Thread(target=second)
        thread.start()
        assert not entered.wait(0.1)
    assert entered.wait(5)
    thread.join()


def test_an_ordinary_photo_never_waits() -> None:
    entered = threading.Event()

    def photo() -> None:
        with large_in_turn(SMALL), large_in_turn(SMALL):
            entered.set()

    with large_in_turn(LARGE):
        thread = threading.Thread(target=photo)
        thread.start()
        assert entered.wait(5)
    thread.join()
