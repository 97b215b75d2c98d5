"""A spreadsheet shows our cells and never calculates them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vgg_desktop.core.files.csv_safety import as_written, harmless_cell


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        '=HYPERLINK("http://x","y")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "-rf.png",
        "@SUM(A1:A9)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1+1",
        "＝1+1",
        "-",
        "=",
        "\tplain",
    ],
)
def test_a_formula_gets_an_apostrophe(formula: str) -> None:
    assert harmless_cell(formula) == "'" + formula


@pytest.mark.parametrize("number", ["-1", "+3", "0.5", "-0.25", "-1e-05", "+2.5E+10", "-3,5", "-12 %", "-.5", "-7."])
def test_a_number_stays_a_number(number: str) -> None:
    assert harmless_cell(number) == number


@pytest.mark.parametrize(
    "text", ["", "cat.jpg", "a=b", "golden retriever", "1-2", "한국어", "C:\\photos\\-x", "<b>", " "]
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless_cell(text) == text


def test_a_name_that_is_not_utf8_can_be_written() -> None:
    assert harmless_cell("caf\udce9.png").encode("utf-8") == b"caf\\udce9.png"


@pytest.mark.parametrize("text", ["+y", "'+y", "''+y", "'quoted'", "' =x", "-1", "'-1", "cat"])
def test_what_was_written_is_read_back(text: str) -> None:
    assert as_written(harmless_cell(text)) == text


def test_an_apostrophe_before_a_formula_is_taken_for_ours() -> None:
    assert as_written("'+y") == "+y"


@given(st.text(alphabet=st.characters()))
def test_whatever_the_text_the_cell_is_safe_in_a_file_and_read_back_the_same(text: str) -> None:
    cell = harmless_cell(text)
    assert not cell.startswith(("=", "@", "\t", "\r", "\n"))
    assert as_written(cell) == text.encode("utf-8", "backslashreplace").decode("utf-8")
    file = io.StringIO(newline="")
    csv.writer(file).writerow([cell, "next"])
    assert next(csv.reader(io.StringIO(file.getvalue().encode("utf-8").decode("utf-8"), newline=""))) == [cell, "next"]
