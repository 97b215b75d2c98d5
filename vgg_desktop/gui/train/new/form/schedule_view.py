"""The learning rate over the run, drawn small."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.schedule import factor_at
from vgg_desktop.gui.look.theme import Theme, font_px
from vgg_desktop.gui.look.tokens import NOTE_PX

_HEIGHT_PX = 66
_POINTS = 120
_FOOT_PX = 18


class ScheduleView(QWidget):
    """A plateau depends on the run: its line is the rate without any."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._recipe = Recipe()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_recipe(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self.setAccessibleName(f"{self.tr('Learning rate over the run')}: {self._words()}")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(1, 6, self.width() - 2, self.height() - _FOOT_PX - 8)
        line = self._line(area)
        under = QPainterPath(line)
        under.lineTo(area.bottomRight())
        under.lineTo(area.bottomLeft())
        painter.fillPath(under, QColor(tokens.soft_accent))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(QColor(tokens.accent), 1.5))
        painter.drawPath(line)
        self._paint_foot(painter)

    def _line(self, area: QRectF) -> QPainterPath:
        path = QPainterPath()
        for number, share in enumerate(np.linspace(0, 1, _POINTS)):
            factor = factor_at(self._recipe, float(share) * self._recipe.epochs)
            point = QPointF(area.left() + share * area.width(), area.bottom() - factor * area.height())
            if number:
                path.lineTo(point)
            else:
                path.moveTo(point)
        return path

    def _paint_foot(self, painter: QPainter) -> None:
        painter.setFont(font_px(NOTE_PX))
        painter.setPen(QColor(self._theme.tokens.dim))
        foot = QRectF(0, self.height() - _FOOT_PX, self.width(), _FOOT_PX)
        shown = painter.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, shown)

    def _words(self) -> str:
        epochs = self.tr("%n epoch(s)", "", self._recipe.epochs)
        match self._recipe.schedule:
            case "cosine":
                shape = self.tr("rises, then falls in a half cosine")
            case "one_cycle":
                shape = self.tr("one cycle: up, then down to almost nothing")
            case "plateau":
                shape = self.tr("divided by ten whenever validation stands still")
            case _:
                shape = self.tr("constant")
        return f"{epochs} · {shape}"
