"""The dataset report: what a person should know about their pictures before a run."""

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from vgg_desktop.core.dataset_report import (
    MOST_LISTED,
    MOST_SAMPLES,
    ClassReport,
    DatasetReport,
    FileProblem,
    Finding,
)
from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.files.picture_files import natural_key
from vgg_desktop.core.sentence import Sentence, counted, joined
from vgg_desktop.training.data.classes import Classes, Spellings
from vgg_desktop.training.data.content_findings import by_content, content_findings
from vgg_desktop.training.data.correcting import Corrected
from vgg_desktop.training.data.finding_words import folders, named, note, pictures, warning
from vgg_desktop.training.data.groups import find_groups
from vgg_desktop.training.data.inspection import Seen
from vgg_desktop.training.data.listing import Listing
from vgg_desktop.training.data.manifest import Manifest, Sample
from vgg_desktop.training.data.similar import similar_pictures

TINY = 10
"""A class with fewer pictures is learned by heart rather than learned."""
_IMBALANCE = 5
_PARTLY = Sentence("A part of this picture is missing; what could be read is used.")


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that was found out about a source; `seen` says what each listed file is."""

    listing: Listing
    classes: Classes
    seen: dict[str, Seen]
    corrected: Corrected
    manifest: Manifest
    split: Literal["given", "made", "saved"]
    group_pattern: str = ""


def report(material: Material) -> DatasetReport:
    """The report, without an estimate."""
    manifest = material.manifest
    classes = _class_reports(manifest)
    content = by_content(manifest.samples)
    similar = similar_pictures(manifest.samples, material.seen)
    unreadable = _problems(material, lambda seen: seen.problem)
    damaged = _problems(material, lambda seen: _PARTLY if seen.damaged else None)
    findings = [
        *material.listing.findings,
        _unreadable(unreadable),
        _damaged(damaged),
        *content_findings(content, similar, manifest.samples, material.seen),
        *_about_groups(manifest.samples, material.group_pattern),
        *_about_classes(material, classes),
        *_about_corrections(material.corrected),
    ]
    return DatasetReport(
        name=display_name(material.listing.root.absolute()),
        root=os.fsencode(material.listing.root.absolute()).decode("utf-8", "backslashreplace"),
        form=material.listing.form,
        split=material.split,
        fingerprint=manifest.fingerprint,
        train_count=sum(one.train for one in classes),
        val_count=sum(one.val for one in classes),
        classes=classes,
        understood=msgspec.structs.replace(material.listing.understood, examples=material.listing.examples()),
        ignored=material.listing.ignored,
        unreadable=tuple(unreadable[:MOST_LISTED]),
        damaged=tuple(damaged[:MOST_LISTED]),
        duplicates=tuple(content.same_side[:MOST_LISTED]),
        crossing=tuple(content.crossing[:MOST_LISTED]),
        conflicts=tuple(content.conflicting[:MOST_LISTED]),
        similar=(*similar.crossing, *similar.groups)[:MOST_LISTED],
        findings=tuple(finding for finding in findings if finding),
        faults=tuple(_with_way_out(material.listing, _faults(material, classes, len(unreadable)))),
    )


def _class_reports(manifest: Manifest) -> tuple[ClassReport, ...]:
    counts = Counter((sample.label, sample.split) for sample in manifest.samples)
    files: dict[str, list[str]] = defaultdict(list)
    for sample in manifest.samples:
        if sample.split != "out":
            files[sample.label].append(sample.path)
    return tuple(
        ClassReport(
            id=label.id,
            name=label.name,
            train=counts[label.id, "train"],
            val=counts[label.id, "val"],
            samples=_spread(files[label.id]),
        )
        for label in manifest.classes
    )


def _spread(paths: Sequence[str]) -> tuple[str, ...]:
    """A few from everywhere: neighbours are often frames of one film."""
    count = min(MOST_SAMPLES, len(paths))
    return tuple(paths[position * len(paths) // count] for position in range(count))


def _problems(material: Material, problem: Callable[[Seen], Sentence | None]) -> list[FileProblem]:
    return [FileProblem(path, found) for path, seen in material.seen.items() if (found := problem(seen))]


def _unreadable(problems: Sequence[FileProblem]) -> Finding | None:
    if not problems:
        return None
    names = named([one.path for one in problems])
    summary = Sentence("{pictures} cannot be read: {names}.", pictures=pictures(problems), names=names)
    return warning("unreadable", summary, "Left out of training.")


def _damaged(problems: Sequence[FileProblem]) -> Finding | None:
    if not problems:
        return None
    names = named([one.path for one in problems])
    summary = Sentence("{pictures} can be read only in part: {names}.", pictures=pictures(problems), names=names)
    return warning("damaged", summary, "What is left is used.")


def _about_groups(samples: Sequence[Sample], pattern: str) -> list[Finding]:
    used = [sample for sample in samples if sample.split != "out"]
    groups = find_groups([sample.path for sample in used], pattern)
    sides: dict[str, set[str]] = defaultdict(set)
    for sample in used:
        if sample.path in groups:
            sides[groups[sample.path]].add(sample.split)
    if not sides:
        return []
    crossing = sorted((group for group, found in sides.items() if len(found) > 1), key=natural_key)
    summary = counted(
        len(sides),
        "The group pattern makes {count:,} group of {pictures}.",
        "The group pattern makes {count:,} groups of {pictures}.",
        pictures=pictures(list(groups)),
    )
    left = len(used) - len(groups)
    alone = counted(
        left,
        "{count:,} picture fits no group and counts by itself.",
        "{count:,} pictures fit no group and count each by itself.",
    )
    if not crossing:
        none = Sentence("No group stands on both sides of the split.")
        return [Finding("groups", "note", joined([summary, none]), alone if left else Sentence())]
    text = counted(
        len(crossing),
        "{count:,} group stands on both sides of the split: {names}.",
        "{count:,} groups stand on both sides of the split: {names}.",
        names=named(crossing),
    )
    hint = Sentence("The split is given, so it stays as it is; the accuracy may look better than it is.")
    return [Finding("groups", "warning", joined([summary, text]), joined([hint, alone] if left else [hint]))]


def _about_classes(material: Material, classes: Sequence[ClassReport]) -> list[Finding]:
    used = {picture.folder for picture in material.listing.pictures}
    empty = sorted(material.listing.folders - used, key=natural_key)
    tiny = [one for one in classes if 0 < one.train < TINY]
    unmeasured = [one.name for one in classes if one.train and not one.val]
    found: list[Finding] = []
    if empty:
        summary = Sentence("{folders} without pictures: {names}.", folders=folders(empty), names=named(empty))
        found.append(warning("tiny", summary, "They are no classes."))
    if tiny:
        summary = counted(
            len(tiny),
            "{count:,} class has fewer than {least} training pictures: {names}.",
            "{count:,} classes have fewer than {least} training pictures: {names}.",
            least=TINY,
            names=named([f"{one.name} ({one.train})" for one in tiny]),
        )
        found.append(warning("tiny", summary, "Add pictures: so few are learned by heart."))
    if unmeasured and any(one.val for one in classes):
        summary = counted(
            len(unmeasured),
            "{count:,} class has no validation pictures: {names}.",
            "{count:,} classes have no validation pictures: {names}.",
            names=named(unmeasured),
        )
        found.append(warning("tiny", summary, "Nothing can be said about how well they are learned."))
    return found + _imbalanced(classes) + _about_names(material.classes)


def _imbalanced(classes: Sequence[ClassReport]) -> list[Finding]:
    trained = sorted((one for one in classes if one.train), key=lambda one: one.train)
    if len(trained) < 2 or trained[-1].train < _IMBALANCE * trained[0].train:
        return []
    least, most = trained[0], trained[-1]
    summary = Sentence(
        "The largest class ({largest}, {most:,}) has {ratio:.0f} times as many training pictures as the smallest "
        "({smallest}, {least:,}).",
        largest=one_line(most.name),
        most=most.train,
        ratio=most.train / least.train,
        smallest=one_line(least.name),
        least=least.train,
    )
    return [warning("imbalance", summary, 'The recipe\'s class_weights = "balanced" makes up for it.')]


def _about_names(classes: Classes) -> list[Finding]:
    found = [
        note("classes", Sentence("The folders {names} are one class.", names=" and ".join(map(one_line, folders))))
        for folders in classes.merged
    ]
    found += [_spelled(spellings) for spellings in classes.spellings]
    if classes.letters:
        letters = ", ".join(classes.letters)
        summary = Sentence("Capital and small letters are classes of their own: {letters}.", letters=letters)
        found.append(note("classes", summary))
    if classes.unlisted:
        unlisted = classes.unlisted
        summary = Sentence(
            "{folders} not in the label list: {names}.", folders=folders(unlisted), names=named(unlisted)
        )
        found.append(warning("classes", summary, "The folder's name is used as the label."))
    return found


def _spelled(spellings: Spellings) -> Finding:
    names = ", ".join(f"“{_visible(name)}”" for name in spellings.folders)
    template = {
        "case": "{names} are one class, {label}: they differ only in case.",
        "spaces": "{names} are one class, {label}: they differ only in spaces.",
        "unicode": "{names} are one class, {label}: they differ only in how Unicode writes them.",
    }[spellings.difference]
    summary = Sentence(template, names=names, label=one_line(spellings.label))
    return warning("classes", summary, "Call the folders alike if that is meant.")


def _visible(name: str) -> str:
    """With the code of each accent that stands apart: "cafe\\u0301" looks like "café"."""
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) == "Mn" else one_line(c) for c in name)


def _about_corrections(corrected: Corrected) -> list[Finding]:
    found: list[Finding] = []
    if corrected.applied:
        excluded = sum(one.label is None for one in corrected.applied)
        summary = counted(
            len(corrected.applied) - excluded,
            "{count:,} picture relabelled and {excluded:,} excluded by your corrections.",
            "{count:,} pictures relabelled and {excluded:,} excluded by your corrections.",
            excluded=excluded,
        )
        found.append(note("corrections", summary))
    if corrected.unmatched:
        summary = counted(
            corrected.unmatched,
            "{count:,} correction of pictures that are not here.",
            "{count:,} corrections of pictures that are not here.",
        )
        found.append(note("corrections", summary, "They have no effect."))
    return found


def _with_way_out(listing: Listing, faults: list[Sentence]) -> list[Sentence]:
    """With the tables that lie beside the folders: where these say nothing of classes, those may."""
    if not faults or not listing.tables or listing.form == "csv":
        return faults
    template = "A table lies beside the folders: {tables}. If it names the classes of the pictures, choose it instead."
    return [*faults, Sentence(template, tables=named(listing.tables))]


def _faults(material: Material, classes: Sequence[ClassReport], unreadable_count: int) -> list[Sentence]:
    """What makes training meaningless, one sentence each."""
    listing = material.listing
    faults, name = list(listing.faults), display_name(listing.root)
    if listing.tests and not listing.pictures:
        fault = Sentence("All pictures of {source} are test pictures: there is nothing to train on.", source=name)
        hint = Sentence("To measure a model on them: vgg-desktop evaluate MODEL FOLDER --split test.")
        return [*faults, fault, hint]
    if not listing.pictures:
        return faults or [Sentence("There are no pictures in class folders in {folder}.", folder=name)]
    if unreadable_count == len(listing.pictures):
        return faults or [Sentence("None of the {pictures} can be read.", pictures=pictures(listing.pictures))]
    if len(classes) < 2:
        only = one_line(classes[0].name)
        faults.append(Sentence("Training needs at least two classes, and there is only one: {label}.", label=only))
    untrained = [one.name for one in classes if not one.train]
    if untrained:
        fault = counted(
            len(untrained),
            "{count:,} class has no training pictures: {names}.",
            "{count:,} classes have no training pictures: {names}.",
            names=named(untrained),
        )
        faults.append(fault)
    if not any(one.val for one in classes):
        faults.append(Sentence("There are no validation pictures, so nothing could tell how good the model is."))
    return faults
