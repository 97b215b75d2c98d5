"""The dataset report as a page."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.train.new.class_list import ClassList, ClassModel
from vgg_desktop.gui.train.new.findings import FindingsCard, notes_of
from vgg_desktop.gui.train.new.reading_row import ReadingRow
from vgg_desktop.gui.widgets.plain_label import ElidedLabel
from vgg_desktop.gui.widgets.thumbnails import Thumbnails

_FAIR_SHARE_PX = 190


class ReportView(QWidget):
    """Name and numbers, a bar for each class, and what to know about it all."""

    other_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ClassModel(thumbnails)
        self.classes = ClassList(self._model, thumbnails, theme)
        self.findings = FindingsCard(theme)
        self.reading = ReadingRow()
        self._name, self._summary = ElidedLabel(), ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        role(self._name, "title")
        role(self._summary, "note")
        self.back_button = QPushButton(self.tr("‹ Runs"))
        role(self.back_button, "quiet")
        self.back_button.setAccessibleName(self.tr("Back to the runs"))
        self.other_button = QPushButton(self.tr("Another folder…"))
        self.back_button.clicked.connect(self.back_requested)
        self.other_button.clicked.connect(self.other_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._new_head())
        column.addWidget(self.reading)
        column.addWidget(self._new_class_card())
        column.addWidget(FittingArea(self.findings))
        column.addStretch(1)

    @property
    def summary(self) -> str:
        return self._summary.text()

    def show_report(self, report: DatasetReport, reading: Reading = AS_IT_IS) -> None:
        self._name.setText(report.name)
        self._summary.setText(self._words(report))
        self.reading.show_understood(report.understood, reading)
        self._model.show_report(report)
        self.classes.updateGeometry()
        self.classes.want_thumbnails()
        self._class_card.setVisible(bool(report.classes))
        self.findings.show_notes(notes_of(report))

    def _words(self, report: DatasetReport) -> str:
        count = report.picture_count
        pictures = self.tr("%n picture(s)", "", count).replace(str(count), whole(count))
        classes = self.tr("in %n class(es)", "", len(report.classes))
        split = self.tr("{train} for training, {val} for validation").format(
            train=whole(report.train_count), val=whole(report.val_count)
        )
        origin = {
            "given": self.tr("as the table says") if report.form == "csv" else self.tr("as the folders say"),
            "made": self.tr("split saved with the run"),
            "saved": self.tr("split as saved before"),
        }[report.split]
        return " · ".join((f"{pictures} {classes}", split, origin))

    def _new_head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._summary)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addLayout(words, 1)
        head.addWidget(self.other_button)
        return head

    def _new_class_card(self) -> QFrame:
        self._class_card = QFrame()
        role(self._class_card, "card")
        self._class_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inner = QVBoxLayout(self._class_card)
        inner.setContentsMargins(16, 6, 16, 6)
        inner.addWidget(self.classes)
        return self._class_card


class FittingArea(QScrollArea):
    """As high as what it holds; where there is less room it scrolls, and keeps a fair share."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(self._content_height(), _FAIR_SHARE_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Sentences break into more lines where there is less width.
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            content = self.widget()
            self.setVisible(content is not None and not content.isHidden())
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _content_height(self) -> int:
        content = self.widget()
        if content is None or content.isHidden():
            return 0
        width = self.viewport().width()
        return content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
