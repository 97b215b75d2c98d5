"""A large JPEG may shrink while it is decoded, but never so far that it shows."""

import numpy as np
import pytest
from PIL import Image

from tests.helpers.pictures import encode, jpeg, photo
from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.resize import model_square


@pytest.mark.parametrize("size", [(1600, 1200), (1200, 1600), (1025, 2000), (513, 511), (400, 300), (129, 64), (7, 5)])
def test_the_shorter_side_stays_at_least_twice_as_long_as_asked_or_whole(size: tuple[int, int]) -> None:
    data = jpeg(*size)
    for side in (1, 32, 63, 64, 65, 128, 256):
        picture = decode(data, shorter_side_px=side)
        assert min(picture.pixels.shape[:2]) >= min(2 * side, *size)
        assert picture.source_size_px == size


def test_a_large_jpeg_really_becomes_smaller() -> None:
    assert decode(jpeg(2000, 1500), shorter_side_px=128).pixels.shape == (375, 500, 3)


def test_without_the_wish_every_pixel_is_kept() -> None:
    assert decode(jpeg(2000, 1500)).pixels.shape == (1500, 2000, 3)


@pytest.mark.parametrize("pillow_format", ["PNG", "WEBP", "TIFF"])
def test_other_formats_are_never_decoded_smaller(pillow_format: str) -> None:
    assert decode(encode(photo(600, 400), pillow_format), shorter_side_px=16).pixels.shape == (400, 600, 3)


def test_camera_jpegs_with_more_pictures_become_smaller_too() -> None:
    data = encode(photo(1600, 1200), "MPO", save_all=True, append_images=[photo(160, 120)])
    assert decode(data, shorter_side_px=64).pixels.shape == (150, 200, 3)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_printing_inks_become_smaller_too(mode: str) -> None:
    assert decode(encode(photo(1600, 1200).convert(mode), "JPEG"), shorter_side_px=64).pixels.shape == (150, 200, 3)


@pytest.mark.parametrize("size", [(2000, 1500), (1111, 833), (2001, 1501), (2007, 1507)])
@pytest.mark.parametrize("sample", ["coffee.jpg", "cat.jpg"])
def test_what_a_model_sees_of_a_photo_hardly_differs_from_the_whole_photo_resized(sample: str, size) -> None:
    with Image.open(assets_dir() / "samples" / sample) as photograph:
        data = encode(photograph.resize(size), "JPEG", quality=92)
    preprocessing = Preprocessing(resize_px=128, crop_px=112)
    drafted = decode(data, shorter_side_px=128)
    assert drafted.pixels.shape[0] < size[1]
    difference = np.abs(model_square(decode(data), preprocessing).astype(int) - model_square(drafted, preprocessing))
    assert difference.mean() < 0.5
    assert np.percentile(difference, 99.9) <= 4


@pytest.mark.parametrize("size", [(2251, 1501), (1501, 2251), (2000, 1333)])
def test_a_model_sees_no_other_part_of_a_photo_because_it_was_decoded_smaller(size: tuple[int, int]) -> None:
    """Rounded by the smaller picture, the longer side would be one pixel off, and the difference 9 levels."""
    data = jpeg(*size)
    drafted = decode(data, shorter_side_px=64)
    assert drafted.pixels.shape[0] < size[1]
    preprocessing = Preprocessing(resize_px=64, crop_px=64)
    difference = np.abs(model_square(decode(data), preprocessing).astype(int) - model_square(drafted, preprocessing))
    assert difference.mean() < 0.5
