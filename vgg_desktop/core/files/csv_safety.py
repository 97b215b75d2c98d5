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
    suspicious = text.startswith(_CONTROL) or text.lstrip().startswith(_STARTS_FORMULA)
    return f"'{text}" if suspicious and not _NUMBER.fullmatch(text) else text
