"""The numbers of the steps, and the time that they took."""

import time

import pytest
import torch

from vgg_desktop.training.loop.step_metrics import Ledger
from vgg_desktop.training.loop.train_state import Position


def test_the_wait_for_the_last_steps_of_an_epoch_belongs_to_it():
    position = Position()
    ledger = Ledger(position, torch.device("cpu"))
    ledger.issue(torch.tensor([8.0, 3.0]), epoch=1, pictures=4, learning_rate=0.1)
    time.sleep(0.05)
    [step] = ledger.settled()
    assert (step.loss, step.top1) == (2.0, 0.75)
    assert position.epoch_seconds == position.seconds > 0.05 > step.seconds
    assert position.pictures == 4


def test_time_that_was_counted_is_not_counted_again():
    position = Position()
    ledger = Ledger(position, torch.device("cpu"))
    assert list(ledger.settled()) == []
    before = position.epoch_seconds
    assert list(ledger.settled()) == []
    assert position.epoch_seconds == pytest.approx(before, abs=0.01)
