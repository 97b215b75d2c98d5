"""Which pictures a run trains and validates with: `dataset.json`, described in docs/dataset.md."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, NewerFormatError, read_json
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.sentence import Sentence, counted

FORMAT = 1

Side = Literal["train", "val", "out"]
"""Where a picture stands; "out" is left alone by training, for the reason in the sample's `why`."""


class Sample(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One picture file. `path` is relative to the dataset's root (absolute only where a CSV names a file outside it),
    `label` a class id ("" for a picture of no class), `sha256` that of the file ("" where it could not be read).
    `same_as` is the smallest SHA-256 among files with equal pixels, where that is another file's.
    """

    path: str
    label: str
    sha256: str
    size: int
    split: Side
    why: str = ""
    same_as: str = ""

    @property
    def content(self) -> str:
        """Equal for pictures that are the same to a network."""
        return self.same_as or self.sha256


class AppliedCorrection(msgspec.Struct, frozen=True, gc=False):
    """A correction that changed at least one sample; `label` is None for an excluded picture."""

    sha256: str
    label: str | None
    paths: tuple[str, ...]


class SplitRule(msgspec.Struct, frozen=True):
    """How the split came about: given by the folders or the CSV, or made from these three."""

    origin: Literal["given", "made"]
    seed: int = 0
    val_share: float = 0.0
    group_pattern: str = ""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Every picture of a dataset in the order of its paths; positions in `train()` and `val()` are sample numbers.

    `reading` is what a person said about the source.
    """

    format: int = FORMAT
    split: SplitRule
    classes: tuple[Label, ...]
    corrections: tuple[AppliedCorrection, ...] = ()
    samples: tuple[Sample, ...]
    reading: Reading = AS_IT_IS

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over classes and samples: equal exactly when training would see the same data."""
        digest = hashlib.sha256()
        for label in self.classes:
            digest.update(f"{label.id}\0{label.name}\n".encode())
        for sample in self.samples:
            digest.update(f"{sample.split}\0{sample.label}\0{sample.sha256}\0{sample.path}\n".encode())
        return digest.hexdigest()

    def side(self, side: Side) -> list[Sample]:
        """The samples on one side of the split, in order."""
        return [sample for sample in self.samples if sample.split == side]


def encode_manifest(manifest: Manifest) -> bytes:
    """JSON with one sample a line, so that two manifests can be compared with any diff."""
    head = {
        "format": manifest.format,
        "fingerprint": manifest.fingerprint,
        "split": manifest.split,
        "classes": manifest.classes,
        "corrections": manifest.corrections,
        "reading": manifest.reading,
    }
    lines = b",\n".join(msgspec.json.encode(sample) for sample in manifest.samples)
    return msgspec.json.encode(head)[:-1] + b',"samples":[\n' + lines + b"\n]}\n"


def save_manifest(manifest: Manifest, path: Path) -> None:
    """Raises: AppError when the file cannot be written."""
    write_atomically(path, encode_manifest(manifest))


def load_manifest(path: Path) -> Manifest:
    """The manifest in a file.

    Raises:
        AppError: it cannot be read, is damaged, or belongs to a newer version of this program.
    """
    try:
        stored = read_json(path, _Stored, newest_format=FORMAT)
    except NewerFormatError as error:
        raise AppError(
            "{file} was written by a newer version of this program.",
            "Update this program.",
            str(error),
            file=display_name(path),
        ) from error
    except OSError as error:
        raise AppError(
            "{file} cannot be read: {reason}.", file=display_name(path), reason=os_error_sentence(error)
        ) from error
    except DamagedError as error:
        raise _damaged(path, str(error)) from error
    manifest = Manifest(
        split=stored.split,
        classes=stored.classes,
        corrections=stored.corrections,
        samples=stored.samples,
        reading=stored.reading,
    )
    if manifest.fingerprint != stored.fingerprint:
        raise _damaged(path, "The fingerprint does not fit the samples.")
    return manifest


def differences(old: Manifest, new: Manifest) -> list[str]:
    """What changed between two manifests, one sentence each; empty when training would see the same data."""
    if old.fingerprint == new.fingerprint:
        return []
    before = {sample.path: sample for sample in old.samples}
    after = {sample.path: sample for sample in new.samples}
    common = before.keys() & after.keys()
    found = [
        _sentence(
            before.keys() - after.keys(),
            "{count:,} picture is missing ({names}).",
            "{count:,} pictures are missing ({names}).",
        ),
        _sentence(
            after.keys() - before.keys(),
            "{count:,} picture was added ({names}).",
            "{count:,} pictures were added ({names}).",
        ),
        _sentence(
            (path for path in common if before[path].sha256 != after[path].sha256),
            "{count:,} picture changed ({names}).",
            "{count:,} pictures changed ({names}).",
        ),
        _sentence(
            (path for path in common if before[path].label != after[path].label),
            "{count:,} picture changed its class ({names}).",
            "{count:,} pictures changed class ({names}).",
        ),
        _sentence(
            (path for path in common if before[path].split != after[path].split),
            "{count:,} picture changed sides ({names}).",
            "{count:,} pictures changed sides ({names}).",
        ),
        _class_sentence(old.classes, new.classes),
    ]
    return [sentence for sentence in found if sentence]


class _Stored(msgspec.Struct):
    format: int
    fingerprint: str
    split: SplitRule
    classes: tuple[Label, ...]
    corrections: tuple[AppliedCorrection, ...]
    samples: tuple[Sample, ...]
    reading: Reading = AS_IT_IS


def _damaged(path: Path, detail: str) -> AppError:
    return AppError("{file} is damaged.", "Delete it, so that a new split is made.", detail, file=display_name(path))


def _sentence(paths: Iterable[str], one: str, many: str) -> str:
    names = sorted(paths)
    if not names:
        return ""
    shown = Sentence("{name}" if len(names) == 1 else "{name} and others", name=one_line(names[0]))
    return counted(len(names), one, many, names=shown)


def _class_sentence(old: Sequence[Label], new: Sequence[Label]) -> str:
    if [(label.id, label.name) for label in old] == [(label.id, label.name) for label in new]:
        return ""
    return Sentence(
        "The classes changed: {before:,} before, {now:,} now, or other names.", before=len(old), now=len(new)
    )
