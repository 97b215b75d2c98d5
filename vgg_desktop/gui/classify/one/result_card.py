"""What the model says about the shown picture: the answer, how sure, the best labels as bars."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.prediction import Prediction
from vgg_desktop.core.settings import TOP_MAX
from vgg_desktop.gui.classify.one.answer_label import AnswerLabel
from vgg_desktop.gui.classify.one.score_bars import ScoreBars
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import GAP_PX
from vgg_desktop.gui.text.plain_text import dotted
from vgg_desktop.gui.text.result_wording import answer_text, kind_text, sureness
from vgg_desktop.gui.text.sentences import spoken, spoken_error
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_MARGIN_PX = 22
_COMPACT_MARGIN_PX = 16
_NOTE_FROM_HEIGHT_PX = 430
# An answer that comes sooner than this is never announced: a word that flashes is noise.
_BUSY_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class Answer:
    """A prediction and what is known about how it came about: "4.1 ms", "NVIDIA H200 · bf16"."""

    prediction: Prediction
    circumstances: tuple[str, ...] = ()


class ResultCard(QFrame):
    """Every state has the same places: caption, answer, one line about it, bars, buttons, note."""

    top_chosen = Signal(int)
    copy_requested = Signal()
    copy_command_requested = Signal()
    retry_requested = Signal()

    def __init__(self, theme: Theme, top: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._top = top
        self._is_compact = False
        self._prediction: Prediction | None = None
        self._busy_timer = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        role(self, "card")
        self._build(theme)
        self._connect()
        self.show_nothing()

    @property
    def prediction(self) -> Prediction | None:
        """The shown result."""
        return self._prediction

    @property
    def top(self) -> int:
        return self._top

    def show_nothing(self) -> None:
        self._show(self.tr("THIS LOOKS LIKE"), "", "")

    def show_engine_loading(self) -> None:
        """The picture is there, the engine is not yet."""
        self._show(self.tr("ONE MOMENT"), "", self.tr("Getting the engine ready…"), is_working=True)

    def show_busy(self) -> None:
        """The picture is being classified; said only if it takes a while."""
        self.show_nothing()
        self._busy_timer.start()

    def show_answer(self, answer: Answer) -> None:
        prediction = answer.prediction
        is_guess = prediction.sure is False and prediction.fallback is None
        caption = self.tr("THIS MIGHT BE") if is_guess else self.tr("THIS LOOKS LIKE")
        kind = kind_text(prediction.kind) if prediction.kind else ""
        how = dotted(sureness(prediction), kind, *answer.circumstances)
        line = "\n".join(part for part in (how, *map(spoken, prediction.notes)) if part)
        self._show(caption, answer_text(prediction), line, prediction=prediction)
        role(self._line, "dim" if prediction.sure is not False else "warning")

    def show_no_picture(self) -> None:
        """What was chosen cannot be read, and its place says why."""
        self._show(self.tr("NO ANSWER"), "", self.tr("There is no picture to look at."))

    def show_error(self, error: AppError) -> None:
        """This picture has no answer."""
        self._show(self.tr("NO ANSWER"), "", spoken_error(error))

    def show_no_model(self, error: AppError) -> None:
        """Nothing can be classified until a model is there."""
        self._show(self.tr("NO MODEL"), "", spoken_error(error), can_retry=True)

    def set_top(self, top: int) -> None:
        """Show `top` bars from now on."""
        self._top = top
        self._top_button.setText(self._top_text())
        self._top_actions[top - 1].setChecked(True)
        self._show_bars()

    def set_note(self, text: str) -> None:
        """The model's limits, at the bottom; an empty text takes the note away."""
        self._note.setText(text)
        self._show_note()

    def set_compact(self, is_compact: bool) -> None:
        """Beside the table there is less room: the note gives way to the bars."""
        self._is_compact = is_compact
        self._show_note()
        margin_px = _COMPACT_MARGIN_PX if is_compact else _MARGIN_PX
        if layout := self.layout():
            layout.setContentsMargins(margin_px, margin_px, margin_px, margin_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_note()

    def _show_note(self) -> None:
        """Where there is little room, the bars have it."""
        is_low = self._is_compact or self.height() < _NOTE_FROM_HEIGHT_PX
        self._note_frame.setVisible(bool(self._note.text()) and not is_low)

    def _show(
        self,
        caption: str,
        answer: str,
        line: str,
        *,
        prediction: Prediction | None = None,
        is_working: bool = False,
        can_retry: bool = False,
    ) -> None:
        self._busy_timer.stop()
        self._prediction = prediction
        self._caption.setText(caption)
        self._answer.setText(answer, is_phrase=prediction is not None and prediction.fallback is not None)
        self._line.setText(line)
        role(self._line, "dim")
        self._working.setVisible(is_working)
        self._retry_button.setVisible(can_retry)
        self._show_bars()
        self._copy_button.setEnabled(prediction is not None)

    def _say_busy(self) -> None:
        self._caption.setText(self.tr("LOOKING…"))
        self._working.show()

    def _build(self, theme: Theme) -> None:
        self._caption, self._answer, self._line = PlainLabel(), AnswerLabel(), PlainLabel()
        role(self._caption, "caption")
        self._line.setWordWrap(True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # Room for two lines always: in a narrow card a long one wraps, and nothing below it moves.
        self._line.setMinimumHeight(2 * self._line.fontMetrics().lineSpacing())
        self._working = QProgressBar(textVisible=False, maximum=0)
        self._working.setAccessibleName(self.tr("Working"))
        self._bars = ScoreBars(theme)
        self._retry_button = QPushButton(self.tr("Try again"))
        self._build_buttons()
        self._build_note()
        self._lay_out()

    def _build_buttons(self) -> None:
        self._top_button = QPushButton(self._top_text())
        self._top_button.setProperty("hasMenu", True)
        self._top_button.setAccessibleName(self.tr("How many labels are shown"))
        self._top_button.setMenu(self._top_menu())
        self._copy_button = QPushButton(self.tr("Copy"))
        self._copy_button.setProperty("hasMenu", True)
        menu = QMenu(self._copy_button)
        menu.addAction(self.tr("Copy result"), self.copy_requested.emit)
        menu.addAction(self.tr("Copy as command"), self.copy_command_requested.emit)
        self._copy_button.setMenu(menu)

    def _top_menu(self) -> QMenu:
        menu = QMenu(self._top_button)
        group = QActionGroup(menu)
        self._top_actions: list[QAction] = []
        for top in range(1, TOP_MAX + 1):
            action = QAction(self.tr("Top %1").replace("%1", str(top)), menu, checkable=True, checked=top == self._top)
            action.setData(top)
            group.addAction(action)
            menu.addAction(action)
            self._top_actions.append(action)
        group.triggered.connect(self._on_top_chosen)
        return menu

    def _build_note(self) -> None:
        self._note = PlainLabel()
        role(self._note, "note")
        self._note.setWordWrap(True)
        self._note_frame = QFrame()
        role(self._note_frame, "soft")
        inside = QVBoxLayout(self._note_frame)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(self._note)
        self._note_frame.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addSpacing(4)
        column.addWidget(self._answer)
        column.addSpacing(2)
        column.addWidget(self._line)
        column.addWidget(self._working_place())
        column.addSpacing(12)
        column.addWidget(self._bars_area(), 100)
        column.addSpacing(GAP_PX)
        column.addLayout(self._button_row())
        column.addStretch(1)
        column.addSpacing(GAP_PX * 2)
        column.addWidget(self._note_frame)

    def _working_place(self) -> QWidget:
        """The bar comes and goes without moving what is below it."""
        place = QWidget()
        place.setFixedHeight(4)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._working)
        return place

    def _bars_area(self) -> QScrollArea:
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        role(inside, "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bars)
        column.addStretch(1)
        area.setWidget(inside)
        self._scroll = area
        area.verticalScrollBar().rangeChanged.connect(self._make_way_for_scroll_bar)
        return area

    def _make_way_for_scroll_bar(self, _least: int, most: int) -> None:
        content = self._scroll.widget()
        if content and (layout := content.layout()):
            layout.setContentsMargins(0, 0, GAP_PX if most else 0, 0)

    def _show_bars(self) -> None:
        """The buttons stand right below the bars; where there is no room for all of them, the bars scroll."""
        self._bars.show_scores(self._prediction.candidates if self._prediction else (), self._top)
        self._scroll.setMaximumHeight(self._bars.sizeHint().height())

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        for button in (self._top_button, self._copy_button, self._retry_button):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._busy_timer.timeout.connect(self._say_busy)
        self._retry_button.clicked.connect(self.retry_requested)

    def _on_top_chosen(self, action: QAction) -> None:
        self.set_top(action.data())
        self.top_chosen.emit(self._top)

    def _top_text(self) -> str:
        return self.tr("Top %1").replace("%1", str(self._top))
