"""How `builtin.safetensors` was made: python weights/convert_start_model.py WEIGHTS CLASSES.tsv VAL.zip TARGET

WEIGHTS is the start model; CLASSES.tsv and VAL.zip are the classes of Tiny-ImageNet-200 (wnid, name, synonyms) and its
10,000 validation pictures in one folder a class. Every second picture, in order of its path, fits the temperature and
the threshold; the others measure them.
"""

import sys
import zipfile
from pathlib import Path

import msgspec
import numpy as np
import torch

from vgg_desktop.core.labels import LabelIndex, read_labels_tsv
from vgg_desktop.core.model_info import Architecture, ModelInfo, Preprocessing
from vgg_desktop.engine import bundle, importers
from vgg_desktop.engine.calibrate import calibrate
from vgg_desktop.engine.device import choose
from vgg_desktop.engine.runtime import Runtime
from vgg_desktop.pictures.decode import decode
from vgg_desktop.pictures.resize import prepare

_BATCH = 100


def main(weights: str, classes: str, pictures: str, target: str) -> None:
    labels = read_labels_tsv(Path(classes))
    sized = Preprocessing(resize_px=64, crop_px=64)
    imported = importers.import_weights(Path(weights), labels=labels, preprocessing=sized)
    info = described(msgspec.structs.replace(imported.info.architecture, dropout=0.2), imported.info)
    logits, targets = answers(Runtime(info, imported.state_dict, choose("cpu", "fp32")), info, Path(pictures))
    best = logits.topk(5).indices
    metrics = {
        "top1": (best[:, 0] == targets).double().mean().item(),
        "top5": (best == targets[:, None]).any(1).double().mean().item(),
    }
    calibration = calibrate(logits[0::2], targets[0::2], (logits[1::2], targets[1::2]))
    info = msgspec.structs.replace(info, metrics=metrics, calibration=calibration)
    sha256 = bundle.save(Path(target), info, imported.state_dict)
    print(metrics, calibration, sha256, sep="\n")  # noqa: T201


def described(architecture: Architecture, imported: ModelInfo) -> ModelInfo:
    return ModelInfo(
        name="Everyday things",
        architecture=architecture,
        labels=imported.labels,
        preprocessing=imported.preprocessing,
        measured_on="Tiny-ImageNet-200, its 10,000 validation pictures, fp32 on a CPU",
        provenance={
            "trained on": "the 100,000 training pictures of Tiny-ImageNet-200, from scratch",
            "training": "55 minutes on 2 CPU cores: one-cycle SGD, 6 epochs at 32 px, 2 at 48 px, 2 at 64 px",
            "made by": "weights/convert_start_model.py",
        },
        licence="MIT for the weights; the pictures they were trained on are for non-commercial research and education",
    )


def answers(runtime: Runtime, info: ModelInfo, archive: Path) -> tuple[torch.Tensor, torch.Tensor]:
    """Logarithms of the scores, (N, 200), and the targets, (N,), of every picture in the archive."""
    index = LabelIndex(info.labels)
    with zipfile.ZipFile(archive) as pictures:
        names = sorted(name for name in pictures.namelist() if not name.endswith("/"))
        found = [index.find(Path(name).parent.name) for name in names]
        squares = [prepare(decode(pictures.read(name)), info.preprocessing) for name in names]
    scores = [runtime.scores(np.stack(squares[i : i + _BATCH])) for i in range(0, len(squares), _BATCH)]
    targets = [target for target in found if target is not None]
    return torch.from_numpy(np.concatenate(scores)).double().log(), torch.tensor(targets)


if __name__ == "__main__":
    main(*sys.argv[1:])
