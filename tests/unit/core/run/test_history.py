"""A run's events folded into what a window shows."""

import numpy as np
import pytest

from tests.helpers import run_events
from vgg_desktop.core.run.events import Resumed
from vgg_desktop.core.run.history import History


def _history_of(*events: object) -> History:
    history = History()
    history.apply(events)  # type: ignore[arg-type]
    return history


def test_steps_become_a_curve_and_epochs_a_list() -> None:
    history = _history_of(*run_events.training(3, steps_beyond=5))
    assert history.curves.loss.x.tolist() == list(range(1, 66))
    assert [epoch.epoch for epoch in history.epochs] == [1, 2, 3]
    assert history.last_step == 65


def test_a_resume_takes_back_what_the_earlier_attempt_had_done_beyond_it() -> None:
    history = _history_of(*run_events.training(5, steps_beyond=9))
    history.apply([run_events.started(attempt=2), Resumed(time=0, attempt=2, epoch=4, step=70)])
    assert history.curves.loss.last_x == 70
    assert history.last_step == 70
    assert [epoch.epoch for epoch in history.epochs] == [1, 2, 3]
    assert history.curves.val_loss.x.tolist() == [20, 40, 60]
    assert [checkpoint.epoch for checkpoint in history.checkpoints] == [1, 2, 3]


def test_an_epoch_that_is_validated_again_after_a_resume_counts_once() -> None:
    history = _history_of(*run_events.training(3), Resumed(time=0, attempt=2, epoch=3, step=60))
    history.apply([run_events.epoch(3, val_top1=0.5)])
    assert [epoch.epoch for epoch in history.epochs] == [1, 2, 3]
    assert history.curves.val_top1.at(60) == (60, 0.5)
    assert len(history.curves.val_top1) == 3


def test_the_best_epoch_is_the_last_one_called_best() -> None:
    assert _history_of(*run_events.training(8, best_until=5)).best == run_events.epoch(5, best_until=5)
    assert _history_of(run_events.started()).best is None


def test_the_step_file_replaces_what_single_events_said() -> None:
    history = _history_of(*run_events.training(2, steps_beyond=3))
    records = run_events.step_records(1, 42)
    history.extend_steps(records[:10])
    history.extend_steps(records[10:])
    assert np.allclose(history.curves.loss.y, records["loss"])
    assert np.allclose(history.curves.top1.y, records["top1"])
    history.apply([run_events.step(42), run_events.step(43)])
    assert history.curves.loss.last_x == 43


def test_records_of_a_resumed_attempt_replace_the_void_ones() -> None:
    history = _history_of(run_events.started())
    history.extend_steps(run_events.step_records(1, 50))
    again = run_events.step_records(31, 40, attempt=2)
    again["loss"] = 9
    history.extend_steps(again)
    assert history.curves.loss.x.tolist() == list(range(1, 41))
    assert history.curves.loss.y[30:].tolist() == [9] * 10


def test_new_records_that_were_read_before_their_resume_stay() -> None:
    history = _history_of(*run_events.training(3))
    history.extend_steps(run_events.step_records(1, 60))
    history.extend_steps(run_events.step_records(41, 55, attempt=2))
    history.apply([Resumed(time=0, attempt=2, epoch=3, step=40)])
    assert history.curves.loss.x.tolist() == list(range(1, 56))
    assert [epoch.epoch for epoch in history.epochs] == [1, 2]


def test_steps_that_go_backwards_without_a_resume_are_not_drawn() -> None:
    history = _history_of(run_events.started(), *map(run_events.step, (1, 2, 9, 4, 10)))
    assert history.curves.loss.x.tolist() == [1, 2, 9, 10]


def test_steps_are_counted_in_epochs_even_where_epochs_differ_in_length() -> None:
    history = _history_of(
        run_events.started(), run_events.epoch(1, step=10), run_events.epoch(2, step=40), run_events.epoch(3, step=44)
    )
    steps = np.array([0, 5, 10, 25, 40, 42, 44, 46], dtype=np.float64)
    epochs = history.epochs_of_steps(steps)
    assert epochs.tolist() == [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5]
    assert history.steps_of_epochs(epochs).tolist() == steps.tolist()


def test_before_the_first_epoch_ends_its_announced_length_counts() -> None:
    history = _history_of(run_events.started(epochs=10), run_events.step(5))
    assert history.fraction == pytest.approx(0.025)


def test_the_done_share_never_exceeds_the_whole() -> None:
    assert _history_of(*run_events.training(10, 10, steps_beyond=3)).fraction == 1.0


def test_a_new_attempt_forgets_the_end_of_the_one_before() -> None:
    history = _history_of(*run_events.training(2), run_events.ended("paused"))
    assert history.ended
    history.apply([run_events.started(attempt=2)])
    assert history.ended is None


def test_warnings_and_answers_are_kept_in_order() -> None:
    history = _history_of(run_events.warned("One."), run_events.warned("Two."))
    assert [warning.summary for warning in history.warnings] == ["One.", "Two."]
