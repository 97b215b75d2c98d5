"""`corrections.csv`: which pictures belong to another class, or to none. The window writes it, training applies it.

Columns: `sha256` of the picture file; `label`, the id, name or alias of a class, or the word `exclude`; and, for people
only, the picture's `path`. A picture is known by its content, so a renamed or moved file stays corrected.
"""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.csv_safety import as_written, harmless_cell
from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.core.files.tables import parse_table

EXCLUDE = "exclude"
HEADER = ("sha256", "label", "path")

_SHA256 = re.compile(r"[0-9a-f]{64}")
_HINT = "Each row needs the SHA-256 of a picture and a label, or the word exclude."


class Correction(msgspec.Struct, frozen=True):
    """`label` is None for a picture that is to be left out; `path` helps people and decides nothing."""

    sha256: str
    label: str | None
    path: str = ""


def read_corrections(file: Path, *, is_missing_ok: bool = False) -> list[Correction]:
    """The corrections of a file, one for each picture; a later row wins over an earlier one.

    Raises:
        AppError: the file cannot be read, or a row is no correction.
    """
    try:
        with open_regular(file) as opened:
            rows = parse_table(opened.read()).rows
    except OSError as error:
        if is_missing_ok and isinstance(error, FileNotFoundError):
            return []
        raise AppError(
            "The corrections {file} cannot be read: {reason}.", file=display_name(file), reason=os_error_sentence(error)
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise AppError(
            "The corrections {file} are no CSV in UTF-8.", _HINT, str(error), file=display_name(file)
        ) from error
    if rows and rows[0][0].strip().casefold() == HEADER[0]:
        rows = rows[1:]
    corrections = [_correction(row, file) for row in rows]
    return list({correction.sha256: correction for correction in corrections}.values())


def merged_corrections(files: Iterable[Path]) -> list[Correction]:
    """The corrections of several files, one for each picture; a later file wins over an earlier one.

    Raises:
        AppError: a file cannot be read, or a row is no correction.
    """
    return list({one.sha256: one for file in files for one in read_corrections(file)}.values())


def write_corrections(file: Path, corrections: Iterable[Correction]) -> None:
    """Raises: AppError when the file cannot be written; what was there before is untouched."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(HEADER)
    for correction in corrections:
        label = EXCLUDE if correction.label is None else correction.label
        writer.writerow([correction.sha256, harmless_cell(label), harmless_cell(correction.path)])
    write_atomically(file, buffer.getvalue().encode())


def _correction(row: list[str], file: Path) -> Correction:
    cells = [cell.strip() for cell in row] + ["", "", ""]
    sha256, label, path = cells[0].casefold(), as_written(cells[1]), as_written(cells[2])
    if not _SHA256.fullmatch(sha256) or not label:
        raise AppError(
            "The corrections {file} have a row that is none: {row}.",
            _HINT,
            file=display_name(file),
            row=one_line(",".join(row))[:120],
        )
    return Correction(sha256, None if label == EXCLUDE else label, path)
