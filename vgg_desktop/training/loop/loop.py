"""The training loop: one attempt at a run, as a stream of events.

Nothing here knows of files, signals or windows: the worker writes the events down and hands in the commands.
"""

import math
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from msgspec.structs import replace

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import ModelInfo, Preprocessing
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.schedule import factor_at, plateau_drops, plateau_patience
from vgg_desktop.core.run.events import Checkpoint, Epoch, Event, Warned
from vgg_desktop.core.run.run_directory import Command
from vgg_desktop.training.batches.batch import Batch
from vgg_desktop.training.batches.loaders import TrainLoader
from vgg_desktop.training.loop.checkpoint import Best, CheckpointStore, Contents
from vgg_desktop.training.loop.eta import Eta
from vgg_desktop.training.loop.metrics import Validation, measure
from vgg_desktop.training.loop.step_metrics import StepMetrics, not_finite
from vgg_desktop.training.loop.train_state import TrainState
from vgg_desktop.training.network.learner import Learner
from vgg_desktop.training.progress import CancelledError


class Loaders(Protocol):
    """Where the pictures come from."""

    def train(self, epoch: int) -> TrainLoader:
        """Raises: AppError when the pictures cannot be read."""
        ...

    def val(self, *, whole: bool = False) -> Iterator[Batch]: ...

    @property
    def preprocessing(self) -> Preprocessing:
        """How validation shows pictures now."""
        ...


@dataclass(slots=True)
class Attempt:
    """All that one attempt works with. `recipe` has no "auto" left in it; `command` is asked between steps."""

    recipe: Recipe
    info: ModelInfo
    identity: dict[str, str]
    learner: Learner
    loaders: Loaders
    store: CheckpointStore
    state: TrainState
    eta: Eta
    command: Callable[[], Command | None]
    warnings: list[Warned] = field(default_factory=list)

    def is_complete(self) -> bool:
        patience = self.recipe.patience
        return self.state.epoch >= self.recipe.epochs or bool(patience and self.state.epochs_without_gain >= patience)

    def learning_rate(self, epoch_step: int, epoch_steps: int) -> float:
        """Of a step (from 0) of the epoch under way. Its middle counts: neither the first nor the last rate is zero."""
        drops = plateau_drops(self.state.val_top1, plateau_patience(self.recipe.epochs))
        done = self.state.epoch + (epoch_step + 0.5) / epoch_steps
        return float(self.recipe.learning_rate) * factor_at(self.recipe, done, drops=drops)


def train(attempt: Attempt) -> Generator[Event, None, Command | None]:
    """Train until the recipe is fulfilled (gives None) or a command is heard (gives it).

    After "pause" and "stop" everything up to the last step is in a checkpoint.

    Raises:
        AppError: it cannot go on; the last checkpoint is intact.
    """
    while not attempt.is_complete():
        command = (yield from _learn(attempt)) or (yield from _validate(attempt))
        if command == "discard":
            return command
        if command or attempt.store.is_due(at_epoch_end=True):
            yield from save_checkpoint(attempt)
        if command:
            attempt.store.wait()
            return command
    if not attempt.store.holds(attempt.state):
        yield from save_checkpoint(attempt)
    attempt.store.wait()
    return None


def save_checkpoint(attempt: Attempt) -> Iterator[Event]:
    """A checkpoint of exactly this moment, between two steps.

    Raises:
        AppError: the weights are not finite any more, or the disk takes no more.
    """
    started_s = time.perf_counter()
    state = attempt.state
    if not attempt.learner.is_finite():
        raise not_finite(state.step, state.epoch + 1, float(attempt.recipe.learning_rate))
    frozen = attempt.learner.parts.frozen.state_dict()
    file = attempt.store.save(Contents(attempt.identity, state, attempt.learner.state(), frozen))
    seconds = time.perf_counter() - started_s
    yield Checkpoint(time=time.time(), epoch=state.epoch, step=state.step, file=file, seconds=seconds)


def _learn(attempt: Attempt) -> Generator[Event, None, Command | None]:
    """The steps of the epoch under way, from where it stands."""
    state, learner = attempt.state, attempt.learner
    try:
        loader = attempt.loaders.train(state.epoch + 1)
    except CancelledError:
        return attempt.command()
    metrics = StepMetrics(state, learner.device)
    batches = loader.batches(state.epoch + 1, first=state.epoch_step)
    while (command := attempt.command()) is None and (batch := (yield from _next(attempt, metrics, batches))):
        rate = attempt.learning_rate(state.epoch_step, loader.steps)
        numbers = learner.step(
            batch.inputs, batch.targets, step=state.step + 1, learning_rate=rate, is_flat=batch.is_flat
        )
        metrics.issue(numbers, epoch=state.epoch + 1, pictures=batch.count, learning_rate=rate)
        yield from _warnings(attempt)
        yield from metrics.arrived(seconds_left=attempt.eta.seconds_left(state, loader.steps, metrics))
        if attempt.store.is_due(at_epoch_end=False):
            yield from metrics.settled()
            yield from save_checkpoint(attempt)
            metrics.resume_clock()
    yield from metrics.settled()
    attempt.eta.learned(metrics, state, attempt.learning_rate(state.epoch_step - 1, loader.steps))
    return command


def _next(attempt: Attempt, metrics: StepMetrics, batches: Iterator[Batch]) -> Generator[Event, None, Batch | None]:
    """The next batch. Where a picture has vanished, what was learned so far is saved before that is said."""
    try:
        return next(batches, None)
    except AppError:
        yield from metrics.arrived(wait=True)
        if attempt.state.step:
            yield from save_checkpoint(attempt)
            attempt.store.wait()
        raise


def _validate(attempt: Attempt) -> Generator[Event, None, Command | None]:
    """Measure the epoch that has all its steps. A command leaves it for the next attempt."""
    started_s = time.perf_counter()
    attempt.learner.agree()
    result = measure(attempt.learner, attempt.loaders.val(), is_wanted=lambda: attempt.command() is None)
    if result is None:
        return attempt.command()
    if not math.isfinite(result.loss):
        raise not_finite(attempt.state.step, attempt.state.epoch + 1, float(attempt.recipe.learning_rate))
    attempt.eta.validated(time.perf_counter() - started_s, attempt.state)
    yield _epoch_event(attempt, result)
    return None


def _epoch_event(attempt: Attempt, result: Validation) -> Epoch:
    state, eta = attempt.state, attempt.eta
    pictures = max(1, state.pictures)
    loss, top1, seconds = state.loss_sum / pictures, state.right / pictures, state.epoch_seconds
    is_best = state.complete_epoch(result.top1, attempt.loaders.preprocessing.crop_px)
    if is_best:
        attempt.store.keep_best(_best_weights(attempt))
    return Epoch(
        time=time.time(),
        epoch=state.epoch,
        step=state.step,
        train_loss=loss,
        train_top1=top1,
        val_loss=result.loss,
        val_top1=result.top1,
        val_top5=result.top5,
        learning_rate=eta.learning_rate,
        pictures_per_s=eta.pictures_per_s,
        memory_bytes=eta.memory_bytes,
        seconds=seconds,
        seconds_left=eta.seconds_left_after_epoch(state),
        is_best=is_best,
        epochs_without_gain=state.epochs_without_gain,
    )


def _best_weights(attempt: Attempt) -> Best:
    state = attempt.learner.parts.network_state(attempt.learner.evaluated)
    copied = {name: tensor.to("cpu", copy=True) for name, tensor in state.items()}
    info = replace(attempt.info, preprocessing=attempt.loaders.preprocessing)
    return Best(info, copied, attempt.state.epoch, attempt.state.best_top1 or 0.0)


def _warnings(attempt: Attempt) -> Iterator[Event]:
    while attempt.warnings:
        yield attempt.warnings.pop(0)
