"""What a person sees first: where to drop pictures, and a few to try."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.display import display_name
from vgg_desktop.gui.look.icons import icon_pixmap
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import CARD_RADIUS_PX
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.gui.widgets.thumbnail_painter import paint_thumbnail
from vgg_desktop.gui.widgets.thumbnails import Thumbnails

_ICON_PX = 64
_SAMPLE_SIZE = QSize(120, 84)
_RING_PX = 3


class EmptyState(QWidget):
    """A card with a dashed edge. What is dropped on it the window takes, as anywhere else."""

    open_requested = Signal()
    sample_chosen = Signal(object)  # Path

    def __init__(
        self, samples: Sequence[Path], thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._paths = tuple(samples)
        self._samples = [SampleButton(path, thumbnails, theme) for path in samples]
        self._build()
        self._connect()
        self._draw_icon()

    @property
    def samples(self) -> Sequence["SampleButton"]:
        return self._samples

    def load_samples(self) -> None:
        """Ask for the sample pictures; they come once the window has time."""
        self._thumbnails.want("samples", self._paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.hairline), 2)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CARD_RADIUS_PX, CARD_RADIUS_PX)

    def _build(self) -> None:
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel(self.tr("Drop pictures or a folder here"))
        role(title, "number")
        keys = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        hint = PlainLabel(self.tr("or paste with {keys}").format(keys=keys))
        role(hint, "dim")
        self.open_button = QPushButton(self.tr("Open…"))
        role(self.open_button, "accent")
        caption = PlainLabel(self.tr("OR TRY ONE OF THESE"))
        role(caption, "caption")
        caption.setVisible(bool(self._samples))
        column = QVBoxLayout(self)
        column.addStretch(4)
        for widget, space_px in ((self._icon, 20), (title, 6), (hint, 18), (self.open_button, 56), (caption, 10)):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(space_px)
        column.addLayout(self._sample_row())
        column.addStretch(5)

    def _sample_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12 - 2 * _RING_PX)
        row.addStretch(1)
        for sample in self._samples:
            row.addWidget(sample)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.open_requested)
        for sample in self._samples:
            sample.clicked.connect(self._on_sample)
        self._theme.changed.connect(self._draw_icon)

    def _on_sample(self) -> None:
        sample = self.sender()
        if isinstance(sample, SampleButton):
            self.sample_chosen.emit(sample.path)

    def _draw_icon(self) -> None:
        self._icon.setPixmap(icon_pixmap("picture", self._theme.tokens.accent, _ICON_PX))


class SampleButton(QAbstractButton):
    """A picture to click."""

    def __init__(self, path: Path, thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._thumbnails = thumbnails
        self._theme = theme
        name = display_name(path.stem).replace("_", " ").replace("-", " ")
        self.setAccessibleName(self.tr("Sample picture: {name}").format(name=name))
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(_SAMPLE_SIZE + QSize(2 * _RING_PX, 2 * _RING_PX))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        thumbnails.changed.connect(self._on_thumbnail)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(self.rect()).adjusted(_RING_PX, _RING_PX, -_RING_PX, -_RING_PX)
        radius_px = CARD_RADIUS_PX - 2
        paint_thumbnail(painter, place, self._thumbnails.pixmap(self.path), self._theme, radius_px)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, radius_px + 2, radius_px + 2)

    def _on_thumbnail(self, path: Path) -> None:
        if path == self.path:
            self.update()
