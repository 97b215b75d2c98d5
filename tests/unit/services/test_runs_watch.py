"""Run directories read again and again, without Qt."""

from pathlib import Path

import pytest

from tests.helpers import run_events
from tests.helpers.run_directories import (
    StandInWorker,
    append,
    evaluation,
    write_evaluation,
    write_run,
    write_state,
)
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.run_notes import RunNotes, write_notes
from vgg_desktop.services.run_watch import RunLister, RunWatch


def test_opening_a_run_reads_events_steps_and_evaluation(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", run_events.training(2), records=run_events.step_records(1, 45))
    write_evaluation(run, evaluation())
    opened = RunWatch(run.path).open()
    assert len(opened.history.curves.loss) == 45
    assert len(opened.history.epochs) == 2
    assert opened.evaluation == evaluation()
    assert opened.facts.about
    assert opened.facts.about.source == "/pictures/flowers"


def test_a_poll_brings_only_what_is_new(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", run_events.training(1))
    watch = RunWatch(run.path)
    watch.open()
    assert watch.poll() is None
    append(run, [run_events.step(21)])
    with run.steps_file.open("ab") as file:
        file.write(run_events.step_records(1, 21).tobytes())
    news = watch.poll()
    assert news
    assert news.events == (run_events.step(21),)
    assert news.records is not None
    assert len(news.records) == 21
    assert watch.poll() is None


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError):
        RunWatch(tmp_path).open()


def test_a_damaged_line_is_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", run_events.training(1))
    watch = RunWatch(run.path)
    watch.open()
    with run.events_file.open("ab") as file:
        file.write(b'{"event": "step", "half\n{"event": "newer", "time": 1}\n')
    append(run, [run_events.step(21)])
    news = watch.poll()
    assert news
    assert news.facts.skipped_lines == 2
    assert news.events == (run_events.step(21),)


def test_a_worker_that_dies_is_found_out_at_the_next_poll(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", run_events.training(1), state="running")
    with StandInWorker(run) as worker:
        watch = RunWatch(run.path)
        assert watch.open().facts.state.state == "running"
        worker.kill()
        run.log_file.write_text("Segmentation fault")
        news = watch.poll()
    assert news
    assert news.facts.state.state == "lost"
    assert news.facts.log == "Segmentation fault"


def test_a_replaced_log_asks_for_a_new_watch(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", run_events.training(2))
    watch = RunWatch(run.path)
    watch.open()
    run.events_file.write_bytes(b"")
    append(run, [run_events.started(3)])
    watch.poll()
    assert watch.was_replaced


def test_many_events_come_in_portions_and_in_order(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", [run_events.started()])
    watch = RunWatch(run.path)
    watch.open()
    append(run, map(run_events.step, range(1, 5001)))
    portions = [len(news.events) for _ in range(4) if (news := watch.poll())]
    assert portions == [2000, 2000, 1000]


def test_runs_are_listed_with_title_state_and_recipe(tmp_path: Path) -> None:
    run = write_run(tmp_path / "first", state="paused", epoch=6, created=1)
    write_run(tmp_path / "second", best_top1=0.94, created=2)
    write_notes(run.path, RunNotes(title="Screws and nuts"))
    (tmp_path / "no run").mkdir()
    listed = RunLister(tmp_path).list()
    assert [facts.title for facts in listed] == ["second", "Screws and nuts"]
    assert [facts.state.state for facts in listed] == ["finished", "paused"]
    assert all(facts.recipe for facts in listed)


def test_a_list_sees_new_states_and_new_notes(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", state="paused")
    lister = RunLister(tmp_path)
    before = lister.list()
    assert lister.list() == before
    write_state(run, state="finished")
    write_notes(run.path, RunNotes(text="better light"))
    (facts,) = lister.list()
    assert (facts.state.state, facts.notes.text) == ("finished", "better light")


def test_a_state_that_cannot_be_read_for_a_while_stays_as_it_was(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a", state="paused", epoch=3)
    run.best_file.touch()
    watch = RunWatch(run.path)
    known = watch.open().facts
    run.state_file.write_bytes(b'{"format": 99}')
    news = watch.poll()
    assert news
    assert news.facts.problem
    assert (news.facts.state, news.facts.best_weights) == (known.state, run.best_file)
    write_state(run, state="finished")
    news = watch.poll()
    assert news
    assert news.facts.problem is None
    assert news.facts.state.state == "finished"


def test_a_run_with_a_damaged_recipe_is_listed_with_the_reason(tmp_path: Path) -> None:
    run = write_run(tmp_path / "a")
    run.recipe_file.write_text("epochs = = 3")
    (facts,) = RunLister(tmp_path).list()
    assert facts.problem
    assert facts.recipe is None
    assert facts.about
