"""The picture itself: fitted, zoomed and moved, sharp on every screen."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vgg_desktop.gui.classify.one.zoom import Zoom
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.look.tokens import CARD_RADIUS_PX

_STEP = 1.25
_PAN_STEP_PX = 48
_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# Above this many device pixels a picture's own pixels are what a person wants to see.
_SMOOTH_BELOW = 6.0


class PictureView(QWidget):
    """Wheel, + and - zoom, 0 fits, a double click goes to actual size and back, dragging moves."""

    zoomed = Signal(float)  # device pixels for one pixel of the picture
    detail_wanted = Signal()  # the picture is enlarged beyond the pixels that are here, and its file has more

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels: list[QImage] = []
        self._zoom = Zoom()
        self._drag_from: QPoint | None = None
        self._shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture"))
        theme.changed.connect(self.update)

    @property
    def has_picture(self) -> bool:
        return bool(self._levels)

    @property
    def scale(self) -> float:
        """Device pixels for one pixel of the picture."""
        return self._zoom.scale * self.devicePixelRatioF()

    @property
    def pixel_width(self) -> int:
        """How many pixels of the picture are here, from left to right."""
        return self._levels[0].width() if self._levels else 0

    @property
    def is_fitted(self) -> bool:
        return self._zoom.is_fitted

    def set_picture(self, image: QImage | None, size_px: tuple[int, int] = (0, 0)) -> None:
        """Show `image` whole; None shows nothing. `size_px` is what the file has, where `image` is a reduced one."""
        shown = image if image and not image.isNull() else None
        self._levels = _levels(shown) if shown else []
        own = (0, 0) if not shown else size_px if all(size_px) else (shown.width(), shown.height())
        self._zoom.set_picture(*own)
        self._changed()

    def refine(self, image: QImage) -> None:
        """The same picture with more pixels: nothing moves."""
        if self._levels and image.width() > self._levels[0].width():
            self._levels.insert(0, image)
            self.update()

    def zoom_in(self) -> None:
        self._zoom_at(_STEP, QPointF(self.rect().center()))

    def zoom_out(self) -> None:
        self._zoom_at(1 / _STEP, QPointF(self.rect().center()))

    def fit(self) -> None:
        self._zoom.fit()
        self._changed()

    def show_actual_size(self) -> None:
        """One pixel of the picture on one of the screen."""
        self._zoom_at(1 / self.scale if self.scale else 1.0, QPointF(self.rect().center()))

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 96)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._zoom.set_view(self.width(), self.height())
        self._changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if steps and self.has_picture:
            self._zoom_at(_STEP**steps, event.position())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(event.reason() in _KEYBOARD_REASONS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_focus(True)
        if not self._handle_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_focus(False)
        if event.button() == Qt.MouseButton.LeftButton and not self.is_fitted:
            self._drag_from = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is None:
            return
        here = event.position().toPoint()
        self._pan(here.x() - self._drag_from.x(), here.y() - self._drag_from.y())
        self._drag_from = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_from = None
        self._renew_cursor()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.has_picture or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.is_fitted:
            self._zoom_at(max(1 / self.scale, 2.0), event.position())
        else:
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(_top_rounded(QRectF(self.rect())))
        painter.fillRect(self.rect(), QColor(self._theme.tokens.ground))
        if self._levels:
            self._paint_picture(painter)
        if self.hasFocus() and self._shows_focus:
            self._paint_focus(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        level = self._level()
        smooth = self.scale < _SMOOTH_BELOW
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(QRectF(*self._zoom.target()), level, QRectF(level.rect()))

    def _show_focus(self, is_shown: bool) -> None:
        """A ring for those who work with the keyboard; who drops and clicks sees the picture alone."""
        self._shows_focus = is_shown
        self.update()

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_top_rounded(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    def _level(self) -> QImage:
        """The smallest stored size that is not enlarged: bilinear drawing below half size would shimmer."""
        wanted = self._wanted_width()
        enough = (image for image in self._levels if image.width() >= wanted)
        return min(enough, key=QImage.width, default=self._levels[0])

    def _wanted_width(self) -> float:
        """Device pixels across the whole picture at the present zoom."""
        return self.scale * self._zoom.width

    def _handle_key(self, event: QKeyEvent) -> bool:
        if not self.has_picture or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        steps = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
        }
        pans = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        key = Qt.Key(event.key())
        if key in steps:
            steps[key]()
            return True
        if key in pans and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            x, y = pans[key]
            self._pan(x * _PAN_STEP_PX, y * _PAN_STEP_PX)
            return True
        return False

    def _zoom_at(self, factor: float, at: QPointF) -> None:
        if not self.has_picture:
            return
        self._zoom.zoom(factor, at.x(), at.y(), self.devicePixelRatioF())
        self._changed()

    def _pan(self, dx: float, dy: float) -> None:
        self._zoom.pan(dx, dy)
        self.update()

    def _changed(self) -> None:
        self._renew_cursor()
        self.update()
        self.zoomed.emit(self.scale)
        if self._levels and self._levels[0].width() < min(self._wanted_width(), self._zoom.width):
            self.detail_wanted.emit()

    def _renew_cursor(self) -> None:
        if self.is_fitted:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor)


def _levels(image: QImage) -> list[QImage]:
    """`image` and its halves, down to a few hundred pixels."""
    levels = [image]
    while min(levels[-1].width(), levels[-1].height()) >= 512:
        half = levels[-1].size() / 2
        levels.append(levels[-1].scaled(half, mode=Qt.TransformationMode.SmoothTransformation))
    return levels


def _top_rounded(rect: QRectF) -> QPainterPath:
    """The outline of a card's upper part: round above, straight below."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    radius = CARD_RADIUS_PX - 1
    path.addRoundedRect(rect, radius, radius)
    path.addRect(rect.adjusted(0, radius, 0, 0))
    return path.simplified()
