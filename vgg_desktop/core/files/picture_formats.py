"""The one table of picture formats: which are read, how a file of each begins, and what their names end in.

What a file is, its first bytes decide. Its name decides only whether it counts as a picture within a folder.
"""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """`pillow` are the names of the decoders that may read it; none for a format that is left out.

    `name` is what people call it; of one that is left out with its article, ready for "x.dds is a DDS texture".
    """

    name: str
    suffixes: tuple[str, ...]
    signatures: tuple[bytes, ...] = ()
    pillow: tuple[str, ...] = ()


def _read(name: str, suffixes: str, pillow: str, *signatures: bytes) -> PictureFormat:
    return PictureFormat(name, tuple(suffixes.split()), signatures, tuple(pillow.split()))


def _left_out(name: str, suffixes: str, *signatures: bytes) -> PictureFormat:
    return PictureFormat(name, tuple(suffixes.split()), signatures)


_PNM_KINDS = (b"1", b"2", b"3", b"4", b"5", b"6", b"f")
_PNM_ENDS = (b"\n", b" ", b"\r", b"\t", b"#")

# A format without signatures here is known by more than its first bytes; `pictures.formats` looks.
READ_FORMATS = (
    _read("JPEG", ".jpg .jpeg .jpe .jfif .mpo", "JPEG MPO", b"\xff\xd8\xff"),
    _read("PNG", ".png .apng", "PNG", b"\x89PNG\r\n\x1a\n"),
    _read("WebP", ".webp", "WEBP"),
    _read("GIF", ".gif", "GIF", b"GIF8"),
    _read("BMP", ".bmp", "BMP"),
    _read("TIFF", ".tif .tiff", "TIFF", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"),
    _read("AVIF", ".avif", "AVIF"),
    _read("HEIC", ".heic .heif .hif", "HEIF"),
    _read("PNM", ".ppm .pgm .pbm .pnm .pfm", "PPM", *(b"P" + kind + end for kind in _PNM_KINDS for end in _PNM_ENDS)),
    _read(
        "JPEG 2000",
        ".jp2 .j2k .j2c .jpc .jpf .jpx",
        "JPEG2000",
        b"\x00\x00\x00\x0cjP  \r\n\x87\n",
        b"\xff\x4f\xff\x51",
    ),
    _read("TGA", ".tga .targa", "TGA"),
)

# QOI is decoded in Python alone, up to a second for a million pixels; the others are documents, textures, icons of many
# sizes and raw material, of which a picture must first be made. Source of the signatures: the formats' specifications.
LEFT_OUT_FORMATS = (
    _left_out("an icon", ".ico .cur .icns", b"\x00\x00\x01\x00", b"icns"),
    _left_out("a PCX picture", ".pcx", *(bytes((10, version, 1)) for version in (0, 2, 3, 4, 5))),
    _left_out("a DDS texture", ".dds", b"DDS "),
    _left_out("a QOI picture", ".qoi", b"qoif"),
    _left_out("a PAM picture", ".pam", b"P7\n"),
    _left_out("a floating-point colour map", "", b"PF\n"),
    _left_out("a Sun raster picture", ".ras .sun", b"\x59\xa6\x6a\x95"),
    _left_out("an SGI picture", ".sgi", b"\x01\xda\x00", b"\x01\xda\x01"),
    _left_out("a Radiance picture", ".hdr", b"#?RADIANCE", b"#?RGBE"),
    _left_out("an OpenEXR picture", ".exr", b"v/1\x01"),
    _left_out("a FITS picture", ".fits .fit .fts", b"SIMPLE  ="),
    _left_out("a DICOM picture", ".dcm .dicom"),
    _left_out("a JPEG XL picture", ".jxl", b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n"),
    _left_out("a JPEG XR picture", ".jxr .wdp .hdp", b"II\xbc"),
    _left_out(
        "a raw camera file",
        ".dng .cr2 .cr3 .nef .arw .orf .rw2 .raf .pef .srw",
        *(b"FUJIFILMCCD-RAW", b"IIRO", b"IIU\x00"),
    ),
    _left_out("a Photoshop document", ".psd .psb", b"8BPS"),
    _left_out("a GIMP document", ".xcf", b"gimp xcf"),
    _left_out("an SVG drawing", ".svg .svgz"),
    _left_out("a PostScript drawing", ".eps", b"%!PS", b"\xc5\xd0\xd3\xc6"),
    _left_out("a Windows drawing", ".wmf .emf", b"\xd7\xcd\xc6\x9a"),
    _left_out("a PDF document", "", b"%PDF-"),
)

PICTURE_SUFFIXES = frozenset(suffix for kind in READ_FORMATS for suffix in kind.suffixes)
"""What counts as a picture inside a folder; whether it is one, its bytes decide."""

LEFT_OUT_SUFFIXES = frozenset(suffix for kind in LEFT_OUT_FORMATS for suffix in kind.suffixes)
"""Pictures and the like, as people know them, that must be converted first."""

CONVERT = "Convert it to PNG, for example with GIMP, or with ImageMagick (magick FILE NEW.png)."


def is_picture_name(name: str) -> bool:
    """Whether a file of that name inside a folder counts as a picture."""
    return _suffix(name) in PICTURE_SUFFIXES


def is_left_out_name(name: str) -> bool:
    """Whether a file of that name is a picture, or the like, in a format that is not read."""
    return _suffix(name) in LEFT_OUT_SUFFIXES


def left_out_kind(data: bytes) -> str:
    """What `data` is among the formats that are left out, by its first bytes; "" for none of them."""
    return next((kind.name for kind in LEFT_OUT_FORMATS if data.startswith(kind.signatures)), "")


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122
