"""How it shall be trained, what that will take, and Start."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vgg_desktop.core.dataset_report import Estimate
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.train.new.form.recipe_form import RecipeForm
from vgg_desktop.gui.widgets.plain_label import PlainLabel

CARD_WIDTH_PX, NARROW_CARD_WIDTH_PX = 370, 320
_MAIN_BUTTON_HEIGHT_PX = 40
translate = QCoreApplication.translate


class SetupCard(QFrame):
    """The form scrolls; estimate and Start stay where they are."""

    start_requested = Signal()
    copy_requested = Signal()
    save_requested = Signal()
    load_requested = Signal()
    corrections_dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.form = RecipeForm(theme)
        self._estimate_rows = [EstimateRow(title) for title in (self.tr("Time"), self.tr("Memory"), self.tr("Disk"))]
        self._reason = PlainLabel()
        self._reason.setWordWrap(True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        role(self._reason, "note")
        self.start_button = MainButton(self.tr("Start"))
        role(self.start_button, "accent")
        self._corrections_note = PlainLabel()
        self._corrections_note.setWordWrap(True)
        self._corrections_row = self._new_corrections_row()
        self._lay_out()
        self.start_button.clicked.connect(self.start_requested)
        self.show_estimate(None)
        self.show_obstacle("", can_start=False)
        self.show_corrections("")

    @property
    def obstacle(self) -> str:
        """Why Start cannot be pressed, as it stands under it."""
        return self._reason.text()

    @property
    def estimate_text(self) -> str:
        return "; ".join(row.text for row in self._estimate_rows if row.text)

    def show_estimate(self, estimate: Estimate | None, *, is_pending: bool = False) -> None:
        """What the run will take; with `is_pending` a new estimate is on its way."""
        values = _estimate_words(estimate) if estimate else ("", "", "")
        if is_pending and not estimate:
            values = (self.tr("estimating…"), "", "")
        for row, value in zip(self._estimate_rows, values, strict=True):
            row.show_value(value, is_stale=is_pending)

    def show_obstacle(self, reason: str, *, can_start: bool) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.start_button.setEnabled(can_start)

    @property
    def corrections_text(self) -> str:
        """Which corrections it says the run will be trained with."""
        return self._corrections_note.text()

    def show_corrections(self, text: str) -> None:
        """Which corrections the run will be trained with, if any."""
        self._corrections_note.setText(text)
        self._corrections_row.setVisible(bool(text))

    def _new_corrections_row(self) -> QFrame:
        frame = QFrame()
        role(frame, "soft")
        role(self._corrections_note, "note")
        drop = QPushButton(self.tr("Without"))
        role(drop, "link")
        drop.clicked.connect(self.corrections_dropped)
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._corrections_note, 1)
        row.addWidget(drop)
        return frame

    def _lay_out(self) -> None:
        inside = QWidget()
        role(inside, "page")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(18, 18, 18, 12)
        inner.addWidget(self.form)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        line = QFrame()
        role(line, "hairline")
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 0, 18, 14)
        foot.setSpacing(10)
        foot.addWidget(line)
        foot.addLayout(_column_of(self._estimate_rows))
        foot.addWidget(self._corrections_row)
        foot.addWidget(self.start_button)
        foot.addWidget(self._reason)
        foot.addLayout(self._links())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addLayout(foot)

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        links = (
            (self.tr("Copy as command"), self.copy_requested),
            (self.tr("Save recipe…"), self.save_requested),
            (self.tr("Load…"), self.load_requested),
        )
        for place, (text, signal) in enumerate(links):
            if place:
                dot = PlainLabel("·")
                role(dot, "note")
                row.addWidget(dot)
            button = QPushButton(text)
            button.setProperty("textSize", "note")
            role(button, "link")
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row


class MainButton(QPushButton):
    """Higher than other buttons; the style sheet's height would win over a minimum height."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, _MAIN_BUTTON_HEIGHT_PX))


class EstimateRow(QWidget):
    """A word on the left, a figure on the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._value = PlainLabel()
        heading = PlainLabel(title)
        role(heading, "dim")
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(heading, 0, 0)
        row.addWidget(self._value, 0, 1, Qt.AlignmentFlag.AlignRight)

    @property
    def text(self) -> str:
        return f"{self._title}: {self._value.text()}" if self._value.text() else ""

    def show_value(self, value: str, *, is_stale: bool) -> None:
        self._value.setText(value)
        role(self._value, "dim" if is_stale else "")
        self.setAccessibleName(self.text)
        self.setVisible(bool(value))


def _estimate_words(estimate: Estimate) -> tuple[str, str, str]:
    disk = run_wording.size(estimate.disk_bytes)
    if estimate.disk_free_bytes is not None:
        text = translate("Estimate", "{needed} of {free} free")
        disk = text.format(needed=disk, free=run_wording.size(estimate.disk_free_bytes))
    return _time_words(estimate), run_wording.size(estimate.memory_bytes), disk


def _time_words(estimate: Estimate) -> str:
    """ "about 50 s, then 0.3 s an epoch"; nothing where no rate is known."""
    if estimate.seconds is None:
        return translate("Estimate", "not known yet")
    if estimate.prepare_seconds and estimate.epoch_seconds is not None:
        text = translate("Estimate", "about {prepare}, then {epoch} an epoch")
        return text.format(
            prepare=run_wording.duration(estimate.prepare_seconds), epoch=run_wording.duration(estimate.epoch_seconds)
        )
    return translate("Estimate", "about {time}").format(time=run_wording.duration(estimate.seconds))


def _column_of(rows: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for row in rows:
        column.addWidget(row)
    return column
