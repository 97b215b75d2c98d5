"""Which files of a folder are pictures of which class, and what is left alone and why. Nothing is opened here."""

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from vgg_desktop.core.dataset_report import MOST_EXAMPLES, Ignored
from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.picture_files import natural_key
from vgg_desktop.core.files.picture_formats import is_left_out_name, is_picture_name
from vgg_desktop.core.sentence import Sentence

Form = Literal["folders", "split_folders", "csv"]
GivenSide = Literal["train", "val"]

SIDES: dict[str, Literal["train", "val", "test"]] = {
    "train": "train",
    "training": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "test": "test",
    "testing": "test",
}
"""Names of folders, and values of a CSV's split column, that say where pictures belong."""

HIDDEN = Sentence("hidden")
CHECKPOINTS = Sentence("notebook checkpoints")
NO_PICTURE = Sentence("not pictures by their names")
LEFT_OUT = Sentence("in formats that are not read; convert them to PNG")
NO_CLASS = Sentence("in no class folder")
TEST = Sentence("test pictures, kept for the final evaluation")
BESIDE = Sentence("beside the training and validation folders")
NOT_REGULAR = Sentence("neither files nor folders")
NOT_UTF8 = Sentence("names that are not UTF-8")
UNREADABLE_FOLDER = Sentence("folders that cannot be read")

_CHECKPOINT_FOLDERS = {".ipynb_checkpoints"}
_ARCHIVE_LEFTOVERS = {"__MACOSX"}


@dataclass(frozen=True, slots=True)
class Found:
    """One picture file. `path` is relative to the listing's root, `folder` the class as the source writes it."""

    path: str
    folder: str
    side: GivenSide | None


@dataclass(slots=True)
class Listing:
    """What a source holds. `folders` are all classes, also those without a picture; `contradicted` are paths that a
    table lists under two labels.
    """

    root: Path
    form: Form
    pictures: list[Found] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    contradicted: set[str] = field(default_factory=set)
    faults: list[Sentence] = field(default_factory=list)
    _ignored: dict[Sentence, list[str]] = field(default_factory=dict)

    def ignore(self, reason: Sentence, path: str) -> None:
        self._ignored.setdefault(reason, []).append(path)

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        return tuple(
            Ignored(
                reason, len(paths), tuple(one_line(path) for path in sorted(paths, key=natural_key)[:MOST_EXAMPLES])
            )
            for reason, paths in sorted(self._ignored.items())
        )

    @property
    def has_given_split(self) -> bool:
        return any(picture.side == "val" for picture in self.pictures)


def list_folder(root: Path) -> Listing:
    """The class folders of `root`, or of `train` and `val` beneath it; pictures in the order of their paths.

    Pictures in subfolders count to the class. Links are followed, loops end.

    Raises:
        AppError: the folder cannot be read.
    """
    try:
        entries = _entries(root)
    except OSError as error:
        raise AppError(
            "The folder {folder} cannot be read: {reason}.",
            "Choose a folder with one subfolder of pictures for each class.",
            str(error),
            folder=display_name(root),
            reason=os_error_sentence(error),
        ) from error
    sides = _side_folders(root, entries)
    listing = Listing(root, "split_folders" if sides else "folders")
    if sides:
        _list_sides(listing, entries, sides)
    else:
        _list_classes(listing, "", entries, None)
    listing.pictures.sort(key=lambda picture: picture.path)
    return listing


def _side_folders(root: Path, entries: list[os.DirEntry[str]]) -> dict[str, str]:
    """The folders that stand for sides of a split, by name; none where they are classes that happen to be called so."""
    folders = [entry.name for entry in entries if _is_folder(entry) and not _reason_by_name(entry)]
    sides = {name: SIDES[name.casefold()] for name in folders if name.casefold() in SIDES}
    halves = [name for name, side in sides.items() if side != "test"]
    if not halves or not all(_has_folders(root / name) for name in halves):
        return {}
    is_whole_split = {"train", "val"} <= set(sides.values())
    return sides if is_whole_split or len(sides) == len(folders) else {}


def _has_folders(folder: Path) -> bool:
    try:
        return any(_is_folder(entry) and not _reason_by_name(entry) for entry in _entries(folder))
    except OSError:
        return False


def _list_sides(listing: Listing, entries: list[os.DirEntry[str]], sides: dict[str, str]) -> None:
    for entry in entries:
        side = sides.get(entry.name)
        reason = _reason_by_name(entry)
        if reason or side is None:
            listing.ignore(reason or BESIDE, entry.name)
        elif side == "test":
            listing.ignore(TEST, entry.name)
        else:
            inner = _readable_entries(listing, entry.name)
            _list_classes(listing, f"{entry.name}/", inner, "train" if side == "train" else "val")


def _list_classes(listing: Listing, prefix: str, entries: list[os.DirEntry[str]], side: GivenSide | None) -> None:
    for entry in entries:
        reason = _reason_by_name(entry)
        if not reason and _is_folder(entry):
            listing.folders.add(entry.name)
            for path in _pictures_beneath(listing, f"{prefix}{entry.name}"):
                listing.pictures.append(Found(path, entry.name, side))
        else:
            listing.ignore(reason or _reason_outside(entry), f"{prefix}{entry.name}")


def _pictures_beneath(listing: Listing, folder: str) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        if not _is_new(listing.root / current, seen):
            continue
        for entry in _readable_entries(listing, current):
            path = f"{current}/{entry.name}"
            reason = _reason_by_name(entry)
            if not reason and _is_folder(entry):
                waiting.append(path)
            elif reason := reason or _reason_not_picture(entry):
                listing.ignore(reason, path)
            else:
                yield path


def _is_new(folder: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return True
    identity = (status.st_dev, status.st_ino)
    is_new = identity not in seen
    seen.add(identity)
    return is_new


def _readable_entries(listing: Listing, folder: str) -> list[os.DirEntry[str]]:
    try:
        return _entries(listing.root / folder)
    except OSError:
        listing.ignore(UNREADABLE_FOLDER, folder)
        return []


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _reason_by_name(entry: os.DirEntry[str]) -> Sentence | None:
    """Why an entry is left alone whatever it is; None for no reason."""
    if entry.name in _CHECKPOINT_FOLDERS:
        return CHECKPOINTS
    if entry.name.startswith(".") or entry.name in _ARCHIVE_LEFTOVERS or _has_hidden_attribute(entry):
        return HIDDEN
    return None if _is_utf8(entry.name) else NOT_UTF8


def _reason_not_picture(entry: os.DirEntry[str]) -> Sentence | None:
    if not is_picture_name(entry.name):
        return LEFT_OUT if is_left_out_name(entry.name) else NO_PICTURE
    return None if _is_file(entry) else NOT_REGULAR


def _reason_outside(entry: os.DirEntry[str]) -> Sentence:
    return _reason_not_picture(entry) or NO_CLASS


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link that leads to itself.
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _has_hidden_attribute(entry: os.DirEntry[str]) -> bool:
    # Windows only, where the listing brings the attributes along.
    return sys.platform == "win32" and bool(
        entry.stat(follow_symlinks=False).st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN
    )


def _is_utf8(name: str) -> bool:
    """The manifest is JSON, which cannot hold the bytes of other encodings."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
