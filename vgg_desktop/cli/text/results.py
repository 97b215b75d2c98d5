"""How a classified picture is printed: JSON for programs, lines for pipes, bars for people."""

import contextlib
import sys

from vgg_desktop.core.display import one_line
from vgg_desktop.core.export import json_line
from vgg_desktop.core.model.kinds import kind_phrase
from vgg_desktop.core.model.prediction import KindScore, PathResult, Prediction

_BAR_CHARACTERS = 28


def say(sentence: str) -> None:
    """One sentence to standard error, whatever characters a file name put into it; also when nobody listens."""
    with contextlib.suppress(OSError):
        print(one_line(sentence), file=sys.stderr, flush=True)  # noqa: T201


class Printer:
    """Writes results to standard output, each at once."""

    def __init__(self, *, json_lines: bool, many: bool) -> None:
        self._json_lines = json_lines
        self._bars = sys.stdout.isatty() and not many

    def show(self, result: PathResult) -> None:
        """Raises: OSError when nobody reads any more, or standard output is full."""
        if self._json_lines:
            sys.stdout.buffer.write(json_line(result))
            sys.stdout.buffer.flush()
        elif result.prediction is not None:
            text = _bars(result.prediction) if self._bars else _line(result, result.prediction)
            print(text, flush=True)  # noqa: T201


def _line(result: PathResult, prediction: Prediction) -> str:
    """Path, label and score between tabs, what to doubt, and what is sure nevertheless."""
    best = prediction.best
    doubts = (["not sure"] if prediction.sure is False else []) + (["damaged"] if prediction.damaged else [])
    if prediction.fallback:
        doubts.append(_phrase(prediction.fallback))
    return "\t".join(
        [one_line(str(result.path)), one_line(best.label.name), f"{best.score:.3f}", *doubts, *prediction.notes]
    )


def _phrase(found: KindScore) -> str:
    return kind_phrase(found.kind, one_line(found.best.label.name))


def _bars(prediction: Prediction) -> str:
    names = [one_line(candidate.label.name) for candidate in prediction.candidates]
    width = max(map(len, names))
    lines = [
        f"{name:<{width}}  {candidate.score:6.1%}  {'█' * round(candidate.score * _BAR_CHARACTERS)}"
        for name, candidate in zip(names, prediction.candidates, strict=True)
    ]
    if prediction.kind:
        lines.append(f"Kind: {prediction.kind.kind}, {prediction.kind.score:.1%}")
    if prediction.sure is False:
        lines.append("The model is not sure about this picture.")
    if prediction.is_of_none:
        lines.append(f"It probably shows none of what the model knows ({prediction.none_of_these:.0%}).")
    if prediction.fallback:
        lines.append(f"It is sure of the kind: {_phrase(prediction.fallback)}.")
    if prediction.damaged:
        lines.append("The file is damaged; this is what could be read of it.")
    lines += prediction.notes
    return "\n".join(line.rstrip() for line in lines)
