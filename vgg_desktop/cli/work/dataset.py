"""What `vgg-desktop dataset` does once its options are read."""

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from vgg_desktop.cli.text.progress import counting
from vgg_desktop.cli.text.reading import reading_lines
from vgg_desktop.cli.work.train import duration_text, size_text
from vgg_desktop.core.dataset_report import DatasetReport, Estimate, Finding, encode_report
from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.reading import Reading
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.training.data.dataset import Dataset, open_dataset
from vgg_desktop.training.progress import CancelledError

_MOST_CLASSES = 40
_BAR_CHARACTERS = 24


@dataclass(frozen=True, slots=True)
class DatasetRequest:
    """One call of the command."""

    source: Path
    recipe: Recipe
    labels: Path | None
    corrections: Sequence[Path]
    manifest: Path | None
    reading: Reading
    estimate: bool
    as_json: bool
    progress: str


def look(request: DatasetRequest) -> int:
    """The exit status: 1 when training on this data would make no sense.

    Raises:
        AppError: the data cannot be looked at.
        KeyboardInterrupt: a signal asked to stop; what was seen is remembered.
    """
    with stoppable() as stopped, counting("Looking at pictures", request.progress) as on_progress:
        try:
            dataset = open_dataset(
                request.source,
                recipe=request.recipe,
                labels=request.labels,
                corrections=request.corrections,
                manifest=request.manifest,
                reading=request.reading,
                on_progress=on_progress,
                cancelled=stopped.is_set,
            )
        except CancelledError:
            raise KeyboardInterrupt from None
    report = dataset.report
    if request.estimate and not report.faults:
        report = _with_estimate(dataset, request)
    if request.as_json:
        sys.stdout.buffer.write(encode_report(report) + b"\n")
        sys.stdout.buffer.flush()
    else:
        print("\n".join(_lines(report)))  # noqa: T201
    return 1 if report.faults else 0


@contextmanager
def stoppable() -> Iterator[threading.Event]:
    """An event that the first SIGINT or SIGTERM sets; after it, signals do again what they did before."""
    stopped = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def stop(_number: int, _frame: object) -> None:
        stopped.set()
        restore()

    for number in before:
        signal.signal(number, stop)
    try:
        yield stopped
    finally:
        restore()


def _with_estimate(dataset: Dataset, request: DatasetRequest) -> DatasetReport:
    """The report with what a run would take, or with the reason why this recipe cannot run."""
    from vgg_desktop.core.files.paths import runs_dir
    from vgg_desktop.training.setup.forecast import forecast
    from vgg_desktop.training.setup.resolve import resolve_recipe

    report = dataset.report
    try:
        resolved = resolve_recipe(request.recipe, dataset.labels, len(dataset.train), report.name)
        estimate = forecast(resolved, dataset, folder=runs_dir())
    except AppError as error:
        finding = Finding("estimate", "warning", error.summary, error.hint)
        return msgspec.structs.replace(report, findings=(*report.findings, finding))
    return msgspec.structs.replace(report, estimate=estimate, faults=(*report.faults, *estimate.faults()))


def _lines(report: DatasetReport) -> list[str]:
    lines = [
        f"{one_line(report.name)}: {report.summary()}",
        *reading_lines(report),
        "",
        *_class_lines(report),
        "",
    ]
    for finding in report.findings:
        lines.append(f"{'!' if finding.level == 'warning' else '·'} {finding.summary} {finding.hint}".rstrip())
    lines += [f"· Ignored: {one.count:,} {one.reason} ({', '.join(one.examples)})." for one in report.ignored]
    lines += [f"✗ {fault}" for fault in report.faults]
    if report.estimate:
        lines += ["", _estimate_line(report.estimate)]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _estimate_line(estimate: Estimate) -> str:
    """ "A run takes about 1.4 GB of memory, 140 MB of disk (80 GB are free) and 3 min 20 s on ..." """
    free = f" ({size_text(estimate.disk_free_bytes)} are free)" if estimate.disk_free_bytes else ""
    time = "" if estimate.seconds is None else f" and {duration_text(estimate.seconds)}"
    memory, disk = size_text(estimate.memory_bytes), size_text(estimate.disk_bytes)
    return f"A run takes about {memory} of memory, {disk} of disk{free}{time} on {estimate.device}."


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
