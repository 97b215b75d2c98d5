"""Everything that can be said about a picture that cannot be shown, in whole sentences.

`name` is a printable file name, or None where the picture came without one (pasted, or dragged out of a browser).
"""

import errno

from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.picture_formats import CONVERT
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.pictures.limits import Limits, Size

READABLE = "Use JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM or TGA."


def not_a_picture(name: str | None) -> AppError:
    summary = (
        Sentence("This file is not a readable picture: {name}.", name=name)
        if name
        else "This is not a readable picture."
    )
    return AppError(summary, READABLE)


def empty(name: str | None) -> AppError:
    summary = Sentence("This file is empty: {name}.", name=name) if name else "The picture is empty."
    return AppError(summary, "Get a new copy of it.")


def no_picture(name: str | None, kind: str) -> AppError:
    return AppError(
        "{picture} is {kind}, which this program does not read.", READABLE, picture=_subject(name), kind=kind
    )


def left_out(name: str | None, kind: str) -> AppError:
    return AppError(
        "{picture} is {kind}, which this program does not read.", CONVERT, picture=_subject(name), kind=kind
    )


def heic_reader_missing(name: str | None) -> AppError:
    return AppError(
        "{picture} is a HEIC picture, and the reader for these is not installed.",
        "Install it with: pip install 'vgg-desktop[heic]'",
        picture=_subject(name),
    )


def damaged_beyond_use(name: str | None, error: BaseException) -> AppError:
    summary = Sentence(
        "{picture} is damaged or of an unusual kind, and nothing of it could be read.", picture=_subject(name)
    )
    return AppError(summary, "Get a new copy of it, or save it again as JPEG or PNG.", _detail(error))


def too_many_bytes(name: str | None, size_bytes: int, limits: Limits) -> AppError:
    return AppError(
        "{picture} is too large: {size_mb:,.0f} MB.",
        "Pictures of up to {most_mb:,.0f} MB are read.",
        picture=_subject(name),
        size_mb=size_bytes / 1024**2,
        most_mb=limits.file_bytes / 1024**2,
    )


def too_many_pixels(name: str | None, size: Size | None, limits: Limits) -> AppError:
    extent = f": {size[0]:,} x {size[1]:,}" if size else ""
    return AppError(
        "{picture} has too many pixels{extent}.",
        "Pictures of up to {most_millions:,.0f} million pixels are read.",
        picture=_subject(name),
        extent=extent,
        most_millions=limits.pixels / 1e6,
    )


def too_slow(name: str | None) -> AppError:
    return AppError(
        "{picture} is made to take very long to decode.", "Save it again as an ordinary JPEG.", picture=_subject(name)
    )


def out_of_memory(name: str | None) -> AppError:
    return AppError(
        "There is not enough memory to read {picture}.", "Close other programs.", picture=name or "the picture"
    )


def not_regular(name: str, *, is_folder: bool) -> AppError:
    if is_folder:
        return AppError("{name} is a folder, not a picture.", "Choose a picture file.", name=name)
    return AppError("{name} is not a regular file.", "Choose a picture file, not a device or a pipe.", name=name)


def cannot_open(name: str, error: OSError) -> AppError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return AppError(
            "This file is not there: {name}.", "It may have been moved or deleted.", _detail(error), name=name
        )
    hint = "Ask its owner for permission to read it." if error.errno in (errno.EACCES, errno.EPERM) else ""
    return AppError(
        "{name} cannot be opened: {reason}.", hint, _detail(error), name=name, reason=os_error_sentence(error)
    )


def _subject(name: str | None) -> str:
    return name or "The picture"


def _detail(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
