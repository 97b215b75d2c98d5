"""`vgg-desktop doctor`: what this machine can do, and what is missing."""

from typing import Annotated

import typer


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
) -> None:
    """Say what is installed, what is used, and what to do about the rest. Exit status 1 when something is broken."""
    from vgg_desktop.cli.work.doctor import examine, to_json, to_text

    findings = examine()
    typer.echo(to_json(findings) if as_json else to_text(findings))
    raise typer.Exit(1 if any(finding.broken for finding in findings) else 0)
