"""One step at a time: what learns, what stays, and what happens when memory is short."""

import copy

import numpy as np
import pytest
import torch

from tests.helpers.models import tiny_architecture
from tests.helpers.runs import tiny_recipe
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.architecture import build
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.network.learner import Learner, balanced_weights

CPU = torch.device("cpu")


def learner(seed: int = 0, precision: str = "fp32", architecture=None, recipe_seed: int = 0, **recipe) -> Learner:
    torch.manual_seed(seed)
    wanted = tiny_recipe(seed=recipe_seed, **recipe)
    network = build(architecture or tiny_architecture(3, dropout=wanted.dropout))
    network.to(memory_format=torch.channels_last)
    return Learner(cut(network, wanted), wanted, device=CPU, precision=precision, class_weights=None)


def batch(count: int = 12, seed: int = 0):
    generator = torch.Generator().manual_seed(seed)
    images = torch.randn(count, 3, 32, 32, generator=generator)
    return images.to(memory_format=torch.channels_last), torch.randint(0, 3, (count,), generator=generator)


def state_of(one: Learner) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in one.parts.network.state_dict().items()}


TRAINED = {
    "last_layer": ("classifier.3.",),
    "classifier": ("classifier.",),
    "blocks": ("classifier.", *(f"features.{i}." for i in range(15, 28))),
    "all": ("classifier.", "features."),
}


@pytest.mark.parametrize("train", TRAINED)
def test_every_trained_parameter_gets_a_gradient_and_nothing_else_moves(train):
    head = tiny_architecture(3, hidden=(16,), pooled_px=1, dropout=0.0)
    recipe = {"train": train, "blocks": 2, "start_from": "builtin", "weight_decay": 0.1, "dropout": 0.0}
    one = learner(architecture=head, **recipe)
    before = state_of(one)
    for step in (1, 2):
        one.step(*batch(seed=step), step=step, learning_rate=0.1)
    moved = {name for name, tensor in state_of(one).items() if not torch.equal(tensor, before[name])}
    expected = {name for name in before if name.startswith(TRAINED[train])}
    assert moved == expected, "batch-norm statistics of frozen layers count as moving"
    grads = {name for name, p in one.parts.network.named_parameters() if p.grad is not None and p.grad.any()}
    assert grads == {name for name, _ in one.parts.network.named_parameters() if name in expected}


def test_eight_pictures_are_learned_by_heart():
    one = learner(dropout=0.0)
    images, targets = batch(8)
    for step in range(1, 41):
        numbers = one.step(images, targets, step=step, learning_rate=0.05)
    assert numbers[0] / 8 < 0.02
    assert (one.logits(images).argmax(1) == targets).all()


def test_the_same_seed_gives_the_same_losses_and_another_one_does_not():
    def losses(seed: int) -> list[float]:
        one = learner(recipe_seed=seed, dropout=0.5)
        return [float(one.step(*batch(seed=s), step=s, learning_rate=0.05)[0]) for s in range(1, 4)]

    assert losses(1) == losses(1)
    assert losses(1) != losses(2), "the seed decides what dropout drops"


def test_accumulated_parts_of_a_batch_learn_what_the_whole_batch_would():
    plain = {"depth": 11, "batch_norm": False, "width": 1 / 8, "hidden": (), "pooled_px": 1, "dropout": 0.0}
    states = []
    for parts in (1, 3):
        one = learner(architecture=tiny_architecture(3, **plain), accumulate=parts, dropout=0.0)
        numbers = one.step(*batch(), step=1, learning_rate=0.1)
        states.append((numbers, state_of(one)))
    assert torch.allclose(states[0][0], states[1][0], atol=1e-4)
    for name, tensor in states[0][1].items():
        assert torch.allclose(tensor, states[1][1][name], atol=1e-6), name


class _Tight(torch.nn.Module):
    """A trained part on a device that holds no more than `most` pictures."""

    def __init__(self, inner: torch.nn.Module, most: int) -> None:
        super().__init__()
        self.inner, self.most = inner, most

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        logits = self.inner(images)
        if len(images) > self.most:
            raise torch.OutOfMemoryError("out of memory")
        return logits


def test_when_memory_is_short_the_step_is_computed_in_halves_and_batch_norm_did_not_move_before():
    told = []
    tight, expected = learner(dropout=0.0), learner(dropout=0.0, accumulate=4)
    tight._on_halved = told.append
    tight.forward = _Tight(tight.parts.trained, most=3)
    numbers = tight.step(*batch(), step=1, learning_rate=0.1)
    assert told == [6, 3]
    assert tight.micro_batches == 4
    assert torch.equal(numbers, expected.step(*batch(), step=1, learning_rate=0.1))
    assert all(torch.equal(a, b) for a, b in zip(state_of(tight).values(), state_of(expected).values(), strict=True))


def test_when_not_even_one_picture_fits_it_says_so_and_nothing_has_moved():
    one = learner()
    before = state_of(one)
    one.forward = _Tight(one.parts.trained, most=0)
    with pytest.raises(AppError, match="does not hold a single picture"):
        one.step(*batch(), step=1, learning_rate=0.1)
    assert all(torch.equal(tensor, before[name]) for name, tensor in state_of(one).items())


def test_the_average_follows_the_weights_and_is_what_is_evaluated():
    one = learner(ema=0.9, dropout=0.0)
    images, targets = batch()
    start = one.average.averaged.state_dict()["0.weight"].clone()
    one.step(images, targets, step=1000, learning_rate=0.1)
    averaged, trained = one.average.averaged.state_dict(), one.parts.trained.state_dict()
    assert torch.allclose(averaged["0.weight"], 0.9 * start + 0.1 * trained["0.weight"], atol=1e-6)
    assert torch.allclose(averaged["1.running_mean"], 0.1 * trained["1.running_mean"], atol=1e-6)
    assert averaged["1.num_batches_tracked"] == 1
    assert one.evaluated is one.average.averaged
    assert not torch.equal(one.logits(images), one.parts.trained.eval()(images))


def test_in_the_first_steps_the_average_follows_faster():
    one = learner(ema=0.999, dropout=0.0)
    start = one.average.averaged.state_dict()["0.weight"].clone()
    one.step(*batch(), step=1, learning_rate=0.1)
    trained = one.parts.trained.state_dict()["0.weight"]
    expected = torch.lerp(start, trained, 1 - 2 / 11)
    assert torch.allclose(one.average.averaged.state_dict()["0.weight"], expected, atol=1e-6)


def test_the_gradients_norm_is_clipped():
    one = learner(clip_norm=0.01, momentum=0.0, weight_decay=0.0)
    before = state_of(one)
    one.step(*batch(), step=1, learning_rate=1.0)
    change = sum(
        float((tensor - before[name]).square().sum())
        for name, tensor in state_of(one).items()
        if "running" not in name and "tracked" not in name
    )
    assert change**0.5 == pytest.approx(0.01, rel=1e-3)


def test_a_state_loaded_into_a_new_learner_goes_on_to_the_same_bits():
    options = {"ema": 0.9, "dropout": 0.5, "optimiser": "adamw"}
    first = learner(**options)
    for step in (1, 2):
        first.step(*batch(seed=step), step=step, learning_rate=0.01)
    state = copy.deepcopy(first.state())
    second = learner(seed=9, **options)
    second.load(state)
    numbers = [one.step(*batch(seed=3), step=3, learning_rate=0.01) for one in (first, second)]
    assert torch.equal(*numbers)
    for a, b in zip(_tensors(first.state()), _tensors(second.state()), strict=True):
        assert torch.equal(a, b)


def test_lower_precision_computes_in_it_and_keeps_weights_in_fp32():
    one = learner(precision="bf16", dropout=0.0)
    images, _ = batch()
    assert not torch.equal(one.logits(images), learner(dropout=0.0).logits(images))
    assert all(p.dtype == torch.float32 for p in one.parts.trained.parameters())


def test_mixed_targets_are_shares_of_classes():
    one = learner(dropout=0.0)
    images, targets = batch()
    shares = torch.nn.functional.one_hot(targets, 3).float() * 0.7 + 0.1
    numbers = one.step(images, shares, step=1, learning_rate=0.0)
    again = learner(dropout=0.0).step(images, targets, step=1, learning_rate=0.0)
    assert numbers[1] == again[1], "the largest share counts as the right answer"
    assert numbers[0] > 0


def test_balanced_weights_count_rare_classes_more_and_average_to_one():
    targets = torch.tensor([0] * 6 + [1] * 3 + [3])
    weights = balanced_weights(targets, 4)
    assert weights.tolist() == pytest.approx([10 / 18, 10 / 9, 0.0, 10 / 3])
    assert float(weights[targets].mean()) == pytest.approx(1.0)


def test_a_weight_that_is_no_number_is_noticed():
    one = learner()
    assert one.is_finite()
    with torch.no_grad():
        next(one.parts.trained.parameters())[0] = np.nan
    assert not one.is_finite()


def _tensors(value):
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _tensors(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _tensors(item)


def test_measuring_goes_on_in_halves_where_memory_is_short():
    one = learner()
    images, _ = batch(11)
    expected = one.logits(images)
    sizes: list[int] = []

    def tight(_module, inputs):
        sizes.append(len(inputs[0]))
        if sizes[-1] > 3:
            raise torch.OutOfMemoryError("out of memory")

    one.parts.trained.register_forward_pre_hook(tight)
    assert torch.allclose(one.logits(images), expected, atol=1e-6)
    assert sizes == [11, 6, 3, 3, 3, 2]
    one.logits(images)
    assert max(sizes[6:]) == 3, "it is remembered"
