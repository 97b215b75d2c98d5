"""A run whose pictures were moved asks where they are, and goes on with them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.run_directories import write_run
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.run_notes import RunNotes
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.train.run.run_flow import RunFlow
from vgg_desktop.gui.train.runs.removals import Removals
from vgg_desktop.gui.train.runs.run_actions import RunAction
from vgg_desktop.services import run_starts
from vgg_desktop.services.run_watch import RunFacts


@pytest.mark.parametrize("action", [RunAction.RESUME, RunAction.STOP])
def test_a_run_whose_pictures_were_moved_asks_where_they_are(
    parts: WindowParts, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, action: RunAction
) -> None:
    run = write_run(tmp_path / "run", state="paused", source=tmp_path / "gone")
    (tmp_path / "here").mkdir()
    window = QWidget()
    qtbot.addWidget(window)
    flow = RunFlow(parts.jobs, parts.training, Removals(), window)
    told: list[object] = []
    flow.message_posted.connect(told.append)
    flow.act(action, RunFacts(run.path, run.about(), make({}), run.recorded_state(), RunNotes(title="Flowers"), None))
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    assert "are not at" in told[0].summary
    assert run.recorded_state().state == "paused"
    tried: list[tuple[Path, Path]] = []
    monkeypatch.setattr(run_starts, "start_with_moved", lambda data, _start, path: tried.append((data, path)))
    window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "here"))
    qtbot.waitUntil(lambda: tried == [(tmp_path / "here", run.path)])
