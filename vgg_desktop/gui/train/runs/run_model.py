"""The runs as a list, searched as one types."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.gui.text import run_wording
from vgg_desktop.gui.text.plain_text import tool_tip
from vgg_desktop.gui.text.recipe_wording import choice_text
from vgg_desktop.services.run_watch import RunFacts

_Index = QModelIndex | QPersistentModelIndex
FACTS_ROLE = Qt.ItemDataRole.UserRole
WORK_ROLE = Qt.ItemDataRole.UserRole + 1
"""What a run learns from, and how."""


class RunModel(QAbstractListModel):
    """The facts of those runs that the search lets through, in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[RunFacts, ...] = ()
        self._shown: tuple[RunFacts, ...] = ()
        self._words: list[str] = []

    @property
    def all_runs(self) -> tuple[RunFacts, ...]:
        return self._all

    def show_runs(self, runs: Sequence[RunFacts]) -> None:
        self._all = tuple(runs)
        self._arrange()

    def search(self, text: str) -> None:
        """Show runs in whose name, notes, data, recipe or state every word of `text` occurs."""
        self._words = text.casefold().split()
        self._arrange()

    def row_of(self, path: Path | None) -> int:
        """Where a run stands, or -1."""
        return next((row for row, facts in enumerate(self._shown) if facts.path == path), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        facts = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(facts.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((one_line(facts.title), run_wording.state_words(facts.state), _work_words(facts)))
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(_details(facts))
            case _ if role == WORK_ROLE:
                return _work_words(facts)
            case _:
                return facts if role == FACTS_ROLE else None

    def _arrange(self) -> None:
        shown = tuple(facts for facts in self._all if _matches(facts, self._words))
        if [facts.path for facts in shown] == [facts.path for facts in self._shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()


def _matches(facts: RunFacts, words: list[str]) -> bool:
    source = facts.about.source if facts.about else ""
    names = (facts.title, facts.path.name, facts.notes.text, source)
    text = " ".join((*names, run_wording.state_words(facts.state), _work_words(facts)))
    return all(word in text.casefold() for word in words)


def _work_words(facts: RunFacts) -> str:
    """ "flowers · whole network", without what the title says already."""
    source = display_name(facts.about.source) if facts.about else ""
    parts = [] if not source or source.casefold() in facts.title.casefold() else [source]
    if facts.recipe:
        is_new = facts.recipe.start_from == "scratch"
        parts.append(choice_text("scratch" if is_new else facts.recipe.train))
    return " · ".join(parts)


def _details(facts: RunFacts) -> str:
    lines = [facts.title, run_wording.state_words(facts.state), _work_words(facts)]
    if facts.about:
        lines.append(facts.about.source)
        lines.append(datetime.fromtimestamp(facts.about.created).astimezone().strftime("%Y-%m-%d %H:%M"))
    if facts.notes.text:
        lines += ["", facts.notes.text]
    if facts.title != facts.path.name:
        lines.append(display_name(facts.path))
    return "\n".join(one_line(line) for line in lines)
