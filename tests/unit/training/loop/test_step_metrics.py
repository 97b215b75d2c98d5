"""The numbers of the steps, and the time that they took."""

import time
from types import SimpleNamespace

import pytest
import torch

from vgg_desktop.training.loop import step_metrics
from vgg_desktop.training.loop.step_metrics import StepMetrics
from vgg_desktop.training.loop.train_state import TrainState


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that passes for the metrics, in its only item."""
    now_s = [1000.0]
    monkeypatch.setattr(step_metrics, "time", SimpleNamespace(perf_counter=lambda: now_s[0], time=time.time))
    return now_s


def test_the_wait_for_the_last_steps_of_an_epoch_belongs_to_it(clock: list[float]):
    state = TrainState()
    metrics = StepMetrics(state, torch.device("cpu"))
    clock[0] += 2
    metrics.issue(torch.tensor([8.0, 3.0]), epoch=1, pictures=4, learning_rate=0.1)
    clock[0] += 5
    [step] = metrics.settled()
    assert (step.loss, step.top1) == (2.0, 0.75)
    assert step.seconds == 2
    assert state.epoch_seconds == state.seconds == 7
    assert state.pictures == 4


def test_time_that_was_counted_is_not_counted_again(clock: list[float]):
    state = TrainState()
    metrics = StepMetrics(state, torch.device("cpu"))
    clock[0] += 3
    assert list(metrics.settled()) == []
    assert list(metrics.settled()) == []
    assert state.epoch_seconds == 3
