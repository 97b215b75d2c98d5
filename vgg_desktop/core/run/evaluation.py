"""How a model does on labelled pictures; of a run's best weights, `evaluation.json` says it."""

from pathlib import Path

import msgspec

from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.core.sentence import Sentence

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


def seen_sentence(seen: int, count: int, *, is_counted: bool) -> Sentence:
    """How many of `count` pictures a model has learned from, and what is made of them."""
    if is_counted:
        return Sentence("The model has learned from {seen:,} of these {count:,} pictures.", seen=seen, count=count)
    return Sentence(
        "The model has learned from {seen:,} of these {count:,} pictures; they are left out.", seen=seen, count=count
    )


class Accuracy(msgspec.Struct, frozen=True, kw_only=True):
    """The figures that matter most, of some of the pictures; fractions, `ece` after calibration."""

    count: int
    top1: float
    top5: float
    ece: float


class FolderEvaluation(msgspec.Struct, frozen=True, kw_only=True):
    """A model measured on a folder of class folders, or on a table of pictures.

    `root` is what the pictures' paths are relative to. `unreadable` pictures count nowhere else; `unknown_classes` are
    folders that no label of the model fits, with their pictures, which were left out. `kind_top1` is how often the
    everyday kind is right, None for a model with classes of its own.

    The model has learned from `seen_count` of the pictures; None where it does not say. `evaluation` is without them,
    unless they were asked for. `with_seen` and `without_seen` are the figures of all and of the new pictures alone;
    None where there are none, or where nothing is known.
    """

    root: Path
    evaluation: Evaluation
    unreadable: tuple[PathResult, ...]
    unknown_classes: dict[str, int]
    kind_top1: float | None = None
    seen_count: int | None = None
    with_seen: Accuracy | None = None
    without_seen: Accuracy | None = None

    def about_seen(self) -> list[Sentence]:
        """How many of the pictures the model has learned from, and the other figure: with them, or without."""
        if not self.seen_count or self.with_seen is None:
            return []
        is_counted = self.with_seen.count == self.evaluation.count
        sentences = [seen_sentence(self.seen_count, self.with_seen.count, is_counted=is_counted)]
        other = self.without_seen if is_counted else self.with_seen
        if other:
            template = "Without them {share} are right." if is_counted else "With them {share} are right."
            sentences.append(Sentence(template, share=f"{other.top1:.1%}"))
        return sentences
