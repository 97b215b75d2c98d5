"""The settings as the window holds them: every change is in force at once and saved right after."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.settings import Settings, load_settings, save_changes, with_recent, write_missing
from vgg_desktop.services.jobs import Jobs, Lane


class SettingsStore(QObject):
    """Holds one `Settings`; `change(field=value)` is the only way to alter it.

    The file is written in the background, change by change: a disk that syncs slowly must not hold up the window.
    With `is_kept` False nothing on the disk is ever touched.
    """

    changed = Signal(object)  # Settings
    failed = Signal(object)  # AppError; the change holds for this window all the same
    file_completed = Signal()  # after `complete_file`

    def __init__(self, path: Path, jobs: Jobs, *, is_kept: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        loaded = load_settings(path, changes_nothing=not is_kept)
        self._value = loaded.settings
        self.problem = loaded.problem
        self._jobs = jobs
        self._is_kept = is_kept

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
        self._write(save_changes, changed)
        self.changed.emit(self._value)

    def add_recent(self, path: Path) -> None:
        """Put `path` first among the recent files; one whose name is not text cannot stand in a text file."""
        text = str(path)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            return
        self.change(recent=with_recent(self._value.recent, text))

    def complete_file(self) -> None:
        """Have every setting stand in the file, for somebody who wants to read or edit it; `file_completed` follows."""
        self._write(write_missing, self._value, self._on_completed)

    def _write(
        self, write: Callable[[Path, Any], Settings], what: object, done: Callable[[Settings], None] | None = None
    ) -> None:
        if self._is_kept:
            self._jobs.do(partial(write, self._path, what), done, self.failed.emit, lane=Lane.SETTINGS)

    def _on_completed(self, _saved: Settings) -> None:
        self.file_completed.emit()
