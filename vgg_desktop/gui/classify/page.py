"""The Classify tab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.core.files.picture_formats import is_picture_name
from vgg_desktop.gui.classify.actions import ClassifyActions
from vgg_desktop.gui.classify.commands import (
    AnswerCommands,
    ExportCommands,
    ListCommands,
    OpenCommands,
    PictureCommands,
)
from vgg_desktop.gui.classify.empty_state import EmptyState
from vgg_desktop.gui.classify.files import FileDialogs
from vgg_desktop.gui.classify.many.folder_flow import FolderFlow
from vgg_desktop.gui.classify.many.results_model import ResultsModel
from vgg_desktop.gui.classify.many.rows import PictureState, Query, ResultList, sorting_query, sorting_text
from vgg_desktop.gui.classify.one.picture_flow import PictureFlow, Wish
from vgg_desktop.gui.classify.stepping import Stepping
from vgg_desktop.gui.classify.work_area import ClassifyArea
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.look.tokens import MARGIN_PX
from vgg_desktop.gui.page import MenuKey, Page, Status, WindowParts
from vgg_desktop.gui.text.result_wording import limits_note
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.answers import ModelStatus
from vgg_desktop.services.folders import FolderService

# Long enough to be read, and then the line says again how things stand.
_PASSING_MS = 4000

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class ClassifyKeepsake:
    """What the page shows, for the page that takes over in another language."""

    wish: Wish | None
    paths: PathList
    results: ResultList
    is_stopped: bool
    searched: Sequence[Path]


class ClassifyPage(Page):
    """Takes pictures in; one flow shows each of them, another works through many."""

    def __init__(self, parts: WindowParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._folders = FolderService(parts.jobs, self)
        self.thumbnails = Thumbnails(parts.previews, self)
        self.model = ResultsModel(parts.theme, self.thumbnails, self)
        self._build()
        self._pictures = PictureFlow(self.work.picture, self.work.result, parts.inference, parts.previews, self)
        self._many = FolderFlow(self.model, self._folders, parts.inference, self)
        self._stepping = Stepping(self.model, self._folders, self)
        self._make_commands()
        self._connect()
        self._restore_settings()

    @property
    def shown_name(self) -> str:
        """The name of the picture on the screen; empty before the first."""
        wish = self._pictures.shown_wish
        return wish.name if wish else ""

    def menu_actions(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        return self.actions.by_menu()

    def status(self) -> Status:
        if self._passing_timer.isActive():
            return Status(self._passing_words)
        return self._many.status() or Status(self.tr("Ready. Everything stays on this computer."))

    def note_clicked(self) -> None:
        self.show_failures()

    def receive(self, incoming: Incoming) -> None:
        if incoming.data:
            self._look_at(Wish(incoming.data, self.tr("Pasted picture")))
        elif len(incoming.paths) == 1 and is_picture_name(incoming.paths[0].name):
            self.open_picture(incoming.paths[0])
        elif incoming.paths:
            self._many.open(incoming.paths, self.work.result.top)

    def is_busy(self) -> bool:
        return self._pictures.is_busy or self._many.is_busy or self.export.is_running

    def keepsake(self) -> ClassifyKeepsake:
        rows = self.model.rows
        results = rows.answered(range(len(rows)))
        return ClassifyKeepsake(self._pictures.wish, rows.paths[:], results, self._many.is_stopped, self._many.searched)

    def restore(self, keepsake: object) -> None:
        if not isinstance(keepsake, ClassifyKeepsake):
            return
        top = self.work.result.top
        if keepsake.paths:
            self._many.resume(keepsake.paths, keepsake.results, top, is_stopped=keepsake.is_stopped)
        if keepsake.wish:
            self._look_at(keepsake.wish)
        if keepsake.searched:
            self._many.open(keepsake.searched, top)

    def shut_down(self) -> None:
        self._passing_timer.stop()
        self.thumbnails.stop()
        self._folders.stop()

    def open_picture(self, path: Path) -> None:
        """Show `path` and say what it is; a running folder goes on."""
        self._look_at(Wish.of(path))

    def show_table(self, shown: bool) -> None:
        """Show the list as a table, or as a strip below the picture."""
        self.work.show_table(shown and bool(len(self.model.rows)))
        self.actions.table.setChecked(self.work.shows_table)
        self._mark_current()

    def show_failures(self) -> None:
        """Show the table with the files that could not be read, and nothing else."""
        if len(self.model.rows):
            self.show_table(True)
            self.work.table.show_query(replace(self.model.query, label="", state=PictureState.FAILED))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.empty.load_samples()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        delta = _STEPS.get(Qt.Key(event.key()))
        if delta and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self._stepping.step(delta)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._parts.theme
        self.empty = EmptyState(_samples(), self.thumbnails, theme)
        self.work = ClassifyArea(self.model, self.thumbnails, theme, self._parts.settings.value.top)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.work)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.addLayout(self._stack)
        self._passing_words = ""
        self._passing_timer = QTimer(self, singleShot=True, interval=_PASSING_MS)

    def _make_commands(self) -> None:
        parts, work = self._parts, self.work
        self.actions, dialogs = ClassifyActions(self), FileDialogs(self, parts.settings)
        opening = OpenCommands(self.actions, dialogs)
        picture = PictureCommands(self.actions, work.picture, self._stepping)
        answer = AnswerCommands(self.actions, work.result, self._pictures, parts.inference, parts.settings)
        listed = ListCommands(self.actions, work.strip_bar, self.model, self._many)
        self.export = ExportCommands(self.actions, work.strip_bar, dialogs, self.model, parts.jobs)
        self._groups = (picture, answer, listed, self.export)
        opening.chosen.connect(self.receive)
        listed.table_wished.connect(self._on_table_wished)
        listed.failures_wished.connect(self.show_failures)
        for said in (answer.said, self.export.said):
            said.connect(self._say)
        for failed in (opening.failed, self.export.failed):
            failed.connect(self.message_posted)

    def _connect(self) -> None:
        parts, many = self._parts, self._many
        self._pictures.shown.connect(self._on_shown)
        self._pictures.answered.connect(self._renew)
        self._pictures.failed.connect(self._on_picture_failed)
        many.begun.connect(self._on_list_begun)
        many.single_found.connect(self.open_picture)
        many.changed.connect(self._on_many_changed)
        self._stepping.wished.connect(self._follow)
        self._stepping.moved.connect(self.work.picture.set_position)
        self.model.modelReset.connect(self._mark_current)
        for signal in (many.found_nothing, many.failed):
            signal.connect(self.message_posted)
        self._passing_timer.timeout.connect(self._tell_status)
        parts.inference.model_changed.connect(self._pictures.ask_again)
        parts.inference.status_changed.connect(self._on_model_status)
        parts.inference.model_failed.connect(self._pictures.show_state)
        self._connect_widgets()

    def _connect_widgets(self) -> None:
        work, settings = self.work, self._parts.settings
        self.empty.open_requested.connect(self.actions.open.trigger)
        self.empty.sample_chosen.connect(self.open_picture)
        work.table.table.row_chosen.connect(self._on_row_chosen)
        work.table.query_changed.connect(self._on_query_changed)
        work.strip_bar.strip.row_chosen.connect(self._on_row_chosen)
        work.splitter_moved.connect(self._on_splitter_moved)
        settings.changed.connect(self._show_recent)

    def _restore_settings(self) -> None:
        values = self._parts.settings.value
        self.work.restore_splitter(values.splitter)
        self.work.table.show_query(sorting_query(values.table_sort))
        self.work.show_list(False)
        self._show_recent()
        if self._parts.inference.status:
            self._on_model_status(self._parts.inference.status)
        self._on_many_changed()

    def _look_at(self, wish: Wish) -> None:
        """Show a picture that was asked for by itself."""
        if wish.is_chosen:
            self._stepping.start_at(wish.source)
        self._follow(wish)

    def _follow(self, wish: Wish) -> None:
        self._pictures.open(wish)
        self._mark_current()

    def _on_row_chosen(self, row: int) -> None:
        path = self.model.path_at(row)
        self._look_at(Wish.of(path, self.model.result_at(row), is_chosen=True))

    def _mark_current(self) -> None:
        """Mark the picture that is looked at in strip and table, where it is one of theirs."""
        wish = self._pictures.wish
        row = self.model.row_of(wish.source) if wish and isinstance(wish.source, Path) else None
        self.work.strip_bar.strip.set_current_row(row)
        self.work.table.table.set_current_row(row)

    def _on_shown(self, wish: Wish) -> None:
        self._stack.setCurrentWidget(self.work)
        self._stepping.start_at(wish.source)
        if isinstance(wish.source, Path) and not wish.is_chosen:
            self._parts.settings.add_recent(wish.source)
        focused = self.focusWidget()
        if focused is None or not self.work.isAncestorOf(focused):
            self.work.picture.view.setFocus()
        self._stepping.look_around()
        self._renew()

    def _on_picture_failed(self, error: AppError) -> None:
        self._mark_current()
        self.message_posted.emit(error)

    def _on_list_begun(self, first: Path) -> None:
        """A new list: everything of it is shown, sorted as ever, and its first picture at once."""
        self.work.show_list(True)
        self.work.table.show_query(Query(self.model.query.sort, self.model.query.is_descending))
        self.show_table(self._parts.settings.value.shows_table)
        if self._many.root:
            self._parts.settings.add_recent(self._many.root)
        self._look_at(Wish.of(first, is_chosen=True))

    def _on_many_changed(self) -> None:
        has_list = bool(len(self.model.rows))
        self.work.show_list(has_list)
        self.work.strip_bar.show_running(is_running=self._many.is_running, is_stopped=self._many.is_stopped)
        self._renew()
        self._tell_status()

    def _on_table_wished(self, shown: bool) -> None:
        self.show_table(shown)
        self._parts.settings.change(shows_table=shown)

    def _on_query_changed(self, query: Query) -> None:
        self._parts.settings.change(table_sort=sorting_text(query))

    def _on_splitter_moved(self, state: str) -> None:
        self._parts.settings.change(splitter=state)

    def _on_model_status(self, status: ModelStatus) -> None:
        self.work.result.set_note(limits_note(status.request.source, status.info))

    def _show_recent(self) -> None:
        self.actions.show_recent(self._parts.settings.value.recent)

    def _renew(self) -> None:
        for group in self._groups:
            group.renew()

    def _say(self, words: str) -> None:
        self._passing_words = words
        self._passing_timer.start()
        self._tell_status()

    def _tell_status(self) -> None:
        self.status_changed.emit(self.status())


def _samples() -> list[Path]:
    return sorted(path for path in (assets_dir() / "samples").glob("*") if is_picture_name(path.name))
