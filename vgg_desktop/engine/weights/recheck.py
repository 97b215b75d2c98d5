"""Hashes a weights file again while its model already answers, because its checksum was only remembered."""

import threading
from collections.abc import Callable
from pathlib import Path

from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.weights.importers import verify
from vgg_desktop.engine.weights.verified_files import VerifiedFiles


class Recheck:
    """Tells `on_damage`, from a thread of its own, when the content of `path` is not what `sha256` says."""

    def __init__(self, path: Path, sha256: str, on_damage: Callable[[AppError], None]) -> None:
        self._path = path
        self._sha256 = sha256
        self._on_damage = on_damage
        self._cancelled = threading.Event()
        self.error: AppError | None = None
        """What is wrong with the file; None as long as nothing was found."""
        self._thread = threading.Thread(target=self._run, name="recheck", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """End after the megabyte that is being read; nothing is told any more."""
        self._cancelled.set()
        self._thread.join()

    def join(self) -> None:
        """Wait until the file has been read."""
        self._thread.join()

    def _run(self) -> None:
        try:
            verify(self._path, self._sha256, cancelled=self._cancelled.is_set)
        except AppError as error:
            if not self._cancelled.is_set():
                self.error = error
                VerifiedFiles().distrust(self._path)
                self._on_damage(error)
