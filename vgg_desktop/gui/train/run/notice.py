"""What a run has to say: why it ended, what to do now, and the worker's own words on request."""

from vgg_desktop.core.run.history import History
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.widgets.notice_card import NoticeCard
from vgg_desktop.services.run_watch import RunFacts


class RunNotice(NoticeCard):
    """There only when there is something to say."""

    def show_run(self, facts: RunFacts, history: History) -> None:
        """Say what this run is about to make known."""
        state = facts.state
        if facts.problem:
            self.say(facts.problem.summary, facts.problem.hint, facts.problem.detail, is_problem=True)
        elif state.state == "lost":
            self.say(
                self.tr("The training was interrupted: its process is gone."),
                self.tr("Nothing before the last checkpoint is lost. Resume goes on from there.")
                if history.checkpoints
                else self.tr("It had no checkpoint yet. Resume begins again."),
                facts.log,
                is_problem=True,
            )
        elif state.state == "failed":
            # The record is never older than the last event: a worker that died at once has left none.
            last = state if state.summary or not history.ended else history.ended
            summary = last.summary or self.tr("The training failed before it began.")
            self.say(summary, last.hint, last.detail or facts.log, is_problem=True)
        else:
            self._say_lesser_things(facts, history)

    def _say_lesser_things(self, facts: RunFacts, history: History) -> None:
        warnings = history.warnings
        if facts.skipped_lines:
            text = self.tr("%n line(s) of this run's log could not be read and were skipped.", "", facts.skipped_lines)
            self.say(text, self.tr("They are damaged, or written by a newer version of the program."), "")
        elif warnings and facts.state.state in ("starting", "running", "finished", "stopped"):
            earlier = "\n".join(
                f"{spoken(warning.summary)} {spoken(warning.hint)}".strip() for warning in reversed(warnings[:-1])
            )
            self.say(warnings[-1].summary, warnings[-1].hint, earlier)
        elif facts.state.state in ("stopped", "paused") and facts.state.summary:
            self.say(facts.state.summary, facts.state.hint, facts.state.detail)
        else:
            self.say()
