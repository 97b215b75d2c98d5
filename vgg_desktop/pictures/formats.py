"""Which formats are read, and by what bytes a file is known: its name says nothing."""

from PIL import (  # Importing a plugin registers it; Pillow would otherwise load all forty of them at the first WebP.
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from vgg_desktop.pictures import refusals

_PLUGINS = (
    JpegImagePlugin.JpegImageFile,
    MpoImagePlugin.MpoImageFile,
    PngImagePlugin.PngImageFile,
    WebPImagePlugin.WebPImageFile,
    GifImagePlugin.GifImageFile,
    BmpImagePlugin.BmpImageFile,
    TiffImagePlugin.TiffImageFile,
    AvifImagePlugin.AvifImageFile,
)
_ALLOWED = tuple(plugin.format for plugin in _PLUGINS if plugin.format in Image.OPEN)
_HEIC = ("HEIF",)

# An MPO is a JPEG with more pictures behind it; telephones write it under the name .jpg.
_DISPLAY_NAMES = {"MPO": "JPEG", "WEBP": "WebP", "HEIF": "HEIC"}

_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"))
_AVIF_BRANDS = frozenset((b"avif", b"avis"))
_VIDEO_BRANDS = frozenset((b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"M4V ", b"qt  ", b"3gp4", b"3gp5"))

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")

# Source: the formats' specifications; for telling a person what they have, not for deciding what is read.
_KNOWN_BUT_NOT_READ = (
    (b"%PDF-", "a PDF document"),
    (b"8BPS", "a Photoshop document"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "a JPEG XL picture"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "a JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"%!PS", "a PostScript drawing"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript drawing"),
    (b"gimp xcf", "a GIMP document"),
    (b"v/1\x01", "an OpenEXR picture"),
    (b"FUJIFILMCCD-RAW", "a raw camera file"),
    (b"IIRO", "a raw camera file"),
    (b"IIU\x00", "a raw camera file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"PK\x03\x04", "a ZIP archive"),
)


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
    kind = "a video" if brands & _VIDEO_BRANDS else _kind_not_read(data)
    if kind:
        raise refusals.unsupported(name, kind)
    return _ALLOWED


def looks_like_a_picture(data: bytes) -> bool:
    """Whether the file begins as one of the formats that are read, so that it must be damaged if nobody can open it."""
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return data.startswith(_SIGNATURES) or is_webp or bool(_brands(data) & (_AVIF_BRANDS | _HEIC_BRANDS))


def display_format(pillow_format: str) -> str:
    """The name that people know a format by."""
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


def _kind_not_read(data: bytes) -> str | None:
    for signature, kind in _KNOWN_BUT_NOT_READ:
        if data.startswith(signature):
            return kind
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml")) and b"<svg" in data[:4096].lower():
        return "an SVG drawing"
    return None
