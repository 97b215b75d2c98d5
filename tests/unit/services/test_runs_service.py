"""The runs service: files change, signals come, in the window's thread."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers import run_events
from tests.helpers.run_directories import append, write_run, write_state
from vgg_desktop.services.run_watch import RunWatch, read_overlay
from vgg_desktop.services.runs import RunsService


@pytest.fixture
def runs(qapp: QApplication) -> Iterator[RunsService]:  # noqa: ARG001 - signals need an application
    service = RunsService()
    yield service
    assert service.shutdown(5)


def test_a_watched_run_is_opened_and_then_followed(qtbot: QtBot, runs: RunsService, tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", run_events.training(1))
    with qtbot.waitSignal(runs.run_opened) as opened:
        runs.watch(run.path)
    assert len(opened.args[0].history.epochs) == 1
    with qtbot.waitSignal(runs.run_advanced) as advanced:
        append(run, [run_events.step(21)])
    assert advanced.args[0].events == (run_events.step(21),)


def test_signals_come_in_the_windows_thread(qtbot: QtBot, runs: RunsService, tmp_path: Path) -> None:
    threads = []
    runs.run_opened.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(runs.run_opened):
        runs.watch(write_run(tmp_path / "a").path)
    assert threads == [threading.main_thread()]


def test_news_of_a_run_that_is_no_longer_watched_are_dropped(qtbot: QtBot, runs: RunsService, tmp_path: Path) -> None:
    first, second = (write_run(tmp_path / name, run_events.training(1)) for name in "ab")
    seen = []
    runs.run_opened.connect(lambda opened: seen.append(opened.facts.path.name))
    runs.watch(first.path)
    with qtbot.waitSignal(runs.run_opened):
        runs.watch(second.path)
    assert seen == ["b"]


def test_a_run_that_is_left_and_shown_again_at_once_is_opened_again(
    qtbot: QtBot, runs: RunsService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = write_run(tmp_path / "a", run_events.training(1))
    reading, go_on = threading.Event(), threading.Event()

    def poll(self: RunWatch) -> None:  # noqa: ARG001 - in place of a method
        reading.set()
        go_on.wait(10)

    monkeypatch.setattr(RunWatch, "poll", poll)
    with qtbot.waitSignal(runs.run_opened):
        runs.watch(run.path)
    assert reading.wait(10)
    runs.watch(None)
    runs.watch(run.path)
    with qtbot.waitSignal(runs.run_opened):
        go_on.set()


def test_a_folder_of_runs_is_listed_again_when_something_changes(
    qtbot: QtBot, runs: RunsService, tmp_path: Path
) -> None:
    run = write_run(tmp_path / "a", state="paused")
    with qtbot.waitSignal(runs.runs_listed):
        runs.start(tmp_path)
    with qtbot.waitSignal(runs.runs_listed) as listed:
        runs.hurry(True)
        write_state(run, state="finished")
    assert [facts.state.state for facts in listed.args[0].runs] == ["finished"]


def test_what_is_no_run_is_refused_with_a_sentence(qtbot: QtBot, runs: RunsService, tmp_path: Path) -> None:
    with qtbot.waitSignal(runs.watch_failed) as failed:
        runs.watch(tmp_path / "nothing")
    assert str(failed.args[0].error)


def test_a_run_on_a_drive_that_comes_back_is_opened(qtbot: QtBot, runs: RunsService, tmp_path: Path) -> None:
    with qtbot.waitSignal(runs.watch_failed):
        runs.watch(tmp_path / "a")
    with qtbot.waitSignal(runs.run_opened):
        write_run(tmp_path / "a")


def test_a_run_to_compare_with_is_read_whole(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", run_events.training(3))
    assert len(read_overlay(run.path).history.epochs) == 3
