"""Runs as lines for people and as records for programs, and how to ask something of one."""

import time
from collections.abc import Sequence
from typing import Any

import typer

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.run_directory import Command, RunDirectory, listen_to_hearts
from vgg_desktop.core.run.run_notes import title_of
from vgg_desktop.core.run.run_state import RunState

_POLL_S = 0.05
_NAME_CHARACTERS = 36


def settled_states(runs: Sequence[RunDirectory]) -> list[tuple[RunDirectory, RunState]]:
    """Each run with its state; a heart on another machine is listened to for three beats before it counts as alive."""
    listen_to_hearts(runs)
    return [(run, _state(run)) for run in runs]


def run_record(run: RunDirectory, state: RunState) -> dict[str, Any]:
    """The fields that `--json` writes; these names stay."""
    return {
        "name": run.name,
        "title": title_of(run.path),
        "state": state.state,
        "epoch": state.epoch,
        "epochs": state.epochs,
        "best_top1": state.best_top1,
        "path": str(run.path.absolute()),
        "step": state.step,
        "best_epoch": state.best_epoch,
        "attempt": state.attempt,
        "host": state.host,
        "summary": state.summary,
        "hint": state.hint,
    }


def header() -> str:
    return f"{'run':<{_NAME_CHARACTERS}}  {'state':<9}  {'epoch':>11}  {'best top1':>9}"


def run_row(run: RunDirectory, state: RunState) -> str:
    name = one_line(title_of(run.path))
    shown = name if len(name) <= _NAME_CHARACTERS else name[: _NAME_CHARACTERS - 1] + "…"
    best = "" if state.best_top1 is None else f"{state.best_top1:.2%}"
    epochs = f"{state.epoch}/{state.epochs}" if state.epochs else ""
    return f"{shown:<{_NAME_CHARACTERS}}  {state.state:<9}  {epochs:>11}  {best:>9}".rstrip()


def run_description(run: RunDirectory, state: RunState) -> str:
    lines = [
        f"name:       {one_line(title_of(run.path))}",
        f"state:      {state.state}",
        f"epochs:     {state.epoch} of {state.epochs or 'unknown'}",
        f"attempt:    {state.attempt} on {one_line(state.host)}",
        f"directory:  {one_line(str(run.path.absolute()))}",
    ]
    if state.best_top1 is not None:
        lines.insert(3, f"best:       {state.best_top1:.2%} in epoch {state.best_epoch}")
    if weights := run.best_weights():
        lines.append(f"weights:    {one_line(str(weights.absolute()))}")
    if state.summary:
        lines.append(f"said:       {one_line(f'{state.summary} {state.hint}'.rstrip())}")
    if state.state == "lost":
        lines.append(f"last words: {one_line(run.log_tail().rpartition(chr(10))[2])}")
    return "\n".join(lines)


def ask(run: RunDirectory, command: Command, wait_s: float) -> None:
    """Send a command and wait for the worker's end.

    Raises:
        AppError: no worker is alive to hear it.
    """
    if not run.state().is_live:
        raise AppError(
            "The run {run} is {state}; there is nothing to {command}.",
            run=one_line(run.name),
            state=run.state().state,
            command=command,
        )
    run.send_command(command)
    deadline = time.monotonic() + wait_s
    while run.state().is_live:
        if time.monotonic() > deadline:
            typer.echo(f"The run {one_line(run.name)} was asked to {command}; it still has to end its step.")
            return
        time.sleep(_POLL_S)
    typer.echo(run_row(run, run.state()))


def _state(run: RunDirectory) -> RunState:
    """A run whose state cannot be read is shown as lost, with the reason."""
    try:
        return run.state()
    except AppError as error:
        return RunState(state="lost", summary=error.summary, hint=error.hint)
