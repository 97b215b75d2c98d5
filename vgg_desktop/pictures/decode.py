"""The one place where the bytes of a file become pixels."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFile, UnidentifiedImageError

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import NO_DEPTH, Depth
from vgg_desktop.pictures import depth as depths
from vgg_desktop.pictures import pnm, refusals
from vgg_desktop.pictures.colour import to_srgb
from vgg_desktop.pictures.depth import Levelled, Values
from vgg_desktop.pictures.formats import display_format, formats_of, looks_like_a_picture
from vgg_desktop.pictures.frames import frames_note
from vgg_desktop.pictures.jpeg_markers import has_too_many_scans, is_lossless
from vgg_desktop.pictures.limits import DEFAULT_LIMITS, Limits, Room, Size
from vgg_desktop.pictures.orientation import orientation_of, swaps_sides, upright
from vgg_desktop.pictures.pillow_settings import tolerant
from vgg_desktop.pictures.share_read import share_read
from vgg_desktop.pictures.source import read_picture_file
from vgg_desktop.pictures.stated_depth import Stated, mend_tiff_tiles, stated

# JPEG can shrink while it decodes, to a half, a quarter or an eighth. What is left must be so many times larger than
# what the caller will resize it to, so that the resizing decides about the pixels.
_DRAFT_MARGIN = 2
_LEAST_SHARE_READ = 0.1
_COPIED_ROWS = 64
_WHITE = 255

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture.

    `pixels` are uint8 (H, W, 3), sRGB, C-contiguous. `source_size_px` is the file's own width and height as a person
    sees it, also where `pixels` are fewer. `damaged` says that only a part could be read; `notes` are sentences on what
    else a person would not expect. `unstated` are the values of a picture of more than 8 bits that does not say what is
    white among them.
    """

    pixels: np.ndarray
    source_size_px: Size
    format: str
    damaged: bool
    notes: tuple[str, ...] = ()
    unstated: Values | None = None


def _unchanged(image: Image.Image) -> Image.Image:
    return image


@dataclass(frozen=True, slots=True)
class Reduction:
    """How a picture may be made smaller on the way.

    `draft` gives, for the size in the header, the least width and height that a JPEG may be decoded at; None: all.
    `finish` is applied to the whole picture, before it is turned upright.
    """

    draft: Callable[[Size], Size | None]
    finish: Callable[[Image.Image], Image.Image] = _unchanged


def decode(
    source: Path | bytes,
    *,
    shorter_side_px: int | None = None,
    depth: Depth = NO_DEPTH,
    limits: Limits = DEFAULT_LIMITS,
) -> Picture:
    """The picture in a file, or in the bytes of one; any thread may call it.

    With `shorter_side_px` a large JPEG may come back smaller, its shorter side at least twice that long, ready to be
    resized to it. Animations give their first frame. `depth` is the model's, for pictures of more than 8 bits.

    Raises:
        AppError: there is no picture to be had, and why.
    """
    with decoded(source, shorter_side_px=shorter_side_px, depth=depth, limits=limits) as picture:
        return picture


@contextmanager
def decoded(
    source: Path | bytes,
    *,
    shorter_side_px: int | None = None,
    depth: Depth = NO_DEPTH,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Picture]:
    """As `decode`, for threads beside one another: a large picture counts as memory until the block ends.

    Make it small within the block, keep nothing of its pixels, and decode no other picture there.

    Raises:
        AppError: there is no picture to be had, and why.
    """
    side = _DRAFT_MARGIN * (shorter_side_px or 0)
    reduction = Reduction(lambda _size: (side, side) if side else None)
    with Room() as room:
        yield _decoding(source, reduction, limits, depth, room).run()


def decode_reduced(source: Path | bytes, reduction: Reduction, limits: Limits, depth: Depth = NO_DEPTH) -> Picture:
    """As `decode`, made smaller as `reduction` says.

    Raises:
        AppError: there is no picture to be had, and why.
    """
    with Room() as room:
        return _decoding(source, reduction, limits, depth, room).run()


def _decoding(source: Path | bytes, reduction: Reduction, limits: Limits, depth: Depth, room: Room) -> "_Decoding":
    name = display_name(source) if isinstance(source, Path) else None
    data = read_picture_file(source, limits) if isinstance(source, Path) else source
    if len(data) > limits.file_bytes:
        raise refusals.too_many_bytes(name, len(data), limits)
    if not data:
        raise refusals.empty(name)
    if has_too_many_scans(data):
        raise refusals.too_slow(name)
    formats = formats_of(data, name)
    return _Decoding(pnm.as_binary(data, limits.pixels), name, formats, reduction, limits, depth, room)


@dataclass(frozen=True, slots=True)
class _Decoding:
    data: bytes
    name: str | None
    formats: tuple[str, ...]
    reduction: Reduction
    limits: Limits
    depth: Depth
    room: Room

    def run(self) -> Picture:
        """Strictly first, so that damage is known; then whatever can be read."""
        try:
            return self._decoded(damaged=False)
        except AppError:
            raise
        except (MemoryError, Image.DecompressionBombError) as error:
            raise self._refusal(error) from error
        # The boundary: Pillow raises eight kinds of exception for bad files, SyntaxError and RuntimeError among them.
        except Exception:
            return self._salvaged()

    def _salvaged(self) -> Picture:
        try:
            with tolerant():
                return self._decoded(damaged=True)
        except AppError:
            raise
        except Exception as error:
            raise self._refusal(error) from error

    def _refusal(self, error: Exception) -> AppError:
        match error:
            case MemoryError():
                return refusals.out_of_memory(self.name)
            case Image.DecompressionBombError():
                return refusals.too_many_pixels(self.name, None, self.limits)
            case UnidentifiedImageError() if not looks_like_a_picture(self.data):
                return refusals.not_a_picture(self.name)
            case _:
                return refusals.damaged_beyond_use(self.name, error)

    def _decoded(self, *, damaged: bool) -> Picture:
        with self._opened() as image:
            size, kind = image.size, image.format or ""
            if size[0] * size[1] > self.limits.pixels:
                raise refusals.too_many_pixels(self.name, size, self.limits)
            box = self._shrink_while_decoding(image)
            further = frames_note(image, self._opened)
            said, is_deep_colour = self._stated(image), depths.is_deep_colour(image)
            self.room.take(_size_in_memory(image, size))
            image.load()
            orientation = orientation_of(image)
            levelled = self._levelled(image, said, is_deep_colour)
            rgb = _small_srgb(_filled(levelled.image, box), self.reduction)
            if damaged and share_read(image, rgb, self._ready_to_load) < _LEAST_SHARE_READ:
                raise ValueError("less than a tenth of its rows was decoded")
            pixels = _pixels(upright(rgb, orientation))
        seen = (size[1], size[0]) if swaps_sides(orientation) else size
        notes = tuple(note for note in (levelled.note, further) if note)
        return Picture(pixels, seen, display_format(kind), damaged, notes, levelled.unstated)

    def _shrink_while_decoding(self, image: ImageFile.ImageFile) -> Box | None:
        """The part of the smaller picture that is picture, if one is made."""
        # JPEG only: the drafts of other formats are other pictures, such as HEIC's embedded thumbnail.
        if image.format not in ("JPEG", "MPO") or is_lossless(self.data):
            return None
        least = self.reduction.draft(image.size)
        drafted = image.draft(None, least) if least else None
        return drafted[1] if drafted else None

    def _ready_to_load(self) -> ImageFile.ImageFile:
        image = self._opened()
        self._shrink_while_decoding(image)
        pnm.decode_at_once(image)
        return image

    def _opened(self) -> ImageFile.ImageFile:
        image = Image.open(io.BytesIO(self.data), formats=self.formats)
        mend_tiff_tiles(image)
        return image

    def _stated(self, image: ImageFile.ImageFile) -> Stated | None:
        white = pnm.decode_at_once(image)
        return Stated((0, white)) if white else stated(image, self.data)

    def _levelled(self, image: Image.Image, said: Stated | None, is_deep_colour: bool) -> Levelled:
        if is_deep_colour:
            return depths.colour_to_eight_bits(image, self._low_bytes, said, self.depth)
        if said and said.span[1] < _WHITE and image.mode in ("L", "RGB"):
            return Levelled(pnm.on_full_scale(image, int(said.span[1])))
        return depths.grey_to_eight_bits(image, said, self.depth)

    def _low_bytes(self) -> depths.RowReader:
        # Left open, because its pixels are read a few rows at a time; it is nothing but memory.
        return depths.load_low_bytes(self._ready_to_load())


def _size_in_memory(image: Image.Image, size: Size) -> Size:
    """A progressive JPEG is held whole while it is decoded, however small it comes out."""
    return size if image.info.get("progressive") else image.size


def _filled(image: Image.Image, box: Box | None) -> Image.Image:
    """The picture stretched over the last column and row, which a size that is no multiple of 8 fills only in part.

    Without it the picture would lie up to a quarter of a pixel off once it is resized for a model. Measured on photos
    of 4001 x 3001: the mean difference to the whole picture resized falls from 1.3 levels to 0.2.
    """
    if box is None or box[2:] == image.size:
        return image
    return image.resize(image.size, Image.Resampling.BICUBIC, box=box)


def _small_srgb(image: Image.Image, reduction: Reduction) -> Image.Image:
    """Made smaller first where that is possible: a colour profile costs 16 ms for a million pixels."""
    if image.mode in ("L", "RGB", "CMYK") and not image.has_transparency_data:
        return to_srgb(reduction.finish(image))
    return reduction.finish(to_srgb(image))


def _pixels(image: Image.Image) -> np.ndarray:
    """A writable copy, made in bands: half the time of `np.array`, and the interpreter lock is never held for long."""
    width, height = image.size
    pixels = np.empty((height, width, 3), dtype=np.uint8)
    for top in range(0, height, _COPIED_ROWS):
        bottom = min(top + _COPIED_ROWS, height)
        pixels[top:bottom] = np.asarray(image.crop((0, top, width, bottom)))
    return pixels
