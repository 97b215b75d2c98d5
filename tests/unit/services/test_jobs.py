"""Work in the background: what it ends with, who is told, and who waits for whom."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from vgg_desktop.core.errors import AppError
from vgg_desktop.services.jobs import Job, Jobs, Lane


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:  # noqa: ARG001 - signals need an application
    jobs = Jobs()
    yield jobs
    assert jobs.shutdown(5)


class Listener(QObject):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    def hear(self, what: object) -> None:
        self.told.append(what)


def fail() -> None:
    raise AppError("The disk is full.", "Free some space.")


def test_the_result_of_a_job_is_told_in_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[threading.Thread, threading.Thread]] = []
    jobs.do(threading.current_thread, lambda worked_in: told.append((worked_in, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(told))
    ((worked_in, told_in),) = told
    assert told_in is threading.main_thread()
    assert worked_in is not told_in


def test_a_job_runs_until_its_end_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    job = jobs.do(partial(go_on.wait, 10))
    assert job.is_running
    go_on.set()
    qtbot.waitUntil(lambda: not job.is_running)
    assert not job.is_cancelled


def test_jobs_of_a_lane_follow_one_another(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[int] = []
    for number in range(20):
        jobs.do(partial(int, number), results.append)
    qtbot.waitUntil(lambda: len(results) == 20)
    assert results == list(range(20))


def test_a_job_waits_for_none_of_another_lane(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    done: list[object] = []
    jobs.do(partial(go_on.wait, 10), done.append, lane=Lane.REMOVALS)
    jobs.do(partial(str, "started"), done.append, lane=Lane.WORKERS)
    qtbot.waitUntil(lambda: done == ["started"])
    go_on.set()
    qtbot.waitUntil(lambda: done == ["started", True])


def test_a_job_that_fails_tells_its_own_sentence_to_whoever_asked(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[AppError] = []
    results: list[None] = []
    with qtbot.assertNotEmitted(jobs.failed):
        job = jobs.do(fail, results.append, errors.append)
        qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "The disk is full. Free some space."
    assert results == []
    assert not job.is_running


def test_a_failure_that_nobody_answers_for_is_told_to_all(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.do(fail)
    assert str(failed.args[0]) == "The disk is full. Free some space."


def test_a_surprise_becomes_a_sentence_and_the_next_job_is_done(
    qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    results: list[int] = []
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.do(partial(int, "seven"))
    jobs.do(partial(int, "7"), results.append)
    qtbot.waitUntil(lambda: results == [7])
    assert failed.args[0].summary == "That could not be done."
    assert "seven" in failed.args[0].detail
    assert "ValueError" in caplog.text


def test_nothing_is_told_to_an_object_that_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    gone, there, go_on = Listener(), Listener(), threading.Event()
    jobs.do(partial(go_on.wait, 10), gone.hear)
    jobs.do(partial(go_on.wait, 10), partial(gone.hear))
    jobs.do(partial(go_on.wait, 10), there.hear)
    delete(gone)
    go_on.set()
    qtbot.waitUntil(lambda: there.told == [True])
    assert gone.told == []


def test_long_work_says_how_far_it_is(qtbot: QtBot, jobs: Jobs) -> None:
    steps: list[int] = []
    results: list[str] = []

    def count(job: Job[int, str]) -> str:
        for number in range(3):
            job.report(number)
        return "three"

    jobs.follow(count, results.append, progressed=steps.append)
    qtbot.waitUntil(lambda: bool(results))
    assert (steps, results) == ([0, 1, 2], ["three"])


def test_of_a_cancelled_job_nothing_more_is_told_and_its_work_ends(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []
    has_begun, go_on, has_ended = threading.Event(), threading.Event(), threading.Event()

    def work(job: Job[int, None]) -> None:
        has_begun.set()
        go_on.wait(10)
        job.report(1)
        if job.is_cancelled:
            has_ended.set()
            fail()

    job = jobs.follow(work, told.append, told.append, progressed=told.append)
    assert has_begun.wait(10)
    job.cancel()
    assert not job.is_running
    go_on.set()
    assert has_ended.wait(10)
    jobs.do(partial(str, "next"), told.append)
    qtbot.waitUntil(lambda: told == ["next"])


def test_a_job_that_is_cancelled_while_it_waits_is_never_done(qtbot: QtBot, jobs: Jobs) -> None:
    go_on, done = threading.Event(), []
    jobs.do(partial(go_on.wait, 10))
    jobs.do(partial(done.append, "worked")).cancel()
    jobs.do(partial(str, "next"), done.append)
    go_on.set()
    qtbot.waitUntil(lambda: "next" in done)
    assert done == ["next"]


def test_at_the_end_what_waits_is_done_and_what_is_long_is_broken_off(qapp: QApplication) -> None:  # noqa: ARG001
    jobs, done, told = Jobs(), [], []
    has_begun = threading.Event()

    def endless(job: Job[int, None]) -> None:
        has_begun.set()
        while not job.is_cancelled:
            threading.Event().wait(0.01)
        done.append("broken off")

    jobs.follow(endless, told.append)
    assert has_begun.wait(10)
    for number in range(5):
        jobs.do(partial(done.append, number), told.append, lane=Lane.FILES)
    assert jobs.shutdown(10)
    assert sorted(map(str, done)) == ["0", "1", "2", "3", "4", "broken off"]
    jobs.do(partial(done.append, "too late"))
    assert told == []
    assert len(done) == 6


def test_a_thread_that_does_not_end_is_said(qapp: QApplication) -> None:  # noqa: ARG001
    jobs, go_on = Jobs(), threading.Event()
    jobs.do(partial(go_on.wait, 10))
    assert not jobs.shutdown(0.01)
    go_on.set()
    assert jobs.shutdown(10)


@pytest.mark.parametrize("lane", Lane)
def test_the_program_waits_for_files_and_for_nothing_else(jobs: Jobs, lane: Lane) -> None:
    threads: list[threading.Thread] = []
    jobs.do(lambda: threads.append(threading.current_thread()), lane=lane)
    jobs.settle(lane)
    assert threads[0].daemon == (lane not in (Lane.FILES, Lane.SETTINGS))
