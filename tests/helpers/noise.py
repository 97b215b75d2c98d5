"""What the program says when something goes wrong that no test expects."""

import contextlib
import logging
from collections.abc import Iterator

NOT_OURS = ("This plugin does not support", "not accepted by receiving widget")
"""Warnings of the platform that draws in memory, and of QTest where a hand reached a widget that was just disabled."""


class Noise(logging.Handler):
    """Everything from warnings upwards that our own loggers write: exceptions that nobody caught, and Qt's warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not any(words in record.getMessage() for words in NOT_OURS):
            self.lines.append(self.format(record))

    def take(self) -> str:
        """What a test has expected: said once, and no longer noise."""
        taken, self.lines = "\n".join(self.lines), []
        return taken


@contextlib.contextmanager
def listening() -> Iterator[Noise]:
    """Our crash reports take pytest-qt's hooks over, so that only the log tells of an exception in a slot."""
    noise = Noise()
    logging.getLogger().addHandler(noise)
    try:
        yield noise
    finally:
        logging.getLogger().removeHandler(noise)
