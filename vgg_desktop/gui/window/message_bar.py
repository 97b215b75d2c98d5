"""The one quiet place for messages: a strip that comes, waits, and goes when it is dismissed."""

from collections import deque

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.look.icons import icon_pixmap, line_icon
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import GAP_PX, MARGIN_PX
from vgg_desktop.gui.page import Message
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_WAITING_MAX = 20
_DETAILS_HEIGHT_PX = 120


class MessageBar(QFrame):
    """Shows one message at a time; others wait. The same message twice in a row is shown once."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: deque[Message] = deque(maxlen=_WAITING_MAX)
        self._shown: Message | None = None
        role(self, "message")
        self._build()
        self._connect()
        self.hide()

    @property
    def message(self) -> Message | None:
        return self._shown

    @property
    def waiting_count(self) -> int:
        return len(self._waiting)

    def post(self, message: Message | AppError) -> None:
        """Show `message` now, or after those that were posted before it."""
        message = Message.of(message) if isinstance(message, AppError) else message
        if message == self._shown or message in self._waiting or (message.undo and message.undo.is_over):
            return
        if message.undo:
            message.undo.ended.connect(self._on_undo_ended)
        if self._shown and not self._shown.is_problem:
            # News gives way; only problems wait to be read.
            self._shown = None
        if self._shown and message.undo:
            # A problem can wait, and this soon cannot be undone any more.
            self._waiting.appendleft(self._shown)
            self._shown = None
        if self._shown:
            self._waiting.append(message)
        else:
            self._shown = message
        self._render()

    def dismiss(self) -> None:
        """Put the present message away and show the next."""
        self._shown = self._waiting.popleft() if self._waiting else None
        self._details_button.setChecked(False)
        self._render()
        self.dismissed.emit()

    def _on_undo_ended(self) -> None:
        """A message that offers what has ended goes."""
        is_over = [message for message in self._waiting if message.undo and message.undo.is_over]
        for message in is_over:
            self._waiting.remove(message)
        if self._shown and self._shown.undo and self._shown.undo.is_over:
            self.dismiss()
        elif is_over:
            self._render()

    def _build(self) -> None:
        self._icon = QLabel()
        self._summary, self._hint, self._count = PlainLabel(), PlainLabel(), PlainLabel()
        for label in (self._summary, self._hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        role(self._summary, "strong")
        role(self._hint, "dim")
        role(self._count, "note")
        self._action_button = QPushButton()
        self._details_button = QPushButton(self.tr("Details"))
        self._details_button.setCheckable(True)
        self._copy_button = QPushButton(self.tr("Copy"))
        self._close_button = QPushButton()
        self._close_button.setFixedSize(32, 32)
        self._close_button.setAccessibleName(self.tr("Dismiss the message"))
        self._close_button.setToolTip(self.tr("Dismiss (Esc)"))
        for button in (self._details_button, self._copy_button, self._close_button):
            role(button, "quiet")
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setFixedHeight(_DETAILS_HEIGHT_PX)
        self._details.setAccessibleName(self.tr("Details"))
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._summary)
        words.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for widget in (self._count, self._action_button, self._details_button, self._copy_button, self._close_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, GAP_PX, MARGIN_PX - 8, GAP_PX)
        column.addLayout(row)
        column.addWidget(self._details)

    def _connect(self) -> None:
        self._details_button.toggled.connect(self._details.setVisible)
        self._copy_button.clicked.connect(self._copy)
        self._close_button.clicked.connect(self.dismiss)
        self._action_button.clicked.connect(self._act)
        self._theme.changed.connect(self._render)

    def _render(self) -> None:
        message = self._shown
        self.setVisible(message is not None)
        if message is None:
            return
        self._summary.setText(message.summary)
        self._hint.setText(message.hint)
        self._hint.setVisible(bool(message.hint))
        self._count.setText(self.tr("%n more", "", len(self._waiting)))
        self._count.setVisible(bool(self._waiting))
        self._action_button.setText(self.tr("Undo") if message.undo else message.action_text)
        self._action_button.setVisible(bool(message.action or message.undo))
        self._details.setPlainText(message.detail)
        self._details_button.setVisible(bool(message.detail))
        self._details.setVisible(bool(message.detail) and self._details_button.isChecked())
        self._copy_button.setVisible(message.is_problem)
        tokens = self._theme.tokens
        colour = tokens.warning if message.is_problem else tokens.accent
        self._icon.setPixmap(icon_pixmap("warning" if message.is_problem else "info", colour, 20))
        self._close_button.setIcon(line_icon("close", tokens.dim))
        self.setAccessibleName(message.as_text())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _copy(self) -> None:
        if self._shown:
            QGuiApplication.clipboard().setText(self._shown.as_text())

    def _act(self) -> None:
        message = self._shown
        if message and message.undo:
            message.undo.take_back()
            return
        self.dismiss()
        if message and message.action:
            message.action()
