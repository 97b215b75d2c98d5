"""How every benchmark says what it measured."""

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any


def show(report: Mapping[str, Any], *, as_json: bool, as_table: Callable[[Any], str]) -> None:
    """One JSON object for programs, a table for people."""
    sys.stdout.write(json.dumps(report, indent=2) + "\n" if as_json else as_table(report))


def figures_table(head: str, figures: Mapping[str, float], targets: Mapping[str, float]) -> str:
    """A line a figure; where it has a target, the most it may be, whether that is met."""
    lines = [head]
    for name, value in figures.items():
        verdict = f"   target {targets[name]:>6}   {met(value <= targets[name])}" if name in targets else ""
        lines.append(f"{name:<28}{value:>10.1f}{verdict}")
    return "\n".join(lines) + "\n"


def met(is_met: bool) -> str:
    """The verdict on a target."""
    return "met" if is_met else "MISSED"
