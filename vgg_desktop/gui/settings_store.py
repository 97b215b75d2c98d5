"""The settings as the window holds them: every change is in force at once and saved right after."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.settings import Settings, load_settings, save_changes, with_recent


class SettingsStore(QObject):
    """Holds one `Settings`; `change(field=value)` is the only way to alter it.

    The file is written in a thread of its own, change by change: a disk that syncs slowly must not hold up the window.
    With `is_kept` False nothing is ever written.
    """

    changed = Signal(object)  # Settings
    failed = Signal(object)  # AppError; the change holds for this window all the same

    def __init__(self, path: Path, *, is_kept: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        loaded = load_settings(path)
        self._value = loaded.settings
        self.problem = loaded.problem
        self._writer = ThreadPoolExecutor(1, "settings") if is_kept else None

    @property
    def value(self) -> Settings:
        return self._value

    @property
    def path(self) -> Path:
        return self._path

    def change(self, **fields: Any) -> None:
        """Take over `fields`, and save those that differ."""
        changed = {name: value for name, value in fields.items() if getattr(self._value, name) != value}
        if not changed:
            return
        self._value = msgspec.structs.replace(self._value, **changed)
        self._save(changed)
        self.changed.emit(self._value)

    def add_recent(self, path: Path) -> None:
        """Put `path` first among the recent files; one whose name is not text cannot stand in a text file."""
        text = str(path)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            return
        self.change(recent=with_recent(self._value.recent, text))

    def ensure_file(self) -> None:
        """Write the file with every setting in it, for somebody who wants to read or edit it."""
        self._save(msgspec.to_builtins(self._value))
        self.flush()

    def flush(self) -> None:
        """Wait until everything is on the disk."""
        if self._writer:
            self._writer.submit(int).result()

    def shutdown(self) -> None:
        """Write what still waits, and end the thread."""
        if self._writer:
            self._writer.shutdown(wait=True)

    def _save(self, changed: dict[str, Any]) -> None:
        if self._writer:
            self._writer.submit(save_changes, self._path, changed).add_done_callback(self._on_saved)

    def _on_saved(self, saved: Future[Settings]) -> None:
        """Runs in the writing thread; the signal finds its way into the window's."""
        error = saved.exception()
        if error:
            self.failed.emit(error if isinstance(error, AppError) else AppError("The settings cannot be saved."))
