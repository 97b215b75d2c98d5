"""The best labels as bars with percentages."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vgg_desktop.core.model.prediction import Candidate
from vgg_desktop.gui.look.theme import Theme, font_px
from vgg_desktop.gui.look.tokens import BAR_HEIGHT_PX, BODY_PX
from vgg_desktop.gui.text.numbers import percent
from vgg_desktop.gui.text.plain_text import tool_tip
from vgg_desktop.gui.text.result_wording import label_text

_ROW_HEIGHT_PX = 45
_TEXT_HEIGHT_PX = 20
_BAR_TOP_PX = 24
_GAP_PX = 12


class ScoreBars(QWidget):
    """As many rows as were asked for, also while nothing is known: a result that comes moves nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[ScoreRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> Sequence["ScoreRow"]:
        return self._rows

    def sizeHint(self) -> QSize:
        # Counted here: a layout passes over rows that were added a moment ago and are not shown yet.
        return QSize(240, len(self._rows) * _ROW_HEIGHT_PX)

    def show_scores(self, candidates: Sequence[Candidate], count: int) -> None:
        """The first `count` candidates; rows without one stay empty."""
        self._set_row_count(count)
        for position, row in enumerate(self._rows):
            row.show_candidate(candidates[position] if position < len(candidates) else None)

    def _set_row_count(self, count: int) -> None:
        while len(self._rows) < count:
            row = ScoreRow(self._theme, is_best=not self._rows, parent=self)
            self._rows.append(row)
            self._column.addWidget(row)
        while len(self._rows) > count:
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()


class ScoreRow(QWidget):
    """A label, its percentage and its bar."""

    def __init__(self, theme: Theme, *, is_best: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_best = is_best
        self._name = ""
        self._score: float | None = None
        self.setFixedHeight(_ROW_HEIGHT_PX)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What a screen reader says: "tabby cat, 83.1 %"."""
        return self.accessibleName()

    def show_candidate(self, candidate: Candidate | None) -> None:
        self._name = label_text(candidate.label.name) if candidate else ""
        self._score = candidate.score if candidate else None
        self.setAccessibleName(f"{self._name}, {percent(self._score)}" if self._score is not None else "")
        self._renew_tip()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _ROW_HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        if self._score is not None:
            self._paint_text(painter, self._score)

    def _paint_text(self, painter: QPainter, score: float) -> None:
        painter.setPen(QColor(self._theme.tokens.text))
        line = QRectF(0, 0, self.width(), _TEXT_HEIGHT_PX)
        painter.setFont(font_px(BODY_PX))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(score))
        painter.setFont(font_px(BODY_PX, semibold=self._is_best))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._elided())

    def _paint_bar(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, _BAR_TOP_PX, self.width(), BAR_HEIGHT_PX)
        _fill_round(painter, track, tokens.track)
        if self._score:
            # Never thinner than a hairline: a small score is not none.
            bar = QRectF(track.topLeft(), track.size())
            bar.setWidth(max(2.0, track.width() * min(1.0, self._score)))
            _fill_round(painter, bar, tokens.accent if self._is_best else tokens.bar_rest)

    def _elided(self) -> str:
        metrics = QFontMetrics(font_px(BODY_PX, semibold=self._is_best))
        room = self.width() - QFontMetrics(font_px(BODY_PX)).horizontalAdvance(percent(1.0)) - _GAP_PX
        return metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)

    def _renew_tip(self) -> None:
        self.setToolTip(tool_tip(self._name) if self._elided() != self._name else "")


def _fill_round(painter: QPainter, rect: QRectF, colour: str) -> None:
    radius = min(rect.height(), rect.width()) / 2
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)
