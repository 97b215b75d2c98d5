"""Table cells that a spreadsheet shows and never calculates."""

import re

# Source: OWASP, "CSV Injection"; the wide forms count as the plain ones where Chinese, Japanese or Korean is set.
_STARTS_FORMULA = tuple("=+-@＝＋－＠")
_CONTROL = tuple("\t\r\n")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?\s*%?", re.ASCII)


def harmless_cell(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula; numbers stay numbers.

    What UTF-8 cannot hold (parts of a file name in another encoding) is written as an escape.
    """
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    # An apostrophe of the text's own before a formula gets another one, so that `as_written` gives back what was there.
    bare = text.lstrip("'")
    suspicious = bare.startswith(_CONTROL) or bare.lstrip().startswith(_STARTS_FORMULA)
    return f"'{text}" if suspicious and not _NUMBER.fullmatch(bare) else text


def as_written(cell: str) -> str:
    """The text before `harmless_cell` put an apostrophe in front of it."""
    return cell[1:] if cell.startswith("'") and harmless_cell(cell[1:]) == cell else cell
