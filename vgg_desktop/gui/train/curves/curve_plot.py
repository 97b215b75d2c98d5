"""The plot as a widget: zoom, pan and a crosshair, with mouse and keyboard."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.train.curves import crosshair
from vgg_desktop.gui.train.curves.painter import Frame, lay_out, paint
from vgg_desktop.gui.train.curves.scene import Points, Scene

_ZOOM_STEP = 1.25
_KEY_STEP_PX = 8
_DRAG_FROM_PX = 4
_PAN_KEYS = {
    Qt.Key.Key_Left: QPoint(1, 0),
    Qt.Key.Key_Right: QPoint(-1, 0),
    Qt.Key.Key_Up: QPoint(0, 1),
    Qt.Key.Key_Down: QPoint(0, -1),
}
_LEAST_SPAN = 1e-3
_LEAST_Y_SPAN, _LEAST_Y_RATIO = 1e-9, 1.0001
# Beyond any loss; a logarithmic axis ends above zero.
_LEAST_LOG_Y, _MOST_Y = 1e-20, 1e40


class CurvePlot(QWidget):
    """Shows a `Scene`. Without a zoom it follows the data; any zoom or pan stays until `show_all`.

    Wheel zooms along x, with Ctrl along y; dragging pans; a double click or Home shows all. With the keyboard: left and
    right move the crosshair, + and - zoom, with Ctrl along y, arrows with Shift pan, Escape takes the crosshair away.
    """

    x_range_changed = Signal(object)  # (low, high), or None: all
    crosshair_moved = Signal(object)  # x, or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = Scene()
        self._crosshair_x: float | None = None
        self._drag_from: tuple[QPoint, Frame] | None = None
        self._frame: Frame | None = None
        self._points: list[Points] = []
        self._paper: QPixmap | None = None
        self._shows_focus = False
        self._summary = self._told = ""
        self.setWhatsThis(
            self.tr(
                "Arrow keys read the values, + and − zoom, with Ctrl upwards and downwards, Shift and arrow keys move "
                "what is shown, Home shows all. The wheel zooms, with Ctrl upwards and downwards; dragging moves."
            )
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self._forget_paper)

    @property
    def scene(self) -> Scene:
        return self._scene

    def show_scene(self, scene: Scene) -> None:
        """Show other lines; where a person has zoomed to stays, but for heights on another kind of axis."""
        y_range = self._scene.y_range if scene.is_log == self._scene.is_log else None
        self._scene = replace(scene, x_range=self._scene.x_range, y_range=y_range)
        self._forget_paper()

    def set_summary(self, summary: str) -> None:
        """What a look at the plot says, for those who hear it; values that keys point at take its place meanwhile."""
        self._summary = summary
        self._describe(self._told)

    def set_x_range(self, x_range: tuple[float, float] | None) -> None:
        """Look at a part, or follow the whole with None; says nothing."""
        if x_range != self._scene.x_range:
            self._scene = replace(self._scene, x_range=x_range)
            self._forget_paper()

    def show_all(self) -> None:
        self._scene = replace(self._scene, y_range=None)
        self._look_at(None)

    def set_crosshair(self, x: float | None) -> None:
        """Move the crosshair; says nothing."""
        if x != self._crosshair_x:
            self._crosshair_x = x
            self.update()

    def crosshair_values(self) -> list[crosshair.CurveReading]:
        """What the crosshair says, one reading for each named line; none without a crosshair."""
        return [] if self._crosshair_x is None else crosshair.reading_at(self._scene, self._crosshair_x)

    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 96)

    def paintEvent(self, _event: QPaintEvent) -> None:
        frame = self._painted_frame()
        painter = QPainter(self)
        if self._paper:
            painter.drawPixmap(0, 0, self._paper)
        if self._crosshair_x is not None:
            crosshair.paint_crosshair(painter, self._scene, frame, self._crosshair_x, self._theme.tokens)
        if self._shows_focus:
            painter.setPen(self.palette().accent().color())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_paper()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A ring helps those who come by keyboard; after a click it would only be in the way.
        self._shows_focus = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._shows_focus = False
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if not steps:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_y(event.position(), _ZOOM_STEP**-steps)
        else:
            self._zoom_x(event.position().x(), _ZOOM_STEP**-steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_from = (event.position().toPoint(), self._painted_frame())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._drag_from and (place - self._drag_from[0]).manhattanLength() >= _DRAG_FROM_PX:
            self._pan(place - self._drag_from[0], self._drag_from[1])
            return
        frame = self._painted_frame()
        inside = frame.area.adjusted(-4, -4, 4, 4).contains(event.position())
        self._point_at(frame.x.value(event.position().x()) if inside else None)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag_from = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, _event: object) -> None:
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame, pans = self._painted_frame(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down if pans:
                self._pan(_PAN_KEYS[Qt.Key(event.key())] * 4 * _KEY_STEP_PX, frame)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step_crosshair(-1 if event.key() == Qt.Key.Key_Left else 1, frame)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Minus:
                factor = _ZOOM_STEP if event.key() == Qt.Key.Key_Minus else 1 / _ZOOM_STEP
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._zoom_y(frame.area.center(), factor)
                else:
                    self._zoom_x(self._zoom_centre_px(frame), factor)
            case Qt.Key.Key_Home | Qt.Key.Key_0:
                self.show_all()
            case Qt.Key.Key_Escape if self._crosshair_x is not None:
                self._point_at(None)
            case _:
                super().keyPressEvent(event)

    def _step_crosshair(self, sign: int, frame: Frame) -> None:
        start = self._crosshair_x if self._crosshair_x is not None else (frame.x.low + frame.x.high) / 2
        x = frame.x.value(frame.x.pixel(start) + sign * _KEY_STEP_PX)
        self._point_at(min(max(x, frame.x.low), frame.x.high), by_keys=True)

    def _point_at(self, x: float | None, *, by_keys: bool = False) -> None:
        if x != self._crosshair_x:
            self.set_crosshair(x)
            self.crosshair_moved.emit(x)
        self._describe(crosshair.words(self._scene, x) if by_keys and x is not None else "")

    def _describe(self, values: str = "") -> None:
        self._told = values
        text = values or self._summary
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _zoom_centre_px(self, frame: Frame) -> float:
        return frame.area.center().x() if self._crosshair_x is None else frame.x.pixel(self._crosshair_x)

    def _zoom_x(self, centre_px: float, factor: float) -> None:
        axis = self._painted_frame().x
        centre = min(max(axis.value(centre_px), axis.low), axis.high)
        self._look_at((centre - (centre - axis.low) * factor, centre + (axis.high - centre) * factor))

    def _zoom_y(self, centre: QPointF, factor: float) -> None:
        axis = self._painted_frame().y
        top, bottom = axis.end_px - centre.y(), axis.start_px - centre.y()
        low, high = axis.value(centre.y() + bottom * factor), axis.value(centre.y() + top * factor)
        self._look_at_heights(low, high)

    def _pan(self, way: QPoint, start: Frame) -> None:
        low, high = (start.x.value(px - way.x()) for px in (start.x.start_px, start.x.end_px))
        if self._scene.y_range:
            self._look_at_heights(*(start.y.value(px - way.y()) for px in (start.y.start_px, start.y.end_px)))
        self._look_at((low, high))

    def _look_at_heights(self, low: float, high: float) -> None:
        """Go there, unless an axis could not show it."""
        is_log = self._scene.is_log
        is_wide = low > 0 and high / low > _LEAST_Y_RATIO if is_log else high - low > _LEAST_Y_SPAN
        if is_wide and high < _MOST_Y and low > (_LEAST_LOG_Y if is_log else -_MOST_Y):
            self._scene = replace(self._scene, y_range=(low, high))
            self._forget_paper()

    def _look_at(self, x_range: tuple[float, float] | None) -> None:
        """Go there, but not beyond the data; looking at everything is following it."""
        if x_range:
            whole_low, whole_high = self._scene.x_whole
            span = max(x_range[1] - x_range[0], _LEAST_SPAN)
            if span >= whole_high - whole_low:
                x_range = None
            else:
                low = min(max(x_range[0], whole_low), whole_high - span)
                x_range = (low, low + span)
        self._scene = replace(self._scene, x_range=x_range)
        self._forget_paper()
        self.x_range_changed.emit(x_range)

    def _painted_frame(self) -> Frame:
        if self._frame is None or self._paper is None:
            self._frame, self._points = lay_out(self._scene, QRectF(self.rect()))
            self._paper = self._new_paper(self._frame)
        return self._frame

    def _new_paper(self, frame: Frame) -> QPixmap:
        ratio = self.devicePixelRatioF()
        paper = QPixmap(self.size() * ratio)
        paper.setDevicePixelRatio(ratio)
        paper.fill(Qt.GlobalColor.transparent)
        painter = QPainter(paper)
        paint(painter, self._scene, frame, self._points, self._theme.tokens)
        painter.end()
        return paper

    def _forget_paper(self) -> None:
        self._paper = None
        self.update()
