"""A plot as a file: PNG for slides, SVG for papers; and the numbers behind it as CSV."""

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.run.events import Epoch
from vgg_desktop.core.run.history import History
from vgg_desktop.core.run.series import Floats
from vgg_desktop.gui.look.tokens import Tokens
from vgg_desktop.gui.train.curves.painter import Frame, lay_out, paint
from vgg_desktop.gui.train.curves.scene import Points, Scene

_SIZE_PX = QSize(960, 540)
_SCALE = 2
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plot laid out on paper, which any thread can paint: nothing in it grows with the run."""

    scene: Scene
    frame: Frame
    points: tuple[Points, ...]


def new_sheet(scene: Scene) -> Sheet:
    """What the scene shows now; for the thread in which its lines grow."""
    paper = QRectF(0, 0, _SIZE_PX.width(), _SIZE_PX.height()).adjusted(12, 12, -12, -8)
    frame, points = lay_out(scene, paper)
    return Sheet(scene, frame, tuple((xs.copy(), ys.copy()) for xs, ys in points))


def write_png(path: Path, sheet: Sheet, tokens: Tokens) -> None:
    """1920 x 1080 pixels. Raises: AppError when the file cannot be written."""
    image = QImage(_SIZE_PX * _SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_SCALE)
    painter = QPainter(image)
    _paint_sheet(painter, sheet, tokens)
    painter.end()
    buffer = _new_buffer()
    image.save(buffer, "PNG")
    write_atomically(path, bytes(buffer.data().data()))


def write_svg(path: Path, sheet: Sheet, tokens: Tokens, title: str) -> None:
    """Raises: AppError when the file cannot be written."""
    buffer = _new_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(_SIZE_PX)
    generator.setViewBox(QRectF(0, 0, _SIZE_PX.width(), _SIZE_PX.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    _paint_sheet(painter, sheet, tokens)
    painter.end()
    write_atomically(path, bytes(buffer.data().data()))


def write_epochs_csv(path: Path, epochs: list[Epoch]) -> None:
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


def write_steps_csv(path: Path, columns: tuple[Floats, Floats, Floats]) -> None:
    """A row a step. Raises: AppError when the file cannot be written."""
    rows = (
        [str(int(step)), f"{loss:.7g}", "" if math.isnan(rate) else f"{rate:.7g}"]
        for step, loss, rate in zip(*(column.tolist() for column in columns), strict=True)
    )
    _write_csv(path, ("step", "train_loss", "learning_rate"), rows)


def _paint_sheet(painter: QPainter, sheet: Sheet, tokens: Tokens) -> None:
    painter.fillRect(QRectF(0, 0, _SIZE_PX.width(), _SIZE_PX.height()), QColor(tokens.card))
    paint(painter, sheet.scene, sheet.frame, sheet.points, tokens)


def _new_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    return buffer


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
