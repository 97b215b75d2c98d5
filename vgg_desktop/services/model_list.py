"""The models of this machine for the chooser, read in the background."""

import threading
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import ModelInfo


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

    _read = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[ModelChoice, ...] = ()
        self._thread: threading.Thread | None = None
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)

    @property
    def is_looking(self) -> bool:
        return self._thread is not None

    def refresh(self) -> None:
        """Look again; `listed` follows. While a look is on its way it serves for this one too."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._look, name="model-list", daemon=True)
            self._thread.start()

    def shutdown(self, timeout_s: float = 0.5) -> bool:
        """Wait for a look that is on its way; False if it did not end in time."""
        if self._thread:
            self._thread.join(timeout_s)
        return self._thread is None or not self._thread.is_alive()

    def _look(self) -> None:
        self._read.emit(_choices())

    @Slot(object)
    def _on_read(self, choices: tuple[ModelChoice, ...]) -> None:
        self._thread = None
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
