"""Where to drop labelled pictures, and how far the work on them is."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from vgg_desktop.gui.look.icons import icon_pixmap
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import CARD_RADIUS_PX
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.widgets.plain_label import ElidedLabel, PlainLabel
from vgg_desktop.services.dataset_reports import ScanProgress

_ICON_PX = 64
_STEPS = 1000
_BAR_WIDTH_PX, _HINT_WIDTH_PX = 320, 560
# No line ends within a path.
_WORD_JOINER = "\u2060"


class Invitation(QWidget):
    """A card with a dashed edge; while a folder is looked at it says how far that is."""

    folder_requested = Signal()
    table_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._new_welcome(title, hint))
        self._stack.addWidget(self._new_looking())
        theme.changed.connect(self._render_icon)
        self._render_icon()

    @property
    def is_looking(self) -> bool:
        return self._stack.currentIndex() == 1

    def show_welcome(self) -> None:
        self._stack.setCurrentIndex(0)

    def show_looking(self, words: str) -> None:
        """Work has begun, which `words` name; how many pictures there are is not known yet."""
        self._looking.setText(words)
        self._count.setText("")
        self._bar.setMaximum(0)
        self._stack.setCurrentIndex(1)

    def show_progress(self, progress: ScanProgress) -> None:
        self._bar.setMaximum(_STEPS)
        self._bar.setValue(round(_STEPS * progress.done / max(progress.total, 1)))
        text = self.tr("{done} of {total} pictures")
        self._count.setText(text.format(done=whole(progress.done), total=whole(progress.total)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.hairline), 2)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CARD_RADIUS_PX, CARD_RADIUS_PX)

    def _new_welcome(self, title_text: str, hint_text: str) -> QWidget:
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel(title_text)
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        role(title, "number")
        hint = PlainLabel(hint_text.replace("/", f"/{_WORD_JOINER}"))
        hint.setWordWrap(True)
        hint.setMaximumWidth(_HINT_WIDTH_PX)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        role(hint, "dim")
        self.folder_button = QPushButton(self.tr("Choose a folder…"))
        role(self.folder_button, "accent")
        self.table_button = QPushButton(self.tr("Choose a CSV of path and label…"))
        role(self.table_button, "link")
        self.folder_button.clicked.connect(self.folder_requested)
        self.table_button.clicked.connect(self.table_requested)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 24)
        column.addStretch(4)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        column.addWidget(title)
        column.addSpacing(6)
        # In a row of its own: aligned to the middle, it would be as narrow as its longest word.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(hint, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(20)
        for button in (self.folder_button, self.table_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addStretch(5)
        return page

    def _new_looking(self) -> QWidget:
        self._looking, self._count = ElidedLabel(), PlainLabel()
        self._looking.setAlignment(Qt.AlignmentFlag.AlignCenter)
        role(self._looking, "title")
        role(self._count, "note")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setMaximumWidth(_BAR_WIDTH_PX)
        self._bar.setAccessibleName(self.tr("Pictures looked at"))
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop_requested)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._looking)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._bar, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._count)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _render_icon(self) -> None:
        self._icon.setPixmap(icon_pixmap("folder", self._theme.tokens.accent, _ICON_PX))
        self.update()
