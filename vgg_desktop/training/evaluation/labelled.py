"""A model measured on pictures that lie in class folders or stand in a table.

    classifier = Classifier.load("builtin", on_notice=say)
    pictures = labelled_pictures(classifier.info.labels, folder, split="val")
    found = evaluate_model(classifier, pictures, on_progress=..., cancelled=...)

`found` is plain data of `core`, with the same `Evaluation` inside as a run's `evaluation.json`. The functions need a
thread of their own, and the classifier to themselves; progress is told and `cancelled` asked in that thread.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label, LabelIndex
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.core.reading import AS_IT_IS, Reading, way_out
from vgg_desktop.core.run.evaluation import FolderEvaluation
from vgg_desktop.core.sentence import Sentence, joined
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.folder import ScoredFile, score_paths
from vgg_desktop.engine.kinds import KindSums
from vgg_desktop.training.data.dataset import list_source
from vgg_desktop.training.data.listing import Listing
from vgg_desktop.training.data.picture_set import PictureSet
from vgg_desktop.training.evaluation.answers import Answers, answers_from, concatenated, logits_from
from vgg_desktop.training.evaluation.evaluation import evaluation_from
from vgg_desktop.training.progress import CancelledError, IsCancelled, Progress, never_cancelled, no_progress

SPLITS = ("val", "train", "test", "all")
_CHUNK = 256


@dataclass(frozen=True, slots=True)
class LabelledPictures:
    """Pictures whose class the model knows. `unknown_classes` are folders that it does not, with their pictures."""

    pictures: PictureSet
    unknown_classes: dict[str, int]

    def left_out(self) -> list[str]:
        """A sentence for each class that is left out."""
        return [
            Sentence(
                "The model knows no class {folder}; its {count:,} pictures are left out.",
                folder=one_line(folder),
                count=count,
            )
            for folder, count in self.unknown_classes.items()
        ]


def labelled_pictures(
    labels: tuple[Label, ...], source: Path, split: str = "val", reading: Reading = AS_IT_IS
) -> LabelledPictures:
    """The pictures of a folder or table whose class is one of `labels`, found by id, name or alias.

    `split` is "val", "train", "test" or "all"; pictures of a source without sides belong to each. `reading` is what a
    person says about the source.

    Raises:
        AppError: there is no such split, the source cannot be read, or none of its classes is known.
    """
    if split not in SPLITS:
        raise AppError("The split is one of {names}.", names=", ".join(SPLITS))
    listing = list_source(source, reading)
    if listing.faults:
        raise AppError(joined(listing.faults), way_out(listing.understood))
    index = LabelIndex(labels)
    found = [one for one in (*listing.pictures, *listing.tests) if split == "all" or one.side in (None, split)]
    if not found:
        raise _empty_split(source, split, listing)
    known = [(one.path, target) for one in found if (target := index.find(one.folder)) is not None]
    unknown = Counter(one.folder for one in found if index.find(one.folder) is None)
    if not known:
        raise AppError(
            "{source} has no pictures of a class that this model knows.",
            "Its folders are matched to the model's classes by id, name and alias.",
            source=display_name(source),
        )
    paths, targets = zip(*known, strict=True)
    pictures = PictureSet(listing.root, paths, ("",) * len(paths), np.array(targets, np.int64))
    return LabelledPictures(pictures, dict(sorted(unknown.items())))


def _empty_split(source: Path, split: str, listing: Listing) -> AppError:
    """What there is instead."""
    sides = Counter(one.side for one in (*listing.pictures, *listing.tests) if one.side)
    there = ", ".join(f"{side} ({count:,})" for side, count in sorted(sides.items()))
    if not there:
        return AppError("{source} has no pictures in class folders.", source=display_name(source))
    return AppError(
        "{source} has no pictures of the split {split}; it has {there}.",
        "Choose another one with --split.",
        source=display_name(source),
        split=split,
        there=there,
    )


def evaluate_model(
    classifier: Classifier,
    labelled: LabelledPictures,
    *,
    batch_size: int | None = None,
    on_progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> FolderEvaluation:
    """The model's answers against the classes that the pictures lie in.

    Raises:
        AppError: none of the pictures can be read, the model failed, or its file is damaged.
        CancelledError: `cancelled` said so.
    """
    temperature = classifier.info.calibration.temperature
    pictures = labelled.pictures
    scored = scored_pictures(classifier, pictures, batch_size=batch_size, on_progress=on_progress, cancelled=cancelled)
    kinds = _RightKinds(classifier.info.labels)
    parts: list[Answers] = []
    readable: list[int] = []
    unreadable: list[PathResult] = []
    for chunk in _chunks(enumerate(scored)):
        rows = [file.scores for _, file in chunk if file.scores is not None]
        places = [place for place, file in chunk if file.scores is not None]
        unreadable += [PathResult(file.path, error=file.error) for _, file in chunk if file.scores is None]
        if rows:
            targets = torch.from_numpy(pictures.targets[places])
            parts.append(answers_from(logits_from(np.stack(rows), temperature), targets, temperature))
            readable += places
            kinds.count(np.stack(rows), pictures.targets[places])
    if not parts:
        raise AppError("None of the pictures could be read.")
    classifier.confirm()
    evaluation = evaluation_from(
        concatenated(parts),
        _those(pictures, readable),
        classifier.info.labels,
        train_targets=np.zeros(0, np.int64),
        temperature=temperature,
        epoch=0,
    )
    return FolderEvaluation(
        root=pictures.root,
        evaluation=evaluation,
        unreadable=tuple(unreadable),
        unknown_classes=labelled.unknown_classes,
        kind_top1=kinds.share,
    )


def scored_pictures(
    classifier: Classifier,
    pictures: PictureSet,
    *,
    batch_size: int | None = None,
    on_progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> Iterator[ScoredFile]:
    """The model's scores of each picture, in their order.

    Raises:
        AppError: the model failed.
        CancelledError: `cancelled` said so.
    """
    done, total = 0, len(pictures)
    paths = (pictures.file(position) for position in range(total))
    for done, file in enumerate(score_paths(classifier, paths, batch_size=batch_size, cancelled=cancelled), 1):
        yield file
        on_progress(done, total)
    if done < total:
        raise CancelledError


class _RightKinds:
    """How often the kind with the largest sum is that of the true class."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self._sums = KindSums.of(labels)
        self._right = self._seen = 0

    @property
    def share(self) -> float | None:
        """None for a model whose classes are of no kind."""
        return None if self._sums is None else self._right / self._seen

    def count(self, scores: np.ndarray, targets: np.ndarray) -> None:
        """Of scores (N, C) and true classes (N,)."""
        if self._sums is not None:
            self._right += int((self._sums.sums(scores).argmax(1) == self._sums.places[targets]).sum())
            self._seen += len(targets)


def _chunks(items: Iterator[tuple[int, ScoredFile]]) -> Iterator[list[tuple[int, ScoredFile]]]:
    """So many at a time that the scores of all classes are soon forgotten again."""
    while chunk := list(islice(items, _CHUNK)):
        yield chunk


def _those(pictures: PictureSet, positions: list[int]) -> PictureSet:
    paths, hashes = ([column[place] for place in positions] for column in (pictures.paths, pictures.hashes))
    return PictureSet(pictures.root, tuple(paths), tuple(hashes), pictures.targets[positions])
