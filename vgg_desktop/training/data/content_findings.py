"""What a dataset report says of pictures that are the same, or nearly, and of those of more than 8 bits."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vgg_desktop.core.dataset_report import Finding
from vgg_desktop.core.model.model_info import Span
from vgg_desktop.core.sentence import Sentence, counted
from vgg_desktop.training.data.finding_words import named, note, pictures, warning
from vgg_desktop.training.data.inspection import Seen, common_depth
from vgg_desktop.training.data.manifest import Sample
from vgg_desktop.training.data.similar import Similar
from vgg_desktop.training.data.split import CROSSING, TWO_CLASSES


@dataclass(frozen=True, slots=True)
class ByContent:
    """Files with the same content, grouped by what that means."""

    same_side: list[tuple[str, ...]]
    crossing: list[tuple[str, ...]]
    conflicting: list[tuple[str, ...]]


def by_content(samples: Sequence[Sample]) -> ByContent:
    """Of the pictures that are used, or would be but for this."""
    groups: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        if sample.sha256 and (sample.split != "out" or sample.why in (TWO_CLASSES, CROSSING)):
            groups[sample.content].append(sample)
    found = ByContent([], [], [])
    for members in groups.values():
        paths = tuple(sample.path for sample in members)
        if any(sample.why == TWO_CLASSES for sample in members):
            found.conflicting.append(paths)
        elif any(sample.why == CROSSING for sample in members):
            found.crossing.append(paths)
        elif len(members) > 1:
            found.same_side.append(paths)
    return found


def content_findings(
    content: ByContent, similar: Similar, samples: Sequence[Sample], seen: Mapping[str, Seen]
) -> list[Finding]:
    """Everything worth a word, the worst first."""
    used = [seen[sample.path] for sample in samples if sample.split != "out"]
    found = [_crossing(content.crossing, samples), _conflicting(content.conflicting), _duplicated(content.same_side)]
    return [finding for finding in found if finding] + _alike(similar) + _deep(used)


def _crossing(groups: Sequence[tuple[str, ...]], samples: Sequence[Sample]) -> Finding | None:
    if not groups:
        return None
    summary = counted(
        len(groups),
        "{count:,} picture stands in both training and validation: {names}.",
        "{count:,} pictures stand in both training and validation: {names}.",
        names=named([sample.path for sample in samples if sample.why == CROSSING]),
    )
    hint = "They would make the accuracy look better than it is. They are kept out of validation."
    return warning("crossing", summary, hint)


def _conflicting(groups: Sequence[tuple[str, ...]]) -> Finding | None:
    if not groups:
        return None
    summary = counted(
        len(groups),
        "{count:,} picture stands under more than one class: {names}.",
        "{count:,} pictures stand under more than one class: {names}.",
        names=named([paths[0] for paths in groups]),
    )
    hint = "Nobody can tell which is right, so they are left out. Correct them, or delete the wrong copies."
    return warning("conflicts", summary, hint)


def _duplicated(groups: Sequence[tuple[str, ...]]) -> Finding | None:
    if not groups:
        return None
    copies = sum(len(paths) for paths in groups) - len(groups)
    summary = counted(
        len(groups),
        "{count:,} picture exists more than once on the same side of the split: {copies}.",
        "{count:,} pictures exist more than once on the same side of the split: {copies}.",
        copies=counted(copies, "{count:,} extra copy", "{count:,} extra copies"),
    )
    return note("duplicates", summary, "Each copy counts, so these pictures weigh more than others.")


def _alike(similar: Similar) -> list[Finding]:
    found: list[Finding] = []
    if similar.crossing:
        summary = counted(
            len(similar.crossing),
            "{count:,} validation picture looks nearly like a training picture: {names}.",
            "{count:,} validation pictures look nearly like training pictures: {names}.",
            names=named([path for path, _ in similar.crossing]),
        )
        hint = (
            "They may make the accuracy look better than it is. Keep what belongs together on one side: group_pattern."
        )
        found.append(warning("similar", summary, hint))
    if similar.groups:
        count = sum(map(len, similar.groups))
        summary = Sentence("{pictures} look nearly like others of them.", pictures=pictures(range(count)))
        found.append(
            note("similar", summary, "Pictures of one thing, taken one after the other, weigh more than others.")
        )
    return found


def _deep(seen: Sequence[Seen]) -> list[Finding]:
    """What is taken for black and white where the files do not say it."""
    depth = common_depth(seen)
    kinds = [one.unstated.kind for one in seen if one.unstated]
    spans = (("integers", depth.integers), ("floats", depth.floats))
    return [
        note("depth", _taken(kinds.count(kind), span), "The model keeps this and uses it again.")
        for kind, span in spans
        if span
    ]


def _taken(count: int, span: Span) -> Sentence:
    return counted(
        count,
        "{count:,} picture of more than 8 bits does not say which values are black and white: "
        "{low} and {high} are taken.",
        "{count:,} pictures of more than 8 bits do not say which values are black and white: "
        "{low} and {high} are taken for all of them.",
        low=f"{span[0]:,.6g}",
        high=f"{span[1]:,.6g}",
    )
