"""What the window asks of a tab, and what it gives to it."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from vgg_desktop.core.errors import AppError
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.services.inference import InferenceService
from vgg_desktop.services.jobs import Jobs
from vgg_desktop.services.model_list import ModelList
from vgg_desktop.services.previews import PreviewService
from vgg_desktop.services.settings_store import SettingsStore

if TYPE_CHECKING:
    from vgg_desktop.services.training_services import TrainingServices


class MenuKey(StrEnum):
    """The window's menus, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Status:
    """The line at the bottom: `text`, a progress bar when `fraction` is not None, and on the right `note`.

    `note` is a button when `note_is_action`; a click comes back to the page as `note_clicked()`.
    """

    text: str = ""
    fraction: float | None = None
    note: str = ""
    note_is_action: bool = False


class Undo(QObject):
    """Something that `parent` can take back until it has `ended`: by the message that offers it, or with Ctrl+Z."""

    ended = Signal()
    _made = itertools.count()

    def __init__(self, take_back: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._take_back: Callable[[], object] | None = take_back
        self.number = next(self._made)

    def take_back(self) -> None:
        """Do it, unless it is too late."""
        take_back = self._take_back
        self.end()
        if take_back:
            take_back()

    def end(self) -> None:
        """It cannot be taken back any more."""
        if self._take_back:
            # Mostly a method of the parent: a circle that only the garbage collector would undo, whenever it comes by.
            self._take_back = None
            self.ended.emit()
            self.deleteLater()

    @property
    def is_over(self) -> bool:
        return self._take_back is None


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what to do, the detail behind it, and perhaps one button that does it or takes it back.

    `is_problem` False is for news such as "Copied" or a notice of the engine.
    """

    summary: str
    hint: str = ""
    detail: str = ""
    is_problem: bool = True
    action_text: str = ""
    action: Callable[[], None] | None = None
    undo: Undo | None = None

    @classmethod
    def of(cls, error: AppError) -> "Message":
        """The error in the window's language."""
        return cls(spoken(error.summary), spoken(error.hint), error.detail)

    def as_text(self) -> str:
        return "\n".join(part for part in (self.summary, self.hint, self.detail) if part)


@dataclass(frozen=True)
class WindowParts:
    """Everything that a page is built from; made once by the application and shut down there."""

    theme: Theme
    jobs: Jobs
    settings: SettingsStore
    inference: InferenceService
    previews: PreviewService
    models: ModelList

    @cached_property
    def training(self) -> "TrainingServices":
        """Made when first asked for: what reads runs needs numpy, and the first paint does not wait for that."""
        from vgg_desktop.services.training_services import TrainingServices

        return TrainingServices()

    @property
    def has_training(self) -> bool:
        """Whether `training` was asked for, and so has to be shut down."""
        return "training" in vars(self)


class Page(QWidget):
    """One tab. It gets what is dropped, pasted or opened while it is current, and says what the status line shows.

    Wishes to the window are signals: `status_changed` (Status), `message_posted` (AppError or Message: one quiet place,
    see message_bar), `page_requested` (key of another page, Incoming or None: "Classify with this model").
    """

    status_changed = Signal(object)
    message_posted = Signal(object)
    page_requested = Signal(str, object)

    def header_widgets(self) -> Sequence[QWidget]:
        """Widgets at the right of the header while this page is current; the default is the two choosers."""
        return ()

    def menu_actions(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        """Every action of this page, each with a shortcut where a person would expect one; None is a separator.

        Shown, and their shortcuts live, only while this page is current. Asked for once.
        """
        return {}

    def status(self) -> Status:
        """What the status line says when the page becomes current."""
        return Status()

    def note_clicked(self) -> None:
        """The note at the right of the status line was clicked."""

    def receive(self, incoming: Incoming) -> None:
        """Take what was dropped or pasted anywhere on the window, or given on the command line."""

    def is_busy(self) -> bool:
        """True while the page is about to show more without being asked: a screenshot waits for it."""
        return False

    def keepsake(self) -> object | None:
        """What this page shows, for its successor: a change of language builds the window anew."""
        return None

    def restore(self, keepsake: object) -> None:
        """Show what the predecessor showed."""

    def shut_down(self) -> None:
        """The window closes: end timers and children; return at once."""


@dataclass(frozen=True, slots=True)
class PageMaker:
    """A tab and how to make its page, which happens when it is first shown."""

    key: str
    title: str
    make: Callable[[WindowParts], Page]
