"""A sentence, pictures, and what to do about the one that is chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vgg_desktop.core.run.evaluation import Evaluation, PictureResult
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.results.correcting_bar import CorrectingBar
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.results.gallery import Gallery, GalleryModel
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.gui.widgets.thumbnails import Thumbnails


class PictureWall(QFrame):
    """Some pictures of a run's evaluation."""

    picture_opened = Signal(object)  # PictureResult

    def __init__(
        self,
        name: str,
        theme: Theme,
        thumbnails: Thumbnails,
        corrections: Corrections,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        role(self, "card")
        self._evaluation: Evaluation | None = None
        self._root = Path()
        self.model = GalleryModel(thumbnails, corrections)
        self.gallery = Gallery(name, self.model, thumbnails, theme)
        self.bar = CorrectingBar(corrections)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        role(self._words, "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.gallery, 1)
        column.addWidget(self.bar)
        self.gallery.picture_chosen.connect(self.bar.show_picture)
        self.gallery.picture_opened.connect(self.picture_opened)
        self.bar.open_requested.connect(self.picture_opened)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_run(self, evaluation: Evaluation, root: Path, *, is_ours: bool) -> None:
        """The labels to choose from, and where the pictures lie."""
        self._evaluation, self._root = evaluation, root
        self.bar.show_run(evaluation, is_ours=is_ours)

    def show_pictures(self, pictures: Sequence[PictureResult], words: str) -> None:
        self._words.setText(words)
        self.bar.show_picture(None)
        self.bar.setVisible(bool(pictures))
        if self._evaluation:
            self.model.show_pictures(self._evaluation, self._root, pictures)
