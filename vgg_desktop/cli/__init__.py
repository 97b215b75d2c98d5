"""The command `vgg-desktop`: the window and everything it does, from a shell.

Each command's module imports only typer at its top, so that `--help` answers at once.
"""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from vgg_desktop import __version__
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.processor import let_idle_threads_sleep

EXIT_INTERRUPTED = 130
_QUESTIONS = ("-h", "--help", "--version")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit status."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """The exit status: 0 for success, 1 when some inputs failed, 2 for wrong usage."""
    _print_any_name()
    let_idle_threads_sleep()
    app = build_app()
    if opens_window(arguments, {command.name for command in app.registered_commands + app.registered_groups}):
        arguments = ["window", *arguments]
    try:
        app(arguments, prog_name="vgg-desktop")
    except SystemExit as ended:
        return int(ended.code or 0)
    except AppError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _forget_standard_output()
        return 0
    return 0


def opens_window(arguments: Sequence[str], commands: set[str | None]) -> bool:
    """Pictures, options of the window or nothing at all open the window; a command's name wins over a file's."""
    return not arguments or (arguments[0] not in commands and arguments[0] not in _QUESTIONS)


def build_app() -> typer.Typer:
    """The command line with every command, none of their engines loaded."""
    from vgg_desktop.cli import classify, dataset, doctor, evaluate, models, runs, train, window

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
    app.command("train")(train.train)
    app.add_typer(runs.runs_app, name="runs")
    app.command("evaluate")(evaluate.evaluate)
    app.add_typer(models.models_app, name="models")
    app.command("doctor")(doctor.doctor)
    return app


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
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _forget_standard_output() -> None:
    """The reader of our output has gone; keep the interpreter from complaining while it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
