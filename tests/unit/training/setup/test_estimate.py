"""The arithmetic of memory, disk and work, against the networks themselves."""

from pathlib import Path

import pytest
import torch

from tests.helpers.models import tiny_architecture, tiny_network
from tests.helpers.runs import tiny_recipe
from vgg_desktop.core.model.model_info import Architecture, Preprocessing
from vgg_desktop.engine.architecture import build, outline, parameter_count
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.setup import batch_size
from vgg_desktop.training.setup.estimate import (
    Workload,
    activation_bytes,
    cache_bytes,
    disk_bytes,
    forward_flops,
    learning_bytes,
    memory_bytes,
    outlined_parts,
    picture_bytes,
)
from vgg_desktop.training.setup.probe import rate_of


def workload(architecture: Architecture | None = None, **changes) -> Workload:
    fields = {
        "recipe": tiny_recipe(batch_size=16),
        "architecture": architecture or tiny_architecture(),
        "preprocessing": Preprocessing(resize_px=32, crop_px=32),
        "device": "cpu",
        "precision": "fp32",
        "train_count": 100,
        "val_count": 20,
        "keeps_features": False,
        "evaluation_batch": 128,
    }
    return Workload(**{**fields, **changes})


def with_recipe(**changes) -> Workload:
    return workload(recipe=tiny_recipe(**{"batch_size": 16, **changes}))


@pytest.mark.parametrize(("depth", "giga"), [(11, 7.61), (13, 11.31), (16, 15.47), (19, 19.63)])
def test_operations_are_the_published_multiplications_twice(depth: int, giga: float):
    """Source: torchvision.models, VGG11_Weights.IMAGENET1K_V1.meta["_ops"] and so on."""
    assert forward_flops(Architecture(depth=depth, batch_norm=False, class_count=1000), 224) == pytest.approx(
        2e9 * giga, rel=0.002
    )


@pytest.mark.parametrize("train", ["all", "blocks", "classifier", "last_layer"])
def test_what_is_trained_is_what_the_loop_trains(train: str):
    architecture = tiny_architecture(hidden=(32,), pooled_px=2)
    recipe = tiny_recipe(start_from="builtin", train=train, blocks=2)
    trained = sum(parameter.numel() for parameter in cut(build(architecture), recipe).trained.parameters())
    assert workload(architecture, recipe=recipe).trained_numbers == trained


@pytest.mark.parametrize("batch_norm", [False, True])
@pytest.mark.parametrize("train", ["all", "blocks", "classifier"])
@pytest.mark.parametrize(("depth", "side_px", "hidden"), [(11, 32, ()), (16, 64, (256,))])
def test_activations_are_those_that_autograd_keeps(
    depth: int, side_px: int, hidden: tuple[int, ...], train: str, batch_norm: bool
):
    architecture = tiny_architecture(depth=depth, batch_norm=batch_norm, hidden=hidden, pooled_px=2)
    recipe = tiny_recipe(start_from="builtin", train=train, blocks=2)
    parts = cut(build(architecture), recipe)
    inputs = parts.frozen_output(torch.zeros(8, 3, side_px, side_px))
    # Weights are in memory anyway, also where a linear layer keeps them transposed.
    own = {tensor.untyped_storage().data_ptr() for tensor in (inputs, *parts.network.state_dict().values())}
    kept = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        if tensor.untyped_storage().data_ptr() not in own:
            kept[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        logits = parts.trained(inputs)
    assert logits.requires_grad
    outlined = outlined_parts(architecture, recipe, "fp32")
    assert activation_bytes(outlined, side_px) == pytest.approx(sum(kept.values()) / 8, rel=0.03)


VGG16 = Architecture(depth=16, batch_norm=False, class_count=1000)


@pytest.mark.parametrize(
    ("train", "changes", "copies"),
    [
        ("last_layer", {"optimiser": "adamw"}, 3),
        ("last_layer", {"optimiser": "sgd", "momentum": 0.9}, 2),
        ("last_layer", {"optimiser": "sgd", "momentum": 0.0}, 1),
        ("last_layer", {"optimiser": "adam", "ema": 0.9}, 4),
        ("classifier", {"optimiser": "adamw"}, 3),
        ("all", {"optimiser": "adamw"}, 3),
    ],
)
def test_only_what_learns_has_gradients_and_moments(train: str, changes: dict, copies: int):
    """Source: torchvision.models.vgg16, 138,357,544 parameters, 123,642,856 of them in the classifier."""
    numbers = {"last_layer": 4097 * 1000, "classifier": 123_642_856, "all": 138_357_544}[train]
    recipe = tiny_recipe(start_from="builtin", train=train, **changes)
    assert learning_bytes(recipe, outlined_parts(VGG16, recipe, "fp32"), "fp32") == copies * 4 * numbers
    assert learning_bytes(recipe, outlined_parts(VGG16, recipe, "bf16"), "bf16") == (copies * 4 + 2) * numbers


def test_a_cpu_with_room_for_the_last_layer_alone_trains_it_in_large_batches(monkeypatch: pytest.MonkeyPatch):
    """Gradients and moments of all of VGG-16's weights would take 1.66 GB; those of its last layer take 49 MB."""
    recipe = tiny_recipe(start_from="builtin", train="last_layer", optimiser="adamw", input_px=224)
    room = 3 * 4 * 4097 * 1000 + 64 * picture_bytes(outlined_parts(VGG16, recipe, "fp32"), 224)
    monkeypatch.setattr(batch_size, "free_bytes", lambda _device: batch_size.LEFT_FREE_BYTES + room)
    asked = {"train_count": 100_000, "input_px": 224, "device": torch.device("cpu"), "precision": "fp32"}
    assert batch_size.measured_batch_size(outline(VGG16), recipe, **asked) == 64


def test_a_picture_costs_a_step_what_it_leaves_and_the_largest_gradient_twice():
    recipe = tiny_recipe()
    parts = outlined_parts(tiny_architecture(), recipe, "fp32")
    # The first convolution's output: 8 channels of 32 x 32 in fp32.
    assert picture_bytes(parts, 32) == activation_bytes(parts, 32) + 2 * 8 * 32 * 32 * 4


def test_accumulation_saves_activations():
    whole, halved = with_recipe(batch_size=1024), with_recipe(batch_size=1024, accumulate=2)
    assert memory_bytes(halved) < 0.99 * memory_bytes(whole)


@pytest.mark.parametrize(
    "changes",
    [
        {"recipe": tiny_recipe(batch_size=512)},
        {"recipe": tiny_recipe(batch_size=16, optimiser="adam")},
        {"recipe": tiny_recipe(batch_size=16, ema=0.9)},
        {"architecture": tiny_architecture(hidden=(4096,), pooled_px=7)},
        {"preprocessing": Preprocessing(resize_px=64, crop_px=64)},
        {"val_count": 100},
        {"train_count": 100_000},
    ],
)
def test_more_of_anything_takes_more_memory(changes: dict):
    assert memory_bytes(workload(**changes)) > memory_bytes(workload())


def test_half_precision_halves_the_activations():
    large = tiny_recipe(batch_size=4096)
    assert memory_bytes(workload(recipe=large, precision="bf16")) < 0.8 * memory_bytes(workload(recipe=large))


def test_a_gpu_holds_neither_the_program_nor_checkpoints():
    assert memory_bytes(workload(device="cuda")) < memory_bytes(workload())


def test_the_cache_holds_every_size_once_and_the_margin_of_training_pictures():
    work = workload(
        recipe=tiny_recipe(sizes=[[1, 32], [3, 48], [5, 48], [6, 56]]),
        preprocessing=Preprocessing(resize_px=64, crop_px=56),
    )
    sides = (round(32 * 64 / 56), round(48 * 64 / 56), 64)
    assert cache_bytes(work) == 100 * 3 * sum(side**2 for side in sides) + 20 * 3 * (32**2 + 48**2 + 56**2)


def test_the_cache_is_no_larger_than_the_recipe_allows():
    assert cache_bytes(with_recipe(cache_gb=0.0001)) == 100_000
    assert cache_bytes(with_recipe(cache_gb=0)) == 0


def test_the_disk_holds_two_checkpoints_two_snapshots_and_the_result():
    work = with_recipe(momentum=0.0, cache_gb=0)
    weights = 4 * parameter_count(work.architecture)
    assert disk_bytes(work) == 5 * weights
    assert disk_bytes(with_recipe(momentum=0.9, ema=0.9, cache_gb=0)) == 9 * weights
    assert disk_bytes(with_recipe(momentum=0.0, epochs=1, cache_gb=0)) == 3 * weights


def test_a_rate_is_measured_once_and_leaves_the_network_alone(tmp_path: Path):
    network = tiny_network()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    asked = {"device": torch.device("cpu"), "precision": "fp32", "memory_file": tmp_path / "rates.json"}
    recipe = tiny_recipe(batch_size=32)
    first = rate_of(network, recipe, **asked)
    assert first.picture_s > 0
    assert first.forward_s > 0
    assert rate_of(network, recipe, **asked) == first
    assert all(torch.equal(before[name], tensor) for name, tensor in network.state_dict().items())
    assert rate_of(network, tiny_recipe(batch_size=16), **asked) != first


def test_a_damaged_memory_of_rates_is_measured_anew(tmp_path: Path):
    (tmp_path / "rates.json").write_bytes(b"{")
    rate = rate_of(
        tiny_network(),
        tiny_recipe(),
        device=torch.device("cpu"),
        precision="fp32",
        memory_file=tmp_path / "rates.json",
    )
    assert rate.picture_s > 0
