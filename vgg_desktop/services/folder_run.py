"""Many pictures on their way through the model: results in handfuls, progress that can be read."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.services.answers import FolderProgress, ManyFinished, ManyResults

_REPORT_EVERY_S = 0.05
# The rate is that of the last few seconds: it follows the pictures and does not jump.
_RATE_MEMORY_S = 3.0


@dataclass(frozen=True, slots=True)
class ManyRequest:
    """A folder to classify."""

    generation: int
    paths: PathList
    top: int


class FolderRun:
    """Collects results and reports them at most 20 times a second."""

    def __init__(self, request: ManyRequest, report: Callable[[object], None]) -> None:
        self._request = request
        self._report = report
        self._started_s = self._reported_s = time.monotonic()
        self._waiting: list[PathResult] = []
        self._done = 0
        self._failed = 0
        self._rate = 0.0
        self._done_at_report = 0

    def add(self, result: PathResult) -> None:
        self._waiting.append(result)
        self._done += 1
        self._failed += result.error is not None
        if time.monotonic() - self._reported_s >= _REPORT_EVERY_S:
            self._flush()

    def finish(self, *, is_stopped: bool, error: AppError | None) -> None:
        """Report what is left and that the folder has ended."""
        self._flush()
        elapsed_s = time.monotonic() - self._started_s
        total = len(self._request.paths)
        self._report(
            ManyFinished(self._request.generation, self._done, total, self._failed, elapsed_s, is_stopped, error)
        )

    def _flush(self) -> None:
        if self._waiting:
            self._report(ManyResults(self._request.generation, tuple(self._waiting)))
            self._waiting.clear()
        self._update_rate()
        total = len(self._request.paths)
        left_s = (total - self._done) / self._rate if self._rate > 0 else None
        self._report(FolderProgress(self._request.generation, self._done, total, self._failed, self._rate, left_s))

    def _update_rate(self) -> None:
        now_s = time.monotonic()
        passed_s = max(now_s - self._reported_s, 1e-6)
        latest = (self._done - self._done_at_report) / passed_s
        # The plain average in the first seconds, a moving one afterwards.
        weight = max(passed_s / _RATE_MEMORY_S, passed_s / max(now_s - self._started_s, 1e-6))
        self._rate += min(weight, 1.0) * (latest - self._rate)
        self._reported_s, self._done_at_report = now_s, self._done
