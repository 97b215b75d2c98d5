"""`vgg-desktop runs`: trainings, past and under way."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vgg_desktop.core.run.run_directory import RunDirectory

runs_app = typer.Typer(help="Trainings, past and under way.", no_args_is_help=True)

_Name = Annotated[str, typer.Argument(help="The run's name.", show_default=False)]
_RunsDir = Annotated[
    Path | None, typer.Option("--runs-dir", file_okay=False, help="Folder of run directories; yours when left out.")
]
_Json = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
_Background = Annotated[bool, typer.Option("--background", hidden=True)]
_Wait = Annotated[float, typer.Option(min=0, metavar="SECONDS", help="How long to wait for the worker's end.")]


@runs_app.command("list")
def runs_list(runs_dir: _RunsDir = None, as_json: _Json = False) -> None:
    """Every run with its state, newest first."""
    import json

    from vgg_desktop.cli.text.run_text import header, run_record, run_row, settled_states
    from vgg_desktop.core.run import run_directory

    states = settled_states(run_directory.list_runs(_folder(runs_dir)))
    if as_json:
        typer.echo(json.dumps([run_record(run, state) for run, state in states], ensure_ascii=False))
        return
    if states:
        typer.echo(header())
    for run, state in states:
        typer.echo(run_row(run, state))


@runs_app.command("show")
def runs_show(name: _Name, runs_dir: _RunsDir = None, as_json: _Json = False) -> None:
    """One run: state, accuracy, and what it last said."""
    import json

    from vgg_desktop.cli.text.run_text import run_description, run_record, settled_states

    [(run, state)] = settled_states([_run(name, runs_dir)])
    typer.echo(json.dumps(run_record(run, state), ensure_ascii=False) if as_json else run_description(run, state))


@runs_app.command("resume")
def runs_resume(
    name: _Name,
    runs_dir: _RunsDir = None,
    pause_after: Annotated[
        float | None, typer.Option(min=0, metavar="MINUTES", help="Save and end after so long.")
    ] = None,
    detach: Annotated[bool, typer.Option(help="Train in the background.")] = False,
    start_over: Annotated[
        bool, typer.Option("--start-over", help="Begin again at the first step where every checkpoint is lost.")
    ] = False,
    data: Annotated[
        Path | None, typer.Option(exists=True, help="Where the pictures are now, if they were moved; each is checked.")
    ] = None,
    background: _Background = False,
) -> None:
    """Go on with a paused, stopped or broken-off run, also by torchrun. Exit status as of train."""
    from vgg_desktop.cli.work.train import find_pictures_again, follow, work_here
    from vgg_desktop.training.team import find_team
    from vgg_desktop.training.worker import launcher

    run = _run(name, runs_dir)
    if data and find_team().leads:
        find_pictures_again(run, data)
    if detach:
        launcher.start_run(run, pause_after_min=pause_after, starts_over=start_over)
        raise typer.Exit(follow(run))
    if find_team().leads:
        launcher.check_startable(run)
    raise typer.Exit(work_here(run, pause_after_min=pause_after, background=background, starts_over=start_over))


@runs_app.command("pause")
def runs_pause(name: _Name, runs_dir: _RunsDir = None, wait: _Wait = 60.0) -> None:
    """Save the run's state and end its worker; resume it whenever you like."""
    from vgg_desktop.cli.text.run_text import ask

    ask(_run(name, runs_dir), "pause", wait)


@runs_app.command("stop")
def runs_stop(name: _Name, runs_dir: _RunsDir = None, wait: _Wait = 60.0, background: _Background = False) -> None:
    """End the run and keep its best weights. A paused run is ended with what it has."""
    from vgg_desktop.cli.text.run_text import ask
    from vgg_desktop.cli.work.train import work_here
    from vgg_desktop.training.worker import launcher

    run = _run(name, runs_dir)
    if not background and run.settled_state().is_live:
        ask(run, "stop", wait)
        return
    launcher.check_startable(run)
    status = work_here(run, background=background, stop_at_once=True)
    raise typer.Exit(1 if status == 1 else 0)


@runs_app.command("discard")
def runs_discard(name: _Name, runs_dir: _RunsDir = None, wait: _Wait = 60.0) -> None:
    """End the run and move its directory to the trash."""
    from vgg_desktop.core.display import one_line
    from vgg_desktop.training.worker import launcher

    run = _run(name, runs_dir)
    launcher.discard_run(run, patience_s=wait)
    typer.echo(f"The run {one_line(run.name)} is in the trash.")


def _folder(runs_dir: Path | None) -> Path:
    from vgg_desktop.core.files import paths

    return runs_dir or paths.runs_dir()


def _run(name: str, runs_dir: Path | None) -> "RunDirectory":
    from vgg_desktop.core.run.run_directory import find_run

    return find_run(_folder(runs_dir), name)
