"""A model measured on pictures that lie in class folders or stand in a table.

    classifier = Classifier.load("builtin", on_notice=say)
    pictures = labelled_pictures(classifier.info.labels, folder, split="val")
    found = evaluate_model(classifier, pictures, on_progress=..., cancelled=...)

`found` is plain data of `core`, with the same `Evaluation` inside as a run's `evaluation.json`. The functions need a
thread of their own, and the classifier to themselves; progress is told and `cancelled` asked in that thread.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label, LabelIndex
from vgg_desktop.core.model.model_info import ModelInfo
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
from vgg_desktop.training.evaluation.answers import Answers, answers_at, answers_from, concatenated, logits_from
from vgg_desktop.training.evaluation.evaluation import accuracy_of, evaluation_from
from vgg_desktop.training.evaluation.seen import nothing_new, seen_pictures
from vgg_desktop.training.progress import CancelledError, IsCancelled, Progress, never_cancelled, no_progress

SPLITS = ("val", "train", "test", "all")
_CHUNK = 256


@dataclass(frozen=True, slots=True)
class LabelledPictures:
    """Pictures whose class the model knows. `unknown_classes` are folders that it does not, with their pictures.

    `split` is the side that was asked for.
    """

    pictures: PictureSet
    unknown_classes: dict[str, int]
    split: str

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
    return LabelledPictures(pictures, dict(sorted(unknown.items())), split)


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
    include_seen: bool = False,
    batch_size: int | None = None,
    on_progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> FolderEvaluation:
    """The model's answers against the classes that the pictures lie in.

    Pictures that the model has learned from are left out of the evaluation, unless it is to `include_seen` ones or the
    training side was asked for. Progress is told twice, for looking whether they are such and for the model.

    Raises:
        AppError: none of the pictures can be read, all are known to the model, it failed, or its file is damaged.
        CancelledError: `cancelled` said so.
    """
    include_seen = include_seen or labelled.split == "train"
    seen = seen_pictures(classifier.info, labelled.pictures, on_progress=on_progress, cancelled=cancelled)
    if seen is not None and seen.all() and not include_seen:
        raise nothing_new(len(seen))
    scored = scored_pictures(
        classifier, labelled.pictures, batch_size=batch_size, on_progress=on_progress, cancelled=cancelled
    )
    answered = _answered(scored, labelled.pictures, classifier.info)
    classifier.confirm()
    is_new = None if seen is None else torch.from_numpy(~seen[answered.readable])
    if is_new is not None and not include_seen and not is_new.any():
        raise nothing_new(len(is_new))
    return _evaluated(classifier, labelled, answered, is_new, include_seen=include_seen)


@dataclass(frozen=True, slots=True)
class _Answered:
    """`readable` are the positions of the answered pictures. `is_right_kind`, bool (N,), says of each of those
    whether its kind is right; None for a model whose classes are of no kind.
    """

    answers: Answers
    readable: list[int]
    is_right_kind: np.ndarray | None
    unreadable: tuple[PathResult, ...]


def _answered(scored: Iterator[ScoredFile], pictures: PictureSet, info: ModelInfo) -> _Answered:
    temperature, kinds = info.calibration.temperature, KindSums.of(info.labels)
    right_kinds: list[np.ndarray] = []
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
            if kinds is not None:
                right_kinds.append(kinds.sums(np.stack(rows)).argmax(1) == kinds.places[pictures.targets[places]])
    if not parts:
        raise AppError("None of the pictures could be read.")
    is_right_kind = np.concatenate(right_kinds) if right_kinds else None
    return _Answered(concatenated(parts), readable, is_right_kind, tuple(unreadable))


def _evaluated(
    classifier: Classifier,
    labelled: LabelledPictures,
    answered: _Answered,
    is_new: torch.Tensor | None,
    *,
    include_seen: bool,
) -> FolderEvaluation:
    answers, readable, right_kinds = answered.answers, np.array(answered.readable), answered.is_right_kind
    new_ones = None if is_new is None or not is_new.any() else answers_at(answers, is_new)
    counted_ones = answers
    if new_ones is not None and is_new is not None and not include_seen:
        counted_ones, readable = new_ones, readable[is_new.numpy()]
        right_kinds = None if right_kinds is None else right_kinds[is_new.numpy()]
    evaluation = evaluation_from(
        counted_ones,
        pictures_at(labelled.pictures, readable.tolist()),
        classifier.info.labels,
        train_targets=np.zeros(0, np.int64),
        temperature=classifier.info.calibration.temperature,
        epoch=0,
    )
    return FolderEvaluation(
        root=labelled.pictures.root,
        evaluation=evaluation,
        unreadable=answered.unreadable,
        unknown_classes=labelled.unknown_classes,
        kind_top1=None if right_kinds is None else float(right_kinds.mean()),
        seen_count=None if is_new is None else int((~is_new).sum()),
        with_seen=None if is_new is None else accuracy_of(answers),
        without_seen=None if new_ones is None else accuracy_of(new_ones),
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


def _chunks(items: Iterator[tuple[int, ScoredFile]]) -> Iterator[list[tuple[int, ScoredFile]]]:
    """So many at a time that the scores of all classes are soon forgotten again."""
    while chunk := list(islice(items, _CHUNK)):
        yield chunk


def pictures_at(pictures: PictureSet, positions: list[int]) -> PictureSet:
    """Those at the positions, in their order."""
    paths, hashes = ([column[place] for place in positions] for column in (pictures.paths, pictures.hashes))
    return PictureSet(pictures.root, tuple(paths), tuple(hashes), pictures.targets[positions])
