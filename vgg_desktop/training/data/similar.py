"""Pictures of a data set that are nearly others of it: those that cross the split first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vgg_desktop.pictures.likeness import near_groups, nearest
from vgg_desktop.training.data.inspection import Seen
from vgg_desktop.training.data.manifest import Sample


@dataclass(frozen=True, slots=True)
class Similar:
    """Paths. `crossing` are validation pictures, each with the training picture that it is nearly; `groups` are all
    pictures that have a near one, whatever their side.
    """

    crossing: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, ...], ...]


def similar_pictures(samples: Sequence[Sample], seen: Mapping[str, Seen]) -> Similar:
    """Of the pictures that are used. Copies count as one: they are known by their content already."""
    used = list({sample.content: sample for sample in samples if sample.split != "out"}.values())
    looks = [bytes.fromhex(seen[sample.path].look) for sample in used]
    by_side = {side: [place for place, one in enumerate(used) if one.split == side] for side in ("train", "val")}
    matches = nearest(
        [looks[place] for place in by_side["val"]],
        [looks[place] for place in by_side["train"]],
    )
    crossing = tuple(
        (used[place].path, used[by_side["train"][match]].path)
        for place, match in zip(by_side["val"], matches, strict=True)
        if match is not None
    )
    return Similar(crossing, tuple(tuple(used[place].path for place in group) for group in near_groups(looks)))
