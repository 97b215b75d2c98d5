"""A model loaded and ready: pictures in, predictions out."""

import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.model.prediction import Candidate, Prediction
from vgg_desktop.core.sentence import Sentence, joined
from vgg_desktop.engine.device import choose
from vgg_desktop.engine.kinds import KindSums
from vgg_desktop.engine.runtime import Runtime
from vgg_desktop.engine.weights import catalog, importers
from vgg_desktop.engine.weights.bundle import Bundle, StateDict
from vgg_desktop.engine.weights.recheck import Recheck
from vgg_desktop.pictures.decode import Picture, decoded
from vgg_desktop.pictures.resize import model_square

OnNotice = Callable[[str], None]
RuntimeMaker = Callable[[ModelInfo, StateDict, DeviceChoice], Runtime]


def _say_nothing(_sentence: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What is left of an exception, whose traceback would keep the failed batch in the device's memory."""

    is_memory: bool
    detail: str


class Classifier:
    """A model on a device. One thread at a time may classify; `square` may run in any.

    `precision` is the word that `choice` was made with, and holds on the CPU too should the device fail. `on_notice`
    gets a whole sentence when something changed that a person should know, possibly from another thread.
    """

    def __init__(
        self,
        path: Path,
        choice: DeviceChoice,
        *,
        precision: str = "auto",
        on_notice: OnNotice = _say_nothing,
        make_runtime: RuntimeMaker = Runtime,
    ) -> None:
        self._path = path
        self._precision = precision
        self._on_notice = on_notice
        self._make_runtime = make_runtime
        self._batch_limit: int | None = None
        self._is_resting = threading.Event()
        self._is_resting.set()
        weights = importers.open_weights(path, is_quick=True)
        self.info: ModelInfo = weights.info
        self.sha256 = weights.sha256
        self._kinds = KindSums.of(self.info.labels)
        self.device = choice
        self._runtime: Runtime | None = None
        self._start(weights, choice)
        for sentence in weights.assumed:
            on_notice(sentence)
        self._recheck = None if weights.is_fresh else Recheck(path, weights.sha256, self._on_damage)

    @classmethod
    def load(
        cls,
        source: str | Path = catalog.BUILTIN,
        *,
        device: str = "auto",
        precision: str = "auto",
        on_notice: OnNotice = _say_nothing,
    ) -> "Classifier":
        """The model of that name or file, on that device.

        Raises:
            AppError: there is no such model or device, or the file is damaged.
        """
        return cls(catalog.resolve(source), choose(device, precision), precision=precision, on_notice=on_notice)

    def decode(self, source: Path | bytes) -> Picture:
        """The picture in a file, no larger than this model needs it.

        Raises:
            AppError: there is no picture to be had, and why.
        """
        with self.decoded(source) as picture:
            return picture

    def decoded(self, source: Path | bytes) -> AbstractContextManager[Picture]:
        """As `decode`, for many threads: a large picture counts as memory until the block ends."""
        wanted = self.info.preprocessing
        return decoded(source, shorter_side_px=wanted.resize_px, depth=wanted.depth)

    def square(self, picture: Picture) -> np.ndarray:
        """The square that the model sees: uint8 (crop, crop, 3)."""
        return model_square(picture, self.info.preprocessing)

    def classify(self, pictures: Sequence[Picture], top: int = 5) -> list[Prediction]:
        """The `top` best labels of each picture.

        Raises:
            AppError: not even one picture fits into memory, the model gives no numbers, or its file was found damaged.
        """
        if not pictures:
            return []
        scores = self.scores(np.stack([self.square(picture) for picture in pictures]))
        return [
            self.prediction(row, top, damaged=picture.damaged, notes=picture.notes)
            for row, picture in zip(scores, pictures, strict=True)
        ]

    def scores(self, pixels: np.ndarray) -> np.ndarray:
        """Calibrated scores of every class, float32 (N, classes), of uint8 (N, crop, crop, 3); errors as `classify`."""
        self._refuse_damage()
        self._is_resting.clear()
        try:
            return self._scores(pixels)
        finally:
            self._is_resting.set()

    def prediction(
        self, scores: np.ndarray, top: int, *, damaged: bool = False, notes: tuple[str, ...] = ()
    ) -> Prediction:
        """The `top` best labels of one picture's scores (classes,)."""
        best = np.argsort(-scores, kind="stable")[:top]
        candidates = tuple(Candidate(self.info.labels[i], float(scores[i])) for i in best)
        calibration = self.info.calibration
        none = None if calibration.none_logit is None else max(0.0, 1 - float(scores.sum()))
        sure = None if calibration.threshold is None else candidates[0].score >= max(calibration.threshold, none or 0.0)
        kind = self._kinds and self._kinds.best(scores, candidates[0], sure, calibration)
        return Prediction(candidates, sure, damaged, notes, kind, none)

    def wait_for_turn(self) -> None:
        """Return when the cores are free for decoding: at once, unless the model is using them.

        A model on the CPU spreads over all cores and waits for the slowest; two decoders beside it on two cores bring
        both together down to 0.6 of what they do in turn.
        """
        if self.device.kind == "cpu":
            self._is_resting.wait()

    def _scores(self, pixels: np.ndarray) -> np.ndarray:
        parts: list[np.ndarray] = []
        while len(pixels):
            part = pixels[: self._batch_limit]
            answer = self._attempt(part)
            if isinstance(answer, _Trouble):
                self._recover(answer, len(part))
            elif np.isfinite(answer).all():
                parts.append(answer)
                pixels = pixels[len(part) :]
            else:
                self._use_more_range()
        return np.concatenate(parts) if parts else np.empty((0, len(self.info.labels)), np.float32)

    def confirm(self) -> None:
        """Wait until the whole weights file is known to be what it was: only then do the answers count.

        Raises:
            AppError: it is not.
        """
        if self._recheck is not None:
            self._recheck.join()
            self._refuse_damage()

    def close(self) -> None:
        """Give the model's memory back; the classifier cannot be used afterwards."""
        if self._recheck is not None:
            self._recheck.cancel()
        self._drop_runtime()

    def _attempt(self, pixels: np.ndarray) -> np.ndarray | _Trouble:
        if self._runtime is None:
            raise AppError("This model is closed.", "Load it again.")
        try:
            return self._runtime.scores(pixels)
        except RuntimeError as error:
            return _trouble(error)

    def _recover(self, trouble: _Trouble, batch_size: int) -> None:
        """Smaller batches first, then the CPU; after a fault of the device, the CPU at once."""
        if trouble.is_memory and batch_size > 1:
            self._free_unused()
            self._batch_limit = batch_size // 2
            self._on_notice(
                Sentence("Memory is short: pictures are now classified {count} at a time.", count=self._batch_limit)
            )
        elif self.device.kind == "cpu":
            what = Sentence("does not fit into memory") if trouble.is_memory else Sentence("failed")
            raise AppError(
                "The model {model} {what}.", "Choose a smaller model.", trouble.detail, model=self.info.name, what=what
            )
        else:
            self._move_to_cpu(Sentence("ran out of memory") if trouble.is_memory else Sentence("failed"))

    def _move_to_cpu(self, why: Sentence) -> None:
        gpu = self.device.name
        self._drop_runtime()
        self._batch_limit = None
        choice = choose("cpu", self._precision)
        self._start(self._reread(), msgspec.structs.replace(choice, reason=Sentence("{gpu} {why}.", gpu=gpu, why=why)))
        self._on_notice(Sentence("{gpu} {why}; the model now runs on the CPU.", gpu=gpu, why=why))

    def _use_more_range(self) -> None:
        """Half precision can overflow on a picture though it did not in the trial."""
        if self.device.precision != "fp16":
            raise AppError(
                "The model {model} gives no usable answer for this picture.",
                "Choose another model.",
                model=self.info.name,
            )
        self._drop_runtime()
        self._start(self._reread(), msgspec.structs.replace(self.device, precision="bf16"))
        self._on_notice(
            Sentence("The numbers of {model} are too large for fp16; it now runs in bf16.", model=self.info.name)
        )

    def _start(self, weights: Bundle, choice: DeviceChoice) -> None:
        """The runtime on that device, in bf16 where fp16 overflows; on the CPU if the device cannot hold it."""
        try:
            runtime = self._make_runtime(weights.info, weights.state_dict, choice)
            if choice.precision == "fp16" and not runtime.is_finite():
                choice = msgspec.structs.replace(choice, precision="bf16")
                runtime = self._make_runtime(weights.info, weights.state_dict, choice)
        except RuntimeError as error:
            trouble = _trouble(error)
        else:
            self._runtime, self.device = runtime, choice
            return
        self._recover(trouble, batch_size=1)

    def _reread(self) -> Bundle:
        weights = importers.open_weights(self._path)
        if weights.sha256 != self.sha256:
            raise AppError(
                "The weights file {file} has changed since it was loaded.",
                "Load the model again.",
                file=display_name(self._path),
            )
        return weights

    def _drop_runtime(self) -> None:
        self._runtime = None
        self._free_unused()

    def _free_unused(self) -> None:
        try:
            if self.device.kind == "cuda" and torch.cuda.is_initialized():
                torch.cuda.empty_cache()
            elif self.device.kind == "mps":
                torch.mps.empty_cache()
        except RuntimeError:
            # The context is dead after a fault; its memory went with it.
            return

    def _refuse_damage(self) -> None:
        if self._recheck is not None and self._recheck.error is not None:
            error = self._recheck.error
            raise AppError(
                "The answers of {model} do not count, because its weights file is damaged.",
                error.hint,
                error.summary,
                model=self.info.name,
            )

    def _on_damage(self, error: AppError) -> None:
        self._on_notice(joined([error.summary, error.hint]))


def _trouble(error: RuntimeError) -> _Trouble:
    text = str(error)
    words = ("out of memory", "allocate memory", "not enough memory")
    is_memory = isinstance(error, torch.OutOfMemoryError) or any(word in text.lower() for word in words)
    return _Trouble(is_memory, text)
