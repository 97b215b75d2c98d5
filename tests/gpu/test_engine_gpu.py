"""The engine on a CUDA device: `python -m pytest -m gpu tests/gpu`."""

import gc
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.helpers.models import tiny_bundle, tiny_info, tiny_network
from tests.helpers.parity import agreement
from tests.helpers.real_pictures import squares
from vgg_desktop.core.files import paths
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.engine import device
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.preprocess import normalised
from vgg_desktop.engine.runtime import Runtime
from vgg_desktop.engine.weights import bundle

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device"),
]


def pixels(count: int, side_px: int = 32) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, side_px, side_px, 3), dtype=np.uint8)


def test_auto_takes_the_gpu_in_fp16():
    choice = device.choose()
    assert (choice.kind, choice.precision) == ("cuda", "fp16")
    assert choice.name == torch.cuda.get_device_name(0)


def test_preprocessing_is_within_one_step_of_the_last_bit():
    batch = pixels(4, 64)
    on_cpu = normalised(batch, Preprocessing()).contiguous().view(torch.int32)
    on_gpu = normalised(batch, Preprocessing(), "cuda").cpu().contiguous().view(torch.int32)
    assert (on_cpu - on_gpu).abs().max() <= 1


@pytest.mark.parametrize("precision", ["fp16", "bf16"])
def test_half_precision_agrees_with_fp32_on_a_thousand_real_pictures(precision: str):
    info, weights = bundle.load(paths.builtin_model())
    pictures = squares(1000, info.preprocessing.crop_px)
    exact = Runtime(info, weights, DeviceChoice(kind="cpu", name="CPU", precision="fp32")).scores(pictures)
    found = agreement(exact, Runtime(info, weights, device.choose("cuda", precision)).scores(pictures))
    assert found.same_label >= 0.99
    assert found.same_label_where_clear == 1.0
    assert found.largest_move <= 0.03


def test_closing_frees_the_memory_of_the_gpu(tmp_path: Path):
    before = torch.cuda.memory_allocated()
    classifier = Classifier.load(tiny_bundle(tmp_path / "model.safetensors"), device="cuda")
    classifier.scores(pixels(8))
    assert torch.cuda.memory_allocated() > before
    classifier.close()
    gc.collect()
    assert torch.cuda.memory_allocated() == before


def test_a_network_that_overflows_in_fp16_runs_in_bf16(tmp_path: Path):
    info = tiny_info()
    weights = tiny_network(info).state_dict()
    weights["features.5.weight"] *= 1e6
    bundle.save(tmp_path / "loud.safetensors", info, weights)
    classifier = Classifier.load(tmp_path / "loud.safetensors", device="cuda")
    assert classifier.device.precision == "bf16"
    assert np.isfinite(classifier.scores(pixels(2))).all()


def test_a_batch_beyond_the_gpus_memory_is_split(tmp_path: Path):
    notices: list[str] = []
    classifier = Classifier.load(tiny_bundle(tmp_path / "m.safetensors"), device="cuda", on_notice=notices.append)
    expected = classifier.scores(pixels(256))
    total = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.empty_cache()
    torch.cuda.set_per_process_memory_fraction((torch.cuda.memory_allocated() + 8 * 2**20) / total)
    try:
        scores = classifier.scores(pixels(256))
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
    assert notices
    np.testing.assert_allclose(scores, expected, atol=0.01)


def test_a_fault_that_kills_the_context_leaves_the_cpu_answering(tmp_path: Path):
    """In a process of its own: nothing on the GPU works in it afterwards."""
    model = tiny_bundle(tmp_path / "model.safetensors")
    script = f"""
import numpy as np, torch
from vgg_desktop.engine.classifier import Classifier
notices = []
classifier = Classifier.load({str(model)!r}, device="cuda", on_notice=notices.append)
batch = np.zeros((2, 32, 32, 3), np.uint8)
before = classifier.scores(batch)
try:
    torch.zeros(4, device="cuda")[torch.tensor([10**6], device="cuda")]
    torch.cuda.synchronize()
except RuntimeError:
    pass
after = classifier.scores(batch)
assert np.allclose(before, after, atol=0.03)
assert classifier.device.kind == "cpu", classifier.device
assert "now runs on the CPU" in notices[-1], notices
classifier.close()
print("answered")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=100)
    assert done.stdout.strip() == "answered", done.stderr
