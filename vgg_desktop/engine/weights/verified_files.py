"""Which weights files were found whole, so that 500 MB need not be hashed at each start."""

import contextlib
import os
from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files import paths
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, read_json


class Stamp(msgspec.Struct, frozen=True):
    """What moves with a file's content. A program may set `changed_ns` back, but not the status time (POSIX)."""

    size_bytes: int
    changed_ns: int
    status_changed_ns: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "Stamp":
        """Raises: OSError."""
        status = path.stat()
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


class _Seen(msgspec.Struct, frozen=True):
    stamp: Stamp
    sha256: str


class VerifiedFiles:
    """Remembers stamp and SHA-256 of files by path, in the cache folder; forgetting costs only time."""

    def __init__(self, file: Path | None = None, kept: int = 200) -> None:
        self._file = file or paths.cache_dir() / "verified-files.json"
        self._kept = kept

    def sha256_of(self, path: Path) -> str | None:
        """The checksum found earlier, or None if the file is new or anything about it has moved since."""
        seen = self._read().get(_key(path))
        with contextlib.suppress(OSError):
            if seen and Stamp.of(path) == seen.stamp:
                return seen.sha256
        return None

    def is_altered(self, path: Path, sha256: str) -> bool:
        """Whether the content is another than the one found earlier though the file has the same size and date."""
        seen = self._read().get(_key(path))
        if seen is None or seen.sha256 == sha256:
            return False
        with contextlib.suppress(OSError):
            now = Stamp.of(path)
            return (now.size_bytes, now.changed_ns) == (seen.stamp.size_bytes, seen.stamp.changed_ns)
        return False

    def remember(self, path: Path, sha256: str, stamp: Stamp | None = None) -> None:
        """Note that the file as it is now, or was when it had that stamp, has this checksum."""
        with contextlib.suppress(OSError, AppError):
            kept = self._read()
            kept.pop(_key(path), None)
            kept[_key(path)] = _Seen(stamp or Stamp.of(path), sha256)
            self._write(dict(list(kept.items())[-self._kept :]))

    def distrust(self, path: Path) -> None:
        """Hash the file again next time; what its content was stays known, for `is_altered`."""
        kept = self._read()
        if seen := kept.get(_key(path)):
            kept[_key(path)] = msgspec.structs.replace(seen, stamp=msgspec.structs.replace(seen.stamp, inode=-1))
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
