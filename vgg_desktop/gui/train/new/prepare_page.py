"""Before Start: the data on the left, the recipe on the right."""

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.shell_words import command_text
from vgg_desktop.gui.look.tokens import MARGIN_PX
from vgg_desktop.gui.page import Message, WindowParts
from vgg_desktop.gui.results.corrections import Corrections
from vgg_desktop.gui.text.shell_commands import data_options, recipe_options, train_arguments
from vgg_desktop.gui.train.new.recipe_files import RecipeFiles
from vgg_desktop.gui.train.new.report_view import ReportView
from vgg_desktop.gui.train.new.setup_card import CARD_WIDTH_PX, NARROW_CARD_WIDTH_PX, SetupCard
from vgg_desktop.gui.widgets.invitation import Invitation
from vgg_desktop.gui.widgets.source_dialogs import SourceDialogs
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.dataset_reports import DatasetReports, ScanProgress
from vgg_desktop.services.run_starts import StartPlan
from vgg_desktop.services.run_watch import RunFacts

# Typing "100" should not ask for three estimates.
_ESTIMATE_AFTER_MS = 700


@dataclass(frozen=True, slots=True)
class Setup:
    """What is about to be trained on. `corrected_run` is the title of the run that the corrections come from."""

    source: Path | None = None
    labels: Path | None = None
    corrections: tuple[Path, ...] = ()
    corrected_run: str = ""
    reading: Reading = AS_IT_IS


class PreparePage(QWidget):
    """Takes a source, shows what training would see in it, and says when to start."""

    start_requested = Signal(object)  # StartPlan
    message_posted = Signal(object)  # AppError or Message
    back_requested = Signal()
    source_changed = Signal()  # a report has come, or gone

    def __init__(
        self, parts: WindowParts, thumbnails: Thumbnails, datasets: DatasetReports, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._datasets = datasets
        self._setup = Setup()
        self._runs_dir: Path | None = None
        self._report: DatasetReport | None = None
        self._is_starting = False
        self._estimate_timer = QTimer(self, singleShot=True, interval=_ESTIMATE_AFTER_MS)
        self.invitation = Invitation(
            parts.theme,
            self.tr("Drop a folder of class folders here"),
            self.tr("One folder for each class, with its pictures inside: flowers/daisy, flowers/roses…"),
        )
        self.report_view = ReportView(parts.theme, thumbnails)
        self.card = SetupCard(parts.theme)
        self.card.setFixedWidth(CARD_WIDTH_PX)
        self._dialogs = SourceDialogs(self.tr("Pictures to train on"), self)
        self._recipe_files = RecipeFiles(parts.jobs, self)
        left = QWidget()
        self._stack = QStackedLayout(left)
        self._stack.addWidget(self.invitation)
        self._stack.addWidget(self.report_view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN_PX)
        row.addWidget(left, 1)
        row.addWidget(self.card)
        self._connect()
        self._render()

    @property
    def source(self) -> Path | None:
        return self._setup.source

    @property
    def setup(self) -> Setup:
        return self._setup

    @property
    def report(self) -> DatasetReport | None:
        return self._report

    def choose_source(self, source: Path) -> None:
        """Look at a folder or CSV file, and show what is there."""
        self.take_over(Setup(source))

    def take_over(self, setup: Setup) -> None:
        """Look at what another run, or this page in another language, was about to be trained on."""
        self._setup, self._report = setup, None
        self._show_corrections()
        self.card.show_estimate(None)
        name = display_name(setup.source.name if setup.source else "")
        self.invitation.show_looking(self.tr("Looking at {name}").format(name=name))
        self._look()

    def set_runs_dir(self, runs_dir: Path | None) -> None:
        """Where runs are made, if not in the usual folder."""
        self._runs_dir = runs_dir

    def show_recipe(self, recipe: Recipe) -> None:
        self.card.form.show_recipe(recipe)

    def load_recipe(self, file: Path) -> None:
        """Take over a recipe file."""
        self._recipe_files.load(file)

    def set_starting(self, is_starting: bool) -> None:
        """Between Start and the run's first sign of life."""
        self._is_starting = is_starting
        self._render()

    def note_start_failed(self) -> None:
        """Nothing was started: Start may be pressed again."""
        self.set_starting(False)

    def start_from_run(self, facts: RunFacts, corrections: Corrections | None) -> None:
        """Take over a run's recipe, and look at its data again; perhaps with corrections made on its pictures."""
        if facts.recipe:
            self.show_recipe(facts.recipe)
        if facts.about is None:
            return
        about, files = facts.about, ()
        if about.corrections:
            files = (facts.path / about.corrections,)
        if corrections and corrections.all and corrections.file:
            files = (*files, corrections.file)
        labels = facts.path / about.labels if about.labels else None
        self.take_over(Setup(Path(about.source), labels, files, facts.title if files else "", about.reading))

    def set_narrow(self, is_narrow: bool) -> None:
        """Give the data more of a small window."""
        self.card.setFixedWidth(NARROW_CARD_WIDTH_PX if is_narrow else CARD_WIDTH_PX)

    def set_back_shown(self, shown: bool) -> None:
        """Whether there are runs to go back to."""
        self.report_view.back_button.setVisible(shown)

    def plan(self) -> StartPlan | None:
        """What Start would start; None while something stands in the way."""
        setup = self._setup
        if not self._can_start() or setup.source is None:
            return None
        return StartPlan(setup.source, self.card.form.recipe(), setup.labels, setup.corrections, setup.reading)

    def command(self) -> str:
        """The shell command that would start the same run."""
        form, setup = self.card.form, self._setup
        arguments = train_arguments(
            setup.source or Path("FOLDER"),
            form.preset,
            form.changed_values(),
            runs_dir=self._runs_dir,
            labels=setup.labels,
            corrections=setup.corrections,
            reading=setup.reading,
        )
        return command_text(arguments)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        self._dialogs.ask_folder(self._setup.source)

    def stop_looking(self) -> None:
        """Forget the source that is being looked at."""
        self._datasets.stop()
        self._estimate_timer.stop()
        self._setup, self._report = Setup(), None
        self._show_corrections()
        self._render()

    def _connect(self) -> None:
        self.invitation.folder_requested.connect(self.choose_folder)
        self.invitation.table_requested.connect(self._dialogs.ask_table)
        self.invitation.stop_requested.connect(self.stop_looking)
        self.report_view.reading.reading_requested.connect(self._on_reading)
        self.report_view.other_requested.connect(self.choose_folder)
        self.report_view.back_requested.connect(self.back_requested)
        self._dialogs.chosen.connect(self.choose_source)
        self._recipe_files.loaded.connect(self.show_recipe)
        card = self.card
        card.form.values_changed.connect(self._on_values)
        card.start_requested.connect(self._on_start)
        card.copy_requested.connect(self._on_copy)
        card.save_requested.connect(self._on_save)
        card.load_requested.connect(self._recipe_files.ask_load)
        card.corrections_dropped.connect(self._on_corrections_dropped)
        self._estimate_timer.timeout.connect(self._look)
        self._datasets.progressed.connect(self._on_progress)
        self._datasets.ready.connect(self._on_report)
        self._datasets.failed.connect(self._on_failed)

    def _look(self) -> None:
        form, setup = self.card.form, self._setup
        if setup.source is None:
            return
        options = [] if form.problems() else recipe_options(form.preset, form.changed_values())
        self._datasets.look(setup.source, [*options, *data_options(setup.labels, setup.corrections, setup.reading)])
        self._render()

    def _on_values(self) -> None:
        if self._setup.source and not self.card.form.problems():
            self._estimate_timer.start()
        self._render()

    def _on_progress(self, progress: ScanProgress) -> None:
        self.invitation.show_progress(progress)

    def _on_report(self, report: DatasetReport) -> None:
        is_new = self._report is None or _without_estimate(self._report) != _without_estimate(report)
        self._report = report
        if is_new:
            self.report_view.show_report(report, self._setup.reading)
        self._render()

    def _on_failed(self, error: AppError) -> None:
        if self._report is None:
            self._setup = Setup()
        self.message_posted.emit(error)
        self._render()

    def _on_start(self) -> None:
        plan = self.plan()
        if plan:
            self.set_starting(True)
            self.start_requested.emit(plan)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command())
        self.message_posted.emit(Message(self.tr("The command is copied."), self.command(), is_problem=False))

    def _on_save(self) -> None:
        if not self.card.form.problems():
            self._recipe_files.ask_save(self.card.form.recipe())

    def _on_reading(self, reading: Reading) -> None:
        self.take_over(replace(self._setup, reading=reading))

    def _on_corrections_dropped(self) -> None:
        self._setup = replace(self._setup, corrections=(), corrected_run="")
        self._show_corrections()
        self._look()

    def _show_corrections(self) -> None:
        words = self.tr("With the corrections of “{name}”.").format(name=self._setup.corrected_run)
        self.card.show_corrections(words if self._setup.corrections else "")

    def _render(self) -> None:
        is_looking = self._datasets.is_looking
        place = 1 if self._report and self._setup.source else 0
        if place != self._stack.currentIndex():
            self._stack.setCurrentIndex(place)
            self.source_changed.emit()
        if self._setup.source is None:
            self.invitation.show_welcome()
        estimate = self._report.estimate if self._report else None
        is_pending = bool(self._report) and (is_looking or self._estimate_timer.isActive())
        self.card.show_estimate(estimate, is_pending=is_pending)
        self.card.show_obstacle(self._obstacle(), can_start=self._can_start())

    def _can_start(self) -> bool:
        report = self._report
        return bool(report and not report.faults and not self.card.form.problems() and not self._is_starting)

    def _obstacle(self) -> str:
        """Why there is no Start, where that is not plain to see."""
        if self._is_starting:
            return self.tr("Starting…")
        if self.card.form.problems():
            return self.tr("%n setting(s) need a look.", "", len(self.card.form.problems()))
        if self._report and self._report.faults:
            return self.tr("These pictures cannot be trained on as they are.")
        return ""


def _without_estimate(report: DatasetReport) -> DatasetReport:
    return msgspec.structs.replace(report, estimate=None)
