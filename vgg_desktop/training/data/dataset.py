"""A folder of pictures, understood: classes, split, report."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import cache_dir
from vgg_desktop.core.model.labels import Label, read_labels_tsv
from vgg_desktop.core.model.learned_from import LearnedFrom
from vgg_desktop.core.model.model_info import NO_DEPTH, Depth
from vgg_desktop.core.reading import AS_IT_IS, Reading, way_out
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.run.corrections import merged_corrections
from vgg_desktop.core.sentence import joined
from vgg_desktop.training.data.classes import Classes, name_classes
from vgg_desktop.training.data.correcting import Corrected, correct
from vgg_desktop.training.data.inspection import Seen, common_depth, equal_pixels, inspect
from vgg_desktop.training.data.listing import Listing, list_folder
from vgg_desktop.training.data.manifest import (
    Manifest,
    Sample,
    Side,
    SplitRule,
    differences,
    load_manifest,
    save_manifest,
)
from vgg_desktop.training.data.picture_set import PictureSet
from vgg_desktop.training.data.report import Material, report
from vgg_desktop.training.data.split import CROSSING, TWO_CLASSES, split, without_conflicts, without_crossing
from vgg_desktop.training.data.table.listing import list_table
from vgg_desktop.training.progress import IsCancelled, Progress, never_cancelled, no_progress

_TABLES = {".csv", ".tsv", ".txt"}
_WANTED = "Choose a folder with one subfolder of pictures for each class, or a CSV file of path and label."


@dataclass(frozen=True, slots=True)
class Dataset:
    """What training reads; the report is for people."""

    root: Path
    manifest: Manifest
    report: DatasetReport
    labels: tuple[Label, ...]
    train: PictureSet
    val: PictureSet
    depth: Depth = NO_DEPTH
    learned_from: LearnedFrom = LearnedFrom()  # noqa: RUF009 - frozen
    """What training with these pictures would make known to a model."""

    @property
    def fingerprint(self) -> str:
        return self.manifest.fingerprint

    def check(self) -> None:
        """Raises: AppError that names every fault that makes training meaningless."""
        if self.report.faults:
            raise AppError(joined(self.report.faults), way_out(self.report.understood))


def open_dataset(
    source: Path,
    *,
    recipe: Recipe,
    labels: Path | None = None,
    corrections: Sequence[Path] = (),
    manifest: Path | None = None,
    reading: Reading = AS_IT_IS,
    on_progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> Dataset:
    """Look at every picture of a folder or a CSV file and split them.

    `manifest` names a file with the split: it is used when it exists, and must still fit the pictures; else the split
    made here is saved there, unless the data has faults. Files that have not changed since they were last looked at
    are not read again. `reading` is what a person says about the source; a saved split knows it.

    Raises:
        AppError: the source or one of the files cannot be read, or the pictures differ from the manifest's.
        CancelledError: `cancelled` said so.
    """
    listed_labels = read_labels_tsv(labels) if labels else None
    wanted = merged_corrections(corrections)
    stored = load_manifest(manifest) if manifest and manifest.exists() else None
    reading = stored.reading if stored and reading == AS_IT_IS else reading
    listing = list_source(source, reading)
    classes = name_classes({picture.folder for picture in listing.pictures}, listed_labels)
    seen = _look_at(listing, recipe, on_progress, cancelled)
    corrected = correct(_samples(listing, classes, seen), wanted, classes.labels)
    made = _settled(listing, classes, corrected, recipe, stored)
    made = msgspec.structs.replace(made, reading=reading)
    if stored:
        _check_unchanged(stored, made)
    kind = "saved" if stored else made.split.origin
    pattern = made.split.group_pattern or recipe.group_pattern
    dataset = _dataset(Material(listing, classes, seen, corrected, made, kind, pattern))
    if manifest and not stored and not dataset.report.faults:
        save_manifest(made, manifest)
    return dataset


def list_source(source: Path, reading: Reading = AS_IT_IS) -> Listing:
    """The pictures of a folder of class folders, or of a CSV file, read as `reading` says.

    Raises:
        AppError: there is no such folder or file, or it cannot be read.
    """
    if source.is_dir():
        return list_folder(source.absolute(), reading)
    if not source.exists():
        raise AppError("{source} does not exist.", _WANTED, source=display_name(source))
    if source.suffix.lower() not in _TABLES:
        raise AppError("{source} is neither a folder nor a CSV file.", _WANTED, source=display_name(source))
    return list_table(source.absolute(), reading)


def picture_set(root: Path, samples: Sequence[Sample], labels: Sequence[Label]) -> PictureSet:
    """Samples as the loop sees them; all of them must have a class among `labels`."""
    positions = {label.id: position for position, label in enumerate(labels)}
    targets = np.array([positions[sample.label] for sample in samples], dtype=np.int64)
    return PictureSet(root, tuple(s.path for s in samples), tuple(s.sha256 for s in samples), targets)


def _look_at(listing: Listing, recipe: Recipe, on_progress: Progress, cancelled: IsCancelled) -> dict[str, Seen]:
    paths = [picture.path for picture in listing.pictures]
    seen = inspect(
        listing.root,
        paths,
        memory_folder=cache_dir() / "looked-at",
        workers=recipe.workers,
        on_progress=on_progress,
        cancelled=cancelled,
    )
    return dict(zip(paths, seen, strict=True))


def _samples(listing: Listing, classes: Classes, seen: dict[str, Seen]) -> list[Sample]:
    """One sample a file, on the side that the source gives it; a correction may still decide between two classes."""
    found: list[Sample] = []
    twins = equal_pixels(seen.values())
    for picture in listing.pictures:
        one, class_id = seen[picture.path], classes.of_folder[picture.folder]
        why = str(one.problem or "") or (TWO_CLASSES if picture.path in listing.contradicted else "")
        side: Side = "out" if one.problem else "val" if picture.side == "val" else "train"
        found.append(Sample(picture.path, class_id, one.sha256, one.size, side, why, twins.get(one.sha256, "")))
    return found


def _settled(
    listing: Listing, classes: Classes, corrected: Corrected, recipe: Recipe, stored: Manifest | None
) -> Manifest:
    samples = corrected.samples
    if stored and not any(sample.same_as for sample in stored.samples):
        # Saved by an earlier version, for which equal pixels in unequal files were two pictures.
        samples = [msgspec.structs.replace(sample, same_as="") for sample in samples]
    samples = without_conflicts(samples)
    if stored:
        rule, samples = stored.split, _as_stored(samples, stored)
    elif listing.has_given_split:
        rule = SplitRule("given")
    else:
        rule = SplitRule("made", recipe.seed, recipe.val_share, recipe.group_pattern)
        samples = split(samples, rule)
    samples = tuple(without_crossing(samples))
    return Manifest(split=rule, classes=classes.labels, corrections=corrected.applied, samples=samples)


def _as_stored(samples: Sequence[Sample], stored: Manifest) -> list[Sample]:
    """Each sample on the side where the stored manifest has it."""
    sides = {one.path: one.split for one in stored.samples if one.split != "out"}
    sides |= {one.path: "val" for one in stored.samples if one.why == CROSSING}
    return [
        msgspec.structs.replace(sample, split=sides.get(sample.path, sample.split)) if sample.split != "out" else sample
        for sample in samples
    ]


def _check_unchanged(stored: Manifest, made: Manifest) -> None:
    changes = differences(stored, made)
    if changes:
        raise AppError(
            "The data is not the same as when the split was saved. {changes}",
            "Put the pictures back as they were, or start a new run.",
            changes=joined(changes),
        )


def _dataset(material: Material) -> Dataset:
    root, manifest = material.listing.root, material.manifest
    used = [material.seen[sample.path] for sample in manifest.samples if sample.split != "out"]
    return Dataset(
        root,
        manifest,
        report(material),
        manifest.classes,
        picture_set(root, manifest.side("train"), manifest.classes),
        picture_set(root, manifest.side("val"), manifest.classes),
        common_depth(used),
        LearnedFrom.of((sample.sha256, material.seen[sample.path].pixels) for sample in manifest.side("train")),
    )
