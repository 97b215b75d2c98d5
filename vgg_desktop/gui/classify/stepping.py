"""Which picture comes before and after the one on the screen: of the list, or else of its folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.gui.classify.many.results_model import ResultsModel
from vgg_desktop.gui.classify.one.picture_flow import Wish
from vgg_desktop.services.answers import Source
from vgg_desktop.services.folders import FolderService, Neighbours


class Stepping(QObject):
    """Steps from the last wish, not from what is on the screen: two quick presses go two pictures on."""

    wished = Signal(object)  # Wish
    moved = Signal(int, int)  # the present picture's number from 1 and how many there are; zeros where it stands alone

    def __init__(self, model: ResultsModel, folders: FolderService, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._folders = folders
        self._at: Path | None = None
        self._neighbours = PathList([])
        folders.neighbours_found.connect(self._on_neighbours)
        model.counted.connect(self._tell)

    def start_at(self, source: Source) -> None:
        """This picture is looked at; one without a file stands alone."""
        self._at = source if isinstance(source, Path) else None
        if self._at not in self._neighbours:
            self._neighbours = PathList([])
        self._tell()

    def look_around(self) -> None:
        """Find the neighbours of the present picture, if it is not one of the list."""
        if self._at and not self._neighbours and self._model.rows.place_of(self._at) is None:
            self._folders.find_neighbours(self._at)

    def step(self, delta: int) -> None:
        """Wish for the next picture (1) or the one before (-1); at the ends nothing happens."""
        number, count = self._position()
        target = number - 1 + delta
        if not number or not 0 <= target < count:
            return
        if self._row() is not None:
            path, result = self._model.path_at(target), self._model.result_at(target)
        else:
            path, result = self._neighbours[target], None
        self.start_at(path)
        self.wished.emit(Wish.of(path, result, is_chosen=True))

    def step_on(self) -> None:
        self.step(1)

    def step_back(self) -> None:
        self.step(-1)

    def _row(self) -> int | None:
        return self._model.row_of(self._at) if self._at else None

    def _position(self) -> tuple[int, int]:
        row = self._row()
        if row is not None:
            return row + 1, self._model.rowCount()
        if self._at and self._at in self._neighbours:
            return self._neighbours.index(self._at) + 1, len(self._neighbours)
        return 0, 0

    def _tell(self) -> None:
        self.moved.emit(*self._position())

    def _on_neighbours(self, neighbours: Neighbours) -> None:
        if neighbours.path == self._at:
            self._neighbours = neighbours.paths
            self._tell()
