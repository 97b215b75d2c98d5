"""Pictures of more than 8 bits show what they hold, and say where white was guessed."""

import struct

import numpy as np
import pytest
from PIL import Image

from tests.helpers.deep_pictures import deep_png, deep_tiff
from tests.helpers.pictures import encode
from vgg_desktop.core.model.model_info import Depth
from vgg_desktop.pictures.decode import Picture, decode
from vgg_desktop.pictures.depth import Values

MAX_SAMPLE_VALUE, SMALLEST, GREATEST = 281, 340, 341


def grey(data: bytes, depth: Depth | None = None) -> tuple[list[int], tuple[str, ...]]:
    """The levels of the first row, and the notes."""
    picture = decode(data, depth=depth or Depth())
    assert picture.damaged is False
    assert (picture.pixels[..., 0] == picture.pixels[..., 2]).all()
    return picture.pixels[0, :, 0].tolist(), picture.notes


def row(*values: float, dtype: str = "u2") -> np.ndarray:
    return np.array([values], dtype=dtype)


def noted(low: str, high: str, reason: str = "by the picture's own values") -> tuple[str, ...]:
    return (f"The file does not say which values are black and white: {low} and {high} were taken, {reason}.",)


@pytest.mark.parametrize(("bits", "white"), [(10, 1023), (12, 4095), (14, 16383)])
def test_fewer_bits_than_sixteen_are_seen_by_what_a_png_says(bits: int, white: int) -> None:
    half = white // 2
    assert grey(deep_png(row(0, half, half), bits)) == ([0, 127, 127], ())
    assert grey(deep_png(row(0, half, white), bits)) == ([0, 127, 255], ())


def test_a_png_whose_bits_were_widened_to_sixteen_as_its_standard_asks_is_not_widened_again() -> None:
    assert grey(deep_png(row(0, 32768, 65535), 12)) == ([0, 128, 255], ())
    dark = np.arange(0, 4096, 16, dtype=np.uint16)[None]
    assert grey(deep_png(dark, 12)) == (np.rint(dark[0].astype(float) * 255 / 65535).astype(int).tolist(), ())


@pytest.mark.parametrize(
    ("brightest", "white"), [(200, 255), (700, 1023), (4095, 4095), (3000, 4095), (16000, 16383), (40000, 65535)]
)
@pytest.mark.parametrize("write", [deep_png, deep_tiff])
def test_where_nothing_is_said_the_smallest_customary_range_is_taken_and_said(write, brightest, white) -> None:
    levels, notes = grey(write(row(0, brightest // 2, brightest)))
    assert levels == [round(value * 255 / white) for value in (0, brightest // 2, brightest)]
    assert notes == (() if white == 65535 else noted("0", f"{white:,}"))


def test_the_tags_of_a_tiff_say_what_is_white() -> None:
    assert grey(deep_tiff(row(0, 2048, 2048), tags={MAX_SAMPLE_VALUE: 4095})) == ([0, 128, 128], ())
    assert grey(deep_tiff(row(0, 100, 100), tags={MAX_SAMPLE_VALUE: 65535})) == ([0, 0, 0], ())
    tags = {SMALLEST: 0.0, GREATEST: 720.0}
    assert grey(deep_tiff(row(0, 360, 36, dtype="f4"), tags=tags)) == ([0, 128, 13], ())
    # A tag that the values belie says nothing.
    assert grey(deep_tiff(row(0, 3000), tags={MAX_SAMPLE_VALUE: 1023})) == ([0, 187], noted("0", "4,095"))


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("deflated", [False, True])
@pytest.mark.parametrize(
    ("values", "levels", "notes"),
    [
        (row(0, 32768, 65535), [0, 128, 255], ()),
        (row(-1024, 0, 3072, dtype="i2"), [0, 64, 255], noted("-1,024", "3,072")),
        (row(0, 2**31, 2**32 - 1, dtype="u4"), [0, 128, 255], noted("0", "4.29497e+09")),
        (row(-(2**31), 0, 2**31 - 1, dtype="i4"), [0, 128, 255], noted("-2.14748e+09", "2.14748e+09")),
        (row(0, 2000, 4000, dtype="i4"), [0, 125, 249], noted("0", "4,095")),
        (row(0, 0.5, 1, dtype="f4"), [0, 128, 255], ()),
        (row(0, 360, 720, dtype="f4"), [0, 128, 255], noted("0", "720")),
        (row(0, 100, 255, dtype="f4"), [0, 100, 255], noted("0", "255")),
        (row(0, 360, 720, dtype="f8"), [0, 128, 255], noted("0", "720")),
    ],
)
def test_each_kind_of_number_gives_its_levels_in_both_byte_orders_packed_or_not(
    values, levels, notes, order, deflated
) -> None:
    assert grey(deep_tiff(values, order=order, deflated=deflated)) == (levels, notes)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("dtype", ["u2", "u4", "f4", "i2"])
def test_white_as_zero_is_no_negative(order: str, dtype: str) -> None:
    data = deep_tiff(row(0, 0, 1, dtype=dtype) * (1 if dtype == "f4" else 30000), order=order, white_is_zero=True)
    levels, _ = grey(data)
    assert levels[0] == 255
    assert levels[2] < 160


def test_signed_bytes_are_no_unsigned_ones() -> None:
    assert grey(deep_tiff(row(-128, 0, 127, dtype="i1"))) == ([0, 128, 255], ())
    assert grey(deep_tiff(row(0, 50, 127, dtype="i1"))) == ([0, 50, 127], noted("0", "255"))


def colours(data: bytes) -> tuple[list[list[int]], tuple[str, ...]]:
    picture = decode(data)
    return picture.pixels[0].tolist(), picture.notes


@pytest.mark.parametrize("write", [deep_png, deep_tiff])
def test_deep_colours_of_few_bits_keep_their_low_bytes(write) -> None:
    values = np.array([[[0, 2048, 4095], [15, 16, 4000]]], np.uint16)
    assert colours(write(values)) == ([[0, 128, 255], [1, 1, 249]], noted("0", "4,095"))
    full = np.array([[[0, 32768, 65535], [300, 500, 40000]]], np.uint16)
    assert colours(write(full)) == ([[0, 128, 255], [1, 1, 156]], ())


def test_deep_colours_of_a_packed_big_endian_tiff_are_the_same() -> None:
    values = np.array([[[0, 2048, 4095]]], np.uint16)
    data = deep_tiff(values, order=">", deflated=True, tags={MAX_SAMPLE_VALUE: 4095})
    assert colours(data) == ([[0, 128, 255]], ())


def test_transparency_of_deep_pictures_shows_white() -> None:
    four = np.array([[[0, 2048, 4095, 65535], [0, 0, 0, 0]]], np.uint16)
    assert colours(deep_png(four, 12)) == ([[0, 128, 255], [255, 255, 255]], ())
    two = np.array([[[2048, 65535], [0, 0]]], np.uint16)
    assert colours(deep_png(two, 12)) == ([[128, 128, 128], [255, 255, 255]], ())


def test_what_a_model_was_trained_on_decides_where_the_file_says_nothing() -> None:
    depth = Depth(integers=(0, 16383), floats=(0, 720))
    reason = "as in the training data"
    assert grey(deep_png(row(0, 500)), depth) == ([0, 8], noted("0", "16,383", reason))
    assert grey(deep_png(row(0, 500), 10), depth) == ([0, 125], ())
    assert grey(deep_tiff(row(0, 1, 720, 800, dtype="f4")), depth) == ([0, 0, 255, 255], noted("0", "720", reason))
    assert decode(deep_png(np.full((1, 1, 3), 4095, np.uint16)), depth=depth).pixels[0, 0, 0] == 64


def test_the_values_of_pictures_that_say_nothing_are_handed_on_for_a_common_rule() -> None:
    assert decode(deep_png(row(3, 700))).unstated == Values("integers", 3, 700)
    assert decode(deep_tiff(row(0, 0.25, dtype="f4"))).unstated == Values("floats", 0, 0.25)
    assert decode(deep_png(row(3, 700), 10)).unstated is None
    assert decode(encode(Image.new("L", (2, 2)), "PNG")).unstated is None


def pnm(kind: int, head: str, body: bytes) -> Picture:
    return decode(f"P{kind}\n# made by hand\n{head}\n".encode() + body)


def test_the_brightest_value_that_a_pgm_names_is_white() -> None:
    assert pnm(5, "3 1 4095", struct.pack(">3H", 0, 2048, 4095)).pixels[0, :, 0].tolist() == [0, 128, 255]
    assert pnm(5, "3 1 4095", struct.pack(">3H", 0, 20, 200)).pixels[0, :, 0].tolist() == [0, 1, 12]
    assert pnm(5, "3 1 15", bytes([0, 8, 15])).pixels[0, :, 0].tolist() == [0, 136, 255]
    assert pnm(5, "3 1 65535", struct.pack(">3H", 0, 100, 200)).pixels[0, :, 0].tolist() == [0, 0, 1]
    assert pnm(6, "1 1 4095", struct.pack(">3H", 0, 2048, 4095)).pixels[0, 0].tolist() == [0, 128, 255]
    assert pnm(6, "1 1 31", bytes([0, 16, 31])).pixels[0, 0].tolist() == [0, 132, 255]
    assert pnm(2, "3 1 4095", b"0 2048 # half\n 4095").pixels[0, :, 0].tolist() == [0, 128, 255]
    assert pnm(3, "1 1 15", b"0\t8\r\n15").pixels[0, 0].tolist() == [0, 136, 255]


def test_what_a_jpeg_2000_says_about_its_bits_is_heeded() -> None:
    values = row(0, 100, 4095)
    data = bytearray(encode(Image.fromarray(np.repeat(values, 8, 0) * 16), "JPEG2000"))
    assert decode(bytes(data)).pixels[0, :, 0].tolist() == [0, 6, 255]
