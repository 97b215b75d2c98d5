"""Pictures in, lines out: what `vgg-desktop classify` does once its options are read."""

import codecs
import contextlib
import itertools
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vgg_desktop.cli import EXIT_INTERRUPTED, standard_output
from vgg_desktop.cli.text.progress import counted_items
from vgg_desktop.cli.text.results import Printer, say
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.export import ExportFormat, write_results
from vgg_desktop.core.files.picture_files import find_pictures
from vgg_desktop.core.model.prediction import PathResult

if TYPE_CHECKING:
    from vgg_desktop.engine.classifier import Classifier

_STDIN_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class ClassifyRequest:
    """One call of the command. `sources` are paths as typed; "-" stands for the paths on standard input."""

    sources: tuple[str, ...]
    null_separated: bool
    json_lines: bool
    csv_file: Path | None
    csv_format: ExportFormat
    top: int
    model: str
    device: str
    precision: str
    batch_size: int | None


@dataclass(slots=True)
class _Tally:
    """`problems` are all that was complained of, `failed` the pictures among them."""

    done: int = 0
    failed: int = 0
    problems: int = 0
    interrupted: bool = False
    printer_gone: bool = False

    def note(self, result: PathResult) -> None:
        self.done += 1
        if result.error is not None:
            self.failed += 1
            self.complain(result.error)

    def complain(self, error: AppError) -> None:
        self.problems += 1
        say(str(error))

    @property
    def exit_status(self) -> int:
        if self.interrupted:
            return EXIT_INTERRUPTED
        return 1 if self.problems else 0


@dataclass(slots=True)
class _Stop:
    """Set by the first Ctrl-C, which lets the batch under way end; a second one ends the process at once."""

    asked: bool = field(default=False)

    def __call__(self) -> bool:
        return self.asked


def classify_all(request: ClassifyRequest) -> int:
    """Classify everything that was asked for and print it; the exit status."""
    from vgg_desktop.engine.classifier import Classifier
    from vgg_desktop.engine.folder import classify_paths

    tally = _Tally()
    pictures = find_pictures(_sources(request), on_problem=tally.complain, on_left_out=lambda error: say(str(error)))
    first = next(pictures, None)
    if first is None:
        if not tally.problems:
            raise AppError("There are no pictures here.", "Name pictures, or folders that hold some.")
        return 1
    classifier = Classifier.load(request.model, device=request.device, precision=request.precision, on_notice=say)
    try:
        with _stopping_gently() as stop:
            results = classify_paths(
                classifier,
                itertools.chain([first], pictures),
                top=request.top,
                batch_size=request.batch_size,
                cancelled=stop,
            )
            with contextlib.closing(results):
                _deliver(request, _until_failure(classifier, results, tally), tally)
            tally.interrupted = stop.asked
    finally:
        classifier.close()
    _sum_up(tally)
    return tally.exit_status


def _until_failure(classifier: "Classifier", results: Iterable[PathResult], tally: _Tally) -> Iterator[PathResult]:
    """When the model itself fails, what it has answered by then still counts, unless its file turns out damaged."""
    try:
        yield from results
        classifier.confirm()
    except AppError as error:
        tally.complain(error)


def _deliver(request: ClassifyRequest, results: Iterable[PathResult], tally: _Tally) -> None:
    """Print each result as soon as it is known; a table that cannot be written does not stop the rest.

    Once nobody reads what is printed, only a table is worth going on for.
    """
    many = _may_be_many(request.sources)
    printer = Printer(json_lines=request.json_lines, many=many)
    shown = _shown(_with_bar(results, request.sources) if many else results, printer, tally)
    if request.csv_file is not None:
        try:
            write_results(request.csv_file, shown, request.csv_format)
        except AppError as error:
            tally.complain(error)
    for _ in shown:
        if tally.printer_gone:
            return


def _with_bar(results: Iterable[PathResult], sources: tuple[str, ...]) -> Iterator[PathResult]:
    return counted_items(results, None, None if "-" in sources else lambda: _count_of(sources))


def _shown(results: Iterable[PathResult], printer: Printer, tally: _Tally) -> Iterator[PathResult]:
    for result in results:
        tally.note(result)
        if not tally.printer_gone:
            _print(printer, result, tally)
        yield result


def _print(printer: Printer, result: PathResult, tally: _Tally) -> None:
    """No OSError of standard output may look like one of the table's file."""
    try:
        printer.show(result)
    except OSError as error:
        tally.printer_gone = True
        standard_output.discard_output(sys.stdout)
        if not standard_output.is_reader_gone(error):
            tally.complain(standard_output.lost_output(error))


def _sum_up(tally: _Tally) -> None:
    if tally.interrupted:
        say(f"Stopped after {tally.done:,} pictures.")
    elif tally.failed and tally.done > 1:
        say(f"{tally.failed:,} of {tally.done:,} pictures could not be classified.")


def _sources(request: ClassifyRequest) -> Iterator[Path]:
    for source in request.sources:
        if source == "-":
            yield from _standard_input(b"\0" if request.null_separated else b"\n")
        else:
            yield Path(source)


def _standard_input(separator: bytes) -> Iterator[Path]:
    """Paths as they arrive, so that another program may still be finding them."""
    rest, is_first = b"", True
    # Not sys.stdin.buffer: this runs in a thread that may still wait when the program ends, and Python aborts if that
    # thread then holds the buffer's lock.
    while chunk := _read_standard_input():
        if is_first:
            chunk, is_first = _without_mark(chunk), False
        *lines, rest = (rest + chunk).split(separator)
        yield from (_listed_path(line, separator) for line in lines if line.strip())
    if rest.strip():
        yield _listed_path(rest, separator)


def _read_standard_input() -> bytes:
    try:
        return os.read(sys.stdin.fileno(), _STDIN_CHUNK_BYTES)
    except OSError as error:
        raise AppError(
            "Standard input could not be read: {reason}.", detail=repr(error), reason=os_error_sentence(error)
        ) from error


def _without_mark(start: bytes) -> bytes:
    """The list without the byte-order mark that some programs of Windows put before it.

    Raises:
        AppError: it says that the list is in UTF-16.
    """
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise AppError("The list of paths on standard input is in UTF-16.", "Write it in UTF-8.")
    return start.removeprefix(codecs.BOM_UTF8)


def _listed_path(line: bytes, separator: bytes) -> Path:
    """One path of the list; a carriage return before the newline is part of it only where such a file exists."""
    if separator == b"\n" and line.endswith(b"\r") and not os.path.lexists(os.fsdecode(line)):
        line = line.removesuffix(b"\r")
    return Path(os.fsdecode(line))


def _may_be_many(sources: tuple[str, ...]) -> bool:
    several = len(sources) > 1 or "-" in sources
    return several or any(map(os.path.isdir, sources))  # Path.is_dir raises where permission lacks.


def _count_of(sources: tuple[str, ...]) -> int:
    return sum(1 for _ in find_pictures(map(Path, sources), on_problem=lambda _: None))


@contextlib.contextmanager
def _stopping_gently() -> Iterator[_Stop]:
    stop = _Stop()

    def ask(number: int, _frame: object) -> None:
        stop.asked = True
        signal.signal(number, signal.SIG_DFL)

    handled: list[tuple[int, Callable[..., object] | int | None]] = [
        (number, signal.signal(number, ask)) for number in (signal.SIGINT, signal.SIGTERM)
    ]
    try:
        yield stop
    finally:
        for number, before in handled:
            signal.signal(number, before)
