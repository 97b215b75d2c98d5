"""A classifier answers with the model's own labels, survives its device, and gives its memory back."""

import gc
import os
import shutil
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

from tests.helpers.models import CLASSES, tiny_architecture, tiny_bundle, tiny_info, tiny_network
from tests.helpers.pictures import photo
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import Calibration, ModelInfo
from vgg_desktop.engine.architecture import parameter_count
from vgg_desktop.engine.classifier import Classifier, RuntimeMaker
from vgg_desktop.engine.runtime import Runtime
from vgg_desktop.engine.weights import bundle
from vgg_desktop.engine.weights.bundle import StateDict
from vgg_desktop.engine.weights.verified_files import VerifiedFiles
from vgg_desktop.pictures.decode import Picture

GPU = DeviceChoice(kind="cuda", name="NVIDIA Pretend", precision="fp32", reason="A GPU is the fastest device here.")
CPU = DeviceChoice(kind="cpu", name="CPU", precision="fp32")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "model.safetensors")


def pixels(count: int, side_px: int = 32) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, side_px, side_px, 3), dtype=np.uint8)


def picture(seed: int = 0, damaged: bool = False) -> Picture:
    image = photo(80, 60, seed)
    return Picture(np.array(image), image.size, "PNG", damaged)


class PretendGpu:
    """Makes runtimes that compute on the CPU and fail as a GPU does: `fault(batch)` may raise what torch would."""

    def __init__(self, fault: Callable[[np.ndarray], None]) -> None:
        self._fault = fault
        self.made: list[DeviceChoice] = []
        self.batches: list[int] = []

    def __call__(self, info: ModelInfo, state_dict: StateDict, choice: DeviceChoice) -> Runtime:
        self.made.append(choice)
        runtime = Runtime(info, state_dict, msgspec.structs.replace(choice, kind="cpu"))
        if choice.kind == "cuda":
            answer = runtime.scores
            runtime.scores = lambda batch: (self._note(batch), answer(batch))[1]
        return runtime

    def _note(self, batch: np.ndarray) -> None:
        self.batches.append(len(batch))
        self._fault(batch)


def full_above(limit: int) -> Callable[[np.ndarray], None]:
    def fault(batch: np.ndarray) -> None:
        if len(batch) > limit:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    return fault


def dead(_batch: np.ndarray) -> None:
    raise torch.AcceleratorError("CUDA error: an illegal memory access was encountered")


def on_pretend_gpu(
    model: Path, fault: Callable[[np.ndarray], None], **changes
) -> tuple[Classifier, PretendGpu, list[str]]:
    gpu, notices = PretendGpu(fault), []
    choice = msgspec.structs.replace(GPU, **changes)
    return Classifier(model, choice, on_notice=notices.append, make_runtime=gpu), gpu, notices


def expected(model: Path, batch: np.ndarray) -> np.ndarray:
    return Classifier(model, CPU).scores(batch)


def test_labels_and_scores_are_those_of_the_network(model: Path):
    classifier = Classifier(model, CPU)
    inputs = classifier.square(picture())
    (prediction,) = classifier.classify([picture()], top=5)
    scores = dict(zip(CLASSES, classifier.scores(inputs[None])[0], strict=True))
    assert [c.label.name for c in prediction.candidates] == sorted(CLASSES, key=lambda name: -scores[name])
    assert all(c.score == pytest.approx(scores[c.label.name]) for c in prediction.candidates)


def test_a_label_stays_with_its_class_whatever_the_order(tmp_path: Path):
    """The last layer and the labels shuffled alike give the same answers."""
    info, weights = bundle.load(tiny_bundle(tmp_path / "a.safetensors"))
    order = [3, 0, 4, 1, 2]
    shuffled = {**weights, **{n: weights[n][order] for n in ("classifier.1.weight", "classifier.1.bias")}}
    labels = tuple(info.labels[i] for i in order)
    bundle.save(tmp_path / "b.safetensors", msgspec.structs.replace(info, labels=labels), shuffled)
    first, second = (Classifier(tmp_path / name, CPU) for name in ("a.safetensors", "b.safetensors"))
    for seed in range(5):
        (one,), (other,) = first.classify([picture(seed)]), second.classify([picture(seed)])
        assert [c.label for c in one.candidates] == [c.label for c in other.candidates]


@pytest.mark.parametrize("top", [1, 3, 5, 20])
def test_top_says_how_many_labels_at_most(model: Path, top: int):
    (prediction,) = Classifier(model, CPU).classify([picture()], top=top)
    assert len(prediction.candidates) == min(top, 5)
    scores = [candidate.score for candidate in prediction.candidates]
    assert scores == sorted(scores, reverse=True)


def test_equal_scores_keep_the_order_of_the_labels(tmp_path: Path):
    info = tiny_info()
    weights = tiny_network(info).state_dict()
    weights["classifier.1.weight"].zero_()
    bundle.save(tmp_path / "even.safetensors", info, weights)
    (prediction,) = Classifier(tmp_path / "even.safetensors", CPU).classify([picture()])
    assert tuple(c.label.name for c in prediction.candidates) == CLASSES


@pytest.mark.parametrize(("threshold", "sure"), [(None, None), (0.0, True), (1.0, False)])
def test_sure_compares_the_best_score_with_the_threshold(tmp_path: Path, threshold: float | None, sure: bool | None):
    model = tiny_bundle(tmp_path / "model.safetensors", calibration=Calibration(threshold=threshold))
    (prediction,) = Classifier(model, CPU).classify([picture()])
    assert prediction.sure is sure


def test_a_damaged_picture_says_so_in_its_answer(model: Path):
    predictions = Classifier(model, CPU).classify([picture(), picture(damaged=True)])
    assert [prediction.damaged for prediction in predictions] == [False, True]


def test_no_pictures_give_no_answers(model: Path):
    assert Classifier(model, CPU).classify([]) == []


def test_a_classifier_knows_its_model_its_device_and_its_checksum(model: Path):
    classifier = Classifier.load(model, device="cpu", precision="fp32")
    assert classifier.info == tiny_info()
    assert (classifier.device.kind, classifier.device.precision, classifier.device.reason) == (
        "cpu",
        "fp32",
        "You chose it.",
    )
    assert classifier.sha256 == bundle.read(model).sha256


def test_a_state_dict_given_by_path_works_too(tmp_path: Path):
    torch.save(tiny_network().state_dict(), tmp_path / "weights.pth")
    classifier = Classifier.load(tmp_path / "weights.pth", device="cpu")
    assert classifier.classify([picture()])[0].best.label.name.startswith("class ")


def test_out_of_gpu_memory_means_smaller_batches_and_the_same_answers(model: Path):
    classifier, gpu, notices = on_pretend_gpu(model, full_above(3))
    scores = classifier.scores(pixels(10))
    np.testing.assert_allclose(scores, expected(model, pixels(10)), atol=1e-5)
    assert gpu.batches == [10, 5, 2, 2, 2, 2, 2]
    assert classifier.device.kind == "cuda"
    assert notices[-1] == "Memory is short: pictures are now classified 2 at a time."


def test_smaller_batches_stay_for_the_next_pictures(model: Path):
    classifier, gpu, _ = on_pretend_gpu(model, full_above(3))
    classifier.scores(pixels(10))
    del gpu.batches[:]
    classifier.scores(pixels(4))
    assert gpu.batches == [2, 2]


def test_a_gpu_that_cannot_take_one_picture_hands_over_to_the_cpu(model: Path):
    classifier, gpu, notices = on_pretend_gpu(model, full_above(0))
    np.testing.assert_allclose(classifier.scores(pixels(4)), expected(model, pixels(4)), atol=0.03)
    assert [choice.kind for choice in gpu.made] == ["cuda", "cpu"]
    assert classifier.device.kind == "cpu"
    assert classifier.device.reason == "NVIDIA Pretend ran out of memory."
    assert notices[-1] == "NVIDIA Pretend ran out of memory; the model now runs on the CPU."


def test_a_gpu_that_cannot_hold_the_weights_hands_over_at_the_start(model: Path):
    notices: list[str] = []

    def make(info: ModelInfo, state_dict: StateDict, choice: DeviceChoice) -> Runtime:
        if choice.kind == "cuda":
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return Runtime(info, state_dict, choice)

    classifier = Classifier(model, GPU, on_notice=notices.append, make_runtime=make)
    assert classifier.device.kind == "cpu"
    assert classifier.classify([picture()])
    assert notices == ["NVIDIA Pretend ran out of memory; the model now runs on the CPU."]


@pytest.mark.parametrize(
    "error", [torch.AcceleratorError("CUDA error: device-side assert"), RuntimeError("cuDNN error: EXECUTION_FAILED")]
)
def test_after_a_fault_of_the_gpu_the_model_is_read_again_and_runs_on_the_cpu(model: Path, error: RuntimeError):
    def fault(_batch: np.ndarray) -> None:
        raise error

    classifier, gpu, notices = on_pretend_gpu(model, fault)
    np.testing.assert_allclose(classifier.scores(pixels(4)), expected(model, pixels(4)), atol=0.03)
    assert (classifier.device.kind, gpu.batches) == ("cpu", [4])
    assert notices == ["NVIDIA Pretend failed; the model now runs on the CPU."]
    assert classifier.device.reason == "NVIDIA Pretend failed."


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_a_precision_that_was_asked_for_holds_on_the_cpu_too(model: Path, precision: str):
    classifier = Classifier(model, GPU, precision=precision, make_runtime=PretendGpu(dead))
    classifier.scores(pixels(1))
    assert (classifier.device.kind, classifier.device.precision) == ("cpu", precision)


def test_a_fault_midway_loses_and_repeats_no_picture(model: Path):
    calls = iter([None, None, RuntimeError("CUDA error: unspecified launch failure")])

    def fault(batch: np.ndarray) -> None:
        if len(batch) > 2:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        if error := next(calls):
            raise error

    classifier, _, _ = on_pretend_gpu(model, fault)
    np.testing.assert_allclose(classifier.scores(pixels(8)), expected(model, pixels(8)), atol=0.03)


def test_after_a_fault_another_model_in_the_same_file_is_not_taken(model: Path):
    classifier, _, _ = on_pretend_gpu(model, dead)
    tiny_bundle(model, seed=1)
    with pytest.raises(AppError, match="has changed since it was loaded"):
        classifier.scores(pixels(1))


def test_after_a_fault_a_vanished_file_is_told(model: Path):
    classifier, _, _ = on_pretend_gpu(model, dead)
    model.unlink()
    with pytest.raises(AppError, match="There is no weights file"):
        classifier.scores(pixels(1))


def test_a_cpu_without_memory_for_one_picture_says_so(model: Path):
    class Full(Runtime):
        def scores(self, pixels: np.ndarray) -> np.ndarray:
            raise RuntimeError(f"DefaultCPUAllocator: can't allocate memory: {pixels.nbytes} bytes")

    with pytest.raises(AppError, match="does not fit into memory"):
        Classifier(model, CPU, make_runtime=Full).scores(pixels(4))


def test_a_network_too_large_for_fp16_runs_in_bf16_from_the_start(tmp_path: Path):
    info = tiny_info()
    weights = tiny_network(info).state_dict()
    weights["features.5.weight"] *= 1e6
    bundle.save(tmp_path / "loud.safetensors", info, weights)
    classifier, gpu, _ = on_pretend_gpu(tmp_path / "loud.safetensors", lambda _: None, precision="fp16")
    assert [choice.precision for choice in gpu.made] == ["fp16", "bf16"]
    assert classifier.device.precision == "bf16"
    assert np.isfinite(classifier.scores(pixels(2))).all()


def test_a_picture_that_overflows_fp16_later_is_answered_in_bf16(model: Path):
    notices: list[str] = []

    class Overflowing(Runtime):
        def __init__(self, info: ModelInfo, state_dict: StateDict, choice: DeviceChoice) -> None:
            super().__init__(info, state_dict, msgspec.structs.replace(choice, kind="cpu"))
            self._factor = float("nan") if choice.precision == "fp16" else 1.0

        def is_finite(self) -> bool:
            return True

        def scores(self, pixels: np.ndarray) -> np.ndarray:
            return super().scores(pixels) * self._factor

    choice = msgspec.structs.replace(GPU, precision="fp16")
    classifier = Classifier(model, choice, on_notice=notices.append, make_runtime=Overflowing)
    np.testing.assert_allclose(classifier.scores(pixels(2)), expected(model, pixels(2)), atol=0.03)
    assert (classifier.device.kind, classifier.device.precision) == ("cuda", "bf16")
    assert notices == ["The numbers of tiny are too large for fp16; it now runs in bf16."]


def test_an_answer_that_is_no_number_is_never_given(model: Path):
    class Broken(Runtime):
        def scores(self, pixels: np.ndarray) -> np.ndarray:
            return super().scores(pixels) * float("nan")

    with pytest.raises(AppError, match="gives no usable answer"):
        Classifier(model, CPU, make_runtime=Broken).scores(pixels(1))


def remembered(made: list[weakref.ref[Runtime]], make: RuntimeMaker) -> RuntimeMaker:
    """`make`, with a weak reference in `made` to each runtime that comes of it."""

    def make_and_remember(info: ModelInfo, state_dict: StateDict, choice: DeviceChoice) -> Runtime:
        runtime = make(info, state_dict, choice)
        made.append(weakref.ref(runtime))
        return runtime

    return make_and_remember


def test_closing_lets_the_model_go(model: Path):
    made: list[weakref.ref[Runtime]] = []
    classifier = Classifier(model, CPU, make_runtime=remembered(made, Runtime))
    classifier.scores(pixels(2))
    classifier.close()
    gc.collect()
    assert made[0]() is None
    classifier.close()


# In a process of its own: in one that has done much, the allocator keeps what it got back.
_CLOSE = """
import gc, sys, numpy, psutil
from vgg_desktop.engine.classifier import Classifier
classifier = Classifier.load(sys.argv[1], device="cpu", precision="fp32")
classifier.scores(numpy.zeros((2, 32, 32, 3), numpy.uint8))
before = psutil.Process().memory_info().rss
classifier.close()
gc.collect()
print(before - psutil.Process().memory_info().rss)
"""


def test_closing_gives_the_models_memory_back(tmp_path: Path):
    wide = tiny_architecture(hidden=(4096, 4096), pooled_px=7)
    model = tiny_bundle(tmp_path / "wide.safetensors", architecture=wide)
    command = [sys.executable, "-c", _CLOSE, str(model)]
    child = subprocess.run(command, capture_output=True, text=True, timeout=100, check=True)
    assert int(child.stdout) > 0.8 * 4 * parameter_count(wide)


def test_a_closed_classifier_says_so(model: Path):
    classifier = Classifier(model, CPU)
    classifier.close()
    with pytest.raises(AppError, match="closed"):
        classifier.scores(pixels(1))


def test_moving_to_the_cpu_drops_what_was_on_the_gpu(model: Path):
    made: list[weakref.ref[Runtime]] = []
    classifier = Classifier(model, GPU, make_runtime=remembered(made, PretendGpu(dead)))
    classifier.scores(pixels(1))
    gc.collect()
    assert [ref() is None for ref in made] == [True, False]


def test_a_file_hashed_before_is_hashed_again_and_answers_no_more_once_it_is_found_damaged(model: Path):
    sha256 = bundle.read(model).sha256
    notices: list[str] = []
    noticed = threading.Event()
    status = model.stat()
    data = bytearray(model.read_bytes())
    data[-2] ^= 1
    model.write_bytes(data)
    # As a bad disk would do it: other bits, and nothing else that moves.
    os.utime(model, ns=(status.st_atime_ns, status.st_mtime_ns))
    VerifiedFiles().remember(model, sha256)

    def note(sentence: str) -> None:
        notices.append(sentence)
        noticed.set()

    classifier = Classifier(model, CPU, on_notice=note)
    assert noticed.wait(10)
    assert "damaged" in notices[0]
    with pytest.raises(AppError, match="do not count"):
        classifier.classify([picture()])
    with pytest.raises(AppError, match="do not count"):
        classifier.confirm()
    classifier.close()
    assert VerifiedFiles().sha256_of(model) is None


def test_a_whole_file_is_checked_again_in_silence(model: Path):
    Classifier(model, CPU).close()
    notices: list[str] = []
    classifier = Classifier(model, CPU, on_notice=notices.append)
    classifier.confirm()
    classifier.close()
    assert notices == []
    assert VerifiedFiles().sha256_of(model) == classifier.sha256


def test_closing_ends_the_check_without_a_word(model: Path):
    Classifier(model, CPU).close()
    notices: list[str] = []
    Classifier(model, CPU, on_notice=notices.append).close()
    assert notices == []
    assert not [thread for thread in threading.enumerate() if thread.name == "recheck"]


def test_the_same_model_under_another_path_answers_the_same(model: Path, tmp_path: Path):
    copy = Path(shutil.copy(model, tmp_path / "copy.safetensors"))
    assert np.array_equal(expected(model, pixels(3)), expected(copy, pixels(3)))


def test_decoders_wait_while_a_cpu_computes_but_not_for_a_gpu(model: Path):
    started, release = threading.Event(), threading.Event()

    class Slow(Runtime):
        def __init__(self, info: ModelInfo, state_dict: StateDict, choice: DeviceChoice) -> None:
            super().__init__(info, state_dict, msgspec.structs.replace(choice, kind="cpu"))

        def scores(self, pixels: np.ndarray) -> np.ndarray:
            started.set()
            release.wait(10)
            return super().scores(pixels)

    for choice, waits in ((CPU, True), (GPU, False)):
        classifier = Classifier(model, choice, make_runtime=Slow)
        started.clear()
        release.clear()
        model_thread = threading.Thread(target=classifier.scores, args=(pixels(1),))
        decoder = threading.Thread(target=classifier.wait_for_turn)
        model_thread.start()
        assert started.wait(10)
        decoder.start()
        decoder.join(0.2)
        assert decoder.is_alive() is waits
        release.set()
        model_thread.join(10)
        decoder.join(10)
        assert not decoder.is_alive()
