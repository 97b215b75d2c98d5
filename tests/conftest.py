"""Every test has a home of its own, and no test needs a screen."""

import os

import pytest
from pytestqt.qtbot import QtBot

from vgg_desktop.cli.processor import let_idle_threads_sleep

let_idle_threads_sleep()

# A wait ends when its state is there; the limit is for tests that hang. pytest-qt's own, 5 s, is soon over on a machine
# that does something else as well.
for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals):
    wait.__kwdefaults__["timeout"] = 60_000

# Read by Qt when the application is made, and inherited by child processes.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Settings, models, runs, caches and logs of this test alone."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("VGG_DESKTOP_HOME", str(folder))
    monkeypatch.setenv("TORCH_HOME", str(folder / "torch"))
    return folder
