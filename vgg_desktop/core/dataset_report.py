"""What training would see in a folder of pictures, as plain data that the window reads as JSON.

Paths are relative to `root`, with forward slashes. Lists of files name at most `MOST_LISTED` entries; the sentences in
`findings` count all of them.
"""

from typing import Literal

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, decode_json, encode_json
from vgg_desktop.core.reading import Understood
from vgg_desktop.core.sentence import Sentence

FORMAT = 1
MOST_LISTED = 1000
MOST_SAMPLES = 6
MOST_EXAMPLES = 5

FindingKind = Literal[
    "unreadable",
    "damaged",
    "duplicates",
    "crossing",
    "conflicts",
    "similar",
    "depth",
    "tiny",
    "imbalance",
    "corrections",
    "classes",
    "split",
    "groups",
    "links",
    "estimate",
]


class ClassReport(msgspec.Struct, frozen=True, kw_only=True):
    """One class: how many pictures train it and how many validate it, and a few of their files."""

    id: str
    name: str
    train: int
    val: int
    samples: tuple[str, ...] = ()


class Ignored(msgspec.Struct, frozen=True):
    """Files or folders left alone for one reason."""

    reason: Sentence
    count: int
    examples: tuple[str, ...]


class FileProblem(msgspec.Struct, frozen=True):
    """One file and what is wrong with it, as a sentence."""

    path: str
    sentence: Sentence


class Finding(msgspec.Struct, frozen=True):
    """Something a person should know before training; `kind` names the list with the files."""

    kind: FindingKind
    level: Literal["warning", "note"]
    summary: Sentence
    hint: Sentence = Sentence()


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """What a run will take. `seconds` is None where no rate is known; it is `prepare_seconds` once, then the epochs.

    `memory_bytes` is the memory of the device that trains: GPU memory, or the worker's own memory on a CPU.
    `least_disk_bytes` is `disk_bytes` without the cache, which makes do with the room there is.
    """

    device: str
    memory_bytes: int
    disk_bytes: int
    disk_free_bytes: int | None = None
    least_disk_bytes: int = 0
    seconds: float | None = None
    prepare_seconds: float | None = None
    epoch_seconds: float | None = None

    def faults(self) -> list[Sentence]:
        """Why a run would not come to its end here, if it would not."""
        free = self.disk_free_bytes
        if free is None or self.least_disk_bytes <= free:
            return []
        template = "A run needs {needed:,.0f} MB of disk for its checkpoints and weights, and {free:,.0f} MB are free."
        return [Sentence(template, needed=self.least_disk_bytes / 1e6, free=free / 1e6)]


class DatasetReport(msgspec.Struct, frozen=True, kw_only=True):
    """`faults` make training meaningless; with any of them a run does not start."""

    format: int = FORMAT
    name: str
    root: str
    form: Literal["folders", "split_folders", "csv"]
    split: Literal["given", "made", "saved"]
    fingerprint: str
    train_count: int
    val_count: int
    classes: tuple[ClassReport, ...]
    understood: Understood = Understood(how="classes")
    ignored: tuple[Ignored, ...] = ()
    unreadable: tuple[FileProblem, ...] = ()
    damaged: tuple[FileProblem, ...] = ()
    duplicates: tuple[tuple[str, ...], ...] = ()
    crossing: tuple[tuple[str, ...], ...] = ()
    conflicts: tuple[tuple[str, ...], ...] = ()
    similar: tuple[tuple[str, ...], ...] = ()
    findings: tuple[Finding, ...] = ()
    faults: tuple[Sentence, ...] = ()
    estimate: Estimate | None = None

    @property
    def picture_count(self) -> int:
        return self.train_count + self.val_count

    def summary(self) -> str:
        """One line: "2,971 pictures in 4 classes: 2,377 for training, 594 for validation"."""
        classes = f"{len(self.classes):,} class{'' if len(self.classes) == 1 else 'es'}"
        return (
            f"{self.picture_count:,} picture{'' if self.picture_count == 1 else 's'} in {classes}: "
            f"{self.train_count:,} for training, {self.val_count:,} for validation"
        )


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no report: the last line of standard error where progress is asked for as JSON."""

    error: Sentence
    hint: Sentence = Sentence()
    detail: str = ""


def encode_report(report: DatasetReport | Refusal) -> bytes:
    """One JSON object."""
    return encode_json(report)


def decode_report(data: bytes) -> DatasetReport:
    """The report that `vgg-desktop dataset --json` printed.

    Raises:
        AppError: it is damaged, cut short or of another shape.
    """
    try:
        return decode_json(data, DatasetReport)
    except DamagedError as error:
        raise AppError("The dataset report cannot be read.", "Look at the folder again.", str(error)) from error


def decode_refusal(line: bytes) -> AppError | None:
    """The error that a line of the command's standard error tells; None for any other line."""
    try:
        refusal = decode_json(line, Refusal)
    except DamagedError:
        return None
    return AppError(refusal.error, refusal.hint, refusal.detail)
