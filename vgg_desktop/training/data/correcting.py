"""A person's corrections, applied to the samples that they name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label, LabelIndex
from vgg_desktop.core.run.corrections import Correction
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.training.data.manifest import AppliedCorrection, Sample
from vgg_desktop.training.data.split import TWO_CLASSES

EXCLUDED = "excluded by a correction"


@dataclass(frozen=True, slots=True)
class Corrected:
    """`unmatched` counts corrections of pictures that are not there (any more)."""

    samples: list[Sample]
    applied: tuple[AppliedCorrection, ...] = field(default=())
    unmatched: int = 0


def correct(samples: Sequence[Sample], corrections: Sequence[Correction], labels: Sequence[Label]) -> Corrected:
    """The samples with every correction applied, by the pictures' content.

    Raises:
        AppError: some corrections name classes that are not there; the sentence names them all.
    """
    index = LabelIndex(labels)
    wanted = {correction.sha256: _class_id(correction, index, labels) for correction in corrections}
    unknown = sorted({one_line(c.label or "") for c in corrections if wanted[c.sha256] == ""})
    if unknown:
        raise AppError(
            "The corrections name {what} that the data does not have: {names}.",
            "Use the id, name or alias of a class, or exclude.",
            what=Sentence("a class") if len(unknown) == 1 else Sentence("classes"),
            names=", ".join(unknown),
        )
    touched: dict[str, list[str]] = {}
    corrected = [_applied(sample, wanted, touched) for sample in samples]
    applied = tuple(AppliedCorrection(sha256, wanted[sha256], tuple(paths)) for sha256, paths in touched.items())
    return Corrected(corrected, applied, len(wanted) - len(applied))


def _applied(sample: Sample, wanted: dict[str, str | None], touched: dict[str, list[str]]) -> Sample:
    if sample.sha256 not in wanted:
        return sample
    touched.setdefault(sample.sha256, []).append(sample.path)
    class_id = wanted[sample.sha256]
    if class_id is None:
        return msgspec.structs.replace(sample, split="out", why=EXCLUDED)
    return msgspec.structs.replace(sample, label=class_id, why="" if sample.why == TWO_CLASSES else sample.why)


def _class_id(correction: Correction, index: LabelIndex, labels: Sequence[Label]) -> str | None:
    """The corrected class; None to exclude, "" for a label that no class has."""
    if correction.label is None:
        return None
    position = index.find(correction.label)
    return "" if position is None else labels[position].id
