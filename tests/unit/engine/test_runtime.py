"""Folding, channels order and precision change the speed of an answer, not the answer."""

import msgspec
import numpy as np
import pytest
import torch

from tests.helpers.models import tiny_architecture, tiny_info, tiny_network
from tests.helpers.parity import agreement
from tests.helpers.pictures import write_photo
from tests.helpers.real_pictures import VARIABLE, squares
from vgg_desktop.core.files import paths
from vgg_desktop.core.model.device_choice import DeviceChoice, Precision
from vgg_desktop.core.model.model_info import ModelInfo, Preprocessing
from vgg_desktop.engine.architecture import outline
from vgg_desktop.engine.folding import folded
from vgg_desktop.engine.preprocess import normalised
from vgg_desktop.engine.runtime import Runtime, calibrated_scores
from vgg_desktop.engine.weights import bundle


def on_cpu(precision: Precision = "fp32") -> DeviceChoice:
    return DeviceChoice(kind="cpu", name="CPU", precision=precision)


def runtime(info: ModelInfo, precision: Precision = "fp32") -> Runtime:
    return Runtime(info, tiny_network(info).state_dict(), on_cpu(precision))


def pixels(count: int = 4, side_px: int = 32) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, side_px, side_px, 3), dtype=np.uint8)


def plain_scores(info: ModelInfo, batch: np.ndarray) -> torch.Tensor:
    """The textbook way: the unfolded network, softmax of the logits over the temperature."""
    with torch.inference_mode():
        logits = tiny_network(info)(normalised(batch, info.preprocessing))
    return torch.softmax(logits / info.calibration.temperature, dim=1)


@pytest.mark.parametrize("depth", [11, 13, 16, 19])
def test_folding_leaves_the_function_as_it_was(depth: int):
    architecture = tiny_architecture(5, depth=depth, hidden=(16,), pooled_px=2)
    theirs = tiny_network(tiny_info(architecture=architecture))
    plain, numbers = folded(architecture, theirs.state_dict())
    assert not plain.batch_norm
    ours = outline(plain)
    ours.load_state_dict(numbers, assign=True)
    images = torch.randn(3, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        torch.testing.assert_close(ours.eval()(images), theirs(images), rtol=1e-4, atol=1e-4)


def test_folding_a_network_without_batch_norm_changes_no_number():
    architecture = tiny_architecture(5, batch_norm=False)
    weights = tiny_network(tiny_info(architecture=architecture)).state_dict()
    _, numbers = folded(architecture, weights)
    assert all(torch.equal(numbers[name], tensor) for name, tensor in weights.items())


def test_scores_are_the_softmax_of_the_logits_over_the_temperature():
    info = tiny_info()
    expected = plain_scores(info, pixels())
    np.testing.assert_allclose(runtime(info).scores(pixels()), expected, atol=1e-5)
    cold = msgspec.structs.replace(info, calibration=msgspec.structs.replace(info.calibration, temperature=0.5))
    assert not np.allclose(runtime(cold).scores(pixels()), expected, atol=1e-2)


def test_a_picture_without_evidence_for_any_label_gives_small_scores():
    info = tiny_info()
    logits = plain_scores(info, pixels()).log() * info.calibration.temperature
    none_logit = torch.logsumexp(logits / info.calibration.temperature, 1).mean().item()
    calibration = msgspec.structs.replace(info.calibration, none_logit=none_logit)
    with_none = torch.nn.functional.pad(logits, (0, 1), value=none_logit)
    expected = torch.softmax(with_none / info.calibration.temperature, dim=1)[:, :-1]
    torch.testing.assert_close(calibrated_scores(logits, calibration), expected)
    assert (calibrated_scores(logits, calibration).sum(1) < 0.9).all()
    hopeless = msgspec.structs.replace(info, calibration=msgspec.structs.replace(info.calibration, none_logit=1e4))
    assert runtime(hopeless).scores(pixels()).max() < 1e-6
    unheard = msgspec.structs.replace(info, calibration=msgspec.structs.replace(info.calibration, none_logit=-1e4))
    np.testing.assert_allclose(runtime(unheard).scores(pixels()), plain_scores(info, pixels()), atol=1e-5)


def test_scores_of_a_picture_add_up_to_one():
    np.testing.assert_allclose(runtime(tiny_info(), "bf16").scores(pixels()).sum(axis=1), 1, atol=1e-5)


def test_two_views_average_the_logits_of_the_picture_and_its_mirror_image():
    info = tiny_info()
    both = tiny_info(preprocessing=Preprocessing(resize_px=32, crop_px=32, views=2))
    batch = pixels()
    mirrored = np.ascontiguousarray(batch[:, :, ::-1])
    mean = (plain_scores(info, batch) * plain_scores(info, mirrored)).sqrt()
    expected = mean / mean.sum(1, keepdim=True)
    np.testing.assert_allclose(runtime(both).scores(batch), expected, atol=1e-5)
    np.testing.assert_allclose(runtime(both).scores(mirrored), expected, atol=1e-5)


def test_the_size_of_the_batch_does_not_change_an_answer():
    ready, batch = runtime(tiny_info()), pixels(7)
    together = ready.scores(batch)
    np.testing.assert_allclose(np.concatenate([ready.scores(one[None]) for one in batch]), together, atol=1e-5)


@pytest.mark.parametrize("precision", ["bf16", "fp16"])
def test_half_precision_stays_near_full_precision(precision: Precision):
    info = tiny_info()
    np.testing.assert_allclose(runtime(info, precision).scores(pixels()), runtime(info).scores(pixels()), atol=0.03)


def test_the_runtime_keeps_no_hold_on_the_loaded_numbers():
    info = tiny_info()
    weights = {name: tensor.clone() for name, tensor in tiny_network(info).state_dict().items()}
    ready = Runtime(info, weights, on_cpu())
    before = ready.scores(pixels())
    for tensor in weights.values():
        tensor.zero_()
    assert np.array_equal(ready.scores(pixels()), before)


def test_a_network_that_overflows_in_fp16_is_found_out():
    info = tiny_info()
    weights = tiny_network(info).state_dict()
    weights["features.1.weight"] *= 1e6
    assert not Runtime(info, weights, on_cpu("fp16")).is_finite()
    assert Runtime(info, weights, on_cpu("bf16")).is_finite()


def test_too_few_pictures_of_ones_own_are_told_before_anything_is_compared(tmp_path, monkeypatch):
    write_photo(tmp_path / "only.png")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert squares(1, 32).shape == (1, 32, 32, 3)
    with pytest.raises(pytest.fail.Exception, match="names 1 pictures; 1,000 are needed"):
        squares(1000, 32)


@pytest.mark.timeout(400)
def test_bf16_agrees_with_fp32_on_real_pictures():
    """The trained model that the program carries; see tests/helpers/real_pictures.py for the pictures.

    VGG-16 takes a quarter of a second a picture in fp32, so these are few: a wrong label of one fails.
    """
    info, weights = bundle.load(paths.builtin_model())
    pictures = squares(64, info.preprocessing.crop_px)
    exact, fast = (
        np.concatenate([ready.scores(part) for part in np.array_split(pictures, 8)])
        for ready in (Runtime(info, weights, on_cpu("fp32")), Runtime(info, weights, on_cpu("bf16")))
    )
    found = agreement(exact, fast)
    assert found.same_label >= 0.99
    assert found.same_label_where_clear == 1.0
    assert found.largest_move <= 0.03
