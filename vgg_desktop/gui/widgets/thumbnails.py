"""The small pictures of the rows that can be seen, as pixmaps."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPixmap

from vgg_desktop.gui.widgets.pixels import image_of
from vgg_desktop.services.answers import Thumbnail
from vgg_desktop.services.previews import PreviewService

_SIDE_PX = 128
_KEPT = 400


class Thumbnails(QObject):
    """Asks the preview service for what is visible and keeps what was seen last; a null pixmap means unreadable."""

    changed = Signal(object)  # Path

    def __init__(self, previews: PreviewService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previews = previews
        self._pixmaps: OrderedDict[Path, QPixmap] = OrderedDict()
        self._clients: set[str] = set()
        previews.thumbnail_ready.connect(self._on_ready)

    def pixmap(self, path: Path) -> QPixmap | None:
        """None while it is not there."""
        return self._pixmaps.get(path)

    def want(self, client: str, paths: Sequence[Path]) -> None:
        """`client` shows `paths` now, and nothing else any more."""
        self._clients.add(client)
        for path in paths:
            if path in self._pixmaps:
                self._pixmaps.move_to_end(path)
        missing = [path for path in paths if path not in self._pixmaps]
        self._previews.want_thumbnails(client, missing, _side_px())

    def stop(self) -> None:
        """Want nothing any more: a successor under the same names asks for everything anew."""
        for client in self._clients:
            self._previews.want_thumbnails(client, ())

    def _on_ready(self, thumbnail: Thumbnail) -> None:
        pixels = thumbnail.pixels
        self._pixmaps[thumbnail.path] = QPixmap() if pixels is None else QPixmap.fromImage(image_of(pixels))
        while len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        self.changed.emit(thumbnail.path)


def _side_px() -> int:
    """Sharp on the densest screen that is attached."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return round(_SIDE_PX * ratio)
