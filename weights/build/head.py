"""Step 3: a head on the frozen convolutions: python weights/build/head.py ONNX WORK

Written is WORK/head.pt; the averages that it learns from are kept in WORK/averages.npy.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from bases import FIFTH, convolutions
from distil import Crops, Distillation, Head, read_crops

EPOCHS, BATCH = 5, 256
RATE, LAST_RATE, DECAY, DROPOUT = 1e-3, 3e-5, 1e-2, 0.25


def main(onnx_file: Path, work: Path) -> None:
    torch.manual_seed(0)
    crops = read_crops(work)
    averages = _averages(onnx_file, work, crops)
    head, distillation = Head(DROPOUT), Distillation()
    head.mean.data, head.deviation.data = averages.mean(0), averages.std(0) + 1e-3
    optimiser = torch.optim.AdamW(
        [
            {"params": head.layers.parameters(), "weight_decay": DECAY},
            {"params": head.last.parameters(), "weight_decay": 0.0},
        ],
        lr=RATE,
    )
    steps = EPOCHS * (len(averages) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [RATE, LAST_RATE], total_steps=steps, pct_start=0.1)
    for step in range(steps):
        drawn = torch.multinomial(crops.weights, BATCH, replacement=True)
        loss = distillation.loss(head(averages[drawn]), crops.features[drawn])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 100 == 99:
            print(f"{step + 1} of {steps}: {loss.item():.3f}", flush=True)
    torch.save(head.state_dict(), work / "head.pt")


def _averages(onnx_file: Path, work: Path, crops: Crops) -> torch.Tensor:
    """float32 (N, 512): the means of the fifth block's maps."""
    kept = work / "averages.npy"
    if kept.exists() and len(found := np.load(kept)) == len(crops.maps):
        return torch.from_numpy(found)
    fifth = convolutions(onnx_file)[FIFTH:].bfloat16().to(memory_format=torch.channels_last)
    scales = torch.from_numpy(np.load(work / "scales.npy"))[None, :, None, None]
    parts = []
    with torch.inference_mode():
        for maps in crops.maps.split(BATCH):
            images = (maps * scales).bfloat16().contiguous(memory_format=torch.channels_last)
            parts.append(fifth(images).float().mean((2, 3)))
    np.save(kept, torch.cat(parts).numpy())
    return torch.cat(parts).clone()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
