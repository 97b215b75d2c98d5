"""What results look like in a JSON or CSV file."""

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.results import of_kind
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.export import (
    CSV_HEADER,
    csv_lines,
    csv_rows,
    json_line,
    json_lines,
    result_record,
    write_results,
)
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.prediction import Candidate, PathResult, Prediction

CAT = Label("n02123045", "tabby cat", ("tabby",))
DOG = Label("n02099601", "golden retriever")
SEEN = Prediction((Candidate(CAT, 0.83125), Candidate(DOG, 0.1)), sure=True)


def answered(name: str = "cat.jpg", prediction: Prediction = SEEN) -> PathResult:
    return PathResult(Path(name), prediction, None)


def failed(name: str = "notes.jpg") -> PathResult:
    return PathResult(Path(name), None, AppError("This file is not a readable picture: notes.jpg.", "Use JPEG."))


def parsed_csv(results: list[PathResult]) -> list[dict[str, str]]:
    text = b"".join(csv_lines(results)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_record_has_the_published_names_and_the_english_labels():
    assert result_record(answered()) == {
        "path": "cat.jpg",
        "label": "tabby cat",
        "score": 0.83125,
        "top": [{"label": "tabby cat", "score": 0.83125}, {"label": "golden retriever", "score": 0.1}],
        "sure": True,
        "damaged": False,
        "notes": [],
        "error": None,
        "kind": None,
        "kind_score": None,
        "kind_sure": None,
        "none_of_these": None,
    }


def test_a_kind_stands_beside_the_label_in_json_and_csv():
    seen = of_kind("dog", 0.97, "Airedale", ("Airedale", 0.41234567), ("otterhound", 0.3))
    record = result_record(answered("dog.jpg", seen))
    assert (record["label"], record["sure"]) == ("Airedale", False)
    assert (record["kind"], record["kind_score"], record["kind_sure"]) == ("dog", 0.97, True)
    row = parsed_csv([answered("dog.jpg", seen)])[0]
    assert (row["kind"], row["kind_score"], row["kind_sure"]) == ("dog", "0.97", "true")
    plain = parsed_csv([answered()])[0]
    assert (plain["kind"], plain["kind_score"], plain["kind_sure"]) == ("", "", "")


def test_what_was_made_of_a_picture_is_a_list_in_json_and_a_text_in_csv():
    noted = Prediction((Candidate(CAT, 0.5),), notes=("One thing.", "Another."))
    assert result_record(answered(prediction=noted))["notes"] == ["One thing.", "Another."]
    assert parsed_csv([answered(prediction=noted)])[0]["notes"] == "One thing. Another."


def test_a_failure_keeps_every_name_and_says_why():
    record = result_record(failed())

    assert list(record) == list(result_record(answered()))
    assert record["error"] == "This file is not a readable picture: notes.jpg. Use JPEG."
    assert (record["label"], record["score"], record["top"], record["sure"]) == (None, None, [], None)


def test_a_json_line_is_one_line_also_for_a_name_with_a_newline():
    line = json_line(answered("two\nlines.jpg"))

    assert line.count(b"\n") == 1
    assert json.loads(line)["path"] == "two\nlines.jpg"


@pytest.mark.skipif(os.name != "posix", reason="names are UTF-16 there")
def test_a_name_that_is_not_utf8_names_the_same_file_after_json():
    name = os.fsdecode(b"caf\xe9.png")

    assert os.fsencode(json.loads(json_line(answered(name)))["path"]) == b"caf\xe9.png"
    assert parsed_csv([answered(name)])[0]["path"] == r"caf\udce9.png"


def test_json_results_are_an_array_that_parses_whatever_its_length():
    for count in (0, 1, 3):
        assert len(json.loads(b"".join(json_lines([answered()] * count)))) == count


def test_csv_cells_are_read_back_and_formulas_are_not_run():
    hostile = Prediction((Candidate(Label("x", '=HYPERLINK("http://x")'), 0.5),), sure=False, damaged=True)

    rows = parsed_csv([answered('a,b\n"c".jpg'), answered("=1+1.png", hostile), failed()])

    assert [rows[0][name] for name in CSV_HEADER[:-1]] == [
        'a,b\n"c".jpg',
        "tabby cat",
        "0.83125",
        "true",
        "false",
        *[""] * 6,
    ]
    assert json.loads(rows[0]["top"]) == result_record(answered())["top"]
    assert not rows[1]["path"].startswith("=")
    assert not rows[1]["label"].startswith("=")
    assert rows[1]["sure"] == "false"
    assert rows[1]["damaged"] == "true"
    assert rows[2]["label"] == rows[2]["score"] == rows[2]["sure"] == ""
    assert rows[2]["error"].startswith("This file is not")


def test_rows_are_made_one_at_a_time():
    def endless() -> Iterator[PathResult]:
        while True:
            yield answered()

    assert next(csv_rows(endless()))[1] == "tabby cat"
    lines = csv_lines(endless())
    assert next(lines).startswith(b"path,label,score")
    assert next(lines).startswith(b"cat.jpg,tabby cat,0.83125")
    assert next(json_lines(endless())).startswith(b'[\n{"path"')


def test_a_failed_export_leaves_the_old_file(tmp_path):
    target = tmp_path / "results.csv"
    target.write_text("old")

    def breaking() -> Iterator[PathResult]:
        yield answered()
        raise OSError(28, "No space left on device")

    with pytest.raises(AppError, match="No space left"):
        write_results(target, breaking(), "csv")

    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["results.csv"]


def test_an_export_replaces_the_old_file(tmp_path):
    target = tmp_path / "results.json"
    target.write_text("old")

    write_results(target, [answered(), failed()], "json")

    assert [record["label"] for record in json.loads(target.read_bytes())] == ["tabby cat", None]
