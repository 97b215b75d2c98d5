"""A bundle comes back exactly as it was written, or is refused in one sentence that says why."""

import json
import struct
from pathlib import Path

import msgspec
import numpy as np
import pytest
import safetensors.torch
import torch

from tests.helpers.models import CLASSES, tiny_architecture, tiny_bundle, tiny_info, tiny_network
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.engine.weights import bundle
from vgg_desktop.engine.weights.bundle_header import encode_metadata, read_header, read_info, verify_bundle


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "good.safetensors")


def refusal(path: Path) -> AppError:
    with pytest.raises(AppError) as caught:
        bundle.load(path)
    assert path.name in caught.value.summary
    return caught.value


def rewritten(good: Path, metadata: dict[str, str], tensors: dict[str, torch.Tensor] | None = None) -> Path:
    """The file with other metadata or tensors, written by the library and so with a sound table."""
    path = good.with_name("changed.safetensors")
    safetensors.torch.save_file(tensors or safetensors.torch.load_file(good), path, metadata)
    return path


def with_tensors(good: Path, **changes: torch.Tensor | None) -> Path:
    """The file with tensors changed, added or (None) left out; names with "_" for "."."""
    tensors = safetensors.torch.load_file(good)
    for name, tensor in changes.items():
        tensors.pop(name, None)
        if tensor is not None:
            tensors[name] = tensor
    path = rewritten(good, encode_metadata(read_info(good)), tensors)
    return resealed(path)


def with_model(good: Path, change) -> Path:
    """The file with a change made to the JSON of its description, and a checksum that fits."""
    description = json.loads(encode_metadata(read_info(good))["vgg_desktop"])
    change(description)
    return resealed(rewritten(good, {"vgg_desktop": json.dumps(description)}))


def resealed(path: Path) -> Path:
    """Gives a file made by the library the checksum that belongs to it, so that only its content can be at fault."""
    import hashlib

    data = path.read_bytes()
    zeros = b"0" * 64
    path.write_bytes(data.replace(zeros, hashlib.sha256(data).hexdigest().encode(), 1))
    return path


def test_everything_comes_back_exactly(tmp_path: Path):
    info = tiny_info(calibration=msgspec.structs.replace(tiny_info().calibration, temperature=0.1 + 0.2))
    weights = tiny_network(info).state_dict()
    path = tmp_path / "model.safetensors"
    bundle.save(path, info, weights)
    read, state_dict = bundle.load(path)
    assert read == info
    assert set(state_dict) == set(weights)
    for name, tensor in weights.items():
        assert state_dict[name].dtype == tensor.dtype
        assert torch.equal(state_dict[name], tensor)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
def test_the_dtype_of_the_numbers_is_kept(tmp_path: Path, dtype: torch.dtype):
    weights = {k: v.to(dtype) if v.is_floating_point() else v for k, v in tiny_network().state_dict().items()}
    bundle.save(tmp_path / "model.safetensors", tiny_info(), weights)
    _, state_dict = bundle.load(tmp_path / "model.safetensors")
    assert all(torch.equal(state_dict[name], tensor) for name, tensor in weights.items())


def test_the_same_model_gives_the_same_bytes_wherever_it_is_written(good: Path, tmp_path: Path):
    info, state_dict = bundle.load(good)
    again = tmp_path / "elsewhere" / "again.safetensors"
    again.parent.mkdir()
    assert bundle.save(again, info, state_dict) == read_header(good).sha256
    assert again.read_bytes() == good.read_bytes()


def test_any_program_that_knows_safetensors_can_read_the_numbers(good: Path):
    weights = tiny_network().state_dict()
    assert all(torch.equal(weights[k], tensor) for k, tensor in safetensors.torch.load_file(good).items())


def test_channels_last_weights_are_written_in_their_logical_order(tmp_path: Path):
    network = tiny_network().to(memory_format=torch.channels_last)
    bundle.save(tmp_path / "model.safetensors", tiny_info(), network.state_dict())
    _, state_dict = bundle.load(tmp_path / "model.safetensors")
    assert torch.equal(state_dict["features.4.weight"], tiny_network().state_dict()["features.4.weight"])


def test_labels_of_any_language_and_a_thousand_of_them_come_back(tmp_path: Path):
    labels = tuple(Label(f"n{i:08}", f"종류 {i} “ü” \\ \0", (f"alias {i}", "0" * 64)) for i in range(1000))
    info = tiny_info(architecture=tiny_architecture(1000), labels=labels)
    bundle.save(tmp_path / "model.safetensors", info, tiny_network(info).state_dict())
    assert bundle.load(tmp_path / "model.safetensors")[0].labels == labels


def test_loading_keeps_no_hold_on_the_file(good: Path):
    _, state_dict = bundle.load(good)
    before = {name: tensor.clone() for name, tensor in state_dict.items()}
    good.write_bytes(bytes(good.stat().st_size))
    assert all(torch.equal(state_dict[name], tensor) for name, tensor in before.items())


def test_the_checksum_is_that_of_the_file_with_its_own_digits_as_zeros(good: Path):
    import hashlib

    sha256 = read_header(good).sha256
    assert hashlib.sha256(good.read_bytes().replace(sha256.encode(), b"0" * 64)).hexdigest() == sha256
    assert verify_bundle(good) == sha256


def test_every_flipped_bit_is_noticed(good: Path, tmp_path: Path):
    data = good.read_bytes()
    random = np.random.default_rng(0)
    header_bits = 8 * (8 + struct.unpack("<Q", data[:8])[0])
    bits = [*random.integers(0, header_bits, 60), *random.integers(header_bits, 8 * len(data), 60)]
    for bit in map(int, bits):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        path = tmp_path / "flipped.safetensors"
        path.write_bytes(flipped)
        with pytest.raises(AppError):
            bundle.load(path)


def test_a_flipped_bit_among_the_numbers_is_told_as_damage(good: Path):
    data = bytearray(good.read_bytes())
    data[-100] ^= 1
    good.write_bytes(data)
    assert "damaged: its content does not match its checksum" in refusal(good).summary


@pytest.mark.parametrize("share", [0.1, 0.5, 0.999])
def test_a_file_that_is_cut_short_is_told_so(good: Path, share: float):
    data = good.read_bytes()
    good.write_bytes(data[: int(share * len(data))])
    assert "is cut short" in refusal(good).summary


@pytest.mark.parametrize("size", [0, 1, 7])
def test_a_file_of_almost_nothing_is_cut_short(tmp_path: Path, size: int):
    path = tmp_path / "short.safetensors"
    path.write_bytes(bytes(size))
    assert "is cut short" in refusal(path).summary


def test_bytes_after_the_end_are_refused(good: Path):
    good.write_bytes(good.read_bytes() + b"more")
    assert "4 bytes too many" in refusal(good).summary


def test_a_newer_format_asks_for_an_update(good: Path):
    error = refusal(with_model(good, lambda d: d.update(format=2, model={"unheard": "of"})))
    assert "written by a newer version" in error.summary
    assert error.hint == "Update VGG Desktop."


def test_a_missing_tensor_is_named(good: Path):
    error = refusal(with_tensors(good, **{"features.4.weight": None}))
    assert "it lacks features.4.weight, which VGG-11-BN needs" in error.summary


def test_a_tensor_too_many_is_named(good: Path):
    error = refusal(with_tensors(good, **{"classifier.9.weight": torch.zeros(2)}))
    assert "it holds classifier.9.weight, which VGG-11-BN does not have" in error.summary


def test_a_misshapen_tensor_is_named_with_both_shapes(good: Path):
    error = refusal(with_tensors(good, **{"classifier.1.weight": torch.zeros(4, 64)}))
    assert "classifier.1.weight has the shape 4 x 64 instead of 5 x 64" in error.summary


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.bfloat16])
def test_values_that_are_not_finite_are_refused(good: Path, value: float, dtype: torch.dtype):
    bias = torch.zeros(5, dtype=dtype)
    bias[3] = value
    error = refusal(with_tensors(good, **{"classifier.1.bias": bias}))
    assert "classifier.1.bias holds values that are not finite numbers" in error.summary


def test_whole_numbers_in_place_of_weights_are_refused(good: Path):
    error = refusal(with_tensors(good, **{"classifier.1.bias": torch.zeros(5, dtype=torch.int64)}))
    assert "numbers of the wrong kind" in error.summary


def test_a_label_count_that_does_not_fit_is_told_with_both_numbers(good: Path):
    error = refusal(with_model(good, lambda d: d["model"]["labels"].pop()))
    assert "it names 4 labels for 5 classes" in error.summary


def test_labels_with_one_id_are_refused(good: Path):
    error = refusal(with_model(good, lambda d: d["model"]["labels"][0].update(id="dog")))
    assert "two of its labels have the same id" in error.summary


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m["architecture"].update(depth=12),
        lambda m: m["architecture"].update(depth=-1),
        lambda m: m["architecture"].update(hidden=[-4096]),
        lambda m: m["architecture"].update(hidden=[10**12, 10**12]),
        lambda m: m["architecture"].update(hidden=[4096] * 1000),
        lambda m: m["architecture"].update(pooled_px=0),
        lambda m: m["architecture"].update(pooled_px=10**9),
        lambda m: m["architecture"].update(width=1e300),
        lambda m: m["architecture"].update(width=-1),
        lambda m: m["architecture"].update(dropout=1.0),
        lambda m: m["architecture"].update(class_count=0),
        lambda m: m["architecture"].update(class_count=10**15),
        lambda m: m["architecture"].update(batch_norm="yes"),
        lambda m: m["preprocessing"].update(crop_px=16),
        lambda m: m["preprocessing"].update(crop_px=10**9, resize_px=10**9),
        lambda m: m["preprocessing"].update(crop_px=64),
        lambda m: m["preprocessing"].update(std=[0, 0, 0]),
        lambda m: m["preprocessing"].update(mean=[0.5]),
        lambda m: m["preprocessing"].update(views=10**6),
        lambda m: m["calibration"].update(temperature=0),
        lambda m: m["calibration"].update(threshold=7),
        lambda m: m.update(labels="cat"),
        lambda m: m.update(name=None),
        lambda m: m.update(metrics={"top1": "most"}),
        lambda m: m.pop("architecture"),
    ],
)
def test_an_impossible_description_is_refused(good: Path, change):
    assert "is damaged" in refusal(with_model(good, lambda d: change(d["model"]))).summary


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": "1"}', '{"format": 1}', "[" * 100_000])
def test_a_description_that_is_no_description_is_refused(good: Path, text: str):
    assert "is damaged" in refusal(rewritten(good, {"vgg_desktop": text})).summary


def test_a_file_of_another_program_is_no_bundle(good: Path):
    assert "does not say which model it holds" in refusal(rewritten(good, {"format": "pt"})).summary


def header_only(path: Path, header: bytes, data: bytes = b"") -> Path:
    path.write_bytes(struct.pack("<Q", len(header)) + header + data)
    return path


@pytest.mark.parametrize(
    "header",
    [
        b"not json",
        b"{}" * 3,
        b"\xff\xfe",
        b'{"__metadata__": {"vgg_desktop": 5}}',
        b'{"__metadata__": []}',
        b'{"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 15]}}',
        b'{"a": {"dtype": "F32", "shape": [-4], "data_offsets": [0, 16]}}',
        b'{"a": {"dtype": "F32", "shape": [-2, -2], "data_offsets": [0, 16]}}',
        b'{"a": {"dtype": "F32", "shape": [4], "data_offsets": [16, 32]}}',
        b'{"a": {"dtype": "F32", "shape": [4], "data_offsets": [-16, 0]}}',
        b'{"a": {"dtype": "C64", "shape": [2], "data_offsets": [0, 16]}}',
        b'{"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]},'
        b' "b": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}',
        b'{"a": {"dtype": "F32", "shape": [4]}}',
        b'{"a": 7}',
        b"[" * 200_000,
    ],
)
def test_a_header_that_contradicts_itself_is_damage(tmp_path: Path, header: bytes):
    assert "is damaged" in refusal(header_only(tmp_path / "odd.safetensors", header, bytes(16))).summary


def test_an_enormous_header_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "huge.safetensors"
    path.write_bytes(struct.pack("<Q", 2**62) + b"{" * 100)
    assert "is not a weights file that this program can read" in refusal(path).summary


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path):
    assert "There is no weights file gone.safetensors" in refusal(tmp_path / "gone.safetensors").summary
    folder = tmp_path / "folder.safetensors"
    folder.mkdir()
    assert "cannot be read" in refusal(folder).summary


def test_a_description_that_does_not_fit_its_numbers_is_never_written(tmp_path: Path):
    path = tmp_path / "model.safetensors"
    wrong = tiny_network(tiny_info(CLASSES[:3])).state_dict()
    with pytest.raises(AppError, match="has the shape 3 x 64 instead of 5 x 64"):
        bundle.save(path, tiny_info(), wrong)
    bad = msgspec.structs.replace(tiny_info(), labels=tiny_info().labels[:2])
    with pytest.raises(AppError, match="2 labels for 5 classes"):
        bundle.save(path, bad, tiny_network().state_dict())
    assert not path.exists()


def test_a_description_beyond_what_the_reader_accepts_is_never_written(tmp_path: Path):
    info: ModelInfo = tiny_info()
    bad = msgspec.structs.replace(info, calibration=msgspec.structs.replace(info.calibration, temperature=-1.0))
    with pytest.raises(AppError, match="description"):
        bundle.save(tmp_path / "model.safetensors", bad, tiny_network().state_dict())
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_former_file(good: Path):
    before = good.read_bytes()
    info, state_dict = bundle.load(good)
    state_dict["classifier.1.bias"][0] = float("nan")
    with pytest.raises(AppError):
        bundle.save(good, info, state_dict)
    assert good.read_bytes() == before
