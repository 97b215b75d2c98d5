"""A run's numbers as tables."""

import csv
from pathlib import Path

import pytest

from tests.helpers import run_events
from vgg_desktop.core.run import run_tables
from vgg_desktop.core.run.history import History


@pytest.fixture
def history() -> History:
    history = History()
    history.apply(run_events.training(14, 30, steps_beyond=7))
    history.extend_steps(run_events.step_records(1, 287))
    return history


def test_epochs_and_steps_are_written_as_plain_numbers(tmp_path: Path, history: History) -> None:
    run_tables.write_epochs(tmp_path / "epochs.csv", history.epochs)
    run_tables.write_steps(tmp_path / "steps.csv", run_tables.step_columns(history))
    epochs = list(csv.DictReader((tmp_path / "epochs.csv").read_text().splitlines()))
    steps = list(csv.DictReader((tmp_path / "steps.csv").read_text().splitlines()))
    assert len(epochs) == 14
    assert float(epochs[10]["val_top1"]) == pytest.approx(history.epochs[10].val_top1)
    assert epochs[10]["is_best"] == "true"
    assert len(steps) == 287
    assert float(steps[-1]["learning_rate"]) == pytest.approx(3.1e-4)


def test_no_steps_make_a_table_with_its_heading_alone(tmp_path: Path) -> None:
    run_tables.write_steps(tmp_path / "steps.csv", run_tables.step_columns(History()))
    assert (tmp_path / "steps.csv").read_text().split() == ["step,train_loss,learning_rate"]
