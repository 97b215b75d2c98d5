"""What `vgg-desktop models calibrate` does once its options are read."""

from pathlib import Path

from vgg_desktop.cli.text.progress import counting
from vgg_desktop.cli.text.results import say
from vgg_desktop.core.model.model_info import CalibratedModel, CalibrationChanges
from vgg_desktop.core.reading import Reading
from vgg_desktop.training.evaluation.calibration import calibrate_model


def calibrated_text(
    model: str,
    source: Path,
    target: Path,
    changes: CalibrationChanges,
    *,
    split: str,
    reading: Reading,
    include_seen: bool,
    device: str,
    precision: str,
) -> str:
    """Calibrate, and say what came of it. Raises: AppError as `calibrate_model` does."""
    with counting("Looking") as progress:
        made = calibrate_model(
            model,
            source,
            target,
            changes,
            split=split,
            reading=reading,
            include_seen=include_seen,
            device=device,
            precision=precision,
            on_notice=say,
            on_progress=progress,
        )
    return _text(made)


def _text(made: CalibratedModel) -> str:
    metrics, found = made.info.metrics, made.info.calibration
    count = int(metrics["val_count"])
    lines = [
        f"{count:,} pictures: top-1 {metrics['top1']:.2%}, top-5 {metrics['top5']:.2%}",
        f"Temperature {found.temperature:.3f}, fitted on every second picture. On the others:",
        f"calibration error {found.ece:.3f}, without the temperature {made.raw_ece:.3f};",
        f"sure above {found.threshold:.3f}: {found.coverage:.1%} of them, of which {found.accuracy:.1%} are right.",
    ]
    if found.kind_threshold is not None:
        lines.append(
            f"Of the rest it is sure of the kind above {found.kind_threshold:.3f}: {found.kind_coverage:.1%}, "
            f"of which {found.kind_accuracy:.1%} are right."
        )
    return "\n".join(lines)
