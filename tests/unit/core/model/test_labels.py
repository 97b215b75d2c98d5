"""Labels are found by any of their names, and read from lists."""

from pathlib import Path

import pytest

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label, LabelIndex, comparable, read_labels_tsv

LABELS = (
    Label("n01", "golden retriever", ("goldie",)),
    Label("n02", "crane", ("heron",)),
    Label("n03", "crane", ("hoist", "golden retriever")),
    Label("GOLDIE", "a class whose id is another's alias"),
)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("n01", 0),
        ("golden retriever", 0),
        ("Golden_Retriever", 0),
        ("  GOLDEN   retriever ", 0),
        ("goldie", 0),
        ("GOLDIE", 3),
        ("crane", 1),
        ("hoist", 2),
        ("Ｎ０１", 0),
        ("", None),
        ("wolf", None),
    ],
)
def test_a_label_is_found_by_id_name_or_alias_the_clearest_first(text: str, position: int | None):
    assert LabelIndex(LABELS).find(text) == position


def test_nothing_is_found_among_no_labels():
    assert LabelIndex(()).find("cat") is None


def test_case_spacing_and_width_do_not_make_another_text():
    assert comparable("Straße_ 1") == comparable("STRASSE 1")


def read(tmp_path: Path, content: str | bytes) -> list[Label]:
    file = tmp_path / "labels.tsv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_labels_tsv(file)


def test_a_list_gives_id_name_and_synonyms(tmp_path: Path):
    assert read(tmp_path, "wnid\tname\tsynonyms\nn01\tgoldfish\tgoldfish, Carassius auratus\nn02\t\t\nn03\n") == [
        Label("n01", "goldfish", ("Carassius auratus",)),
        Label("n02", "n02"),
        Label("n03", "n03"),
    ]


def test_the_heading_may_be_missing_and_the_file_may_come_from_windows(tmp_path: Path):
    assert read(tmp_path, b"\xef\xbb\xbfn01\tgoldfish\r\n\r\nn02\tcat\r\n") == [
        Label("n01", "goldfish"),
        Label("n02", "cat"),
    ]


def test_quotation_marks_in_names_are_kept(tmp_path: Path):
    assert read(tmp_path, 'n01\tpilot\'s "wings"\n')[0].name == 'pilot\'s "wings"'


def test_a_name_that_begins_with_a_quotation_mark_does_not_swallow_the_next_rows(tmp_path: Path):
    assert [label.name for label in read(tmp_path, 'n01\t"wings\nn02\tcat\n')] == ["wings", "cat"]


def test_cells_that_a_spreadsheet_quoted_are_read(tmp_path: Path):
    assert read(tmp_path, 'n01\tcat\t"tabby, tiger cat"\n')[0].aliases == ("tabby", "tiger cat")


@pytest.mark.parametrize("content", ["", "\n\n", "id\tname\n", "n01\ta\nn01\tb\n", "\tname without id\n"])
def test_a_list_without_rows_or_with_bad_ids_is_refused(tmp_path: Path, content: str):
    with pytest.raises(AppError, match=r"labels\.tsv needs one row a class"):
        read(tmp_path, content)


def test_a_list_in_another_encoding_is_refused(tmp_path: Path):
    with pytest.raises(AppError, match="is not UTF-8 text"):
        read(tmp_path, b"n01\tcaf\xe9\n")


def test_a_list_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(AppError, match=r"labels\.tsv cannot be read: No such file"):
        read_labels_tsv(tmp_path / "labels.tsv")
