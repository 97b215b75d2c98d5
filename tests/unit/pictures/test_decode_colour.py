"""Colours of every kind arrive as 8-bit sRGB."""

import io
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image, ImageCms

from tests.helpers.colour_profiles import linear_grey_profile, srgb_profile, swapped_profile
from tests.helpers.pictures import encode, photo, solid
from vgg_desktop.pictures.decode import decode

RED, WHITE = (200, 40, 60), (255, 255, 255)


def colour_of(data: bytes) -> tuple[int, ...]:
    """The one colour that the whole decoded picture has."""
    pixels = decode(data).pixels.reshape(-1, 3)
    assert (pixels == pixels[0]).all()
    return tuple(int(level) for level in pixels[0])


def grey_picture(values: np.ndarray, pillow_format: str = "TIFF", **options: object) -> np.ndarray:
    """The levels that a one-channel picture of these values is decoded to."""
    pixels = decode(encode(Image.fromarray(values), pillow_format, **options)).pixels
    assert (pixels[..., 0] == pixels[..., 1]).all()
    assert (pixels[..., 0] == pixels[..., 2]).all()
    return pixels[..., 0]


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("1", 1, WHITE),
        ("L", 77, (77, 77, 77)),
        ("LA", (77, 255), (77, 77, 77)),
        ("RGB", RED, RED),
        ("RGBA", (*RED, 255), RED),
        ("RGBA", (*RED, 0), WHITE),
        ("LA", (77, 0), WHITE),
        ("RGBA", (0, 0, 0, 51), (204, 204, 204)),
        ("LA", (0, 51), (204, 204, 204)),
    ],
)
@pytest.mark.parametrize("pillow_format", ["PNG", "TIFF"])
def test_each_mode_gives_its_colour_and_transparency_shows_white(pillow_format, mode, colour, expected) -> None:
    assert colour_of(encode(solid(colour, mode), pillow_format)) == expected


@pytest.mark.parametrize("pillow_format", ["PNG", "GIF", "BMP", "TIFF"])
def test_a_palette_picture_gives_the_colours_of_its_palette(pillow_format: str) -> None:
    image = solid(RED).quantize(4)
    assert image.mode == "P"
    assert colour_of(encode(image, pillow_format)) == RED


@pytest.mark.parametrize("pillow_format", ["PNG", "GIF"])
def test_the_transparent_colour_of_a_palette_shows_white(pillow_format: str) -> None:
    image = Image.new("P", (4, 4), 1)
    image.putpalette([0, 0, 0, *RED])
    image.putpixel((2, 3), 0)
    pixels = decode(encode(image, pillow_format, transparency=0)).pixels
    assert tuple(pixels[3, 2]) == WHITE
    assert tuple(pixels[0, 0]) == RED


def test_a_palette_with_half_transparent_entries_is_laid_on_white() -> None:
    image = Image.new("P", (4, 4), 1)
    image.putpalette([9, 9, 9, 0, 0, 0])
    assert colour_of(encode(image, "PNG", transparency=bytes([255, 51]))) == (204, 204, 204)


@pytest.mark.parametrize(("mode", "colour"), [("L", 77), ("RGB", RED)])
def test_the_one_transparent_colour_of_a_png_shows_white(mode: str, colour: object) -> None:
    image = solid(colour, mode)
    image.putpixel((0, 0), 0 if mode == "L" else (0, 0, 0))
    pixels = decode(encode(image, "PNG", transparency=colour)).pixels
    assert tuple(pixels[2, 2]) == WHITE
    assert tuple(pixels[0, 0]) == (0, 0, 0)


def test_a_jpeg_of_printing_inks_is_not_shown_as_its_negative() -> None:
    dark_blue = encode(solid((255, 255, 0, 128), "CMYK", (32, 32)), "JPEG", quality=98)
    red, green, blue = colour_of(dark_blue)
    assert max(red, green) < 6
    assert 115 < blue < 140


@pytest.mark.parametrize("compression", [None, "tiff_lzw"])
def test_a_tiff_of_printing_inks_gives_the_printed_colour(compression: str | None) -> None:
    assert colour_of(encode(solid((0, 255, 255, 0), "CMYK"), "TIFF", compression=compression)) == (255, 0, 0)


def test_a_lab_picture_gives_the_same_colour_as_its_rgb_twin() -> None:
    lab = ImageCms.applyTransform(
        solid(RED),
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"),
    )
    assert np.abs(np.subtract(colour_of(encode(lab, "TIFF")), RED)).max() <= 2


def test_sixteen_bit_grey_is_scaled_by_its_full_range() -> None:
    values = np.array([[0, 128, 257, 32896, 65535, 65406, 65407, 1000]], dtype=np.uint16)
    expected = [[0, 0, 1, 128, 255, 254, 255, 4]]
    for pillow_format in ("PNG", "TIFF"):
        assert grey_picture(values, pillow_format).tolist() == expected


def test_sixteen_bit_grey_of_the_other_byte_order_is_the_same() -> None:
    values = np.array([[0, 257, 32896, 65535]], dtype=np.uint16)
    image = Image.frombytes("I;16B", (4, 1), values.astype(">u2").tobytes())
    assert decode(encode(image, "TIFF")).pixels[0, :, 1].tolist() == [0, 1, 128, 255]


def test_the_transparent_grey_of_a_sixteen_bit_png_shows_white() -> None:
    image = Image.fromarray(np.array([[0, 30000, 30001]], dtype=np.uint16))
    assert decode(encode(image, "PNG", transparency=30000)).pixels[0, :, 0].tolist() == [0, 255, 117]


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        ([0, 100, 255], [0, 100, 255]),
        ([0, 32896, 65535], [0, 128, 255]),
        ([0, 70000, 140000], [0, 128, 255]),
        ([-100, 0, 100], [0, 128, 255]),
        ([-(2**31), 0, 2**31 - 1], [0, 128, 255]),
        ([7, 7, 7], [7, 7, 7]),
        ([-7, -7, -7], [0, 0, 0]),
    ],
)
def test_wide_integers_are_scaled_by_the_range_they_fill(values: list[int], levels: list[int]) -> None:
    assert grey_picture(np.array([values], dtype=np.int32)).tolist() == [levels]


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255]),
        ([0.0, 100.0, 255.0], [0, 100, 255]),
        ([0.0, 32896.0, 65535.0], [0, 128, 255]),
        ([-1.0, 0.0, 1.0], [0, 128, 255]),
        ([-3e38, 0.0, 3e38], [0, 128, 255]),
        ([np.nan, 0.5, 1.0], [128, 128, 255]),
        ([-np.inf, 0.0, np.inf], [0, 0, 0]),
        ([np.nan, np.nan, np.nan], [0, 0, 0]),
        ([0.0, 0.0, 0.0], [0, 0, 0]),
    ],
)
def test_floats_are_scaled_by_the_range_they_fill_and_survive_what_is_no_number(values, levels) -> None:
    assert grey_picture(np.array([values], dtype=np.float32)).tolist() == [levels]


def test_a_colour_profile_is_applied() -> None:
    red, green, blue = colour_of(encode(solid((255, 0, 0)), "PNG", icc_profile=swapped_profile()))
    assert (red, green, blue) == (0, 0, 255)


def test_a_colour_profile_is_applied_under_transparency_too() -> None:
    data = encode(solid((255, 0, 0, 51), "RGBA"), "PNG", icc_profile=swapped_profile())
    assert colour_of(data) == (204, 204, 255)


def test_a_picture_that_is_srgb_already_keeps_its_pixels_exactly() -> None:
    data = encode(photo(), "PNG", icc_profile=srgb_profile())
    assert np.array_equal(decode(data).pixels, np.asarray(photo()))


@pytest.mark.parametrize("broken", [b"not a profile", srgb_profile()[:200], b"\x00" * 400])
def test_a_broken_colour_profile_is_ignored(broken: bytes) -> None:
    for data in (encode(photo(), "PNG", icc_profile=broken), encode(photo(), "TIFF", icc_profile=broken)):
        assert np.array_equal(decode(data).pixels, np.asarray(photo()))


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_profile_for_another_kind_of_colour_is_ignored(mode: str) -> None:
    image = solid(77, "L") if mode == "L" else solid((0, 255, 255, 0), "CMYK")
    plain, profiled = encode(image, "TIFF"), encode(image, "TIFF", icc_profile=swapped_profile())
    assert colour_of(plain) == colour_of(profiled)


def test_many_threads_may_use_one_profile() -> None:
    datas = [encode(photo(200, 150, seed), "PNG", icc_profile=swapped_profile()) for seed in range(4)]
    alone = [decode(data).pixels for data in datas]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(decode, datas * 10))
    assert all(np.array_equal(picture.pixels, alone[i % 4]) for i, picture in enumerate(together))


def test_a_grey_profile_is_applied_to_a_grey_picture() -> None:
    linear = linear_grey_profile()
    assert 180 < colour_of(encode(solid(128, "L"), "PNG", icc_profile=linear))[0] < 195


def test_the_smallest_grey_profile_is_one_that_the_colour_engine_accepts() -> None:
    opened = ImageCms.getOpenProfile(io.BytesIO(linear_grey_profile()))
    assert opened.profile.xcolor_space.strip() == "GRAY"
