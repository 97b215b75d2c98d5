"""Which weights files were found whole, so that 500 MB need not be hashed at each start."""

import contextlib
import os
from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files import paths
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, read_json


class _Seen(msgspec.Struct, frozen=True):
    size_bytes: int
    changed_ns: int
    inode: int
    sha256: str


class VerifiedFiles:
    """Remembers size, time, inode and SHA-256 of files by path, in the cache folder; forgetting costs only time."""

    def __init__(self, file: Path | None = None, kept: int = 200) -> None:
        self._file = file or paths.cache_dir() / "verified-files.json"
        self._kept = kept

    def sha256_of(self, path: Path) -> str | None:
        """The checksum found earlier, or None if the file is new or has changed since."""
        seen = self._read().get(_key(path))
        with contextlib.suppress(OSError):
            if seen and _stamp(path, seen.sha256) == seen:
                return seen.sha256
        return None

    def remember(self, path: Path, sha256: str) -> None:
        """Note that the file as it is now has this checksum."""
        with contextlib.suppress(OSError, AppError):
            kept = self._read()
            kept.pop(_key(path), None)
            kept[_key(path)] = _stamp(path, sha256)
            self._write(dict(list(kept.items())[-self._kept :]))

    def forget(self, path: Path) -> None:
        """Hash the file again next time."""
        kept = self._read()
        if kept.pop(_key(path), None):
            with contextlib.suppress(OSError, AppError):
                self._write(kept)

    def _read(self) -> dict[str, _Seen]:
        try:
            return read_json(self._file, dict[str, _Seen])
        except (OSError, DamagedError):
            return {}

    def _write(self, seen: dict[str, _Seen]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._file, msgspec.json.encode(seen))


def _key(path: Path) -> str:
    return os.fsencode(path.resolve()).decode("utf-8", "backslashreplace")


def _stamp(path: Path, sha256: str) -> _Seen:
    status = path.stat()
    return _Seen(status.st_size, status.st_mtime_ns, status.st_ino, sha256)
