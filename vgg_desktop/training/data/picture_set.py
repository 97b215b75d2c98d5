"""One side of the split as the loop sees it: files, classes, and the squares that a network is shown."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.pictures.decode import decoded
from vgg_desktop.pictures.limits import DEFAULT_LIMITS
from vgg_desktop.pictures.resize import model_square
from vgg_desktop.pictures.source import read_picture_file


@dataclass(frozen=True, slots=True)
class PictureSet:
    """A picture's position here is its sample number, the same in every epoch and attempt.

    `targets` are int64 positions in the dataset's labels; `hashes` the files' SHA-256 in hex.
    """

    root: Path
    paths: tuple[str, ...]
    hashes: tuple[str, ...]
    targets: np.ndarray

    def __len__(self) -> int:
        return len(self.paths)

    def file(self, position: int) -> Path:
        return self.root / self.paths[position]

    def square(self, position: int, preprocessing: Preprocessing) -> np.ndarray:
        """The picture as classification would show it to a network, uint8 (crop_px, crop_px, 3).

        Raises:
            AppError: the file vanished, or is not the one that the dataset was made from.
        """
        name = one_line(self.paths[position])
        try:
            data = read_picture_file(self.file(position), DEFAULT_LIMITS)
            if hashlib.sha256(data).hexdigest() != self.hashes[position]:
                raise AppError("Its content is not the one that was looked at.")
            with decoded(data, shorter_side_px=preprocessing.resize_px, depth=preprocessing.depth) as picture:
                return model_square(picture, preprocessing)
        except AppError as error:
            raise AppError(
                "The picture {name} changed or vanished while it was needed. {why}",
                "Put the file back, or look at the data again and start a new run.",
                error.detail,
                name=name,
                why=error.summary,
            ) from error


def training_preprocessing(preprocessing: Preprocessing) -> Preprocessing:
    """How training pictures are stored: the whole middle square, so that random crops have the margin that the centre
    crop cuts off.

    What lies beside that square no classification would see either.
    """
    side_px = preprocessing.resize_px
    return Preprocessing(resize_px=side_px, crop_px=side_px, depth=preprocessing.depth)
