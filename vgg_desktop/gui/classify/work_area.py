"""The cards: picture and result beside each other, or the table with both at its side; the strip below."""

import base64
import binascii

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from vgg_desktop.gui.classify.many.results_model import ResultsModel
from vgg_desktop.gui.classify.many.strip_bar import StripBar
from vgg_desktop.gui.classify.many.table_card import TableCard
from vgg_desktop.gui.classify.one.picture_card import PictureCard
from vgg_desktop.gui.classify.one.result_card import ResultCard
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.look.tokens import GAP_PX, MARGIN_PX
from vgg_desktop.gui.widgets.thumbnails import Thumbnails

_LEFT_PX, _RIGHT_PX = 802, 430
_RIGHT_LEAST_PX = 320
_LEFT_LEAST_PX = 360


class ClassifyArea(QWidget):
    """Lays the cards out; what they show is the page's affair."""

    splitter_moved = Signal(str)

    def __init__(
        self, model: ResultsModel, thumbnails: Thumbnails, theme: Theme, top: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.picture = PictureCard(theme)
        self.result = ResultCard(theme, top)
        self.table = TableCard(model, thumbnails, theme)
        self.strip_bar = StripBar(model, thumbnails, theme)
        self._shows_table = False
        self._shows_list = False
        self._build()

    @property
    def shows_table(self) -> bool:
        return self._shows_table

    def show_table(self, shown: bool) -> None:
        """The table in the picture's place, and the picture smaller above its result; or the other way round."""
        if shown != self._shows_table:
            self._shows_table = shown
            self._exchange()
        self.table.setVisible(shown)
        self.picture.set_compact(shown)
        self.result.set_compact(shown)
        self.strip_bar.table_button.setChecked(shown)
        self.strip_bar.setVisible(self._shows_list and not shown)

    def show_list(self, shown: bool) -> None:
        """Strip and table make sense only where there are many pictures."""
        self._shows_list = shown
        self.show_table(self._shows_table and shown)

    def restore_splitter(self, text: str) -> None:
        """`text` as `splitter_moved` gave it; anything else is as usual."""
        try:
            state = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            state = b""
        if not state or not self._splitter.restoreState(QByteArray(state)):
            self._splitter.setSizes([_LEFT_PX, _RIGHT_PX])
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(MARGIN_PX)

    def _exchange(self) -> None:
        """A widget that is moved to another parent is hidden by that."""
        if self._shows_table:
            self._right.insertWidget(0, self.picture, 2)
            self.table.take_buttons(self.strip_bar.buttons)
        else:
            self._left.insertWidget(0, self.picture)
            self.strip_bar.take_buttons()
        self.picture.show()
        self.strip_bar.buttons.show()

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        left.setMinimumWidth(_LEFT_LEAST_PX)
        right.setMinimumWidth(_RIGHT_LEAST_PX)
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        for column in (self._left, self._right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(MARGIN_PX)
        self._left.addWidget(self.picture)
        self._left.addWidget(self.table)
        self._right.addWidget(self.result, 3)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._on_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.strip_bar)
        self.restore_splitter("")
        self.show_table(False)

    def _on_moved(self) -> None:
        self.splitter_moved.emit(base64.b64encode(self._splitter.saveState().data()).decode("ascii"))
