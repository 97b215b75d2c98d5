"""Which rows are shown in which order."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.results import answered, failed, of_kind
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.gui.classify.many.rows import PictureState, Query, Rows, SortKey, sorting_query, sorting_text, state_of


@pytest.fixture
def rows() -> Rows:
    rows = Rows()
    rows.append(rows.new_paths([Path(name) for name in "abcdef"]))
    rows.take(
        [
            answered("a", "dog", 0.9),
            answered("b", "Cat", 0.2, sure=False),
            failed("c"),
            answered("d", "ant", 0.7, damaged=True),
            answered("e", "cat", 1.0),
        ]
    )
    return rows


def shown(rows: Rows, query: Query) -> str:
    return "".join(rows.paths[place].name for place in rows.arranged(query))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (Query(), "abcdef"),
        (Query(is_descending=True), "fedcba"),
        (Query(SortKey.SCORE), "bdaecf"),
        (Query(SortKey.SCORE, is_descending=True), "eadbcf"),
        (Query(SortKey.LABEL), "dbeacf"),
        (Query(SortKey.LABEL, is_descending=True), "abedcf"),
        (Query(SortKey.STATE), "faebdc"),
    ],
    ids=str,
)
def test_rows_are_sorted_and_those_without_a_value_come_last(rows: Rows, query: Query, names: str):
    assert shown(rows, query) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (Query(label="CAT"), "be"),
        (Query(score_at_least=0.7), "ade"),
        (Query(score_at_most=0.7), "bd"),
        (Query(score_at_least=0.0), "abde"),
        (Query(score_at_least=1.0), "e"),
        (Query(score_at_most=1.0), "abde"),
        (Query(state=PictureState.FAILED), "c"),
        (Query(state=PictureState.WAITING), "f"),
        (Query(state=PictureState.UNSURE), "b"),
        (Query(state=PictureState.DAMAGED), "d"),
        (Query(SortKey.SCORE, is_descending=True, label="cat", score_at_least=0.1), "eb"),
        (Query(label="cat", state=PictureState.FAILED), ""),
    ],
    ids=str,
)
def test_rows_are_filtered_by_label_score_and_state(rows: Rows, query: Query, names: str):
    assert shown(rows, query) == names


def test_a_label_is_sought_under_the_name_that_is_shown():
    rows = Rows({"cat": "고양이"}.__getitem__)
    rows.append(rows.new_paths([Path("a")]))
    rows.take([answered("a")])

    assert shown(rows, Query(label="고양")) == "a"
    assert rows.labels() == ["고양이"]


def of_kinds() -> Rows:
    rows = Rows()
    rows.append(rows.new_paths([Path(name) for name in "abcd"]))
    rows.take(
        [
            PathResult(Path("a"), of_kind("dog", 0.9, "Airedale", ("Airedale", 0.4))),
            PathResult(Path("b"), of_kind("big cat", 0.8, "tiger", ("tiger", 0.8), sure=True)),
            PathResult(Path("c"), of_kind("cat", 0.9, "tabby cat", ("tabby cat", 0.9), sure=True)),
        ]
    )
    return rows


def test_rows_are_sorted_and_sought_by_kind_too():
    rows = of_kinds()

    assert shown(rows, Query(SortKey.KIND)) == "bcad"
    assert shown(rows, Query(SortKey.KIND, is_descending=True)) == "acbd"
    assert shown(rows, Query(label="dog")) == "a"
    assert shown(rows, Query(label="cat")) == "bc"
    assert rows.labels() == ["Airedale", "big cat", "cat", "dog", "tabby cat", "tiger"]


def test_results_without_a_kind_say_that_there_are_none(rows: Rows):
    assert not rows.has_kinds
    kinds = of_kinds()
    assert kinds.has_kinds
    kinds.forget_results()
    assert not kinds.has_kinds


def test_results_are_counted_once_however_often_they_come(rows: Rows):
    rows.take([failed("a"), failed("a"), answered("c")])

    assert (rows.answered_count, rows.failed_count) == (5, 1)
    assert list(rows.waiting()) == [Path("f")]


def test_a_result_of_a_picture_that_is_not_in_the_list_is_passed_over(rows: Rows):
    assert rows.take([answered("z")]) == []
    assert len(rows) == 6


def test_each_picture_is_listed_once(rows: Rows):
    assert list(rows.new_paths([Path("a"), Path("g"), Path("g")])) == [Path("g")]


def test_forgotten_results_make_every_picture_wait_again(rows: Rows):
    rows.forget_results()

    assert shown(rows, Query(state=PictureState.WAITING)) == "abcdef"
    assert (rows.answered_count, rows.failed_count, rows.labels()) == (0, 0, [])


def test_a_picture_that_is_read_in_part_is_damaged_even_where_the_model_is_unsure():
    assert state_of(answered("a", sure=False, damaged=True)) is PictureState.DAMAGED


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 1)) | st.none()),
    st.sampled_from(SortKey),
    st.booleans(),
    st.sampled_from(["", "a"]),
    st.none() | st.floats(0, 1),
)
def test_every_query_gives_each_fitting_row_once(answers, sort, is_descending, label, at_least):
    rows = Rows()
    rows.append([Path(str(number)) for number in range(len(answers))])
    rows.take([answered(str(number), *answer) for number, answer in enumerate(answers) if answer])

    places = rows.arranged(Query(sort, is_descending, label, at_least))

    def fits(answer) -> bool:
        if not label and at_least is None:
            return True
        return answer is not None and label in answer[0] and answer[1] >= (at_least or 0)

    assert sorted(places) == [number for number, answer in enumerate(answers) if fits(answer)]


@pytest.mark.parametrize("text", ["file", "file down", "label", "score down", "state"])
def test_the_sorting_survives_the_settings_file(text: str):
    assert sorting_text(sorting_query(text)) == text


@pytest.mark.parametrize("text", ["", "colour", "down", "score sideways now"])
def test_an_unknown_sorting_in_the_settings_file_is_no_trouble(text: str):
    assert sorting_query(text).is_descending is False
