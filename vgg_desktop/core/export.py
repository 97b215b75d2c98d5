"""Results as rows for other programs: JSON Lines, JSON and CSV with the same field names everywhere.

Labels and kinds are written under their English names, whatever language the window speaks, so that files compare.
"""

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Literal

from vgg_desktop.core.files.atomic_files import replacing
from vgg_desktop.core.files.csv_safety import harmless_cell
from vgg_desktop.core.model.prediction import Candidate, KindScore, PathResult

CSV_HEADER = (
    *("path", "label", "score", "sure", "damaged", "notes", "error"),
    *("kind", "kind_score", "kind_sure", "none_of_these", "top"),
)
"""`top` comes last because it holds a JSON list; the other columns read well in a spreadsheet."""

ExportFormat = Literal["csv", "csv_marked", "json"]
"""`csv_marked` begins with a byte-order mark: Excel takes a table without one for the old encoding of its language."""

# Scores are float32 softmax values: a seventh digit would be noise.
_SCORE_DIGITS = 6


def result_record(result: PathResult) -> dict[str, Any]:
    """One result as the object that `--json` writes.

    `label` and `score` are null where there is an error, and the kind also where the model has classes of its own.
    """
    prediction = result.prediction
    best = _candidate(prediction.best) if prediction else {"label": None, "score": None}
    return {
        "path": str(result.path),
        **best,
        "top": [_candidate(candidate) for candidate in prediction.candidates] if prediction else [],
        "sure": prediction.sure if prediction else None,
        "damaged": prediction.damaged if prediction else False,
        "notes": list(prediction.notes) if prediction else [],
        "error": str(result.error) if result.error else None,
        **_kind(prediction.kind if prediction else None),
        "none_of_these": _rounded(prediction.none_of_these) if prediction else None,
    }


def json_line(result: PathResult) -> bytes:
    """One JSON object in UTF-8, ending with a newline."""
    return _encoded(_compact(result_record(result)) + "\n")


def csv_rows(results: Iterable[PathResult]) -> Iterator[list[str]]:
    """One row of harmless cells for each result, in the order of `CSV_HEADER`."""
    for result in results:
        record = result_record(result)
        record["top"] = _compact(record["top"])
        record["notes"] = " ".join(record["notes"])
        yield [harmless_cell(_cell(record[name])) for name in CSV_HEADER]


def csv_lines(results: Iterable[PathResult]) -> Iterator[bytes]:
    """A CSV file in UTF-8 (RFC 4180), line by line, the heading first; nothing is kept."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(CSV_HEADER)
    yield _taken(buffer)
    for row in csv_rows(results):
        writer.writerow(row)
        yield _taken(buffer)


def json_lines(results: Iterable[PathResult]) -> Iterator[bytes]:
    """A JSON array in UTF-8 with one object a line; nothing is kept."""
    separator = b"[\n"
    for result in results:
        yield separator + json_line(result).rstrip(b"\n")
        separator = b",\n"
    yield b"[]\n" if separator == b"[\n" else b"\n]\n"


def write_results(path: Path, results: Iterable[PathResult], kind: ExportFormat) -> None:
    """Write all results to `path`, whole or not at all.

    Raises:
        AppError: the file could not be written; what was there before is untouched.
    """
    with replacing(path) as file:
        write_results_to(file, results, kind)


def write_results_to(file: BinaryIO, results: Iterable[PathResult], kind: ExportFormat) -> None:
    """Write all results to an open file as they come; memory stays flat."""
    if kind == "csv_marked":
        file.write(codecs.BOM_UTF8)
    file.writelines(json_lines(results) if kind == "json" else csv_lines(results))


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {"label": candidate.label.name, "score": round(float(candidate.score), _SCORE_DIGITS)}


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, _SCORE_DIGITS)


def _kind(found: KindScore | None) -> dict[str, Any]:
    if found is None:
        return {"kind": None, "kind_score": None, "kind_sure": None}
    return {"kind": found.kind, "kind_score": round(float(found.score), _SCORE_DIGITS), "kind_sure": found.sure}


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _encoded(text: str) -> bytes:
    # A file name's byte that is not UTF-8 is a lone surrogate (PEP 383); written as "\udcff" it stays valid
    # JSON and names the same file when it is read back.
    return text.encode("utf-8", "backslashreplace")


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return _encoded(text)
