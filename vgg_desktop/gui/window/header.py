"""The strip at the top: tabs on the left, what the page chooses on the right, the menu at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QTabBar, QWidget

from vgg_desktop.gui.look.icons import line_icon
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import HEADER_HEIGHT_PX, MARGIN_PX
from vgg_desktop.gui.widgets.segment_tabs import SegmentTabs

_TABS_HEIGHT_PX = 38


class Header(QFrame):
    """Shows which page is current and says which one is wanted."""

    tab_chosen = Signal(int)

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        role(self, "header")
        self.setFixedHeight(HEADER_HEIGHT_PX)
        self._tabs = self._build_tabs()
        self._side = QHBoxLayout()
        self._side.setSpacing(12)
        self._menu_button = self._build_menu_button(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, 0, MARGIN_PX - 8, 0)
        row.addWidget(self._framed(self._tabs))
        row.addStretch(1)
        row.addLayout(self._side)
        row.addWidget(self._menu_button)
        self._tabs.currentChanged.connect(self.tab_chosen)
        theme.changed.connect(self._render_icon)
        self._render_icon()

    def add_tab(self, title: str) -> None:
        # The first one would be chosen at once.
        with QSignalBlocker(self._tabs):
            self._tabs.addTab(title)

    def set_current(self, index: int) -> None:
        with QSignalBlocker(self._tabs):
            self._tabs.setCurrentIndex(index)

    def add_side_widget(self, widget: QWidget) -> None:
        self._side.addWidget(widget)

    def show_side_widgets(self, shown: Sequence[QWidget]) -> None:
        """Of all side widgets, show these."""
        for position in range(self._side.count()):
            item = self._side.itemAt(position)
            widget = item.widget() if item else None
            if widget:
                widget.setVisible(widget in shown)

    def open_menu(self) -> None:
        self._menu_button.showMenu()

    def _build_tabs(self) -> SegmentTabs:
        tabs = SegmentTabs()
        # Their room would be kept free at the end.
        tabs.setUsesScrollButtons(False)
        tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tabs.setAccessibleName(self.tr("Pages"))
        return tabs

    def _framed(self, tabs: QTabBar) -> QFrame:
        frame = QFrame()
        frame.setFixedHeight(_TABS_HEIGHT_PX)
        role(frame, "segments")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(tabs)
        return frame

    def _build_menu_button(self, menu: QMenu) -> QPushButton:
        button = QPushButton()
        role(button, "quiet")
        button.setObjectName("menuButton")
        button.setMenu(menu)
        button.setFixedSize(36, 34)
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu (F10)"))
        return button

    def _render_icon(self) -> None:
        self._menu_button.setIcon(line_icon("menu", self._theme.tokens.dim_on_soft, 18))
