"""What makes a recipe, and every reason why some values do not: all at once."""

import math
import re
from typing import Any

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe import FIELDS, PRESETS, Recipe
from vgg_desktop.core.recipe.recipe_fields import requirement
from vgg_desktop.core.sentence import Sentence


def make(values: dict[str, Any], preset: str = "") -> Recipe:
    """The recipe of a preset with `values` over it.

    Raises:
        AppError: some values do not fit; the sentence names every one of them.
    """
    if preset and preset not in PRESETS:
        known = ", ".join(PRESETS)
        raise AppError("There is no preset called {preset}.", "The presets are {known}.", preset=preset, known=known)
    merged = {**PRESETS.get(preset, {}), **values}
    found = problems(merged)
    if found:
        raise AppError("The recipe does not fit: {faults}.", faults="; ".join(f"{k}: {v}" for k, v in found.items()))
    return msgspec.convert(merged, Recipe, strict=False)


def problems(values: dict[str, Any]) -> dict[str, str]:
    """Every fault of `values` by field name, as the end of a sentence; empty when they make a recipe."""
    found = {name: "there is no such field" for name in values if name not in FIELDS}
    complete = {name: one.default for name, one in FIELDS.items()}
    for name, value in values.items():
        if name not in FIELDS:
            continue
        try:
            complete[name] = _convert(value, FIELDS[name].type)
        except msgspec.ValidationError:
            found[name] = requirement(FIELDS[name])
    for name, text in _disagreements(complete).items():
        found.setdefault(name, text)
    return found


def _convert(value: Any, kind: Any) -> Any:
    converted = msgspec.convert(value, kind, strict=not isinstance(value, str))
    if isinstance(converted, float) and not math.isfinite(converted):
        raise msgspec.ValidationError("not finite")
    return converted


def _disagreements(values: dict[str, Any]) -> dict[str, str]:
    """Fields that are right alone but not together."""
    found: dict[str, str] = {}
    sizes = values["sizes"] or ()
    firsts = [first for first, _ in sizes]
    if firsts and (firsts[0] != 1 or firsts != sorted(set(firsts))):
        found["sizes"] = Sentence("the first epoch is 1, and each row later than the one before")
    if values["start_from"] == "scratch" and values["train"] not in ("all", "auto"):
        found["train"] = Sentence('training from scratch needs the whole network ("all")')
    if values["hidden"] and not FIELDS["hidden"].applies(values):
        found["hidden"] = Sentence('has a meaning only with head = "custom"')
    if (error := _pattern_error(values["group_pattern"])) is not None:
        found["group_pattern"] = Sentence("is no regular expression: {reason}", reason=error)
    return found


def _pattern_error(pattern: str) -> Exception | None:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return error
    return None
