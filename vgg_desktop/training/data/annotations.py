"""A list of labels beside pictures that lie in no class folders, as in Tiny ImageNet's val/val_annotations.txt."""

from collections.abc import Iterator, Set
from pathlib import Path

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.tables import read_table

_SUFFIXES = {".txt", ".csv", ".tsv"}
_MOST_BYTES = 64_000_000


def labels_beside(root: Path, folder: str, classes: Set[str]) -> dict[str, str]:
    """The class of each picture of `folder` by file name, from a table in it or just above; none where there is none.

    Only a table whose every row names a file and one of `classes` counts.
    """
    for table in _tables(root, folder):
        labels = _labels(table, classes)
        if labels:
            return labels
    return {}


def _tables(root: Path, folder: str) -> Iterator[Path]:
    places = [root / folder, *([(root / folder).parent] if "/" in folder else [])]
    for place in places:
        for file in sorted(place.iterdir()):
            if file.suffix.lower() in _SUFFIXES and file.is_file() and file.stat().st_size <= _MOST_BYTES:
                yield file


def _labels(table: Path, classes: Set[str]) -> dict[str, str]:
    try:
        rows = read_table(table).rows
    except AppError:
        return {}
    if not all(len(row) > 1 and row[1] in classes for row in rows):
        return {}
    return {row[0]: row[1] for row in rows}
