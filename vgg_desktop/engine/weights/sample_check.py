"""Looks at the sample pictures with a model that was just brought in: whether it answers, and whether it is right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
import numpy as np
import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.core.model.labels import Label, LabelIndex
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.model.normalisations import NORMALISATIONS, NormalisationName, with_normalisation
from vgg_desktop.engine.device import choose
from vgg_desktop.engine.runtime import Runtime
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.resize import model_square

_AMONG = 5
_TINIEST = 1e-12
# Of two normalisations one is clearly better when it makes the right labels e^10 times as likely. ImageNet's and 0 to 1
# differ in contrast alone, and samples cannot tell them apart.
_CLEARLY = 10.0
# What the samples show, by the ids and names of ImageNet-1k.
_SHOWN = {
    "cat.jpg": ("n02123045", "n02123159", "n02124075", "tabby cat", "tabby", "tiger cat", "Egyptian cat"),
    "coffee.jpg": ("n07920052", "n07930864", "n03063599", "espresso", "cup", "coffee mug"),
    "grace-hopper.jpg": ("n03763968", "military uniform"),
    "rocket.jpg": ("n03773504", "n04008634", "n04266014", "missile", "projectile", "space shuttle"),
}


@dataclass(frozen=True, slots=True)
class SampleCheck:
    """`known` samples show something that the model has a label for; `recognised` have it among the first five."""

    known: int
    recognised: int
    score: float
    """The sum of the logarithms of the right labels' scores: what is sure and wrong costs much."""


def check_on_samples(info: ModelInfo, state_dict: Mapping[str, torch.Tensor]) -> SampleCheck:
    """What the model makes of the sample pictures, on the CPU.

    Raises:
        AppError: its answers are no numbers, or too few or too many.
    """
    wanted = _wanted(info.labels)
    runtime = Runtime(info, state_dict, choose("cpu", "fp32"))
    scores = runtime.scores(np.stack(list(_squares(info))))
    if scores.shape[1] != len(info.labels) or not np.isfinite(scores).all():
        raise AppError(
            "The model {name} gives no usable numbers for sample pictures.",
            "Its training may have diverged, or it reads pixels otherwise: see --preprocessing.",
            name=info.name,
        )
    rows = [(row, places) for row, places in zip(scores, wanted, strict=True) if places]
    hits = [bool(set(np.argsort(-row)[:_AMONG].tolist()) & places) for row, places in rows]
    right = np.array([row[sorted(places)].sum() for row, places in rows])
    return SampleCheck(len(rows), sum(hits), float(np.log(right.clip(min=_TINIEST)).sum()))


def best_normalisation(
    info: ModelInfo, state_dict: Mapping[str, torch.Tensor], found: SampleCheck
) -> tuple[NormalisationName | None, SampleCheck]:
    """The named normalisation that is clearly better on the samples than the model's own; None when none is."""
    best: tuple[NormalisationName | None, SampleCheck] = None, found
    for name in NORMALISATIONS:
        preprocessing = with_normalisation(info.preprocessing, name)
        if preprocessing == info.preprocessing:
            continue
        other = check_on_samples(msgspec.structs.replace(info, preprocessing=preprocessing), state_dict)
        if (other.recognised, other.score) > (best[1].recognised, best[1].score):
            best = name, other
    is_better = best[1].recognised > found.recognised or best[1].score > found.score + _CLEARLY
    return best if is_better else (None, found)


def _squares(info: ModelInfo) -> Iterator[np.ndarray]:
    for name in _SHOWN:
        picture = decode(assets_dir() / "samples" / name, shorter_side_px=info.preprocessing.resize_px)
        yield model_square(picture, info.preprocessing)


def _wanted(labels: tuple[Label, ...]) -> list[set[int]]:
    """For each sample the positions of the labels that are right."""
    index = LabelIndex(labels)
    return [{place for name in names if (place := index.find(name)) is not None} for names in _SHOWN.values()]
