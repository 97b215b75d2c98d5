"""Under a wall of pictures: what to do about the one that is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.run.evaluation import Evaluation, PictureResult
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.widgets.calm_combo_box import CalmComboBox
from vgg_desktop.gui.widgets.plain_label import ElidedLabel, PlainLabel


class CorrectingBar(QWidget):
    """A label to choose, or to leave the picture out; what was changed can be taken back."""

    open_requested = Signal(object)  # PictureResult

    def __init__(self, corrections: Corrections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = corrections
        self._picture: PictureResult | None = None
        self._is_ours = True
        self._name = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self._labels = CalmComboBox()
        self._labels.setMaximumWidth(220)
        self._labels.setMinimumContentsLength(10)
        self._labels.setAccessibleName(self.tr("The right label"))
        self._question = PlainLabel(self.tr("It is really"))
        role(self._question, "dim")
        self._exclude = QPushButton(self.tr("Leave out"))
        self._exclude.setToolTip(self.tr("Train without this picture (Delete)"))
        self._exclude.setShortcut(Qt.Key.Key_Delete)
        self._back = QPushButton(self.tr("As it was"))
        self._open = QPushButton(self.tr("Open"))
        self._lay_out()
        self._labels.activated.connect(self._on_label)
        self._exclude.clicked.connect(self._on_exclude)
        self._back.clicked.connect(self._on_back)
        self._open.clicked.connect(self._on_open)
        corrections.changed.connect(self._render)
        self.show_picture(None)

    def show_run(self, evaluation: Evaluation, *, is_ours: bool) -> None:
        """The labels to choose from."""
        self._is_ours = is_ours
        self._labels.clear()
        for result in evaluation.classes:
            self._labels.addItem(one_line(result.label.name), result.label.id)
        self.show_picture(None)

    def show_picture(self, picture: PictureResult | None) -> None:
        self._picture = picture
        self._render()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        for widget in (self._open, self._question, self._labels, self._exclude, self._back):
            row.addWidget(widget)

    def _render(self) -> None:
        picture = self._picture
        self._open.setVisible(picture is not None)
        for widget in (self._question, self._labels, self._exclude, self._back):
            widget.setVisible(picture is not None and self._is_ours)
        role(self._name, "" if picture else "dim")
        if picture is None:
            words = self.tr("Choose a picture to open or correct it.")
            self._name.setText(words if self._is_ours else self.tr("Choose a picture to open it."))
            return
        correction = self._corrections.of(picture.sha256)
        self._name.setText(picture.path)
        chosen = correction.label if correction and correction.label else None
        position = self._labels.findData(chosen) if chosen else picture.target
        self._labels.setCurrentIndex(position)
        can_change = self._corrections.is_loaded
        self._labels.setEnabled(can_change)
        self._exclude.setEnabled(can_change and not (correction and correction.label is None))
        self._back.setVisible(correction is not None and self._is_ours)

    def _on_label(self, position: int) -> None:
        if self._picture is None:
            return
        if position == self._picture.target:
            self._corrections.take_back(self._picture.sha256)
        else:
            label = self._labels.itemData(position)
            self._corrections.correct(self._picture.sha256, label, self._picture.path)

    def _on_exclude(self) -> None:
        if self._picture:
            self._corrections.correct(self._picture.sha256, None, self._picture.path)

    def _on_back(self) -> None:
        if self._picture:
            self._corrections.take_back(self._picture.sha256)

    def _on_open(self) -> None:
        if self._picture:
            self.open_requested.emit(self._picture)
