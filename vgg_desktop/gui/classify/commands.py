"""What the buttons and menu entries of the page do, group by group; each group offers what is possible now."""

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
from vgg_desktop.gui.classify.many.strip_bar import StripBar
from vgg_desktop.gui.classify.one.picture_card import PictureCard
from vgg_desktop.gui.classify.one.picture_flow import PictureFlow
from vgg_desktop.gui.classify.one.result_card import ResultCard
from vgg_desktop.gui.classify.stepping import Stepping
from vgg_desktop.gui.incoming import Incoming, read_incoming
from vgg_desktop.gui.text.result_wording import result_text
from vgg_desktop.gui.text.shell_commands import classify_command
from vgg_desktop.services.inference import InferenceService
from vgg_desktop.services.jobs import Job, Jobs, Lane
from vgg_desktop.services.settings_store import SettingsStore

if TYPE_CHECKING:
    from vgg_desktop.core.export import ExportFormat


class OpenCommands(QObject):
    """Bring pictures in: from dialogs, the recent ones, the clipboard."""

    chosen = Signal(object)  # Incoming
    failed = Signal(object)  # AppError

    def __init__(self, actions: ClassifyActions, dialogs: FileDialogs) -> None:
        super().__init__(actions)
        actions.open.triggered.connect(dialogs.open_pictures)
        actions.open_folder.triggered.connect(dialogs.open_folder)
        actions.recent_chosen.connect(self._on_recent)
        actions.paste.triggered.connect(self._paste)
        dialogs.opened.connect(self._on_opened)

    def _on_opened(self, paths: tuple[Path, ...]) -> None:
        self.chosen.emit(Incoming(paths=paths))

    def _on_recent(self, path: Path) -> None:
        self.chosen.emit(Incoming(paths=(path,)))

    def _paste(self) -> None:
        incoming = read_incoming(QGuiApplication.clipboard().mimeData())
        if incoming:
            self.chosen.emit(incoming)
        else:
            text = self.tr("There is no picture to paste.")
            hint = self.tr("Copy a picture or some files first. Addresses are not fetched from the network.")
            self.failed.emit(AppError(text, hint))


class PictureCommands(QObject):
    """Enlarge the picture that is looked at, and step to its neighbours."""

    def __init__(self, actions: ClassifyActions, card: PictureCard, stepping: Stepping) -> None:
        super().__init__(actions)
        self._actions = actions
        self._view = view = card.view
        actions.zoom_in.triggered.connect(view.zoom_in)
        actions.zoom_out.triggered.connect(view.zoom_out)
        actions.fit.triggered.connect(view.fit)
        actions.actual_size.triggered.connect(view.show_actual_size)
        actions.next.triggered.connect(stepping.step_on)
        actions.previous.triggered.connect(stepping.step_back)
        card.step_requested.connect(stepping.step)
        card.open_requested.connect(actions.open.trigger)

    def renew(self) -> None:
        actions = self._actions
        for action in (actions.zoom_in, actions.zoom_out, actions.fit, actions.actual_size):
            action.setEnabled(self._view.has_picture)


class AnswerCommands(QObject):
    """Copy the answer, see more or fewer of its labels, and try a failed model again."""

    said = Signal(str)  # a few words for the status line

    def __init__(
        self,
        actions: ClassifyActions,
        card: ResultCard,
        pictures: PictureFlow,
        inference: InferenceService,
        settings: SettingsStore,
    ) -> None:
        super().__init__(actions)
        self._actions = actions
        self._card = card
        self._pictures = pictures
        self._inference = inference
        self._settings = settings
        for wished in (actions.copy.triggered, card.copy_requested):
            wished.connect(self._copy_result)
        for wished in (actions.copy_command.triggered, card.copy_command_requested):
            wished.connect(self._copy_command)
        actions.more_labels.triggered.connect(self._show_more)
        actions.fewer_labels.triggered.connect(self._show_fewer)
        card.top_chosen.connect(self._set_top)
        card.retry_requested.connect(self._retry_model)

    def renew(self) -> None:
        wish = self._pictures.shown_wish
        self._actions.copy.setEnabled(self._card.prediction is not None)
        self._actions.copy_command.setEnabled(wish is not None and isinstance(wish.source, Path))

    def _copy_result(self) -> None:
        wish, card = self._pictures.shown_wish, self._card
        if wish and card.prediction:
            QGuiApplication.clipboard().setText(result_text(wish.name, card.prediction, card.top))
            self.said.emit(self.tr("The result is copied."))

    def _copy_command(self) -> None:
        wish, request = self._pictures.shown_wish, self._inference.request
        if wish and isinstance(wish.source, Path):
            QGuiApplication.clipboard().setText(classify_command(wish.source, self._card.top, request.source))
            self.said.emit(self.tr("The command is copied."))

    def _show_more(self) -> None:
        self._set_top(self._card.top + 1)

    def _show_fewer(self) -> None:
        self._set_top(self._card.top - 1)

    def _set_top(self, top: int) -> None:
        top = min(max(1, top), TOP_MAX)
        self._card.set_top(top)
        self._settings.change(top=top)
        self._pictures.want_more_labels(top)

    def _retry_model(self) -> None:
        request = self._inference.request
        self._inference.use_model(request.source, request.device, request.precision)


class ListCommands(QObject):
    """Stop and go on with many pictures, and show them as a table."""

    table_wished = Signal(bool)
    failures_wished = Signal()

    def __init__(self, actions: ClassifyActions, bar: StripBar, model: ResultsModel, many: FolderFlow) -> None:
        super().__init__(actions)
        self._actions = actions
        self._model = model
        self._many = many
        for wished in (actions.stop.triggered, bar.stop_button.clicked):
            wished.connect(many.stop)
        for wished in (actions.go_on.triggered, bar.go_on_button.clicked):
            wished.connect(many.go_on)
        for wished in (actions.table.triggered, bar.table_button.clicked):
            wished.connect(self.table_wished)
        actions.failures.triggered.connect(self.failures_wished)

    def renew(self) -> None:
        actions = self._actions
        actions.table.setEnabled(bool(len(self._model.rows)))
        actions.stop.setEnabled(self._many.is_busy)
        actions.go_on.setEnabled(self._many.is_stopped)
        actions.failures.setEnabled(bool(self._model.rows.failed_count))


class ExportCommands(QObject):
    """Write what is known of the shown rows to a file, one file at a time."""

    said = Signal(str)  # a few words for the status line
    failed = Signal(object)  # AppError

    def __init__(
        self, actions: ClassifyActions, bar: StripBar, dialogs: FileDialogs, model: ResultsModel, jobs: Jobs
    ) -> None:
        super().__init__(actions)
        self._model = model
        self._jobs = jobs
        self._dialogs = dialogs
        self._job: Job[None, None] | None = None
        self._ways = (actions.export, bar.export_button)
        actions.export.triggered.connect(dialogs.export)
        bar.export_button.clicked.connect(dialogs.export)
        dialogs.export_chosen.connect(self.write)

    @property
    def is_running(self) -> bool:
        return self._job is not None and self._job.is_running

    def renew(self) -> None:
        for way in self._ways:
            way.setEnabled(bool(len(self._model.rows)) and not self.is_running)

    def write(self, path: Path, kind: "ExportFormat") -> None:
        """Write to `path`, in the background."""
        # Imported here: the window is painted before json and csv matter to anybody.
        from vgg_desktop.core.export import write_results

        self._dialogs.remember(path.parent)
        if kind != "json":
            self._dialogs.remember_table(is_marked=kind == "csv_marked")
        results = self._model.shown_results()
        done = partial(self._on_written, path, len(results))
        job = partial(write_results, path, results, kind)
        self._job = self._jobs.do(job, done, self._on_failed, lane=Lane.FILES)
        self.renew()

    def _on_written(self, path: Path, count: int, _: None) -> None:
        text = self.tr("%n result(s) written to {name}.", "", count)
        self.said.emit(text.format(name=display_name(path)))
        self.renew()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)
        self.renew()
