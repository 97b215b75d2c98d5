"""Tables as people have them: commas, semicolons, tabs or bars, byte-order marks, and what spreadsheets add."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.picture_formats import is_picture_name
from vgg_desktop.core.files.regular_files import open_regular

_DELIMITERS = ",;\t|"
_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class Table:
    """Cells without the spaces around them; rows without any text are left out."""

    rows: list[list[str]]

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


def is_table_name(name: str) -> bool:
    """Whether a file of that name is likely to be a table; of .txt files most are none."""
    return name.lower().endswith((".csv", ".tsv"))


def read_table(file: Path) -> Table:
    """The rows of a text file.

    Raises:
        AppError: it cannot be read, or is no text in UTF-8 or UTF-16.
    """
    name = display_name(file)
    try:
        with open_regular(file) as opened:
            return parse_table(opened.read())
    except OSError as error:
        raise AppError(
            "The table {name} cannot be read: {reason}.", name=name, reason=os_error_sentence(error)
        ) from error
    except UnicodeDecodeError as error:
        raise AppError("The table {name} is not UTF-8 text.", "Save it as UTF-8.", str(error), name=name) from error
    except csv.Error as error:
        raise AppError("The table {name} is damaged: {reason}.", detail=repr(error), name=name, reason=error) from error


def parse_table(data: bytes) -> Table:
    """Raises: UnicodeDecodeError, csv.Error."""
    return Table(_rows(_decoded(data)))


def _decoded(data: bytes) -> str:
    """Spreadsheets save "Unicode text" as UTF-16 with a mark."""
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_utf16 else "utf-8-sig")


def _rows(text: str) -> list[list[str]]:
    first_line, _, rest = text.partition("\n")
    declared = first_line.strip().strip('"').casefold()
    if declared.startswith("sep=") and len(declared) <= len("sep=;"):
        # Excel's own word on the first line. The tab has gone with the spaces.
        return _parsed(rest, declared[len("sep=") :] or "\t")
    parsed = {delimiter: _parsed(text, delimiter) for delimiter in _DELIMITERS if delimiter in text}
    best = max(parsed.values(), key=_likeliness, default=[])
    return best if _likeliness(best)[0] else _by_last_space(text)


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    rows = ([cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return [row for row in rows if any(row)]


def _likeliness(rows: Sequence[Sequence[str]]) -> tuple[float, float]:
    """How well rows look like those of one table: of one width above one, and with the name of a picture in a cell."""
    some = rows[:_LOOKED_AT]
    if not some:
        return 0.0, 0.0
    width, count = Counter(map(len, some)).most_common(1)[0]
    named = sum(any(is_picture_name(cell) for cell in row) for row in some)
    return (count / len(some) if width > 1 else 0.0), named / len(some)


def _by_last_space(text: str) -> list[list[str]]:
    """Lists of older programs have a space between path and label: "images/cat 1.jpg 3"."""
    rows = [line.rsplit(None, 1) for line in text.splitlines() if line.strip()]
    is_list = bool(rows) and all(len(row) == 2 and is_picture_name(row[0]) for row in rows)
    return rows if is_list else [[line.strip()] for line in text.splitlines() if line.strip()]
