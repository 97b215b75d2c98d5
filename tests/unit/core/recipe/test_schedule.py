"""The learning rate over a run."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.recipe.schedule import evaluated_px_at, factor_at, input_px_at, plateau_drops, plateau_patience


def recipe(**fields):
    return make({"start_from": "scratch", **fields})


def test_cosine_rises_over_the_warm_up_and_falls_to_nothing():
    wanted = recipe(schedule="cosine", epochs=10, warmup_epochs=2)
    assert [factor_at(wanted, done) for done in (0, 1, 2)] == [0.0, 0.5, 1.0]
    assert factor_at(wanted, 6) == pytest.approx(0.5)
    assert factor_at(wanted, 10) == pytest.approx(0.0)


def test_one_cycle_is_that_of_torch():
    wanted = recipe(schedule="one_cycle", epochs=10, warmup_epochs=3)
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimiser = torch.optim.SGD([parameter], lr=1.0)
    # Torch counts the last step of each phase as its end, hence the two extra ones.
    theirs = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=1.0, total_steps=1001, pct_start=301 / 1001, cycle_momentum=False
    )
    for step in range(1001):
        assert factor_at(wanted, step / 100) == pytest.approx(theirs.get_last_lr()[0], abs=2e-9)
        optimiser.step()
        if step < 1000:
            theirs.step()


def test_constant_stays_after_the_warm_up():
    wanted = recipe(schedule="constant", epochs=5, warmup_epochs=1)
    assert [factor_at(wanted, done) for done in (0.5, 1, 3, 5)] == [0.5, 1.0, 1.0, 1.0]


def test_plateau_divides_by_ten_with_each_drop():
    wanted = recipe(schedule="plateau", epochs=20, warmup_epochs=0)
    assert [factor_at(wanted, 7, drops=drops) for drops in (0, 1, 2)] == pytest.approx([1.0, 0.1, 0.01])


def test_warm_up_takes_at_most_half_of_a_short_run():
    wanted = recipe(schedule="constant", epochs=2, warmup_epochs=10)
    assert [factor_at(wanted, done) for done in (0.5, 1, 2)] == [0.5, 1.0, 1.0]


def test_the_patience_of_a_plateau_is_the_classic_notebooks():
    assert [plateau_patience(epochs) for epochs in (1, 10, 11, 20, 95, 100, 500)] == [1, 1, 2, 2, 10, 10, 10]


@given(st.lists(st.sampled_from([0.1, 0.2, 0.3, 0.4, 0.5]), max_size=40), st.integers(0, 4))
def test_plateaus_are_those_of_torch(scores, patience):
    optimiser = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    theirs = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimiser, mode="max", patience=patience, threshold=0.0, eps=0.0, factor=0.1
    )
    for score in scores:
        theirs.step(score)
    assert 0.1 ** plateau_drops(scores, patience) == pytest.approx(optimiser.param_groups[0]["lr"])


def test_sizes_hold_from_their_first_epoch_on():
    wanted = recipe(sizes=[[1, 32], [4, 48], [6, 64]], epochs=8)
    assert [input_px_at(wanted, epoch, 99) for epoch in range(1, 9)] == [32, 32, 32, 48, 48, 64, 64, 64]
    assert input_px_at(recipe(), 3, 99) == 99


def test_validation_sees_the_size_of_the_stage_and_in_the_last_one_that_of_the_model():
    wanted = recipe(sizes=[[1, 32], [4, 48]], epochs=5)
    assert [evaluated_px_at(wanted, epoch, 64) for epoch in range(1, 6)] == [32, 32, 32, 64, 64]
    assert evaluated_px_at(recipe(), 3, 99) == 99
