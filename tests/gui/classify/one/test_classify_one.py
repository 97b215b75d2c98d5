"""One picture: in by every way, shown, named, kept when the next one cannot be read."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.helpers.dropping import bytes_mime, drop, drop_files, files_mime
from tests.helpers.gates import gated
from tests.helpers.models import CLASSES, tiny_bundle
from tests.helpers.pictures import HOSTILE_NAMES, NOT_UTF8_NAME, cut_jpeg, jpeg, png, write_if_allowed, write_photo
from vgg_desktop.core.display import display_name
from vgg_desktop.core.model.prediction import Prediction
from vgg_desktop.gui.classify.one.picture_card import PictureCard
from vgg_desktop.gui.classify.page import ClassifyPage
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.window.main_window import MainWindow
from vgg_desktop.pictures import thumbnails
from vgg_desktop.services.answers import ModelRequest

Wait = Callable[[ClassifyPage], None]


def texts(card: PictureCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]


def name_of(page: ClassifyPage) -> str:
    return texts(page.work.picture)[0]


def result_of(page: ClassifyPage) -> Prediction:
    assert page.work.result.prediction
    return page.work.result.prediction


def test_the_first_thing_shown_invites_to_drop_paste_open_or_try(page: ClassifyPage, qtbot: QtBot):
    words = [label.text() for label in page.empty.findChildren(QLabel)]

    assert page.empty.isVisible()
    assert "Drop pictures or a folder here" in words
    assert "or paste with Ctrl+V" in words
    assert len(page.empty.samples) >= 4
    qtbot.waitUntil(lambda: all(page.thumbnails.pixmap(sample.path) for sample in page.empty.samples), timeout=10_000)


def test_a_sample_is_chosen_with_the_keyboard_alone(ready: ClassifyPage, qtbot: QtBot, until_quiet: Wait):
    sample = ready.empty.samples[1]
    sample.setFocus()
    qtbot.keyClick(sample, Qt.Key.Key_Space)
    until_quiet(ready)

    assert name_of(ready) == sample.path.name
    assert result_of(ready).best.label.name in CLASSES
    assert ready.work.picture.view.hasFocus()


def test_a_dropped_photo_is_shown_and_named(ready: ClassifyPage, window: MainWindow, photo: Path, until_quiet: Wait):
    drop_files(window, photo)
    until_quiet(ready)

    assert texts(ready.work.picture)[:2] == ["photo.png", "120 × 80"]
    assert len(result_of(ready).candidates) == len(CLASSES)
    line = next(
        label.text() for label in ready.work.result.findChildren(QLabel) if "\N{NO-BREAK SPACE}ms" in label.text()
    )
    assert line.endswith("CPU · fp32")


def test_a_photo_is_shown_while_the_engine_still_loads(
    page: ClassifyPage, window: MainWindow, parts: WindowParts, photo: Path, tiny_model: Path, qtbot: QtBot
):
    drop_files(window, photo)
    qtbot.waitUntil(lambda: page.work.picture.view.has_picture)
    words = [label.text() for label in page.work.result.findChildren(QLabel)]
    assert "Getting the engine ready…" in words

    parts.inference.start(ModelRequest(str(tiny_model), "cpu", "fp32"))
    qtbot.waitUntil(lambda: page.work.result.prediction is not None, timeout=60_000)


def test_a_dropped_text_file_keeps_the_previous_picture_and_its_answer(
    ready: ClassifyPage, window: MainWindow, photo: Path, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    drop_files(window, photo)
    until_quiet(ready)
    before = result_of(ready)
    (tmp_path / "cat.jpg").write_text("This is a shopping list.")

    drop_files(window, tmp_path / "cat.jpg")
    qtbot.waitUntil(lambda: window.messages.message is not None)

    assert window.messages.message.summary == "This file is not a readable picture: cat.jpg."
    assert name_of(ready) == "photo.png"
    assert result_of(ready) == before
    assert ready.work.picture.view.has_picture


def test_a_file_that_cannot_be_read_does_not_cost_the_shown_picture_its_answer(
    page: ClassifyPage, window: MainWindow, parts: WindowParts, photo: Path, tiny_model: Path, qtbot: QtBot
):
    drop_files(window, photo)
    qtbot.waitUntil(lambda: page.work.picture.view.has_picture)
    drop_files(window, photo.with_name("gone.png"))
    qtbot.waitUntil(lambda: window.messages.message is not None)

    parts.inference.start(ModelRequest(str(tiny_model), "cpu", "fp32"))

    qtbot.waitUntil(lambda: page.work.result.prediction is not None, timeout=60_000)
    assert name_of(page) == "photo.png"


def test_an_unreadable_first_file_leaves_the_invitation(ready: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot):
    (tmp_path / "cat.jpg").write_text("This is a shopping list.")
    drop_files(window, tmp_path / "cat.jpg")
    qtbot.waitUntil(lambda: window.messages.message is not None)

    assert ready.empty.isVisible()
    assert not ready.is_busy()


def test_the_picture_that_was_dropped_last_wins(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    paths = [write_photo(tmp_path / f"{number}.png", 64, 48, seed=number) for number in range(6)]
    alone = []
    for path in paths[-2:]:
        drop_files(window, path)
        until_quiet(ready)
        alone.append(result_of(ready).candidates)
    assert alone[0] != alone[1]

    for path in paths:
        drop_files(window, path)
    until_quiet(ready)

    assert name_of(ready) == "5.png"
    assert result_of(ready).candidates == alone[1]


def test_a_picture_dragged_out_of_a_browser_is_taken_by_its_bytes(
    ready: ClassifyPage, window: MainWindow, until_quiet: Wait
):
    assert drop(window, bytes_mime(jpeg(90, 60), "image/jpeg"))
    until_quiet(ready)

    assert texts(ready.work.picture)[:2] == ["Pasted picture", "90 × 60"]
    assert result_of(ready)


def paste(page: ClassifyPage, mime: QMimeData, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_bytes_of_a_picture_are_pasted(ready: ClassifyPage, qtbot: QtBot, until_quiet: Wait):
    paste(ready, bytes_mime(png(70, 50)), qtbot)
    until_quiet(ready)

    assert texts(ready.work.picture)[:2] == ["Pasted picture", "70 × 50"]


def test_a_copied_file_is_pasted(ready: ClassifyPage, photo: Path, qtbot: QtBot, until_quiet: Wait):
    paste(ready, files_mime(photo), qtbot)
    until_quiet(ready)

    assert name_of(ready) == "photo.png"


def test_a_screenshot_is_pasted_with_its_own_colours(ready: ClassifyPage, qtbot: QtBot, until_quiet: Wait):
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor("#0a64c8"))
    mime = QMimeData()
    mime.setImageData(image)
    paste(ready, mime, qtbot)
    until_quiet(ready)

    view = ready.work.picture.view
    assert texts(ready.work.picture)[1] == "40 × 30"
    assert view.grab().toImage().pixelColor(view.rect().center()).name() == "#0a64c8"


def test_an_address_on_the_clipboard_is_not_fetched_and_said_to_be_no_picture(
    ready: ClassifyPage, window: MainWindow, qtbot: QtBot
):
    mime = QMimeData()
    mime.setText("https://example.org/cat.png")
    mime.setHtml('<img src="https://example.org/cat.png">')
    paste(ready, mime, qtbot)

    assert window.messages.message.summary == "There is no picture to paste."
    assert ready.empty.isVisible()


def test_a_picture_written_into_a_page_is_taken(ready: ClassifyPage, window: MainWindow, until_quiet: Wait):
    import base64

    mime = QMimeData()
    mime.setHtml(f'<p><img alt="x" src="data:image/png;base64,{base64.b64encode(png(20, 10)).decode()}"></p>')
    assert drop(window, mime)
    until_quiet(ready)

    assert texts(ready.work.picture)[1] == "20 × 10"


def test_a_damaged_picture_is_shown_with_a_word_about_it(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, until_quiet: Wait
):
    path = tmp_path / "half.jpg"
    path.write_bytes(cut_jpeg())
    drop_files(window, path)
    until_quiet(ready)

    assert "Damaged: this is what could be read." in texts(ready.work.picture)
    assert result_of(ready).damaged


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, NOT_UTF8_NAME], ids=range(len(HOSTILE_NAMES) + 1))
def test_a_hostile_name_is_shown_as_plain_text(
    page: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str
):
    path = write_if_allowed(tmp_path, name, png())
    if path is None:
        pytest.skip("The file system refuses this name.")
    drop_files(window, path)
    qtbot.waitUntil(lambda: page.work.picture.view.has_picture)

    label = next(label for label in page.work.picture.findChildren(QLabel) if label.isVisible() and label.text())
    assert label.text() == display_name(path)
    assert label.textFormat() == Qt.TextFormat.PlainText
    page.grab()
    recent = page.actions.recent.menu().actions()
    # A name that is not text cannot stand in the settings file.
    assert [Path(entry.data()) for entry in recent] == ([] if name == NOT_UTF8_NAME else [path])
    assert not any("\n" in entry.text() for entry in recent)


def test_the_arrow_keys_go_to_the_neighbours_in_the_order_of_a_person(
    ready: ClassifyPage, window: MainWindow, album: Path, qtbot: QtBot, until_quiet: Wait
):
    drop_files(window, album / "photo 9.png")
    qtbot.waitUntil(lambda: "11 of 14" in texts(ready.work.picture))

    view = ready.work.picture.view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    until_quiet(ready)
    assert name_of(ready) == "photo 10.png"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    until_quiet(ready)
    assert name_of(ready) == "photo 8.png"
    assert result_of(ready)


def test_at_the_last_neighbour_the_arrow_key_stays(
    ready: ClassifyPage, window: MainWindow, album: Path, qtbot: QtBot, until_quiet: Wait
):
    drop_files(window, album / "photo 12.jpg")
    qtbot.waitUntil(lambda: "14 of 14" in texts(ready.work.picture))
    qtbot.keyClick(ready.work.picture.view, Qt.Key.Key_Right)
    until_quiet(ready)

    assert name_of(ready) == "photo 12.jpg"


def test_an_unreadable_neighbour_says_so_in_its_place_and_does_not_stop_the_way(
    ready: ClassifyPage, window: MainWindow, album: Path, qtbot: QtBot, until_quiet: Wait
):
    drop_files(window, album / "photo 1.png")
    qtbot.waitUntil(lambda: "3 of 14" in texts(ready.work.picture))
    page_texts = lambda: texts(ready.work.picture)  # noqa: E731

    qtbot.keyClick(ready.work.picture.view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "This file is empty: empty.jpg." in page_texts())
    assert ready.work.result.prediction is None
    qtbot.keyClick(ready, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "This file is not a readable picture: broken.png." in page_texts())
    qtbot.keyClick(ready, Qt.Key.Key_Right)
    qtbot.keyClick(ready, Qt.Key.Key_Right)
    until_quiet(ready)
    assert name_of(ready) == "photo 1.png"


def test_after_a_file_that_cannot_be_read_the_neighbours_are_still_those_of_the_shown_picture(
    ready: ClassifyPage, window: MainWindow, album: Path, tmp_path: Path, qtbot: QtBot, until_quiet: Wait
):
    drop_files(window, album / "photo 1.png")
    qtbot.waitUntil(lambda: "3 of 14" in texts(ready.work.picture))
    drop_files(window, tmp_path / "gone.png")
    qtbot.waitUntil(lambda: window.messages.message is not None)
    qtbot.keyClick(ready.work.picture.view, Qt.Key.Key_Right)
    until_quiet(ready)

    assert name_of(ready) == "photo 2.png"


def test_the_result_is_copied_as_text(ready: ClassifyPage, window: MainWindow, photo: Path, qtbot, until_quiet: Wait):
    drop_files(window, photo)
    until_quiet(ready)
    qtbot.keyClick(ready, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "photo.png"
    assert [line.split("\t")[0] for line in lines[1:]] == [each.label.name for each in result_of(ready).candidates]


def test_the_command_that_gives_the_same_answer_is_copied(
    ready: ClassifyPage, window: MainWindow, tmp_path: Path, tiny_model: Path, qtbot: QtBot, until_quiet: Wait
):
    path = write_photo(tmp_path / "it's a $(photo).png")
    drop_files(window, path)
    until_quiet(ready)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(ready, Qt.Key.Key_C, keys)

    words = shlex.split(QGuiApplication.clipboard().text())
    assert words == ["vgg-desktop", "classify", "--top", "5", "--model", str(tiny_model), str(path)]


def test_how_many_labels_are_shown_is_remembered(
    ready: ClassifyPage, window: MainWindow, parts: WindowParts, photo: Path, until_quiet: Wait
):
    drop_files(window, photo)
    until_quiet(ready)
    ready.actions.fewer_labels.trigger()
    ready.actions.fewer_labels.trigger()

    assert ready.work.result.top == 3
    assert parts.settings.value.top == 3


def test_opened_files_and_folders_are_among_the_recent_ones(
    ready: ClassifyPage, window: MainWindow, photo: Path, album: Path, until_quiet: Wait
):
    for path in (photo, album / "photo 3.png", album):
        drop_files(window, path)
        until_quiet(ready)

    entries = ready.actions.recent.menu().actions()
    assert [Path(entry.data()) for entry in entries] == [album, album / "photo 3.png", photo]
    entries[2].trigger()
    until_quiet(ready)
    assert name_of(ready) == "photo.png"


def test_another_model_looks_at_the_picture_again(
    ready: ClassifyPage, window: MainWindow, parts: WindowParts, photo: Path, tmp_path: Path, qtbot: QtBot, until_quiet
):
    drop_files(window, photo)
    until_quiet(ready)
    other = tiny_bundle(tmp_path / "other.safetensors", classes=("left", "right"), seed=3)

    with qtbot.waitSignal(parts.inference.model_changed, timeout=20_000):
        parts.inference.use_model(str(other), "cpu", "fp32")
    until_quiet(ready)

    assert result_of(ready).best.label.name in ("left", "right")
    assert name_of(ready) == "photo.png"


def test_without_a_model_the_card_says_why_and_another_try_helps(
    page: ClassifyPage, window: MainWindow, parts: WindowParts, photo: Path, tmp_path: Path, qtbot: QtBot
):
    weights = tmp_path / "later.safetensors"
    drop_files(window, photo)
    parts.inference.start(ModelRequest(str(weights), "cpu", "fp32"))
    words = lambda: [label.text() for label in page.work.result.findChildren(QLabel)]  # noqa: E731
    qtbot.waitUntil(lambda: "NO MODEL" in words(), timeout=60_000)
    assert page.work.picture.view.has_picture

    tiny_bundle(weights)
    page.work.result.retry_requested.emit()
    qtbot.waitUntil(lambda: page.work.result.prediction is not None, timeout=20_000)


def test_a_large_photo_gets_all_its_pixels_when_it_is_enlarged(
    page: ClassifyPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    view = page.work.picture.view
    with gated(monkeypatch, thumbnails, "preview", holds=lambda _source, longest_side_px: longest_side_px >= 3000):
        drop_files(window, write_photo(tmp_path / "large.jpg", 3000, 200))
        qtbot.waitUntil(lambda: view.has_picture)
        assert view.pixel_width < 3000
        view.show_actual_size()

    qtbot.waitUntil(lambda: view.pixel_width == 3000)
    assert view.scale == pytest.approx(1.0)


def test_the_model_says_how_many_classes_it_knows(ready: ClassifyPage, window: MainWindow, photo: Path, until_quiet):
    drop_files(window, photo)
    until_quiet(ready)

    words = [label.text() for label in ready.work.result.findChildren(QLabel) if label.isVisible()]
    assert any("5 classes" in word or "5 class(es)" in word for word in words)
