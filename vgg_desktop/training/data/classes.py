"""Folder names become labels: each a class of its own, unless a label list says that two are one, or they differ only
in what nobody sees.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from vgg_desktop.core.files.picture_files import natural_key
from vgg_desktop.core.model.labels import Label, LabelIndex

# Spaces of no width, and marks of direction, stick to names that were copied from a page.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
# Spaces of every width, and no line breaks or tabs: those are shown as what they are.
_SPACES = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")

Difference = Literal["case", "spaces", "unicode"]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Folders that are one class, because they differ in nothing else."""

    folders: tuple[str, ...]
    label: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Classes:
    """`of_folder` gives class ids. `unlisted` folders are not in the label list; `merged` ones share a class by it;
    `letters` are single letters whose case tells classes apart.
    """

    labels: tuple[Label, ...]
    of_folder: dict[str, str]
    unlisted: tuple[str, ...] = ()
    merged: tuple[tuple[str, ...], ...] = ()
    spellings: tuple[Spellings, ...] = ()
    letters: tuple[str, ...] = ()


def name_classes(folders: Iterable[str], listed: Sequence[Label] | None) -> Classes:
    """Labels in the order of their ids as a person counts. A folder is found in the list by id, name or alias."""
    ordered_folders = sorted(folders, key=natural_key)
    index = LabelIndex(listed or [])
    spelled = _spelled(ordered_folders)
    labels: dict[str, Label] = {}
    members: dict[str, list[str]] = {}
    unlisted: list[str] = []
    for folder in ordered_folders:
        position = index.find(folder)
        label = listed[position] if listed and position is not None else Label(spelled[folder], spelled[folder])
        if position is None:
            unlisted.append(folder)
        labels[label.id] = label
        members.setdefault(label.id, []).append(folder)
    several = {class_id: names for class_id, names in members.items() if len(names) > 1}
    alike = {class_id for class_id, names in several.items() if len({_folded(name) for name in names}) == 1}
    return Classes(
        tuple(sorted(labels.values(), key=lambda label: natural_key(label.id))),
        {folder: class_id for class_id, names in members.items() for folder in names},
        tuple(unlisted) if listed else (),
        tuple(tuple(names) for class_id, names in several.items() if class_id not in alike),
        tuple(Spellings(tuple(several[one]), labels[one].name, _difference(several[one])) for one in sorted(alike)),
        tuple(
            sorted(name for name in labels if len(name) == 1 and name.swapcase() != name and name.swapcase() in labels)
        ),
    )


def clean_name(name: str) -> str:
    """A class's name in one Unicode form, without the spaces around it and without what has no width."""
    cleaned = _SPACES.sub(" ", unicodedata.normalize("NFC", name).translate(_INVISIBLE)).strip(" ")
    return cleaned or name


def _spelled(folders: Sequence[str]) -> dict[str, str]:
    """The id of each folder's class: of several spellings the first."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        by_key[_folded(folder)].append(folder)
    return {folder: clean_name(by_key[_folded(folder)][0]) for folder in folders}


def _folded(name: str) -> str:
    """Equal for names that are one class. Of single letters the case counts: a and A are often two classes."""
    cleaned = clean_name(name)
    return cleaned if len(cleaned) == 1 else cleaned.casefold()


def _difference(names: Sequence[str]) -> Difference:
    if len({clean_name(name) for name in names}) > 1:
        return "case"
    return "unicode" if len({unicodedata.normalize("NFC", name) for name in names}) == 1 else "spaces"
