"""The command `vgg-desktop`: the window and everything it does, from a shell.

Each command's module imports only typer at its top, so that `--help` answers at once.
"""

import difflib
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated, TextIO

import typer

from vgg_desktop import __version__
from vgg_desktop.cli.processor import let_idle_threads_sleep
from vgg_desktop.cli.text import standard_output
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import settle_folders

EXIT_INTERRUPTED = 130
_QUESTIONS = ("-h", "--help", "--version")
_SLIP_LIKENESS = 0.8


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit status."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """The exit status: 0 for success, 1 when some inputs failed, 2 for wrong usage."""
    standard_output.open_closed()
    settle_folders()
    _print_any_name()
    let_idle_threads_sleep()
    app = build_app()
    if opens_window(arguments, _command_names(app)):
        arguments = ["window", *arguments]
    output, status = sys.stdout, 0
    try:
        status = _status_of(app, arguments)
        output.flush()
    except OSError as error:
        return _status_without_output(output, error, status)
    return status


def opens_window(arguments: Sequence[str], commands: set[str]) -> bool:
    """Pictures, options of the window or nothing at all open the window; a command's name wins over a file's.

    What is no file and looks like a command's name is a slip, which is better explained than opened.
    """
    if not arguments:
        return True
    first = arguments[0]
    return first not in commands and first not in _QUESTIONS and not _is_slip(first, commands)


def _is_slip(word: str, commands: set[str]) -> bool:
    resembles = word.isalpha() and difflib.get_close_matches(word, commands, cutoff=_SLIP_LIKENESS)
    return bool(resembles) and not os.path.lexists(word)


def build_app() -> typer.Typer:
    """The command line with every command, none of their engines loaded."""
    from vgg_desktop.cli.commands import classify, dataset, doctor, evaluate, models, runs, train, window

    app = typer.Typer(
        help="Classify pictures, and train VGG networks on your own. With no command, or with pictures: the window.",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    app.command("window")(window.window)
    app.command("classify")(classify.classify)
    app.command("dataset")(dataset.dataset)
    app.command("train")(train.train_folder)
    app.add_typer(runs.runs_app, name="runs")
    app.command("evaluate")(evaluate.evaluate)
    app.add_typer(models.models_app, name="models")
    app.command("doctor")(doctor.doctor)
    return app


def _command_names(app: typer.Typer) -> set[str]:
    return {str(command.name) for command in app.registered_commands + app.registered_groups}


def _status_of(app: typer.Typer, arguments: list[str]) -> int:
    try:
        app(arguments, prog_name="vgg-desktop")
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # typer has made a status 1 of it
            raise ended.__context__ from None
        return int(ended.code or 0)
    except AppError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    except MemoryError:
        print("There is not enough memory for this. Close other programs and try again.", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return 0


def _status_without_output(output: TextIO, error: OSError, status: int) -> int:
    """A reader that has had enough changes no status; a full disk makes it 1.

    Raises:
        OSError: `error`, if it has nothing to do with standard output.
    """
    lost = standard_output.why_lost(output)
    if lost is None:
        raise error
    standard_output.discard_output(output)
    if standard_output.is_reader_gone(lost):
        return status
    print(standard_output.lost_output(lost), file=sys.stderr)  # noqa: T201
    return 1


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"vgg-desktop {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Options before any command."""


def _print_any_name() -> None:
    """A file name that the terminal's encoding lacks is printed with escapes, never a reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
