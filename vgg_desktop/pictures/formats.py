"""By what bytes a file is known: its name says nothing. The table of formats is `core.files.picture_formats`."""

import struct

from PIL import (  # noqa: F401 - importing a plugin registers it; Pillow would otherwise load all forty at the first WebP.
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    TgaImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from vgg_desktop.core.files.picture_formats import READ_FORMATS, left_out_kind
from vgg_desktop.pictures import refusals

_HEIC = ("HEIF",)
_TGA = ("TGA",)
# Its decoder is an extra; and nearly everything could be a TGA, which has no signature.
_ASKED_FOR = frozenset((*_HEIC, *_TGA))
_ALLOWED = tuple(
    decoder for kind in READ_FORMATS for decoder in kind.pillow if decoder in Image.OPEN and decoder not in _ASKED_FOR
)
_DISPLAY_NAMES = {decoder: kind.name for kind in READ_FORMATS for decoder in kind.pillow}
_SIGNATURES = tuple(signature for kind in READ_FORMATS for signature in kind.signatures)

_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"))
_AVIF_BRANDS = frozenset((b"avif", b"avis"))
_VIDEO_BRANDS = frozenset((b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"M4V ", b"qt  ", b"3gp4", b"3gp5"))

# For telling a person what they have.
_NO_PICTURES = ((b"\x1aE\xdf\xa3", "a video"), (b"PK\x03\x04", "a ZIP archive"), (b"\x93NUMPY", "a NumPy array"))

_TGA_HEADER = struct.Struct("<BBBHHBHHHHBB")
_TGA_FOOTER = b"TRUEVISION-XFILE.\x00"
# The bits of a pixel, by the kind of picture without the flag for run lengths.
_TGA_DEPTHS = {1: (8,), 2: (16, 24, 32), 3: (8, 16)}
_TGA_RUN_LENGTHS = 8


def formats_of(data: bytes, name: str | None) -> tuple[str, ...]:
    """The Pillow formats that may try to open `data`.

    Raises:
        AppError: it is something known that is not read here.
    """
    brands = _brands(data)
    if brands & _AVIF_BRANDS:
        return ("AVIF",)
    if brands & _HEIC_BRANDS:
        return _heic_formats(name)
    if brands & _VIDEO_BRANDS:
        raise refusals.no_picture(name, "a video")
    for signature, kind in _NO_PICTURES:
        if data.startswith(signature):
            raise refusals.no_picture(name, kind)
    if kind := left_out_kind(data) or _kind_within(data):
        raise refusals.left_out(name, kind)
    return _TGA if not looks_like_a_picture(data) and _is_tga(data) else _ALLOWED


def looks_like_a_picture(data: bytes) -> bool:
    """Whether the file begins as one of the formats that are read, so that it must be damaged if nobody can open it."""
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return data.startswith(_SIGNATURES) or is_webp or bool(_brands(data) & (_AVIF_BRANDS | _HEIC_BRANDS))


def display_format(pillow_format: str) -> str:
    """The name that people know a format by. An MPO is a JPEG with more pictures behind it, from a telephone."""
    return _DISPLAY_NAMES.get(pillow_format, pillow_format)


def _heic_formats(name: str | None) -> tuple[str, ...]:
    try:
        import pillow_heif  # pyright: ignore[reportMissingImports] - an extra
    except ImportError:
        raise refusals.heic_reader_missing(name) from None
    pillow_heif.register_heif_opener()
    return _HEIC


def _brands(data: bytes) -> frozenset[bytes]:
    """The brands in the first box of an ISO base media file. Source: ISO/IEC 14496-12, 4.3 (ftyp)."""
    if data[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(data[:4], "big"), 256)
    compatible = [data[start : start + 4] for start in range(16, end, 4)]
    return frozenset((data[8:12], *compatible))


def _kind_within(data: bytes) -> str:
    """What a file is that tells it only further on; "" for nothing known."""
    if data[128:132] == b"DICM":
        return "a DICOM picture"
    if data[:4] == b"\x00\x00\x02\x00" and data[4:6] != b"\x00\x00":
        # A cursor, with the number of its pictures; a TGA may begin in the same way.
        return "an icon"
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_svg = start.startswith((b"<svg", b"<?xml")) and b"<svg" in data[:4096].lower()
    return "an SVG drawing" if is_svg else ""


def _is_tga(data: bytes) -> bool:
    """Whether a header makes sense as that of a TGA. Source: Truevision TGA File Format Specification, version 2.0.

    Strict where the file lacks the later version's footer: the format has no signature.
    """
    if len(data) <= _TGA_HEADER.size:
        return False
    _, mapped, kind, _, map_count, map_bits, _, _, width, height, depth, flags = _TGA_HEADER.unpack_from(data)
    kind_without_runs = kind & ~_TGA_RUN_LENGTHS
    is_consistent = (
        kind_without_runs in _TGA_DEPTHS
        and depth in _TGA_DEPTHS[kind_without_runs]
        and mapped == (kind_without_runs == 1)
        and (map_count > 0 and map_bits in (16, 24, 32) if mapped else data.endswith(_TGA_FOOTER) or not any(data[3:8]))
    )
    return is_consistent and width > 0 and height > 0 and flags & 0xC0 == 0 and flags & 0x0F <= 8
