"""The picture that is looked at, with its name, its size and the way to its neighbours."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.classify.one.picture_view import PictureView
from vgg_desktop.gui.look.icons import icon_pixmap, line_icon
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import GAP_PX
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.widgets.plain_label import ElidedLabel, PlainLabel

_FOOT_HEIGHT_PX = 52
_FOOT_MARGIN_PX = 14
_ICON_PX = 40
_NAME_LEAST_PX = 56


class PictureCard(QFrame):
    """Shows one picture, or why it cannot be shown."""

    open_requested = Signal()
    step_requested = Signal(int)  # -1 or 1

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        role(self, "card")
        self.view = PictureView(theme)
        self._build()
        self._connect()
        self._draw_icons()
        self.set_position(0, 0)

    def show_picture(self, image: QImage, name: str, size_px: tuple[int, int], *, is_damaged: bool) -> None:
        """`size_px` is the file's own width and height."""
        self.view.set_picture(image, size_px)
        self.view.setAccessibleDescription(name)
        self._name.setText(name)
        self._size.setText(f"{size_px[0]} × {size_px[1]}")
        self._damaged.setVisible(is_damaged)
        self._stack.setCurrentWidget(self.view)

    def show_failure(self, name: str, error: AppError) -> None:
        """In place of the picture: what is wrong with this one of the list."""
        self.view.set_picture(None)
        self._name.setText(name)
        self._size.setText("")
        self._damaged.hide()
        self._failure.setText(spoken(error.summary))
        self._failure_hint.setText(spoken(error.hint))
        self._stack.setCurrentWidget(self._failure_panel)

    def set_position(self, number: int, count: int) -> None:
        """ "3 of 120" with buttons to both sides; nothing where a picture stands alone."""
        self._steps.setVisible(count > 1)
        text = self.tr("{number} of {count}")
        self._position.setText(text.format(number=whole(number), count=whole(count)) if number else "")
        self._previous.setEnabled(number > 1)
        self._next.setEnabled(0 < number < count)

    def set_compact(self, is_compact: bool) -> None:
        """Beside the table there is less room: Open is in the menu too, and the name matters more than the size."""
        self._open.setVisible(not is_compact)
        self._size.setVisible(not is_compact)

    def _build(self) -> None:
        self._name, self._size = ElidedLabel(), PlainLabel()
        # As wide as its text and no wider, so that the size follows it; narrower where there is no room.
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name.setMinimumWidth(_NAME_LEAST_PX)
        role(self._size, "dim")
        self._damaged = ElidedLabel(self.tr("Damaged: this is what could be read."))
        self._damaged.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        role(self._damaged, "warning")
        self._damaged.hide()
        self._open = QPushButton(self.tr("Open…"))
        self._build_steps()
        self._build_failure()
        self._lay_out()

    def _build_steps(self) -> None:
        self._previous, self._next = QPushButton(), QPushButton()
        self._previous.setAccessibleName(self.tr("Previous picture"))
        self._previous.setToolTip(self.tr("Previous picture (Left)"))
        self._next.setAccessibleName(self.tr("Next picture"))
        self._next.setToolTip(self.tr("Next picture (Right)"))
        self._position = PlainLabel()
        role(self._position, "dim")
        self._steps = QWidget()
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self._previous, self._next):
            role(button, "quiet")
            button.setFixedWidth(32)
        row.addWidget(self._previous)
        row.addWidget(self._position)
        row.addWidget(self._next)

    def _build_failure(self) -> None:
        self._failure_icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._failure, self._failure_hint = PlainLabel(), PlainLabel()
        role(self._failure_hint, "dim")
        for label in (self._failure, self._failure_hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._failure_panel = QWidget()
        column = QVBoxLayout(self._failure_panel)
        column.setContentsMargins(48, 16, 48, 16)
        column.setSpacing(GAP_PX)
        column.addStretch(1)
        for label in (self._failure_icon, self._failure, self._failure_hint):
            column.addWidget(label)
        column.addStretch(1)

    def _lay_out(self) -> None:
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._failure_panel)
        foot = QWidget()
        foot.setFixedHeight(_FOOT_HEIGHT_PX)
        row = QHBoxLayout(foot)
        row.setContentsMargins(_FOOT_MARGIN_PX, 0, _FOOT_MARGIN_PX, 0)
        row.setSpacing(12)
        for widget in (self._name, self._size, self._damaged):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._steps)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(place, 1)
        column.addWidget(foot)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_requested)
        self._previous.clicked.connect(self._step_back)
        self._next.clicked.connect(self._step_on)
        self._theme.changed.connect(self._draw_icons)

    def _step_back(self) -> None:
        self.step_requested.emit(-1)

    def _step_on(self) -> None:
        self.step_requested.emit(1)

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        self._failure_icon.setPixmap(icon_pixmap("warning", tokens.warning, _ICON_PX))
        self._previous.setIcon(line_icon("arrow-left", tokens.text))
        self._next.setIcon(line_icon("arrow-right", tokens.text))
