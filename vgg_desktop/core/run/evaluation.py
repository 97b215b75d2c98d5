"""How a model does on labelled pictures; of a run's best weights, `evaluation.json` says it."""

from pathlib import Path

import msgspec

from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.prediction import PathResult

FEWEST_TO_CALIBRATE = 100
"""With fewer pictures a temperature is mostly chance."""


class ClassResult(msgspec.Struct, frozen=True, kw_only=True):
    """One class. `precision` is None when it was never predicted, `recall` when validation has no picture of it."""

    label: Label
    train_count: int
    val_count: int
    precision: float | None
    recall: float | None


class CalibrationBin(msgspec.Struct, frozen=True, kw_only=True):
    """Pictures whose best score lies in [`low`, `high`); mean score and accuracy are 0 where there are none."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


class PictureResult(msgspec.Struct, frozen=True, kw_only=True):
    """One picture. `path` is relative to the data folder; classes are positions in the labels.

    `sha256` is empty where a model was evaluated on a folder that is no run's.
    `score` is the softmax value of the predicted class, `target_score` that of the true one, before calibration.
    """

    path: str
    sha256: str
    target: int
    predicted: int
    score: float
    target_score: float
    loss: float

    @property
    def is_right(self) -> bool:
        return self.target == self.predicted


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known of it; `epoch` is 0 where no run is meant.

    `confusion[target][predicted]` counts pictures; `pictures` stand worst (largest loss) first. Accuracies and `ece`
    (expected calibration error, 15 equal-width bins) are fractions; `ece` is measured before the `temperature`,
    `ece_calibrated` after it. A run's temperature was fitted on the same pictures.
    """

    format: int = 1
    epoch: int
    count: int
    loss: float
    top1: float
    top5: float
    ece: float
    ece_calibrated: float
    temperature: float
    classes: tuple[ClassResult, ...]
    confusion: tuple[tuple[int, ...], ...]
    calibration: tuple[CalibrationBin, ...]
    pictures: tuple[PictureResult, ...]

    @property
    def mistakes(self) -> tuple[PictureResult, ...]:
        """The pictures that were wrong, worst first."""
        return tuple(picture for picture in self.pictures if not picture.is_right)

    def of_classes_that_occur(self) -> "Evaluation":
        """Without classes that no picture is of and none was taken for: a large model, and a folder of few classes.

        Those with pictures stand first, in their order; then the others, most often named first.
        """
        named = [sum(column) for column in zip(*self.confusion, strict=True)]
        places = [place for place, one in enumerate(self.classes) if one.val_count or named[place]]
        places.sort(key=lambda place: (0, 0) if self.classes[place].val_count else (1, -named[place]))
        new = {place: position for position, place in enumerate(places)}
        return msgspec.structs.replace(
            self,
            classes=tuple(self.classes[place] for place in places),
            confusion=tuple(tuple(self.confusion[row][column] for column in places) for row in places),
            pictures=tuple(
                msgspec.structs.replace(one, target=new[one.target], predicted=new[one.predicted])
                for one in self.pictures
            ),
        )


class FolderEvaluation(msgspec.Struct, frozen=True, kw_only=True):
    """A model measured on a folder of class folders, or on a table of pictures.

    `root` is what the pictures' paths are relative to. `unreadable` pictures count nowhere else; `unknown_classes` are
    folders that no label of the model fits, with their pictures, which were left out. `kind_top1` is how often the
    everyday kind is right, None for a model with classes of its own.
    """

    root: Path
    evaluation: Evaluation
    unreadable: tuple[PathResult, ...]
    unknown_classes: dict[str, int]
    kind_top1: float | None = None
