"""Step 2: what teacher and student see in every crop: python weights/build/extract.py ONNX WORK WORKER WORKERS

Start one process a core: WORKER 0 of 2, and 1 of 2. Each writes chunks of 256 crops to WORK/cache and leaves out those
that are there, so that it can be stopped and started again. A crop is a random part of 35 to 100 % of the photo's area,
mirrored every second time, and the same for both. The maps before the fifth block are stored in a byte a number
(51 KB a crop, 0.8 % off), each channel on its own scale.
"""

import os
import random
import sys
import time
from pathlib import Path

import numpy as np
from bases import STUDENT_PX, TEACHER_PX, quantise, student, teacher
from PIL import Image, ImageOps

from vgg_desktop.core.errors import AppError
from vgg_desktop.pictures.decode import decode

CHUNK, BATCH = 256, 16
_DECODED_PX = 400
_LEAST_AREA = 0.35
_CALIBRATION_CROPS = 256

Row = tuple[str, str, int]


def main(onnx_file: Path, work: Path, worker: int, workers: int) -> None:
    rows = read_rows(work)
    scales = _prepared(onnx_file, work, rows)
    see = student(onnx_file, BATCH, quantised=work / "blocks.xml")
    teach = teacher(BATCH)
    (work / "cache").mkdir(exist_ok=True)
    for number in range(worker, len(rows) // CHUNK, workers):
        target = work / "cache" / f"{number:05d}.npz"
        if target.exists():
            continue
        started = time.perf_counter()
        chunk = rows[number * CHUNK : (number + 1) * CHUNK]
        maps, features, is_read = [], [], []
        for start in range(0, CHUNK, BATCH):
            crops = [crop(row) for row in chunk[start : start + BATCH]]
            is_read += [each is not None for each in crops]
            pairs = [each or _nothing() for each in crops]
            features.append(teach(np.stack([large for large, _ in pairs])).astype(np.float16))
            maps.append(as_bytes(see(np.stack([small for _, small in pairs])), scales))
        draft = target.with_suffix(".tmp.npz")
        sources = np.array([name for name, _, _ in chunk])
        np.savez(draft, t=np.concatenate(features), p=np.concatenate(maps), ok=np.array(is_read), src=sources)
        draft.replace(target)
        print(f"{number}: {CHUNK / (time.perf_counter() - started):.1f} a second", flush=True)


def read_rows(work: Path) -> list[Row]:
    lines = (work / "crops.tsv").read_text(encoding="utf-8").splitlines()
    return [(name, path, int(turn)) for name, path, turn in (line.split("\t") for line in lines)]


def crop(row: Row) -> tuple[np.ndarray, np.ndarray] | None:
    """uint8 (260, 260, 3) and (160, 160, 3) of the same part of a photo; None if it cannot be read."""
    _, path, turn = row
    rng = random.Random(f"{path}|{turn}")
    try:
        image = Image.fromarray(decode(Path(path), shorter_side_px=_DECODED_PX).pixels)
    except AppError as error:
        print(error, flush=True)
        return None
    box = random_box(image.size, rng)
    large = image.resize((TEACHER_PX, TEACHER_PX), Image.Resampling.BICUBIC, box=box)
    small = image.resize((STUDENT_PX, STUDENT_PX), Image.Resampling.BILINEAR, box=box)
    if rng.random() < 0.5:
        large, small = ImageOps.mirror(large), ImageOps.mirror(small)
    return np.asarray(large), np.asarray(small)


def random_box(size: tuple[int, int], rng: random.Random) -> tuple[int, int, int, int]:
    """Source: torchvision.transforms.RandomResizedCrop."""
    width, height = size
    for _ in range(10):
        area = rng.uniform(_LEAST_AREA, 1.0) * width * height
        ratio = float(np.exp(rng.uniform(np.log(3 / 4), np.log(4 / 3))))
        across, down = round((area * ratio) ** 0.5), round((area / ratio) ** 0.5)
        if across <= width and down <= height:
            left, top = rng.randint(0, width - across), rng.randint(0, height - down)
            return left, top, left + across, top + down
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    return left, top, left + side, top + side


def as_bytes(maps: np.ndarray, scales: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(maps / scales[None, :, None, None]), 0, 255).astype(np.uint8)


def _prepared(onnx_file: Path, work: Path, rows: list[Row]) -> np.ndarray:
    """The int8 network and the scales of its maps, made by whoever comes first."""
    if not (work / "scales.npy").exists():
        found = [each for row in rows[:_CALIBRATION_CROPS] if (each := crop(row)) is not None]
        pixels = np.stack([small for _, small in found[: len(found) // BATCH * BATCH]])
        quantise(onnx_file, pixels, work / "blocks.xml")
        see = student(onnx_file, BATCH, quantised=work / "blocks.xml")
        maps = np.concatenate([see(pixels[start : start + BATCH]) for start in range(0, len(pixels), BATCH)])
        highest = np.quantile(maps.transpose(1, 0, 2, 3).reshape(512, -1), 0.9998, axis=1)
        draft = work / f"scales.{os.getpid()}.npy"
        np.save(draft, np.maximum(highest, 1e-3).astype(np.float32) / 255)
        draft.replace(work / "scales.npy")
    return np.load(work / "scales.npy")


def _nothing() -> tuple[np.ndarray, np.ndarray]:
    return np.zeros((TEACHER_PX, TEACHER_PX, 3), np.uint8), np.zeros((STUDENT_PX, STUDENT_PX, 3), np.uint8)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
