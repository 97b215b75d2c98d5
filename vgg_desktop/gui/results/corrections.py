"""Corrections of labels while they are made: the list beside a run, with undo."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.run.corrections import Correction, read_corrections, write_corrections
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.gui.page import Undo
from vgg_desktop.services.jobs import Job, Jobs


class Corrections(QObject):
    """One correction a picture. Every change is written to `corrections.csv` at once, and can be taken back.

    Until what stands there has been read, nothing can be changed.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reading: Job[None, list[Correction]] | None = None
        self._run: RunDirectory | None = None
        self._is_loaded = False
        self._by_hash: dict[str, Correction] = {}
        self._before: list[tuple[dict[str, Correction], Undo]] = []

    @property
    def jobs(self) -> Jobs:
        """What reads and writes for them."""
        return self._jobs

    @property
    def all(self) -> tuple[Correction, ...]:
        """In the order in which they were made."""
        return tuple(self._by_hash.values())

    @property
    def file(self) -> Path | None:
        """Where they are written; None while no run is shown."""
        return self._run.corrections_file if self._run else None

    @property
    def is_loaded(self) -> bool:
        """Whether they can be changed; never, where the file cannot be read."""
        return self._is_loaded

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def of(self, sha256: str) -> Correction | None:
        return self._by_hash.get(sha256)

    def show_run(self, path: Path) -> None:
        """Take over what stands beside this run."""
        if self._run and self._run.path == path:
            return
        if self._reading:
            self._reading.cancel()
        self._run = RunDirectory(path)
        for _, undo in self._before:
            undo.end()
        self._by_hash, self._before, self._is_loaded = {}, [], False
        self.changed.emit()
        self._reading = self._jobs.do(
            partial(read_corrections, self._run.corrections_file, is_missing_ok=True), self._on_read
        )

    def correct(self, sha256: str, label: str | None, picture: str) -> None:
        """The picture belongs to the class `label`, or with None to no class at all."""
        self._change({**self._by_hash, sha256: Correction(sha256, label, picture)})

    def take_back(self, sha256: str) -> None:
        """The picture is right as it was."""
        self._change({key: value for key, value in self._by_hash.items() if key != sha256})

    def undo(self) -> None:
        """Take back the last change."""
        if self._before:
            self._before[-1][1].take_back()

    def _restore(self) -> None:
        self._by_hash, _ = self._before.pop()
        self._save()

    def _change(self, corrections: dict[str, Correction]) -> None:
        if self._is_loaded and corrections != self._by_hash:
            self._before.append((self._by_hash, Undo(self._restore, self)))
            self._by_hash = corrections
            self._save()

    def _save(self) -> None:
        self.changed.emit()
        if self._run:
            self._jobs.do(partial(write_corrections, self._run.corrections_file, self.all))

    def _on_read(self, corrections: list[Correction]) -> None:
        self._is_loaded = True
        self._by_hash = {correction.sha256: correction for correction in corrections}
        self.changed.emit()
