"""The list of runs: finding, naming, comparing and removing them."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.helpers import run_events
from tests.helpers.run_directories import StandInWorker, write_run, write_state
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.run_notes import RunNotes, read_notes, write_notes
from vgg_desktop.gui.page import Message
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.train.runs.removals import Removals
from vgg_desktop.gui.train.runs.run_actions import RunAction
from vgg_desktop.gui.train.runs.run_model import WORK_ROLE
from vgg_desktop.gui.window.main_window import MainWindow
from vgg_desktop.services import run_starts


@pytest.fixture
def trash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A trash of this test alone: a machine without a desktop has none."""
    folder = tmp_path / "trash"
    folder.mkdir()
    trash = "vgg_desktop.training.worker.launcher.send2trash"
    monkeypatch.setattr(trash, lambda path: Path(path).rename(folder / path.name))
    return folder


@pytest.fixture
def written_runs(runs_folder: Path) -> None:
    fields = {"best_top1": 0.9, "seconds": 38.0, "recipe": make({"train": "last_layer"}, "quick")}
    write_run(runs_folder / "a", run_events.training(5, 5), created=3, **fields)
    fields = {"best_top1": 0.7, "source": "/data/screws", "recipe": make({"start_from": "scratch", "train": "all"})}
    write_run(runs_folder / "b", run_events.training(3, 9), state="paused", epoch=3, created=2, **fields)
    leaves = write_run(runs_folder / "c", created=1, state="failed", summary="The disk is full.")
    write_notes(leaves.path, RunNotes(title="Leaves", text="too dark"))


@pytest.fixture
def three_runs(written_runs: None, page: TrainPage, qtbot: QtBot) -> TrainPage:  # noqa: ARG001 - before the page
    qtbot.waitUntil(lambda: page.area.panel.model.rowCount() == 3)
    return page


def titles(page: TrainPage) -> list[str]:
    model = page.area.panel.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_runs_stand_newest_first_with_their_state(three_runs: TrainPage) -> None:
    model = three_runs.area.panel.model
    said = [model.index(row).data(11) for row in range(3)]  # AccessibleTextRole
    assert titles(three_runs) == ["a", "b", "Leaves"]
    assert said == [
        "a, finished · 90.0\xa0% · 38 s, flowers · last layer",
        "b, paused after epoch 3 · 70.0\xa0%, screws · from scratch",
        "Leaves, failed · The disk is full, flowers · whole network",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("leaves", ["Leaves"]),
        ("dark", ["Leaves"]),
        ("paused", ["b"]),
        ("SCREWS", ["b"]),
        ("scratch", ["b"]),
        ("90.0", ["a"]),
        ("", ["a", "b", "Leaves"]),
    ],
)
def test_a_search_looks_at_name_notes_state_data_recipe_and_accuracy(
    three_runs: TrainPage, text: str, found: list[str]
) -> None:
    three_runs.area.panel.search(text)
    assert titles(three_runs) == found


def test_choosing_a_run_shows_it_and_new_run_leads_back_to_the_form(
    three_runs: TrainPage, runs_folder: Path, qtbot: QtBot
) -> None:
    panel = three_runs.area.panel
    panel.view.setCurrentIndex(panel.model.index(1))
    qtbot.waitUntil(lambda: "pane" in vars(three_runs.area) and three_runs.area.pane.facts is not None)
    assert three_runs.area.pane.facts.path == runs_folder / "b"
    panel.new_button.click()
    assert three_runs.area.prepare.isVisible()


def test_a_run_is_renamed_and_keeps_its_directory(three_runs: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    three_runs.area.panel.action_requested.emit(runs_folder / "a", "rename")
    dialog = three_runs.area.findChild(QInputDialog)
    dialog.setTextValue("Flowers, best so far")
    dialog.accept()
    qtbot.waitUntil(lambda: titles(three_runs)[0] == "Flowers, best so far")
    assert (runs_folder / "a" / "run.json").is_file()


def test_notes_are_kept_beside_the_run(three_runs: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    three_runs.area.panel.action_requested.emit(runs_folder / "c", "notes")
    dialog = three_runs.area.findChild(QInputDialog)
    assert dialog.textValue() == "too dark"
    dialog.setTextValue("too dark\nretake in May")
    dialog.accept()
    qtbot.waitUntil(lambda: read_notes(runs_folder / "c").text == "too dark\nretake in May")
    assert read_notes(runs_folder / "c").title == "Leaves"


def test_what_goes_to_the_trash_can_be_taken_back(
    three_runs: TrainPage, runs_folder: Path, trash: Path, qtbot: QtBot
) -> None:
    messages: list[Message] = []
    three_runs.message_posted.connect(messages.append)
    three_runs.area.panel.action_requested.emit(runs_folder / "b", "delete")
    assert titles(three_runs) == ["a", "Leaves"]
    assert messages[-1].undo
    messages[-1].undo.take_back()
    assert titles(three_runs) == ["a", "b", "Leaves"]
    qtbot.wait(20)
    assert (runs_folder / "b").is_dir()
    assert list(trash.iterdir()) == []


def test_what_is_not_taken_back_is_in_the_trash_when_the_window_closes(
    three_runs: TrainPage, runs_folder: Path, trash: Path, qtbot: QtBot
) -> None:
    three_runs.area.panel.action_requested.emit(runs_folder / "b", "delete")
    three_runs.shut_down()
    qtbot.waitUntil(lambda: (trash / "b").is_dir())
    assert not (runs_folder / "b").exists()


def test_a_removal_is_done_after_its_time(qtbot: QtBot, tmp_path: Path) -> None:
    done: list[str] = []
    removals = Removals(delay_ms=10)
    removals.put(tmp_path, lambda: done.append("gone"))
    assert removals.paths == {tmp_path}
    qtbot.waitUntil(lambda: done == ["gone"])
    assert not removals.take_back(tmp_path)


def test_undo_is_offered_as_long_as_it_works_and_no_longer(
    three_runs: TrainPage, runs_folder: Path, trash: Path, qtbot: QtBot
) -> None:
    window = three_runs.window()
    assert isinstance(window, MainWindow)
    three_runs.area.removals.delay_ms = 300
    three_runs.area.panel.action_requested.emit(runs_folder / "b", "delete")
    message = window.messages.message
    assert message
    assert message.undo
    assert "goes to the trash" in message.summary
    qtbot.waitUntil(lambda: window.messages.message is None)
    qtbot.waitUntil(lambda: (trash / "b").is_dir())
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(three_runs) == ["a", "Leaves"]


def test_the_keyboard_takes_back_one_removal_after_the_other(three_runs: TrainPage, runs_folder: Path) -> None:
    window = three_runs.window()
    assert isinstance(window, MainWindow)
    for name in ("b", "a"):
        three_runs.area.panel.action_requested.emit(runs_folder / name, "delete")
    assert titles(three_runs) == ["Leaves"]
    for expected in (["a", "Leaves"], ["a", "b", "Leaves"], ["a", "b", "Leaves"]):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert titles(three_runs) == expected
        assert window.messages.message is None


def test_a_run_that_is_on_its_way_to_the_trash_stays_out_of_the_list(
    three_runs: TrainPage, runs_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def refuse(path: Path) -> None:
        go_on.wait(10)
        raise AppError(f"{path.name} stays.")

    monkeypatch.setattr(run_starts, "remove", refuse)
    three_runs.area.panel.action_requested.emit(runs_folder / "b", "delete")
    three_runs.area.removals.do_all()
    with qtbot.waitSignal(three_runs.area._services.runs.runs_listed):
        write_notes(runs_folder / "a", RunNotes(title="A"))
    assert titles(three_runs) == ["A", "Leaves"]
    with qtbot.waitSignal(three_runs.message_posted) as posted:
        go_on.set()
    assert posted.args[0].summary == "b stays."
    assert titles(three_runs) == ["A", "b", "Leaves"]


def test_a_living_run_is_asked_to_end_though_the_window_closes(
    page: TrainPage, runs_folder: Path, trash: Path, qtbot: QtBot
) -> None:
    run = write_run(runs_folder / "a", run_events.training(2, 9), state="running")
    with StandInWorker(run):
        qtbot.waitUntil(lambda: page.area.panel.model.rowCount() == 1, timeout=10_000)
        page.area.flow.act(RunAction.DISCARD, page.area.panel.model.all_runs[0])
        page.shut_down()
        qtbot.waitUntil(lambda: len(list(run.commands_dir.iterdir())) == 1)
        assert list(trash.iterdir()) == []
        write_state(run, state="discarded")
    qtbot.waitUntil(lambda: (trash / "a").is_dir())


def test_what_an_earlier_window_discarded_goes_to_the_trash(
    runs_folder: Path, trash: Path, page: TrainPage, qtbot: QtBot
) -> None:
    write_run(runs_folder / "a", state="discarded")
    qtbot.waitUntil(lambda: (trash / "a").is_dir(), timeout=10_000)
    assert titles(page) == []


@pytest.mark.usefixtures("trash")
def test_a_run_that_is_gone_is_left(three_runs: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    three_runs.area.show_run(runs_folder / "a")
    run_starts.remove(runs_folder / "a")
    qtbot.waitUntil(lambda: three_runs.area.shown_run is None)
    assert three_runs.area.prepare.isVisible()


def test_other_runs_are_laid_over_the_curves_and_beside_the_recipe(
    three_runs: TrainPage, runs_folder: Path, qtbot: QtBot
) -> None:
    area = three_runs.area
    area.show_run(runs_folder / "a")
    qtbot.waitUntil(lambda: area.pane.facts is not None)
    menu = QMenu()
    area.pane._fill_overlay_menu(menu)
    assert [action.text() for action in menu.actions()] == ["b", "Leaves"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(area.pane.curves.overlays) == 1)
    assert [line.name for line in area.pane.curves.loss_scene().named] == ["b", "training", "validation"]
    table = area.pane.recipe.model
    assert "train" in table.names
    assert "seed" not in table.names
    shown = {table.index(row, 0).data(): [table.index(row, column).data() for column in (1, 2)] for row in range(99)}
    assert shown["Pictures"] == ["/pictures/flowers", "/data/screws"]
    assert shown["Best accuracy"] == ["90.0\xa0%", "70.0\xa0%"]
    assert shown["Epochs trained"] == ["0", "3"]
    assert "Corrections" not in shown
    assert not area.pane.recipe.words.isVisibleTo(area.pane.recipe)
    table.show_all_fields(True)
    assert "seed" in table.names
    assert "corrections" in table.names
    area.show_form()
    area.show_run(runs_folder / "a")
    qtbot.waitUntil(lambda: area._stack.currentWidget() is area.pane)
    assert [overlay.name for overlay in area.pane.curves.overlays] == ["b"]
    area.pane.comparing.choose(runs_folder / "b", chosen=False)
    assert area.pane.curves.overlays == ()


def test_runs_that_were_to_do_the_same_say_so(page: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    for name, created in (("a", 2), ("b", 1)):
        write_run(runs_folder / name, run_events.training(2, 2), created=created, recipe=make({}, "quick"))
    qtbot.waitUntil(lambda: page.area.panel.model.rowCount() == 2)
    page.area.show_run(runs_folder / "a")
    qtbot.waitUntil(lambda: "pane" in vars(page.area) and page.area.pane.facts is not None)
    page.area.pane.comparing.choose(runs_folder / "b", chosen=True)
    table = page.area.pane.recipe
    qtbot.waitUntil(lambda: table.model.columnCount() == 3)
    assert table.model.names == ["created"]
    assert table.words.text() == "Recipe, pictures and corrections are the same."


def test_two_runs_are_never_called_the_same(three_runs: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    facts = three_runs.area.panel.model.all_runs[0]
    three_runs.area.flow.rename(facts, "Leaves")
    qtbot.waitUntil(lambda: titles(three_runs)[0] == "Leaves (2)")
    assert read_notes(runs_folder / "c").title == "Leaves"
    three_runs.area.flow.rename(three_runs.area.panel.model.all_runs[0], "")
    qtbot.waitUntil(lambda: titles(three_runs)[0] == "a")


def test_the_third_line_says_what_the_title_does_not(page: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    write_run(
        runs_folder / "flowers 2026-11-25 14.03", recipe=make({"train": "last_layer"}, "quick"), source="/data/flowers"
    )
    qtbot.waitUntil(lambda: page.area.panel.model.rowCount() == 1)
    assert page.area.panel.model.index(0).data(WORK_ROLE) == "last layer"


def test_a_run_to_compare_with_that_cannot_be_read_is_told(
    three_runs: TrainPage, runs_folder: Path, qtbot: QtBot
) -> None:
    three_runs.area.show_run(runs_folder / "a")
    qtbot.waitUntil(lambda: "pane" in vars(three_runs.area))
    with qtbot.waitSignal(three_runs.message_posted):
        three_runs.area.pane.comparing.choose(runs_folder / "nothing", chosen=True)
    assert three_runs.area.pane.comparing._wanted == []


def test_actions_that_make_no_sense_cannot_be_chosen(three_runs: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    actions = three_runs._actions
    assert not any(entry.isEnabled() for entry in actions.run.values())
    three_runs.area.show_run(runs_folder / "b")
    qtbot.waitUntil(lambda: actions.run[RunAction.RESUME].isEnabled())
    assert not actions.run[RunAction.PAUSE].isEnabled()


def test_every_action_has_a_shortcut_of_its_own(page: TrainPage) -> None:
    entries = [entry for entries in page.menu_actions().values() for entry in entries if entry]
    shortcuts = [entry.shortcut().toString() for entry in entries]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)


def test_the_page_is_carried_over_into_another_language(three_runs: TrainPage, runs_folder: Path) -> None:
    three_runs.area.prepare.card.form.set_value("epochs", 13)
    three_runs.area.show_run(runs_folder / "a")
    kept = three_runs.keepsake()
    three_runs.area.new_run()
    three_runs.area.prepare.card.form.choose_preset("classic")
    three_runs.restore(kept)
    assert three_runs.area.shown_run == runs_folder / "a"
    assert three_runs.area.prepare.card.form.recipe().epochs == 13


def test_a_menu_of_the_list_is_gone_once_it_is_closed(page: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    write_run(runs_folder / "a")
    panel = page.area.panel
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel._open_menu(panel.view.visualRect(panel.model.index(0)).center())
    (menu,) = panel.findChildren(QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.findChildren(QMenu) == [])
