"""Many pictures: found, listed, classified, and how far that is in a line."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.gui.classify.many.results_model import ResultsModel
from vgg_desktop.gui.page import Status
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.text.plain_text import dotted
from vgg_desktop.gui.text.result_wording import time_left
from vgg_desktop.services.answers import FolderProgress, ManyFinished
from vgg_desktop.services.folders import FolderService, SearchEnded
from vgg_desktop.services.inference import InferenceService


class FolderFlow(QObject):
    """Fills the model and keeps it filled; a list that holds nothing yet never replaces one that does."""

    begun = Signal(object)  # Path: the first picture of a new list
    single_found = Signal(object)  # Path: what was to be searched is one file
    found_nothing = Signal(object)  # AppError
    changed = Signal()  # the status, or what can be done
    results_came = Signal(object)  # tuple[PathResult, ...]
    failed = Signal(object)  # AppError: the folder could not be finished, or a part of it could not be read

    def __init__(
        self, model: ResultsModel, folders: FolderService, inference: InferenceService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._folders, self._inference = folders, inference
        self._top = 1
        self._single: Path | None = None
        self._searched: Sequence[Path] = ()
        self.root: Path | None = None  # the one folder that the list comes from, if it is one
        self._is_replacing = False
        self._is_running = False
        self._is_stopped = False
        self._progress: FolderProgress | None = None
        self._elapsed_s = 0.0
        self._connect()

    @property
    def is_running(self) -> bool:
        """True while pictures of the list wait for the model."""
        return self._is_running

    @property
    def is_stopped(self) -> bool:
        """True where the user has stopped it before its end."""
        return self._is_stopped

    @property
    def is_busy(self) -> bool:
        return self._is_running or self._folders.is_searching

    @property
    def searched(self) -> Sequence[Path]:
        """What is being searched for pictures right now."""
        return self._searched if self._folders.is_searching else ()

    def open(self, paths: Sequence[Path], top: int) -> None:
        """Classify all pictures of `paths`, files and folders, with `top` labels each."""
        self._top = top
        self._single = paths[0] if len(paths) == 1 else None
        self._searched = paths
        self._is_replacing = True
        self._folders.search(paths)
        self.changed.emit()

    def resume(self, paths: Sequence[Path], results: Sequence[PathResult], top: int, *, is_stopped: bool) -> None:
        """Take over a list that was begun elsewhere."""
        self._top = top
        self._model.append(paths)
        self._model.take(results)
        if is_stopped:
            self._is_stopped = True
            self.changed.emit()
        else:
            self.go_on()

    def stop(self) -> None:
        """Leave the rest as it is; what is done stays."""
        was_searching = self._folders.is_searching
        self._folders.stop()
        if self._is_running or was_searching:
            self._is_stopped = self._model.rows.answered_count < len(self._model.rows)
            self._is_running = self._is_replacing = False
            self._inference.stop_many()
        self.changed.emit()

    def go_on(self) -> None:
        """Classify what still waits."""
        waiting = self._model.rows.waiting()
        self._is_stopped = False
        self._progress = None
        self._is_running = bool(waiting)
        if waiting:
            self._inference.classify_many(waiting, self._top)
        self.changed.emit()

    def status(self) -> Status | None:
        """How far the list is; None where there is none."""
        rows = self._model.rows
        if self._folders.is_searching:
            found = 0 if self._is_replacing else len(rows)
            return Status(self.tr("Looking for pictures… {count} found").format(count=whole(found)))
        if not len(rows):
            return None
        failed = rows.failed_count
        note = self.tr("%n could not be read · Show", "", failed) if failed else ""
        fraction = rows.answered_count / len(rows) if self._is_running else None
        return Status(self._status_text(), fraction, note, note_is_action=bool(note))

    def _status_text(self) -> str:
        rows = self._model.rows
        done = self.tr("{done} of {total} pictures").format(done=whole(rows.answered_count), total=whole(len(rows)))
        if self._is_running:
            return dotted(done, *self._pace())
        if self._is_stopped:
            return dotted(done, self.tr("stopped"))
        return self.tr("%n picture(s) classified", "", rows.answered_count)

    def _pace(self) -> list[str]:
        if self._inference.status is None:
            return [self.tr("getting the engine ready")]
        progress = self._progress
        if progress is None or not progress.rate:
            return []
        rate = self.tr("{count} a second").format(count=whole(progress.rate) if progress.rate >= 1 else "< 1")
        return [rate, time_left(progress.seconds_left)] if progress.seconds_left is not None else [rate]

    def _connect(self) -> None:
        self._folders.found.connect(self._on_found)
        self._folders.search_ended.connect(self._on_search_ended)
        self._inference.many_results.connect(self._on_results)
        self._inference.many_progress.connect(self._on_progress)
        self._inference.many_finished.connect(self._on_finished)
        self._inference.model_changed.connect(self._on_model_changed)
        self._inference.model_failed.connect(self._on_model_failed)

    def _on_found(self, found: PathList) -> None:
        is_first = self._is_replacing
        if is_first and self._single in found:
            self._is_replacing = False
            self._folders.stop()
            self.single_found.emit(self._single)
            self.changed.emit()
            return
        if is_first:
            self.root = self._single
            self._replace()
        self._model.append(found)
        if is_first:
            self.begun.emit(found[0])
        self.changed.emit()

    def _replace(self) -> None:
        self._is_replacing = False
        self._is_stopped = False
        if self._is_running:
            self._is_running = False
            self._inference.stop_many()
        self._model.clear()

    def _on_search_ended(self, ended: SearchEnded) -> None:
        for problem in ended.problems:
            self.failed.emit(problem)
        if ended.count:
            self.go_on()
            return
        self._is_replacing = False
        if not ended.problems:
            self.found_nothing.emit(
                AppError(
                    self.tr("There are no pictures in there."),
                    self.tr(
                        "Pictures are JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM and TGA files."
                    ),
                )
            )
        self.changed.emit()

    def _on_results(self, results: tuple[PathResult, ...]) -> None:
        self._model.take(results)
        self.results_came.emit(results)

    def _on_progress(self, progress: FolderProgress) -> None:
        self._progress = progress
        self.changed.emit()

    def _on_finished(self, finished: ManyFinished) -> None:
        """Ended early for a new model, its loading decides how it goes on."""
        if finished.error:
            self._is_running = False
            self._is_stopped = True
            self.failed.emit(finished.error)
        elif not finished.is_stopped:
            self._is_running = False
        self.changed.emit()

    def _on_model_changed(self) -> None:
        rows = self._model.rows
        is_still_to_begin = self._inference.is_many_running and not rows.answered_count
        if not len(rows) or self._folders.is_searching or is_still_to_begin:
            self.changed.emit()
            return
        self._model.forget_results()
        if not self._is_stopped:
            self.go_on()

    def _on_model_failed(self) -> None:
        """The former model goes on where the wish for another has interrupted it."""
        if self._is_running and self._inference.status and not self._inference.is_many_running:
            self.go_on()
