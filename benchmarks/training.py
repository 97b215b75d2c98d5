"""How much of the machine a run uses: python benchmarks/training.py [--px 32 --batch 256 ...] [--json]

In turn, in one process: the bare step (network, loss, backward, optimiser on tensors that lie in memory) and the real
worker on generated pictures, with its cache, augmentation, events, step file and checkpoints. The ratio compares
pictures a second of the best round of each (other work on the machine only slows); the first epoch, in which everything
is warmed up, is left out. Target: at least 0.95 of the bare step, and checkpoints under 2 % of the time.
"""

import argparse
import os
import platform
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import reporting

from vgg_desktop.cli.processor import let_idle_threads_sleep


def main() -> int:
    options = parse()
    let_idle_threads_sleep()
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        os.environ["VGG_DESKTOP_HOME"] = str(Path(scratch) / "home")
        report = measure(options, Path(scratch))
    reporting.show(report, as_json=options.json, as_table=as_table)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--px", type=int, default=32)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--pictures", type=int, default=4096, help="pictures of the training side")
    parser.add_argument("--epochs", type=int, default=3, help="the first one is not counted")
    parser.add_argument("--depth", type=int, default=11)
    parser.add_argument("--head", default="average")
    parser.add_argument("--optimiser", default="sgd")
    parser.add_argument("--augmentation", default="standard")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--precision", default="auto")
    parser.add_argument("--rounds", type=int, default=3, help="how often both are measured, in turn")
    parser.add_argument("--folder", help="where scratch files go")
    return parser.parse_args()


def measure(options: argparse.Namespace, scratch: Path) -> dict[str, Any]:
    data = make_pictures(scratch / "data", options)
    bare, ours, saving, worker_share = [], [], [], []
    settled: dict[str, Any] = {}
    for number in range(options.rounds):
        run = train(options, data, scratch, number)
        settled = settled or facts(run)
        bare.append(bare_rate(options, run.recipe()))
        rate, waited, whole = rates(run)
        ours.append(rate)
        saving.append(waited)
        worker_share.append(whole)
    return {
        **settled,
        "bare_pictures_per_s": [round(rate, 1) for rate in bare],
        "our_pictures_per_s": [round(rate, 1) for rate in ours],
        "ratio": round(max(ours) / max(bare), 3),
        "ratio_with_validation_and_saving": round(max(worker_share) / max(bare), 3),
        "checkpoint_share": round(max(saving), 4),
    }


def make_pictures(folder: Path, options: argparse.Namespace) -> Path:
    """Two classes of noise; a fifth more for validation."""
    from PIL import Image

    draw = np.random.default_rng(0)
    for side, count in (("train", options.pictures), ("val", options.pictures // 5)):
        for label in ("a", "b"):
            (folder / side / label).mkdir(parents=True)
        for number in range(count):
            pixels = draw.integers(0, 256, (options.px, options.px, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / side / "ab"[number % 2] / f"{number:06}.bmp")
    return folder


def train(options: argparse.Namespace, data: Path, scratch: Path, number: int) -> Any:
    from vgg_desktop.core.recipe.recipe_checks import make
    from vgg_desktop.training.worker import launcher
    from vgg_desktop.training.worker.worker import work

    recipe = make(
        {
            "start_from": "scratch",
            "depth": options.depth,
            "head": options.head,
            "input_px": options.px,
            "batch_size": options.batch,
            "epochs": options.epochs,
            "optimiser": options.optimiser,
            "augmentation": options.augmentation,
            "device": options.device,
            "precision": options.precision,
            "learning_rate": 1e-3,
        }
    )
    run = launcher.create_run(scratch / "runs", data, recipe, name=f"run {number}")
    if work(run) != 0:
        raise SystemExit(run.state().summary)
    return run


def rates(run: Any) -> tuple[float, float, float]:
    """Pictures a second while learning, the share of the time that checkpoints took, and pictures a second overall."""
    from vgg_desktop.core.run.events import Checkpoint, Epoch

    steps = run.steps()
    counted = steps[steps["epoch"] > 1]
    events = run.new_event_reader().read_new()
    epochs = [event for event in events if isinstance(event, Epoch)]
    # Every epoch has as many pictures; its rate is over the time from its first batch to its last result.
    learning = len(epochs[1:]) / sum(1 / event.pictures_per_s for event in epochs[1:])
    seconds = [event.seconds for event in epochs]
    waited = sum(event.seconds for event in events if isinstance(event, Checkpoint))
    whole = int(counted["pictures"].sum()) / (sum(seconds[1:]) + waited * (len(seconds) - 1) / len(seconds))
    return learning, waited / (sum(seconds) + waited), whole


def bare_rate(options: argparse.Namespace, recipe: Any) -> float:
    """Pictures a second of nothing but the network, forward, backward and optimiser."""
    import torch
    from torch.nn import functional

    from vgg_desktop.core.model.model_info import Architecture
    from vgg_desktop.engine.architecture import build
    from vgg_desktop.training.network.start import HEADS

    hidden, pooled_px = HEADS[recipe.head]
    device = torch.device(recipe.device)
    network = build(
        Architecture(
            depth=options.depth,
            batch_norm=True,
            class_count=2,
            hidden=hidden,
            pooled_px=pooled_px,
        )
    )
    network = network.to(device=device, memory_format=torch.channels_last).train()
    kind = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[recipe.optimiser]
    extra = {"momentum": 0.9, "nesterov": True} if recipe.optimiser == "sgd" else {}
    optimiser = kind(network.parameters(), lr=1e-3, fused=True, **extra)
    images = torch.randn(options.batch, 3, options.px, options.px, device=device)
    images = images.to(memory_format=torch.channels_last)
    targets = torch.randint(0, 2, (options.batch,), device=device)
    dtype = {"bf16": torch.bfloat16, "fp16": torch.float16}.get(recipe.precision, torch.bfloat16)

    def step() -> None:
        optimiser.zero_grad(set_to_none=True)
        with torch.autocast(device.type, dtype=dtype, enabled=recipe.precision != "fp32"):
            loss = functional.cross_entropy(network(images), targets)
        loss.backward()
        optimiser.step()

    def wait() -> None:
        if device.type == "cuda":
            torch.cuda.synchronize()

    for _ in range(3):
        step()
    wait()
    count = max(5, options.pictures // options.batch)
    started = time.perf_counter()
    for _ in range(count):
        step()
    wait()
    return count * options.batch / (time.perf_counter() - started)


def facts(run: Any) -> dict[str, Any]:
    import torch

    from vgg_desktop.core.run.events import Started

    started = next(event for event in run.new_event_reader().read_new() if isinstance(event, Started))
    return {
        "machine": f"{platform.system()} {platform.machine()}, {started.device}, {started.precision}",
        "torch": str(torch.__version__),
        "threads": run.recipe().threads,
        "input_px": run.recipe().input_px,
        "batch_size": run.recipe().batch_size,
        "network": f"VGG-{run.recipe().depth}, {run.recipe().head} head",
    }


def as_table(report: dict[str, Any]) -> str:
    width = max(map(len, report))
    return "".join(f"{name:<{width}}  {value}\n" for name, value in report.items())


if __name__ == "__main__":
    raise SystemExit(main())
