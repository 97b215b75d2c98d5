"""A thread that does one job after the other."""

import queue
import threading
from collections.abc import Callable


class JobThread:
    """Starts with the first job. A job that never ends does not keep the program from ending."""

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def do(self, job: Callable[[], None]) -> None:
        """Do `job`, which sees to its own errors, after those that wait."""
        self._jobs.put(job)
        if self._thread.ident is None:
            self._thread.start()

    def stop(self, timeout_s: float) -> bool:
        """End after the jobs that wait; False if that took too long."""
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while job := self._jobs.get():
            job()
