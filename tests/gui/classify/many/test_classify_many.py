"""Many pictures: listed, classified, sorted, filtered, stopped, exported."""

import csv
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers.dropping import drop_files
from tests.helpers.models import CLASSES, tiny_bundle
from tests.helpers.pictures import HOSTILE_NAMES, NOT_UTF8_NAME, png, write_if_allowed, write_photo
from vgg_desktop.core.export import CSV_HEADER
from vgg_desktop.gui.classify.many.results_model import Column
from vgg_desktop.gui.classify.many.rows import PictureState, Query, SortKey
from vgg_desktop.gui.classify.page import ClassifyPage
from vgg_desktop.gui.look.tokens import NOTE_PX
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.window.main_window import MainWindow
from vgg_desktop.services.answers import ModelRequest
from vgg_desktop.services.backend import NewModel

Wait = Callable[[ClassifyPage], None]


def names(page: ClassifyPage) -> list[str]:
    return [page.model.path_at(row).name for row in range(page.model.rowCount())]


def words(page: ClassifyPage) -> list[str]:
    """What picture and result card say."""
    labels = page.work.picture.findChildren(QLabel) + page.work.result.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def results(page: ClassifyPage) -> dict[str, str | None]:
    """Label by file name; None for a failure."""
    found = [result for result in page.model.rows.results if result]
    return {each.path.name: each.prediction.best.label.name if each.prediction else None for each in found}


@pytest.fixture
def done(ready: ClassifyPage, window: MainWindow, album: Path, until_quiet: Wait) -> ClassifyPage:
    """The page with a classified folder."""
    drop_files(window, album)
    until_quiet(ready)
    return ready


def test_a_dropped_folder_is_listed_in_order_and_classified(done: ClassifyPage):
    expected = ["broken.png", "empty.jpg", *(f"photo {number}.png" for number in range(1, 12)), "photo 12.jpg"]

    assert names(done) == expected
    found = results(done)
    assert len(found) == 14
    assert found["broken.png"] is found["empty.jpg"] is None
    assert set(found.values()) - {None} <= set(CLASSES)
    assert done.status().text.startswith("14 picture")


def test_the_first_picture_of_a_folder_is_shown_and_marked(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    for name in ("b 2.png", "b 10.png"):
        write_photo(tmp_path / "folder" / name)
    drop_files(window, tmp_path / "folder")
    until_quiet(ready)

    assert words(ready)[0] == "b 2.png"
    assert ready.work.strip_bar.strip.currentIndex().column() == 0
    assert "1 of 2" in words(ready)


def test_a_chosen_row_shows_its_picture_and_its_result(done: ClassifyPage, qtbot: QtBot, until_quiet: Wait):
    strip = done.work.strip_bar.strip
    strip.setFocus()
    strip.setCurrentIndex(strip.model().index(0, 4))
    until_quiet(done)

    assert words(done)[0] == "photo 3.png"
    assert done.work.result.prediction == done.model.result_at(4).prediction
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    until_quiet(done)
    assert words(done)[0] == "photo 4.png"
    assert done.work.table.table.currentIndex().row() == 5


def test_more_labels_are_those_of_the_picture_that_is_on_its_way(
    ready: ClassifyPage, window: MainWindow, album: Path, qtbot: QtBot, until_quiet: Wait
):
    ready.work.result.set_top(2)
    drop_files(window, album)
    until_quiet(ready)
    shown, wanted = (ready.model.result_at(row).prediction.best for row in (4, 6))
    assert shown.score != pytest.approx(wanted.score, abs=1e-4)
    strip = ready.work.strip_bar.strip
    strip.setCurrentIndex(strip.model().index(0, 4))
    until_quiet(ready)

    strip.setCurrentIndex(strip.model().index(0, 6))
    ready.actions.more_labels.trigger()
    qtbot.waitUntil(lambda: len(ready.work.result.prediction.candidates) == len(CLASSES))
    until_quiet(ready)
    best = ready.work.result.prediction.best
    assert (best.label, best.score) == (wanted.label, pytest.approx(wanted.score, abs=1e-4))


def test_a_chosen_row_that_cannot_be_read_says_why(done: ClassifyPage, until_quiet: Wait):
    strip = done.work.strip_bar.strip
    strip.setCurrentIndex(strip.model().index(0, 4))
    until_quiet(done)
    strip.setCurrentIndex(strip.model().index(0, 0))
    until_quiet(done)

    assert "This file is not a readable picture: broken.png." in words(done)
    assert done.work.result.prediction is None


def test_a_single_picture_is_answered_while_a_folder_runs_and_the_folder_goes_on(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, photo: Path, qtbot: QtBot, until_quiet: Wait
):
    for number in range(300):
        write_if_allowed(tmp_path, f"{number}.png", png())
    drop_files(window, tmp_path)
    qtbot.waitUntil(lambda: ready.model.rows.answered_count > 0)
    drop_files(window, photo)
    qtbot.waitUntil(lambda: words(ready)[0] == "photo.png" and ready.work.result.prediction is not None)
    assert ready.model.rows.waiting()

    until_quiet(ready)
    assert ready.model.rows.answered_count == len(ready.model.rows) == 301
    assert words(ready)[0] == "photo.png"


def test_a_stopped_folder_keeps_what_is_done_and_goes_on_when_asked(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    for number in range(600):
        write_if_allowed(tmp_path, f"{number}.png", png())
    drop_files(window, tmp_path)
    bar = ready.work.strip_bar
    qtbot.waitUntil(lambda: ready.model.rows.answered_count > 0)
    qtbot.mouseClick(bar.stop_button, Qt.MouseButton.LeftButton)
    until_quiet(ready)
    qtbot.wait(200)
    stopped_at = ready.model.rows.answered_count
    assert 0 < stopped_at < 600
    assert ready.status().text.endswith("stopped")
    assert not bar.stop_button.isVisible()

    qtbot.mouseClick(bar.go_on_button, Qt.MouseButton.LeftButton)
    until_quiet(ready)
    assert ready.model.rows.answered_count == 600
    assert not bar.go_on_button.isVisible()


def test_a_folder_stopped_while_it_is_still_listed_goes_on_when_asked(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    paths = [write_if_allowed(tmp_path, f"{number}.png", png()) for number in range(1100)]
    ready._folders.found.connect(ready.actions.stop.trigger)
    drop_files(window, *paths)
    go_on = ready.work.strip_bar.go_on_button
    qtbot.waitUntil(go_on.isVisible)
    listed = ready.model.rowCount()
    assert 0 < listed < 1100
    assert ready.status().text.endswith("stopped")

    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    until_quiet(ready)
    assert ready.model.rows.answered_count == ready.model.rowCount() == listed


def test_progress_says_how_many_how_fast_and_how_long(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    for number in range(400):
        write_if_allowed(tmp_path, f"{number}.png", png())
    said: list[str] = []
    ready.status_changed.connect(lambda status: said.append(status.text))
    drop_files(window, tmp_path)
    until_quiet(ready)

    assert any("of 400 pictures · " in text and "a second" in text and "left" in text for text in said)


def test_a_second_folder_takes_the_place_of_the_first(
    done: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    write_photo(tmp_path / "second" / "only.png")
    drop_files(window, tmp_path / "second")
    until_quiet(done)

    assert names(done) == ["only.png"]
    assert list(results(done)) == ["only.png"]


def test_a_folder_without_pictures_leaves_everything_as_it_was(
    done: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    before = names(done)
    (tmp_path / "nothing").mkdir()
    drop_files(window, tmp_path / "nothing")
    qtbot.waitUntil(lambda: window.messages.message is not None)

    assert window.messages.message.summary == "There are no pictures in there."
    assert names(done) == before
    assert len(results(done)) == 14


def test_a_file_without_a_pictures_name_is_tried_all_the_same(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    (tmp_path / "scan0001").write_bytes(png(33, 22))
    drop_files(window, tmp_path / "scan0001")
    until_quiet(ready)

    assert words(ready)[:2] == ["scan0001", "33 × 22"]
    assert not ready.work.strip_bar.isVisible()


def test_a_folder_dropped_before_the_engine_is_ready_is_classified_by_it(
    page: ClassifyPage, window: MainWindow, parts: WindowParts, album: Path, tiny_model: Path, qtbot, until_quiet: Wait
):
    drop_files(window, album)
    qtbot.waitUntil(lambda: page.model.rowCount() == 14)
    assert "getting the engine ready" in page.status().text

    parts.inference.start(ModelRequest(str(tiny_model), "cpu", "fp32"))
    qtbot.waitUntil(lambda: page.model.rows.answered_count == 14, timeout=60_000)
    until_quiet(page)


def test_another_model_classifies_the_whole_folder_again(
    done: ClassifyPage, parts: WindowParts, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    other = tiny_bundle(tmp_path / "other.safetensors", classes=("left", "right"), seed=3)
    with qtbot.waitSignal(parts.inference.model_changed, timeout=20_000):
        parts.inference.use_model(str(other), "cpu", "fp32")
    until_quiet(done)

    assert set(results(done).values()) <= {"left", "right", None}
    assert len(results(done)) == 14


def test_a_model_chosen_while_a_folder_runs_leaves_no_result_of_the_former_one(
    ready: ClassifyPage, window: MainWindow, parts: WindowParts, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    other = tiny_bundle(tmp_path / "other.safetensors", classes=("left", "right"), seed=3)
    for number in range(400):
        write_if_allowed(tmp_path, f"{number}.png", png())
    drop_files(window, tmp_path)
    qtbot.waitUntil(lambda: ready.model.rows.answered_count > 0)
    with qtbot.waitSignal(parts.inference.model_changed, timeout=20_000):
        parts.inference.use_model(str(other), "cpu", "fp32")
    until_quiet(ready)

    assert set(results(ready).values()) == {"left", "right"} or len(set(results(ready).values())) == 1
    assert not set(results(ready).values()) & set(CLASSES)
    assert ready.model.rows.answered_count == 400


def test_a_model_that_is_ready_before_the_first_result_does_not_leave_the_folder_standing(
    ready: ClassifyPage, window: MainWindow, parts: WindowParts, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    for number in range(300):
        write_if_allowed(tmp_path, f"{number}.png", png())
    inference = parts.inference
    drop_files(window, tmp_path)
    qtbot.waitUntil(lambda: inference.is_many_running)
    # As the backend ends a folder for a model that is ready, here before its first picture is done.
    inference.stop_many()
    qtbot.waitUntil(lambda: not inference.is_many_running)
    ready.model.forget_results()
    inference._on_reported(NewModel(inference.status))
    until_quiet(ready)

    assert ready.model.rows.answered_count == 300


def test_a_model_that_fails_to_load_does_not_cost_the_folder_its_rest(
    ready: ClassifyPage, window: MainWindow, parts: WindowParts, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    for number in range(400):
        write_if_allowed(tmp_path, f"{number}.png", png())
    (tmp_path / "broken.safetensors").write_bytes(b"no weights")
    drop_files(window, tmp_path)
    qtbot.waitUntil(lambda: ready.model.rows.answered_count > 0)
    with qtbot.waitSignal(parts.inference.model_failed, timeout=20_000):
        parts.inference.use_model(str(tmp_path / "broken.safetensors"), "cpu", "fp32")
    until_quiet(ready)

    assert ready.model.rows.answered_count == 400


def test_failures_are_counted_and_shown_on_a_click(done: ClassifyPage):
    assert done.status().note == "2 could not be read · Show"

    done.note_clicked()

    assert done.work.table.isVisible()
    assert names(done) == ["broken.png", "empty.jpg"]


def test_show_all_takes_the_filter_away(done: ClassifyPage, qtbot: QtBot):
    done.show_failures()
    button = next(button for button in done.work.table.findChildren(QPushButton) if button.text() == "Show all")
    assert button.fontInfo().pixelSize() == NOTE_PX
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert len(names(done)) == 14
    assert not button.isVisible()


def test_the_table_is_filtered_by_what_is_typed(done: ClassifyPage, qtbot: QtBot):
    done.show_table(True)
    label = next(iter(set(results(done).values()) - {None}))
    qtbot.keyClicks(done.work.table.filter.label, label.upper())

    expected = [name for name in names(done) if results(done)[name] == label]
    qtbot.waitUntil(lambda: names(done) == expected)


def test_the_table_is_filtered_by_score(done: ClassifyPage, qtbot: QtBot):
    done.show_table(True)
    scores = {r.path.name: r.prediction.best.score for r in done.model.rows.results if r and r.prediction}
    bound = round(sorted(scores.values())[len(scores) // 2] * 100)
    filters = done.work.table.filter
    filters.bound.setCurrentIndex(1)
    filters.score.setValue(bound)
    qtbot.waitUntil(lambda: names(done) == [name for name in scores if scores[name] >= bound / 100])

    filters.bound.setCurrentIndex(2)
    qtbot.waitUntil(lambda: names(done) == [name for name in scores if scores[name] <= bound / 100])


def test_a_click_on_a_heading_sorts_and_is_remembered(done: ClassifyPage, parts: WindowParts, qtbot: QtBot):
    done.show_table(True)
    header = done.work.table.table.horizontalHeader()
    x = header.sectionViewportPosition(Column.SCORE) + 20
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 5))
    scores = [done.model.result_at(row).prediction.best.score for row in range(12)]

    assert scores == sorted(scores, reverse=done.model.query.is_descending)
    assert done.model.query.sort is SortKey.SCORE
    assert parts.settings.value.table_sort.startswith("score")


def test_a_new_folder_is_sorted_as_the_last_one_but_not_filtered(
    done: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    done.work.table.show_query(Query(SortKey.SCORE, is_descending=True, state=PictureState.FAILED))
    write_photo(tmp_path / "second" / "only.png")
    drop_files(window, tmp_path / "second")
    until_quiet(done)

    assert done.model.query == Query(SortKey.SCORE, is_descending=True)
    assert names(done) == ["only.png"]


def test_the_table_stays_where_it_was_chosen(
    done: ClassifyPage, window: MainWindow, parts: WindowParts, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    qtbot.keyClick(done, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert done.work.table.isVisible()
    assert not done.work.strip_bar.isVisible()
    assert parts.settings.value.shows_table

    write_photo(tmp_path / "second" / "only.png")
    drop_files(window, tmp_path / "second")
    until_quiet(done)
    assert done.work.table.isVisible()
    qtbot.keyClick(done, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert done.work.strip_bar.strip.isVisible()


def test_export_writes_the_shown_rows_as_csv(done: ClassifyPage, tmp_path: Path, until_quiet: Wait):
    done.model.set_query(Query(is_descending=True))
    done.export.write(tmp_path / "out.csv", "csv")
    until_quiet(done)

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == CSV_HEADER
    assert [Path(row["path"]).name for row in rows] == names(done)
    assert rows[-1]["error"].startswith("This file is not a readable picture")
    assert done.status().text.startswith("14 result")


def test_a_table_for_spreadsheets_begins_with_a_mark_and_the_choice_is_remembered(
    done: ClassifyPage, tmp_path: Path, until_quiet: Wait
):
    settings = done._parts.settings
    done.export.write(tmp_path / "out.csv", "csv_marked")
    until_quiet(done)
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,label")
    assert settings.value.marks_csv
    done.actions.export.trigger()
    [dialog] = done.window().findChildren(QFileDialog)
    assert dialog.selectedNameFilter() == "Table for Excel, with a byte-order mark (*.csv)"
    dialog.reject()
    done.export.write(tmp_path / "out.csv", "csv")
    until_quiet(done)
    assert (tmp_path / "out.csv").read_bytes().startswith(b"path,label")
    assert not settings.value.marks_csv


def test_export_writes_json_with_the_names_of_the_shell(done: ClassifyPage, tmp_path: Path, until_quiet: Wait):
    done.export.write(tmp_path / "out.json", "json")
    until_quiet(done)

    records = json.loads((tmp_path / "out.json").read_bytes())
    assert len(records) == 14
    kinds = {"kind", "kind_score", "kind_sure", "none_of_these"}
    assert set(records[0]) == {"path", "label", "score", "top", "sure", "damaged", "notes", "error"} | kinds
    assert len(records[-1]["top"]) == len(CLASSES)


def test_an_export_into_a_folder_that_is_gone_is_told(
    done: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    done.export.write(tmp_path / "gone" / "out.csv", "csv")
    qtbot.waitUntil(lambda: window.messages.message is not None)

    assert "could not be written" in window.messages.message.summary


@pytest.mark.skipif(os.name != "posix", reason="a named pipe as a file that takes long to write")
def test_the_window_closes_at_once_while_results_are_written_and_they_are_written_all_the_same(
    done: ClassifyPage, window: MainWindow, tmp_path: Path
):
    pipe = tmp_path / "slow.csv"
    os.mkfifo(pipe)
    done.export.write(pipe, "csv")
    # Nobody reads from the pipe yet: who waited for the file would wait for ever.
    window.close()
    assert not window.isVisible()
    with pipe.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 14


def test_while_results_are_written_no_other_export_is_offered(done: ClassifyPage, tmp_path: Path, until_quiet: Wait):
    action, button = done.actions.export, done.work.strip_bar.export_button
    done.export.write(tmp_path / "out.csv", "csv")
    assert not action.isEnabled()
    assert not button.isEnabled()
    until_quiet(done)

    assert action.isEnabled()
    assert button.isEnabled()


def test_hostile_names_go_through_list_and_export(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    folder = tmp_path / "hostile"
    folder.mkdir()
    written = [path for name in (*HOSTILE_NAMES, NOT_UTF8_NAME) if (path := write_if_allowed(folder, name, png()))]
    drop_files(window, folder)
    until_quiet(ready)
    ready.show_table(True)
    ready.grab()
    ready.export.write(tmp_path / "out.json", "json")
    until_quiet(ready)

    assert {result.path for result in ready.model.rows.results} == set(written)
    assert {Path(record["path"]) for record in json.loads((tmp_path / "out.json").read_bytes())} == set(written)


def test_ten_thousand_files_are_listed_and_only_the_visible_get_thumbnails(
    page: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    data = png(16, 12)
    paths = [tmp_path / f"{number}.png" for number in range(10_000)]
    for path in paths:
        path.write_bytes(data)
    heard: list[Path] = []
    page.thumbnails.changed.connect(heard.append)
    beats = _Heartbeat()
    drop_files(window, *paths)
    qtbot.waitUntil(lambda: page.model.rowCount() == 10_000, timeout=10_000)
    longest_ms = beats.longest_ms()
    qtbot.waitUntil(lambda: len(set(heard) & set(paths[:5])) == 5, timeout=10_000)
    qtbot.wait(300)

    assert names(page)[:3] == ["0.png", "1.png", "2.png"]
    assert len(set(heard) & set(paths)) < 40
    # The target is 50 ms and the benchmark measures it; here other programs may have the processor.
    assert longest_ms < 500


class _Heartbeat:
    """The longest time in which the event loop did not come round."""

    def __init__(self) -> None:
        self._now = time.perf_counter
        self._last, self._longest = self._now(), 0.0
        self._timer = QTimer(interval=1, timeout=self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = self._now()
        self._longest, self._last = max(self._longest, now - self._last), now

    def longest_ms(self) -> float:
        self._timer.stop()
        return self._longest * 1000


def test_a_page_in_another_language_takes_over_picture_and_list(
    done: ClassifyPage, parts: WindowParts, make_window: Callable[..., MainWindow], until_quiet: Wait
):
    done.work.strip_bar.strip.setCurrentIndex(done.work.strip_bar.strip.model().index(0, 5))
    until_quiet(done)
    successor = ClassifyPage(parts)
    make_window(("classify", "Classify", successor))
    successor.restore(done.keepsake())
    until_quiet(successor)

    assert names(successor) == names(done)
    assert results(successor) == results(done)
    assert words(successor)[0] == "photo 4.png"


def test_a_page_in_another_language_finds_the_rest_of_a_folder_that_is_still_listed(
    ready: ClassifyPage,
    window: MainWindow,
    parts: WindowParts,
    make_window: Callable[..., MainWindow],
    tmp_path: Path,
    qtbot: QtBot,
    until_quiet: Wait,
):
    paths = [write_if_allowed(tmp_path, f"{number}.png", png()) for number in range(1100)]
    kept: list[object] = []

    def leave() -> None:
        kept.append(ready.keepsake())
        ready.shut_down()

    ready._folders.found.connect(leave)
    drop_files(window, *paths)
    qtbot.waitUntil(lambda: bool(kept))
    assert ready.model.rowCount() < 1100
    successor = ClassifyPage(parts)
    make_window(("classify", "Classify", successor))
    successor.restore(kept[0])
    until_quiet(successor)

    assert successor.model.rows.answered_count == 1100
