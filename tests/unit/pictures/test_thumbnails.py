"""Pictures for the eye."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.colour_profiles import swapped_profile
from tests.helpers.pictures import cut_jpeg, encode, jpeg, jpeg_with_orientation, photo, solid, thin_png, write_photo
from vgg_desktop.core.errors import AppError
from vgg_desktop.pictures.thumbnails import ThumbnailCache, preview, thumbnail


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1000, 750), (640, 480)), ((750, 1000), (480, 640)), ((641, 640), (640, 639)), ((640, 640), (640, 640))],
)
@pytest.mark.parametrize("pillow_format", ["JPEG", "BMP"])
def test_a_preview_fits_the_square_and_keeps_the_shape(pillow_format, size, expected) -> None:
    picture = preview(encode(photo(*size), pillow_format), 640)
    assert picture.pixels.shape == (expected[1], expected[0], 3)
    assert picture.source_size_px == size


def test_a_small_picture_is_shown_as_it_is() -> None:
    assert np.array_equal(preview(encode(photo(), "PNG"), 640).pixels, np.asarray(photo()))


def test_a_preview_has_the_colours_of_its_picture() -> None:
    pixels = preview(encode(solid((200, 40, 60), size=(900, 700)), "JPEG", quality=95), 256).pixels
    assert np.abs(pixels.astype(int) - (200, 40, 60)).max() <= 3


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_preview_has_the_colour_profile_applied(mode: str) -> None:
    data = encode(solid((255, 0, 0), size=(900, 700)).convert(mode), "PNG", icc_profile=swapped_profile())
    assert np.unique(preview(data, 256).pixels.reshape(-1, 3), axis=0).tolist() == [[0, 0, 255]]


def test_a_preview_of_a_transparent_picture_is_laid_on_white() -> None:
    data = encode(solid((0, 0, 0, 51), "RGBA", (900, 700)), "PNG")
    assert np.unique(preview(data, 256).pixels) == 204


def test_a_preview_stands_upright() -> None:
    picture = preview(jpeg_with_orientation(6, photo(800, 600)), 200)
    assert picture.pixels.shape == (200, 150, 3)
    assert picture.source_size_px == (600, 800)


def test_the_thinnest_picture_keeps_a_pixel_of_width() -> None:
    assert preview(thin_png(1, 10_000), 100).pixels.shape == (100, 1, 3)


def test_a_preview_of_a_damaged_picture_is_marked() -> None:
    assert preview(cut_jpeg(), 100).damaged


def test_what_is_no_picture_has_no_preview() -> None:
    with pytest.raises(AppError, match="not a readable picture"):
        preview(b"no picture", 100)


def test_a_thumbnail_asked_for_again_is_the_same_one(tmp_path: Path) -> None:
    cache, path = ThumbnailCache(), write_photo(tmp_path / "a.jpg")
    first = cache.get(path)
    assert cache.get(path) is first
    assert np.array_equal(first.pixels, thumbnail(path).pixels)


def test_another_size_is_another_thumbnail(tmp_path: Path) -> None:
    cache, path = ThumbnailCache(), write_photo(tmp_path / "a.jpg")
    assert cache.get(path, 32).pixels.shape == (24, 32, 3)
    assert cache.get(path, 16).pixels.shape == (12, 16, 3)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    cache, path = ThumbnailCache(), write_photo(tmp_path / "a.png", seed=1)
    before = cache.get(path)
    write_photo(path, seed=2)
    os.utime(path, (1, 1))
    assert not np.array_equal(cache.get(path).pixels, before.pixels)


def test_a_deleted_file_has_no_thumbnail_any_more(tmp_path: Path) -> None:
    cache, path = ThumbnailCache(), write_photo(tmp_path / "a.png")
    cache.get(path)
    path.unlink()
    with pytest.raises(AppError, match=r"not there: a\.png"):
        cache.get(path)


def test_memory_is_bounded_and_what_was_seen_last_is_kept(tmp_path: Path) -> None:
    paths = [write_photo(tmp_path / f"{i}.png", seed=i) for i in range(4)]
    cache = ThumbnailCache(capacity_bytes=3 * 64 * 48 * 3)
    first, second, _ = (cache.get(path) for path in paths[:3])
    assert cache.get(paths[0]) is first
    cache.get(paths[3])
    assert cache.get(paths[0]) is first
    assert cache.get(paths[1]) is not second


def test_a_thumbnail_larger_than_the_whole_cache_is_still_shown(tmp_path: Path) -> None:
    path = write_photo(tmp_path / "a.png")
    cache = ThumbnailCache(capacity_bytes=10)
    assert cache.get(path).pixels.shape == (48, 64, 3)
    assert cache.get(path).pixels.shape == (48, 64, 3)


def test_many_threads_may_ask_at_once(tmp_path: Path) -> None:
    paths = [write_photo(tmp_path / f"{i}.jpg", seed=i) for i in range(6)]
    expected = {path: thumbnail(path, 40).pixels for path in paths}
    cache = ThumbnailCache(capacity_bytes=3 * 40 * 30 * 3)
    with ThreadPoolExecutor(8) as pool:
        pictures = list(pool.map(lambda path: cache.get(path, 40), paths * 20))
    assert all(np.array_equal(p.pixels, expected[path]) for path, p in zip(paths * 20, pictures, strict=True))


def test_a_large_photo_is_decoded_no_larger_than_the_preview_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import JpegImagePlugin

    drafted: list[tuple[int, int]] = []
    load = JpegImagePlugin.JpegImageFile.load

    def noting_load(self: JpegImagePlugin.JpegImageFile) -> object:
        drafted.append(self.size)
        return load(self)

    monkeypatch.setattr(JpegImagePlugin.JpegImageFile, "load", noting_load)
    assert preview(jpeg(2400, 1600), 300).pixels.shape == (200, 300, 3)
    assert drafted[-1] == (300, 200)
