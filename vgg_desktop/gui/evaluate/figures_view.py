"""How a model did: the few figures that matter, what was left out, and the parts behind tabs."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.run.evaluation import FEWEST_TO_CALIBRATE
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.results.evaluation_view import EvaluationView, Part, ShownEvaluation
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.text.model_wording import device_title, model_title
from vgg_desktop.gui.text.numbers import percent, whole
from vgg_desktop.gui.text.sentences import spoken, spoken_error
from vgg_desktop.gui.widgets.notice_card import NoticeCard
from vgg_desktop.gui.widgets.plain_label import ElidedLabel, PlainLabel
from vgg_desktop.gui.widgets.segment_tabs import SegmentTabs, framed_tabs
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.evaluations import ModelEvaluation

# Among so many classes nearly every picture's own is one of the five best.
_FEWEST_FOR_TOP5 = 11


class FiguresView(QWidget):
    """Everything that it shows is plain data, everything that it wants is a signal."""

    other_requested = Signal()
    again_requested = Signal()
    calibration_requested = Signal()
    picture_opened = Signal(object)  # Path

    def __init__(self, parts: WindowParts, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(parts.theme)
        # Corrections lie beside a run: there is none.
        self.parts = EvaluationView("evaluate", parts.theme, thumbnails, Corrections(parts.jobs, self))
        self._lay_out()
        self.tabs.set_titles(self.parts.titles())
        self.other_button.clicked.connect(self.other_requested)
        self.again_button.clicked.connect(self.again_requested)
        self.calibrate_button.clicked.connect(self.calibration_requested)
        self.parts.picture_opened.connect(self.picture_opened)
        self.tabs.currentChanged.connect(self._on_tab)

    def show_result(self, result: ModelEvaluation) -> None:
        """Show how a model did."""
        found, source = result.found.evaluation, result.request.source
        self._title.setText(display_name(source))
        self._note.setText(" · ".join(self._facts(result)))
        self._say_what_was_left_out(result)
        right = sum(row[place] for place, row in enumerate(found.confusion))
        words = self.tr("{right} of {count} right")
        words = words.format(right=whole(right), count=whole(found.count))
        self.right.show_figure(percent(found.top1), words)
        self.among.show_figure(percent(found.top5), self.tr("right among the five best"))
        self.among.setVisible(len(result.info.labels) >= _FEWEST_FOR_TOP5)
        self.error.show_figure(percent(found.ece_calibrated), self.tr("calibration error"))
        self.parts.show_result(ShownEvaluation(found, result.found.root))
        self._on_tab(self.tabs.currentIndex())
        self._show_calibration(found.count)

    def show_present_model(self, title: str) -> None:
        """Another model is used by now, whose name this is, or nothing."""
        self.again_button.setVisible(bool(title))
        self.again_button.setText(self.tr("Measure {model}").format(model=title).replace("&", "&&"))

    def _facts(self, result: ModelEvaluation) -> list[str]:
        kind = result.found.kind_top1
        return [
            model_title(result.request.model.source, result.info),
            self.tr("%n class(es)", "", sum(bool(one.val_count) for one in result.found.evaluation.classes)),
            device_title(result.device),
            run_wording.duration(result.seconds),
            *([] if kind is None else [self.tr("the kind right in {share}").format(share=percent(kind))]),
        ]

    def _say_what_was_left_out(self, result: ModelEvaluation) -> None:
        unreadable, unknown = result.found.unreadable, result.found.unknown_classes
        sentences = [spoken(notice) for notice in (*result.notices, *result.found.about_seen())]
        if unknown:
            text = self.tr("%n folder(s) fit no class of this model and are left out: {names}.", "", len(unknown))
            sentences.append(text.format(names=", ".join(map(one_line, list(unknown)[:3])) + "…" * (len(unknown) > 3)))
        if unreadable:
            sentences.append(self.tr("%n picture(s) could not be read.", "", len(unreadable)))
        details = [f"{one_line(name)}: {whole(count)}" for name, count in unknown.items()]
        details += [spoken_error(one.error) for one in unreadable if one.error]
        first, *others = sentences or [""]
        self.notice.say(first, " ".join(others), "\n".join(details), is_problem=bool(unreadable))

    def _show_calibration(self, count: int) -> None:
        self.calibrate_button.setEnabled(count >= FEWEST_TO_CALIBRATE)
        tip = self.tr("Writes a copy of the model whose scores mean what they say.")
        if count < FEWEST_TO_CALIBRATE:
            tip = self.tr("It takes at least {count} pictures to calibrate a model.").format(count=FEWEST_TO_CALIBRATE)
        self.calibrate_button.setToolTip(tip)
        self.calibrate_button.setAccessibleDescription(tip)

    def _on_tab(self, index: int) -> None:
        self.parts.show_part(Part(index))

    def _build(self, theme: Theme) -> None:
        self._title = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self._note = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        role(self._title, "title")
        role(self._note, "note")
        self.again_button = QPushButton()
        role(self.again_button, "accent")
        self.other_button = QPushButton(self.tr("Other pictures…"))
        self.calibrate_button = QPushButton(self.tr("Calibrate…"))
        self.notice = NoticeCard(theme)
        self.right, self.among, self.error = _Figure(), _Figure(), _Figure()
        self.error.setToolTip(self.tr("On average, how far the score is from how often the model is right"))
        self.tabs = SegmentTabs()
        self.tabs.setAccessibleName(self.tr("Results"))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in (self.again_button, self.calibrate_button, self.other_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        # Beside the tabs, so that a small window keeps its height for what is behind them.
        figures = QHBoxLayout()
        figures.setSpacing(28)
        figures.addWidget(framed_tabs(self.tabs), 1, Qt.AlignmentFlag.AlignBottom)
        for figure in (self.right, self.among, self.error):
            figures.addWidget(figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addLayout(figures)
        column.addWidget(self.parts, 1)


class _Figure(QWidget):
    """A large number, and under it what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._words = PlainLabel(), PlainLabel()
        role(self._number, "answer")
        role(self._words, "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._number, self._words):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def text(self) -> str:
        """Both as they stand there."""
        return f"{self._number.text()} {self._words.text()}"

    def show_figure(self, number: str, words: str) -> None:
        self._number.setText(number)
        self._words.setText(words)
        self.setAccessibleName(self.text)


def evaluation_arguments(model: str, source: Path) -> list[str]:
    """What the shell's command takes to measure the same."""
    return ["evaluate", model, str(source.absolute())]
