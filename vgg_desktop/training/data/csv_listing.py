"""Pictures and their classes from a table of path, label and, if wanted, split."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.reading import Understood
from vgg_desktop.core.sentence import Sentence, counted
from vgg_desktop.training.data.listing import Found, Listing
from vgg_desktop.training.data.sides import side_of

LISTED_TWICE = Sentence("listed twice with the same label")
NO_LABEL = Sentence("rows without a path or a label")

_PATH_NAMES = {"path", "file", "filename", "file_name", "image", "picture"}
_LABEL_NAMES = {"label", "class", "target", "category"}
_SPLIT_NAMES = {"split", "set", "subset"}
_HINT = "It needs one row a picture: its path, a comma, its label."


@dataclass(frozen=True, slots=True)
class _Columns:
    path: int = 0
    label: int = 1
    split: int = 2


def list_csv(file: Path) -> Listing:
    """The rows of a table in UTF-8, separated by commas, semicolons or tabs; its first line may name the columns.

    Paths are relative to the table's folder. A file that does not exist is listed all the same: looking at it says so.

    Raises:
        AppError: the table cannot be read, or has no two columns.
    """
    rows = _rows(file)
    columns = _columns_of_heading(rows[0])
    listing = Listing(file.parent, "csv", Understood(how="table"))
    found: dict[str, Found] = {}
    unknown_sides: list[str] = []
    for row in rows[1:] if columns else rows:
        picture = _picture(row, columns or _Columns(), listing, unknown_sides)
        if picture is None:
            continue
        earlier = found.setdefault(picture.path, picture)
        if earlier.folder != picture.folder:
            listing.contradicted.add(picture.path)
        elif earlier is not picture:
            listing.ignore(LISTED_TWICE, picture.path)
    for picture in sorted(found.values(), key=lambda picture: picture.path):
        listing.add(picture)
    listing.folders = {picture.folder for picture in listing.pictures}
    if unknown_sides:
        listing.faults.append(_unknown_sides_sentence(unknown_sides))
    return listing


def _picture(row: list[str], columns: _Columns, listing: Listing, unknown_sides: list[str]) -> Found | None:
    path, label, side = _cell(row, columns.path), _cell(row, columns.label), _cell(row, columns.split)
    if not path or not label:
        listing.ignore(NO_LABEL, ",".join(row))
        return None
    path = _portable(path, listing.root)
    if not side:
        return Found(path, label, None)
    meant = side_of(side)
    if meant is None or meant == "extra":
        unknown_sides.append(side)
        return None
    return Found(path, label, meant)


def _rows(file: Path) -> list[list[str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AppError(
            "The table {file} cannot be read: {reason}.", file=display_name(file), reason=os_error_sentence(error)
        ) from error
    except UnicodeDecodeError as error:
        raise AppError(
            "The table {file} is not UTF-8 text.", "Save it as UTF-8.", str(error), file=display_name(file)
        ) from error
    first_line = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise AppError(
            "The table {file} is damaged: {reason}.", _HINT, file=display_name(file), reason=error
        ) from error
    if not rows or len(rows[0]) < 2:
        raise AppError("The table {file} has no two columns.", _HINT, file=display_name(file))
    return rows


def _columns_of_heading(row: list[str]) -> _Columns | None:
    """Where the columns are, if this row names them."""
    names = [cell.strip().casefold() for cell in row]
    path, label = _position(names, _PATH_NAMES), _position(names, _LABEL_NAMES)
    if path is None or label is None:
        return None
    split = _position(names, _SPLIT_NAMES)
    # Without a split column point behind the last one.
    return _Columns(path, label, len(names) if split is None else split)


def _position(names: list[str], wanted: set[str]) -> int | None:
    return next((position for position, name in enumerate(names) if name in wanted), None)


def _cell(row: list[str], position: int) -> str:
    return row[position].strip() if position < len(row) else ""


def _portable(path: str, root: Path) -> str:
    """Forward slashes; relative to the table's folder where the file lies beneath it."""
    if "\\" in path and not (root / path).exists():
        path = path.replace("\\", "/")
    found = Path(path)
    if found.is_absolute() and found.is_relative_to(root):
        found = found.relative_to(root)
    return found.as_posix()


def _unknown_sides_sentence(sides: list[str]) -> Sentence:
    kinds = sorted({one_line(side) for side in sides})
    return counted(
        len(sides),
        "The split column holds neither train nor val in {count:,} row: {kinds}.",
        "The split column holds neither train nor val in {count:,} rows: {kinds}.",
        kinds=", ".join(kinds[:5]),
    )
