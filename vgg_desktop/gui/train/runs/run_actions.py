"""What can be asked of a run, and when, and what that is called."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from vgg_desktop.services.run_watch import RunFacts


class RunAction(StrEnum):
    """One wish of a person about one run."""

    TRY = "try"
    CLASSIFY = "classify"
    EVALUATE = "evaluate"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    DISCARD = "discard"
    RENAME = "rename"
    NOTES = "notes"
    DUPLICATE = "duplicate"
    RECIPE = "recipe"
    OPEN_FOLDER = "open_folder"
    COPY_COMMAND = "copy_command"
    DELETE = "delete"


MAIN_ACTIONS = (RunAction.CLASSIFY, RunAction.RESUME, RunAction.TRY, RunAction.PAUSE, RunAction.STOP)
"""Those that have a button, in their order."""

_NEEDS_OWNERSHIP = {
    RunAction.PAUSE,
    RunAction.RESUME,
    RunAction.STOP,
    RunAction.DISCARD,
    RunAction.RENAME,
    RunAction.NOTES,
    RunAction.DELETE,
}
_ALWAYS = {
    RunAction.RENAME,
    RunAction.NOTES,
    RunAction.DUPLICATE,
    RunAction.RECIPE,
    RunAction.OPEN_FOLDER,
    RunAction.COPY_COMMAND,
}


def possible_actions(facts: RunFacts, *, is_ours: bool, is_obeying: bool) -> set[RunAction]:
    """What makes sense now. `is_ours` False: only looked at; `is_obeying`: a command is on its way already."""
    state, has_weights = facts.state, facts.best_weights is not None
    possible = set(_ALWAYS)
    if state.is_live:
        possible |= {RunAction.TRY} if has_weights else set()
        # A worker that still prepares obeys as well, but has nothing to keep yet.
        if state.pid and not is_obeying:
            possible |= {RunAction.PAUSE, RunAction.DISCARD}
            possible |= {RunAction.STOP} if state.state == "running" else set()
    else:
        possible |= {RunAction.CLASSIFY, RunAction.EVALUATE} if has_weights else set()
        possible |= {RunAction.DELETE}
        if facts.problem is None and not is_obeying:
            possible |= {RunAction.RESUME} if state.can_resume else set()
            possible |= {RunAction.STOP} if state.state == "paused" else set()
    return possible if is_ours else possible - _NEEDS_OWNERSHIP


def action_text(action: RunAction) -> str:
    """What a button or a menu calls it."""
    translate = QCoreApplication.translate
    return {
        RunAction.TRY: translate("RunActions", "Try it now"),
        RunAction.CLASSIFY: translate("RunActions", "Classify with this model"),
        RunAction.EVALUATE: translate("RunActions", "Evaluate on other pictures…"),
        RunAction.PAUSE: translate("RunActions", "Pause"),
        RunAction.RESUME: translate("RunActions", "Resume"),
        RunAction.STOP: translate("RunActions", "Stop and keep"),
        RunAction.DISCARD: translate("RunActions", "Discard"),
        RunAction.RENAME: translate("RunActions", "Rename…"),
        RunAction.NOTES: translate("RunActions", "Notes…"),
        RunAction.DUPLICATE: translate("RunActions", "New run from this recipe"),
        RunAction.RECIPE: translate("RunActions", "Show the recipe"),
        RunAction.OPEN_FOLDER: translate("RunActions", "Open the folder"),
        RunAction.COPY_COMMAND: translate("RunActions", "Copy as command"),
        RunAction.DELETE: translate("RunActions", "Move to the trash"),
    }[action]
