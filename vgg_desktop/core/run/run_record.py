"""What a run's events say about it: they outlive a state or checkpoints that are lost."""

from pathlib import Path

import msgspec

from vgg_desktop.core.run.event_log import EventReader
from vgg_desktop.core.run.events import Checkpoint, Ended, Epoch, Event, Resumed, Started, Truth
from vgg_desktop.core.run.run_state import RunState, host_name, machine_id


def rebuilt_state(events_file: Path) -> RunState:
    """What `state.json` would say, for a run that has lost it."""
    state = RunState(machine=machine_id())
    for event in EventReader(events_file).read_new(thin_steps=True):
        if isinstance(event, Started):
            # A lock tells at once whether a worker of this machine lives; for others there is the heartbeat.
            machine = machine_id() if event.host == host_name() else ""
            state = msgspec.structs.replace(
                state, attempt=event.attempt, time=event.time, host=event.host, machine=machine, pid=event.pid
            )
        state = state_after(state, event)
    return state


def state_after(state: RunState, event: Event) -> RunState:
    """The state once `event` has happened; the same object where it changes nothing."""
    match event:
        case Started():
            return msgspec.structs.replace(state, state="running", epochs=event.epochs)
        case Epoch(is_best=True):
            return msgspec.structs.replace(
                state, epoch=event.epoch, step=event.step, best_epoch=event.epoch, best_top1=event.val_top1
            )
        case Resumed() | Checkpoint() | Epoch():
            return msgspec.structs.replace(state, epoch=event.epoch, step=event.step)
        case Truth():
            return msgspec.structs.replace(state, seconds=event.seconds)
        case Ended():
            return msgspec.structs.replace(
                state,
                state=event.outcome,
                time=event.time,
                summary=event.summary,
                hint=event.hint,
                detail=event.detail,
            )
        case _:
            return state


def had_checkpoint(events_file: Path) -> bool:
    """Whether one is known to have been complete; the last one begun may not have been when its worker was killed."""
    has_begun = False
    for event in EventReader(events_file).read_new(thin_steps=True):
        match event:
            # None begins before the one before it is complete.
            case Checkpoint() if has_begun:
                return True
            case Checkpoint():
                has_begun = True
            case Resumed(step=step) if step:
                return True
            case Resumed():
                has_begun = False
            case Ended(outcome="paused" | "stopped" | "finished", summary="") if has_begun:
                return True
    return False
