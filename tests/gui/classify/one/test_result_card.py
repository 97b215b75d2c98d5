"""What the model says, in words and bars."""

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers.results import of_kind, prediction
from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.classify.one.answer_label import AnswerLabel
from vgg_desktop.gui.classify.one.result_card import Answer, ResultCard
from vgg_desktop.gui.classify.one.score_bars import ScoreBars
from vgg_desktop.gui.page import WindowParts

AIREDALE = of_kind("dog", 0.971, "Airedale", ("Airedale", 0.41), ("otterhound", 0.3))
CAT = prediction(("tabby cat", 0.831), ("Egyptian cat", 0.114), ("sock", 0.0004))


@pytest.fixture
def card(parts: WindowParts, qtbot: QtBot) -> ResultCard:
    card = ResultCard(parts.theme, top=5)
    qtbot.addWidget(card)
    card.resize(430, 620)
    card.show()
    qtbot.waitExposed(card)
    return card


def texts(card: ResultCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]


def bars(card: ResultCard) -> list[str]:
    return [row.text for row in card.findChild(ScoreBars).rows]


def test_an_answer_says_what_how_sure_how_fast_and_where(card: ResultCard):
    card.show_answer(Answer(CAT, ("4.1 ms", "NVIDIA H200 · bf16")))

    assert texts(card) == ["THIS LOOKS LIKE", "tabby cat", "quite sure · 4.1 ms · NVIDIA H200 · bf16"]
    assert bars(card)[:3] == [
        "tabby cat, 83.1\N{NO-BREAK SPACE}%",
        "Egyptian cat, 11.4\N{NO-BREAK SPACE}%",
        "sock, 0.0\N{NO-BREAK SPACE}%",
    ]


def test_an_unsure_answer_says_so(card: ResultCard):
    card.show_answer(Answer(prediction(("sock", 0.2), sure=False)))

    assert texts(card) == ["THIS MIGHT BE", "sock", "not sure, take it as a guess"]


def test_a_picture_of_nothing_that_the_model_knows_is_said_to_be_one(card: ResultCard):
    card.show_answer(Answer(msgspec.structs.replace(prediction(("sock", 0.1), sure=False), none_of_these=0.6)))
    assert texts(card) == ["THIS MIGHT BE", "sock", "probably none of what it knows"]


def test_where_only_the_kind_is_sure_the_kind_is_the_answer_and_the_label_the_guess(card: ResultCard):
    card.show_answer(Answer(AIREDALE, ("4 ms",)))

    assert texts(card) == [
        "THIS LOOKS LIKE",
        "a dog, perhaps an Airedale",
        "sure of the kind only · dog 97.1\N{NO-BREAK SPACE}% · 4 ms",
    ]


def test_where_neither_label_nor_kind_is_sure_the_label_is_a_guess(card: ResultCard):
    card.show_answer(Answer(of_kind("dog", 0.3, "Airedale", ("Airedale", 0.2), is_kind_sure=False)))

    assert texts(card) == ["THIS MIGHT BE", "Airedale", "not sure, take it as a guess · dog 30.0\N{NO-BREAK SPACE}%"]


def test_a_sure_label_is_the_answer_and_its_kind_stands_beside_it(card: ResultCard):
    card.show_answer(Answer(of_kind("dog", 0.99, "Airedale", ("Airedale", 0.9), sure=True)))

    assert texts(card) == ["THIS LOOKS LIKE", "Airedale", "quite sure · dog 99.0\N{NO-BREAK SPACE}%"]


def test_a_model_without_a_measure_of_certainty_claims_none(card: ResultCard):
    card.show_answer(Answer(prediction(("sock", 0.2), sure=None), ("4 ms",)))

    assert texts(card) == ["THIS LOOKS LIKE", "sock", "4 ms"]


def test_what_was_made_of_the_picture_is_said_below(card: ResultCard):
    note = "The file does not say which values are black and white: 0 and 720 were taken, as in the training data."
    card.show_answer(Answer(msgspec.structs.replace(CAT, notes=(note,)), ("4 ms",)))

    assert texts(card)[-1] == f"quite sure · 4 ms\n{note}"


def test_nothing_moves_from_waiting_to_the_answer(card: ResultCard):
    card.show_engine_loading()
    before = [(row.y(), row.height()) for row in card.findChild(ScoreBars).rows]
    buttons = [button.pos() for button in card.findChildren(QPushButton) if button.isVisible()]

    card.show_answer(Answer(CAT, ("1,234.5 ms", "AMD EPYC 9654 96-Core Processor, 2 cores · fp32")))

    assert [(row.y(), row.height()) for row in card.findChild(ScoreBars).rows] == before
    assert [button.pos() for button in card.findChildren(QPushButton) if button.isVisible()] == buttons


def test_waiting_is_told_only_when_it_lasts(card: ResultCard, qtbot: QtBot):
    card.show_busy()
    assert "LOOKING…" not in texts(card)
    qtbot.waitUntil(lambda: "LOOKING…" in texts(card))
    assert card.findChild(QProgressBar).isVisible()

    card.show_answer(Answer(CAT))
    assert not card.findChild(QProgressBar).isVisible()


def test_while_the_engine_loads_the_card_says_so(card: ResultCard):
    card.show_engine_loading()

    assert "Getting the engine ready…" in texts(card)
    assert card.prediction is None


@pytest.mark.parametrize("top", [1, 5, 20])
def test_as_many_bars_as_were_chosen_and_no_more(card: ResultCard, top: int):
    card.show_answer(Answer(prediction(*((f"label {number}", 0.05) for number in range(20)))))
    card.set_top(top)

    assert len(bars(card)) == top
    assert all(bars(card))


def test_the_menu_chooses_how_many_labels_are_shown(card: ResultCard, qtbot: QtBot):
    button = next(button for button in card.findChildren(QPushButton) if button.text() == "Top 5")

    with qtbot.waitSignal(card.top_chosen, check_params_cb=lambda top: top == 12):
        button.menu().actions()[11].trigger()

    assert button.text() == "Top 12"
    assert len(bars(card)) == 12


def test_twenty_bars_scroll_and_the_buttons_stay_in_sight(card: ResultCard):
    card.resize(320, 360)
    card.show_answer(Answer(CAT))
    card.set_top(20)

    for button in card.findChildren(QPushButton):
        if button.isVisible():
            assert card.rect().contains(button.geometry())


def test_a_long_label_is_shortened_and_whole_in_the_tip(card: ResultCard):
    name = "<b>an animal</b> with a name of many, many words that no card can hold"
    card.show_answer(Answer(prediction((name, 0.9))))
    answer = card.findChild(AnswerLabel)

    assert answer.text() == name
    assert answer.shown_text() != name
    assert "&lt;b&gt;an animal&lt;/b&gt;" in answer.toolTip()
    assert "&lt;b&gt;" in card.findChild(ScoreBars).rows[0].toolTip()


def test_a_long_phrase_takes_two_lines_and_moves_nothing(card: ResultCard):
    card.show_answer(Answer(AIREDALE))
    answer = card.findChild(AnswerLabel)
    before = answer.geometry()
    gear = of_kind("sports or camping gear", 0.9, "ping-pong ball", ("ping-pong ball", 0.4))
    card.show_answer(Answer(gear))

    assert answer.shown_text() == "sports or camping gear, perhaps a ping-pong ball"
    assert answer.toolTip() == ""
    assert answer.geometry() == before


def test_a_short_label_has_no_tip(card: ResultCard):
    card.show_answer(Answer(CAT))

    assert card.findChild(AnswerLabel).toolTip() == ""


def test_without_a_model_the_card_says_why_and_offers_another_try(card: ResultCard, qtbot: QtBot):
    card.show_no_model(AppError("No model is loaded.", "Choose a model at the top of the window."))
    retry = next(button for button in card.findChildren(QPushButton) if button.text() == "Try again")

    assert "No model is loaded. Choose a model at the top of the window." in texts(card)
    with qtbot.waitSignal(card.retry_requested):
        retry.click()


def test_the_limits_of_the_model_stand_at_the_bottom_where_there_is_room(card: ResultCard):
    card.set_note("The built-in model knows 200 everyday things.")
    assert texts(card)[-1] == "The built-in model knows 200 everyday things."

    card.set_compact(True)
    assert "The built-in model knows 200 everyday things." not in texts(card)
