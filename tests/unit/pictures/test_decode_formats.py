"""Every format on the list, whole and undamaged."""

import io
import sys

import numpy as np
import pytest
from PIL import Image

from tests.helpers.pictures import encode, photo, solid
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.picture_formats import READ_FORMATS
from vgg_desktop.pictures import refusals
from vgg_desktop.pictures.decode import decode

EXACT = {"PNG": {}, "BMP": {}, "TIFF": {}, "WEBP": {"lossless": True}}
CLOSE = {"JPEG": {"quality": 95, "subsampling": 0}, "WEBP": {"quality": 95}, "AVIF": {"quality": 95}}
HEIC_HEAD = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)


@pytest.mark.parametrize("pillow_format", EXACT)
def test_a_lossless_format_gives_back_every_pixel(pillow_format: str) -> None:
    image = photo()
    picture = decode(encode(image, pillow_format, **EXACT[pillow_format]))
    assert np.array_equal(picture.pixels, np.asarray(image))
    assert (picture.source_size_px, picture.damaged) == ((64, 48), False)


@pytest.mark.parametrize("pillow_format", CLOSE)
def test_a_lossy_format_gives_back_nearly_the_same_picture(pillow_format: str) -> None:
    image = photo()
    pixels = decode(encode(image, pillow_format, **CLOSE[pillow_format])).pixels
    assert np.abs(pixels.astype(int) - np.asarray(image)).mean() < 5


def test_pixels_are_eight_bit_rows_of_three_that_may_be_written_to() -> None:
    pixels = decode(encode(photo(31, 200), "PNG")).pixels
    assert (pixels.shape, pixels.dtype) == ((200, 31, 3), np.uint8)
    assert pixels.flags.c_contiguous
    assert pixels.flags.writeable


@pytest.mark.parametrize(
    ("pillow_format", "name"), [("JPEG", "JPEG"), ("WEBP", "WebP"), ("MPO", "JPEG"), ("GIF", "GIF")]
)
def test_a_format_is_called_what_people_call_it(pillow_format: str, name: str) -> None:
    assert decode(encode(photo(), pillow_format)).format == name


@pytest.mark.parametrize("pillow_format", ["GIF", "PNG", "WEBP", "TIFF", "AVIF"])
def test_of_an_animation_the_first_frame_is_shown(pillow_format: str) -> None:
    frames = [solid((250, 10, 10), size=(40, 30)), solid((10, 10, 250), size=(40, 30))]
    data = encode(frames[0], pillow_format, save_all=True, append_images=frames[1:])
    with Image.open(io.BytesIO(data)) as image:
        assert image.n_frames == 2
    assert np.abs(decode(data).pixels.astype(int) - (250, 10, 10)).max() < 8


def test_of_several_pictures_in_one_jpeg_the_first_is_shown() -> None:
    first, second = photo(seed=1), photo(seed=2)
    data = encode(first, "MPO", save_all=True, append_images=[second], quality=95)
    assert np.array_equal(decode(data).pixels, decode(encode(first, "JPEG", quality=95)).pixels)


def test_the_bytes_decide_about_the_format_and_not_the_name(tmp_path) -> None:
    path = tmp_path / "photo.gif"
    path.write_bytes(encode(photo(), "PNG"))
    assert decode(path).format == "PNG"


def test_a_heic_picture_is_read_where_its_reader_is_installed() -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    picture = decode(encode(photo(), "HEIF", quality=95))
    assert picture.format == "HEIC"
    assert np.abs(picture.pixels.astype(int) - np.asarray(photo())).mean() < 8


def test_without_its_reader_a_heic_picture_says_what_to_install(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(HEIC_HEAD)
    with pytest.raises(AppError) as caught:
        decode(path)
    assert caught.value.summary == "IMG_0001.HEIC is a HEIC picture, and the reader for these is not installed."
    assert "pip install 'vgg-desktop[heic]'" in caught.value.hint


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"8BPS\x00\x01", "a Photoshop document"),
        (b"\xff\x0a\xfa\x00", "a JPEG XL picture"),
        (b"\x00\x00\x01\x00\x01\x00", "an icon"),
        (b"\x00\x00\x02\x00\x01\x00", "an icon"),
        (b"\x0a\x05\x01\x08", "a PCX picture"),
        (b"DDS |\x00\x00\x00", "a DDS texture"),
        (b"qoif\x00\x00\x00\x40", "a QOI picture"),
        (b"P7\nWIDTH 4\n", "a PAM picture"),
        (b"PF\n4 4\n-1.0\n", "a floating-point colour map"),
        (bytes(128) + b"DICM", "a DICOM picture"),
        (b"%!PS-Adobe-3.0 EPSF", "a PostScript drawing"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand -->\n<SVG xmlns="x"/>', "an SVG drawing"),
    ],
)
def test_what_is_known_but_not_read_is_named(tmp_path, start: bytes, kind: str) -> None:
    path = tmp_path / "thing"
    path.write_bytes(start + bytes(200))
    with pytest.raises(AppError) as caught:
        decode(path)
    assert caught.value.summary == f"thing is {kind}, which this program does not read."
    assert caught.value.hint == "Convert it to PNG, for example with GIMP, or with ImageMagick (magick FILE NEW.png)."


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "a video"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\x93NUMPY\x01\x00", "a NumPy array"),
    ],
)
def test_what_is_no_picture_at_all_is_named_with_what_is(start: bytes, kind: str) -> None:
    with pytest.raises(AppError) as caught:
        decode(start + bytes(200))
    assert caught.value.summary == f"The picture is {kind}, which this program does not read."
    assert caught.value.hint == refusals.READABLE
    assert all(kind.name in refusals.READABLE for kind in READ_FORMATS if kind.name not in ("HEIC", "PNM"))


@pytest.mark.parametrize("pillow_format", ["ICO", "PCX", "QOI", "SGI"])
def test_formats_off_the_list_are_refused_although_pillow_knows_them(pillow_format: str) -> None:
    with pytest.raises(AppError, match=r"not a readable picture|does not read"):
        decode(encode(photo(), pillow_format))
