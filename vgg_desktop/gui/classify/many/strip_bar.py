"""The strip of pictures below the cards, with what can be done with all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vgg_desktop.gui.classify.many.filmstrip import Filmstrip
from vgg_desktop.gui.classify.many.results_model import ResultsModel
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import GAP_PX, MARGIN_PX
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.gui.widgets.thumbnails import Thumbnails


class StripBar(QWidget):
    """The strip, and the buttons that the table borrows while it is shown in the strip's place."""

    def __init__(
        self, model: ResultsModel, thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.strip = Filmstrip(model, thumbnails, theme)
        self._caption = PlainLabel(self.tr("PICTURES"))
        role(self._caption, "caption")
        self.stop_button = QPushButton(self.tr("Stop"))
        self.go_on_button = QPushButton(self.tr("Go on"))
        self.table_button = QPushButton(self.tr("Table"))
        self.table_button.setCheckable(True)
        self.export_button = QPushButton(self.tr("Export…"))
        self.buttons = QWidget()
        together = QHBoxLayout(self.buttons)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(GAP_PX)
        for button in (self.stop_button, self.go_on_button, self.table_button, self.export_button):
            together.addWidget(button)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self._caption)
        row.addSpacing(GAP_PX)
        row.addWidget(self.strip, 1)
        row.addSpacing(MARGIN_PX)
        self.take_buttons()

    def take_buttons(self) -> None:
        """Have the buttons here; the table has them while it is shown."""
        self._row.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_running(self, *, is_running: bool, is_stopped: bool) -> None:
        """Stop while the folder runs, Go on where it was stopped."""
        self.stop_button.setVisible(is_running)
        self.go_on_button.setVisible(is_stopped and not is_running)
