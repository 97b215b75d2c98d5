"""The training loop: one attempt at a run, as a stream of events.

Nothing here knows of files, signals or windows: the worker writes the events down and hands in the wishes.
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
from vgg_desktop.training.batches.batch import Batch, TrainFeed
from vgg_desktop.training.loop.checkpoint import Best, CheckpointStore, Contents
from vgg_desktop.training.loop.eta import Pace
from vgg_desktop.training.loop.metrics import Validation, measure
from vgg_desktop.training.loop.step_metrics import Ledger, not_finite
from vgg_desktop.training.loop.train_state import Position
from vgg_desktop.training.network.learner import Learner
from vgg_desktop.training.progress import CancelledError


class Feeds(Protocol):
    """Where the pictures come from."""

    def train(self, epoch: int) -> TrainFeed:
        """Raises: AppError when the pictures cannot be read."""
        ...

    def val(self, *, whole: bool = False) -> Iterator[Batch]: ...

    @property
    def preprocessing(self) -> Preprocessing:
        """How validation shows pictures now."""
        ...


@dataclass(slots=True)
class Attempt:
    """All that one attempt works with. `recipe` has no "auto" left in it; `wish` is asked between steps."""

    recipe: Recipe
    info: ModelInfo
    identity: dict[str, str]
    learner: Learner
    feeds: Feeds
    store: CheckpointStore
    position: Position
    pace: Pace
    wish: Callable[[], Command | None]
    warnings: list[Warned] = field(default_factory=list)

    def is_complete(self) -> bool:
        patience = self.recipe.patience
        return self.position.epoch >= self.recipe.epochs or bool(
            patience and self.position.epochs_without_gain >= patience
        )

    def learning_rate(self, epoch_step: int, epoch_steps: int) -> float:
        """Of a step (from 0) of the epoch under way. Its middle counts: neither the first nor the last rate is zero."""
        drops = plateau_drops(self.position.val_top1, plateau_patience(self.recipe.epochs))
        done = self.position.epoch + (epoch_step + 0.5) / epoch_steps
        return float(self.recipe.learning_rate) * factor_at(self.recipe, done, drops=drops)


def train(attempt: Attempt) -> Generator[Event, None, Command | None]:
    """Train until the recipe is fulfilled (gives None) or a wish is heard (gives it).

    After "pause" and "stop" everything up to the last step is in a checkpoint.

    Raises:
        AppError: it cannot go on; the last checkpoint is intact.
    """
    while not attempt.is_complete():
        wish = (yield from _learn(attempt)) or (yield from _validate(attempt))
        if wish == "discard":
            return wish
        if wish or attempt.store.is_due(at_epoch_end=True):
            yield from save(attempt)
        if wish:
            attempt.store.wait()
            return wish
    if not attempt.store.holds(attempt.position):
        yield from save(attempt)
    attempt.store.wait()
    return None


def save(attempt: Attempt) -> Iterator[Event]:
    """A checkpoint of exactly this moment, between two steps.

    Raises:
        AppError: the weights are not finite any more, or the disk takes no more.
    """
    started_s = time.perf_counter()
    position = attempt.position
    if not attempt.learner.is_finite():
        raise not_finite(position.step, position.epoch + 1, float(attempt.recipe.learning_rate))
    frozen = attempt.learner.parts.frozen.state_dict()
    file = attempt.store.save(Contents(attempt.identity, position, attempt.learner.state(), frozen))
    seconds = time.perf_counter() - started_s
    yield Checkpoint(time=time.time(), epoch=position.epoch, step=position.step, file=file, seconds=seconds)


def _learn(attempt: Attempt) -> Generator[Event, None, Command | None]:
    """The steps of the epoch under way, from where it stands."""
    position, learner = attempt.position, attempt.learner
    try:
        feed = attempt.feeds.train(position.epoch + 1)
    except CancelledError:
        return attempt.wish()
    ledger = Ledger(position, learner.device)
    batches = feed.batches(position.epoch + 1, first=position.epoch_step)
    while (wish := attempt.wish()) is None and (batch := (yield from _next(attempt, ledger, batches))):
        rate = attempt.learning_rate(position.epoch_step, feed.steps)
        numbers = learner.step(
            batch.inputs, batch.targets, step=position.step + 1, learning_rate=rate, is_flat=batch.is_flat
        )
        ledger.issue(numbers, epoch=position.epoch + 1, pictures=batch.count, learning_rate=rate)
        yield from _warnings(attempt)
        yield from ledger.arrived(seconds_left=attempt.pace.seconds_left(position, feed.steps, ledger))
        if attempt.store.is_due(at_epoch_end=False):
            yield from ledger.settled()
            yield from save(attempt)
            ledger.resume_clock()
    yield from ledger.settled()
    attempt.pace.learned(ledger, position, attempt.learning_rate(position.epoch_step - 1, feed.steps))
    return wish


def _next(attempt: Attempt, ledger: Ledger, batches: Iterator[Batch]) -> Generator[Event, None, Batch | None]:
    """The next batch. Where a picture has vanished, what was learned so far is saved before that is said."""
    try:
        return next(batches, None)
    except AppError:
        yield from ledger.arrived(wait=True)
        if attempt.position.step:
            yield from save(attempt)
            attempt.store.wait()
        raise


def _validate(attempt: Attempt) -> Generator[Event, None, Command | None]:
    """Measure the epoch that has all its steps. A wish leaves it for the next attempt."""
    started_s = time.perf_counter()
    attempt.learner.agree()
    result = measure(attempt.learner, attempt.feeds.val(), is_wanted=lambda: attempt.wish() is None)
    if result is None:
        return attempt.wish()
    if not math.isfinite(result.loss):
        raise not_finite(attempt.position.step, attempt.position.epoch + 1, float(attempt.recipe.learning_rate))
    attempt.pace.validated(time.perf_counter() - started_s, attempt.position)
    yield _epoch_event(attempt, result)
    return None


def _epoch_event(attempt: Attempt, result: Validation) -> Epoch:
    position, pace = attempt.position, attempt.pace
    pictures = max(1, position.pictures)
    loss, top1, seconds = position.loss_sum / pictures, position.right / pictures, position.epoch_seconds
    is_best = position.complete_epoch(result.top1, attempt.feeds.preprocessing.crop_px)
    if is_best:
        attempt.store.keep_best(_best_weights(attempt))
    return Epoch(
        time=time.time(),
        epoch=position.epoch,
        step=position.step,
        train_loss=loss,
        train_top1=top1,
        val_loss=result.loss,
        val_top1=result.top1,
        val_top5=result.top5,
        learning_rate=pace.learning_rate,
        pictures_per_s=pace.pictures_per_s,
        memory_bytes=pace.memory_bytes,
        seconds=seconds,
        seconds_left=pace.seconds_left_after_epoch(position),
        is_best=is_best,
        epochs_without_gain=position.epochs_without_gain,
    )


def _best_weights(attempt: Attempt) -> Best:
    state = attempt.learner.parts.network_state(attempt.learner.evaluated)
    copied = {name: tensor.to("cpu", copy=True) for name, tensor in state.items()}
    info = replace(attempt.info, preprocessing=attempt.feeds.preprocessing)
    return Best(info, copied, attempt.position.epoch, attempt.position.best_top1 or 0.0)


def _warnings(attempt: Attempt) -> Iterator[Event]:
    while attempt.warnings:
        yield attempt.warnings.pop(0)
