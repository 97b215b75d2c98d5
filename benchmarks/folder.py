"""Pictures a second through a folder, decoding included: python benchmarks/folder.py [FOLDER] [--json]

Each round times, in turn: decoding alone (on every core), the model alone (pictures already prepared, in batches of the
mean size that a folder gets), and both together as `vgg-desktop classify FOLDER` does it. On a CPU, where both share
the cores, the ideal is 1 / (1 / decoding + 1 / model); on a GPU it is the slower of the two. Without FOLDER, photos
of 500 x 375 px are made.
"""
# ruff: noqa: E402 - the threads' habits must be set before torch is loaded.

import argparse
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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

from vgg_desktop.core.files.picture_files import find_pictures
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.device import core_count
from vgg_desktop.engine.folder import Timing, classify_paths

TARGET = 0.9


def make_photos(folder: Path, count: int) -> None:
    """JPEG files with the detail of photographs: the sample pictures, cut and turned differently each."""
    samples = [Image.open(path).convert("RGB") for path in sorted((ROOT / "assets" / "samples").glob("*.jpg"))]
    random = np.random.default_rng(0)
    for number in range(count):
        sample = samples[number % len(samples)]
        share = random.uniform(0.5, 1.0)
        width, height = int(sample.width * share), int(sample.height * share)
        left, top = random.integers(0, sample.width - width + 1), random.integers(0, sample.height - height + 1)
        cut = sample.resize((500, 375), Image.Resampling.BICUBIC, (left, top, left + width, top + height))
        cut.save(folder / f"{number:05}.jpg", quality=90)


class Bench:
    """The three ways to spend a round on the same files."""

    def __init__(self, classifier: Classifier, paths: list[Path], batch_size: int | None) -> None:
        self._classifier = classifier
        self._paths = paths
        self._batch_size = batch_size
        self._inputs = [self._prepared(path) for path in paths]
        # The first run warms everything up.
        timing = self._stream()
        self.mean_batch = max(1, round(timing.files / timing.batches))

    def round(self) -> dict[str, float]:
        """Pictures a second of each, and how near both together come to the ideal."""
        decoding, model, together = (self._rate(work) for work in (self._decode, self._classify, self._stream))
        on_cpu = self._classifier.device.kind == "cpu"
        ideal = 1 / (1 / decoding + 1 / model) if on_cpu else min(decoding, model)
        return {"decoding": decoding, "model": model, "together": together, "ideal": ideal, "ratio": together / ideal}

    def _rate(self, work: Callable[[], object]) -> float:
        started = time.perf_counter()
        work()
        return len(self._paths) / (time.perf_counter() - started)

    def _prepared(self, path: Path) -> np.ndarray:
        return self._classifier.square(self._classifier.decode(path))

    def _decode(self) -> None:
        with ThreadPoolExecutor(core_count() + 1) as pool:
            for _ in pool.map(self._prepared, self._paths):
                pass

    def _classify(self) -> None:
        for start in range(0, len(self._inputs), self.mean_batch):
            self._classifier.scores(np.stack(self._inputs[start : start + self.mean_batch]))

    def _stream(self) -> Timing:
        timing = Timing()
        for _ in classify_paths(self._classifier, iter(self._paths), batch_size=self._batch_size, timing=timing):
            pass
        return timing


def measure(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    paths = list(find_pictures([folder], on_problem=lambda _: None))
    classifier = Classifier.load(options.model, device=options.device, precision=options.precision)
    bench = Bench(classifier, paths, options.batch_size)
    rounds = [bench.round() for _ in range(options.rounds)]
    medians = {name: statistics.median(each[name] for each in rounds) for name in rounds[0]}
    ratio = medians.pop("ratio")
    return {
        "benchmark": "folder",
        "day": time.strftime("%Y-%m-%d"),
        "machine": f"{classifier.device.name}, {platform.system()}",
        "precision": classifier.device.precision,
        "torch": torch.__version__,
        "model": classifier.info.name,
        "pictures": len(paths),
        "mean_batch": bench.mean_batch,
        "rounds": options.rounds,
        "pictures_per_s": {name: round(value, 1) for name, value in medians.items()},
        "ratio": round(ratio, 3),
        "target": TARGET,
    }


def as_table(result: dict[str, Any]) -> str:
    what = f"{result['pictures']} pictures in batches of {result['mean_batch']}"
    where = f"{result['machine']}, torch {result['torch']}, {result['day']}"
    head = f"{what}, {result['model']} ({result['precision']}), {where}"
    rates = [f"{name:<17}{value:9.1f} pictures/s" for name, value in result["pictures_per_s"].items()]
    last = f"together / ideal {result['ratio']:9.3f}   (target: at least {result['target']})"
    return "\n".join([head, *rates, last]) + "\n"


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="pictures of your own")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--pictures", type=int, default=600, help="how many are made without FOLDER (600)")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--model", default="builtin")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--precision", default="auto")
    parser.add_argument("--batch-size", type=int)
    return parser.parse_args()


def main() -> int:
    options = parse()
    with tempfile.TemporaryDirectory() as scratch:
        if options.folder is None:
            make_photos(Path(scratch), options.pictures)
        result = measure(options, options.folder or Path(scratch))
    reporting.show(result, as_json=options.json, as_table=as_table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
