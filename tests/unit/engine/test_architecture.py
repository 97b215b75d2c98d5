"""The family is torchvision's and the paper's, to the last bit."""

import pytest
import torch
from torchvision.models import vgg as published

from tests.helpers.models import tiny_architecture
from vgg_desktop.core.model.model_info import DEPTHS, Architecture
from vgg_desktop.engine.architecture import (
    VGG,
    build,
    channels,
    convolution_names,
    last_linear,
    linear_names,
    outline,
    parameter_count,
)

# Source: torchvision.models.vgg, num_params of each weights entry.
PARAMETER_COUNTS = {
    (11, False): 132_863_336,
    (11, True): 132_868_840,
    (13, False): 133_047_848,
    (13, True): 133_053_736,
    (16, False): 138_357_544,
    (16, True): 138_365_992,
    (19, False): 143_667_240,
    (19, True): 143_678_248,
}
LETTERS = {11: "A", 13: "B", 16: "D", 19: "E"}
FAMILY = pytest.mark.parametrize(("depth", "batch_norm"), PARAMETER_COUNTS)


def architecture(depth: int, batch_norm: bool, **changes) -> Architecture:
    return Architecture(depth=depth, batch_norm=batch_norm, **({"class_count": 1000} | changes))


def torchvision_outline(depth: int, batch_norm: bool) -> published.VGG:
    with torch.device("meta"):
        features = published.make_layers(published.cfgs[LETTERS[depth]], batch_norm=batch_norm)
        return published.VGG(features, init_weights=False)


def with_numbers(network: torch.nn.Module) -> torch.nn.Module:
    """Small random weights in place of none, and batch-norm statistics that matter."""
    network.to_empty(device="cpu")
    generator = torch.Generator().manual_seed(1)
    for name, tensor in network.state_dict().items():
        if not tensor.is_floating_point():
            tensor.zero_()
        elif name.endswith("running_var"):
            tensor.uniform_(0.5, 2, generator=generator)
        else:
            tensor.uniform_(-0.05, 0.05, generator=generator)
    return network.eval()


def same_numbers(depth: int, batch_norm: bool, theirs: torch.nn.Module) -> VGG:
    ours = outline(architecture(depth, batch_norm))
    ours.load_state_dict(theirs.state_dict(), assign=True)
    return ours.eval()


@FAMILY
def test_parameter_counts_are_the_published_ones(depth: int, batch_norm: bool):
    assert parameter_count(architecture(depth, batch_norm)) == PARAMETER_COUNTS[depth, batch_norm]


@FAMILY
def test_names_and_shapes_of_all_tensors_are_torchvisions(depth: int, batch_norm: bool):
    ours = outline(architecture(depth, batch_norm)).state_dict()
    theirs = torchvision_outline(depth, batch_norm).state_dict()
    assert [(name, tensor.shape, tensor.dtype) for name, tensor in ours.items()] == [
        (name, tensor.shape, tensor.dtype) for name, tensor in theirs.items()
    ]


@pytest.mark.parametrize(("depth", "batch_norm"), [(11, False), (16, True)])
def test_logits_equal_torchvisions_to_the_last_bit(depth: int, batch_norm: bool):
    theirs = with_numbers(torchvision_outline(depth, batch_norm))
    images = torch.randn(1, 3, 48, 64, generator=torch.Generator().manual_seed(2))
    with torch.inference_mode():
        assert torch.equal(same_numbers(depth, batch_norm, theirs)(images), theirs(images))


@FAMILY
def test_features_equal_torchvisions_to_the_last_bit(depth: int, batch_norm: bool):
    """All eight, without the head of 119 million numbers that is the same in each."""
    theirs = torchvision_outline(depth, batch_norm).features
    with_numbers(theirs)
    ours = outline(architecture(depth, batch_norm)).features
    ours.load_state_dict(theirs.state_dict(), assign=True)
    images = torch.randn(2, 3, 32, 32, generator=torch.Generator().manual_seed(3))
    with torch.inference_mode():
        assert torch.equal(ours.eval()(images), theirs(images))


def test_new_networks_start_like_torchvisions():
    """Source: torchvision.models.VGG: Kaiming's deviation by fan-out, 0.01 for linear layers, no biases."""
    ours = build(architecture(11, True, class_count=3, hidden=(64,), pooled_px=1))
    for layer in ours.features:
        if isinstance(layer, torch.nn.Conv2d):
            deviation = (2 / (9 * layer.out_channels)) ** 0.5
            assert layer.weight.std().item() == pytest.approx(deviation, rel=0.1)
            assert not layer.bias.any()
    assert ours.classifier[0].weight.std().item() == pytest.approx(0.01, rel=0.05)
    assert not last_linear(ours).bias.any()


def test_the_shapes_of_the_paper_hold():
    """Source: Simonyan and Zisserman, arXiv:1409.1556, table 1, column D."""
    network = outline(architecture(16, True)).eval()
    images = torch.empty(1, 3, 224, 224, device="meta")
    shapes = []
    for layer in (*network.features, network.avgpool, torch.nn.Flatten(1), *network.classifier):
        images = layer(images)
        if isinstance(layer, torch.nn.MaxPool2d | torch.nn.AdaptiveAvgPool2d | torch.nn.Flatten | torch.nn.Linear):
            shapes.append(tuple(images.shape[1:]))
    maps = [(64, 112, 112), (128, 56, 56), (256, 28, 28), (512, 14, 14), (512, 7, 7)]
    assert shapes == [*maps, (512, 7, 7), (25088,), (4096,), (4096,), (1000,)]


def test_the_classic_notebooks_head_is_25088_2048_1024_classes():
    classic = outline(architecture(16, False, class_count=10, hidden=(2048, 1024)))
    shapes = [tuple(layer.weight.shape) for layer in classic.classifier if isinstance(layer, torch.nn.Linear)]
    assert shapes == [(2048, 25088), (1024, 2048), (10, 1024)]
    assert [type(layer).__name__ for layer in classic.classifier] == ["Linear", "ReLU", "Dropout"] * 2 + ["Linear"]


def test_no_hidden_layer_means_pooling_dropout_and_one_linear_layer():
    plain = tiny_architecture(7)
    assert [type(layer).__name__ for layer in outline(plain).classifier] == ["Dropout", "Linear"]
    assert linear_names(plain) == ["classifier.1"]
    assert build(plain)(torch.zeros(2, 3, 32, 32)).shape == (2, 7)


@pytest.mark.parametrize("input_px", [32, 33, 64, 100])
def test_any_input_from_32_px_on_gives_one_logit_a_class(input_px: int):
    network = build(tiny_architecture(5, hidden=(16,), pooled_px=2)).eval()
    assert network(torch.zeros(1, 3, input_px, input_px + 10)).shape == (1, 5)


def test_a_depth_outside_the_family_is_refused():
    with pytest.raises(ValueError, match="not 12"):
        build(architecture(12, True))


def test_dropout_and_width_are_what_the_architecture_says():
    network = build(tiny_architecture(5, hidden=(16,), width=0.25, dropout=0.3))
    assert [layer.p for layer in network.modules() if isinstance(layer, torch.nn.Dropout)] == [0.3]
    assert channels(network.architecture) == (16, 32, 64, 64, 128, 128, 128, 128)


@pytest.mark.parametrize("depth", DEPTHS)
def test_layer_names_come_in_order_and_with_their_batch_norm(depth: int):
    names = convolution_names(architecture(depth, True))
    network = outline(architecture(depth, True))
    assert len(names) == depth - 3
    for convolution, norm in names:
        assert isinstance(network.get_submodule(convolution), torch.nn.Conv2d)
        assert norm is not None
        assert isinstance(network.get_submodule(norm), torch.nn.BatchNorm2d)
    assert linear_names(architecture(depth, True)) == ["classifier.0", "classifier.3", "classifier.6"]
