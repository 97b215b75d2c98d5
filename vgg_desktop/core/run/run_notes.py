"""`notes.json` in a run directory: what a person calls the run and remarks about it. The worker never reads it."""

import itertools
from collections.abc import Collection
from pathlib import Path

import msgspec

from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, read_json

FILE_NAME = "notes.json"
MOST_TITLE = 200


class RunNotes(msgspec.Struct, frozen=True, kw_only=True):
    """`title` is shown instead of the directory's name, which stays as it is: paths to the run must hold."""

    format: int = 1
    title: str = ""
    text: str = ""


def read_notes(run: Path) -> RunNotes:
    """The notes of a run; empty ones where there are none or they cannot be read."""
    try:
        return read_json(run / FILE_NAME, RunNotes)
    except (OSError, DamagedError):
        return RunNotes()


def title_of(run: Path) -> str:
    """What a run is called, everywhere: what a person has named it, or else its directory."""
    return read_notes(run).title or run.name


def free_title(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, with a number where another run is called so already."""
    titles = (wanted if number == 1 else f"{wanted} ({number})" for number in itertools.count(1))
    return next(title for title in titles if title not in taken)


def write_notes(run: Path, notes: RunNotes) -> None:
    """Raises: AppError when they cannot be written; what was there before is untouched."""
    write_atomically(run / FILE_NAME, msgspec.json.format(msgspec.json.encode(notes), indent=2))
