"""Where the files of a table lie: beside it, in one folder near it, with endings that the table leaves out."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from vgg_desktop.core.files.csv_safety import as_written
from vgg_desktop.core.files.picture_formats import is_picture_name
from vgg_desktop.core.files.regular_files import is_file
from vgg_desktop.core.files.system_names import is_system_name

_SAMPLED = 40
_MOST_FOLDERS = 2000
_MOST_SEARCHED = 200_000


class TablePaths:
    """Finds files from what a table writes, relative to `root`, the table's folder.

    `base` is the folder that all paths are relative to, where that is not the root itself; `completed` counts the paths
    that got an ending.
    """

    def __init__(self, root: Path, written: Sequence[str]) -> None:
        self.root = root
        self.completed = 0
        self._names = cache(self._listed)
        self.base = self._best_base([*dict.fromkeys(written)])

    def find(self, written: str) -> str | None:
        """The file's path with forward slashes, relative to the root where it lies beneath; None if it is not there."""
        found = self._existing(self.base, written)
        if found is None and written.startswith("'"):
            found = self._existing(self.base, as_written(written))
        if found is None and "\\" in written:
            found = self._existing(self.base, written.replace("\\", "/"))
        self.completed += found is not None and not found.endswith(written) and not is_picture_name(written)
        return found

    def as_is(self, written: str) -> str:
        """What is listed for a file that is not there."""
        return _joined(self.base, written.replace("\\", "/"))

    def nearest(self, written: str) -> str:
        """A file of that name elsewhere beneath the root, or the deepest folder of its path that is there; or ""."""
        wanted = PurePosixPath(written.replace("\\", "/"))
        for number, (folder, names) in enumerate(self._walk()):
            stems = {os.path.splitext(name)[0] for name in names}  # noqa: PTH122
            if wanted.name in names or (not is_picture_name(wanted.name) and wanted.name in stems):
                found = next(name for name in sorted(names) if name.startswith(wanted.name))
                return _joined(folder, found)
            if number >= _MOST_FOLDERS:
                break
        beneath = (parent for parent in wanted.parents if str(parent) not in (".", "/"))
        return next((f"{parent}/" for parent in beneath if (self.root / parent).is_dir()), "")

    def _best_base(self, written: Sequence[str]) -> str:
        """The root, where any of the files lies; else the only folder near it that holds most of them."""
        step = max(1, len(written) // _SAMPLED)
        sample = [path.replace("\\", "/") for path in written[::step]]
        if any(self._existing("", path) for path in sample):
            return ""
        for bases in (self._beneath(), self._beside()):
            hits = {base: sum(self._existing(base, path) is not None for path in sample) for base in bases}
            best = [base for base, count in hits.items() if count and count == max(hits.values())]
            if best:
                return best[0] if len(best) == 1 and 2 * hits[best[0]] > len(sample) else ""
        return ""

    def _beneath(self) -> list[str]:
        """The folders in the table's own, two levels down."""
        outer = self._folders("")[:_MOST_FOLDERS]
        return [*outer, *[inner for folder in outer for inner in self._folders(folder)][:_MOST_FOLDERS]]

    def _beside(self) -> list[str]:
        """The folder above the table's, and those beside it: asked only where its own hold nothing."""
        return ["..", *(folder for folder in self._folders("..") if PurePosixPath(folder).name != self.root.name)]

    def _folders(self, path: str) -> list[str]:
        try:
            with os.scandir(self.root / path) as entries:
                names = sorted(entry.name for entry in entries if _is_folder(entry))
        except OSError:
            return []
        return [_joined(path, name) for name in names]

    def _existing(self, base: str, written: str) -> str | None:
        # Text and no Path: a table has a hundred thousand rows.
        if "./" in written or "//" in written:
            written = PurePosixPath(written).as_posix()
        if os.path.isabs(written):  # noqa: PTH117
            return _relative(Path(written), self.root) if is_file(Path(written)) else None
        folder, _, name = written.rpartition("/")
        try:
            found = self._names(_joined(base, folder)).get(name, "")
        except ValueError:
            # A path with a zero byte.
            return None
        if not found or (found != name and is_picture_name(name)):
            # A stem stands for the file only where the table gives no ending of a picture.
            return None
        return _joined(_joined(base, folder), found)

    def _listed(self, folder: str) -> dict[str, str]:
        """The files of a folder: by name, and the pictures by their stems too."""
        try:
            with os.scandir(self.root / folder) as entries:
                files = sorted(entry.name for entry in entries if not entry.is_dir())
        except OSError:
            return {}
        stems = {os.path.splitext(name)[0]: name for name in reversed(files) if is_picture_name(name)}  # noqa: PTH122
        return stems | {name: name for name in files}

    def _walk(self) -> Iterator[tuple[str, list[str]]]:
        seen = 0
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if not name.startswith(".") and not is_system_name(name)]
            yield Path(folder).relative_to(self.root).as_posix(), files
            seen += len(files)
            if seen > _MOST_SEARCHED:
                return


def _joined(folder: str, path: str) -> str:
    return path if folder in ("", ".") else folder if path in ("", ".") else f"{folder}/{path}"


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir() and not entry.name.startswith(".") and not is_system_name(entry.name)
    except OSError:
        return False
