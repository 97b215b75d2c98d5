"""The few numbers that a person looks for while a run goes on, each on a card."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.run.history import History
from vgg_desktop.core.run.run_state import RunState
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.look.tokens import MARGIN_PX
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.text.numbers import percent, whole
from vgg_desktop.gui.widgets.number_card import NumberCard
from vgg_desktop.gui.widgets.plain_label import PlainLabel


class SideCards(QWidget):
    """Validation, time left, learning rate, memory; what is not known has no card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.validation = NumberCard(self.tr("Validation"), is_large=True)
        self.time = NumberCard(self.tr("Time left"))
        self.took = NumberCard(self.tr("Time taken"))
        self.rate = NumberCard(self.tr("Learning rate"))
        self.memory = NumberCard(self.tr("Memory"))
        self.gpu_memory = NumberCard(self.tr("GPU memory"))
        self.speed = NumberCard(self.tr("Speed"))
        self._foot = PlainLabel()
        self._foot.setWordWrap(True)
        role(self._foot, "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, 0, 0, 0)
        column.setSpacing(12)
        for card in (
            self.validation,
            self.time,
            self.took,
            self.rate,
            self.gpu_memory,
            self.memory,
            self.speed,
        ):
            column.addWidget(card)
        column.addStretch(1)
        column.addWidget(self._foot)

    def show_run(self, history: History, state: RunState, recipe: Recipe | None) -> None:
        self._show_validation(history, is_over=not state.is_live)
        self._show_time(history, state, recipe)
        self._show_machine(history, state)
        self._foot.setText(self.tr("Closing the window leaves this run going.") if state.is_live else "")

    def _show_validation(self, history: History, *, is_over: bool) -> None:
        if not history.epochs:
            self.validation.show_number("")
            return
        last, best = history.epochs[-1], history.best
        note = ""
        if best and is_over:
            # What counts is what is kept.
            text = self.tr("the best, at epoch {epoch}")
            self.validation.show_number(percent(best.val_top1), text.format(epoch=best.epoch))
            return
        if best and best.epoch != last.epoch:
            text = self.tr("best {accuracy} at epoch {epoch}")
            note = text.format(accuracy=percent(best.val_top1), epoch=best.epoch)
        elif best:
            note = self.tr("the best so far")
        self.validation.show_number(percent(last.val_top1), note)

    def _show_time(self, history: History, state: RunState, recipe: Recipe | None) -> None:
        left = _seconds_left(history) if state.state == "running" else None
        self.time.show_number(run_wording.duration(left) if left is not None else "", self._patience(history, recipe))
        taken = sum(epoch.seconds for epoch in history.epochs)
        truth = history.truth
        note = ""
        if truth and truth.estimated_seconds:
            note = self.tr("{estimate} were expected").format(estimate=run_wording.duration(truth.estimated_seconds))
        is_over = not state.is_live and bool(history.epochs)
        self.took.show_number(run_wording.duration(truth.seconds if truth else taken) if is_over else "", note)

    def _patience(self, history: History, recipe: Recipe | None) -> str:
        if recipe is None or not recipe.patience or not history.epochs:
            return ""
        text = self.tr("stops after {patience} epochs without gain; {count} so far")
        return text.format(patience=recipe.patience, count=history.epochs[-1].epochs_without_gain)

    def _show_machine(self, history: History, state: RunState) -> None:
        latest, last = history.latest, history.epochs[-1] if history.epochs else None
        is_running = state.state == "running"
        learning_rate = latest.learning_rate if latest else last.learning_rate if last else None
        self.rate.show_number(run_wording.rate(learning_rate) if is_running and learning_rate is not None else "")
        used = (
            latest.memory_bytes if latest and is_running else max((e.memory_bytes for e in history.epochs), default=0)
        )
        note = "" if is_running else self.tr("at most")
        total = history.started.device_memory_bytes if history.started else 0
        self.gpu_memory.show_number(run_wording.used_of(used, total) if used and total else "", note)
        self.memory.show_number(run_wording.size(used) if used and not total else "", note)
        speed = latest.pictures_per_s if latest and is_running else last.pictures_per_s if last else 0.0
        number = self.tr("{count}/s").format(count=_speed(speed))
        self.speed.show_number(number if speed and not is_running else "", self.tr("pictures"))


def _seconds_left(history: History) -> float | None:
    if history.latest and history.latest.seconds_left is not None:
        return history.latest.seconds_left
    return history.epochs[-1].seconds_left if history.epochs else None


def _speed(speed: float) -> str:
    return whole(speed) if speed >= 10 else f"{speed:.1f}"
