"""The one thread that owns the model. No Qt here, so that it can be read and tested by itself."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vgg_desktop.core.errors import AppError
from vgg_desktop.services.answers import (
    EngineReady,
    ModelRequest,
    ModelStatus,
    PictureAnswer,
    PictureFailure,
    Source,
)
from vgg_desktop.services.deadline import Deadline
from vgg_desktop.services.engine_calls import (
    classify_source,
    import_engine,
    load_classifier,
    results_of,
    shown_info,
    warm_up,
)
from vgg_desktop.services.folder_run import FolderRun, ManyRequest

if TYPE_CHECKING:
    from vgg_desktop.engine.classifier import Classifier

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """One picture that the user looks at: it goes before everything else."""

    generation: int
    source: Source
    top: int


@dataclass(frozen=True, slots=True)
class NewModel:
    """Another model answers from now on."""

    status: ModelStatus


@dataclass(frozen=True, slots=True)
class ModelFailure:
    """A model could not be loaded; the one before it, if any, still answers."""

    request: ModelRequest
    error: AppError


@dataclass(frozen=True, slots=True)
class Notice:
    """A whole sentence that the engine wants the user to know."""

    sentence: str


class Backend:
    """Wishes may come from any thread and replace each other: the newest picture, folder and model win.

    What it has to say goes through `report`, called in the backend thread: EngineReady, ModelRequest (is being loaded),
    NewModel, ModelStatus (the same model rests, wakes or moved to another device), ModelFailure, PictureAnswer,
    PictureFailure, ManyResults, Progress, ManyFinished, Notice.

    A new model is read and built beside the old one in a short-lived thread, so that the old one answers until the
    backend thread exchanges them.
    """

    def __init__(self, report: Callable[[object], None]) -> None:
        self._report = report
        self._wishes = threading.Condition()
        self._picture: PictureRequest | None = None
        self._many: ManyRequest | None = None
        self._is_many_stopped = False
        self._model: ModelRequest | None = None
        self._wants_rest = False
        self._is_stopping = False
        self._loader: threading.Thread | None = None
        self._loaded: tuple[ModelRequest, Classifier | AppError] | None = None
        # From here on touched by the backend thread only.
        self._is_imported = False
        self._classifier: Classifier | None = None
        self._status: ModelStatus | None = None
        self._load_error: AppError | None = None
        self._is_cold = False
        # A daemon: an import that outlasts the user's patience must not keep the process alive.
        self._thread = threading.Thread(target=self._run, name="backend", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def ask_model(self, request: ModelRequest) -> None:
        with self._wishes:
            self._model = request
            self._wishes.notify_all()

    def ask_picture(self, request: PictureRequest | None) -> None:
        """None forgets a picture that still waits."""
        with self._wishes:
            self._picture = request
            self._wishes.notify_all()

    def ask_many(self, request: ManyRequest) -> None:
        with self._wishes:
            self._many = request
            self._is_many_stopped = False
            self._wishes.notify_all()

    def stop_many(self) -> None:
        """Stop the folder that runs, or that waits for a model."""
        with self._wishes:
            self._is_many_stopped = True
            self._wishes.notify_all()

    def rest(self) -> None:
        with self._wishes:
            self._wants_rest = True
            self._wishes.notify_all()

    def stop(self, timeout_s: float) -> bool:
        """End both threads after what they are at; False if that takes longer than `timeout_s`."""
        deadline = Deadline(timeout_s)
        with self._wishes:
            self._is_stopping = True
            self._wishes.notify_all()
            threads = [thread for thread in (self._thread, self._loader) if thread and thread.is_alive()]
        for thread in threads:
            thread.join(deadline.left_s)
        return not any(thread.is_alive() for thread in threads)

    def _run(self) -> None:
        while True:
            with self._wishes:
                self._wishes.wait_for(self._has_work)
                if self._is_stopping:
                    break
            self._do_next()
        self._release()

    def _has_work(self) -> bool:
        return bool(
            self._is_stopping
            or self._loaded
            or (self._model and not self._loader)
            or ((self._picture or self._many) and self._can_answer())
            or (self._wants_rest and not self._loader)
            or self._is_cold
        )

    def _can_answer(self) -> bool:
        """With a model, or with the reason why there is none; while one is on its way, a picture waits for it."""
        return self._classifier is not None or not (self._model or self._loader or self._loaded)

    def _do_next(self) -> None:
        with self._wishes:
            loaded, self._loaded = self._loaded, None
            model = self._model if not self._loader else None
            self._model = None if model else self._model
            can_answer = self._can_answer() and not loaded and not model
            picture, many = (self._picture, self._many) if can_answer else (None, None)
            rests = self._wants_rest and not (loaded or model or picture or many or self._loader)
            self._wants_rest = self._wants_rest and not rests
        if loaded:
            self._adopt(*loaded)
        elif model:
            self._start_loading(model)
        elif picture or many:
            self._answer(picture is not None)
        elif rests:
            self._rest()
        elif self._is_cold and self._classifier:
            self._is_cold = False
            warm_up(self._classifier)

    def _answer(self, is_picture: bool) -> None:
        if self._classifier is None and self._status and self._load_error is None:
            self._start_loading(self._status.request)
        elif is_picture:
            self._answer_picture()
        else:
            self._run_many()

    def _start_loading(self, request: ModelRequest) -> None:
        self._report(request)
        error = self._import_once()
        with self._wishes:
            if error:
                self._loaded = (request, error)
            elif not self._is_stopping:
                self._loader = threading.Thread(target=self._load, args=(request,), name="model-loader", daemon=True)
                self._loader.start()

    def _import_once(self) -> AppError | None:
        if self._is_imported:
            return None
        try:
            devices = import_engine()
        except AppError as error:
            return error
        self._is_imported = True
        self._report(EngineReady(devices))
        return None

    def _load(self, request: ModelRequest) -> None:
        """Runs in the loader thread."""
        try:
            loaded = load_classifier(request, lambda sentence: self._report(Notice(sentence)))
        except AppError as error:
            loaded = error
        with self._wishes:
            self._loaded = (request, loaded)
            self._loader = None
            self._wishes.notify_all()

    def _adopt(self, request: ModelRequest, loaded: "Classifier | AppError") -> None:
        if isinstance(loaded, AppError):
            if self._status is None or request == self._status.request:
                self._load_error = None if self._classifier else loaded
            self._report(ModelFailure(request, loaded))
            return
        is_new = self._classifier is not None or self._status is None or request != self._status.request
        self._release()
        self._classifier, self._load_error, self._is_cold = loaded, None, True
        self._status = ModelStatus(request, shown_info(loaded, request.source), loaded.device)
        self._report(NewModel(self._status) if is_new else self._status)

    def _release(self) -> None:
        """Give the present model's memory back."""
        if self._classifier:
            self._is_cold = False
            self._classifier.close()
            self._classifier = None

    def _rest(self) -> None:
        if self._classifier and self._status:
            self._release()
            self._status = replace(self._status, is_resting=True)
            self._report(self._status)

    def _answer_picture(self) -> None:
        with self._wishes:
            request, self._picture = self._picture, None
        if request is None:
            return
        if self._classifier is None:
            self._report(PictureFailure(request.generation, self._take_load_error()))
            return
        self._is_cold = False
        try:
            prediction, elapsed_ms = classify_source(self._classifier, request.source, request.top)
        except AppError as error:
            self._report(PictureFailure(request.generation, error))
        else:
            self._report(PictureAnswer(request.generation, prediction, elapsed_ms, self._classifier.device))
        self._note_device()

    def _take_load_error(self) -> AppError:
        """Why there is no model. One that could not be woken is tried again at the next wish."""
        error = self._load_error or _no_model()
        if self._status:
            self._load_error = None
        return error

    def _note_device(self) -> None:
        """The engine falls back to another device by itself after a fault; its notice came already."""
        if self._classifier and self._status and self._classifier.device != self._status.device:
            self._status = replace(self._status, device=self._classifier.device)
            self._report(self._status)

    def _run_many(self) -> None:
        with self._wishes:
            request, self._many = self._many, None
        if request is None:
            return
        run = FolderRun(request, self._report)
        error = self._take_load_error() if self._classifier is None else None
        try:
            if self._classifier:
                self._classify_all(self._classifier, request, run)
        except AppError as failure:
            error = failure
        run.finish(is_stopped=self._is_many_cancelled(), error=error)
        self._note_device()

    def _classify_all(self, classifier: "Classifier", request: ManyRequest, run: FolderRun) -> None:
        for result in results_of(classifier, request, self._look_up):
            run.add(result)
            if self._look_up():
                break

    def _look_up(self) -> bool:
        """Between batches, and every few milliseconds while large files are decoded: a picture goes first."""
        if self._picture:
            self._answer_picture()
        return self._is_many_cancelled()

    def _is_many_cancelled(self) -> bool:
        """Also true when another folder or a new model waits: what is done stays."""
        return bool(self._is_many_stopped or self._is_stopping or self._many or self._loaded)


def _no_model() -> AppError:
    return AppError("No model is loaded.", "Choose a model at the top of the window.")
