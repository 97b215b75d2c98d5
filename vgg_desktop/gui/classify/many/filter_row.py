"""What the table shows: by label, by score, by what became of a picture."""

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from vgg_desktop.gui.classify.many.results_model import state_word
from vgg_desktop.gui.classify.many.rows import PictureState, Query
from vgg_desktop.gui.look.tokens import GAP_PX

# A list of 100,000 is not filtered anew for each letter that is typed.
_TYPING_MS = 200
_AT_LEAST, _AT_MOST = "at least", "at most"


class FilterRow(QWidget):
    """Changes only the filtering part of a query; the sorting is the table's."""

    query_changed = Signal(object)  # Query

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = Query()
        self._typing_timer = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._labels = QStringListModel(self)
        self._build()
        self._connect()

    def set_query(self, query: Query) -> None:
        """Show `query` without saying that it was changed."""
        self._query = query
        widgets = (self.label, self.bound, self.score, self.state)
        for widget in widgets:
            widget.blockSignals(True)
        self.label.setText(query.label)
        self._show_score(query)
        self.state.setCurrentIndex(max(0, self.state.findData(query.state)))
        for widget in widgets:
            widget.blockSignals(False)
        self.score.setVisible(self.bound.currentData() is not None)

    def set_labels(self, labels: list[str]) -> None:
        """What the label field completes."""
        if labels != self._labels.stringList():
            self._labels.setStringList(labels)

    def _build(self) -> None:
        self.label = QLineEdit(clearButtonEnabled=True)
        self.label.setPlaceholderText(self.tr("Label"))
        self.label.setAccessibleName(self.tr("Show only this label"))
        completer = QCompleter(self._labels, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.label.setCompleter(completer)
        self.bound = QComboBox()
        self.bound.setAccessibleName(self.tr("Show only some scores"))
        self.bound.addItem(self.tr("Any score"), None)
        self.bound.addItem(self.tr("Score at least"), _AT_LEAST)
        self.bound.addItem(self.tr("Score at most"), _AT_MOST)
        self.score = QSpinBox(minimum=0, maximum=100, value=50, singleStep=5, suffix="\N{NO-BREAK SPACE}%")
        self.score.setAccessibleName(self.tr("Score in percent"))
        self.score.hide()
        self.state = QComboBox()
        self.state.setAccessibleName(self.tr("Show only some states"))
        self.state.addItem(self.tr("All states"), None)
        for state in PictureState:
            self.state.addItem(state_word(state), state)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.label, 1)
        for widget in (self.bound, self.score, self.state):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.label.textChanged.connect(self._typing_timer.start)
        self.score.valueChanged.connect(self._typing_timer.start)
        self._typing_timer.timeout.connect(self._tell)
        self.bound.currentIndexChanged.connect(self._tell)
        self.state.currentIndexChanged.connect(self._tell)

    def _show_score(self, query: Query) -> None:
        bound = _AT_LEAST if query.score_at_least is not None else _AT_MOST
        score = query.score_at_least if query.score_at_least is not None else query.score_at_most
        self.bound.setCurrentIndex(0 if score is None else self.bound.findData(bound))
        if score is not None:
            self.score.setValue(round(score * 100))

    def _tell(self) -> None:
        self._typing_timer.stop()
        bound, score = self.bound.currentData(), self.score.value() / 100
        self.score.setVisible(bound is not None)
        query = replace(
            self._query,
            label=self.label.text().strip(),
            score_at_least=score if bound == _AT_LEAST else None,
            score_at_most=score if bound == _AT_MOST else None,
            state=self.state.currentData(),
        )
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)
