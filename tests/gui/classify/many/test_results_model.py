"""One list for strip and table."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.helpers.pictures import HOSTILE_NAMES, NOT_UTF8_NAME
from tests.helpers.results import answered, failed, of_kind
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.gui.classify.many.results_model import Column, ResultsModel
from vgg_desktop.gui.classify.many.results_table import ResultsTable
from vgg_desktop.gui.classify.many.rows import PictureState, Query, SortKey
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.widgets.thumbnails import Thumbnails

AIREDALE = of_kind("dog", 0.971, "Airedale", ("Airedale", 0.41), ("otterhound", 0.3))
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def model(parts: WindowParts) -> ResultsModel:
    model = ResultsModel(parts.theme, Thumbnails(parts.previews), None)
    # Qt's own check of the rules for models: after each signal it compares what was announced with what is there.
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def names(model: ResultsModel) -> list[str]:
    return [model.path_at(row).name for row in range(model.rowCount())]


def text(model: ResultsModel, row: int, column: Column) -> str:
    return model.index(row, column).data()


def test_a_row_says_file_label_score_and_state(model: ResultsModel):
    model.append([Path("/p/a.png"), Path("/p/b.png"), Path("/p/c.png")])
    model.take([answered("/p/a.png", "tabby cat", 0.83125), failed("/p/b.png")])

    assert [text(model, 0, column) for column in Column] == [
        "",
        "a.png",
        "tabby cat",
        "83.1\N{NO-BREAK SPACE}%",
        "",
        "done",
    ]
    assert [text(model, 1, column) for column in Column] == ["", "b.png", "", "", "", "failed"]
    assert [text(model, 2, column) for column in Column] == ["", "c.png", "", "", "", "waiting"]


def test_a_kind_has_a_column_with_its_score_as_the_tip(model: ResultsModel):
    model.append([Path("a.png")])
    model.take([PathResult(Path("a.png"), AIREDALE)])

    assert text(model, 0, Column.KIND) == "dog"
    assert "97.1\N{NO-BREAK SPACE}%" in model.index(0, Column.KIND).data(Qt.ItemDataRole.ToolTipRole)


def test_the_column_of_kinds_is_there_only_for_models_that_have_kinds(model: ResultsModel, parts: WindowParts):
    table = ResultsTable(model, Thumbnails(parts.previews), parts.theme)
    assert table.isColumnHidden(Column.KIND)
    model.append([Path("a.png")])
    model.take([answered("a.png")])
    assert table.isColumnHidden(Column.KIND)
    model.take([PathResult(Path("a.png"), AIREDALE)])
    assert not table.isColumnHidden(Column.KIND)
    model.forget_results()
    assert table.isColumnHidden(Column.KIND)


def test_the_reason_of_a_failure_is_the_tip_of_its_state(model: ResultsModel):
    model.append([Path("b.png")])
    model.take([failed("b.png")])

    assert "not a readable picture" in model.index(0, Column.STATE).data(Qt.ItemDataRole.ToolTipRole)


def test_the_current_row_stays_with_its_picture_when_the_list_is_sorted(model: ResultsModel):
    model.append([Path("a"), Path("b"), Path("c")])
    model.take([answered("a", score=0.1), answered("b", score=0.9), answered("c", score=0.5)])
    index = QPersistentModelIndex(model.index(1, 0))

    model.sort(Column.SCORE, Qt.SortOrder.DescendingOrder)

    assert names(model) == ["b", "c", "a"]
    assert index.row() == 0


def test_a_filtered_list_holds_only_what_fits_and_all_of_it_again_afterwards(model: ResultsModel):
    model.append([Path("a"), Path("b"), Path("c")])
    model.take([answered("a", "dog"), failed("b")])

    model.set_query(Query(state=PictureState.FAILED))
    assert names(model) == ["b"]
    assert model.row_of(Path("a")) is None
    assert model.row_of(Path("b")) == 0

    model.set_query(Query())
    assert names(model) == ["a", "b", "c"]


def test_results_that_come_while_the_list_is_sorted_move_their_rows(model: ResultsModel, qtbot: QtBot):
    model.append([Path("a"), Path("b")])
    model.set_query(Query(SortKey.SCORE, is_descending=True))
    model.take([answered("a", score=0.1)])
    model.take([answered("b", score=0.9)])

    qtbot.waitUntil(lambda: names(model) == ["b", "a"])


def test_pictures_that_come_while_the_list_is_filtered_are_listed_too(model: ResultsModel, qtbot: QtBot):
    model.set_query(Query(state=PictureState.WAITING))
    model.append([Path("a")])
    assert names(model) == ["a"]
    model.append([Path("b"), Path("a")])

    qtbot.waitUntil(lambda: names(model) == ["a", "b"])


def test_export_takes_the_shown_rows_in_their_order(model: ResultsModel):
    model.append([Path("a"), Path("b"), Path("c")])
    model.take([answered("a", score=0.1), answered("b", score=0.9)])
    model.set_query(Query(SortKey.SCORE, is_descending=True))

    assert [result.path.name for result in model.shown_results()] == ["b", "a"]


def test_a_cleared_list_is_empty(model: ResultsModel):
    model.append([Path("a")])
    model.clear()

    assert model.rowCount() == 0
    assert model.row_of(Path("a")) is None


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, NOT_UTF8_NAME, "a&b.png"], ids=range(len(HOSTILE_NAMES) + 2))
def test_a_hostile_name_is_one_line_of_plain_text_wherever_the_list_shows_it(model: ResultsModel, name: str):
    model.append([Path("/p") / name])
    model.take([answered(Path("/p") / name, "<i>label</i>\u202e")])

    for column in Column:
        for role in ROLES:
            shown = model.index(0, column).data(role) or ""
            shown.encode("utf-8")
            assert not set(shown) & set("\n\r\t\u202e\u200f")
        # A tip is read as markup: nothing of the name may be.
        assert "<b>" not in model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
        assert "<img" not in model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
