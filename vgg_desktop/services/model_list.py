"""The models of this machine for the chooser, read in the background."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.services.jobs import Job, Jobs


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model that `InferenceService.use_model(name)` takes; `info` is None where the file cannot be read."""

    name: str
    origin: Literal["builtin", "torchvision", "yours"]
    info: ModelInfo | None
    problem: str = ""


class ModelList(QObject):
    """Reads the headers of the weights files: no torch, but perhaps a slow disk, and so not in the window's thread."""

    listed = Signal(object)  # tuple[ModelChoice, ...]

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[ModelChoice, ...] = ()
        self._jobs = jobs
        self._job: Job[None, tuple[ModelChoice, ...]] | None = None

    @property
    def is_looking(self) -> bool:
        return self._job is not None and self._job.is_running

    def refresh(self) -> None:
        """Look again; `listed` follows. While a look is on its way it serves for this one too."""
        if not self.is_looking:
            self._job = self._jobs.do(_choices, self._on_read)

    def _on_read(self, choices: tuple[ModelChoice, ...]) -> None:
        self.choices = choices
        self.listed.emit(choices)


def _choices() -> tuple[ModelChoice, ...]:
    # Imported here: the window is painted before the headers of weights files matter to anybody.
    from vgg_desktop.engine.weights import catalog

    found = []
    for entry in catalog.models():
        try:
            found.append(ModelChoice(entry.name, entry.origin, entry.read_info()))
        except AppError as error:
            found.append(ModelChoice(entry.name, entry.origin, None, error.summary))
    return tuple(found)
