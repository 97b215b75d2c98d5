"""Results written in the background."""

import json
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.results import answered, failed
from vgg_desktop.services.exports import Exported, ExportService


@pytest.fixture
def exports():
    service = ExportService()
    yield service
    assert service.shutdown(5)


def test_results_are_written_and_told(exports: ExportService, tmp_path: Path, qtbot: QtBot):
    with qtbot.waitSignal(exports.exported) as blocker:
        exports.write(tmp_path / "out.json", [answered("a.png"), failed("b.png")], "json")

    assert blocker.args == [Exported(tmp_path / "out.json", 2)]
    assert [record["label"] for record in json.loads((tmp_path / "out.json").read_bytes())] == ["cat", None]
    assert not exports.is_writing


def test_a_file_that_cannot_be_written_is_told_and_the_next_one_works(
    exports: ExportService, tmp_path: Path, qtbot: QtBot
):
    with qtbot.waitSignal(exports.failed) as blocker:
        exports.write(tmp_path / "gone" / "out.csv", [answered("a.png")], "csv")
    assert "out.csv could not be written" in blocker.args[0].summary

    with qtbot.waitSignal(exports.exported):
        exports.write(tmp_path / "out.csv", [answered("a.png")], "csv")


def test_shutting_down_waits_for_the_file(exports: ExportService, tmp_path: Path):
    exports.write(tmp_path / "out.csv", [answered(f"{number}.png") for number in range(3000)], "csv")

    assert exports.shutdown(20)
    assert (tmp_path / "out.csv").read_bytes().count(b"\n") == 3001
    assert "export" not in [thread.name for thread in threading.enumerate()]
