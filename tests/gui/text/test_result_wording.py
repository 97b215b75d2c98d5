"""Answers in words, in English and Korean."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.helpers.results import of_kind, prediction
from vgg_desktop.core.model.kinds import kind_names
from vgg_desktop.gui.text.result_wording import answer_text, label_text, result_text
from vgg_desktop.gui.text.translation import Translation

AIREDALE = of_kind("dog", 0.971, "Airedale", ("Airedale", 0.41), ("otterhound", 0.3))


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    translation = Translation(qapp)
    translation.use("ko")
    yield
    translation.use("en")
    QLocale.setDefault(QLocale.system())


def test_only_where_the_kind_alone_is_sure_does_it_stand_before_the_label():
    assert answer_text(AIREDALE) == "a dog, perhaps an Airedale"
    assert answer_text(of_kind("dog", 0.9, "Airedale", ("Airedale", 0.8), sure=True)) == "Airedale"
    assert answer_text(of_kind("dog", 0.3, "Airedale", ("Airedale", 0.2), is_kind_sure=False)) == "Airedale"
    assert answer_text(of_kind("dog", 0.9, "Airedale", ("Airedale", 0.8), sure=None)) == "Airedale"
    assert answer_text(prediction(("Airedale", 0.2), sure=False)) == "Airedale"


def test_a_label_that_is_called_as_its_kind_is_said_once():
    assert answer_text(of_kind("mushroom", 0.9, "mushroom", ("mushroom", 0.4))) == "a mushroom"


def test_the_guess_is_the_best_label_of_the_kind_not_the_best_of_all():
    found = of_kind("dog", 0.6, "Airedale", ("teddy bear", 0.38), ("Airedale", 0.35))
    assert answer_text(found) == "a dog, perhaps an Airedale"


def test_a_name_is_one_line_of_plain_text_also_in_a_phrase():
    assert "\n" not in answer_text(of_kind("dog", 0.9, "a\nb", ("a\nb", 0.4)))


@pytest.mark.usefixtures("korean")
def test_korean_has_no_articles():
    assert answer_text(AIREDALE) == "개, 아마도 에어데일테리어"


@pytest.mark.usefixtures("korean")
def test_every_kind_has_a_korean_name_of_its_own():
    names = [label_text(kind) for kind in kind_names()]
    assert len(set(names)) == len(names)
    assert not set(names) & set(kind_names())


def test_what_is_copied_ends_with_what_is_sure():
    assert result_text("a.png", AIREDALE, 1).splitlines()[-1] == "a dog, perhaps an Airedale"
    assert len(result_text("a.png", prediction(("cat", 0.9)), 1).splitlines()) == 2
