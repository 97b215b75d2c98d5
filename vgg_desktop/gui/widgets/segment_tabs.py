"""Tabs that look like one control of several segments."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QWidget

from vgg_desktop.gui.look.theme import role


class SegmentTabs(QTabBar):
    """The look is the style sheet's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setDrawBase(False)
        self.setExpanding(False)

    def set_titles(self, titles: Sequence[str]) -> None:
        """So many tabs, called so; the current one stays where there is one at its place. Tells nobody."""
        current = self.currentIndex()
        with QSignalBlocker(self):
            while self.count() > len(titles):
                self.removeTab(self.count() - 1)
            for index, title in enumerate(titles):
                if index < self.count():
                    self.setTabText(index, title)
                else:
                    self.addTab(title)
            self.setCurrentIndex(max(0, min(current, len(titles) - 1)))


def framed_tabs(tabs: QTabBar) -> QWidget:
    """The tabs in a frame, at the left of what room there is."""
    frame = QFrame()
    role(frame, "segments")
    inner = QHBoxLayout(frame)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(tabs)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(frame)
    row.addStretch(1)
    return holder
