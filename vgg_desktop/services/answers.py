"""What the services say to the window: frozen records, safe to send between threads."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.model.prediction import PathResult, Prediction

if TYPE_CHECKING:
    import numpy as np

# A file, or the bytes of a picture that was pasted or dragged out of a browser.
Source = Path | bytes


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """Which weights, where they run and how exactly: the words that the shell takes, "builtin", "auto" and so on."""

    source: str = "builtin"
    device: str = "auto"
    precision: str = "auto"


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The engine is imported. `devices` are what this machine can run on, best first."""

    devices: tuple[DeviceChoice, ...]


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """The model that answers from now on, or `is_resting` to say that it left memory until it is needed again."""

    request: ModelRequest
    info: ModelInfo
    device: DeviceChoice
    is_resting: bool = False


@dataclass(frozen=True, slots=True)
class PictureAnswer:
    """What the model sees in the picture of `generation`; `elapsed_ms` is the model's part, without decoding."""

    generation: int
    prediction: Prediction
    elapsed_ms: float
    device: DeviceChoice


@dataclass(frozen=True, slots=True)
class PictureFailure:
    """Why the picture of `generation` has no answer."""

    generation: int
    error: AppError


@dataclass(frozen=True, slots=True)
class ManyResults:
    """A handful of results of the folder `generation`, in the order in which its paths were given."""

    generation: int
    results: tuple[PathResult, ...]


@dataclass(frozen=True, slots=True)
class FolderProgress:
    """How far a folder is. `rate` is pictures a second; `seconds_left` is None until it can be told."""

    generation: int
    done: int
    total: int
    failed: int
    rate: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class ManyFinished:
    """A folder has ended: all of it, or `is_stopped` early by the user, a new model, or `error`."""

    generation: int
    done: int
    total: int
    failed: int
    elapsed_s: float
    is_stopped: bool = False
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """Pixels for the eye: uint8 (height, width, 3) RGB; `source_size_px` is the file's own (width, height)."""

    generation: int
    source: Source
    pixels: "np.ndarray" = field(repr=False)
    source_size_px: tuple[int, int]
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class PreviewFailure:
    """Why the picture of `generation` cannot be shown."""

    generation: int
    source: Source
    error: AppError


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture of `path`: uint8 (height, width, 3) RGB, or None when it cannot be read."""

    path: Path
    pixels: "np.ndarray | None" = field(repr=False)
