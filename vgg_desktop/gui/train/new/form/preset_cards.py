"""Three ways to train, as cards of which one is chosen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from vgg_desktop.core.recipe.recipe import PRESETS
from vgg_desktop.gui.look.theme import Theme, font_px
from vgg_desktop.gui.look.tokens import BODY_PX, CARD_RADIUS_PX, NOTE_PX
from vgg_desktop.gui.text import recipe_wording

_PADDING_PX = 12
_TITLE_PX = 22
_NOTE_LINE_PX = 18
_BESIDE_FROM_PX = 300


class PresetCards(QWidget):
    """Radio buttons that look like cards."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._cards: dict[str, PresetCard] = {}
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for preset in PRESETS:
            card = PresetCard(preset, theme)
            self._cards[preset] = card
            self._group.addButton(card)
            row.addWidget(card, 1)
        self._group.buttonClicked.connect(self._on_clicked)

    def card(self, preset: str) -> "PresetCard":
        return self._cards[preset]

    def choose(self, preset: str) -> None:
        """Mark a card; tells nobody."""
        self._cards[preset].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _BESIDE_FROM_PX
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        # One below the other they need less width than the layout would ask for.
        return QSize(120, super().minimumSizeHint().height())

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, PresetCard):
            self.chosen.emit(button.preset)


class PresetCard(QAbstractButton):
    """Title and a few words."""

    def __init__(self, preset: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        self._theme = theme
        self._title, self._note = recipe_wording.preset_title(preset), recipe_wording.preset_note(preset)
        self.setCheckable(True)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._note)
        self.setToolTip(self._note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(106, self.heightForWidth(106))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 60)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Cards of one row are of one height: that of the longest note.
        notes = (recipe_wording.preset_note(preset) for preset in PRESETS)
        return 2 * _PADDING_PX + _TITLE_PX + max(self._note_height(note, width) for note in notes)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave, QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus()
        width = 2 if self.isChecked() else 1
        painter.setPen(QPen(QColor(tokens.accent if marked else tokens.hairline), width))
        hovered = tokens.hover if self.underMouse() else tokens.card
        painter.setBrush(QColor(tokens.soft_accent if self.isChecked() else hovered))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, CARD_RADIUS_PX, CARD_RADIUS_PX)
        if self.isChecked() and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(frame.adjusted(4, 4, -4, -4), 6, 6)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        inner = QRectF(self.rect()).adjusted(_PADDING_PX, _PADDING_PX - 2, -_PADDING_PX + 4, -_PADDING_PX + 4)
        painter.setFont(font_px(BODY_PX, semibold=True))
        painter.setPen(QColor(tokens.text))
        title = QFontMetrics(painter.font()).elidedText(self._title, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(font_px(NOTE_PX))
        painter.setPen(QColor(tokens.dim_on_soft if self.isChecked() else tokens.dim))
        painter.drawText(inner.adjusted(0, _TITLE_PX, 0, 0), Qt.TextFlag.TextWordWrap, self._note)

    def _note_height(self, note: str, width: int) -> int:
        metrics, room = QFontMetrics(font_px(NOTE_PX)), width - 2 * _PADDING_PX + 4
        bounds = metrics.boundingRect(0, 0, max(room, 20), 1000, Qt.TextFlag.TextWordWrap, note)
        return max(bounds.height(), _NOTE_LINE_PX)
