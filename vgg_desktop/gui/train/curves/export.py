"""A plot as a file: PNG for slides, SVG for papers."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.gui.look.tokens import Tokens
from vgg_desktop.gui.train.curves.painter import Frame, lay_out, paint
from vgg_desktop.gui.train.curves.scene import Points, Scene

_SIZE_PX = QSize(960, 540)
_SCALE = 2


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
    image.save(buffer, "PNG")  # pyright: ignore - its stubs want bytes, which it refuses
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


def _paint_sheet(painter: QPainter, sheet: Sheet, tokens: Tokens) -> None:
    painter.fillRect(QRectF(0, 0, _SIZE_PX.width(), _SIZE_PX.height()), QColor(tokens.card))
    paint(painter, sheet.scene, sheet.frame, sheet.points, tokens)


def _new_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    return buffer
