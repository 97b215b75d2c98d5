"""Ctrl-C and SIGTERM in a real process that is deep inside a step."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
PROGRAM = """
import sys, time
from vgg_desktop.training.worker import signals
signals.PATIENCE_S = {patience}
asked = []
with signals.pausing_on_signals(
    ask=lambda: (asked.append(1), print("asked", flush=True)),
    expected_s=lambda: {expected},
    end_now=lambda: (print("ended now", flush=True), signals.exit_now(3)),
):
    print("ready", flush=True)
    while not (asked and {heeds}):
        sum(range(10_000_000))  # one instruction that takes a while, as a step does
print("ended well", flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def run(*numbers: int, heeds: bool = True, expected: float = 0.1, patience: float = 600.0) -> tuple[int, list[str]]:
    """Exit status and what was said. Whatever does not come at once would outlast the test."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(heeds=heeds, expected=expected, patience=patience)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert process.stdout.readline() == "ready\n"
        said = []
        for number in numbers:
            process.send_signal(number)
            said.append(process.stdout.readline().strip())
        rest = process.stdout.read()
        return process.wait(timeout=100), said + rest.split("\n")[:-1]
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_and_the_work_ends_in_good_order(number):
    assert run(number) == (0, ["asked", "ended well"])


def test_a_second_signal_ends_the_process_at_once():
    status, said = run(signal.SIGTERM, signal.SIGTERM, heeds=False)
    assert (status, said[-1]) == (3, "ended now")


def test_a_step_that_does_not_fit_into_the_patience_is_not_waited_for():
    status, said = run(signal.SIGTERM, heeds=False, expected=3600.0)
    assert (status, said) == (3, ["asked", "ended now"])


def test_work_that_should_have_fitted_but_does_not_end_is_ended_in_time():
    status, said = run(signal.SIGTERM, heeds=False, patience=1.0)
    assert (status, said) == (3, ["asked", "ended now"])
