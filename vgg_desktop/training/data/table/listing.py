"""Pictures and their classes from a table of path, label and, if wanted, split."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vgg_desktop.core.dataset_report import Finding
from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.csv_safety import as_written
from vgg_desktop.core.files.tables import read_table
from vgg_desktop.core.reading import AS_IT_IS, GivenSide, Reading, Understood
from vgg_desktop.core.sentence import Sentence, counted, joined
from vgg_desktop.training.data.listing import Found, Listing
from vgg_desktop.training.data.table.columns import Columns, find_columns, unclear_columns
from vgg_desktop.training.data.table.labels import cells_of_several, several_labels, single_labels
from vgg_desktop.training.data.table.paths import TablePaths
from vgg_desktop.training.data.table.split_column import SPLIT_NAMES, SplitColumn, find_split_column, folds_text

LISTED_TWICE = Sentence("listed twice with the same label")
NO_LABEL = Sentence("rows without a path or a label")

_HINT = "It needs one row a picture: its path, a comma, its label."
_EXAMPLES = 3
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Row:
    """`side` is None where the table does not say; `said` is what it says."""

    path: str
    label: str
    side: GivenSide | Literal["unknown"] | None
    said: str


def list_table(file: Path, reading: Reading = AS_IT_IS) -> Listing:
    """The rows of a table; its first line may name the columns, and `reading` may say which is which.

    Paths are relative to the table's folder. A file that does not exist is listed all the same: looking at it says so.

    Raises:
        AppError: the table cannot be read, has no two columns, or lacks a column or fold that `reading` names.
    """
    rows = read_table(file).rows
    if not rows or max(map(len, rows)) < 2:
        raise _too_narrow(file, rows)
    columns = find_columns(rows, reading, SPLIT_NAMES)
    body = rows[1:] if columns.heading else rows
    split = find_split_column(body, columns, reading.val_fold)
    listing = Listing(file.parent, "csv", _understood(columns, split))
    if not columns.is_clear:
        listing.faults.append(unclear_columns(display_name(file), columns))
        return listing
    _list_rows(listing, display_name(file), list(_read(body, columns, split)))
    _say_of_columns(listing, columns, split)
    return listing


def _list_rows(listing: Listing, name: str, rows: Sequence[_Row]) -> None:
    several = cells_of_several([row.label for row in rows])
    if several:
        listing.faults.append(several_labels(name, [row.label for row in rows], several))
    labels = single_labels([row.label for row in rows])
    paths = TablePaths(listing.root, [row.path for row in rows if row.path])
    found: dict[str, Found] = {}
    missing: list[str] = []
    unknown: list[str] = []
    for row in rows:
        label = as_written(labels[row.label])
        if not row.path or not label:
            listing.ignore(NO_LABEL, f"{row.path},{row.label}")
        elif row.side == "unknown":
            unknown.append(row.said)
        else:
            _list_row(listing, row, label, paths, found, missing)
    for picture in sorted(found.values(), key=lambda picture: picture.path):
        listing.add(picture)
    listing.folders = {picture.folder for picture in listing.pictures}
    _say_of_paths(listing, name, paths, missing, len(found))
    _say_of_sides(listing, name, rows, unknown)


def _list_row(
    listing: Listing, row: _Row, label: str, paths: TablePaths, found: dict[str, Found], missing: list[str]
) -> None:
    path = paths.find(row.path)
    if path is None:
        path = paths.as_is(row.path)
        missing.append(row.path)
    picture = Found(path, label, None if row.side == "unknown" else row.side)
    earlier = found.setdefault(path, picture)
    if earlier.folder != picture.folder:
        listing.contradicted.add(path)
    elif earlier is not picture:
        listing.ignore(LISTED_TWICE, path)


def _read(body: Sequence[Sequence[str]], columns: Columns, split: SplitColumn) -> Iterator[_Row]:
    for row in body:
        path = row[columns.path] if columns.path is not None and columns.path < len(row) else ""
        said = ", ".join(row[place] for place in split.positions if place < len(row))
        yield _Row(path, _label(row, columns), split.side(row), said)


def _label(row: Sequence[str], columns: Columns) -> str:
    if columns.one_hot:
        return next((columns.name(place) for place in columns.one_hot if row[place] in ("1", "1.0")), "")
    return row[columns.label] if columns.label is not None and columns.label < len(row) else ""


def _understood(columns: Columns, split: SplitColumn) -> Understood:
    one_hot = ", ".join(columns.name(place) for place in columns.one_hot[:_EXAMPLES])
    return Understood(
        how="table",
        columns=columns.heading,
        path_column="" if columns.path is None else columns.name(columns.path),
        label_column=(f"{one_hot} …" if one_hot else "") if columns.label is None else columns.name(columns.label),
        split_column=", ".join(map(columns.name, split.positions)),
        folds=split.folds,
        val_fold=split.val_fold,
    )


def _say_of_columns(listing: Listing, columns: Columns, split: SplitColumn) -> None:
    if columns.one_hot:
        template = "The table has a column for each of {count:,} classes: the one with a 1 is a picture's class."
        _note(listing, Sentence(template, count=len(columns.one_hot)))
    if split.kind == "fold":
        _say_of_folds(listing, one_line(columns.name(split.position)), split)
    if split.kind == "numbers":
        column = one_line(columns.name(split.position))
        template = "The column {column} is read as 0 for training, 1 for validation and 2 for the test."
        _note(listing, Sentence(template, column=column))


def _say_of_folds(listing: Listing, column: str, split: SplitColumn) -> None:
    if split.val_fold:
        fold = one_line(split.val_fold)
        _note(listing, Sentence("Fold {fold} of the column {column} validates.", fold=fold, column=column))
        return
    template = "The column {column} of the table numbers folds ({folds}), and nothing says which of them validates."
    listing.faults.append(Sentence(template, column=column, folds=folds_text(split.folds)))


def _say_of_paths(listing: Listing, name: str, paths: TablePaths, missing: Sequence[str], count: int) -> None:
    if paths.base:
        folder = one_line(paths.base)
        _note(listing, Sentence("The paths of the table are found in the folder {folder}.", folder=folder))
    if paths.completed:
        summary = counted(
            paths.completed,
            "{count:,} path of the table has no ending: the file of that name is taken.",
            "{count:,} paths of the table have no ending: the files of that name are taken.",
        )
        _note(listing, summary)
    if missing and len(missing) >= count:
        listing.faults.append(_nothing_found(listing, name, paths, missing))


def _nothing_found(listing: Listing, name: str, paths: TablePaths, missing: Sequence[str]) -> Sentence:
    examples = ", ".join(one_line(path) for path in missing[:_EXAMPLES])
    if "://" in missing[0]:
        template = "The table {table} names addresses of the web, and no files: {examples}. Download them first."
        return Sentence(template, table=name, examples=examples)
    text = Sentence(
        "None of the {count:,} files of the table {table} is there, relative to {folder}: {examples}.",
        count=len(missing),
        table=name,
        folder=one_line(str(listing.root)),
        examples=examples,
    )
    nearest = one_line(paths.nearest(missing[0]))
    return joined([text, Sentence("The nearest that exists is {path}.", path=nearest)]) if nearest else text


def _say_of_sides(listing: Listing, name: str, rows: Sequence[_Row], unknown: Sequence[str]) -> None:
    if unknown:
        fault = counted(
            len(unknown),
            "The split column {column} holds neither train nor val nor test in {count:,} row: {examples}.",
            "The split column {column} holds neither train nor val nor test in {count:,} rows: {examples}.",
            column=one_line(listing.understood.split_column),
            examples=", ".join(sorted({one_line(said) for said in unknown})[:_MOST_WORDS]),
        )
        listing.faults.append(fault)
    silent = sum(row.side is None for row in rows)
    if silent and silent < len(rows):
        summary = counted(
            silent,
            "{count:,} row of the table {table} names no side of the split: it trains.",
            "{count:,} rows of the table {table} name no side of the split: they train.",
            table=name,
        )
        listing.findings.append(Finding("split", "warning", summary))


def _too_narrow(file: Path, rows: Sequence[Sequence[str]]) -> AppError:
    hint = joined([Sentence(_HINT), Sentence("Lists of test pictures have no labels.")]) if rows else Sentence(_HINT)
    return AppError("The table {table} has no two columns.", hint, table=display_name(file))


def _note(listing: Listing, summary: Sentence) -> None:
    listing.findings.append(Finding("split", "note", summary))
