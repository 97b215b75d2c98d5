"""The lines of a run: its history as curves over epochs."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from vgg_desktop.core.run.history import History
from vgg_desktop.core.run.series import Series
from vgg_desktop.gui.look.tokens import Tokens
from vgg_desktop.gui.train.curves.crosshair import curve_value_text
from vgg_desktop.gui.train.curves.scene import DASH_DOTTED, DASHED, DOTTED, SOLID, Line, Look, Marker, Points, Scene

# Smoothing is a share of the steps so far: the curve keeps its shape while the run grows.
SMOOTHING = {"none": 0.0, "light": 0.01, "medium": 0.03, "strong": 0.1}
_RAW_OPACITY = 0.35
_LEAST_WINDOW = 3

# Told apart by people with any kind of colour blindness, on white and on dark; blue and orange are the run's own.
# Source: Okabe and Ito, jfly.uni-koeln.de/color; the yellow left out and the rest brought to a middle lightness.
OVERLAY_COLOURS = ("#009e73", "#cc79a7", "#56a0d3", "#c9540a", "#8c8c8c", "#a08a00")
_OVERLAY_DASHES = (SOLID, DOTTED, DASH_DOTTED)

translate = QCoreApplication.translate


def loss_scene(history: History, tokens: Tokens, smoothing: str, overlays: tuple[Line, ...] = ()) -> Scene:
    """Training loss, raw and smoothed, and validation loss with its best epoch."""
    curves, best = history.curves, history.best
    marker = _best_marker(history, best.step, best.val_loss, best.epoch, tokens) if best else None
    return _scene(history, curves.loss, curves.val_loss, tokens, smoothing, overlays, marker)


def accuracy_scene(history: History, tokens: Tokens, smoothing: str, overlays: tuple[Line, ...] = ()) -> Scene:
    """Training accuracy by step where it is known, else by epoch, and validation accuracy."""
    curves, best = history.curves, history.best
    training = curves.top1 if len(curves.top1) else curves.train_top1
    marker = _best_marker(history, best.step, best.val_top1, best.epoch, tokens, is_percent=True) if best else None
    scene = _scene(history, training, curves.val_top1, tokens, smoothing, overlays, marker)
    return replace(scene, is_percent=True)


def overlay_line(name: str, history: History, position: int, pick: Callable[[History], Series]) -> Line:
    """Another run's validation curve, the `position`th on the plot."""
    look = Look(OVERLAY_COLOURS[position % len(OVERLAY_COLOURS)], 1.5, _OVERLAY_DASHES[position % len(_OVERLAY_DASHES)])
    return _line(name, history, pick(history), look)


def _scene(
    history: History,
    training: Series,
    validation: Series,
    tokens: Tokens,
    smoothing: str,
    overlays: tuple[Line, ...],
    marker: Marker | None,
) -> Scene:
    words = translate("Curves", "training"), translate("Curves", "validation")
    window = max(_LEAST_WINDOW, round(SMOOTHING[smoothing] * len(training)))
    # A curve with a point an epoch has nothing to smooth.
    is_raw = not SMOOTHING[smoothing] or len(training) <= len(validation) + 1
    thin = Look(tokens.accent, 1.0, opacity=1.0 if is_raw and len(training) > 50 else _RAW_OPACITY)
    lines = [*overlays]
    if is_raw:
        look = Look(tokens.accent) if len(training) <= 50 else thin
        lines.append(_line(words[0], history, training, look))
    else:
        lines.append(_line("", history, training, thin))
        lines.append(_line(words[0], history, training, Look(tokens.accent), window))
    lines.append(_line(words[1], history, validation, Look(tokens.second, dash=DASHED)))
    return Scene(
        tuple(lines),
        marker,
        x_title=translate("Curves", "epoch"),
        x_least=float(history.started.epochs if history.started else 1),
        empty_text=translate("Curves", "The curve begins with the first step."),
    )


def _line(name: str, history: History, series: Series, look: Look, window: int = 0) -> Line:
    def points(low: float, high: float, limit: int) -> Points:
        first, last = history.steps_of_epochs(np.array([low, high]))
        xs, ys = series.smoothed(first, last, window, limit) if window else series.view(first, last, limit)
        return history.epochs_of_steps(xs), ys

    def value_at(epoch: float) -> tuple[float, float] | None:
        step = float(history.steps_of_epochs(np.array([epoch]))[0])
        point = series.at(step)
        if point is None:
            return None
        if window:
            ys = series.smoothed(point[0], point[0], window, 3)[1]
            point = point[0], float(ys[len(ys) // 2])
        return float(history.epochs_of_steps(np.array([point[0]]))[0]), point[1]

    end = float(history.epochs_of_steps(np.array([max(series.last_x, 0.0)]))[0])
    return Line(name, look, points, value_at, end)


def _best_marker(
    history: History, step: int, value: float, epoch: int, tokens: Tokens, *, is_percent: bool = False
) -> Marker:
    x = float(history.epochs_of_steps(np.array([step], dtype=np.float64))[0])
    shown = curve_value_text(value, is_percent=is_percent) if is_percent else f"{value:.2f}"
    text = translate("Curves", "best {value}, epoch {epoch}").format(value=shown, epoch=epoch)
    return Marker(x, value, text, tokens.second)
