"""The arithmetic of memory, disk and work, against the networks themselves."""

from pathlib import Path

import pytest
import torch

from tests.helpers.models import tiny_architecture, tiny_network
from tests.helpers.runs import tiny_recipe
from vgg_desktop.core.model.model_info import DEPTHS, Architecture, Preprocessing
from vgg_desktop.engine.architecture import build, parameter_count
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.setup.estimate import (
    Workload,
    activation_bytes,
    cache_bytes,
    disk_bytes,
    forward_flops,
    layers,
    memory_bytes,
)
from vgg_desktop.training.setup.probe import rate_of

HEADS = [((4096, 4096), 7), ((2048, 1024), 7), ((), 1), ((64,), 2)]


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


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("batch_norm", [False, True])
@pytest.mark.parametrize(("hidden", "pooled_px"), HEADS)
def test_the_layers_have_as_many_numbers_as_the_network(depth, batch_norm, hidden, pooled_px):
    architecture = Architecture(
        depth=depth, batch_norm=batch_norm, class_count=10, hidden=hidden, pooled_px=pooled_px, width=0.25
    )
    assert sum(layer.numbers for layer in layers(architecture)) == parameter_count(architecture)


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
@pytest.mark.parametrize(("depth", "side_px"), [(11, 32), (16, 64)])
def test_activations_are_those_that_autograd_keeps(depth: int, side_px: int, batch_norm: bool):
    architecture = tiny_architecture(depth=depth, batch_norm=batch_norm)
    kept = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        if not isinstance(tensor, torch.nn.Parameter):
            kept[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
        return tensor

    images = torch.zeros(8, 3, side_px, side_px)
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        network_output = build(architecture).train()(images)
    work = workload(architecture, preprocessing=Preprocessing(resize_px=side_px, crop_px=side_px))
    assert network_output.requires_grad
    assert activation_bytes(work) == pytest.approx((sum(kept.values()) - images.nbytes) / 8, rel=0.03)


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
