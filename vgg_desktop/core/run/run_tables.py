"""The numbers behind a run's curves as CSV files."""

import csv
import io
import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.run.events import Epoch
from vgg_desktop.core.run.history import History
from vgg_desktop.core.run.series import Floats

_COLUMNS = (
    "epoch",
    "step",
    "train_loss",
    "train_top1",
    "val_loss",
    "val_top1",
    "val_top5",
    "learning_rate",
    "pictures_per_s",
    "memory_bytes",
    "seconds",
    "is_best",
)


def write_epochs(path: Path, epochs: list[Epoch]) -> None:
    """A row an epoch, plain numbers. Raises: AppError when the file cannot be written."""
    rows = [[_plain(getattr(epoch, name)) for name in _COLUMNS] for epoch in epochs]
    _write_csv(path, _COLUMNS, rows)


def step_columns(history: History) -> tuple[Floats, Floats, Floats]:
    """Steps, training losses and learning rates, copied; a rate that is not known is NaN."""
    loss, rate = history.curves.loss, history.curves.learning_rate
    rates = np.full(len(loss), np.nan)
    places = np.searchsorted(loss.x, rate.x)
    known = (places < len(loss)) & (loss.x[np.minimum(places, len(loss) - 1)] == rate.x) if len(loss) else places < 0
    rates[places[known]] = rate.y[known]
    return loss.x.copy(), loss.y.copy(), rates


def write_steps(path: Path, columns: tuple[Floats, Floats, Floats]) -> None:
    """A row a step. Raises: AppError when the file cannot be written."""
    rows = (
        [str(int(step)), f"{loss:.7g}", "" if math.isnan(rate) else f"{rate:.7g}"]
        for step, loss, rate in zip(*(column.tolist() for column in columns), strict=True)
    )
    _write_csv(path, ("step", "train_loss", "learning_rate"), rows)


def _write_csv(path: Path, heading: tuple[str, ...], rows: Iterable[list[str]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heading)
    writer.writerows(rows)
    write_atomically(path, text.getvalue().encode())


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.7g}" if isinstance(value, float) else str(value)
