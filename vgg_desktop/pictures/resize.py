"""From a decoded picture to the square that a model sees; torchvision's evaluation preset, bit for bit."""

import numpy as np
from PIL import Image

from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.pictures.decode import Picture
from vgg_desktop.pictures.limits import Size

# Resized to a shorter side of 256, a picture of 1 x 10,000 would take 1.9 GB. Beyond this ratio of its sides only the
# middle is kept before resizing; what goes could not have reached the model's square.
_MOST_EXTREME_RATIO = 16


def model_square(picture: Picture, preprocessing: Preprocessing) -> np.ndarray:
    """The square to classify: uint8 (crop_px, crop_px, 3), writable, not yet normalised."""
    resized = fit_resize(picture.pixels, preprocessing.resize_px, picture.source_size_px)
    return centre_crop(resized, preprocessing.crop_px)


def fit_resize(pixels: np.ndarray, shorter_side_px: int, source_size_px: Size | None = None) -> np.ndarray:
    """`pixels`, uint8 (H, W, 3), with the shorter side brought to that length; bilinear, antialiased.

    Source: torchvision.transforms.v2.Resize(size, antialias=True) on PIL images. Sides that differ by more than a
    factor of 16 are cut to it first, so that the result has at most 16 x `shorter_side_px`² pixels.

    `source_size_px` is the picture's own width and height where `pixels` are fewer. The longer side is rounded by it:
    one pixel more or less would move what a centre crop shows by half a pixel.
    """
    height, width = pixels.shape[:2]
    longest = _MOST_EXTREME_RATIO * min(height, width)
    pixels = centre_crop(pixels, (min(height, longest), min(width, longest)))
    size = resized_size(source_size_px or (width, height), shorter_side_px)
    if size == (pixels.shape[1], pixels.shape[0]):
        return pixels
    return np.array(Image.fromarray(pixels).resize(size, Image.Resampling.BILINEAR))


def resized_size(size: Size, shorter_side_px: int) -> Size:
    """Width and height after cutting and resizing; the longer side is rounded down, as torchvision does."""
    width, height = size
    longer_side_px = min(int(shorter_side_px * max(size) / min(size)), _MOST_EXTREME_RATIO * shorter_side_px)
    return (shorter_side_px, longer_side_px) if width <= height else (longer_side_px, shorter_side_px)


def centre_crop(pixels: np.ndarray, size_px: int | tuple[int, int]) -> np.ndarray:
    """The middle of `pixels`, (H, W, 3): a square, or (height, width); black is added where there is too little.

    A copy, unless there is nothing to do. Source: torchvision.transforms.v2.CenterCrop, its rounding included.
    """
    height, width = (size_px, size_px) if isinstance(size_px, int) else size_px
    pixels = _padded(pixels, height, width)
    if pixels.shape[:2] == (height, width):
        return pixels
    top = round((pixels.shape[0] - height) / 2)
    left = round((pixels.shape[1] - width) / 2)
    return np.ascontiguousarray(pixels[top : top + height, left : left + width])


def _padded(pixels: np.ndarray, height: int, width: int) -> np.ndarray:
    missing_rows = max(height - pixels.shape[0], 0)
    missing_columns = max(width - pixels.shape[1], 0)
    if not missing_rows and not missing_columns:
        return pixels
    rows = (missing_rows // 2, (missing_rows + 1) // 2)
    columns = (missing_columns // 2, (missing_columns + 1) // 2)
    return np.pad(pixels, (rows, columns, (0, 0)))
