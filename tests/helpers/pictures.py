"""Good and hostile picture files, made on the spot: nothing binary lies in the repository for the tests."""

import io
import os
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image

HOSTILE_NAMES = (
    "<b>bold.png",
    "<img src=x onerror=alert(1)>.png",
    "line\nbreak.png",
    "tab\tand\rreturn.png",
    "photo\u202egnp.exe.png",
    "\u200fright to left.png",
    "=1+1.png",
    "@SUM(A1).png",
    "-rf.png",
    "%s {0} $HOME `id`.png",
    "é한국어🎉.png",
    "n" * 200 + ".png",
)
"""Names that Linux allows; Windows refuses some, so create them with `write_if_allowed`."""

NOT_UTF8_NAME = os.fsdecode(b"caf\xe9\xff.png") if os.name == "posix" else "caf\udce9.png"


_DRAWN_PIXELS = 150_000


def photo(width: int = 64, height: int = 48, seed: int = 0) -> Image.Image:
    """An RGB picture with smooth areas, edges and some noise, the same for the same arguments."""
    if width * height > _DRAWN_PIXELS:
        # Drawing noise for millions of pixels takes a second; enlarging does not.
        shrink = (_DRAWN_PIXELS / (width * height)) ** 0.5
        return photo(max(1, int(width * shrink)), max(1, int(height * shrink)), seed).resize((width, height))
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    phase = random.uniform(0, 6.28, size=3)
    waves = [np.sin(x / (5 + 3 * c) + phase[c]) + np.cos(y / (7 - 2 * c) + phase[c]) for c in range(3)]
    pixels = 128 + 45 * np.stack(waves, axis=-1) + random.normal(0, 4, size=(height, width, 3))
    pixels[height // 3 : height // 2, width // 4 : width // 2] = random.integers(0, 256, size=3)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def solid(colour: tuple[int, ...] | int, mode: str = "RGB", size: tuple[int, int] = (8, 6)) -> Image.Image:
    """A picture of one colour."""
    return Image.new(mode, size, colour)


def encode(image: Image.Image, format: str, **options: object) -> bytes:  # noqa: A002
    """The bytes of a file of that Pillow format."""
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def jpeg(width: int = 64, height: int = 48, seed: int = 0, **options: object) -> bytes:
    """The bytes of a good JPEG."""
    return encode(photo(width, height, seed), "JPEG", **{"quality": 92, **options})


def png(width: int = 64, height: int = 48, seed: int = 0) -> bytes:
    """The bytes of a good PNG."""
    return encode(photo(width, height, seed), "PNG")


def write_photo(path: Path, width: int = 64, height: int = 48, seed: int = 0) -> Path:
    """A good picture file in the format that the suffix asks for; parent folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    photo(width, height, seed).save(path)
    return path


def write_class_folders(root: Path, classes: Iterable[str], count: int = 8, size_px: int = 48, seed: int = 0) -> Path:
    """`root`/class/0000.png..., each class a noisy colour of its own that a tiny model can learn."""
    random = np.random.default_rng(seed)
    names = list(classes)
    for position, name in enumerate(names):
        folder = root / name
        folder.mkdir(parents=True, exist_ok=True)
        hue = int(256 * position / max(1, len(names)))
        colour = np.array(Image.new("HSV", (1, 1), (hue, 220, 200)).convert("RGB"), dtype=np.float32)[0, 0]
        for number in range(count):
            pixels = colour + random.normal(0, 25, size=(size_px, size_px, 3))
            Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(folder / f"{number:04}.png")
    return root


def jpeg_with_orientation(orientation: int, image: Image.Image | None = None) -> bytes:
    """A JPEG whose EXIF block asks for one of the eight orientations."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encode(image or photo(), "JPEG", quality=95, subsampling=0, exif=exif)


def cut_jpeg(share: float = 0.6, width: int = 160, height: int = 120) -> bytes:
    """A JPEG whose end is missing: the upper part can still be read."""
    whole = jpeg(width, height)
    return whole[: int(len(whole) * share)]


def jpeg_header() -> bytes:
    """A JPEG that ends where its pixels should begin."""
    whole = jpeg(320, 240)
    return whole[: whole.index(b"\xff\xda") + 14]


def cut_png(share: float = 0.6, width: int = 160, height: int = 120) -> bytes:
    """A PNG whose end is missing."""
    whole = png(width, height)
    return whole[: int(len(whole) * share)]


def bomb_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A few hundred bytes that claim to be an enormous picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000))
    chunks = [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_png_chunk(kind, data) for kind, data in chunks)


def thin_png(width: int = 1, height: int = 10_000) -> bytes:
    """A picture of extreme shape, good otherwise."""
    return encode(photo(width, height), "PNG")


def unreadable_pictures() -> dict[str, bytes]:
    """Files that are no picture, whatever their names say: each must give one sentence and no more."""
    return {
        "empty.jpg": b"",
        "text.jpg": b"This is a shopping list, not a picture.\n" * 20,
        "one byte.png": b"\x89",
        "signature only.png": b"\x89PNG\r\n\x1a\n",
        "start only.jpg": jpeg()[:20],
        "page.png": b"<!doctype html><title>404</title><p>Not found",
        "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
        "postscript.eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n",
        "bomb.png": bomb_png(),
        "zeros.bmp": bytes(4096),
    }


def write_if_allowed(folder: Path, name: str, data: bytes) -> Path | None:
    """The written file, or None where the file system refuses the name."""
    path = folder / name
    try:
        path.write_bytes(data)
    except (OSError, ValueError):
        return None
    return path


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
