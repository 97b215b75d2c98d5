"""After a run: what its model gets wrong, and corrections that make the next one better."""

import hashlib
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import run_events
from tests.helpers.pictures import write_class_folders
from tests.helpers.run_directories import evaluation, write_evaluation, write_run
from vgg_desktop.core.files.picture_moves import Move, read_done
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.run.corrections import EXCLUDE, Correction, read_corrections, write_corrections
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.results.evaluation_view import Part
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.train.results.moving import MovesDialog
from vgg_desktop.gui.train.results.results_view import ResultsView, data_root
from vgg_desktop.services import run_starts
from vgg_desktop.services.jobs import Lane
from vgg_desktop.services.run_starts import StartPlan

NAMES = ("daisy", "dandelion", "roses", "tulips")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_class_folders(tmp_path / "flowers", NAMES, count=12, size_px=32)


@pytest.fixture
def run(runs_folder: Path, data: Path) -> Path:
    run = write_run(runs_folder / "a", run_events.training(5, 5), source=data, best_top1=0.75)
    write_evaluation(run, evaluation(NAMES))
    return run.path


@pytest.fixture
def results(page: TrainPage, run: Path, qtbot: QtBot) -> ResultsView:
    page.area.show_run(run)
    qtbot.waitUntil(lambda: "pane" in vars(page.area) and page.area.pane.facts is not None)
    qtbot.waitUntil(lambda: page.area.pane.corrections.is_loaded)
    view = page.area.pane
    view.show_tab(4)
    return view.results


def test_a_cell_of_the_confusion_matrix_opens_its_pictures(results: ResultsView, page: TrainPage) -> None:
    page.area.pane.show_tab(2)
    results.confusion.matrix.choose(0, 1)
    wall = results.confusion.wall
    assert wall.words == "1 of daisy taken for dandelion"
    assert [wall.model.picture_at(row).path for row in range(wall.model.rowCount())] == ["daisy/0003.png"]
    results.confusion.matrix.choose(2, 2)
    assert wall.words == "9 of roses recognised"
    assert wall.model.rowCount() == 9


def test_the_matrix_fits_where_there_is_room(results: ResultsView, page: TrainPage, qtbot: QtBot) -> None:
    page.area.pane.show_tab(2)
    matrix = results.confusion.matrix
    for size in ((900, 600), (1600, 900), (1280, 800)):
        page.window().resize(*size)
        qtbot.wait(10)
        assert not matrix.horizontalScrollBar().isVisible()
        assert matrix.horizontalHeader().length() <= matrix.viewport().width()


def test_the_matrix_is_walked_with_the_keyboard(results: ResultsView, page: TrainPage) -> None:
    page.area.pane.show_tab(2)
    matrix = results.confusion.matrix
    matrix.choose(0, 0)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert results.confusion.wall.words == "1 of daisy taken for dandelion"


def test_classes_that_need_more_pictures_stand_first(results: ResultsView, page: TrainPage) -> None:
    page.area.pane.show_tab(3)
    model = results.classes.table.model()
    assert model.rowCount() == 4
    assert [model.index(0, column).data() for column in range(1, 5)] == ["75.0\xa0%", "75.0\xa0%", "40", "12"]
    results.classes.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert model.index(0, 0).data() == "tulips"


def test_the_worst_mistakes_come_first_with_their_pictures(results: ResultsView, page: TrainPage, qtbot: QtBot) -> None:
    wall = results.mistakes
    assert wall.words.startswith("12 of 48")
    losses = [wall.model.picture_at(row).loss for row in range(wall.model.rowCount())]
    assert losses == sorted(losses, reverse=True)
    qtbot.waitUntil(lambda: wall.model.index(0).data(Qt.ItemDataRole.DecorationRole) is not None)
    page.grab()


def test_a_corrected_label_is_written_beside_the_run(results: ResultsView, run: Path, qtbot: QtBot) -> None:
    picture = _choose(results, 0)
    bar = results.mistakes.bar
    bar._labels.setCurrentIndex(3)
    bar._labels.activated.emit(3)
    qtbot.waitUntil(lambda: (run / "corrections.csv").exists())
    assert read_corrections(run / "corrections.csv") == [Correction(picture.sha256, "tulips", picture.path)]
    assert results.titles()[3] == "Corrections (1)"


def test_a_picture_is_left_out_and_taken_back(results: ResultsView, run: Path, qtbot: QtBot) -> None:
    picture = _choose(results, 1)
    results.mistakes.bar._exclude.click()
    qtbot.waitUntil(lambda: EXCLUDE in _text(run))
    results.mistakes.bar._back.click()
    qtbot.waitUntil(lambda: picture.sha256 not in _text(run))
    assert results.titles()[3] == "Corrections"


def test_every_correction_can_be_undone_in_turn(results: ResultsView, page: TrainPage, run: Path, qtbot: QtBot) -> None:
    corrections = page.area.pane.corrections
    first, second = (results.mistakes.model.picture_at(row) for row in (0, 1))
    corrections.correct(first.sha256, "tulips", first.path)
    corrections.correct(second.sha256, None, second.path)
    corrections.correct(first.sha256, "roses", first.path)
    results.show_part(Part.CORRECTIONS)
    results.corrections._undo.click()
    assert corrections.of(first.sha256).label == "tulips"
    results.corrections._undo.click()
    results.corrections._undo.click()
    assert corrections.all == ()
    assert not corrections.can_undo
    qtbot.waitUntil(lambda: first.sha256 not in _text(run))


def test_corrections_made_earlier_are_there_again(
    page: TrainPage, run: Path, results: ResultsView, qtbot: QtBot
) -> None:
    picture = results.mistakes.model.picture_at(0)
    page.area.pane.corrections.correct(picture.sha256, "roses", picture.path)
    qtbot.waitUntil(lambda: picture.sha256 in _text(run))
    page.area.new_run()
    page.area.pane.corrections._run = None
    page.area.pane.corrections.show_run(run)
    qtbot.waitUntil(lambda: page.area.pane.corrections.of(picture.sha256) is not None)
    assert page.area.pane.corrections.all == (Correction(picture.sha256, "roses", picture.path),)


def test_training_again_takes_data_recipe_and_corrections(
    page: TrainPage, run: Path, data: Path, results: ResultsView
) -> None:
    picture = results.mistakes.model.picture_at(0)
    page.area.pane.corrections.correct(picture.sha256, "roses", picture.path)
    results.show_part(Part.CORRECTIONS)
    results.corrections._again.click()
    setup = page.area.prepare.setup
    assert (setup.source, setup.corrections) == (data, (run / "corrections.csv",))
    assert page.area.prepare.card.corrections_text == "With the corrections of “a”."
    page.area.prepare.card.corrections_dropped.emit()
    assert page.area.prepare.setup.corrections == ()
    assert page.area.prepare.card.corrections_text == ""
    page.area.prepare.stop_looking()


def test_training_again_and_again_loses_no_corrections(tmp_path: Path, data: Path) -> None:
    runs = tmp_path / "runs"
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    write_corrections(first, [Correction("a" * 64, "roses"), Correction("b" * 64, None)])
    once = RunDirectory(run_starts.create(runs, StartPlan(data, Recipe(), corrections=(first,))))
    first.unlink()
    applied = once.path / once.about().corrections
    write_corrections(second, [Correction("b" * 64, "tulips")])
    again = RunDirectory(run_starts.create(runs, StartPlan(data, Recipe(), corrections=(applied, second))))
    assert read_corrections(again.path / again.about().corrections) == [
        Correction("a" * 64, "roses"),
        Correction("b" * 64, "tulips"),
    ]
    without = RunDirectory(run_starts.create(runs, StartPlan(data, Recipe())))
    assert without.about().corrections == ""
    assert not without.applied_corrections_file.exists()


def test_corrections_that_cannot_be_read_are_told_and_never_overwritten(
    parts: WindowParts, page: TrainPage, run: Path, qtbot: QtBot
) -> None:
    (run / "corrections.csv").write_text("what is this")
    with qtbot.waitSignal(parts.jobs.failed) as posted:
        page.area.show_run(run)
        qtbot.waitUntil(lambda: "pane" in vars(page.area) and page.area.pane.facts is not None)
    assert "corrections.csv" in posted.args[0].summary
    results = page.area.pane.results
    picture = _choose(results, 0)
    assert not results.mistakes.bar._labels.isEnabled()
    assert not results.mistakes.bar._exclude.isEnabled()
    page.area.pane.corrections.correct(picture.sha256, "roses", picture.path)
    assert page.area.pane.corrections.all == ()
    assert _text(run) == "what is this"


def test_corrected_files_are_moved_after_a_look_and_come_back(
    page: TrainPage, data: Path, results: ResultsView, qtbot: QtBot
) -> None:
    file = data / "daisy" / "0003.png"
    content = file.read_bytes()
    page.area.pane.corrections.correct(hashlib.sha256(content).hexdigest(), "tulips", "daisy/0003.png")
    results.show_part(Part.CORRECTIONS)
    results.corrections._move.click()  # what a person clicks
    qtbot.waitUntil(lambda: results.findChild(MovesDialog) is not None)
    dialog = results.findChild(MovesDialog)
    assert dialog.table.item(0, 1).text() == "tulips/0003 (2).png"
    assert file.exists()
    with qtbot.waitSignal(page.message_posted):
        dialog.move_button.click()
    assert (data / "tulips" / "0003 (2).png").read_bytes() == content
    assert not file.exists()
    with qtbot.waitSignal(page.message_posted):
        results.corrections._move_back.click()
    assert file.read_bytes() == content
    assert not results.corrections._move_back.isVisible()


def test_undo_takes_back_the_moves_of_its_own_run_whichever_is_shown(
    page: TrainPage, runs_folder: Path, data: Path, results: ResultsView, qtbot: QtBot
) -> None:
    file = data / "daisy" / "0003.png"
    other = write_run(runs_folder / "b", run_events.training(2, 2), source=runs_folder)
    write_evaluation(other, evaluation(NAMES))
    with qtbot.waitSignal(page.message_posted) as posted:
        results.moving.move([Move("daisy/0003.png", "tulips/moved.png")])
    page.area.show_run(other.path)
    qtbot.waitUntil(lambda: page.area.pane.facts.path == other.path)
    with qtbot.waitSignal(page.message_posted):
        posted.args[0].undo.take_back()
    assert file.exists()
    assert read_done(runs_folder / "a") == ()
    assert not results.moving.can_undo


def test_what_was_moved_back_otherwise_is_not_offered_any_more(
    page: TrainPage, data: Path, results: ResultsView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.message_posted) as posted:
        results.moving.move([Move("daisy/0003.png", "tulips/moved.png")])
    undo = posted.args[0].undo
    assert undo
    with qtbot.waitSignal(undo.ended), qtbot.waitSignal(page.message_posted) as posted:
        results.moving.undo()
    assert posted.args[0].undo is None
    assert (data / "daisy" / "0003.png").exists()


def test_where_nothing_was_moved_there_is_nothing_to_undo(page: TrainPage, results: ResultsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.message_posted) as posted:
        results.moving.move([Move("daisy/nothing.png", "tulips/moved.png")])
    assert posted.args[0].is_problem
    assert posted.args[0].undo is None


@pytest.mark.parametrize("part", [Part.MISTAKES, Part.CORRECTIONS])
def test_the_keyboard_undoes_the_last_correction_in_every_part(
    results: ResultsView, page: TrainPage, part: Part
) -> None:
    corrections = page.area.pane.corrections
    first, second = (results.mistakes.model.picture_at(row) for row in (0, 1))
    corrections.correct(first.sha256, "tulips", first.path)
    corrections.correct(second.sha256, None, second.path)
    page.area.pane.show_tab(2 + part)
    for left in ([first.sha256], [], []):
        QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert [one.sha256 for one in corrections.all] == left


def test_the_last_thing_done_is_undone_first(results: ResultsView, page: TrainPage, data: Path, qtbot: QtBot) -> None:
    corrections, picture = page.area.pane.corrections, results.mistakes.model.picture_at(0)
    with qtbot.waitSignal(page.message_posted):
        results.moving.move([Move("daisy/0003.png", "tulips/moved.png")])
    corrections.correct(picture.sha256, "tulips", picture.path)
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert corrections.all == ()
    assert (data / "tulips" / "moved.png").exists()
    with qtbot.waitSignal(page.message_posted):
        QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (data / "daisy" / "0003.png").exists()


def test_corrections_that_move_nothing_are_told_so(page: TrainPage, results: ResultsView, qtbot: QtBot) -> None:
    page.area.pane.corrections.correct("0" * 64, None, "daisy/0003.png")
    with qtbot.waitSignal(page.message_posted) as posted:
        results._on_move()
    assert posted.args[0].summary.startswith("No file has to be moved")


def test_someone_elses_run_is_not_corrected(page: TrainPage, tmp_path: Path, data: Path, qtbot: QtBot) -> None:
    run = write_run(tmp_path / "copied" / "b", run_events.training(2, 2), source=data)
    write_evaluation(run, evaluation(NAMES))
    page.area.show_run(run.path)
    qtbot.waitUntil(lambda: "pane" in vars(page.area) and page.area.pane.facts is not None)
    results = page.area.pane.results
    _choose(results, 0)
    assert not results.mistakes.bar._labels.isVisible()
    assert not results.mistakes.bar._exclude.isVisible()


@pytest.mark.parametrize("names", [("only",), tuple(f"클래스 {n} " + "길고 " * 30 for n in range(200))])
def test_one_class_and_two_hundred_with_long_names_are_shown(
    page: TrainPage, runs_folder: Path, names: tuple[str, ...], qtbot: QtBot
) -> None:
    run = write_run(runs_folder / "b", run_events.training(2, 2))
    write_evaluation(run, evaluation(names, per_class=4))
    page.area.show_run(run.path)
    qtbot.waitUntil(lambda: "pane" in vars(page.area) and page.area.pane.facts is not None)
    for tab in range(2, 6):
        page.area.pane.show_tab(tab)
        page.grab()
    assert page.area.pane.results.confusion.matrix.model().rowCount() == len(names)


def test_a_model_without_mistakes_is_told_so(page: TrainPage, runs_folder: Path, qtbot: QtBot) -> None:
    run = write_run(runs_folder / "b", run_events.training(2, 2))
    write_evaluation(run, evaluation(("one",)))
    page.area.show_run(run.path)
    qtbot.waitUntil(lambda: "pane" in vars(page.area) and page.area.pane.facts is not None)
    assert page.area.pane.results.mistakes.words == "No mistakes at all."


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_the_window_does_not_wait_for_a_plot_on_its_way_to_a_file(
    parts: WindowParts, page: TrainPage, results: ResultsView, tmp_path: Path, suffix: str, qtbot: QtBot
) -> None:
    assert results.moving
    pane, file, gate = page.area.pane, tmp_path / f"loss.{suffix}", threading.Event()
    parts.jobs.do(gate.wait, lane=Lane.FILES)
    if suffix == "png":
        pane.exporting.write_png(file, pane.curves.loss_scene())
    else:
        pane.exporting.write_svg(file, pane.curves.loss_scene(), "Loss")
    assert not file.exists()
    with qtbot.waitSignal(page.message_posted) as posted:
        gate.set()
    assert file.name in posted.args[0].summary
    assert file.stat().st_size > 1000


def test_pictures_of_a_table_lie_beside_it() -> None:
    assert data_root("/data/list.csv") == Path("/data")
    assert data_root("/data/flowers") == Path("/data/flowers")


def _choose(results: ResultsView, row: int):
    wall = results.mistakes
    wall.gallery.setCurrentIndex(wall.model.index(row))
    return wall.model.picture_at(row)


def _text(run: Path) -> str:
    file = run / "corrections.csv"
    return file.read_text() if file.exists() else ""
