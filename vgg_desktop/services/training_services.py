"""Everything behind the Train tab, made once and shut down in order."""

from pathlib import Path

from vgg_desktop.core.files.paths import runs_dir
from vgg_desktop.services.dataset_reports import DatasetReports
from vgg_desktop.services.deadline import Deadline
from vgg_desktop.services.runs import RunsService


class TrainingServices:
    """Costs nothing until it is used: no thread and no process before `start` or the first wish."""

    def __init__(self) -> None:
        self.runs = RunsService()
        self.datasets = DatasetReports()
        self.runs_dir = runs_dir()
        self._is_started = False

    def start(self, folder: str = "") -> None:
        """List the runs of `folder`, or of the usual one; again with the same folder does nothing."""
        wanted = Path(folder) if folder else runs_dir()
        if not self._is_started or wanted != self.runs_dir:
            self._is_started, self.runs_dir = True, wanted
            self.runs.start(wanted)

    def shutdown(self, timeout_s: float = 0.5) -> bool:
        """End threads and child processes; a training goes on. False if one did not end in time."""
        deadline = Deadline(timeout_s)
        has_ended = self.datasets.shutdown(deadline.left_s)
        return self.runs.shutdown(deadline.left_s) and has_ended
