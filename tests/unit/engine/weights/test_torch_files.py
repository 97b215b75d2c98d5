"""A .pth file from anywhere: nothing in it runs, and nothing in it eats the machine."""

import collections
import contextlib
import os
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.helpers.models import tiny_network
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.weights.torch_files import read_tensors

OLD = {"_use_new_zipfile_serialization": False}
FORMATS = pytest.mark.parametrize("options", [{}, OLD], ids=["archive", "old format"])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    torch.save(tiny_network().state_dict(), tmp_path / "weights.pth")
    return tmp_path / "weights.pth"


def refusal(path: Path) -> AppError:
    with pytest.raises(AppError) as caught:
        read_tensors(path)
    assert path.name in caught.value.summary
    return caught.value


class Hostile:
    """Unpickled by anything careless, it leaves a trace."""

    def __init__(self, trace: Path) -> None:
        self._trace = trace

    def __reduce__(self):
        return os.mkdir, (str(self._trace),)


def archive(path: Path, pickled: bytes, *, compression: int = zipfile.ZIP_STORED, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w", compression) as file:
        file.writestr("archive/data.pkl", pickled)
        file.writestr("archive/version", b"3\n")
        for name, content in entries.items():
            file.writestr(f"archive/data/{name}", content)
    return path


@FORMATS
def test_tensors_come_back_exactly(tmp_path: Path, options: dict):
    weights = tiny_network().state_dict()
    torch.save(weights, tmp_path / "weights.pth", **options)
    read = read_tensors(tmp_path / "weights.pth")
    assert list(read) == list(weights)
    assert all(torch.equal(read[name], tensor) for name, tensor in weights.items())


@FORMATS
def test_parameters_of_all_common_kinds_are_read(tmp_path: Path, options: dict):
    kinds = [torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.int64]
    weights = {str(kind): torch.ones(3, dtype=kind) for kind in kinds}
    weights["parameter"] = torch.nn.Parameter(torch.ones(2))
    torch.save(collections.OrderedDict(weights), tmp_path / "weights.pth", **options)
    assert all(torch.equal(read_tensors(tmp_path / "weights.pth")[k], v) for k, v in weights.items())


@FORMATS
def test_a_hostile_object_is_refused_and_never_runs(tmp_path: Path, options: dict):
    trace = tmp_path / "trace"
    torch.save({"features.0.weight": Hostile(trace)}, tmp_path / "evil.pth", **options)
    error = refusal(tmp_path / "evil.pth")
    assert "holds more than weights and was not opened" in error.summary
    assert "mkdir" in error.detail
    assert not trace.exists()


@pytest.mark.parametrize("protocol", range(6))
def test_a_plain_pickle_of_any_protocol_never_runs(tmp_path: Path, protocol: int):
    trace = tmp_path / "trace"
    (tmp_path / "evil.pth").write_bytes(pickle.dumps(Hostile(trace), protocol))
    refusal(tmp_path / "evil.pth")
    assert not trace.exists()


@pytest.mark.parametrize("protocol", range(6))
def test_a_pickle_in_an_archive_never_runs(tmp_path: Path, protocol: int):
    trace = tmp_path / "trace"
    refusal(archive(tmp_path / "evil.pth", pickle.dumps(Hostile(trace), protocol)))
    assert not trace.exists()


def test_a_whole_pickled_model_is_refused_with_what_to_do(tmp_path: Path):
    torch.save(tiny_network(), tmp_path / "model.pth")
    error = refusal(tmp_path / "model.pth")
    assert "holds more than weights" in error.summary
    assert "state_dict()" in error.hint


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux's")
def test_a_pickle_that_asks_for_gigabytes_gets_nothing(tmp_path: Path):
    """bytearray(3 * 10**9) is within what torch.load(weights_only=True) allows."""
    asks = b"\x80\x02cbuiltins\nbytearray\n\x8a\x06" + (3 * 10**9).to_bytes(6, "little") + b"\x85R."
    path = archive(tmp_path / "greedy.pth", asks)
    script = f"""
import resource, pathlib
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.weights.torch_files import read_tensors
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_tensors(pathlib.Path({str(path)!r}))
except AppError as error:
    assert "holds more than weights" in error.summary, error
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
assert grown < 200_000, f"{{grown}} KB"
print("refused")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "refused\n", done.stderr


PROTO = b"\x80\x02"


def nested(count: int) -> bytes:
    """A tuple in a tuple in a tuple: hashing it takes the processor's stack."""
    return b")" + b"\x85" * count


def doubled(count: int) -> bytes:
    """(t, t) of (t, t): hashing it takes twice as long with each."""
    return b")" + b"2\x86" * count


def memo_at(index: int) -> bytes:
    return b")r" + index.to_bytes(4, "little") + b"0"


ENDLESS = {
    "nested tuple as a key": PROTO + b"}" + nested(300_000) + b"K\x01s.",
    "nested tuple as one of many keys": PROTO + b"}(" + nested(300_000) + b"K\x01u.",
    "doubled tuple as a key": PROTO + b"}" + doubled(300) + b"K\x01s.",
    "doubled tuple in a dict of protocol 0": b"(" + doubled(300) + b"K\x01d.",
    "doubled tuple in an ordered dict": PROTO + b"ccollections\nOrderedDict\n(]" + doubled(300) + b"K\x01\x86a\x85R.",
    "doubled tuple in a set": b"\x80\x04\x8f(" + doubled(300) + b"\x90.",
    "doubled tuple in a frozen set": b"\x80\x04(" + doubled(300) + b"\x91.",
    "doubled tuple as a storage": PROTO + b"(X\x07\0\0\0storage" + doubled(300) + b"X\1\0\0\0aX\1\0\0\0bK\1tQ.",
    "nested lists": PROTO + b"]" * 300_000 + b"a" * 299_999 + b".",
    "a memo of four billion": PROTO + memo_at(2**32 - 1) + b"}.",
    "bytes of 12 GB": b"\x80\x04\x8e" + (12 * 10**9).to_bytes(8, "little") + b".",
    "bytearray of 12 GB": b"\x80\x05\x96" + (12 * 10**9).to_bytes(8, "little") + b".",
    "text of 4 GB": PROTO + b"X" + (2**32 - 1).to_bytes(4, "little") + b".",
    "a frame of 12 GB": b"\x80\x04\x95" + (12 * 10**9).to_bytes(8, "little") + b".",
    "a long number": PROTO + b"}X\1\0\0\0a\x8b" + (10**6).to_bytes(4, "little") + b"\x7f" * 10**6 + b"s.",
    "a name of a million letters": PROTO + b"}X" + (10**6).to_bytes(4, "little") + b"m" * 10**6 + b"K\x01s.",
    "100,000 times module.": PROTO + b"}X" + (700_000).to_bytes(4, "little") + b"module." * 100_000 + b"K\x01s.",
    "four million lists": PROTO + b"(" + b"]" * 4_000_000 + b"l.",
    "stop at once": PROTO + b".",
    "marks": PROTO + b"(" * 300_000 + b".",
    "an extension": PROTO + b"\x82\x01.",
    "a tensor without a storage": PROTO + b"}X\1\0\0\0actorch._utils\n_rebuild_tensor_v2\n(K\1K\0))NNtRs.",
    "a class of its own state": PROTO + b"ccollections\nOrderedDict\n)R}X\7\0\0\0__len__K\1sb.",
}


def in_the_old_format(pickled: bytes) -> bytes:
    first = [pickle.dumps(one, 2) for one in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True})]
    return b"".join(first) + pickled + pickle.dumps([], 2)


@pytest.mark.parametrize("name", ENDLESS)
@pytest.mark.parametrize("is_archive", [True, False])
def test_a_description_made_to_crash_or_hang_is_refused_soon(tmp_path: Path, name: str, is_archive: bool):
    path = tmp_path / "endless.pth"
    if is_archive:
        archive(path, ENDLESS[name])
    else:
        path.write_bytes(in_the_old_format(ENDLESS[name]))
    refusal(path)


def test_keys_that_are_no_names_are_told_as_such(tmp_path: Path):
    assert "have no names" in refusal(archive(tmp_path / "a.pth", ENDLESS["doubled tuple as a key"])).summary


@pytest.mark.parametrize("names", [("DATA.PKL",), ("Data.Pkl",), ("data.pkl", "DATA.PKL"), ("Data.Pkl", "data.pkl")])
def test_a_second_description_under_a_name_that_differs_in_case_is_refused(tmp_path: Path, names: tuple[str, ...]):
    """torch finds the entries of its archives without regard to case."""
    asks = b"\x80\x02cbuiltins\nbytearray\n\x8a\x06" + (12 * 10**9).to_bytes(6, "little") + b"\x85R."
    with zipfile.ZipFile(tmp_path / "two.pth", "w") as file:
        for name in names:
            file.writestr(f"archive/{name}", b"\x80\x02}." if name == "data.pkl" else asks)
    assert "two entries of one name" in refusal(tmp_path / "two.pth").summary


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_is_there_twice_is_refused(good: Path):
    with zipfile.ZipFile(good, "a") as file:
        file.writestr(file.namelist()[0], b"\x80\x02}.")
    assert "two entries of one name" in refusal(good).summary


def test_a_torchscript_file_is_called_one(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "script.pt", "w") as file:
        for name in ("data.pkl", "code/__torch__.py", "constants.pkl", "version"):
            file.writestr(f"script/{name}", b"\x80\x02}.")
    error = refusal(tmp_path / "script.pt")
    assert "TorchScript" in error.summary
    assert "state_dict()" in error.hint


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes and devices")
def test_a_pipe_a_device_and_a_folder_are_refused_at_once(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.pth")
    assert "pipe or a device" in refusal(tmp_path / "pipe.pth").summary
    assert "pipe or a device" in refusal(Path("/dev/zero")).summary
    assert "directory" in refusal(tmp_path).summary


def test_modules_of_the_current_folder_and_of_the_environment_are_not_executed(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("json", "pickle", "struct", "zipfile", "collections", "sitecustomize", "usercustomize", "torch"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'executed')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read_tensors(good)
    assert not (tmp_path / "executed").exists()


def test_tensors_that_share_numbers_and_views_come_back_exactly(tmp_path: Path):
    numbers = torch.arange(24.0).reshape(4, 6)
    weights = {"a": numbers, "b": numbers, "turned": numbers.T, "part": numbers[1:3, 2:], "none": torch.zeros(0, 3)}
    weights |= {"scalar": torch.tensor(3)}
    for options in ({}, OLD):
        torch.save(weights | {"padding": torch.zeros(200)}, tmp_path / "views.pth", **options)
        read = read_tensors(tmp_path / "views.pth")
        assert all(torch.equal(read[name], tensor) for name, tensor in weights.items())


def test_tensors_larger_than_their_file_are_refused(tmp_path: Path):
    torch.save({"features.0.weight": torch.zeros(1).expand(10**6, 10**6)}, tmp_path / "wide.pth")
    assert "larger than the file" in refusal(tmp_path / "wide.pth").summary


def test_a_zip_bomb_is_refused(tmp_path: Path):
    path = archive(tmp_path / "bomb.pth", b"\x80\x02}.", compression=zipfile.ZIP_DEFLATED, a=bytes(50_000_000))
    assert path.stat().st_size < 1_000_000
    assert "would unpack to more than it is" in refusal(path).summary


def test_an_archive_that_lies_about_its_sizes_is_refused(good: Path):
    """Every entry says that it is 4 GB, in the directory at the end."""
    data = bytearray(good.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at != -1:
        data[at + 20 : at + 28] = b"\xfe\xff\xff\xff" * 2
        at = data.find(b"PK\x01\x02", at + 4)
    good.write_bytes(data)
    assert "would unpack to more than it is" in refusal(good).summary


def test_an_archive_of_countless_entries_is_refused(tmp_path: Path):
    path = archive(tmp_path / "many.pth", b"\x80\x02}.", **{str(number): b"" for number in range(10_001)})
    assert "would unpack" in refusal(path).summary


def test_a_flipped_bit_that_torch_would_not_see_is_noticed(good: Path):
    data = bytearray(good.read_bytes())
    with zipfile.ZipFile(good) as file:
        largest = max(file.infolist(), key=lambda entry: entry.file_size)
    data[largest.header_offset + 1000] ^= 1
    good.write_bytes(data)
    torch.load(good, weights_only=True)
    assert "does not match its checksums" in refusal(good).summary


def test_checked_content_need_not_be_checked_again(good: Path):
    read_tensors(good, check_content=False)


@FORMATS
@pytest.mark.parametrize("share", [0.02, 0.5, 0.99])
def test_a_file_that_is_cut_short_is_damaged(tmp_path: Path, options: dict, share: float):
    path = tmp_path / "cut.pth"
    torch.save(tiny_network().state_dict(), path, **options)
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    assert "is damaged" in refusal(path).summary


@pytest.mark.parametrize(
    "content",
    [b"<!doctype html><p>404", b"\x00" * 100, b"PK", b"PK\x03\x04 and no more", b"\x80", b"\x80\x02.", b"\x80\x02}."],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes):
    (tmp_path / "odd.pth").write_bytes(content)
    refusal(tmp_path / "odd.pth")


def test_an_empty_file_is_called_empty(tmp_path: Path):
    (tmp_path / "empty.pth").write_bytes(b"")
    assert "it is empty" in refusal(tmp_path / "empty.pth").summary


@pytest.mark.parametrize(
    "content", [{}, [torch.zeros(2)], {"a": 1}, {"a": torch.zeros(2), "b": "text"}, torch.zeros(2), 7]
)
def test_files_without_a_state_dict_are_refused(tmp_path: Path, content: object):
    torch.save(content, tmp_path / "other.pth")
    assert "is not a weights file" in refusal(tmp_path / "other.pth").summary


def test_sparse_tensors_are_refused(tmp_path: Path):
    torch.save({"a": torch.eye(3).to_sparse()}, tmp_path / "sparse.pth")
    refusal(tmp_path / "sparse.pth")


def test_any_garbled_file_gives_an_answer_or_one_sentence(good: Path):
    """Whatever bytes are changed, nothing but AppError comes out."""
    original = good.read_bytes()
    random = np.random.default_rng(7)
    for _ in range(60):
        data = bytearray(original)
        for position in random.integers(0, 3000, 3):
            data[position] = random.integers(0, 256)
        good.write_bytes(data)
        with contextlib.suppress(AppError):
            read_tensors(good)


def test_a_missing_file_is_told(tmp_path: Path):
    assert "There is no weights file" in refusal(tmp_path / "gone.pth").summary
