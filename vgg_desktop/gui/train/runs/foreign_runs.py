"""Runs that lie elsewhere: listed while the window is open, and only looked at."""

from pathlib import Path

from vgg_desktop.services.run_watch import RunFacts
from vgg_desktop.services.training_services import TrainingServices


class Guests:
    """Whose a run is follows from where it lies, and the folder of our own runs may change."""

    def __init__(self, services: TrainingServices) -> None:
        self._services = services
        self._facts: dict[Path, RunFacts] = {}

    @property
    def facts(self) -> dict[Path, RunFacts]:
        """Each guest as it was last seen."""
        return {path: facts for path, facts in self._facts.items() if not self.is_ours(path)}

    def is_ours(self, path: Path) -> bool:
        return path.parent == self._services.runs_dir

    def note(self, facts: RunFacts) -> None:
        if not self.is_ours(facts.path):
            self._facts[facts.path] = facts

    def forget(self, path: Path) -> None:
        self._facts.pop(path, None)
