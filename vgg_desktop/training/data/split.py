"""Which pictures validate: chosen by hash, so that a few more pictures change the side of few."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from vgg_desktop.training.data.groups import find_groups
from vgg_desktop.training.data.manifest import Sample, SplitRule

TWO_CLASSES = "the same picture stands in two classes"
CROSSING = "the same picture stands in training"


def split(samples: Sequence[Sample], rule: SplitRule) -> list[Sample]:
    """The samples with a side for each that is not out: `val_share` of every class validates, as near as groups allow.

    Equal pictures, and those whose paths agree in the group pattern, stay together. Every class keeps a training
    picture, and gets a validation picture where it has two groups.

    Raises:
        AppError: the group pattern is no regular expression, or finds no groups.
    """
    named = find_groups([sample.path for sample in samples if sample.split != "out"], rule.group_pattern)
    keys = {
        sample.path: f"group {named[sample.path]}" if sample.path in named else sample.content for sample in samples
    }
    groups: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        if sample.split != "out":
            groups[keys[sample.path]].append(sample)
    validating = _chosen(groups, rule)
    return [
        msgspec.structs.replace(sample, split="val" if keys[sample.path] in validating else "train")
        if sample.split != "out"
        else sample
        for sample in samples
    ]


def without_conflicts(samples: Sequence[Sample]) -> list[Sample]:
    """Pictures that stand under two classes are out: nobody can tell which is right."""
    labels: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        if sample.split != "out" and not sample.why:
            labels[sample.content].add(sample.label)
    return [
        msgspec.structs.replace(sample, split="out", why=TWO_CLASSES)
        if sample.split != "out" and (sample.why == TWO_CLASSES or len(labels[sample.content]) > 1)
        else sample
        for sample in samples
    ]


def without_crossing(samples: Sequence[Sample]) -> list[Sample]:
    """Validation pictures that training has too are out: they would make the accuracy look better than it is."""
    trained = {sample.content for sample in samples if sample.split == "train"}
    return [
        msgspec.structs.replace(sample, split="out", why=CROSSING)
        if sample.split == "val" and sample.content in trained
        else sample
        for sample in samples
    ]


def _chosen(groups: dict[str, list[Sample]], rule: SplitRule) -> set[str]:
    """Groups in the order of their hashes, as long as they bring the classes nearer to their shares."""
    counts = {key: Counter(sample.label for sample in members) for key, members in groups.items()}
    left: Counter[str] = Counter()
    for count in counts.values():
        left.update(count)
    lacking = {label: _val_count(total, rule.val_share) for label, total in left.items()}
    chosen: set[str] = set()
    for key in sorted(groups, key=lambda key: _rank(rule.seed, key)):
        useful = sum(min(count, lacking[label]) for label, count in counts[key].items())
        leaves_some = all(left[label] > count for label, count in counts[key].items())
        if 2 * useful > counts[key].total() and leaves_some:
            chosen.add(key)
            left.subtract(counts[key])
            for label, count in counts[key].items():
                lacking[label] = max(0, lacking[label] - count)
    return chosen


def _val_count(total: int, val_share: float) -> int:
    return min(max(round(total * val_share), 1), total - 1)


def _rank(seed: int, key: str) -> bytes:
    return hashlib.blake2b(f"{seed}\0{key}".encode(), digest_size=16).digest()
