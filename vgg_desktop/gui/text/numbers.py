"""Numbers as the window's language writes them. Units stand behind a space that does not break."""

from PySide6.QtCore import QLocale

_SPACE = "\N{NO-BREAK SPACE}"


def number(value: float, digits: int) -> str:
    """12.345 with one digit as "12.3"."""
    return QLocale().toString(float(value), "f", digits)


def whole(value: float) -> str:
    """1204 as "1,204"."""
    return QLocale().toString(round(value))


def percent(share: float, digits: int = 1) -> str:
    """0.8312 as "83.1 %"."""
    return f"{number(100 * share, digits)}{_SPACE}%"


def milliseconds(elapsed_ms: float) -> str:
    """ "0.6 ms", "41 ms": two digits are enough."""
    return f"{number(elapsed_ms, 1 if elapsed_ms < 10 else 0)}{_SPACE}ms"
