"""How fast a run goes and how long it will still take."""

from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.schedule import input_px_at
from vgg_desktop.training.loop.step_metrics import StepMetrics
from vgg_desktop.training.loop.train_state import TrainState


class Eta:
    """Estimates from what was measured; an epoch of larger pictures costs by their area. Patience is not foreseen."""

    def __init__(self, recipe: Recipe, input_px: int) -> None:
        self._areas = [input_px_at(recipe, epoch, input_px) ** 2 for epoch in range(1, recipe.epochs + 1)]
        self._area_left = 0
        self._area_left_after: int | None = None
        self._epoch_s = 0.0
        self._validation_s = 0.0
        self.step_seconds = 0.0
        self.pictures_per_s = 0.0
        self.memory_bytes = 0
        self.learning_rate = 0.0

    def seconds_left(self, state: TrainState, epoch_steps: int, metrics: StepMetrics) -> float | None:
        """From within an epoch; None before its first step was timed."""
        self.step_seconds = metrics.step_seconds
        if not self.step_seconds:
            return None
        later = self._later_epochs(state.epoch + 1) * epoch_steps
        return (epoch_steps - state.epoch_step + later) * self.step_seconds + self._validations(state.epoch)

    def seconds_left_after_epoch(self, state: TrainState) -> float:
        """From the end of the epoch that was just counted."""
        return self._later_epochs(state.epoch) * self._epoch_s + self._validations(state.epoch)

    def learned(self, metrics: StepMetrics, state: TrainState, last_rate: float) -> None:
        """An epoch's steps are done, or a command has ended them."""
        self._epoch_s = state.epoch_seconds
        self.pictures_per_s = state.pictures / state.epoch_seconds if state.epoch_seconds else 0.0
        self.memory_bytes = metrics.memory_bytes()
        self.learning_rate = last_rate

    def validated(self, seconds: float, state: TrainState) -> None:
        self._validation_s = seconds
        state.epoch_seconds += seconds
        state.seconds += seconds

    def _validations(self, epoch: int) -> float:
        return (len(self._areas) - epoch) * self._validation_s

    def _later_epochs(self, epoch: int) -> float:
        """The epochs after this one, counted in epochs of its size."""
        if self._area_left_after != epoch:
            self._area_left, self._area_left_after = sum(self._areas[epoch:]), epoch
        return self._area_left / self._areas[max(0, epoch - 1)]
