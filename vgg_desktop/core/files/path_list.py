"""Many paths in little memory."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import overload


class PathList(Sequence[Path]):
    """Kept as text, and made a Path when one is asked for.

    The garbage collector visits every Path and not a single text: 100,000 of them hold a window for 50 ms each time.
    Do not change `texts` while another thread reads.
    """

    __slots__ = ("texts",)

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    @classmethod
    def of(cls, paths: Iterable[Path]) -> "PathList":
        """The same paths in the same order."""
        return paths if isinstance(paths, PathList) else cls([str(path) for path in paths])

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Path: ...
    @overload
    def __getitem__(self, index: slice) -> "PathList": ...
    def __getitem__(self, index: int | slice) -> "Path | PathList":
        return PathList(self.texts[index]) if isinstance(index, slice) else Path(self.texts[index])

    def __contains__(self, path: object) -> bool:
        return isinstance(path, Path) and str(path) in self.texts

    def index(self, path: Path, *limits: int) -> int:
        """Where `path` stands; raises ValueError if it does not."""
        return self.texts.index(str(path), *limits)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PathList) and self.texts == other.texts
