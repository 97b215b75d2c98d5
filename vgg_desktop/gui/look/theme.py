"""Light and dark: one palette and one style sheet from the tokens, for the whole application.

How a widget gets its look: plain Qt widgets look right as they are, and `role(widget, "...")` picks a variant.

    QLabel       "title" 18 px, "answer" 30 px, "number" 22 px, "strong" 14 px semibold, "note" 12 px dim,
                 "caption" 12 px semibold dim (text in capitals), "dim", "warning", "good", "bad"
    QPushButton  none: hairline button; "accent": the one main action; "quiet": no frame; "link": reads as a link;
                 "chip": soft ground, as the choosers in the header
                 and the property "textSize" = "note" for 12 px
    QFrame       "card": white ground, hairline, radius; "soft": soft accent ground; "header", "status", "hairline"
    QListView, QTreeView, QTableView   "plain": no frame, ground of what they lie on
    QProgressBar none: a slim bar of 4 px without text

A widget that paints itself takes colours from `Theme.tokens` and calls `update()` on `Theme.changed`.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from vgg_desktop.core.window_choices import Scheme
from vgg_desktop.gui.look.style_sheet import style_sheet
from vgg_desktop.gui.look.tokens import BODY_PX, DARK, LIGHT, Tokens


class SystemScheme(QObject):
    """What the desktop is set to, and when that changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.changed)

    def is_dark(self) -> bool:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


class Theme(QObject):
    """The scheme in force; applies it to the application and follows the system where asked to."""

    changed = Signal()

    def __init__(
        self, application: QApplication, scheme: Scheme = Scheme.SYSTEM, system: SystemScheme | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._scheme = scheme
        self._tokens = LIGHT
        application.setStyle("Fusion")
        application.setFont(_body_font(application.font()))
        self._system = system or SystemScheme()
        self._system.changed.connect(self._on_system_changed)
        self.choose(scheme)

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Take `scheme` from now on; native parts such as title bars and file dialogs follow where they can."""
        self._scheme = scheme
        hints = QGuiApplication.styleHints()
        if scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if scheme is Scheme.DARK else Qt.ColorScheme.Light)
        self._apply()

    def _on_system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        tokens = DARK if self._wants_dark() else LIGHT
        if tokens is self._tokens and self._application.styleSheet():
            return
        self._tokens = tokens
        self._application.setPalette(_palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._system.is_dark()
        return self._scheme is Scheme.DARK


def role(widget: QWidget, name: str) -> None:
    """Give `widget` the look `name` of the list above; may be called again to change it."""
    widget.setProperty("role", name)
    # A style sheet reads properties only when it is polished.
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def font_px(size_px: int, *, semibold: bool = False) -> QFont:
    """The application's font at `size_px`, for widgets that paint their own text."""
    font = QFont(QApplication.font())
    font.setPixelSize(size_px)
    if semibold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _body_font(system: QFont) -> QFont:
    font = QFont(system)
    font.setPixelSize(BODY_PX)
    return font


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    colours = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.card,
        QPalette.ColorRole.AlternateBase: tokens.ground,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.dim,
        QPalette.ColorRole.Button: tokens.card,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.bad_text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.card,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Light: tokens.card,
        QPalette.ColorRole.Midlight: tokens.hairline,
        QPalette.ColorRole.Mid: tokens.hairline,
        QPalette.ColorRole.Dark: tokens.hairline,
        QPalette.ColorRole.Shadow: tokens.hairline,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    for colour_role, colour in colours.items():
        palette.setColor(colour_role, QColor(colour))
    for colour_role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(tokens.disabled))
    return palette
