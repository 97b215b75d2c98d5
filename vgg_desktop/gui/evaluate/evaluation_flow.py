"""What a person wants measured, turned into jobs."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.services import evaluations
from vgg_desktop.services.dataset_reports import ScanProgress
from vgg_desktop.services.evaluations import Calibrated, EvaluationRequest, ModelEvaluation
from vgg_desktop.services.jobs import Job


class EvaluationFlow(QObject):
    """One thing at a time: a newer wish takes the place of what runs. Every method returns at once."""

    changed = Signal()  # what runs, or that nothing does any more
    progressed = Signal(object)  # ScanProgress
    measured = Signal(object)  # ModelEvaluation
    calibrated = Signal(object)  # Calibrated
    failed = Signal(object)  # AppError

    def __init__(self, parts: WindowParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._job: Job[ScanProgress, ModelEvaluation] | Job[ScanProgress, Calibrated] | None = None
        self._waiting: Path | None = None
        self._source: Path | None = None
        self.progress: ScanProgress | None = None
        parts.inference.engine_ready.connect(self._on_engine_ready)
        parts.inference.model_failed.connect(self._on_model_failed)

    @property
    def source(self) -> Path | None:
        """The pictures that a model is being measured on."""
        return self._source if self.is_running else None

    @property
    def is_running(self) -> bool:
        return self._waiting is not None or (self._job is not None and self._job.is_running)

    def measure(self, source: Path) -> None:
        """Measure the model that the window uses on a folder or table; before the engine is there, as soon as it is."""
        self._leave()
        self._source = source
        if self._parts.inference.devices:
            request = EvaluationRequest(self._parts.inference.request, source)
            self._job = self._parts.jobs.follow(
                partial(evaluations.measure_model, request),
                self._on_measured,
                self._on_failed,
                progressed=self._on_progress,
                name="evaluation",
            )
        else:
            self._waiting = source
        self.changed.emit()

    def calibrate(self, request: EvaluationRequest, name: str) -> None:
        """Write a calibrated copy of a model that was measured; it will be called `name`."""
        self._leave()
        self._source = None
        self._job = self._parts.jobs.follow(
            partial(evaluations.write_calibrated, request, name),
            self._on_calibrated,
            self._on_failed,
            progressed=self._on_progress,
            name="calibration",
        )
        self.changed.emit()

    def stop(self) -> None:
        """Leave what runs; nothing of it is kept."""
        self._leave()
        self.changed.emit()

    def _leave(self) -> None:
        self._waiting = self.progress = None
        if self._job:
            self._job.cancel()

    def _on_engine_ready(self) -> None:
        if self._waiting:
            self.measure(self._waiting)

    def _on_model_failed(self) -> None:
        """Without an engine there is nothing to wait for; the window says why."""
        if self._waiting and not self._parts.inference.devices:
            self.stop()

    def _on_progress(self, progress: ScanProgress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _on_measured(self, result: ModelEvaluation) -> None:
        self.measured.emit(result)
        self.changed.emit()

    def _on_calibrated(self, calibrated: Calibrated) -> None:
        self.calibrated.emit(calibrated)
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)
        self.changed.emit()
