"""What `vgg-desktop evaluate` does once its options are read."""

from pathlib import Path
from typing import Any

import msgspec

from vgg_desktop.cli.text.progress import counting
from vgg_desktop.cli.text.results import say
from vgg_desktop.core.display import one_line
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.run.evaluation import Accuracy, ClassResult, FolderEvaluation
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.training.evaluation.labelled import evaluate_model, labelled_pictures

_EXTREMES = 5


def evaluated(
    model: str,
    source: Path,
    *,
    split: str,
    reading: Reading = AS_IT_IS,
    include_seen: bool = False,
    device: str,
    precision: str,
    batch_size: int | None,
) -> FolderEvaluation:
    """Evaluate, and say what was left out. Raises: AppError as `evaluate_model` does, or for the model."""
    classifier = Classifier.load(model, device=device, precision=precision, on_notice=say)
    labelled = labelled_pictures(classifier.info.labels, source, split, reading)
    for sentence in labelled.left_out():
        say(sentence)
    with counting("Looking") as progress:
        found = evaluate_model(
            classifier, labelled, include_seen=include_seen, batch_size=batch_size, on_progress=progress
        )
    for result in found.unreadable:
        say(str(result.error))
    if found.seen_count is None:
        say("This model does not say which pictures it has learned from: with such ones it looks better than it is.")
    return found


def evaluation_record(found: FolderEvaluation) -> dict[str, Any]:
    """The fields that `--json` writes; these names stay."""
    return {
        "top1": found.evaluation.top1,
        "top5": found.evaluation.top5,
        "count": found.evaluation.count,
        "ece": found.evaluation.ece_calibrated,
        "unreadable": len(found.unreadable),
        "unknown_classes": list(found.unknown_classes),
        "kind_top1": found.kind_top1,
        "seen": found.seen_count,
        "with_seen": _record(found.with_seen),
        "without_seen": _record(found.without_seen),
        "classes": [{"label": one.label.name, "count": one.val_count, "top1": one.recall} for one in _present(found)],
    }


def evaluation_text(found: FolderEvaluation) -> str:
    """The figures, and where there are many classes those that do best and worst."""
    whole = found.evaluation
    first = (
        f"{whole.count:,} pictures: top-1 {whole.top1:.2%}, top-5 {whole.top5:.2%}, "
        f"calibration error {whole.ece_calibrated:.3f}"
    )
    if found.kind_top1 is not None:
        first += f"\nThe kind of thing is right in {found.kind_top1:.2%}."
    if about_seen := found.about_seen():
        first += f"\n{' '.join(about_seen)}"
    ranked = sorted(_present(found), key=lambda one: -(one.recall or 0.0))
    if len(ranked) <= 2 * _EXTREMES:
        return f"{first}\nBy class: {_listed(ranked)}"
    return f"{first}\nBest:  {_listed(ranked[:_EXTREMES])}\nWorst: {_listed(ranked[: -_EXTREMES - 1 : -1])}"


def _record(accuracy: Accuracy | None) -> dict[str, Any] | None:
    return msgspec.to_builtins(accuracy) if accuracy else None


def _present(found: FolderEvaluation) -> list[ClassResult]:
    return [one for one in found.evaluation.classes if one.val_count]


def _listed(classes: list[ClassResult]) -> str:
    return ", ".join(f"{one_line(one.label.name)} {one.recall:.0%}" for one in classes)
