"""Classification for the window: wishes go in, answers come out as signals, nothing here ever waits."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.services.answers import (
    EngineReady,
    FolderProgress,
    ManyFinished,
    ManyResults,
    ModelRequest,
    ModelStatus,
    PictureAnswer,
    PictureFailure,
    Source,
)
from vgg_desktop.services.backend import Backend, ModelFailure, NewModel, Notice, PictureRequest
from vgg_desktop.services.folder_run import ManyRequest

_REST_AFTER_MS = 30_000


class InferenceService(QObject):
    """Owns the one backend thread that imports the engine and runs the model; lives in the window's thread.

    Every method returns at once. Answers carry the generation that the asking method returned, and those of an older
    one are dropped here: whoever connects sees only what was asked for last. After `model_changed` everything that is
    shown comes from a former model: ask again.
    """

    engine_ready = Signal(object)  # EngineReady
    model_loading = Signal(object)  # ModelRequest
    model_changed = Signal(object)  # ModelStatus of another model
    status_changed = Signal(object)  # ModelStatus: after model_changed; or the same model rests, wakes, or moved
    model_failed = Signal(object)  # AppError; a model that answered before still answers
    prediction_ready = Signal(object)  # PictureAnswer
    picture_failed = Signal(object)  # PictureFailure
    many_results = Signal(object)  # tuple[PathResult, ...], at most 20 times a second
    many_progress = Signal(object)  # Progress
    many_finished = Signal(object)  # ManyFinished
    noticed = Signal(object)  # a Sentence; as a str, Qt would forget its template

    # Emitted by the backend thread, received in this object's own.
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture_generation = 0
        self._many_generation = 0
        self._request = ModelRequest()
        self._is_loading = True
        self._status: ModelStatus | None = None
        self._devices: tuple[DeviceChoice, ...] = ()
        self._is_many_running = False
        self._backend = Backend(self._reported.emit)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self.rest_after_ms = _REST_AFTER_MS
        self._rest_timer = QTimer(self, singleShot=True)
        self._rest_timer.timeout.connect(self.rest)
        self._rests_when_idle = False

    @property
    def status(self) -> ModelStatus | None:
        """The model that answers now; None before the first one is ready."""
        return self._status

    @property
    def request(self) -> ModelRequest:
        """What was asked for last, unless it failed: then what answers now."""
        return self._request

    @property
    def is_loading(self) -> bool:
        """True from the wish for a model (the first: from the beginning) until it answers or has failed."""
        return self._is_loading

    @property
    def devices(self) -> tuple[DeviceChoice, ...]:
        """What this machine can run on, best first; empty until the engine is ready."""
        return self._devices

    @property
    def is_many_running(self) -> bool:
        return self._is_many_running

    def start(self, request: ModelRequest) -> None:
        """Start the backend thread, which imports the engine and then loads the model."""
        self._ask_model(request)
        self._backend.start()

    def use_model(self, source: str, device: str = "auto", precision: str = "auto") -> None:
        """Load another model; the present one answers until it is ready, and stays if it fails."""
        self._ask_model(ModelRequest(source, device, precision))

    def classify_picture(self, source: Source, top: int) -> int:
        """Ask for the `top` best labels of one picture. A former picture that still waits is forgotten."""
        self._picture_generation += 1
        self._backend.ask_picture(PictureRequest(self._picture_generation, source, top))
        self._note_work()
        return self._picture_generation

    def forget_picture(self) -> None:
        """Drop the answer of the picture that was asked for last."""
        self._picture_generation += 1
        self._backend.ask_picture(None)

    def classify_many(self, paths: Sequence[Path], top: int) -> int:
        """Classify `paths` in their order; a folder that still runs is stopped without a further word."""
        self._many_generation += 1
        self._is_many_running = True
        self._backend.ask_many(ManyRequest(self._many_generation, PathList.of(paths), top))
        self._note_work()
        return self._many_generation

    def stop_many(self) -> None:
        """Stop the running folder after its batch; what is done stays, and `many_finished` follows."""
        self._backend.stop_many()

    def rest(self) -> None:
        """Let the model leave memory once nothing runs; the next wish brings it back by itself."""
        self._backend.rest()

    def rest_when_idle(self, enabled: bool) -> None:
        """While a training runs beside the window: rest after 30 s without work."""
        if enabled != self._rests_when_idle:
            self._rests_when_idle = enabled
            self._note_work()

    def shutdown(self, timeout_s: float = 2.0) -> bool:
        """End the backend thread after its batch; False if it did not end in time (an import cannot be broken off)."""
        self._rest_timer.stop()
        self._picture_generation += 1
        self._many_generation += 1
        return self._backend.stop(timeout_s)

    def _ask_model(self, request: ModelRequest) -> None:
        self._request, self._is_loading = request, True
        self._backend.ask_model(request)

    def _note_work(self) -> None:
        if self._rests_when_idle and not self._is_many_running:
            self._rest_timer.start(self.rest_after_ms)
        else:
            self._rest_timer.stop()

    @Slot(object)
    def _on_reported(self, report: object) -> None:
        match report:
            case PictureAnswer(generation=generation):
                if generation == self._picture_generation:
                    self.prediction_ready.emit(report)
            case PictureFailure(generation=generation):
                if generation == self._picture_generation:
                    self.picture_failed.emit(report)
            case ManyResults(generation=generation, results=results):
                if generation == self._many_generation:
                    self.many_results.emit(results)
            case FolderProgress(generation=generation):
                if generation == self._many_generation:
                    self.many_progress.emit(report)
            case ManyFinished(generation=generation):
                if generation == self._many_generation:
                    self._is_many_running = False
                    self.many_finished.emit(report)
                    self._note_work()
            case Notice(sentence):
                self.noticed.emit(sentence)
            case _:
                self._on_model_report(report)

    def _on_model_report(self, report: object) -> None:
        match report:
            case EngineReady(devices):
                self._devices = devices
                self.engine_ready.emit(report)
            case ModelRequest():
                self._is_loading = True
                self.model_loading.emit(report)
            case NewModel(status):
                self._take(status)
                self.model_changed.emit(status)
                self.status_changed.emit(status)
            case ModelStatus():
                self._take(report)
                self.status_changed.emit(report)
            case ModelFailure(request, error):
                if request == self._request:
                    self._is_loading = False
                    self._request = self._status.request if self._status else request
                self.model_failed.emit(error)

    def _take(self, status: ModelStatus) -> None:
        self._status = status
        if status.request == self._request:
            self._is_loading = False
        if not status.is_resting:
            self._note_work()
