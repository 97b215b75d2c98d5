"""What a run has to say: why it ended, what to do now, and the worker's own words on request."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.run.history import History
from vgg_desktop.gui.look.icons import icon_pixmap
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.services.run_watch import RunFacts

_DETAILS_HEIGHT_PX = 130


class RunNotice(QFrame):
    """A card that is there only when there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._theme = theme
        self._is_problem = True
        self._said = ("", "", "-")
        self._icon, self._summary, self._hint = QLabel(), PlainLabel(), PlainLabel()
        role(self._summary, "strong")
        role(self._hint, "dim")
        for label in (self._summary, self._hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details_button = QPushButton(self.tr("Details"), checkable=True)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setFixedHeight(_DETAILS_HEIGHT_PX)
        self._details.setAccessibleName(self.tr("Details"))
        self._lay_out()
        self._details_button.toggled.connect(self._details.setVisible)
        theme.changed.connect(self._render_icon)
        self._say("", "", "")

    @property
    def text(self) -> str:
        """What the card says, empty when it is not there."""
        return f"{self._summary.text()} {self._hint.text()}".strip()

    def show_run(self, facts: RunFacts, history: History) -> None:
        """Say what this run is about to make known."""
        state = facts.state
        self._is_problem = True
        if facts.problem:
            self._say(facts.problem.summary, facts.problem.hint, facts.problem.detail)
        elif state.state == "lost":
            self._say(
                self.tr("The training was interrupted: its process is gone."),
                self.tr("Nothing before the last checkpoint is lost. Resume goes on from there.")
                if history.checkpoints
                else self.tr("It had no checkpoint yet. Resume begins again."),
                facts.log,
            )
        elif state.state == "failed":
            # The record is never older than the last event: a worker that died at once has left none.
            last = state if state.summary or not history.ended else history.ended
            summary = last.summary or self.tr("The training failed before it began.")
            self._say(summary, last.hint, last.detail or facts.log)
        else:
            self._say_lesser_things(facts, history)

    def _say_lesser_things(self, facts: RunFacts, history: History) -> None:
        self._is_problem = False
        warnings = history.warnings
        if facts.skipped_lines:
            text = self.tr("%n line(s) of this run's log could not be read and were skipped.", "", facts.skipped_lines)
            self._say(text, self.tr("They are damaged, or written by a newer version of the program."), "")
        elif warnings and facts.state.state in ("starting", "running", "finished", "stopped"):
            earlier = "\n".join(
                f"{spoken(warning.summary)} {spoken(warning.hint)}".strip() for warning in reversed(warnings[:-1])
            )
            self._say(warnings[-1].summary, warnings[-1].hint, earlier)
        elif facts.state.state in ("stopped", "paused") and facts.state.summary:
            self._say(facts.state.summary, facts.state.hint, facts.state.detail)
        else:
            self._say("", "", "")

    def _say(self, summary: str, hint: str, detail: str) -> None:
        self.setVisible(bool(summary))
        if (summary, hint, detail) == self._said:
            return
        self._said = (summary, hint, detail)
        summary, hint = spoken(summary), spoken(hint)
        self._summary.setText(summary)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._details.setPlainText(detail)
        self._details_button.setVisible(bool(detail))
        self._details_button.setChecked(False)
        self._details.setVisible(False)
        self.setAccessibleName(f"{summary} {hint}".strip())
        self._render_icon()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._summary)
        words.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._details_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addLayout(row)
        column.addWidget(self._details)

    def _render_icon(self) -> None:
        tokens = self._theme.tokens
        colour = tokens.warning if self._is_problem else tokens.accent
        self._icon.setPixmap(icon_pixmap("warning" if self._is_problem else "info", colour, 20))
