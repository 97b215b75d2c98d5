"""Tells the thumbnail service which rows of a view can be seen, whenever that may have changed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from vgg_desktop.gui.widgets.thumbnails import Thumbnails

# Scrolling past a hundred rows should not ask for a hundred pictures.
_SETTLE_MS = 40


class VisibleThumbnails(QObject):
    """Watches `view`; `visible_rows` are those of `model` that it shows right now, `path_at` their files."""

    def __init__(
        self,
        view: QAbstractItemView,
        model: QAbstractItemModel,
        thumbnails: Thumbnails,
        visible_rows: Callable[[], Sequence[int]],
        path_at: Callable[[int], Path],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._thumbnails = thumbnails
        self._visible_rows, self._path_at = visible_rows, path_at
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._ask)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._ask_soon)
        for signal in (model.rowsInserted, model.layoutChanged, model.modelReset):
            signal.connect(self._ask_soon)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._ask_soon()
        return super().eventFilter(watched, event)

    def _ask_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        self._thumbnails.want(self._view.objectName(), self._wanted() if self._view.isVisible() else ())

    def _wanted(self) -> Sequence[Path]:
        count = self._model.rowCount()
        return [self._path_at(row) for row in self._visible_rows() if row < count]
