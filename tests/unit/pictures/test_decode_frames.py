"""What else a file holds is mentioned, and what cannot be shrunk is decoded whole."""

import numpy as np
import pytest

from tests.helpers.deep_pictures import deep_tiff
from tests.helpers.lossless_jpeg import lossless_jpeg
from tests.helpers.pictures import encode, jpeg, photo, png, solid
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.jpeg_markers import is_lossless
from vgg_desktop.pictures.thumbnails import thumbnail

ANIMATION = ("The file is an animation; its first frame was taken.",)


@pytest.mark.parametrize("pillow_format", ["GIF", "PNG", "WEBP", "AVIF"])
def test_that_a_picture_is_the_first_of_an_animation_is_said(pillow_format: str) -> None:
    frames = [solid((250, 10, 10), size=(40, 30)), solid((10, 10, 250), size=(40, 30))]
    moving = decode(encode(frames[0], pillow_format, save_all=True, append_images=frames[1:]))
    assert (moving.notes, moving.damaged) == (ANIMATION, False)
    assert decode(encode(frames[0], pillow_format)).notes == ()


def test_how_many_pages_a_tiff_has_is_said() -> None:
    pages = [photo(seed=seed) for seed in range(3)]
    picture = decode(encode(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    assert picture.notes == ("The file has 3 pages; the first was taken.",)
    assert np.array_equal(picture.pixels, np.asarray(pages[0]))


def test_a_smaller_copy_beside_a_page_is_no_page() -> None:
    assert decode(deep_tiff(np.zeros((4, 4), np.uint8), tags={254: 1}, pages=2)).notes == ()


def test_the_previews_behind_a_telephones_jpeg_are_no_news() -> None:
    assert decode(encode(photo(), "MPO", save_all=True, append_images=[photo(seed=1)])).notes == ()


def test_a_lossless_jpeg_is_decoded_whole_whatever_size_is_asked_for() -> None:
    levels = np.asarray(photo(320, 240).convert("L"))
    data = lossless_jpeg(levels)
    assert is_lossless(data)
    for picture in (decode(data), decode(data, shorter_side_px=32)):
        assert not picture.damaged
        assert np.array_equal(picture.pixels[..., 0], levels)
    assert thumbnail(data).pixels.shape == (96, 128, 3)
    assert not is_lossless(jpeg())
    assert not is_lossless(png())
