"""The settings as the window holds them: every change is saved and told at once."""

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.settings import Settings, load_settings, save_changes, with_recent


class SettingsStore(QObject):
    """Holds one `Settings`; `change(field=value)` is the only way to alter it."""

    changed = Signal(object)  # Settings
    failed = Signal(object)  # AppError; the change holds for this window all the same

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        loaded = load_settings(path)
        self._value = loaded.settings
        self.problem = loaded.problem

    @property
    def value(self) -> Settings:
        return self._value

    @property
    def path(self) -> Path:
        return self._path

    def change(self, **fields: Any) -> None:
        """Take over `fields`, and write them if any differs."""
        changed = {name: value for name, value in fields.items() if getattr(self._value, name) != value}
        if not changed:
            return
        self._value = msgspec.structs.replace(self._value, **changed)
        try:
            save_changes(self._path, changed)
        except AppError as error:
            self.failed.emit(error)
        self.changed.emit(self._value)

    def add_recent(self, path: Path) -> None:
        """Put `path` first among the recent files, beside what another window has added meanwhile."""
        current = load_settings(self._path).settings.recent or self._value.recent
        self.change(recent=with_recent(current, str(path)))
