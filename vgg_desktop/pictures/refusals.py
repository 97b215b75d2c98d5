"""Everything that can be said about a picture that cannot be shown, in whole sentences.

`name` is a printable file name, or None where the picture came without one (pasted, or dragged out of a browser).
"""

import errno

from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.picture_formats import CONVERT
from vgg_desktop.pictures.limits import Limits, Size

READABLE = "Use JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM or TGA."


def not_a_picture(name: str | None) -> AppError:
    summary = f"This file is not a readable picture: {name}." if name else "This is not a readable picture."
    return AppError(summary, READABLE)


def empty(name: str | None) -> AppError:
    summary = f"This file is empty: {name}." if name else "The picture is empty."
    return AppError(summary, "Get a new copy of it.")


def no_picture(name: str | None, kind: str) -> AppError:
    return AppError(f"{_subject(name)} is {kind}, which this program does not read.", READABLE)


def left_out(name: str | None, kind: str) -> AppError:
    return AppError(f"{_subject(name)} is {kind}, which this program does not read.", CONVERT)


def heic_reader_missing(name: str | None) -> AppError:
    return AppError(
        f"{_subject(name)} is a HEIC picture, and the reader for these is not installed.",
        "Install it with: pip install 'vgg-desktop[heic]'",
    )


def damaged_beyond_use(name: str | None, error: BaseException) -> AppError:
    summary = f"{_subject(name)} is damaged or of an unusual kind, and nothing of it could be read."
    return AppError(summary, "Get a new copy of it, or save it again as JPEG or PNG.", _detail(error))


def too_many_bytes(name: str | None, size_bytes: int, limits: Limits) -> AppError:
    return AppError(
        f"{_subject(name)} is too large: {size_bytes / 1024**2:,.0f} MB.",
        f"Pictures of up to {limits.file_bytes / 1024**2:,.0f} MB are read.",
    )


def too_many_pixels(name: str | None, size: Size | None, limits: Limits) -> AppError:
    extent = f": {size[0]:,} x {size[1]:,}" if size else ""
    return AppError(
        f"{_subject(name)} has too many pixels{extent}.",
        f"Pictures of up to {limits.pixels / 1e6:,.0f} million pixels are read.",
    )


def too_slow(name: str | None) -> AppError:
    return AppError(f"{_subject(name)} is made to take very long to decode.", "Save it again as an ordinary JPEG.")


def out_of_memory(name: str | None) -> AppError:
    return AppError(f"There is not enough memory to read {name or 'the picture'}.", "Close other programs.")


def not_regular(name: str, *, is_folder: bool) -> AppError:
    if is_folder:
        return AppError(f"{name} is a folder, not a picture.", "Choose a picture file.")
    return AppError(f"{name} is not a regular file.", "Choose a picture file, not a device or a pipe.")


def cannot_open(name: str, error: OSError) -> AppError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return AppError(f"This file is not there: {name}.", "It may have been moved or deleted.", _detail(error))
    hint = "Ask its owner for permission to read it." if error.errno in (errno.EACCES, errno.EPERM) else ""
    return AppError(f"{name} cannot be opened: {os_error_sentence(error)}.", hint, _detail(error))


def _subject(name: str | None) -> str:
    return name or "The picture"


def _detail(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
