import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.page import Message, Undo, WindowParts
from vgg_desktop.gui.window.message_bar import MessageBar

ERROR = AppError("This file is not a readable picture: cat.txt.", "Use JPEG or PNG.", "line 1\nline 2")


@pytest.fixture
def bar(parts: WindowParts, qtbot: QtBot) -> MessageBar:
    bar = MessageBar(parts.theme)
    qtbot.addWidget(bar)
    return bar


def texts(bar: MessageBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisibleTo(bar) and label.text()]


def button(bar: MessageBar, text: str) -> QPushButton:
    (found,) = [button for button in bar.findChildren(QPushButton) if text in (button.text(), button.accessibleName())]
    return found


def test_without_a_message_the_bar_takes_no_room(bar: MessageBar) -> None:
    assert bar.isHidden()


def test_an_error_is_shown_in_whole_sentences(bar: MessageBar) -> None:
    bar.post(ERROR)
    assert not bar.isHidden()
    assert texts(bar) == [ERROR.summary, ERROR.hint]


def test_details_are_one_click_away(bar: MessageBar, qtbot: QtBot) -> None:
    bar.post(ERROR)
    details = bar.findChild(QPlainTextEdit)
    assert not details.isVisibleTo(bar)
    qtbot.mouseClick(button(bar, "Details"), Qt.MouseButton.LeftButton)
    assert details.isVisibleTo(bar)
    assert details.toPlainText() == "line 1\nline 2"


def test_copy_puts_everything_on_the_clipboard(bar: MessageBar, qtbot: QtBot) -> None:
    bar.post(ERROR)
    qtbot.mouseClick(button(bar, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"{ERROR.summary}\n{ERROR.hint}\n{ERROR.detail}"


def test_problems_wait_for_each_other_and_are_counted(bar: MessageBar, qtbot: QtBot) -> None:
    for number in range(3):
        bar.post(AppError(f"Problem {number}."))
    assert texts(bar)[0] == "Problem 0."
    assert bar.waiting_count == 2
    qtbot.mouseClick(button(bar, "Dismiss the message"), Qt.MouseButton.LeftButton)
    assert texts(bar)[0] == "Problem 1."
    bar.dismiss()
    bar.dismiss()
    assert bar.isHidden()


def test_the_same_problem_is_shown_once(bar: MessageBar) -> None:
    bar.post(ERROR)
    bar.post(ERROR)
    assert bar.waiting_count == 0


def test_a_flood_of_problems_stays_bounded(bar: MessageBar) -> None:
    for number in range(1000):
        bar.post(AppError(f"Problem {number}."))
    assert bar.waiting_count <= 20


def test_news_gives_way_to_a_problem_but_not_the_other_way_round(bar: MessageBar) -> None:
    bar.post(Message("Copied.", is_problem=False))
    bar.post(ERROR)
    assert texts(bar)[0] == ERROR.summary
    bar.post(Message("Copied.", is_problem=False))
    assert texts(bar)[0] == ERROR.summary


def test_an_action_runs_and_the_message_goes(bar: MessageBar, qtbot: QtBot) -> None:
    done = []
    bar.post(Message("The model could not be loaded.", action_text="Try again", action=lambda: done.append(1)))
    qtbot.mouseClick(button(bar, "Try again"), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert bar.isHidden()


def test_markup_from_outside_is_shown_as_it_is(bar: MessageBar) -> None:
    bar.post(AppError("This file is not a readable picture: <b>bold</b>.png."))
    (label,) = [label for label in bar.findChildren(QLabel) if "<b>" in label.text()]
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_screen_reader_gets_the_whole_message(bar: MessageBar) -> None:
    bar.post(ERROR)
    assert ERROR.summary in bar.accessibleName()
    assert ERROR.hint in bar.accessibleName()


def test_a_message_ends_with_what_it_offers(bar: MessageBar) -> None:
    taken_back: list[str] = []
    shown, waiting = (Undo(lambda name=name: taken_back.append(name), bar) for name in ("shown", "waiting"))
    bar.post(Message("One goes.", undo=waiting))
    bar.post(Message("Another goes.", undo=shown))
    assert texts(bar)[0] == "Another goes."
    waiting.end()
    assert bar.waiting_count == 0
    shown.end()
    assert bar.isHidden()
    shown.take_back()
    assert taken_back == []
    bar.post(Message("Too late.", undo=shown))
    assert bar.isHidden()


def test_what_can_be_undone_for_a_while_goes_before_a_problem_that_waits(bar: MessageBar, qtbot: QtBot) -> None:
    taken_back: list[int] = []
    bar.post(ERROR)
    bar.post(Message("It goes.", is_problem=False, undo=Undo(lambda: taken_back.append(1), bar)))
    assert texts(bar)[0] == "It goes."
    qtbot.mouseClick(button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert taken_back == [1]
    assert texts(bar)[0] == ERROR.summary
