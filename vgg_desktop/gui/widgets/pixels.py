"""Decoded pixels as Qt's own pictures: the only way in which a picture's content reaches Qt."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np


def image_of(pixels: "np.ndarray") -> QImage:
    """A copy of uint8 (height, width, 3) RGB, in the format that Qt paints fastest."""
    return shared_image_of(pixels).convertToFormat(QImage.Format.Format_RGB32)


def shared_image_of(pixels: "np.ndarray") -> QImage:
    """The same without a copy, for a picture so large that one would be felt: keep `pixels` as long as it lives."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
