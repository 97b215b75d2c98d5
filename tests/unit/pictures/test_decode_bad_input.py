"""What is no picture, or half of one, costs one sentence and nothing else."""

import contextlib
import errno
import os
import socket
import subprocess
import sys
import textwrap
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.helpers.permissions import folder_for_everybody, unprivileged
from tests.helpers.pictures import (
    HOSTILE_NAMES,
    NOT_UTF8_NAME,
    bomb_png,
    cut_jpeg,
    cut_png,
    encode,
    jpeg,
    jpeg_header,
    photo,
    png,
    solid,
    thin_png,
    unreadable_pictures,
    write_if_allowed,
)
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.picture_files import find_pictures
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.limits import Limits

posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


def refusal(source: Path | bytes, limits: Limits | None = None) -> AppError:
    with pytest.raises(AppError) as caught:
        decode(source, limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize("name", unreadable_pictures())
def test_what_is_no_picture_gives_one_sentence_with_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(unreadable_pictures()[name])
    error = refusal(path)
    assert name in error.summary
    assert error.summary.endswith(".")
    assert error.hint.endswith(".")
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("name", "data", "summary"),
    [
        ("cat.txt", b"meow", "This file is not a readable picture: cat.txt."),
        ("cat.jpg", b"", "This file is empty: cat.jpg."),
        ("cat.png", bomb_png(), "cat.png has too many pixels."),
        ("cat.png", bomb_png(15_000, 15_000), "cat.png has too many pixels: 15,000 x 15,000."),
        ("cat.jpg", jpeg_header(), "cat.jpg is damaged or of an unusual kind, and nothing of it could be read."),
        ("cat.jpg", jpeg()[:20], "cat.jpg is damaged or of an unusual kind, and nothing of it could be read."),
    ],
)
def test_the_sentence_says_what_is_wrong(tmp_path: Path, name: str, data: bytes, summary: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path).summary == summary


def test_bytes_without_a_name_are_refused_in_a_whole_sentence_too() -> None:
    assert refusal(b"meow").summary == "This is not a readable picture."
    assert refusal(b"").summary == "The picture is empty."
    assert refusal(bomb_png()).summary == "The picture has too many pixels."


def test_a_header_that_promises_too_many_pixels_is_refused_before_they_are_decoded() -> None:
    limits = Limits(pixels=64 * 48)
    assert decode(png(64, 48), limits=limits).source_size_px == (64, 48)
    error = refusal(png(64, 49), limits)
    assert error.summary == "The picture has too many pixels: 64 x 49."


def test_a_file_of_too_many_bytes_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "endless.jpg"
    path.touch()
    os.truncate(path, 2 * 1024**3)
    error = refusal(path)
    assert error.summary == "endless.jpg is too large: 2,048 MB."
    assert error.hint == "Pictures of up to 512 MB are read."
    assert "too large" in refusal(png(), Limits(file_bytes=100)).summary


@pytest.mark.parametrize("size", [(1, 1), (1, 10_000), (10_000, 1), (2, 3)])
def test_the_smallest_and_thinnest_pictures_are_read(size: tuple[int, int]) -> None:
    assert decode(thin_png(*size)).pixels.shape == (size[1], size[0], 3)


def test_a_missing_file_says_so_and_so_does_one_deleted_after_it_was_listed(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.jpg").summary == "This file is not there: gone.jpg."
    (tmp_path / "a.png").write_bytes(png())
    (listed,) = find_pictures([tmp_path])
    listed.unlink()
    assert refusal(listed).summary == "This file is not there: a.png."


def test_a_folder_is_not_a_picture(tmp_path: Path) -> None:
    (tmp_path / "photos.jpg").mkdir()
    assert refusal(tmp_path / "photos.jpg").summary == "photos.jpg is a folder, not a picture."


@posix_only
@pytest.mark.timeout(10)
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert refusal(tmp_path / "pipe.jpg").summary == "pipe.jpg is not a regular file."


@posix_only
@pytest.mark.timeout(10)
@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_device_is_refused(device: str) -> None:
    assert refusal(Path(device)).summary == f"{Path(device).name} is not a regular file."


@posix_only
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.jpg")
        assert refusal(Path("socket.jpg")).summary == "socket.jpg is not a regular file."


@posix_only
def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "loop.jpg"
    path.symlink_to(path)
    assert refusal(path).summary == f"loop.jpg cannot be opened: {os.strerror(errno.ELOOP)}."


@posix_only
def test_a_file_without_permission_says_so() -> None:
    with folder_for_everybody() as folder:
        path = folder / "private.jpg"
        path.write_bytes(jpeg())
        path.chmod(0)
        with unprivileged():
            error = refusal(path)
    assert error.summary == "private.jpg cannot be opened: Permission denied."
    assert error.hint == "Ask its owner for permission to read it."


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, NOT_UTF8_NAME])
def test_a_picture_of_any_name_is_read_and_a_refusal_shows_the_name_on_one_printable_line(tmp_path, name) -> None:
    good = write_if_allowed(tmp_path, name, png())
    if good is None:
        pytest.skip("this file system refuses the name")
    assert decode(good).pixels.shape == (48, 64, 3)
    good.write_bytes(b"no picture")
    summary = refusal(good).summary
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in summary)
    summary.encode("utf-8")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert refusal(Path("nul\0.png")).summary == "This file is not a readable picture: nul\\x00.png."


def test_of_a_cut_jpeg_the_upper_part_is_shown_and_marked_as_damaged() -> None:
    whole, cut = decode(jpeg(160, 120)), decode(cut_jpeg(0.6))
    assert (whole.damaged, cut.damaged) == (False, True)
    assert cut.source_size_px == (160, 120)
    assert np.array_equal(cut.pixels[:48], whole.pixels[:48])
    assert not np.array_equal(cut.pixels, whole.pixels)


@pytest.mark.parametrize("colour", [(255, 255, 255), (200, 30, 40), (0, 0, 0), (128, 128, 128), (127, 127, 127)])
@pytest.mark.parametrize(
    ("pillow_format", "cut"), [("JPEG", 2), ("PNG", 24), ("PNG", 60), ("BMP", 900), ("TIFF", 250), ("PPM", 700)]
)
def test_a_picture_of_one_colour_is_shown_though_its_end_is_missing(colour, pillow_format: str, cut: int) -> None:
    picture = decode(encode(solid(colour, size=(160, 120)), pillow_format)[:-cut])
    assert np.abs(picture.pixels[10:100].astype(int) - colour).max() <= 2
    assert picture.damaged


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "I;16", "F", "CMYK"])
def test_a_black_picture_of_any_mode_is_shown_as_far_as_it_is_there(mode: str) -> None:
    whole = encode(Image.new(mode, (160, 120)), "TIFF")
    picture = decode(whole[: int(len(whole) * 0.8)])
    assert picture.damaged
    assert len(np.unique(picture.pixels)) == 1


def test_a_black_picture_of_which_next_to_nothing_is_there_is_refused() -> None:
    for data in (
        encode(solid((0, 0, 0), size=(160, 120)), "BMP")[:900],
        encode(solid((0, 0, 0), size=(160, 120)), "PPM")[:900],
    ):
        assert "nothing of it could be read" in refusal(data).summary


def test_a_sheet_with_one_line_of_writing_is_shown_though_its_end_is_missing() -> None:
    sheet = solid((255, 255, 255), size=(160, 240))
    sheet.paste(photo(160, 12))
    assert decode(encode(sheet, "JPEG")[:-2]).damaged


@pytest.mark.parametrize("transparent", [None, 7])
def test_a_gif_of_which_almost_nothing_could_be_read_is_refused(transparent: int | None) -> None:
    options = {} if transparent is None else {"transparency": transparent}
    whole = encode(photo(160, 120).quantize(16), "GIF", **options)
    assert "nothing of it could be read" in refusal(whole[: len(whole) // 20]).summary


def test_of_a_cut_png_the_upper_part_is_shown_and_marked_as_damaged() -> None:
    cut = decode(cut_png(0.6))
    assert cut.damaged
    assert np.array_equal(cut.pixels[:60], np.asarray(photo(160, 120))[:60])


def test_a_png_with_a_wrong_checksum_is_shown_and_marked_as_damaged() -> None:
    data = bytearray(encode(photo(), "PNG", dpi=(72, 72)))
    data[data.index(b"IDAT") - 5] ^= 0xFF
    picture = decode(bytes(data))
    assert picture.damaged
    assert np.array_equal(picture.pixels, np.asarray(photo()))


@pytest.mark.parametrize("pillow_format", ["GIF", "BMP", "TIFF"])
def test_of_other_cut_pictures_what_could_be_read_is_shown(pillow_format: str) -> None:
    whole = encode(photo(160, 120), pillow_format)
    picture = decode(whole[: int(len(whole) * 0.8)])
    assert picture.damaged
    assert picture.pixels.shape == (120, 160, 3)


@pytest.mark.parametrize("pillow_format", ["WEBP", "AVIF"])
def test_formats_of_which_no_part_can_be_read_are_refused_as_damaged(pillow_format: str) -> None:
    whole = encode(photo(160, 120), pillow_format)
    assert "is damaged or of an unusual kind" in refusal(whole[: int(len(whole) * 0.8)]).summary


def test_a_jpeg_drawn_in_thousands_of_passes_is_refused_at_once() -> None:
    data = encode(solid((90, 120, 30), size=(640, 480)), "JPEG", progressive=True)
    last_pass = data[data.rindex(b"\xff\xda") : -2]
    assert decode(data[:-2] + last_pass * 20 + b"\xff\xd9").damaged is False
    error = refusal(data[:-2] + last_pass * 5000 + b"\xff\xd9")
    assert error.summary == "The picture is made to take very long to decode."


def test_a_jpeg_with_a_video_behind_it_is_read() -> None:
    video = np.random.default_rng(0).bytes(2000) + b"\xff\xda\x00\x02" * 500
    assert np.array_equal(decode(jpeg() + video).pixels, decode(jpeg()).pixels)


FUZZ_SEEDS = {
    "JPEG": jpeg(),
    "progressive JPEG": jpeg(progressive=True),
    "MPO": encode(photo(), "MPO", save_all=True, append_images=[photo(seed=1)]),
    "PNG": png(),
    "palette PNG": encode(photo().quantize(16), "PNG", transparency=b"\x10\x20"),
    "APNG": encode(photo(), "PNG", save_all=True, append_images=[photo(seed=1)]),
    "GIF": encode(photo(), "GIF"),
    "BMP": encode(photo(), "BMP"),
    "TIFF": encode(photo(), "TIFF"),
    "deflated TIFF": encode(photo(), "TIFF", compression="tiff_adobe_deflate"),
    "float TIFF": encode(photo().convert("F"), "TIFF"),
    "CMYK TIFF": encode(photo().convert("CMYK"), "TIFF"),
    "WebP": encode(photo(), "WEBP"),
    "AVIF": encode(photo(), "AVIF"),
}
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["flip", "set", "cut", "delete", "insert"]),
        # The headers lie at the start, and there a byte does most harm.
        st.one_of(st.integers(0, 80), st.integers(0, 700), st.integers(0, 40_000)),
        st.integers(0, 255),
    ),
    min_size=1,
    max_size=8,
)


def edited(data: bytes, edits: list[tuple[str, int, int]]) -> bytes:
    """`data` after each of the small accidents."""
    result = bytearray(data)
    for kind, place, value in edits:
        at = place % max(1, len(result))
        match kind:
            case "flip":
                result[at : at + 1] = bytes(byte ^ (1 << value % 8) for byte in result[at : at + 1])
            case "set":
                result[at : at + 1] = bytes([value])
            case "cut":
                del result[max(at, 8) :]
            case "delete":
                del result[at : at + 1 + value % 30]
            case "insert":
                result[at:at] = bytes([value]) * (1 + value % 7)
    return bytes(result)


@settings(max_examples=600, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.sampled_from(sorted(FUZZ_SEEDS)), edits=EDITS)
def test_no_accident_to_a_file_gives_anything_but_a_picture_or_a_refusal(seed, edits) -> None:
    with contextlib.suppress(AppError):
        picture = decode(edited(FUZZ_SEEDS[seed], edits), limits=Limits(pixels=500_000))
        assert picture.pixels.dtype == np.uint8
        assert picture.pixels.shape[2:] == (3,)


def test_bad_files_print_nothing_of_their_own(tmp_path: Path) -> None:
    deflated = bytearray(encode(photo(), "TIFF", compression="tiff_adobe_deflate"))
    deflated[60:90] = bytes(30)
    samples = encode(photo(), "TIFF").replace(b"\x15\x01\x03\0\x01\0\0\0\x03\0", b"\x15\x01\x03\0\x01\0\0\0\0\x08")
    files = {
        "deflated.tif": bytes(deflated),
        "samples.tif": samples,
        "exif.jpg": jpeg(exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12"),
        "many.png": bomb_png(17_000, 17_000),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    script = f"""
        from pathlib import Path
        from vgg_desktop.core.errors import AppError
        from vgg_desktop.pictures.decode import decode
        for name in {sorted(files)!r}:
            try:
                print(name, decode(Path({str(tmp_path)!r}, name)).damaged)
            except AppError as error:
                print(name, "refused")
    """
    child = subprocess.run(
        [sys.executable, "-W", "always", "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    assert child.stdout.splitlines() == [
        "deflated.tif refused",
        "exif.jpg False",
        "many.png refused",
        "samples.tif refused",
    ]
    assert child.stderr == ""
