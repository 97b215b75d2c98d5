"""Text from outside, made fit for one line on a screen or in a terminal."""

import unicodedata
from pathlib import PurePath

# Joiners shape Persian and Indic words and emoji; unlike direction marks they cannot reorder text.
_HARMLESS_FORMAT = "\u200c\u200d"


def display_name(path: str | PurePath) -> str:
    """The last part of a path as one printable line, whatever bytes the file system holds."""
    return one_line(PurePath(path).name or str(path))


def one_line(text: str) -> str:
    """`text` with an escape for every character that does not print as itself: "\\n", "\\u202e", "\\xff".

    Spaces of all widths become plain spaces. Markup is left alone: show the result as plain text.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character.isprintable() or character in _HARMLESS_FORMAT:
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    if "\udc80" <= character <= "\udcff":
        # Python's stand-in for a byte that is not UTF-8 (PEP 383).
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")
