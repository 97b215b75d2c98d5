"""Many files, one stream of results: decoded ahead of the model, memory flat for any number of files."""

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.decoding import DecodedFile, DecodingAhead
from vgg_desktop.engine.device import core_count

# Who looks at one picture while a folder runs waits for one batch.
_BATCH_TARGET_S = 0.1
_LARGEST_BATCH = {"cuda": 256, "mps": 64, "cpu": 32}
_LARGEST_BATCH_BYTES = 128 * 2**20


@dataclass(slots=True)
class Timing:
    """Where the time went: `decode_s` is the sum over all decoding threads, `waiting_s` the model without a picture."""

    files: int = 0
    batches: int = 0
    decode_s: float = 0.0
    model_s: float = 0.0
    waiting_s: float = 0.0


@dataclass(frozen=True, slots=True)
class ScoredFile:
    """`scores` are calibrated, float32 (classes,); None where the file could not be read, and `error` says why."""

    path: Path
    scores: np.ndarray | None
    damaged: bool = False
    notes: tuple[str, ...] = ()
    error: AppError | None = None


def classify_paths(
    classifier: Classifier,
    paths: Iterable[Path],
    *,
    batch_size: int | None = None,
    top: int = 5,
    decode_threads: int | None = None,
    cancelled: Callable[[], bool] = bool,
    timing: Timing | None = None,
) -> Generator[PathResult, None, None]:
    """The `top` best labels of each path, as `score_paths` gives the scores; errors as there."""
    for file in score_paths(
        classifier, paths, batch_size=batch_size, decode_threads=decode_threads, cancelled=cancelled, timing=timing
    ):
        if file.scores is None:
            yield PathResult(file.path, error=file.error)
        else:
            prediction = classifier.prediction(file.scores, top, damaged=file.damaged, notes=file.notes)
            yield PathResult(file.path, prediction)


def score_paths(
    classifier: Classifier,
    paths: Iterable[Path],
    *,
    batch_size: int | None = None,
    decode_threads: int | None = None,
    cancelled: Callable[[], bool] = bool,
    timing: Timing | None = None,
) -> Iterator[ScoredFile]:
    """The scores of each path, in the order of `paths`, as soon as they are known.

    `paths` is read in a thread of its own, a bounded number ahead: it may be endless, or wait for a person. A file that
    cannot be read gives a result with its error. Batches start at one picture and double up to `batch_size`, which by
    default is what the model does in 0.1 s. Once `cancelled` is true no further batch starts.

    Raises:
        AppError: the model itself failed.
        Exception: whatever `paths` raises.
    """
    timing = timing or Timing()
    largest = batch_size or _largest_batch(classifier)
    threads = decode_threads or core_count() + 1
    size = 1
    with DecodingAhead(classifier, paths, threads, ahead=2 * largest + threads) as decoding:
        while True:
            started = time.perf_counter()
            batch = decoding.next_batch(size, cancelled)
            timing.waiting_s += time.perf_counter() - started
            if not batch:
                return
            started = time.perf_counter()
            scored = _scored(classifier, batch)
            elapsed_s = time.perf_counter() - started
            _note(timing, batch, elapsed_s)
            yield from scored
            size = min(2 * size, largest)
            if batch_size is None:
                size = min(size, max(1, int(len(batch) * _BATCH_TARGET_S / max(elapsed_s, 1e-6))))


def _largest_batch(classifier: Classifier) -> int:
    picture_bytes = 3 * classifier.info.preprocessing.crop_px**2
    return max(1, min(_LARGEST_BATCH[classifier.device.kind], _LARGEST_BATCH_BYTES // picture_bytes))


def _scored(classifier: Classifier, batch: list[DecodedFile]) -> list[ScoredFile]:
    inputs = [file.pixels for file in batch if file.pixels is not None]
    rows = iter(classifier.scores(np.stack(inputs)) if inputs else ())
    return [
        ScoredFile(file.path, None if file.pixels is None else next(rows), file.damaged, file.notes, file.error)
        for file in batch
    ]


def _note(timing: Timing, batch: list[DecodedFile], model_s: float) -> None:
    timing.files += len(batch)
    timing.batches += 1
    timing.decode_s += sum(file.elapsed_s for file in batch)
    timing.model_s += model_s
