"""What steps 3 and 4 share: the cache, the head, and what it has to learn from the teacher."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from bases import FEATURES, teacher_network
from pictures import collections
from torch import nn
from torch.nn import functional

HIDDEN = 1024
# Mean square of the teacher's features over all crops: makes their loss a share.
_FEATURE_SCALE = 0.25


@dataclass(frozen=True, slots=True)
class Crops:
    """`maps` uint8 (N, 512, 10, 10) before the fifth block, `features` float32 (N, 1280) of the teacher, `weights`
    (N,): how often a crop is drawn, 0 for those that could not be read."""

    maps: torch.Tensor
    features: torch.Tensor
    weights: torch.Tensor


class Head(nn.Module):
    """512 averages to hidden, to the teacher's 1,280 features, to its 1,000 logits with its own last layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mean = nn.Parameter(torch.zeros(512), requires_grad=False)
        self.deviation = nn.Parameter(torch.ones(512), requires_grad=False)
        self.layers = nn.Sequential(
            nn.Linear(512, HIDDEN), nn.ReLU(), nn.Dropout(dropout), nn.Linear(HIDDEN, FEATURES), nn.ReLU()
        )
        self.last = nn.Linear(FEATURES, 1000)
        self.last.load_state_dict(teacher_network()._fc.state_dict())

    def forward(self, averages: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.layers((averages - self.mean) / self.deviation)
        return features, self.last(features)

    def classifier(self) -> dict[str, torch.Tensor]:
        """The three linear layers under a VGG's names, the standardising folded into the first."""
        weight = self.layers[0].weight / self.deviation
        folded = {"weight": weight, "bias": self.layers[0].bias - weight @ self.mean}
        layers = {0: folded, 3: self.layers[3].state_dict(), 6: self.last.state_dict()}
        return {f"classifier.{n}.{key}": value.detach() for n, each in layers.items() for key, value in each.items()}


class Distillation:
    """Divergence from the teacher's scores plus the distance from its features."""

    def __init__(self) -> None:
        self._last = teacher_network()._fc.requires_grad_(False)

    def loss(self, answer: tuple[torch.Tensor, torch.Tensor], wanted: torch.Tensor) -> torch.Tensor:
        features, logits = answer
        target = functional.log_softmax(self._last(wanted), 1)
        divergence = functional.kl_div(
            functional.log_softmax(logits, 1), target, log_target=True, reduction="batchmean"
        )
        return divergence + functional.mse_loss(features, wanted) / _FEATURE_SCALE


def read_crops(work: Path) -> Crops:
    """All that the extraction has written so far."""
    weight_of = {row["name"]: float(row["weight"]) for row in collections()}
    maps, features, weights = [], [], []
    for path in sorted((work / "cache").glob("?????.npz")):
        with np.load(path) as chunk:
            maps.append(chunk["p"])
            features.append(chunk["t"].astype(np.float32))
            weights.append(np.array([weight_of[name] for name in chunk["src"]]) * chunk["ok"])
    return Crops(*(torch.from_numpy(np.concatenate(each)) for each in (maps, features, weights)))
