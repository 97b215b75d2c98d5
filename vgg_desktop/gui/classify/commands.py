"""What the buttons and menu entries of the page do."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.settings import TOP_MAX
from vgg_desktop.gui.classify.actions import ClassifyActions
from vgg_desktop.gui.classify.files import FileDialogs
from vgg_desktop.gui.classify.many.folder_flow import FolderFlow
from vgg_desktop.gui.classify.many.results_model import ResultsModel
from vgg_desktop.gui.classify.one.picture_flow import PictureFlow
from vgg_desktop.gui.classify.stepping import Stepping
from vgg_desktop.gui.classify.work_area import ClassifyArea
from vgg_desktop.gui.incoming import Incoming, read_incoming
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.text.result_wording import result_text
from vgg_desktop.gui.text.shell_commands import classify_command
from vgg_desktop.services.jobs import Job, Lane

if TYPE_CHECKING:
    from vgg_desktop.core.export import ExportFormat


@dataclass(frozen=True, slots=True)
class Subject:
    """What commands work on."""

    parts: WindowParts
    work: ClassifyArea
    model: ResultsModel
    pictures: PictureFlow
    many: FolderFlow
    stepping: Stepping


class Commands(QObject):
    """Connects every button and menu entry that needs no more than the `Subject`."""

    incoming_chosen = Signal(object)  # Incoming
    table_wished = Signal(bool)
    failures_wished = Signal()
    said = Signal(str)  # a few words for the status line
    failed = Signal(object)  # AppError

    def __init__(self, subject: Subject, page: QObject, dialogs: FileDialogs) -> None:
        super().__init__(page)
        self._subject = subject
        self._dialogs = dialogs
        self._export: Job[None, None] | None = None
        self.actions = ClassifyActions(page)
        self._connect_actions()
        self._connect_widgets()
        self._connect_files()

    @property
    def is_exporting(self) -> bool:
        return self._export is not None and self._export.is_running

    def choose_pictures(self) -> None:
        self._dialogs.open_pictures(self._last_folder())

    def renew(self) -> None:
        """Offer what is possible now, and nothing else."""
        actions, many = self.actions, self._subject.many
        has_picture = self._subject.work.picture.view.has_picture
        has_result = self._subject.work.result.prediction is not None
        has_list = bool(len(self._subject.model.rows))
        wish = self._subject.pictures.shown_wish
        for action in (actions.zoom_in, actions.zoom_out, actions.fit, actions.actual_size):
            action.setEnabled(has_picture)
        actions.copy.setEnabled(has_result)
        actions.copy_command.setEnabled(wish is not None and isinstance(wish.source, Path))
        actions.table.setEnabled(has_list)
        for export in (actions.export, self._subject.work.strip_bar.export_button):
            export.setEnabled(has_list and not self.is_exporting)
        actions.stop.setEnabled(many.is_busy)
        actions.go_on.setEnabled(many.is_stopped)
        actions.failures.setEnabled(bool(self._subject.model.rows.failed_count))

    def _connect_actions(self) -> None:
        actions, view, stepping = self.actions, self._subject.work.picture.view, self._subject.stepping
        slots = (
            (actions.open, self.choose_pictures),
            (actions.open_folder, self._choose_folder),
            (actions.export, self._choose_export),
            (actions.copy, self._copy_result),
            (actions.copy_command, self._copy_command),
            (actions.paste, self._paste),
            (actions.zoom_in, view.zoom_in),
            (actions.zoom_out, view.zoom_out),
            (actions.fit, view.fit),
            (actions.actual_size, view.show_actual_size),
            (actions.next, stepping.step_on),
            (actions.previous, stepping.step_back),
            (actions.more_labels, self._show_more),
            (actions.fewer_labels, self._show_fewer),
            (actions.stop, self._subject.many.stop),
            (actions.go_on, self._subject.many.go_on),
            (actions.failures, self.failures_wished),
        )
        for action, slot in slots:
            action.triggered.connect(slot)
        actions.table.triggered.connect(self.table_wished)
        actions.recent_chosen.connect(self._on_recent)

    def _connect_widgets(self) -> None:
        work, many = self._subject.work, self._subject.many
        bar = work.strip_bar
        work.picture.open_requested.connect(self.choose_pictures)
        work.picture.step_requested.connect(self._subject.stepping.step)
        work.result.top_chosen.connect(self._set_top)
        work.result.copy_requested.connect(self._copy_result)
        work.result.copy_command_requested.connect(self._copy_command)
        work.result.retry_requested.connect(self._retry_model)
        bar.stop_button.clicked.connect(many.stop)
        bar.go_on_button.clicked.connect(many.go_on)
        bar.table_button.clicked.connect(self.table_wished)
        bar.export_button.clicked.connect(self._choose_export)

    def _connect_files(self) -> None:
        self._dialogs.opened.connect(self._on_opened)
        self._dialogs.export_chosen.connect(self.export_to)

    def _choose_folder(self) -> None:
        self._dialogs.open_folder(self._last_folder())

    def _choose_export(self) -> None:
        self._dialogs.export(self._last_folder(), marks_csv=self._subject.parts.settings.value.marks_csv)

    def _last_folder(self) -> str:
        return self._subject.parts.settings.value.last_folder

    def _on_opened(self, paths: tuple[Path, ...]) -> None:
        self._remember_folder(paths[0].parent)
        self.incoming_chosen.emit(Incoming(paths=paths))

    def _on_recent(self, path: Path) -> None:
        self.incoming_chosen.emit(Incoming(paths=(path,)))

    def export_to(self, path: Path, kind: "ExportFormat") -> None:
        """Write what is known of the shown rows to `path`."""
        # Imported here: the window is painted before json and csv matter to anybody.
        from vgg_desktop.core.export import write_results

        self._remember_folder(path.parent)
        if kind != "json":
            self._subject.parts.settings.change(marks_csv=kind == "csv_marked")
        results = self._subject.model.shown_results()
        write = partial(write_results, path, results, kind)
        done = partial(self._on_exported, path, len(results))
        self._export = self._subject.parts.jobs.do(write, done, self._on_export_failed, lane=Lane.FILES)
        self.renew()

    def _remember_folder(self, folder: Path) -> None:
        try:
            text = os.fsencode(folder).decode("utf-8")
        except UnicodeDecodeError:
            # The settings file is UTF-8, and this is a convenience.
            return
        self._subject.parts.settings.change(last_folder=text)

    def _on_exported(self, path: Path, count: int, _: None) -> None:
        text = self.tr("%n result(s) written to {name}.", "", count)
        self.said.emit(text.format(name=display_name(path)))
        self.renew()

    def _on_export_failed(self, error: AppError) -> None:
        self.failed.emit(error)
        self.renew()

    def _paste(self) -> None:
        incoming = read_incoming(QGuiApplication.clipboard().mimeData())
        if incoming:
            self.incoming_chosen.emit(incoming)
        else:
            self.failed.emit(
                AppError(
                    self.tr("There is no picture to paste."),
                    self.tr("Copy a picture or some files first. Addresses are not fetched from the network."),
                )
            )

    def _copy_result(self) -> None:
        wish, result = self._subject.pictures.shown_wish, self._subject.work.result
        if wish and result.prediction:
            QGuiApplication.clipboard().setText(result_text(wish.name, result.prediction, result.top))
            self.said.emit(self.tr("The result is copied."))

    def _copy_command(self) -> None:
        wish, request = self._subject.pictures.shown_wish, self._subject.parts.inference.request
        if wish and isinstance(wish.source, Path):
            command = classify_command(wish.source, self._subject.work.result.top, request.source)
            QGuiApplication.clipboard().setText(command)
            self.said.emit(self.tr("The command is copied."))

    def _show_more(self) -> None:
        self._set_top(self._subject.work.result.top + 1)

    def _show_fewer(self) -> None:
        self._set_top(self._subject.work.result.top - 1)

    def _set_top(self, top: int) -> None:
        top = min(max(1, top), TOP_MAX)
        self._subject.work.result.set_top(top)
        self._subject.parts.settings.change(top=top)
        self._subject.pictures.want_more_labels(top)

    def _retry_model(self) -> None:
        request = self._subject.parts.inference.request
        self._subject.parts.inference.use_model(request.source, request.device, request.precision)
