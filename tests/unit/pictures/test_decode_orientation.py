"""A photo is shown the way up it was taken."""

import numpy as np
import pytest
from PIL import Image

from tests.helpers.pictures import encode, jpeg_with_orientation
from vgg_desktop.pictures.decode import decode

# Exif 2.32, 4.6.4 A: what the stored rows need to stand upright, in numpy's words and independent of Pillow's.
UPRIGHT = {
    1: lambda rows: rows,
    2: lambda rows: rows[:, ::-1],
    3: lambda rows: rows[::-1, ::-1],
    4: lambda rows: rows[::-1],
    5: lambda rows: rows.swapaxes(0, 1),
    6: lambda rows: np.rot90(rows, -1),
    7: lambda rows: np.rot90(rows, 2).swapaxes(0, 1),
    8: lambda rows: np.rot90(rows, 1),
}


def quarters() -> Image.Image:
    """48 x 32 with four corners of different colours: no two orientations of it look alike."""
    image = Image.new("RGB", (48, 32), (200, 30, 30))
    image.paste((30, 200, 30), (24, 0, 48, 16))
    image.paste((30, 30, 200), (0, 16, 24, 32))
    image.paste((220, 220, 220), (24, 16, 48, 32))
    return image


def exif(orientation: int) -> Image.Exif:
    block = Image.Exif()
    block[0x0112] = orientation
    return block


def assert_upright(data: bytes, orientation: int, tolerance: int) -> None:
    picture = decode(data)
    expected = UPRIGHT[orientation](np.asarray(quarters()))
    assert picture.source_size_px == (expected.shape[1], expected.shape[0])
    assert picture.pixels.shape == expected.shape
    assert np.abs(picture.pixels.astype(int) - expected).mean() <= tolerance


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_a_jpeg_stands_upright(orientation: int) -> None:
    assert_upright(jpeg_with_orientation(orientation, quarters()), orientation, tolerance=3)


@pytest.mark.parametrize("orientation", UPRIGHT)
@pytest.mark.parametrize(("pillow_format", "options"), [("PNG", {}), ("WEBP", {"lossless": True})])
def test_a_png_or_webp_stands_upright(pillow_format: str, options: dict, orientation: int) -> None:
    data = encode(quarters(), pillow_format, exif=exif(orientation), **options)
    assert_upright(data, orientation, tolerance=0)


@pytest.mark.parametrize("orientation", UPRIGHT)
@pytest.mark.parametrize("compression", [None, "tiff_lzw"])
def test_a_tiff_stands_upright(compression: str | None, orientation: int) -> None:
    data = encode(quarters(), "TIFF", compression=compression, tiffinfo={0x0112: orientation})
    assert_upright(data, orientation, tolerance=0)


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_an_avif_stands_upright(orientation: int) -> None:
    assert_upright(encode(quarters(), "AVIF", quality=95, exif=exif(orientation)), orientation, tolerance=6)


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_a_heic_picture_stands_upright_and_is_not_turned_twice(orientation: int) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    data = encode(quarters(), "HEIF", quality=95, exif=exif(orientation).tobytes())
    assert_upright(data, orientation, tolerance=3)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_means_upright(orientation: int) -> None:
    assert_upright(jpeg_with_orientation(orientation, quarters()), 1, tolerance=3)


@pytest.mark.parametrize("block", [b"Exif\0\0", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12", b"Exif\0\0nonsense" * 9])
def test_a_broken_exif_block_does_not_cost_the_picture(block: bytes) -> None:
    assert_upright(encode(quarters(), "JPEG", quality=95, subsampling=0, exif=block), 1, tolerance=3)


def test_a_large_turned_photo_is_shrunk_while_decoding_and_tells_its_own_size() -> None:
    data = jpeg_with_orientation(6, quarters().resize((960, 640)))
    picture = decode(data, shorter_side_px=40)
    assert picture.source_size_px == (640, 960)
    assert picture.pixels.shape == (120, 80, 3)
