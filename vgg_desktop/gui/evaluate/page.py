"""The Evaluate tab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.evaluation import FEWEST_TO_CALIBRATE
from vgg_desktop.core.shell_words import command_text
from vgg_desktop.gui.evaluate.actions import EvaluateActions
from vgg_desktop.gui.evaluate.calibrate_dialog import CalibrateDialog
from vgg_desktop.gui.evaluate.evaluation_flow import EvaluationFlow
from vgg_desktop.gui.evaluate.figures_view import FiguresView, evaluation_arguments
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.look.tokens import MARGIN_PX
from vgg_desktop.gui.page import MenuKey, Message, Page, Status, WindowParts
from vgg_desktop.gui.text.model_wording import model_title
from vgg_desktop.gui.text.numbers import percent, whole
from vgg_desktop.gui.widgets.invitation import Invitation
from vgg_desktop.gui.widgets.source_dialogs import SourceDialogs
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.dataset_reports import ScanProgress
from vgg_desktop.services.evaluations import Calibrated, ModelEvaluation


@dataclass(frozen=True, slots=True)
class EvaluationKeepsake:
    """What the page shows or is about to, for the page that takes over in another language."""

    result: ModelEvaluation | None
    source: Path | None


class EvaluatePage(Page):
    """Takes labelled pictures, measures the model of the header on them, and shows what came of it."""

    def __init__(self, parts: WindowParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._result: ModelEvaluation | None = None
        self._thumbnails = Thumbnails(parts.previews, self)
        self.flow = EvaluationFlow(parts, self)
        self.entries = EvaluateActions(self)
        self._dialogs = SourceDialogs(self.tr("Labelled pictures"), self)
        self.invitation = Invitation(
            parts.theme,
            self.tr("How good is the model on your pictures?"),
            self.tr(
                "Drop a folder with a folder for each class here; best are pictures that it has not learnt from. "
                "You see how often it is right, what it mixes up, and whether its scores can be trusted."
            ),
        )
        self.figures = FiguresView(parts, self._thumbnails)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.invitation)
        self._stack.addWidget(self.figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.addLayout(self._stack)
        self._connect()
        self._render()

    @property
    def result(self) -> ModelEvaluation | None:
        """What was measured last."""
        return self._result

    def menu_actions(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        return self.entries.by_menu()

    def status(self) -> Status:
        if not self.flow.is_running:
            return Status(self.tr("Ready. Everything stays on this computer."))
        progress = self.flow.progress
        if progress is None:
            return Status(self._work_words())
        text = self.tr("{done} of {total} pictures")
        text = text.format(done=whole(progress.done), total=whole(progress.total))
        return Status(text, progress.done / max(progress.total, 1))

    def receive(self, incoming: Incoming) -> None:
        path = incoming.paths[0] if incoming.paths else None
        if path and (path.is_dir() or path.suffix.casefold() == ".csv"):
            self.flow.measure(path)
            return
        text = self.tr("A single picture does not say how good a model is.")
        if path and len(incoming.paths) == 1:
            text = self.tr("No model can be measured on {name}.").format(name=display_name(path))
        hint = self.tr("Drop a folder with a folder for each class, or a CSV of path and label.")
        self.message_posted.emit(AppError(text, hint))

    def is_busy(self) -> bool:
        return self.flow.is_running

    def keepsake(self) -> EvaluationKeepsake:
        return EvaluationKeepsake(self._result, self.flow.source)

    def restore(self, keepsake: object) -> None:
        if not isinstance(keepsake, EvaluationKeepsake):
            return
        if keepsake.result:
            self._on_measured(keepsake.result)
        if keepsake.source:
            self.flow.measure(keepsake.source)
        self._render()

    def shut_down(self) -> None:
        self._thumbnails.stop()
        self.flow.stop()

    def choose_folder(self) -> None:
        """Ask for a folder."""
        self._dialogs.ask_folder(self._result.request.source if self._result else None)

    def measure_again(self) -> None:
        """Measure the model of the header on the same pictures."""
        if self._result:
            self.flow.measure(self._result.request.source)

    def calibrate(self) -> None:
        """Ask for a name, and write a calibrated copy of the model that was measured."""
        if self._result is None:
            return
        request = self._result.request
        title = model_title(request.model.source, self._result.info)
        taken = [choice.name for choice in self._parts.models.choices]
        dialog = CalibrateDialog(self.tr("{model}, calibrated").format(model=title), taken, self)
        dialog.name_chosen.connect(lambda name: self.flow.calibrate(request, name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        actions, figures, invitation = self.entries, self.figures, self.invitation
        for signal in (actions.folder.triggered, invitation.folder_requested, figures.other_requested):
            signal.connect(self.choose_folder)
        for signal in (actions.table.triggered, invitation.table_requested):
            signal.connect(self._dialogs.ask_table)
        for signal in (actions.stop.triggered, invitation.stop_requested):
            signal.connect(self.flow.stop)
        for signal in (actions.again.triggered, figures.again_requested):
            signal.connect(self.measure_again)
        for signal in (actions.calibrate.triggered, figures.calibration_requested):
            signal.connect(self.calibrate)
        actions.copy_command.triggered.connect(self._copy_command)
        figures.picture_opened.connect(self._open_picture)
        self._dialogs.chosen.connect(self.flow.measure)
        self.flow.changed.connect(self._render)
        self.flow.progressed.connect(self._on_progress)
        self.flow.measured.connect(self._on_measured)
        self.flow.calibrated.connect(self._on_calibrated)
        self.flow.failed.connect(self.message_posted)
        for signal in (self._parts.inference.status_changed, self._parts.inference.model_failed):
            signal.connect(self._render)

    def _on_progress(self, progress: ScanProgress) -> None:
        self.invitation.show_progress(progress)
        self.status_changed.emit(self.status())

    def _on_measured(self, result: ModelEvaluation) -> None:
        self._result = result
        self.figures.show_result(result)

    def _on_calibrated(self, calibrated: Calibrated) -> None:
        self._parts.models.refresh()
        found, raw = calibrated.model.info.calibration, calibrated.model.raw_ece
        text = self.tr("“{name}” is one of your models now.").format(name=calibrated.name)
        hint = self.tr(
            "It is sure of {coverage} of the pictures, and of those {accuracy} are right. On average its scores are "
            "off by {after}; by {before} without the calibration."
        ).format(
            coverage=percent(found.coverage or 0.0, 0),
            accuracy=percent(found.accuracy or 0.0, 0),
            after=percent(found.ece or 0.0),
            before=percent(raw),
        )
        request = self._parts.inference.request
        self.message_posted.emit(
            Message(
                text,
                hint,
                is_problem=False,
                action_text=self.tr("Use it"),
                action=lambda: self._parts.inference.use_model(calibrated.name, request.device, request.precision),
            )
        )

    def _copy_command(self) -> None:
        if self._result:
            request = self._result.request
            command = command_text(evaluation_arguments(request.model.source, request.source))
            QGuiApplication.clipboard().setText(command)
            self.message_posted.emit(Message(self.tr("The command is copied."), command, is_problem=False))

    def _open_picture(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _work_words(self) -> str:
        source = self.flow.source
        if source:
            return self.tr("Measuring on {name}").format(name=display_name(source))
        return self.tr("Calibrating")

    def _render(self) -> None:
        is_running, result = self.flow.is_running, self._result
        if is_running:
            self.invitation.show_looking(self._work_words())
        else:
            self.invitation.show_welcome()
        self._stack.setCurrentWidget(self.figures if result and not is_running else self.invitation)
        self.figures.show_present_model(self._present_model() if result else "")
        actions = self.entries
        actions.stop.setEnabled(is_running)
        actions.again.setEnabled(result is not None)
        actions.copy_command.setEnabled(result is not None)
        actions.calibrate.setEnabled(
            result is not None and not is_running and result.found.evaluation.count >= FEWEST_TO_CALIBRATE
        )
        self.status_changed.emit(self.status())

    def _present_model(self) -> str:
        """What the model of the header is called, where it is another than the one that was measured."""
        status = self._parts.inference.status
        if status is None or self._result is None or status.request.source == self._result.request.model.source:
            return ""
        return model_title(status.request.source, status.info)
