"""Real photographs for tests of a really trained model.

The variable VGG_DESKTOP_TEST_PICTURES may name a folder or a ZIP archive of pictures; without it, crops of the sample
photographs that the program carries are used.
"""

import io
import itertools
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from vgg_desktop.core.files import paths
from vgg_desktop.core.files.picture_files import find_pictures

VARIABLE = "VGG_DESKTOP_TEST_PICTURES"
_SMALLEST_CROP_PX = 96


def squares(count: int, side_px: int, seed: int = 0) -> np.ndarray:
    """uint8 (count, side, side, 3): that many different squares of real photographs."""
    source = os.environ.get(VARIABLE)
    images = _of_archive(Path(source)) if source and source.endswith(".zip") else _of_folder(source)
    random = np.random.default_rng(seed)
    if source:
        return np.stack(_enough([_middle(image, side_px) for image in itertools.islice(images, count)], count))
    photographs = list(images)
    return np.stack([_random_crop(photographs[i % len(photographs)], side_px, random) for i in range(count)])


def _enough(found: list[np.ndarray], count: int) -> list[np.ndarray]:
    if len(found) < count:
        pytest.fail(f"{VARIABLE} names {len(found):,} pictures; {count:,} are needed.", pytrace=False)
    return found


def _of_archive(path: Path) -> Iterator[Image.Image]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in sorted(archive.namelist()) if not name.endswith("/")]
        # Every class of a data set sorted by class, not the first few alone.
        for name in names[:: max(1, len(names) // 1000)]:
            yield Image.open(io.BytesIO(archive.read(name))).convert("RGB")


def _of_folder(source: str | None) -> Iterator[Image.Image]:
    folder = Path(source) if source else paths.assets_dir() / "samples"
    for path in find_pictures([folder], on_problem=lambda _: None):
        yield Image.open(path).convert("RGB")


def _middle(image: Image.Image, side_px: int) -> np.ndarray:
    return _square(
        image, min(image.size), (image.width - min(image.size)) // 2, (image.height - min(image.size)) // 2, side_px
    )


def _random_crop(image: Image.Image, side_px: int, random: np.random.Generator) -> np.ndarray:
    side = int(random.integers(_SMALLEST_CROP_PX, min(image.size) + 1))
    left, top = random.integers(0, image.width - side + 1), random.integers(0, image.height - side + 1)
    square = _square(image, side, int(left), int(top), side_px)
    return square[:, ::-1] if random.random() < 0.5 else square


def _square(image: Image.Image, side: int, left: int, top: int, side_px: int) -> np.ndarray:
    box = (left, top, left + side, top + side)
    return np.array(image.resize((side_px, side_px), Image.Resampling.BILINEAR, box))
