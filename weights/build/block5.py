"""Step 4: the fifth block learns along: torchrun --nproc-per-node=2 weights/build/block5.py ONNX WORK

Reads WORK/head.pt, writes WORK/network.pt, and WORK/block5.ckpt on the way, from which it goes on. One process a core;
their weights are averaged every 40 steps, which loses less on busy cores than waiting for each other in every step.
"""

import math
import os
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from bases import FIFTH, convolutions
from distil import Distillation, Head, read_crops
from torch import nn

EPOCHS, BATCH = 4, 64
RATE, HEAD_RATE, LAST_RATE, DROPOUT = 3e-5, 4e-4, 4e-5, 0.15
WARM_UP, LAST_SHARE, LARGEST_GRADIENT = 60, 0.01, 5.0
AVERAGED_EVERY, KEPT_EVERY = 40, 250


class Student(nn.Module):
    """The fifth block in bf16 and the head in fp32, on stored maps."""

    def __init__(self, onnx_file: Path, scales: torch.Tensor) -> None:
        super().__init__()
        self.fifth = convolutions(onnx_file)[FIFTH:].to(memory_format=torch.channels_last).requires_grad_(True)
        self.head = Head(DROPOUT)
        self._scales = scales[None, :, None, None]

    def forward(self, maps: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        images = (maps * self._scales).bfloat16().contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            found = self.fifth(images)
        return self.head(found.float().mean((2, 3)))


def main(onnx_file: Path, work: Path) -> None:
    dist.init_process_group("gloo")
    torch.set_num_threads(1)
    rank, ranks = dist.get_rank(), dist.get_world_size()
    student = Student(onnx_file, torch.from_numpy(np.load(work / "scales.npy")))
    student.head.load_state_dict(torch.load(work / "head.pt", weights_only=True))
    crops, distillation = read_crops(work), Distillation()
    steps = int(EPOCHS * crops.weights.sum() / BATCH / ranks)
    order = torch.multinomial(
        crops.weights, steps * BATCH, replacement=True, generator=torch.Generator().manual_seed(1 + rank)
    ).split(BATCH)
    optimiser = torch.optim.AdamW(
        [
            {"params": student.fifth.parameters(), "lr": RATE, "weight_decay": 1e-4},
            {"params": student.head.layers.parameters(), "lr": HEAD_RATE, "weight_decay": 1e-2},
            {"params": student.head.last.parameters(), "lr": LAST_RATE, "weight_decay": 0.0},
        ]
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _share(step, steps))
    begun = _resumed(work / "block5.ckpt", student, optimiser, schedule)
    started = time.perf_counter()
    for step in range(begun, steps):
        drawn = order[step]
        # Not mirrored: the channels of these maps know left from right, and a mirrored map is of no picture.
        loss = distillation.loss(student(crops.maps[drawn]), crops.features[drawn])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(student.parameters(), LARGEST_GRADIENT)
        optimiser.step()
        schedule.step()
        if step % AVERAGED_EVERY == AVERAGED_EVERY - 1 or step == steps - 1:
            _average(student, ranks)
            rate = ranks * BATCH * (step + 1 - begun) / (time.perf_counter() - started)
            print(f"{step + 1} of {steps}: {loss.item():.3f}, {rate:.0f} a second", flush=True)
        if rank == 0 and step % KEPT_EVERY == KEPT_EVERY - 1:
            _keep(work / "block5.ckpt", step + 1, student, optimiser, schedule)
    if rank == 0:
        torch.save(student.state_dict(), work / "network.pt")
    dist.destroy_process_group()


def _share(step: int, steps: int) -> float:
    """Of the highest rate: a warm-up and half a cosine."""
    wave = 0.5 * (1 + math.cos(math.pi * min(step, steps) / steps))
    return min(1.0, (step + 1) / WARM_UP) * (wave * (1 - LAST_SHARE) + LAST_SHARE)


def _average(student: Student, ranks: int) -> None:
    with torch.no_grad():
        for parameter in student.parameters():
            values = parameter.reshape(-1).clone()
            dist.all_reduce(values)
            parameter.copy_((values / ranks).view(parameter.shape))


def _keep(path: Path, step: int, *parts: nn.Module | torch.optim.Optimizer | torch.optim.lr_scheduler.LRScheduler):
    draft = path.with_suffix(".tmp")
    torch.save({"step": step, "parts": [part.state_dict() for part in parts]}, draft)
    os.replace(draft, path)  # noqa: PTH105


def _resumed(path: Path, *parts: nn.Module | torch.optim.Optimizer | torch.optim.lr_scheduler.LRScheduler) -> int:
    if not path.exists():
        return 0
    kept = torch.load(path, weights_only=True)
    for part, state in zip(parts, kept["parts"], strict=True):
        part.load_state_dict(state)
    return kept["step"]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
