"""Cells of a table that no spreadsheet runs as a formula."""

# Source: OWASP, "CSV Injection": what spreadsheets take for the start of a formula, also in its full-width forms.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless_cell(text: str) -> str:
    """`text` as it is, or after an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
