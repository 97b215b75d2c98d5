"""A class has an id (a folder's name), a name for people, and aliases; any of them finds it."""

import csv
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError, os_error_sentence


class Label(msgspec.Struct, frozen=True):
    """One class of a model."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class LabelIndex:
    """Finds a label by id, name or alias: exactly first, then without regard to case and spacing."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self._exact = _first_wins((key, i) for keys in _tiers(labels) for key, i in keys)
        self._loose = _first_wins((comparable(key), i) for keys in _tiers(labels) for key, i in keys)

    def find(self, text: str) -> int | None:
        """The position of the label that `text` names, or None."""
        found = self._exact.get(text)
        return found if found is not None else self._loose.get(comparable(text))


def comparable(text: str) -> str:
    """A form in which "Golden_Retriever" and "golden retriever" are the same text."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("_", " ").casefold().split())


def read_labels_tsv(path: Path) -> list[Label]:
    """Labels from a table of id, name and comma-separated synonyms; a heading line is skipped.

    Raises:
        AppError: the file cannot be read, or a row has no id or repeats one.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AppError(
            "The label list {file} cannot be read: {reason}.", file=path.name, reason=os_error_sentence(error)
        ) from error
    except UnicodeDecodeError as error:
        raise AppError(
            "The label list {file} is not UTF-8 text.", "Save it as UTF-8.", str(error), file=path.name
        ) from error
    # Line by line, so that a lone quotation mark swallows no other row; spreadsheets do quote cells with a comma.
    rows = [row for line in text.splitlines() for row in csv.reader([line], delimiter="\t") if "".join(row).strip()]
    if rows and rows[0][0].strip().casefold() in {"id", "wnid"}:
        rows = rows[1:]
    labels = [_label_of_row(row) for row in rows]
    ids = [label.id for label in labels]
    if not ids or "" in ids or len(set(ids)) != len(ids):
        raise AppError(
            "The label list {file} needs one row a class: id, name, synonyms, separated by tabs.",
            "Every row needs an id, and no id may appear twice.",
            file=path.name,
        )
    return labels


def _label_of_row(row: list[str]) -> Label:
    cells = [cell.strip() for cell in row] + ["", ""]
    aliases = tuple(dict.fromkeys(alias.strip() for alias in cells[2].split(",") if alias.strip()))
    return Label(cells[0], cells[1] or cells[0], tuple(a for a in aliases if a not in cells[:2]))


def _tiers(labels: Sequence[Label]) -> list[list[tuple[str, int]]]:
    """Ids come before names, names before aliases: a clear match is never taken by a loose one."""
    return [
        [(label.id, i) for i, label in enumerate(labels)],
        [(label.name, i) for i, label in enumerate(labels)],
        [(alias, i) for i, label in enumerate(labels) for alias in label.aliases],
    ]


def _first_wins(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, position in pairs:
        found.setdefault(key, position)
    return found
