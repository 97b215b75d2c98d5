"""Imports the Train page while nobody waits for it: 60 small modules, 75 ms, one a turn of the event loop."""

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

import vgg_desktop.gui

# Those that others need come first, so that no turn imports many at once.
_ORDER = ("results", "train.curves", "train.new.form", "train.results", "train.runs", "train.run", "train.new", "train")


class Preload(QObject):
    """Ends by itself; opening the tab before that only imports what is left."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = _module_names()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._import_one)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        return not self._timer.isActive()

    def _import_one(self) -> None:
        name = next(self._names, None)
        if name is None:
            self._timer.stop()
        else:
            importlib.import_module(name)


def _module_names() -> Iterator[str]:
    package = vgg_desktop.gui
    for part in _ORDER:
        folders = [f"{folder}/{part.replace('.', '/')}" for folder in package.__path__]
        prefix = f"{package.__name__}.{part}."
        yield from (prefix + module.name for module in pkgutil.iter_modules(folders) if not module.ispkg)
