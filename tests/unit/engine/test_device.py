"""The device is chosen for a reason that a person can read."""

import os

import pytest
import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.engine import device

GPUS = [("NVIDIA Small", (8, 6)), ("NVIDIA Old", (6, 1))]


@pytest.fixture
def two_gpus(monkeypatch: pytest.MonkeyPatch):
    """What torch says on a machine with two, without the machine."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: len(GPUS))
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda index: GPUS[index][0])
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda index: GPUS[index][1])


@pytest.fixture
def no_gpu(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.mark.usefixtures("two_gpus")
def test_auto_takes_the_first_gpu_in_fp16_and_says_why():
    choice = device.choose()
    assert (choice.kind, choice.index, choice.name, choice.precision) == ("cuda", 0, "NVIDIA Small", "fp16")
    assert choice.torch_name == "cuda:0"
    assert choice.reason == "A GPU is the fastest device here."


@pytest.mark.usefixtures("two_gpus")
def test_a_gpu_without_tensor_cores_runs_in_fp32():
    assert device.choose("cuda:1").precision == "fp32"


@pytest.mark.usefixtures("two_gpus")
def test_a_gpu_that_is_not_there_is_told_with_how_many_there_are():
    with pytest.raises(AppError, match="There is no GPU cuda:2: this machine has 2, counted from 0"):
        device.choose("cuda:2")


@pytest.mark.usefixtures("two_gpus")
def test_the_cpu_can_be_chosen_beside_a_gpu():
    assert device.choose("cpu").kind == "cpu"
    assert device.choose("cpu").reason == "You chose it."
    assert [choice.torch_name for choice in device.available()] == ["cuda:0", "cuda:1", "cpu"]


@pytest.mark.usefixtures("no_gpu")
def test_without_a_gpu_auto_takes_the_cpu_and_says_why(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(torch.version, "cuda", "13.0")
    assert device.choose().kind == "cpu"
    assert device.choose().reason == "No GPU was found that torch can use."
    monkeypatch.setattr(torch.version, "cuda", None)
    assert device.choose().reason == "This build of torch runs on the CPU only."


@pytest.mark.usefixtures("no_gpu")
@pytest.mark.parametrize(("word", "sentence"), [("cuda", "no GPU that torch can use"), ("mps", "no Apple GPU")])
def test_a_kind_of_device_that_is_missing_is_told(word: str, sentence: str):
    with pytest.raises(AppError, match=sentence):
        device.choose(word)


@pytest.mark.usefixtures("no_gpu")
@pytest.mark.parametrize(
    ("capabilities", "precision"),
    [
        ({"avx512_bf16": True}, "bf16"),
        ({"amx_bf16": True}, "bf16"),
        ({"avx512_bf16": False, "amx_bf16": False}, "fp32"),
    ],
)
def test_a_cpu_runs_in_bf16_only_where_it_has_it(
    monkeypatch: pytest.MonkeyPatch, capabilities: dict[str, bool], precision: str
):
    monkeypatch.setattr(device.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities, raising=False)
    assert device.choose().precision == precision


def test_torch_without_a_list_of_capabilities_is_asked_one_by_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(device.platform, "machine", lambda: "AMD64")
    monkeypatch.delattr(torch.cpu, "get_capabilities", raising=False)
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: True, raising=False)
    assert device.has_native_bf16()
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False, raising=False)
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: False, raising=False)
    assert not device.has_native_bf16()


@pytest.mark.parametrize("precision", ["fp32", "fp16", "bf16"])
def test_a_chosen_precision_is_kept(precision: str):
    assert device.choose("cpu", precision).precision == precision


@pytest.mark.parametrize(
    ("word", "precision"), [("tpu", "auto"), ("cpu:1", "auto"), ("cuda:x", "auto"), ("cpu", "fp8")]
)
def test_unknown_words_are_refused_with_those_that_are_known(word: str, precision: str):
    with pytest.raises(AppError, match=r"There is no (device|precision) called") as caught:
        device.choose(word, precision)
    assert "auto" in caught.value.hint


def test_the_processor_is_named_with_the_cores_that_may_be_used():
    name, _, cores = device.cpu_name().rpartition(", ")
    assert name
    assert cores.split()[0] == str(device.core_count())
    if hasattr(os, "sched_getaffinity"):
        assert device.core_count() == len(os.sched_getaffinity(0))


def test_every_available_device_can_be_chosen_again_by_its_name():
    for found in device.available():
        choice = device.choose(found.torch_name)
        assert isinstance(choice, DeviceChoice)
        assert (choice.kind, choice.index) == (found.kind, found.index)
