"""The services' only way to the engine: it imports torch, so nothing here may be called in the window's thread."""

import contextlib
import gc
import logging
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.model.prediction import PathResult, Prediction
from vgg_desktop.services import torch_libraries
from vgg_desktop.services.answers import ModelRequest, Source
from vgg_desktop.services.folder_run import ManyRequest

if TYPE_CHECKING:
    from vgg_desktop.engine.classifier import Classifier

_log = logging.getLogger(__name__)


def import_engine() -> tuple[DeviceChoice, ...]:
    """Import torch and the engine, and say what this machine can run on.

    Raises:
        AppError: torch is missing or broken.
    """
    with _as_app_error("The engine could not be started.", 'Run "vgg-desktop doctor" to see what is missing.'):
        with _uncollected():
            import vgg_desktop.pictures.thumbnails  # noqa: F401 - what a preview needs must not wait behind torch.

            torch_libraries.preload()
            from vgg_desktop.engine import classifier, folder  # noqa: F401 - so that no later wish waits for an import.
            from vgg_desktop.engine.device import available
        return available()


def load_classifier(request: ModelRequest, on_notice: Callable[[str], None]) -> "Classifier":
    """A classifier that is ready to answer.

    Raises:
        AppError: the model cannot be used.
    """
    with _as_app_error("The model could not be loaded.", "Choose another model, or another device."):
        from vgg_desktop.engine.classifier import Classifier

        return Classifier.load(request.source, device=request.device, precision=request.precision, on_notice=on_notice)


def shown_info(classifier: "Classifier", source: str) -> ModelInfo:
    """What the model says of itself; that of a run is called as the run is now."""
    import msgspec

    from vgg_desktop.core.run.run_notes import title_of

    run = Path(source).parent
    is_run = (run / "run.json").is_file()
    return msgspec.structs.replace(classifier.info, name=title_of(run)) if is_run else classifier.info


def warm_up(classifier: "Classifier") -> None:
    """Classify nothing once: the first forward of a thread prepares kernels, which takes ten times as long."""
    import numpy as np

    side_px = classifier.info.preprocessing.crop_px
    with contextlib.suppress(AppError), _as_app_error("The model could not be warmed up.", ""):
        classifier.scores(np.zeros((1, side_px, side_px, 3), np.uint8))


def classify_source(classifier: "Classifier", source: Source, top: int) -> tuple[Prediction, float]:
    """The answer for one picture, and the milliseconds that the model took for it.

    Raises:
        AppError: the picture cannot be read, or the model failed on it.
    """
    with _as_app_error("This picture could not be classified.", "Try another device in the menu at the top."):
        picture = classifier.decode(source)
        start_s = time.perf_counter()
        (prediction,) = classifier.classify([picture], top)
        return prediction, (time.perf_counter() - start_s) * 1000


def results_of(classifier: "Classifier", request: ManyRequest, cancelled: Callable[[], bool]) -> Iterator[PathResult]:
    """One result for each path, in order, batch by batch.

    Raises:
        AppError: the model failed; single unreadable pictures are results.
    """
    from vgg_desktop.engine.folder import classify_paths

    with _as_app_error("The pictures could not all be classified.", "Try another device in the menu at the top."):
        yield from classify_paths(classifier, request.paths, top=request.top, cancelled=cancelled)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Garbage collections find nothing in an import, but stop every thread, and the longer the more is imported.

    What is there afterwards stays for good: frozen, it is not looked through again at every later collection.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def _as_app_error(summary: str, hint: str) -> Iterator[None]:
    """The edge of a job: whatever else goes wrong in it becomes a sentence, and a full report in the log."""
    try:
        yield
    except AppError:
        raise
    except Exception as error:
        _log.exception("%s", summary)
        raise AppError(summary, hint, traceback.format_exc()) from error
