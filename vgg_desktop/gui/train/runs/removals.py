"""Things that are about to go to the trash, while they can still be kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from vgg_desktop.gui.page import Undo

UNDO_MS = 8000


class Removals(QObject):
    """What is put here is done after a while, unless it is taken back; at the end of the program it is done at once.

    What is done takes a while as well: until it is gone it counts as removed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, delay_ms: int = UNDO_MS) -> None:
        super().__init__(parent)
        self.delay_ms = delay_ms
        self._waiting: dict[Path, tuple[QTimer, Callable[[], None], Undo]] = {}
        self._going: frozenset[Path] = frozenset()

    @property
    def paths(self) -> frozenset[Path]:
        """What is to be seen no more."""
        return self._going.union(self._waiting)

    def put(self, path: Path, remove: Callable[[], None]) -> Undo:
        """Do `remove` later, unless it is taken back until then."""
        self.take_back(path)
        timer = QTimer(self, singleShot=True, interval=self.delay_ms)
        timer.setProperty("path", str(path))
        timer.timeout.connect(self._on_time)
        undo = Undo(partial(self.take_back, path), self)
        self._waiting[path] = (timer, remove, undo)
        timer.start()
        self.changed.emit()
        return undo

    def take_back(self, path: Path) -> bool:
        """Keep it; False if it was too late."""
        waiting = self._waiting.pop(path, None)
        if waiting is None:
            return False
        timer, _, undo = waiting
        self._forget(timer)
        undo.end()
        self.changed.emit()
        return True

    def do_now(self, path: Path, remove: Callable[[], None]) -> None:
        """Begin to remove; `note_there` or `keep` ends it."""
        self._going |= {path}
        remove()
        self.changed.emit()

    def keep(self, path: Path) -> None:
        """It could not be removed: it is there again."""
        self._going -= {path}
        self.changed.emit()

    def note_there(self, paths: frozenset[Path]) -> None:
        """Of all things these are still there."""
        self._going &= paths

    def do_all(self) -> None:
        """Do now what waits."""
        for path in list(self._waiting):
            self._do(path)

    def _on_time(self) -> None:
        self._do(Path(self.sender().property("path")))

    def _do(self, path: Path) -> None:
        timer, remove, undo = self._waiting.pop(path)
        self._forget(timer)
        undo.end()
        self.do_now(path, remove)

    def _forget(self, timer: QTimer) -> None:
        timer.stop()
        timer.deleteLater()
