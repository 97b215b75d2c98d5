"""What `vgg-desktop dataset` does once its options are read."""

import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from vgg_desktop.cli.scan_progress import counting
from vgg_desktop.core.dataset_report import DatasetReport, encode
from vgg_desktop.core.display import one_line
from vgg_desktop.core.recipe import Recipe
from vgg_desktop.training.dataset import Dataset, open_dataset

_MOST_CLASSES = 40
_BAR_CHARACTERS = 24


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the command."""

    source: Path
    recipe: Recipe
    labels: Path | None
    corrections: Path | None
    manifest: Path | None
    estimate: bool
    as_json: bool
    progress: str


def look(request: Request) -> int:
    """The exit status: 1 when training on this data would make no sense.

    Raises:
        AppError: the data cannot be looked at.
    """
    with counting("Looking at pictures", request.progress) as on_progress:
        dataset = open_dataset(
            request.source,
            recipe=request.recipe,
            labels=request.labels,
            corrections=request.corrections,
            manifest=request.manifest,
            on_progress=on_progress,
        )
    report = dataset.report
    if request.estimate and not report.faults:
        report = msgspec.structs.replace(report, estimate=_estimate(dataset, request.recipe))
    if request.as_json:
        sys.stdout.buffer.write(encode(report) + b"\n")
        sys.stdout.buffer.flush()
    else:
        print("\n".join(_lines(report)))  # noqa: T201
    return 1 if report.faults else 0


def _estimate(dataset: Dataset, recipe: Recipe) -> None:
    return None


def _lines(report: DatasetReport) -> list[str]:
    lines = [f"{one_line(report.name)}: {report.summary()}", "", *_class_lines(report), ""]
    for finding in report.findings:
        lines.append(f"{'!' if finding.level == 'warning' else '·'} {finding.summary} {finding.hint}".rstrip())
    lines += [f"· Ignored: {one.count:,} {one.reason} ({', '.join(one.examples)})." for one in report.ignored]
    lines += [f"✗ {fault}" for fault in report.faults]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _class_lines(report: DatasetReport) -> list[str]:
    shown = report.classes[:_MOST_CLASSES]
    if not shown:
        return []
    width = max(len(one_line(one.name)) for one in shown)
    most = max(one.train + one.val for one in shown) or 1
    lines = [f"  {'class':<{width}}  {'train':>7}  {'val':>7}"]
    for one in shown:
        bar = "█" * round((one.train + one.val) / most * _BAR_CHARACTERS)
        lines.append(f"  {one_line(one.name):<{width}}  {one.train:>7,}  {one.val:>7,}  {bar}".rstrip())
    if len(report.classes) > len(shown):
        lines.append(f"  and {len(report.classes) - len(shown):,} more classes")
    return lines
