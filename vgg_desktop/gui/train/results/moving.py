"""Moving corrected files into the folders of their classes: shown first, done on request, undone with a click."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vgg_desktop.core.display import one_line
from vgg_desktop.core.files.picture_moves import Move, MoveReport, carry_out_for, read_done, take_back_for
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.run.corrections import Correction
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.page import Message, Undo
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.widgets.plain_label import PlainLabel
from vgg_desktop.services.jobs import Job, Jobs, Lane
from vgg_desktop.services.moves import plan_moves

_SIZE_PX = (640, 420)


class Moving(QObject):
    """Plans in the background, asks, moves in the background, and tells."""

    message_posted = Signal(object)  # Message
    can_undo_changed = Signal(bool)

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._reading: Job[None, tuple[Move, ...]] | None = None
        self._window = window
        self._run, self._root = Path(), Path()
        self._done: tuple[Move, ...] = ()
        self._offers: list[tuple[Path, tuple[Move, ...], Undo]] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def show_run(self, run: Path, root: Path) -> None:
        """The run whose corrections are meant, and the folder of its pictures."""
        if self._reading:
            self._reading.cancel()
        self._run, self._root = run, root
        self._note_done(())
        self._reading = self._jobs.do(partial(read_done, run), self._note_done)

    def propose(self, corrections: Sequence[Correction], labels: Sequence[Label]) -> None:
        """Show what would be moved, and do it if that is wanted."""
        self._jobs.do(partial(plan_moves, self._run, self._root, corrections, labels), self._on_planned)

    def move(self, moves: Sequence[Move]) -> None:
        """Move files now."""
        run, root = self._run, self._root
        self._jobs.do(partial(carry_out_for, run, root, moves), partial(self._on_moved, run, root), lane=Lane.MOVES)

    def undo(self) -> None:
        """Move every file of the run that is shown back to where it was."""
        self._take_back(self._run, self._root, self._done)

    def _take_back(self, run: Path, root: Path, moves: Sequence[Move]) -> None:
        for offered_run, done, undo in self._offers:
            if offered_run == run and set(done) & set(moves):
                undo.end()
        self._offers = [offer for offer in self._offers if not offer[-1].is_over]
        self._jobs.do(partial(take_back_for, run, root, moves), partial(self._on_moved_back, run), lane=Lane.MOVES)

    def _on_planned(self, moves: list[Move]) -> None:
        if not moves:
            text = self.tr("No file has to be moved: excluded pictures stay where they are.")
            self.message_posted.emit(Message(text, is_problem=False))
            return
        dialog = MovesDialog(moves, self._window)
        dialog.accepted.connect(lambda: self.move(moves))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_moved(self, run: Path, root: Path, report: MoveReport) -> None:
        undo = None
        if report.done:
            undo = Undo(partial(self._take_back, run, root, report.done), self)
            self._offers.append((run, report.done, undo))
        self._tell(run, report, self.tr("%n file(s) moved.", "", len(report.done)), undo)

    def _on_moved_back(self, run: Path, report: MoveReport) -> None:
        self._tell(run, report, self.tr("%n file(s) moved back.", "", len(report.done)))

    def _tell(self, run: Path, report: MoveReport, text: str, undo: Undo | None = None) -> None:
        if run == self._run:
            self._note_done(report.left)
        hint, detail = " ".join(spoken(problem) for problem in report.problems[:2]), "\n".join(report.problems)
        self.message_posted.emit(Message(text, hint, detail, is_problem=bool(report.problems), undo=undo))

    def _note_done(self, done: tuple[Move, ...]) -> None:
        self._done = done
        self.can_undo_changed.emit(self.can_undo)


class MovesDialog(QDialog):
    """Every file, from where and to where."""

    def __init__(self, moves: Sequence[Move], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move corrected files"))
        self.resize(*_SIZE_PX)
        words = PlainLabel(
            self.tr(
                "These files move into the folders of their classes. Nothing is overwritten, and it can be undone. "
                "Runs that are paused on these pictures cannot be resumed afterwards."
            )
        )
        words.setWordWrap(True)
        role(words, "dim")
        self.table = QTableWidget(len(moves), 2)
        self.table.setHorizontalHeaderLabels([self.tr("From"), self.tr("To")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, move in enumerate(moves):
            self.table.setItem(row, 0, QTableWidgetItem(one_line(move.source)))
            self.table.setItem(row, 1, QTableWidgetItem(one_line(move.target)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.move_button = buttons.addButton(
            self.tr("Move %n file(s)", "", len(moves)), QDialogButtonBox.ButtonRole.AcceptRole
        )
        role(self.move_button, "accent")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
