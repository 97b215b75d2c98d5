"""A file is hashed when it is new or has changed, and not again otherwise."""

import os
from pathlib import Path

import pytest

from tests.helpers.models import tiny_bundle
from vgg_desktop.core.files import paths
from vgg_desktop.engine.weights import bundle
from vgg_desktop.engine.weights.verified_files import VerifiedFiles

SHA = "ab" * 32


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "model.pth"
    path.write_bytes(b"weights")
    return path


def test_a_new_file_is_unknown(file: Path):
    assert VerifiedFiles().sha256_of(file) is None


def test_a_checked_file_is_remembered_also_by_another_process(file: Path):
    VerifiedFiles().remember(file, SHA)
    assert VerifiedFiles().sha256_of(file) == SHA


def test_another_size_time_inode_or_status_time_makes_it_unknown_again(file: Path):
    for change in (grow, touch, replace, alter_and_set_the_time_back):
        VerifiedFiles().remember(file, SHA)
        change(file)
        assert VerifiedFiles().sha256_of(file) is None, change.__name__


def grow(file: Path) -> None:
    status = file.stat()
    file.write_bytes(b"more weights")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def touch(file: Path) -> None:
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000))


def alter_and_set_the_time_back(file: Path) -> None:
    status = file.stat()
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace(file: Path) -> None:
    status = file.stat()
    other = file.with_name("other")
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)


def test_a_distrusted_file_is_hashed_again_and_its_former_content_stays_known(file: Path):
    VerifiedFiles().remember(file, SHA)
    VerifiedFiles().distrust(file)
    assert VerifiedFiles().sha256_of(file) is None
    assert VerifiedFiles().is_altered(file, "cd" * 32)
    assert not VerifiedFiles().is_altered(file, SHA)


def test_only_the_latest_files_are_kept(tmp_path: Path):
    memory = VerifiedFiles(tmp_path / "memory.json", kept=2)
    for name in "abc":
        (tmp_path / name).write_bytes(b"")
        memory.remember(tmp_path / name, SHA)
    assert [memory.sha256_of(tmp_path / name) for name in "abc"] == [None, SHA, SHA]


@pytest.mark.parametrize("content", [b"", b"{", b'{"a": 1}', b"[]", b"\xff"])
def test_a_broken_memory_costs_only_a_hash(file: Path, tmp_path: Path, content: bytes):
    memory = tmp_path / "memory.json"
    memory.write_bytes(content)
    assert VerifiedFiles(memory).sha256_of(file) is None
    VerifiedFiles(memory).remember(file, SHA)
    assert VerifiedFiles(memory).sha256_of(file) == SHA


def test_a_cache_that_cannot_be_written_is_done_without(file: Path, tmp_path: Path):
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    VerifiedFiles(blocked / "memory.json").remember(file, SHA)
    VerifiedFiles(blocked / "memory.json").distrust(file)
    assert VerifiedFiles(blocked / "memory.json").sha256_of(file) is None


def test_a_file_whose_name_is_no_text_is_remembered(tmp_path: Path):
    try:
        odd = tmp_path / os.fsdecode(b"w\xff.pth")
        odd.write_bytes(b"weights")
    except (OSError, ValueError):
        pytest.skip("this file system has no such names")
    VerifiedFiles().remember(odd, SHA)
    assert VerifiedFiles().sha256_of(odd) == SHA


def test_a_bundle_is_hashed_once_and_again_when_it_changes(tmp_path: Path):
    path = tiny_bundle(tmp_path / "model.safetensors")
    assert [bundle.read(path, is_quick=True).is_fresh for _ in range(3)] == [True, False, False]
    assert bundle.read(path).is_fresh
    touch(path)
    assert bundle.read(path, is_quick=True).is_fresh


def test_a_damaged_bundle_is_never_remembered_as_whole(tmp_path: Path):
    path = tiny_bundle(tmp_path / "model.safetensors")
    data = bytearray(path.read_bytes())
    data[-3] ^= 4
    path.write_bytes(data)
    for _ in range(2):
        with pytest.raises(Exception, match="checksum"):
            bundle.read(path)
    assert not (paths.cache_dir() / "verified-files.json").exists()
