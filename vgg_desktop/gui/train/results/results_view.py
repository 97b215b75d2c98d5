"""Everything that is known about a run's best weights: how they do, and what was corrected."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vgg_desktop.core.run.evaluation import Evaluation
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.results.evaluation_view import EvaluationView, Part, ShownEvaluation
from vgg_desktop.gui.train.results.corrections_panel import CorrectionsPanel
from vgg_desktop.gui.train.results.moving import Moving
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.run_watch import RunFacts


class ResultsView(EvaluationView):
    """An evaluation whose labels can be corrected, and trained with again."""

    train_again_requested = Signal()

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, corrections: Corrections, parent: QWidget | None = None
    ) -> None:
        super().__init__("train", theme, thumbnails, corrections, parent)
        self.moving = Moving(corrections.jobs, self)

    @cached_property
    def corrections(self) -> CorrectionsPanel:
        panel = CorrectionsPanel(self._corrections)
        panel.train_again_requested.connect(self.train_again_requested)
        panel.move_requested.connect(self._on_move)
        panel.move_back_requested.connect(self.moving.undo)
        panel.set_can_move_back(self.moving.can_undo)
        self.moving.can_undo_changed.connect(panel.set_can_move_back)
        return self._added(panel, panel.show_result)

    def titles(self) -> list[str]:
        count, corrections = len(self._corrections.all), self.tr("Corrections")
        return [*super().titles(), f"{corrections} ({count})" if count else corrections]

    def show_run(self, facts: RunFacts, evaluation: Evaluation | None, *, is_ours: bool) -> None:
        """Show what became of a run; without an evaluation there is nothing yet."""
        self._corrections.show_run(facts.path)
        source = facts.about.source if facts.about else ""
        root = data_root(source)
        self.moving.show_run(facts.path, root)
        self.show_result(ShownEvaluation(evaluation, root, is_ours, str(root) == source) if evaluation else None)

    def _widget(self, part: Part) -> QWidget:
        return self.corrections if part is Part.CORRECTIONS else super()._widget(part)

    def _on_move(self) -> None:
        if self._result:
            labels = [result.label for result in self._result.evaluation.classes]
            self.moving.propose(self._corrections.all, labels)


def data_root(source: str) -> Path:
    """The folder that paths in a run's evaluation are relative to: the source itself, or a CSV's own folder."""
    path = Path(source)
    return path.parent if path.suffix.casefold() in (".csv", ".tsv") else path
