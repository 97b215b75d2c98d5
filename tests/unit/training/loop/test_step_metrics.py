"""The numbers of the steps, and the time that they took."""

import time

import pytest
import torch

from vgg_desktop.training.loop.step_metrics import StepMetrics
from vgg_desktop.training.loop.train_state import TrainState


def test_the_wait_for_the_last_steps_of_an_epoch_belongs_to_it():
    state = TrainState()
    metrics = StepMetrics(state, torch.device("cpu"))
    metrics.issue(torch.tensor([8.0, 3.0]), epoch=1, pictures=4, learning_rate=0.1)
    time.sleep(0.05)
    [step] = metrics.settled()
    assert (step.loss, step.top1) == (2.0, 0.75)
    assert state.epoch_seconds == state.seconds > 0.05 > step.seconds
    assert state.pictures == 4


def test_time_that_was_counted_is_not_counted_again():
    state = TrainState()
    metrics = StepMetrics(state, torch.device("cpu"))
    assert list(metrics.settled()) == []
    before = state.epoch_seconds
    assert list(metrics.settled()) == []
    assert state.epoch_seconds == pytest.approx(before, abs=0.01)
