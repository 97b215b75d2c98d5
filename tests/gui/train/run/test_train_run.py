"""One run on the page, from hand-written events: every state says what is and offers what makes sense."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import run_events
from tests.helpers.run_directories import StandInWorker, append, evaluation, write_evaluation, write_run, write_state
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.events import Commanded, Event, Preparing, Resumed, Started
from vgg_desktop.core.run.history import History
from vgg_desktop.core.run.run_directory import About, RunDirectory, Snapshot
from vgg_desktop.core.run.run_notes import RunNotes
from vgg_desktop.core.run.run_state import RunState
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.train.run.run_view import RunView
from vgg_desktop.gui.train.runs.run_actions import RunAction
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.run_watch import OpenedRun, RunFacts, RunNews

PATH = Path("/runs/flowers")


@pytest.fixture
def view(parts: WindowParts, qtbot: QtBot) -> RunView:
    view = RunView(parts.theme, Thumbnails(parts.previews), Corrections(parts.jobs))
    qtbot.addWidget(view)
    view.resize(1012, 690)
    view.show()
    return view


def facts(state: str = "running", *, weights: bool = True, log: str = "", **fields: object) -> RunFacts:
    record = RunState(**{"state": state, "epochs": 30, "pid": 0 if state == "starting" else 4711, **fields})
    return RunFacts(
        PATH,
        About(id="a", created=0.0, source="/pictures/flowers"),
        make({"patience": 5, "epochs": 30}, "accurate"),
        record,
        RunNotes(title="Flowers, whole network"),
        Path("/runs/flowers/best.safetensors") if weights else None,
        log=log,
    )


def show(view: RunView, events: list[Event], state: RunFacts, *, is_ours: bool = True, report: bool = False) -> None:
    history = History()
    history.apply(events)
    view.open_run(OpenedRun(state, history, evaluation() if report else None), is_ours=is_ours)


def buttons(view: RunView) -> set[RunAction]:
    return {action for action, button in view.header.buttons.items() if button.isVisible()}


def test_a_running_run_shows_its_numbers(view: RunView) -> None:
    events = run_events.training(13, 30, steps_beyond=11)
    gpu = run_events.started(30, device_memory_bytes=139_000_000_000)
    show(view, [gpu if isinstance(event, Started) else event for event in events], facts(epoch=13))
    side = view.side
    assert view.header.title == "Flowers, whole network"
    assert "2377 + 594 pictures" in view.header.note.replace(",", "")
    assert side.validation.text == "89.4\xa0% best 89.8\xa0% at epoch 11"
    assert side.time.text == "1 min 40 s stops after 5 epochs without gain; 2 so far"
    assert side.rate.text == "3.1e-4"
    assert side.gpu_memory.text == "11.2 of 139 GB"
    assert buttons(view) == {RunAction.TRY, RunAction.PAUSE, RunAction.STOP}
    assert view.notice.isHidden()


def test_memory_is_that_of_the_machine_where_no_gpu_has_its_own(view: RunView) -> None:
    events = run_events.training(3, 30)
    cpu = run_events.started(30, device="AMD EPYC, 2 cores")
    show(view, [cpu if isinstance(event, Started) else event for event in events], facts(epoch=3))
    assert view.side.gpu_memory.isHidden()
    assert not view.side.memory.isHidden()


def test_curves_grow_with_what_arrives(view: RunView, qtbot: QtBot) -> None:
    show(view, run_events.training(1, 30), facts(epoch=1))
    before = view.curves.loss.plot.grab().toImage()
    news = RunNews(facts(epoch=2), tuple(run_events.training(2, 30)[22:]), run_events.step_records(1, 45))
    view.advance(news)
    qtbot.waitUntil(lambda: view.curves.loss.plot.grab().toImage() != before)
    assert len(view.history.curves.loss) == 45
    assert [epoch.epoch for epoch in view.history.epochs] == [1, 2]


def test_only_one_plot_is_drawn_a_tick(view: RunView) -> None:
    show(view, run_events.training(1, 30), facts())
    drawn: list[str] = []
    for card, name in ((view.curves.loss, "loss"), (view.curves.accuracy, "accuracy")):
        original = card.show_scene
        card.show_scene = lambda *a, name=name, original=original: (drawn.append(name), original(*a))  # type: ignore[method-assign]
    for step in range(21, 31):
        view.advance(RunNews(facts(), (run_events.step(step),)))
    assert drawn == []
    view.curves._tick.timeout.emit()
    assert drawn == ["loss"]
    view.curves._tick.timeout.emit()
    assert drawn == ["loss", "accuracy"]


def test_before_the_first_step_the_page_says_that_it_prepares(view: RunView) -> None:
    show(view, [run_events.started(30)], facts(weights=False))
    assert view.header.note.startswith("preparing…")
    assert RunAction.TRY not in buttons(view)


def test_preparation_is_shown_with_how_far_it_is(view: RunView) -> None:
    preparing = Preparing(time=0, work="features", done=500, total=2000)
    show(view, [run_events.started(30), preparing], facts(weights=False))
    assert view.header.note.replace(",", "").startswith("computing features: 500 of 2000")
    assert view.header._bar.value() == 250
    view.advance(RunNews(facts(weights=False), (run_events.step(1),)))
    assert "features" not in view.header.note


def test_a_starting_run_offers_nothing_to_steer(view: RunView) -> None:
    show(view, [], facts("starting", weights=False))
    assert view.header.note == "starting…"
    assert buttons(view) == set()


def test_a_worker_that_prepares_can_be_paused_and_discarded(view: RunView) -> None:
    show(view, [], facts("starting", weights=False, pid=4711))
    assert buttons(view) == {RunAction.PAUSE}
    assert RunAction.DISCARD in view.possible()


def test_a_paused_run_can_be_resumed_tried_and_stopped(view: RunView) -> None:
    show(view, [*run_events.training(6, 30), run_events.ended("paused")], facts("paused", epoch=6))
    assert view.header.note.startswith("paused after epoch 6")
    assert buttons(view) == {RunAction.RESUME, RunAction.CLASSIFY, RunAction.STOP}


def test_a_finished_run_leads_to_classifying(view: RunView) -> None:
    events = [*run_events.training(20, 20), run_events.ended("finished", best_epoch=11, best_top1=0.898)]
    show(view, events, facts("finished", best_top1=0.898), report=True)
    assert buttons(view) == {RunAction.CLASSIFY}
    assert view.header.note.startswith("finished · 89.8 %")
    assert view.side.validation.text == "89.8\xa0% the best, at epoch 11"
    assert view.side.took.text == "40 s"


def test_a_failure_is_said_in_the_workers_sentence_with_the_next_step(view: RunView) -> None:
    ended = run_events.ended("failed", summary="The disk is full.", hint="Free some space.", detail="Errno 28")
    show(view, [*run_events.training(3, 12), ended], facts("failed", epoch=3))
    assert view.notice.text == "The disk is full. Free some space."
    assert buttons(view) == {RunAction.RESUME, RunAction.CLASSIFY}


def test_the_last_attempts_failure_is_said_and_no_earlier_one(view: RunView) -> None:
    earlier = run_events.ended("failed", summary="The disk is full.", hint="Free some space.")
    show(view, [earlier], facts("failed", summary="The worker ended before it began.", hint="No torch."))
    assert view.notice.text == "The worker ended before it began. No torch."


def test_a_state_that_cannot_be_read_is_no_failed_training(view: RunView) -> None:
    gone = AppError("state.json of the run flowers cannot be read: the drive is gone.")
    show(view, [], RunFacts(**{**_fields(facts("failed")), "problem": gone}))
    assert view.notice.text == gone.summary
    assert RunAction.RESUME not in view.possible()


def test_a_worker_that_never_spoke_is_told_from_its_log(view: RunView) -> None:
    show(view, [], facts("failed", weights=False, log="ModuleNotFoundError: No module named 'torch'"))
    assert view.notice.text == "The training failed before it began."
    view.notice._details_button.click()
    assert "torch" in view.notice._details.toPlainText()


def test_a_lost_worker_is_told_with_a_way_on(view: RunView) -> None:
    show(view, run_events.training(5, 12), facts("lost", epoch=5))
    assert view.notice.text.startswith("The training was interrupted")
    assert RunAction.RESUME in buttons(view)


def test_skipped_lines_are_a_notice_and_no_more(view: RunView) -> None:
    state = facts()
    show(view, run_events.training(2, 30), state)
    view.advance(RunNews(RunFacts(**{**_fields(state), "skipped_lines": 2})))
    assert "2 line" in view.notice.text
    assert RunAction.PAUSE in buttons(view)


def test_a_warning_of_the_worker_is_shown(view: RunView) -> None:
    warning = run_events.warned("The GPU's memory did not suffice.", "Steps are split in two.")
    show(view, [*run_events.training(1, 30), warning], facts())
    assert view.notice.text == "The GPU's memory did not suffice. Steps are split in two."


def test_someone_elses_run_is_looked_at_and_not_steered(view: RunView) -> None:
    show(view, run_events.training(5, 30), facts(), is_ours=False)
    assert buttons(view) == {RunAction.TRY}
    assert not view.possible() & {RunAction.PAUSE, RunAction.STOP, RunAction.DISCARD, RunAction.RENAME}
    assert RunAction.DUPLICATE in view.possible()


def test_a_command_on_its_way_is_said_and_not_sent_twice(view: RunView) -> None:
    show(view, run_events.training(5, 30), facts())
    view.wait_for("pausing…")
    assert view.header.note.startswith("pausing…")
    assert RunAction.PAUSE not in buttons(view)
    view.advance(RunNews(facts("paused", epoch=5), (run_events.ended("paused"),)))
    assert view.header.note.startswith("paused after epoch 5")


def test_a_refused_command_gives_the_buttons_back(view: RunView) -> None:
    show(view, run_events.training(5, 30), facts())
    view.wait_for("pausing…")
    view.advance(RunNews(facts(), (Commanded(time=0, command_id="x", command="pause", accepted=False, reason="No."),)))
    assert RunAction.PAUSE in buttons(view)


def test_a_resumed_run_draws_no_step_twice(view: RunView) -> None:
    show(view, run_events.training(5, 30, steps_beyond=9), facts("lost", epoch=5))
    again = (run_events.started(30, attempt=2), Resumed(time=0, attempt=2, epoch=4, step=70), run_events.step(71))
    view.advance(RunNews(facts(epoch=3), again))
    assert view.history.curves.loss.x.tolist() == list(range(1, 72))
    assert view.notice.isHidden()


def test_the_table_is_the_twin_of_the_curves(view: RunView) -> None:
    show(view, run_events.training(12, 30), facts())
    view.curves.show_table(True)
    model = view.curves.table_view.model()
    assert model.rowCount() == 12
    assert model.index(10, 0).data() == "11 ★"
    assert model.index(10, 4).data() == "89.8\xa0%"
    view.advance(RunNews(facts(), (run_events.epoch(13, epochs=30),)))
    view.curves.show_now()
    assert model.rowCount() == 13


def test_the_curves_are_said_in_a_sentence(view: RunView) -> None:
    show(view, run_events.training(13, 30), facts())
    said = view.curves.loss.plot.accessibleDescription()
    assert said.startswith("Training loss went from")
    assert "it was 0.68 in the best epoch, 11" in said
    assert view.curves.accuracy.plot.accessibleDescription().startswith("Validation accuracy is 89.4\xa0%")


def test_both_plots_look_at_the_same_part_of_the_run(view: RunView) -> None:
    show(view, run_events.training(12, 30), facts())
    view.curves.loss.plot.setFocus()
    QTest.keyClick(view.curves.loss.plot, Qt.Key.Key_Plus)
    assert view.curves.accuracy.plot.scene.x_range == view.curves.loss.plot.scene.x_range is not None
    QTest.keyClick(view.curves.loss.plot, Qt.Key.Key_Right)
    assert view.curves.accuracy.plot.crosshair_values()


def test_smoothing_and_scale_are_chosen(view: RunView) -> None:
    show(view, run_events.training(12, 30), facts())
    assert len(view.curves.loss_scene().lines) == 3
    view.curves.choose_smoothing("none")
    view.curves.set_log_scale(True)
    assert len(view.curves.loss_scene().lines) == 2
    assert view.curves.loss_scene().is_log
    assert not view.curves.accuracy_scene().is_log


def test_another_run_begins_with_its_curves(view: RunView) -> None:
    show(view, run_events.training(20, 20), facts("finished"), report=True)
    view.show_tab(3)
    history = History()
    other = RunFacts(**{**_fields(facts("paused")), "path": Path("/runs/other")})
    view.open_run(OpenedRun(other, history, None), is_ours=True)
    assert view.curves.isVisible()


def test_a_class_name_of_any_length_and_script_changes_no_layout(view: RunView) -> None:
    state = facts()
    long = RunFacts(**{**_fields(state), "notes": RunNotes(title="새와 나비 " * 40 + "<b>")})
    show(view, run_events.training(3, 30), long)
    assert view.minimumSizeHint().width() < 900
    view.grab()


def test_a_live_run_is_opened_by_itself_and_followed(page: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    run = write_run(runs_folder / "a", run_events.training(2, 30), state="running", epochs=30)
    with StandInWorker(run):
        qtbot.waitUntil(lambda: page.area.shown_run == run.path, timeout=10_000)
        qtbot.waitUntil(lambda: page.area.pane.facts is not None)
        append(run, run_events.training(3, 30)[-22:])
        qtbot.waitUntil(lambda: len(page.area.pane.history.epochs) == 3)
        assert "a: training" in page.status().text


def test_a_killed_worker_shows_within_two_seconds(page: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    run = write_run(runs_folder / "a", run_events.training(2, 30), state="running")
    with StandInWorker(run) as worker:
        page.area.show_run(run.path)
        qtbot.waitUntil(lambda: page.area.pane.facts is not None, timeout=10_000)
        worker.kill()
        qtbot.waitUntil(lambda: page.area.pane.notice.isVisible(), timeout=2000)
    assert "interrupted" in page.area.pane.notice.text


def test_pause_writes_a_command_that_the_worker_can_read(page: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    run = write_run(runs_folder / "a", run_events.training(2, 30), state="running")
    with StandInWorker(run):
        _open(page, run, qtbot)
        page.area.pane.header.buttons[RunAction.PAUSE].click()
        qtbot.waitUntil(lambda: len(list(run.commands_dir.glob("*.json"))) == 1)
        assert page.area.pane.header.note.startswith("pausing…")


@pytest.mark.parametrize(("state", "action"), [("running", RunAction.TRY), ("paused", RunAction.CLASSIFY)])
def test_classifying_before_the_end_takes_a_copy_that_stays(
    page: TrainPage, runs_folder: Path, tiny_model: Path, qtbot: QtBot, state: str, action: RunAction
) -> None:
    run = write_run(runs_folder / "a", run_events.training(2, 30), state=state)
    snapshot = run.snapshots_dir / "000002.safetensors"
    snapshot.write_bytes(tiny_model.read_bytes())
    pointer = Snapshot(file=snapshot.name, sha256="", epoch=2, top1=0.5)
    run.snapshot_pointer.write_bytes(msgspec.json.encode(pointer))
    with StandInWorker(run):
        _open(page, run, qtbot)
        with qtbot.waitSignal(page.page_requested) as requested:
            page.area.pane.header.buttons[action].click()
    copy = Path(page._parts.inference.request.source)
    snapshot.unlink()
    assert requested.args == ["classify", None]
    assert copy.read_bytes() == tiny_model.read_bytes()


def test_a_run_anywhere_opens_for_reading(page: TrainPage, tmp_path: Path, qtbot: QtBot) -> None:
    run = write_run(tmp_path / "copied" / "leaves", run_events.training(4, 4), state="finished")
    _open(page, run, qtbot)
    assert not page.area.possible() & {RunAction.RENAME, RunAction.DELETE}
    panel = page.area.panel
    assert panel.model.row_of(run.path) == 0
    offered = {entry.data()[1] for entry in panel.menu_for(page.area.pane.facts).actions()}
    assert offered == {"duplicate", "open_folder"}
    panel.action_requested.emit(run.path, "delete")
    assert panel.model.row_of(run.path) == 0
    assert page.area.removals.paths == frozenset()


def test_a_run_elsewhere_that_is_gone_leaves_the_list(
    page: TrainPage, runs_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    ours = write_run(runs_folder / "a", run_events.training(2, 2))
    run = write_run(tmp_path / "copied" / "leaves", run_events.training(4, 4))
    _open(page, run, qtbot)
    _open(page, ours, qtbot)
    run.path.rename(tmp_path / "elsewhere")
    page.area.show_run(run.path)
    qtbot.waitUntil(lambda: page.area.panel.model.row_of(run.path) == -1)
    assert page.area.shown_run is None


def test_a_run_started_elsewhere_leaves_the_form_to_who_has_chosen_pictures(
    page: TrainPage, runs_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page.area.prepare.choose_source(tmp_path)
    run = write_run(runs_folder / "a", run_events.training(2, 30), state="running")
    with StandInWorker(run):
        qtbot.waitUntil(lambda: page.area.panel.model.row_of(run.path) == 0, timeout=10_000)
        assert page.area.shown_run is None


def test_a_paused_run_is_stopped_by_a_worker_that_only_makes_the_result(
    page: TrainPage, runs_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = write_run(runs_folder / "a", run_events.training(2, 30), state="paused", epoch=2, source=runs_folder)
    asked: list[list[str]] = []
    monkeypatch.setattr("vgg_desktop.training.worker.launcher._spawn", lambda _run, arguments: asked.append(arguments))
    _open(page, run, qtbot)
    page.area.pane.header.buttons[RunAction.STOP].click()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0][:3] == ["runs", "stop", "a"]
    assert page.area.pane.header.note.startswith("stopping…")


def test_a_folder_that_is_no_run_is_refused_with_a_sentence(page: TrainPage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.message_posted) as posted:
        page.area.show_run(tmp_path)
    assert posted.args[0].summary
    assert page.area.shown_run is None


def test_a_run_that_ends_while_it_is_looked_at_shows_its_results(
    page: TrainPage, runs_folder: Path, qtbot: QtBot
) -> None:
    run = write_run(runs_folder / "a", run_events.training(2, 2), state="running")
    with StandInWorker(run):
        _open(page, run, qtbot)
        append(run, [run_events.ended("finished", best_epoch=2, best_top1=0.8)])
        write_evaluation(run, evaluation())
        write_state(run, state="finished", best_top1=0.8)
        view = page.area.pane
        qtbot.waitUntil(lambda: view.results.mistakes.model.rowCount() > 0)
    assert view.header.note.startswith("finished")


def _open(page: TrainPage, run: RunDirectory, qtbot: QtBot) -> None:
    page.area.show_run(run.path)
    qtbot.waitUntil(lambda: page.area.pane.facts is not None and page.area.pane.facts.path == run.path)


def _fields(state: RunFacts) -> dict[str, object]:
    return {name: getattr(state, name) for name in RunFacts.__slots__}
