"""Ctrl-C and SIGTERM: the first one asks to pause, and ends the process itself when that would take too long."""

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE_S = 5.0
# The last words need a moment of the five seconds.
_MARGIN_S = 0.3
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


@contextmanager
def pausing_on_signals(
    *, ask: Callable[[], object], expected_s: Callable[[], float], end_now: Callable[[], None]
) -> Iterator[None]:
    """While the block runs, the first signal calls `ask`; within five seconds, or with the second one, `end_now`.

    Where a step and a checkpoint (`expected_s`) do not fit into the five seconds, `end_now` comes at once. It is called
    in a thread of its own, because the thread that trains may be deep inside a step, and must not return.

    Does nothing outside the main thread, where Python takes no signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    receiver, sender = socket.socketpair()
    sender.setblocking(False)
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name) and not _is_left_alone(name)]
    # The interpreter runs handlers only between its own instructions; the byte in the socket arrives during a step too.
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    before_descriptor = signal.set_wakeup_fd(sender.fileno(), warn_on_full_buffer=False)
    watcher = threading.Thread(
        target=_watch, args=(receiver, set(numbers), ask, expected_s, end_now), name="signals", daemon=True
    )
    watcher.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(before_descriptor)
        for number, handler in before.items():
            signal.signal(number, handler)
        sender.close()
        watcher.join()
        receiver.close()


def _is_left_alone(name: str) -> bool:
    """Who starts a run with nohup wants it to go on when the terminal is gone."""
    return name == "SIGHUP" and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def _watch(
    receiver: socket.socket,
    numbers: set[int],
    ask: Callable[[], object],
    expected_s: Callable[[], float],
    end_now: Callable[[], None],
) -> None:
    if not _next_signal(receiver, numbers, None):
        return
    ask()
    patience_s = PATIENCE_S - _MARGIN_S
    fits = expected_s() < patience_s
    if fits and _next_signal(receiver, numbers, patience_s) is False:
        return
    end_now()


def _next_signal(receiver: socket.socket, numbers: set[int], timeout_s: float | None) -> bool | None:
    """True for a signal of ours, False when the block has ended, None when the time is up."""
    receiver.settimeout(timeout_s)
    try:
        while data := receiver.recv(1):
            if data[0] in numbers:
                return True
    except TimeoutError:
        return None
    return False


def ignore_signals() -> None:
    """For a process that ends when its leader does."""
    for name in _NAMES:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def exit_now(status: int) -> None:
    """End the process without another instruction of the thread that trains."""
    os._exit(status)
