"""The PNM family, TGA and JPEG 2000: half of computer vision's data."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.helpers.pictures import encode, photo, solid
from vgg_desktop.core.errors import AppError
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.limits import Limits


def plain(kind: int, image: Image.Image, white: int = 255) -> bytes:
    values = (np.asarray(image).astype(int) * white // 255).reshape(-1)
    head = f"P{kind} # a comment\n{image.width}\t{image.height}\n" + ("" if kind == 1 else f"{white}\n")
    return head.encode() + b"\n".join(b"%d" % value for value in values)


def test_the_binary_kinds_give_back_every_pixel() -> None:
    for image in (photo(), photo().convert("L"), photo().convert("1")):
        pixels = decode(encode(image, "PPM")).pixels
        assert np.array_equal(pixels, np.asarray(image.convert("RGB")))


def test_the_plain_kinds_give_the_same_picture_as_the_binary_ones() -> None:
    assert np.array_equal(decode(plain(3, photo())).pixels, np.asarray(photo()))
    grey = photo().convert("L")
    assert np.array_equal(decode(plain(2, grey)).pixels[..., 0], np.asarray(grey))


def test_plain_bits_need_no_space_between_them_and_one_is_black() -> None:
    assert decode(b"P1\n3 2\n110\n0 1 0").pixels[..., 0].tolist() == [[0, 0, 255], [255, 0, 255]]


def test_of_a_cut_pnm_the_upper_part_is_shown_and_marked_as_damaged() -> None:
    for whole in (encode(photo(), "PPM"), plain(3, photo())):
        picture = decode(whole[: int(len(whole) * 0.6)])
        assert picture.damaged
        assert np.array_equal(picture.pixels[:24], np.asarray(photo())[:24])
    strange = decode(plain(3, photo()).replace(b"\n", b"\n", 1)[:-3000] + b"\nx y z")
    assert strange.damaged
    assert np.array_equal(strange.pixels[:24], np.asarray(photo())[:24])


@pytest.mark.parametrize("kind", [1, 2, 3, 4, 5, 6])
def test_a_header_that_promises_too_many_pixels_is_refused_before_they_are_decoded(kind: int) -> None:
    with pytest.raises(AppError, match="too many pixels"):
        decode(b"P%d 60000 60000 255\n" % kind + b"0 " * 500)
    with pytest.raises(AppError, match="too many pixels"):
        decode(b"P%d 64 49 255\n" % kind + b"0 " * 500, limits=Limits(pixels=64 * 48))


@pytest.mark.parametrize(
    "data",
    [b"P3", b"P3\n", b"P3 4", b"P3 4 4 0\n1 2 3", b"P6 0 4 255\n", b"P2 4 4 70000\n1", b"P5 4 4 -1\n", b"P1 4 4\n"],
)
def test_a_header_that_makes_no_sense_is_refused(data: bytes) -> None:
    with pytest.raises(AppError):
        decode(data)


def test_a_text_that_begins_like_one_is_no_picture() -> None:
    with pytest.raises(AppError, match="not a readable picture"):
        decode(b"P2P networks are explained in this text.")


@pytest.mark.parametrize(
    ("mode", "options"),
    [
        ("RGB", {}),
        ("RGB", {"compression": "tga_rle"}),
        ("L", {}),
        ("P", {}),
        ("LA", {}),
        ("RGBA", {}),
        ("RGB", {"orientation": 1}),
    ],
)
def test_a_tga_gives_back_every_pixel_though_it_has_no_signature(mode: str, options: dict[str, object]) -> None:
    image = photo().convert(mode)
    picture = decode(encode(image, "TGA", **options))
    assert picture.format == "TGA"
    assert np.array_equal(picture.pixels, np.asarray(image.convert("RGB")))
    # As the first version of the format was written: without a footer.
    assert np.array_equal(decode(encode(image, "TGA", **options)[:-26]).pixels, picture.pixels) or mode == "RGBA"


def test_of_a_cut_tga_a_part_is_shown_and_marked_as_damaged() -> None:
    whole = encode(photo(160, 120), "TGA", orientation=1)
    picture = decode(whole[: int(len(whole) * 0.6)])
    assert picture.damaged
    assert np.array_equal(picture.pixels[:60], np.asarray(photo(160, 120))[:60])


def test_a_tga_that_promises_too_many_pixels_is_refused() -> None:
    data = bytearray(encode(photo(), "TGA", compression="tga_rle"))
    data[12:16] = b"\x40\x42\x40\x42"
    with pytest.raises(AppError, match="too many pixels: 16,960 x 16,960"):
        decode(bytes(data))


def test_random_bytes_and_texts_are_no_tga() -> None:
    random = np.random.default_rng(0)
    for _ in range(3000):
        with pytest.raises(AppError):
            decode(random.bytes(200))


def test_a_jpeg_2000_is_read_in_both_its_forms() -> None:
    file = io.BytesIO()
    photo().save(file, "JPEG2000", irreversible=False, no_jp2=True)
    for data in (encode(photo(), "JPEG2000"), file.getvalue()):
        picture = decode(data)
        assert (picture.format, picture.damaged) == ("JPEG 2000", False)
        assert np.array_equal(picture.pixels, np.asarray(photo()))
        with pytest.raises(AppError, match="is damaged or of an unusual kind"):
            decode(data[: len(data) // 2])


def test_a_jpeg_2000_that_promises_too_many_pixels_is_refused() -> None:
    data = encode(solid((1, 2, 3), size=(64, 48)), "JPEG2000")
    head = (48).to_bytes(4, "big") + (64).to_bytes(4, "big")
    assert head in data
    with pytest.raises(AppError, match="too many pixels: 16,000 x 16,000"):
        decode(data.replace(head, (16_000).to_bytes(4, "big") * 2, 1))
