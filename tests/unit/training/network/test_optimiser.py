"""Which parameters learn how fast, and which of them decay."""

import pytest
import torch

from tests.helpers.models import tiny_architecture
from tests.helpers.runs import tiny_recipe
from vgg_desktop.engine.architecture import build
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.network.optimiser import automatic_rate, build_optimiser, parameter_groups, set_rate


def parts(**recipe):
    wanted = tiny_recipe(**recipe)
    return wanted, cut(build(tiny_architecture(3)), wanted)


def group_of(recipe, cut_network, name):
    parameter = dict(cut_network.network.named_parameters())[name]
    return next(
        group for group in parameter_groups(recipe, cut_network) if any(p is parameter for p in group["params"])
    )


@pytest.mark.parametrize(
    ("optimiser", "kind"), [("sgd", torch.optim.SGD), ("adam", torch.optim.Adam), ("adamw", torch.optim.AdamW)]
)
def test_each_optimiser_is_torchs_own(optimiser, kind):
    assert type(build_optimiser(*parts(optimiser=optimiser), torch.device("cpu"))) is kind


def test_sgd_is_nesterovs_with_the_recipes_momentum():
    group = build_optimiser(*parts(momentum=0.8), torch.device("cpu")).param_groups[0]
    assert (group["momentum"], group["nesterov"]) == (0.8, True)
    group = build_optimiser(*parts(momentum=0.0), torch.device("cpu")).param_groups[0]
    assert group["nesterov"] is False


def test_momentum_is_adams_first_beta():
    group = build_optimiser(*parts(optimiser="adamw", momentum=0.8), torch.device("cpu")).param_groups[0]
    assert group["betas"] == (0.8, 0.999)


def test_biases_and_batch_norm_never_decay():
    recipe, network = parts(weight_decay=0.01)
    decays = {
        name: group_of(recipe, network, name)["weight_decay"]
        for name in (
            "features.0.weight",
            "features.0.bias",
            "features.1.weight",
            "features.1.bias",
            "classifier.1.bias",
        )
    }
    assert decays["features.0.weight"] == 0.01
    assert set(list(decays.values())[1:]) == {0.0}


def test_adam_decays_everything_as_the_classic_notebook_does():
    recipe, network = parts(weight_decay=0.01, optimiser="adam")
    assert {group["weight_decay"] for group in parameter_groups(recipe, network)} == {0.01}


def test_each_block_learns_slower_than_the_one_after_it():
    recipe, network = parts(layer_decay=0.5)
    shares = [
        group_of(recipe, network, name)["share"]
        for name in (
            "classifier.1.weight",
            "features.25.weight",
            "features.18.weight",
            "features.4.weight",
            "features.0.weight",
        )
    ]
    assert shares == [1.0, 0.5, 0.25, 0.5**4, 0.5**5]
    optimiser = build_optimiser(recipe, network, torch.device("cpu"))
    set_rate(optimiser, 0.2)
    assert {group["lr"] for group in optimiser.param_groups} == {0.2 * 0.5**k for k in range(6)}


def test_every_trained_parameter_is_in_exactly_one_group():
    for train in ("all", "blocks", "classifier", "last_layer"):
        recipe, network = parts(train=train, start_from="builtin")
        grouped = [id(p) for group in parameter_groups(recipe, network) for p in group["params"]]
        trained = [id(p) for p in network.network.parameters() if p.requires_grad]
        assert sorted(grouped) == sorted(trained)


def test_the_automatic_rate_follows_optimiser_task_and_batch():
    scratch, fine = tiny_recipe(), tiny_recipe(start_from="builtin")
    assert (automatic_rate(scratch, 128), automatic_rate(fine, 128)) == (0.05, 0.02)
    assert automatic_rate(scratch, 256) == 2 * automatic_rate(scratch, 128)
    adam = tiny_recipe(optimiser="adam")
    assert automatic_rate(adam, 512) == 2 * automatic_rate(adam, 128)
    assert automatic_rate(tiny_recipe(batch_norm=False), 128) == 0.01
    last = tiny_recipe(start_from="builtin", train="last_layer", optimiser="adamw")
    assert automatic_rate(last, 128) == 1e-2
    classifier = tiny_recipe(start_from="builtin", train="classifier", optimiser="adamw")
    assert automatic_rate(classifier, 128) == 1e-3
