"""The Train tab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vgg_desktop.core.recipe.recipe_checks import make, problems
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.look.tokens import MARGIN_PX
from vgg_desktop.gui.page import MenuKey, Page, Status, WindowParts
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.train.actions import TrainActions
from vgg_desktop.gui.train.new.prepare_page import Setup
from vgg_desktop.gui.train.run.device_chip import DeviceChip
from vgg_desktop.gui.train.work_area import TrainArea
from vgg_desktop.services.training_services import TrainingServices


@dataclass(frozen=True, slots=True)
class TrainKeepsake:
    """What the page shows, for the page that takes over in another language."""

    setup: Setup
    values: dict[str, Any]
    run: Path | None


class TrainPage(Page):
    """The work area, with menus and a status line around it."""

    def __init__(self, parts: WindowParts, services: TrainingServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._services = services
        self.area = TrainArea(parts, services)
        self._actions = TrainActions(self.area)
        self._chip = DeviceChip(parts.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.addWidget(self.area)
        self.area.message_posted.connect(self.message_posted)
        self.area.model_wanted.connect(self._on_model_wanted)
        self.area.facts_changed.connect(self._render)
        services.runs.runs_listed.connect(self._on_listed)
        self._render()

    def header_widgets(self) -> Sequence[QWidget]:
        return (self._chip,)

    def menu_actions(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        return self._actions.by_menu()

    def status(self) -> Status:
        """The training that goes on, also while another run or the form is looked at."""
        listed = self._services.runs.runs
        live = [facts for facts in listed.runs if facts.state.is_live] if listed else []
        if not live:
            return Status()
        facts = live[0]
        text = f"{facts.title}: {run_wording.state_words(facts.state)}"
        more = self.tr("%n more run(s)", "", len(live) - 1) if len(live) > 1 else ""
        fraction = facts.state.epoch / facts.state.epochs if facts.state.epochs else None
        return Status(text, fraction, more)

    def receive(self, incoming: Incoming) -> None:
        self.area.receive(incoming)

    def is_busy(self) -> bool:
        return self.area.is_busy()

    def keepsake(self) -> object | None:
        prepare = self.area.prepare
        return TrainKeepsake(prepare.setup, prepare.card.form.values(), self.area.shown_run)

    def restore(self, keepsake: object) -> None:
        if not isinstance(keepsake, TrainKeepsake):
            return
        if not problems(dict(keepsake.values)):
            self.area.prepare.show_recipe(make(dict(keepsake.values)))
        if keepsake.setup.source:
            self.area.prepare.take_over(keepsake.setup)
        if keepsake.run:
            self.area.show_run(keepsake.run)

    def shut_down(self) -> None:
        self.area.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.area.note_shown(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.area.note_shown(False)

    def _on_listed(self) -> None:
        self.status_changed.emit(self.status())

    def _on_model_wanted(self, weights: Path, page: str) -> None:
        request = self._parts.inference.request
        self._parts.inference.use_model(str(weights), request.device, request.precision)
        self.page_requested.emit(page, None)

    def _render(self) -> None:
        has_run = self.area.shown_run is not None
        self._chip.show_run(self.area.pane if has_run else None)
        self._actions.render()
