"""A plot on a card, under its title and legend."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.gui.look.theme import Theme, font_px, role
from vgg_desktop.gui.look.tokens import BODY_PX, NOTE_PX
from vgg_desktop.gui.train.curves.crosshair import SWATCH_PX, paint_swatch
from vgg_desktop.gui.train.curves.curve_plot import CurvePlot
from vgg_desktop.gui.train.curves.scene import Line, Scene
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_ENTRY_GAP_PX = 16
_HEAD_HEIGHT_PX = 30


class CurveCard(QFrame):
    """`tools` at the right of the title are the page's own."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.title = title
        self.plot = CurvePlot(theme)
        self.plot.setAccessibleName(title)
        self.legend = Legend(theme)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2)
        heading = PlainLabel(title)
        heading.setFont(font_px(BODY_PX, semibold=True))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.setContentsMargins(6, 0, 0, 0)
        head.addWidget(heading)
        head.addWidget(self.legend, 1)
        head.addLayout(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.plot, 1)

    def show_scene(self, scene: Scene, summary: str) -> None:
        """Show lines; `summary` says in one sentence what a look at them would."""
        self.plot.show_scene(scene)
        self.legend.show_lines(scene.named)
        self.plot.set_summary(summary)


class Legend(QWidget):
    """A swatch and a name for each line, in one row; names that do not fit are shortened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """The run's own lines come first, as they are last in a scene: painted on top."""
        self._lines = (*lines[-2:], *lines[:-2])
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEAD_HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_px(NOTE_PX))
        metrics = QFontMetrics(painter.font())
        left = 0
        for line in self._lines:
            room = self.width() - left - SWATCH_PX - 6
            if room < 24:
                return
            text = metrics.elidedText(one_line(line.name), Qt.TextElideMode.ElideRight, min(room, 180))
            paint_swatch(painter, line, QPointF(left, self.height() / 2))
            painter.setPen(QColor(self._theme.tokens.dim))
            width = metrics.horizontalAdvance(text)
            left += SWATCH_PX + 6
            painter.drawText(left, 0, width + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + _ENTRY_GAP_PX
