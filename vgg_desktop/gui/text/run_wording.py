"""How runs, times and sizes are put into words."""

from PySide6.QtCore import QCoreApplication

from vgg_desktop.core.run.run_state import RunState
from vgg_desktop.gui.text.numbers import number, percent, whole
from vgg_desktop.gui.text.plain_text import dotted
from vgg_desktop.gui.text.sentences import spoken

translate = QCoreApplication.translate
_CONTEXT = "TrainWording"
_GB = 1_000_000_000
_MB = 1_000_000


def duration(seconds: float) -> str:
    """ "0.3 s", "50 s", "1 min 40 s", "12 min", "3 h 20 min"."""
    if seconds < 59.5:
        digits = 1 if seconds < 9.95 and round(seconds, 1) % 1 else 0
        return translate(_CONTEXT, "{count} s").format(count=number(seconds, digits))
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 10 and rest:
        return translate(_CONTEXT, "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
    if minutes < 60:
        return translate(_CONTEXT, "{count} min").format(count=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24 and rest:
        return translate(_CONTEXT, "{hours} h {minutes} min").format(hours=hours, minutes=rest)
    return translate(_CONTEXT, "{count} h").format(count=whole(hours))


def size(count: float) -> str:
    """ "1.4 GB", "140 MB"; powers of ten, as disks are sold and file managers count."""
    if count >= 0.9995 * _GB:
        return f"{number(count / _GB, 1 if count < 100 * _GB else 0)} GB"
    return f"{number(count / _MB, 0 if count >= 10 * _MB else 1)} MB"


def used_of(used: float, total: float) -> str:
    """ "11.2 of 139 GB"."""
    parts = number(used / _GB, 1), number(total / _GB, 0)
    return translate(_CONTEXT, "{used} of {total} GB").format(used=parts[0], total=parts[1])


def rate(value: float) -> str:
    """A learning rate: "3.1e-4", "0.01"."""
    if value and value < 1e-3:
        mantissa, exponent = f"{value:.1e}".split("e")
        return f"{mantissa.removesuffix('.0')}e{int(exponent)}"
    return f"{value:.3g}"


def state_words(state: RunState, *, epoch: int | None = None) -> str:
    """Where a run stands, for the second line of a list: "training · epoch 14 of 30"."""
    match state.state:
        case "starting":
            return translate(_CONTEXT, "starting…")
        case "running":
            current = min((state.epoch if epoch is None else epoch) + 1, max(state.epochs, 1))
            training = translate(_CONTEXT, "training")
            progress = translate(_CONTEXT, "epoch {epoch} of {epochs}").format(epoch=current, epochs=state.epochs)
            return f"{training} · {progress}" if state.epochs else training
        case "paused":
            return dotted(translate(_CONTEXT, "paused after epoch {epoch}").format(epoch=state.epoch), _best(state))
        case "stopped":
            return dotted(translate(_CONTEXT, "stopped"), _best(state), _took(state))
        case "finished":
            return dotted(translate(_CONTEXT, "finished"), _best(state), _took(state))
        case "failed":
            return dotted(translate(_CONTEXT, "failed"), _best(state), spoken(state.summary).rstrip("."))
        case "lost":
            words = translate(_CONTEXT, "interrupted after epoch {epoch}").format(epoch=state.epoch)
            return dotted(words, _best(state))
        case _:
            return translate(_CONTEXT, "discarded")


def _best(state: RunState) -> str:
    return "" if state.best_top1 is None else percent(state.best_top1)


def _took(state: RunState) -> str:
    return duration(state.seconds) if state.seconds else ""
