"""The list as a card: what it shows, the table, how many there are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.gui.classify.many.filter_row import FilterRow
from vgg_desktop.gui.classify.many.results_model import ResultsModel
from vgg_desktop.gui.classify.many.results_table import ResultsTable
from vgg_desktop.gui.classify.many.rows import Query
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.look.tokens import GAP_PX
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.gui.widgets.thumbnails import Thumbnails


class TableCard(QFrame):
    """Keeps filter row, table and model at one query."""

    query_changed = Signal(object)  # Query

    def __init__(
        self, model: ResultsModel, thumbnails: Thumbnails, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        role(self, "card")
        self.table = ResultsTable(model, thumbnails, theme)
        self.filter = FilterRow()
        self._build()
        self._connect()

    def take_buttons(self, buttons: QWidget) -> None:
        """Have the strip's buttons at the foot of the table."""
        self._foot.addWidget(buttons)

    def show_query(self, query: Query) -> None:
        """Show and apply `query`."""
        self.filter.set_query(query)
        self._model.set_query(query)
        self.table.show_sorting(query)
        self._show_count()

    def _build(self) -> None:
        self._count = PlainLabel()
        role(self._count, "note")
        self._all_button = QPushButton(self.tr("Show all"))
        self._all_button.setProperty("textSize", "note")
        role(self._all_button, "link")
        self._foot = foot = QHBoxLayout()
        foot.setSpacing(GAP_PX)
        foot.addWidget(self._count)
        foot.addWidget(self._all_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 10)
        column.setSpacing(GAP_PX)
        for part, margin_px in ((self.filter, 12), (self.table, 0), (foot, 14)):
            row = QHBoxLayout()
            row.setContentsMargins(margin_px, 0, margin_px, 0)
            if isinstance(part, QWidget):
                row.addWidget(part)
            else:
                row.addLayout(part)
            column.addLayout(row, 1 if part is self.table else 0)
        self._show_count()

    def _connect(self) -> None:
        self.filter.label.textEdited.connect(self._offer_labels)
        self.filter.query_changed.connect(self._on_filter)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self._all_button.clicked.connect(self._show_all)
        self._model.counted.connect(self._show_count)

    def _offer_labels(self) -> None:
        self.filter.set_labels(self._model.rows.labels())

    def _on_filter(self, query: Query) -> None:
        self.show_query(query)
        self.query_changed.emit(query)

    def _on_sorted(self) -> None:
        # The view has sorted the model already.
        self.filter.set_query(self._model.query)
        self.query_changed.emit(self._model.query)

    def _show_all(self) -> None:
        query = self._model.query
        self._on_filter(Query(query.sort, query.is_descending))

    def _show_count(self) -> None:
        shown, there_are = self._model.rowCount(), len(self._model.rows)
        self._all_button.setVisible(self._model.query.is_filtering)
        if self._model.query.is_filtering:
            text = self.tr("{shown} of {total} pictures").format(shown=whole(shown), total=whole(there_are))
        else:
            text = self.tr("%n picture(s)", "", there_are)
        self._count.setText(text)
