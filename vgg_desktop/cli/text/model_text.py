"""Models in words: one line for a list, a page for one of them, and the same as JSON."""

import json
from typing import Any

import msgspec

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.kinds import kinds_of
from vgg_desktop.core.model.learned_from import LearnedFrom
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.engine.weights.catalog import CatalogEntry

_SHOWN_LABELS = 8


def model_row(entry: CatalogEntry) -> str:
    """Name, what it is, and what it reaches, between tabs."""
    found = model_record(entry)
    if found["error"]:
        return f"{one_line(entry.name)}\t{found['error']}"
    top1 = f"{found['top1']:.1%} top-1" if found["top1"] is not None else "accuracy not measured"
    classes = f"{found['classes']:,} classes"
    return "\t".join([one_line(entry.name), found["architecture"], classes, f"{found['input_px']} px", top1])


def model_record(entry: CatalogEntry) -> dict[str, Any]:
    """One model of the list; `error` is a sentence where its file cannot be read."""
    fields = {"name": entry.name, "origin": entry.origin, "path": str(entry.path)}
    try:
        info = entry.read_info()
        size_bytes = entry.path.stat().st_size
    except (AppError, OSError) as error:
        return fields | dict.fromkeys(("architecture", "classes", "input_px", "top1", "bytes")) | {"error": str(error)}
    return fields | {
        "architecture": info.architecture.display_name,
        "classes": len(info.labels),
        "input_px": info.preprocessing.crop_px,
        "top1": info.metrics.get("top1"),
        "bytes": size_bytes,
        "error": None,
    }


def described_json(info: ModelInfo) -> str:
    """The whole description as one JSON object."""
    known = len(LearnedFrom.decode(info.learned_from))
    record = {**msgspec.to_builtins(info), "learned_from": known or None}
    return json.dumps(record, ensure_ascii=False, indent=2)


def model_description(info: ModelInfo) -> str:
    """The whole description for a person."""
    lines = [
        ("Name", info.name),
        ("Network", _network(info)),
        ("Input", _input(info)),
        ("Classes", _classes(info)),
        ("Measured", _measured(info)),
        ("Sure", _sure(info)),
        *_kinds(info),
        *((f"{key[:1].upper()}{key[1:]}", value) for key, value in info.provenance.items()),
        ("Licence", info.licence or "not stated"),
    ]
    width = max(len(name) for name, _ in lines)
    return "\n".join(f"{one_line(name):<{width}}  {one_line(value)}" for name, value in lines)


def _network(info: ModelInfo) -> str:
    shape = info.architecture
    hidden = f"hidden layers {', '.join(map(str, shape.hidden))}" if shape.hidden else "no hidden layer"
    width = "" if shape.width == 1 else f", {shape.width:g} of the channels"
    return f"{shape.display_name}, pooled to {shape.pooled_px} x {shape.pooled_px}, {hidden}{width}"


def _input(info: ModelInfo) -> str:
    steps = info.preprocessing
    views = ", with its mirror image" if steps.views > 1 else ""
    return f"shorter side {steps.resize_px} px, centre {steps.crop_px} x {steps.crop_px} px{views}"


def _classes(info: ModelInfo) -> str:
    names = ", ".join(label.name for label in info.labels[:_SHOWN_LABELS])
    return f"{len(info.labels):,}: {names}{', ...' if len(info.labels) > _SHOWN_LABELS else ''}"


def _measured(info: ModelInfo) -> str:
    figures = [f"{name} {value:.1%}" for name, value in info.metrics.items() if 0 <= value <= 1]
    return (", ".join(figures) + (f" on {info.measured_on}" if info.measured_on else "")) if figures else "not measured"


def _sure(info: ModelInfo) -> str:
    found = info.calibration
    if found.threshold is None:
        return "no threshold: it never says that it is not sure"
    text = f"from a score of {found.threshold:.0%}"
    if found.coverage is not None and found.accuracy is not None:
        text += f"; that is {found.coverage:.0%} of the pictures, of which {found.accuracy:.0%} are right"
    return text


def _kinds(info: ModelInfo) -> list[tuple[str, str]]:
    kinds = kinds_of(info.labels)
    if kinds is None:
        return []
    found = info.calibration
    count = len(set(kinds))
    text = f"{count} everyday {'kind' if count == 1 else 'kinds'} of things"
    if found.kind_threshold is not None and found.kind_coverage is not None and found.kind_accuracy is not None:
        text += (
            f", where no label is sure: sure from a score of {found.kind_threshold:.0%}, "
            f"that is {found.kind_coverage:.0%} of these pictures, of which {found.kind_accuracy:.0%} are right"
        )
    return [("Kinds", text)]
