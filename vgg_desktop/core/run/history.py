"""What a run has told so far, folded into curves and a present state: what a window or a report shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from vgg_desktop.core.run.events import (
    Checkpoint,
    Commanded,
    Ended,
    Epoch,
    Event,
    Preparing,
    Resumed,
    Started,
    Starting,
    Step,
    Truth,
    Warned,
)
from vgg_desktop.core.run.series import Floats, Series
from vgg_desktop.core.run.step_file import StepRecords


@dataclass(slots=True)
class Curves:
    """What is drawn; x is the step. `top1` leaves out steps with mixed targets, `val_...` have a point an epoch."""

    loss: Series = field(default_factory=Series)
    top1: Series = field(default_factory=Series)
    learning_rate: Series = field(default_factory=Series)
    train_top1: Series = field(default_factory=Series)
    val_loss: Series = field(default_factory=Series)
    val_top1: Series = field(default_factory=Series)

    def drop_steps_after(self, step: float) -> None:
        for series in (self.loss, self.top1, self.learning_rate):
            series.drop_after(step)

    def drop_epochs_after(self, step: float) -> None:
        for series in (self.train_top1, self.val_loss, self.val_top1):
            series.drop_after(step)

    def add_epoch(self, epoch: Epoch) -> None:
        self.train_top1.append(epoch.step, epoch.train_top1)
        self.val_loss.append(epoch.step, epoch.val_loss)
        self.val_top1.append(epoch.step, epoch.val_top1)


class History:
    """One run's events and steps, in order. It is built by one thread and then handed on whole.

    `epochs` holds what counts: epochs that a resume made void are gone, and so are their points.
    """

    def __init__(self) -> None:
        self.curves = Curves()
        self.epochs: list[Epoch] = []
        self.checkpoints: list[Checkpoint] = []
        self.warnings: list[Warned] = []
        self.answers: list[Commanded] = []
        self.preparing: Preparing | None = None
        """How far the work before the first step is; None once steps are made."""
        self.started: Started | None = None
        self.latest: Step | None = None
        self.truth: Truth | None = None
        self.ended: Ended | None = None
        self._recorded_attempt = 0

    @property
    def best(self) -> Epoch | None:
        """The epoch whose weights are kept."""
        return next((epoch for epoch in reversed(self.epochs) if epoch.is_best), None)

    @property
    def last_step(self) -> int:
        steps = [self.curves.loss.last_x, self.latest.step if self.latest else 0]
        return int(max(steps + [epoch.step for epoch in self.epochs[-1:]]))

    @property
    def fraction(self) -> float:
        """How much of the planned epochs is done, 0 to 1."""
        if not self.started:
            return 0.0
        done = float(self.epochs_of_steps(np.array([self.last_step], dtype=np.float64))[0])
        return min(1.0, done / self.started.epochs)

    def apply(self, events: Iterable[Event]) -> None:
        """Take in events in the order of the log."""
        steps: list[Step] = []
        for event in events:
            if isinstance(event, Step):
                steps.append(event)
                continue
            self._add_steps(steps)
            steps = []
            self._apply(event)
        self._add_steps(steps)

    def extend_steps(self, records: StepRecords) -> None:
        """Take in records of the step file, whose steps rise; they replace what is known from their first step on."""
        if not len(records):
            return
        steps = records["step"].astype(np.float64)
        curves = self.curves
        self._recorded_attempt = int(records["attempt"][-1])
        curves.drop_steps_after(steps[0] - 1)
        curves.loss.extend(steps, records["loss"])
        curves.top1.extend(steps, records["top1"])
        curves.learning_rate.extend(steps, records["learning_rate"])

    def epochs_of_steps(self, steps: Floats) -> Floats:
        """Steps counted in epochs: 2.5 is the middle of the third. Beyond the last known end, by its length."""
        ends = self._epoch_ends()
        if len(ends) < 2:
            return steps.astype(np.float64)
        return _interpolated(steps, ends, np.arange(len(ends), dtype=np.float64))

    def steps_of_epochs(self, epochs: Floats) -> Floats:
        """The inverse of `epochs_of_steps`."""
        ends = self._epoch_ends()
        if len(ends) < 2:
            return epochs.astype(np.float64)
        return _interpolated(epochs, np.arange(len(ends), dtype=np.float64), ends)

    def _epoch_ends(self) -> Floats:
        """Step 0 and the last step of each epoch, and the planned end of the one that runs."""
        ends = [0, *(epoch.step for epoch in self.epochs)]
        if len(ends) == 1 and self.started:
            ends.append(self.started.steps_per_epoch)
        return np.array(ends, dtype=np.float64)

    def _apply(self, event: Event) -> None:
        match event:
            case Epoch():
                self._add_epoch(event)
            case Started():
                self.started, self.ended = event, None
            case Preparing():
                self.preparing = event
            case Resumed():
                self._go_back(event)
            case Ended():
                self.ended, self.preparing = event, None
            case Warned():
                self.warnings.append(event)
            case Checkpoint():
                self.checkpoints.append(event)
            case Commanded():
                self.answers.append(event)
            case Truth():
                self.truth = event
            case Starting():
                self.ended = None

    def _add_steps(self, steps: list[Step]) -> None:
        """Many at once: appending one by one would cost 20 us each."""
        if not steps:
            return
        self.latest, self.preparing = steps[-1], None
        curves = self.curves
        # The step file knows more, and may be ahead.
        new = _rising(steps, beyond=curves.loss.last_x)
        numbers = [step.step for step in new]
        curves.loss.extend(numbers, [step.loss for step in new])
        curves.learning_rate.extend(numbers, [step.learning_rate for step in new])

    def _add_epoch(self, event: Epoch) -> None:
        # A resume right after an epoch's last step validates that epoch again.
        while self.epochs and self.epochs[-1].epoch >= event.epoch:
            self.epochs.pop()
        self.curves.drop_epochs_after(self.epochs[-1].step if self.epochs else 0)
        self.epochs.append(event)
        self.curves.add_epoch(event)

    def _go_back(self, event: Resumed) -> None:
        # The step file may have been read later than this event was written: then its new steps are in already.
        if self._recorded_attempt < event.attempt:
            self.curves.drop_steps_after(event.step)
        self.curves.drop_epochs_after(event.step)
        self.epochs = [epoch for epoch in self.epochs if epoch.step <= event.step]
        self.checkpoints = [checkpoint for checkpoint in self.checkpoints if checkpoint.step <= event.step]
        if self.latest and self.latest.step > event.step:
            self.latest = None
        self.ended = None


def _rising(steps: list[Step], *, beyond: float) -> list[Step]:
    rising: list[Step] = []
    for step in steps:
        if step.step > beyond:
            rising.append(step)
            beyond = step.step
    return rising


def _interpolated(
    values: Floats, known: npt.NDArray[np.float64], images: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Straight lines through the known points, the last one prolonged."""
    inside = np.interp(values, known, images)
    slope = (images[-1] - images[-2]) / max(known[-1] - known[-2], 1e-12)
    return np.where(values > known[-1], images[-1] + (values - known[-1]) * slope, inside)
