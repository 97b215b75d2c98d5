"""What lies in one folder, and why an entry is left alone. Nothing is opened here."""

import os
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path

from vgg_desktop.core.files.picture_formats import is_left_out_name, is_picture_name
from vgg_desktop.core.files.system_names import is_system_name
from vgg_desktop.core.sentence import Sentence

HIDDEN = Sentence("hidden")
CHECKPOINTS = Sentence("notebook checkpoints")
SYSTEM = Sentence("thumbnails, bins and the like of a system")
NO_PICTURE = Sentence("not pictures by their names")
LEFT_OUT = Sentence("in formats that are not read; convert them to PNG")
NO_CLASS = Sentence("in no class folder")
NOT_REGULAR = Sentence("neither files nor folders")
DEAD_LINK = Sentence("links that lead nowhere")
NOT_UTF8 = Sentence("names that are not UTF-8")
UNREADABLE_FOLDER = Sentence("folders that cannot be read")

_CHECKPOINT_FOLDERS = {".ipynb_checkpoints"}


@dataclass(slots=True)
class Folder:
    """The names in one folder. `left` are entries that are neither subfolders nor pictures, with the reason."""

    folders: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    left: list[tuple[str, Sentence]] = field(default_factory=list)


def read_folder(folder: Path) -> Folder:
    """Raises: OSError when the folder cannot be read."""
    found = Folder()
    with os.scandir(folder) as entries:
        for entry in entries:
            reason = _reason_by_name(entry)
            if not reason and _is_folder(entry):
                found.folders.append(entry.name)
            elif reason := reason or _reason_not_picture(entry):
                found.left.append((entry.name, reason))
            else:
                found.pictures.append(entry.name)
    return found


def _reason_by_name(entry: os.DirEntry[str]) -> Sentence | None:
    """Why an entry is left alone whatever it is; None for no reason."""
    if entry.name in _CHECKPOINT_FOLDERS:
        return CHECKPOINTS
    if is_system_name(entry.name):
        return SYSTEM
    if entry.name.startswith(".") or _has_hidden_attribute(entry):
        return HIDDEN
    return None if _is_utf8(entry.name) else NOT_UTF8


def _reason_not_picture(entry: os.DirEntry[str]) -> Sentence | None:
    if _is_dead_link(entry):
        return DEAD_LINK
    if not is_picture_name(entry.name):
        return LEFT_OUT if is_left_out_name(entry.name) else NO_PICTURE
    return None if _is_file(entry) else NOT_REGULAR


def _is_dead_link(entry: os.DirEntry[str]) -> bool:
    if not entry.is_symlink():
        return False
    try:
        entry.stat()
    except OSError:
        # Also one that leads to itself.
        return True
    return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
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
