"""The cache of decoded pictures: the right pixels, whatever happened before."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.datasets import write_dataset
from tests.helpers.pictures import write_photo
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.resize import model_square
from vgg_desktop.training.batches import cache as cache_module
from vgg_desktop.training.batches.cache import PictureCache
from vgg_desktop.training.data.dataset import open_dataset
from vgg_desktop.training.data.picture_set import PictureSet, training_preprocessing
from vgg_desktop.training.progress import CancelledError

SMALL = Preprocessing(resize_px=40, crop_px=32)
PLENTY = 10**9


@pytest.fixture
def pictures(tmp_path: Path) -> PictureSet:
    data = write_dataset(tmp_path / "data", {"cat": 12, "dog": 12})
    for number in range(4):
        write_photo(data / f"cat/wide{number}.jpg", 320, 200, seed=number)
    return open_dataset(data, recipe=make({})).train


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cache_module, "_CHUNK_BYTES", 5 * 3 * 32 * 32)


def open_cache(pictures: PictureSet, folder: Path, **options) -> PictureCache:
    settings = {"folder": folder, "limit_bytes": PLENTY, "workers": 2, **options}
    return PictureCache.open(pictures, settings.pop("preprocessing", SMALL), **settings)


def expected(pictures: PictureSet, position: int) -> np.ndarray:
    """What classification shows a network."""
    return model_square(decode(pictures.file(position), shorter_side_px=SMALL.resize_px), SMALL)


def everything(cache: PictureCache) -> np.ndarray:
    return cache.batch(np.arange(len(cache)))


def test_every_picture_is_the_square_that_classification_would_see(pictures: PictureSet, tmp_path: Path):
    cache = open_cache(pictures, tmp_path / "cache")
    stored = everything(cache)
    assert all(np.array_equal(stored[n], expected(pictures, n)) for n in range(len(pictures)))


def test_a_batch_comes_in_the_order_asked_for_into_the_given_array(pictures: PictureSet, tmp_path: Path):
    cache = open_cache(pictures, tmp_path / "cache")
    out = np.zeros((3, 32, 32, 3), np.uint8)
    assert cache.batch(np.array([7, 0, 7]), out) is out
    assert np.array_equal(out, everything(cache)[[7, 0, 7]])


def test_training_squares_keep_the_margin_that_the_centre_crop_cuts_off(pictures: PictureSet, tmp_path: Path):
    cache = open_cache(pictures, tmp_path / "cache", preprocessing=training_preprocessing(SMALL))
    assert cache.side_px == 40
    assert np.array_equal(everything(cache)[0][4:36, 4:36], expected(pictures, 0))


def test_a_second_opening_decodes_nothing(pictures: PictureSet, tmp_path: Path):
    first = everything(open_cache(pictures, tmp_path / "cache"))
    for path in pictures.paths:
        (pictures.root / path).unlink()
    assert np.array_equal(everything(open_cache(pictures, tmp_path / "cache")), first)


def test_other_sizes_and_other_pictures_have_caches_of_their_own(pictures: PictureSet, tmp_path: Path):
    fewer = PictureSet(pictures.root, pictures.paths[1:], pictures.hashes[1:], pictures.targets[1:])
    stored = everything(open_cache(pictures, tmp_path / "cache"))
    assert np.array_equal(everything(open_cache(fewer, tmp_path / "cache")), stored[1:])
    assert open_cache(pictures, tmp_path / "cache", preprocessing=Preprocessing(resize_px=36, crop_px=36)).side_px == 36
    assert len(list((tmp_path / "cache").glob("*.u8"))) == 3


def test_a_cancelled_build_goes_on_where_it_was(pictures: PictureSet, tmp_path: Path):
    ready: list[int] = []
    with pytest.raises(CancelledError):
        open_cache(
            pictures,
            tmp_path / "cache",
            workers=1,
            on_progress=lambda done, _total: ready.append(done),
            cancelled=lambda: len(ready) >= 2,
        )
    assert not list((tmp_path / "cache").glob("*.u8"))
    told: list[int] = []
    cache = open_cache(pictures, tmp_path / "cache", on_progress=lambda done, _total: told.append(done))
    assert told[0] > ready[-1]
    assert told[-1] == len(pictures)
    assert all(np.array_equal(everything(cache)[n], expected(pictures, n)) for n in range(len(pictures)))
    assert [path.suffix for path in sorted((tmp_path / "cache").iterdir())] == [".lock", ".u8"]


KILLED_BUILD = """
import sys, time
from pathlib import Path
import numpy as np
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.training.batches import cache
from vgg_desktop.training.data import picture_set
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.data.dataset import open_dataset
cache._CHUNK_BYTES = 5 * 3 * 32 * 32
cache._SAVE_EVERY_S = 0
def slowly(done, total):
    print(done, flush=True)
    if done >= int(sys.argv[3]):
        time.sleep(1000)
pictures = open_dataset(Path(sys.argv[1]), recipe=make({})).train
small = Preprocessing(resize_px=40, crop_px=32)
cache.PictureCache.open(pictures, small, folder=Path(sys.argv[2]), limit_bytes=10**9, workers=1, on_progress=slowly)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_build_goes_on_where_it_was(pictures: PictureSet, tmp_path: Path):
    arguments = [sys.executable, "-c", KILLED_BUILD, str(pictures.root), str(tmp_path / "cache"), "10"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4]) as build:
        assert build.stdout
        built = [int(build.stdout.readline()) for _ in range(2)][-1]
        build.send_signal(signal.SIGKILL)
    told: list[int] = []
    cache = open_cache(pictures, tmp_path / "cache", on_progress=lambda done, _total: told.append(done))
    assert built < len(pictures)
    assert told[0] > 5
    assert all(np.array_equal(everything(cache)[n], expected(pictures, n)) for n in range(len(pictures)))


def test_what_does_not_fit_is_decoded_when_asked_for(pictures: PictureSet, tmp_path: Path):
    whole = everything(open_cache(pictures, tmp_path / "whole"))
    cache = open_cache(pictures, tmp_path / "cache", limit_bytes=11 * 3 * 32 * 32)
    try:
        assert 0 < cache.stored_count <= 11
        assert cache.is_partial
        order = np.random.default_rng(0).permutation(len(cache))
        assert np.array_equal(cache.batch(order), whole[order])
    finally:
        cache.close()


def test_with_no_room_at_all_every_picture_is_decoded_each_time(pictures: PictureSet, tmp_path: Path):
    cache = open_cache(pictures, tmp_path / "cache", limit_bytes=0)
    try:
        assert cache.stored_count == 0
        assert np.array_equal(cache.batch(np.array([3]))[0], expected(pictures, 3))
    finally:
        cache.close()


def test_a_folder_that_cannot_be_written_means_no_cache_and_no_failure(pictures: PictureSet, tmp_path: Path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = open_cache(pictures, tmp_path / "cache")
    try:
        assert cache.stored_count == 0
        assert np.array_equal(cache.batch(np.array([3]))[0], expected(pictures, 3))
    finally:
        cache.close()


def test_a_full_disk_is_noticed_before_anything_is_written(
    pictures: PictureSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cache_module, "_SPARE_BYTES", 10**18)
    cache = open_cache(pictures, tmp_path / "cache")
    cache.close()
    assert cache.stored_count == 0


def test_caches_that_were_longest_not_used_make_way(pictures: PictureSet, tmp_path: Path):
    size = len(pictures) * 3 * 32 * 32
    sizes = [Preprocessing(resize_px=side, crop_px=32) for side in (32, 33, 34)]
    for age, preprocessing in enumerate(sizes[:2]):
        open_cache(pictures, tmp_path / "cache", preprocessing=preprocessing)
        for file in (tmp_path / "cache").glob("*.u8"):
            os.utime(file, (time.time() - 1000 + age, time.time() - 1000 + age))
    kept = open_cache(pictures, tmp_path / "cache", preprocessing=sizes[0])
    newest = open_cache(pictures, tmp_path / "cache", preprocessing=sizes[2], limit_bytes=2 * size + 20_000)
    assert len(list((tmp_path / "cache").glob("*.u8"))) == 2
    assert everything(kept).shape == everything(newest).shape
    told: list[int] = []
    open_cache(pictures, tmp_path / "cache", preprocessing=sizes[0], on_progress=lambda done, _total: told.append(done))
    assert told == []


@pytest.mark.parametrize("change", ["vanish", "other picture", "garbage"])
def test_a_picture_that_changed_since_it_was_looked_at_is_named(pictures: PictureSet, tmp_path: Path, change: str):
    file = pictures.file(5)
    if change == "vanish":
        file.unlink()
    else:
        file.write_bytes(pictures.file(0).read_bytes() if change == "other picture" else b"garbage")
    with pytest.raises(AppError, match=f"The picture {pictures.paths[5]} changed or vanished while it was needed"):
        open_cache(pictures, tmp_path / "cache")


def test_two_openings_at_once_both_get_the_cache(pictures: PictureSet, tmp_path: Path):
    arguments = [sys.executable, "-c", KILLED_BUILD, str(pictures.root), str(tmp_path / "cache"), "1000000"]
    with (
        subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4]) as one,
        subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4]) as other,
    ):
        outputs = [process.communicate()[0] for process in (one, other)]
    assert [one.returncode, other.returncode] == [0, 0]
    assert sorted(len(output.split()) > 0 for output in outputs) == [False, True]
    cache = open_cache(pictures, tmp_path / "cache")
    assert np.array_equal(everything(cache)[3], expected(pictures, 3))


def stop_half_way(pictures: PictureSet, folder: Path, **options) -> None:
    ready: list[int] = []
    told = {"on_progress": lambda done, _total: ready.append(done), "cancelled": lambda: len(ready) >= 2}
    with pytest.raises(CancelledError):
        open_cache(pictures, folder, workers=1, **told, **options)


@pytest.mark.parametrize("left", ["nothing", "a part of another length"])
def test_notes_of_finished_pictures_are_not_believed_once_the_pixels_are_gone(
    pictures: PictureSet, tmp_path: Path, left: str
):
    stop_half_way(pictures, tmp_path / "cache")
    [part] = (tmp_path / "cache").glob("*.part")
    assert any(part.with_suffix(".done").read_bytes())
    if left == "nothing":
        part.unlink()
    else:
        os.truncate(part, part.stat().st_size - 1)
    cache = open_cache(pictures, tmp_path / "cache")
    assert all(np.array_equal(everything(cache)[n], expected(pictures, n)) for n in range(len(pictures)))


def test_a_half_built_cache_makes_way_as_a_whole(pictures: PictureSet, tmp_path: Path):
    size = len(pictures) * 3 * 32 * 32
    stop_half_way(pictures, tmp_path / "cache")
    open_cache(pictures, tmp_path / "cache", preprocessing=Preprocessing(resize_px=33, crop_px=32), limit_bytes=size)
    assert sorted(path.suffix for path in (tmp_path / "cache").iterdir()) == [".lock", ".lock", ".u8"]


HOLD = (
    "import sys, pathlib; from vgg_desktop.core.files.locks import FileLock;"
    " lock = FileLock(pathlib.Path(sys.argv[1]));"
)


def test_a_cache_that_another_process_is_building_is_left_alone(pictures: PictureSet, tmp_path: Path):
    stop_half_way(pictures, tmp_path / "cache")
    [part] = (tmp_path / "cache").glob("*.part")
    arguments = [sys.executable, "-c", f"{HOLD} print(lock.acquire(), flush=True); sys.stdin.read()"]
    with subprocess.Popen(
        [*arguments, str(part.with_suffix(".lock"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[4],
    ) as builder:
        assert builder.stdout
        builder.stdout.readline()
        other = Preprocessing(resize_px=33, crop_px=32)
        open_cache(pictures, tmp_path / "cache", preprocessing=other, limit_bytes=len(pictures) * 3 * 32 * 32)
        builder.communicate()
    assert part.exists()
    assert part.with_suffix(".done").exists()


def test_a_lower_limit_gives_the_room_of_the_larger_cache_back(pictures: PictureSet, tmp_path: Path):
    whole = everything(open_cache(pictures, tmp_path / "cache")).copy()
    cache = open_cache(pictures, tmp_path / "cache", limit_bytes=11 * 3 * 32 * 32)
    try:
        [file] = (tmp_path / "cache").glob("*.u8")
        assert file.stat().st_size <= 11 * 3 * 32 * 32
        assert np.array_equal(everything(cache), whole)
    finally:
        cache.close()


def test_data_larger_than_the_limit_leave_the_runs_own_other_cache(pictures: PictureSet, tmp_path: Path):
    few = PictureSet(pictures.root, pictures.paths[:4], pictures.hashes[:4], pictures.targets[:4])
    val = open_cache(few, tmp_path / "cache")
    train = open_cache(pictures, tmp_path / "cache", beside=val, limit_bytes=12 * 3 * 32 * 32)
    train.close()
    files = list((tmp_path / "cache").glob("*.u8"))
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) <= 12 * 3 * 32 * 32


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links")
def test_a_file_that_vanishes_while_room_is_made_changes_nothing(pictures: PictureSet, tmp_path: Path):
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "gone.part").symlink_to(tmp_path / "nowhere")
    assert open_cache(pictures, folder).stored_count == len(pictures)
