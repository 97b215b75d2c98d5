"""Folder names become labels: each a class of its own, unless a label list says that two are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vgg_desktop.core.files.picture_files import natural_key
from vgg_desktop.core.model.labels import Label, LabelIndex


@dataclass(frozen=True, slots=True)
class Classes:
    """`of_folder` gives class ids. `unlisted` folders are not in the label list; `merged` ones share a class."""

    labels: tuple[Label, ...]
    of_folder: dict[str, str]
    unlisted: tuple[str, ...] = ()
    merged: tuple[tuple[str, ...], ...] = ()


def name_classes(folders: Iterable[str], listed: Sequence[Label] | None) -> Classes:
    """Labels in the order of their ids as a person counts. A folder is found in the list by id, name or alias."""
    index = LabelIndex(listed or [])
    labels: dict[str, Label] = {}
    members: dict[str, list[str]] = {}
    unlisted: list[str] = []
    for folder in sorted(folders, key=natural_key):
        position = index.find(folder)
        label = listed[position] if listed and position is not None else Label(folder, folder)
        if position is None:
            unlisted.append(folder)
        labels[label.id] = label
        members.setdefault(label.id, []).append(folder)
    ordered = tuple(sorted(labels.values(), key=lambda label: natural_key(label.id)))
    return Classes(
        ordered,
        {folder: class_id for class_id, names in members.items() for folder in names},
        tuple(unlisted) if listed else (),
        tuple(tuple(names) for names in members.values() if len(names) > 1),
    )
