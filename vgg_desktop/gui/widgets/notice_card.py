"""A card that says what somebody should know: a sentence, what to do, and details on request."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.gui.look.icons import icon_pixmap
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_DETAILS_HEIGHT_PX = 130


class NoticeCard(QFrame):
    """A card that is there only when there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._theme = theme
        self._is_problem = False
        self._said = ("", "", "-")
        self._icon, self._summary, self._hint = QLabel(), PlainLabel(), PlainLabel()
        role(self._summary, "strong")
        role(self._hint, "dim")
        for label in (self._summary, self._hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details_button = QPushButton(self.tr("Details"))
        self._details_button.setCheckable(True)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setFixedHeight(_DETAILS_HEIGHT_PX)
        self._details.setAccessibleName(self.tr("Details"))
        self._lay_out()
        self._details_button.toggled.connect(self._details.setVisible)
        theme.changed.connect(self._render_icon)
        self._render_icon()
        self.say()

    @property
    def text(self) -> str:
        """What the card says, empty when it is not there."""
        return f"{self._summary.text()} {self._hint.text()}".strip()

    def say(self, summary: str = "", hint: str = "", detail: str = "", *, is_problem: bool = False) -> None:
        """Without a summary the card goes."""
        self.setVisible(bool(summary))
        if is_problem != self._is_problem:
            self._is_problem = is_problem
            self._render_icon()
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
