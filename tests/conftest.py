"""Every test has a home of its own, and no test needs a screen."""

import os

import pytest

from vgg_desktop.cli.processor import let_idle_threads_sleep

let_idle_threads_sleep()

# Read by Qt when the application is made, and inherited by child processes.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Settings, models, runs, caches and logs of this test alone."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("VGG_DESKTOP_HOME", str(folder))
    monkeypatch.setenv("TORCH_HOME", str(folder / "torch"))
    return folder
