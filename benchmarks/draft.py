"""Whether a large JPEG decoded smaller is taken for something else: python benchmarks/draft.py [FOLDER] [--json]

Every picture is decoded twice, whole and as small as the model allows (decision 0002), and both are classified, in fp32
and in the precision that the program takes by itself. Without FOLDER, JPEGs with sides of 1,500 px and more are made:
different cuts of the photographs that this program and the installed packages carry, enlarged, with grain, because
enlarging gives no fine detail of its own.
"""
# ruff: noqa: E402 - the threads' habits must be set before torch is loaded.

import argparse
import io
import platform
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from vgg_desktop.cli.processor import let_idle_threads_sleep

let_idle_threads_sleep()

import numpy as np
import reporting
import torch
from PIL import Image

from tests.helpers.parity import agreement
from vgg_desktop.core.files.picture_files import find_pictures
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.device import core_count
from vgg_desktop.pictures.decode import decode

PACKAGED = {
    "skimage": [
        f"data/{name}"
        for name in (
            "motorcycle_left.png",
            "hubble_deep_field.jpg",
            "retina.jpg",
            "ihc.png",
            "coins.png",
            "moon.png",
            "grass.png",
            "gravel.png",
            "brick.png",
        )
    ],
    "sklearn": ["datasets/images/china.jpg", "datasets/images/flower.jpg"],
    "matplotlib": ["mpl-data/sample_data/grace_hopper.jpg"],
}
SHORTER_SIDE_PX = (1500, 2500)
RATIOS = (1.0, 4 / 3, 3 / 2, 16 / 9)
LEAST_CUT = 0.4
QUALITY = (75, 96)
GRAIN_LEVELS = 6
GRAIN_PX = 512
BATCH = 64


@dataclass(frozen=True)
class Seen:
    """What the model sees of one picture, uint8 (crop, crop, 3), from the whole and from the smaller decoding."""

    whole: np.ndarray
    drafted: np.ndarray
    source_px: int
    drafted_px: int


def photographs() -> list[Image.Image]:
    """Those that are here: the samples, and those of packages that happen to be installed."""
    paths = sorted((ROOT / "assets" / "samples").glob("*.jpg"))
    for package, names in PACKAGED.items():
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            paths += [path for name in names if (path := Path(folder) / name).is_file()]
    return [Image.open(path).convert("RGB") for path in paths]


class Camera:
    """Large JPEGs, the same for the same number."""

    def __init__(self) -> None:
        self.photographs = photographs()
        random = np.random.default_rng(0)
        self._grain = random.normal(128, GRAIN_LEVELS, (GRAIN_PX, GRAIN_PX, 3)).clip(0, 255).astype(np.uint8)

    def shoot(self, number: int) -> bytes:
        random = np.random.default_rng(number)
        photograph = self.photographs[number % len(self.photographs)]
        side, ratio = int(random.integers(*SHORTER_SIDE_PX)), RATIOS[random.integers(len(RATIOS))]
        size = (int(side * ratio), side) if random.random() < 0.7 else (side, int(side * ratio))
        image = photograph.resize(size, Image.Resampling.LANCZOS, self._cut(photograph, size, random))
        file = io.BytesIO()
        Image.fromarray(self._grainy(np.asarray(image), random)).save(
            file, "JPEG", quality=int(random.integers(*QUALITY))
        )
        return file.getvalue()

    def _cut(
        self, photograph: Image.Image, size: tuple[int, int], random: np.random.Generator
    ) -> tuple[float, float, float, float]:
        largest = min(photograph.width / size[0], photograph.height / size[1])
        scale = largest * random.uniform(LEAST_CUT, 1.0)
        width, height = size[0] * scale, size[1] * scale
        left, top = random.uniform(0, photograph.width - width), random.uniform(0, photograph.height - height)
        return left, top, min(left + width, photograph.width), min(top + height, photograph.height)

    def _grainy(self, pixels: np.ndarray, random: np.random.Generator) -> np.ndarray:
        """One piece of grain laid over and over, at another place in every picture."""
        piece = np.roll(self._grain, random.integers(GRAIN_PX, size=2), axis=(0, 1)).astype(np.int16) - 128
        height, width = pixels.shape[:2]
        grain = np.tile(piece, (-(-height // GRAIN_PX), -(-width // GRAIN_PX), 1))[:height, :width]
        return (pixels + grain).clip(0, 255).astype(np.uint8)


def looks(options: argparse.Namespace, classifier: Classifier) -> Iterator[Seen]:
    """Every picture as the model sees it, decoded on all cores."""
    side_px = classifier.info.preprocessing.resize_px

    def seen(source: Path | bytes) -> Seen:
        whole, drafted = decode(source), decode(source, shorter_side_px=side_px)
        sides_px = (min(picture.pixels.shape[:2]) for picture in (whole, drafted))
        return Seen(classifier.square(whole), classifier.square(drafted), *sides_px)

    with ThreadPoolExecutor(core_count()) as pool:
        if options.folder:
            yield from pool.map(seen, find_pictures([options.folder], on_problem=lambda _: None))
        else:
            camera = Camera()
            yield from pool.map(lambda number: seen(camera.shoot(number)), range(options.pictures))


def answers(classifier: Classifier, inputs: np.ndarray) -> np.ndarray:
    return np.concatenate([classifier.scores(inputs[start : start + BATCH]) for start in range(0, len(inputs), BATCH)])


def measure(options: argparse.Namespace) -> dict[str, Any]:
    automatic = Classifier.load(options.model, device=options.device)
    exact = Classifier.load(options.model, device=options.device, precision="fp32")
    pairs = list(looks(options, automatic))
    drafted = [pair for pair in pairs if pair.drafted_px < pair.source_px]
    if not drafted:
        sys.exit("None of the pictures is a JPEG that may be decoded smaller.")
    wholes, smalls = np.stack([pair.whole for pair in drafted]), np.stack([pair.drafted for pair in drafted])
    return {
        "benchmark": "draft",
        "day": time.strftime("%Y-%m-%d"),
        "machine": f"{automatic.device.name}, {platform.system()}",
        "torch": torch.__version__,
        "model": automatic.info.name,
        "model_sha256": automatic.sha256,
        "input_px": automatic.info.preprocessing.crop_px,
        "pictures": len(pairs),
        "drafted": len(drafted),
        "photographs": None if options.folder else len(photographs()),
        "mean_pixel_difference": round(float(np.abs(wholes.astype(np.int16) - smalls).mean()), 3),
        "precisions": {
            classifier.device.precision: asdict(agreement(answers(classifier, wholes), answers(classifier, smalls)))
            for classifier in (exact, automatic)
        },
    }


def as_table(result: dict[str, Any]) -> str:
    origin = f", cut from {result['photographs']} photographs" if result["photographs"] else ""
    lines = [
        f"{result['drafted']:,} of {result['pictures']:,} pictures decoded smaller{origin}",
        f"{result['model']} ({result['input_px']} px), {result['machine']}, torch {result['torch']}, {result['day']}",
        f"mean difference of a pixel of the input: {result['mean_pixel_difference']} levels",
        "precision   same label   same where clear   largest move of a score",
    ]
    for precision, found in result["precisions"].items():
        lines.append(
            f"{precision:<9}{found['same_label']:13.2%}{found['same_label_where_clear']:19.2%}"
            f"{found['largest_move']:26.4f}"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="pictures of your own")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--pictures", type=int, default=1000, help="how many are made without FOLDER (1000)")
    parser.add_argument("--model", default="builtin")
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    result = measure(options)
    reporting.show(result, as_json=options.json, as_table=as_table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
