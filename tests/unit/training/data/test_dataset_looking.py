"""Looking at many files: once, stoppable, and without leaving a trace in the user's folder."""

import hashlib
import os
from pathlib import Path

import pytest

from tests.helpers.datasets import write_dataset
from tests.helpers.pictures import png
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data import inspection
from vgg_desktop.training.data.dataset import open_dataset
from vgg_desktop.training.data.inspection import Seen, inspect
from vgg_desktop.training.progress import CancelledError, never_cancelled, no_progress

RECIPE = make({"val_share": 0.25})


def hashes(folder: Path) -> dict[str, str]:
    return {sample.path: sample.sha256 for sample in open_dataset(folder, recipe=RECIPE).manifest.samples}


def overwrite_keeping_time(file: Path, data: bytes) -> None:
    status = file.stat()
    with file.open("r+b") as stream:
        stream.write(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.fixture
def remembered_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's last change cannot be set back; without this it would take two seconds until it is remembered."""
    monkeypatch.setattr(inspection, "SETTLED_S", 0.0)


def looked(folder: Path, home: Path) -> list[Seen]:
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))
    return inspect(
        folder,
        paths,
        memory_folder=home / "memory",
        workers=1,
        on_progress=no_progress,
        cancelled=never_cancelled,
    )


def forge_memory(home: Path, old: str, new: str) -> None:
    (file,) = (home / "memory").iterdir()
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


@pytest.mark.usefixtures("remembered_at_once")
def test_files_that_nothing_has_happened_to_are_not_decoded_again(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 4})
    (first, *_) = looked(data, tmp_path)
    forge_memory(tmp_path, first.look, "f" * 64)
    assert looked(data, tmp_path)[0].look == "f" * 64


@pytest.mark.usefixtures("remembered_at_once")
def test_a_file_exchanged_for_one_of_equal_size_time_and_inode_is_read_again(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 4})
    before = looked(data, tmp_path)
    file = data / "cat/000.png"
    size = file.stat().st_size
    identity = (size, file.stat().st_mtime_ns, file.stat().st_ino)
    overwrite_keeping_time(file, png(32, 32, seed=98)[:size].ljust(size, b"\0"))
    assert (file.stat().st_size, file.stat().st_mtime_ns, file.stat().st_ino) == identity
    after = looked(data, tmp_path)
    assert after[0].sha256 == hashlib.sha256(file.read_bytes()).hexdigest() != before[0].sha256
    assert [one.sha256 for one in after[1:]] == [one.sha256 for one in before[1:]]


@pytest.mark.usefixtures("remembered_at_once")
def test_a_memory_that_fits_the_times_but_not_the_content_is_found_out(tmp_path: Path):
    """As where a clock was set back, or a file system keeps no times worth the name."""
    data = write_dataset(tmp_path / "data", {"cat": 4, "dog": 4})
    before = looked(data, tmp_path)
    forge_memory(tmp_path, before[2].sha256, "0" * 64)
    forge_memory(tmp_path, before[5].look, "f" * 64)
    assert looked(data, tmp_path)[2] == before[2]


@pytest.mark.usefixtures("remembered_at_once")
def test_where_one_file_moved_the_content_of_all_is_proved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inspection, "_LEAST_SAMPLE", 0)
    data = write_dataset(tmp_path / "data", {"cat": 4, "dog": 4})
    before = looked(data, tmp_path)
    forge_memory(tmp_path, before[2].sha256, "0" * 64)
    assert looked(data, tmp_path)[2].sha256 == "0" * 64
    os.utime(data / "dog/003.png", ns=(1, 1))
    assert [one.sha256 for one in looked(data, tmp_path)] == [one.sha256 for one in before]


@pytest.mark.usefixtures("remembered_at_once")
def test_a_file_with_another_time_is_read_again(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    before = hashes(tmp_path)
    (tmp_path / "cat/000.png").write_bytes(png(32, 32, seed=99))
    after = hashes(tmp_path)
    assert {path for path in before if before[path] != after[path]} == {"cat/000.png"}


def test_a_file_written_a_moment_ago_is_never_remembered(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    before = hashes(tmp_path)
    file = tmp_path / "cat/000.png"
    overwrite_keeping_time(file, png(32, 32, seed=98)[: file.stat().st_size])
    assert hashes(tmp_path)["cat/000.png"] != before["cat/000.png"]


@pytest.mark.usefixtures("remembered_at_once")
def test_damaged_memories_are_as_good_as_none(tmp_path: Path, home: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    before = hashes(tmp_path)
    for file in (home / "cache/looked-at").iterdir():
        file.write_bytes(b"\x93\x01")
    assert hashes(tmp_path) == before


def test_looking_works_where_nothing_can_be_remembered(tmp_path: Path, home: Path):
    write_dataset(tmp_path, {"cat": 4, "dog": 4})
    (home / "cache").write_text("a file where the folder should be")
    assert len(hashes(tmp_path)) == 8


def test_progress_counts_up_to_the_number_of_files(tmp_path: Path):
    write_dataset(tmp_path, {"cat": 100, "dog": 60})
    told: list[tuple[int, int]] = []
    open_dataset(tmp_path, recipe=RECIPE, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(64, 160), (128, 160), (160, 160)]


@pytest.mark.usefixtures("remembered_at_once")
def test_a_cancelled_look_stops_and_keeps_what_it_saw(tmp_path: Path):
    write_dataset(tmp_path / "data", {"cat": 400})
    paths = [f"cat/{number:03}.png" for number in range(400)]
    asked: list[int] = []

    def look(cancelled) -> list:
        return inspect(
            tmp_path / "data",
            paths,
            memory_folder=tmp_path / "memory",
            workers=1,
            on_progress=no_progress,
            cancelled=cancelled,
        )

    with pytest.raises(CancelledError):
        look(lambda: len(asked) > 4 or asked.append(1) is not None)
    seen_before = next((tmp_path / "memory").glob("*.json")).stat().st_size
    assert seen_before > 64 * 60
    assert len(look(never_cancelled)) == 400


def test_nothing_in_the_folder_of_pictures_is_changed(tmp_path: Path):
    data = write_dataset(tmp_path / "data", {"cat": 6, "dog": 6})
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in data.rglob("*") if path.is_file()}
    data.chmod(0o555)
    try:
        open_dataset(data, recipe=RECIPE, manifest=tmp_path / "dataset.json")
    finally:
        data.chmod(0o755)
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in data.rglob("*") if path.is_file()}
    assert after == before
