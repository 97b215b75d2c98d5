"""What a run has been asked to do, by command files, by signals or by the clock: no torch."""

import time
from collections.abc import Callable
from pathlib import Path

from vgg_desktop.core.files.records import DamagedError, read_json
from vgg_desktop.core.run.events import Commanded
from vgg_desktop.core.run.run_directory import Command, CommandFile, RunDirectory
from vgg_desktop.core.sentence import Sentence

_POLL_EVERY_S = 0.25


class Steering:
    """The first command counts; ask for it between steps. Command files are looked for four times a second at most."""

    def __init__(
        self,
        run: RunDirectory,
        attempt: int,
        *,
        on_answer: Callable[[Commanded], None],
        pause_after_s: float | None = None,
    ) -> None:
        self._run = run
        self._attempt = attempt
        self._on_answer = on_answer
        self._pause_at_s = time.monotonic() + pause_after_s if pause_after_s is not None else None
        self._polled_at_s = 0.0
        self._seen: set[str] = set()
        self._command: Command | None = None

    def command(self) -> Command | None:
        now_s = time.monotonic()
        if self._pause_at_s is not None and now_s >= self._pause_at_s:
            self.ask("pause")
        if now_s - self._polled_at_s >= _POLL_EVERY_S:
            self._polled_at_s = now_s
            self._read_commands()
        return self._command

    def ask(self, command: Command) -> bool:
        """Called by a signal's thread too. False when an earlier command is being fulfilled."""
        if self._command is None:
            self._command = command
        return self._command == command

    def refuse_the_rest(self) -> None:
        """At the end: commands that came too late get an answer as well."""
        self._read_commands(ended=True)

    def _read_commands(self, *, ended: bool = False) -> None:
        try:
            files = sorted(self._run.commands_dir.glob("*.json"))
        except OSError:
            return
        for file in files:
            if file.name not in self._seen and (command := _read(file)):
                self._seen.add(file.name)
                if command.attempt == self._attempt:
                    self._answer(file.stem, command.command, ended)

    def _answer(self, command_id: str, command: Command, ended: bool) -> None:
        accepted = not ended and self.ask(command)
        too_late = Sentence("The run has ended already.") if ended else Sentence("The run is about to end already.")
        reason = Sentence() if accepted else too_late
        self._on_answer(
            Commanded(time=time.time(), command_id=command_id, command=command, accepted=accepted, reason=reason)
        )


def _read(file: Path) -> CommandFile | None:
    """None for what is no command of ours, or not readable just now: the next poll looks again."""
    try:
        return read_json(file, CommandFile)
    except (OSError, DamagedError):
        return None
