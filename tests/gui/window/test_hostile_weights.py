"""Weights files made to crash, hang or fill the memory: the window says one sentence and goes on answering."""

import os
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.conftest import MainWindow, WindowParts
from tests.helpers.pictures import png
from tests.unit.engine.weights.test_torch_files import ENDLESS, archive, in_the_old_format
from vgg_desktop.gui.page import Page

ANSWER_MS = 90_000


def test_the_window_survives_each_of_them(
    started_parts: WindowParts, make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    make_window(("classify", "Classify", Page()))
    files = [archive(tmp_path / f"{number}.pth", pickled) for number, pickled in enumerate(ENDLESS.values())]
    for number in (0, 2):
        old = tmp_path / f"old {number}.pth"
        old.write_bytes(in_the_old_format(list(ENDLESS.values())[number]))
        files.append(old)
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe.pth")
        files += [tmp_path / "pipe.pth", Path("/dev/zero")]
    for file in files:
        with qtbot.waitSignal(started_parts.inference.model_failed, timeout=ANSWER_MS) as failed:
            started_parts.inference.use_model(str(file), "cpu", "fp32")
        (error,) = failed.args
        assert error.summary.endswith("."), file
        assert "could not be loaded" not in error.summary, error.detail
    with qtbot.waitSignal(started_parts.inference.prediction_ready, timeout=ANSWER_MS):
        started_parts.inference.classify_picture(png(), top=1)
