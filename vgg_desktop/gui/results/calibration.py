"""Does 90 % sure mean right nine times of ten? Bars of accuracy over the model's own scores."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from vgg_desktop.core.run.evaluation import CalibrationBin, Evaluation
from vgg_desktop.gui.look.theme import Theme, font_px, role
from vgg_desktop.gui.look.tokens import NOTE_PX
from vgg_desktop.gui.text.numbers import percent
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class CalibrationCard(QFrame):
    """The diagram and what it means in a sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        title, self._words = PlainLabel(self.tr("Calibration")), PlainLabel()
        role(title, "strong")
        role(self._words, "note")
        self._words.setWordWrap(True)
        self._diagram = ReliabilityDiagram(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self._words)
        column.addWidget(self._diagram, 1)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        text = self.tr(
            "On average the score is off by {ece}; {calibrated} after calibration (temperature {temperature})."
        )
        words = text.format(
            ece=percent(evaluation.ece),
            calibrated=percent(evaluation.ece_calibrated),
            temperature=f"{evaluation.temperature:.2f}",
        )
        self._words.setText(words)
        self._diagram.show_bins(evaluation.calibration)
        self._diagram.setAccessibleName(words)


class ReliabilityDiagram(QWidget):
    """Bars on the diagonal are honest; below it the model promises too much."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bins: tuple[CalibrationBin, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_bins(self, bins: tuple[CalibrationBin, ...]) -> None:
        self._bins = bins
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(36, 8, self.width() - 52, self.height() - 46)
        painter.setFont(font_px(NOTE_PX))
        self._paint_axes(painter, area)
        most = max((one.count for one in self._bins), default=0)
        painter.setPen(Qt.PenStyle.NoPen)
        for one in self._bins:
            if not one.count:
                continue
            bar = QRectF(area.left() + one.low * area.width() + 1, 0, (one.high - one.low) * area.width() - 2, 0)
            bar.setTop(area.bottom() - one.accuracy * area.height())
            bar.setBottom(area.bottom())
            colour = QColor(tokens.accent)
            # Bins with few pictures say little.
            colour.setAlphaF(0.25 + 0.75 * (one.count / most) ** 0.5)
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QPen(QColor(tokens.dim), 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        tokens = self._theme.tokens
        for share in (0, 0.5, 1):
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(tokens.dim))
            label = QRectF(0, y - 9, area.left() - 6, 18)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{100 * share:.0f}")
            x = area.left() + share * area.width()
            painter.drawText(
                QRectF(x - 30, area.bottom() + 3, 60, 16), Qt.AlignmentFlag.AlignHCenter, f"{100 * share:.0f}"
            )
        foot = QRectF(area.left(), area.bottom() + 18, area.width(), 18)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, self.tr("score, %; bars: right, %"))
