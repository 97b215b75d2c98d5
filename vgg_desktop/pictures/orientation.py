"""Which way up a picture is meant to be seen."""

from PIL import ExifTags, Image

# Source: Exif 2.32, 4.6.4 A, tag 0x0112. The value tells how the stored rows lie; this brings them upright.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SWAPS_SIDES = frozenset((5, 6, 7, 8))


def orientation_of(image: Image.Image) -> int:
    """1 to 8; 1, upright, also where the EXIF block cannot be read. Call it after `load()`: TIFF turns itself."""
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # Metadata of any kind of brokenness must not cost the picture.
        return 1
    return orientation if orientation in _UPRIGHT else 1


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """The picture turned and mirrored as its orientation asks."""
    return image.transpose(_UPRIGHT[orientation]) if orientation in _UPRIGHT else image


def swaps_sides(orientation: int) -> bool:
    """Whether width and height change places."""
    return orientation in _SWAPS_SIDES
