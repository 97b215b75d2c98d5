"""DistributedDataParallel: every process learns from its share of each batch, gradients are averaged.

Each process holds the whole model and draws the same random choices, so that they stay equal; the leader alone decides,
writes and concludes. A batch is that of the recipe, whatever the number of processes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from vgg_desktop.core.run.run_directory import Command
from vgg_desktop.training.progress import CancelledError
from vgg_desktop.training.team import ASK_EVERY, Team

# The others wait while the leader decodes a large data set for the first time.
_PATIENCE = timedelta(hours=24)
_COMMANDS: tuple[Command | None, ...] = (None, "pause", "stop", "discard")


@contextmanager
def joined_team(team: Team) -> Iterator[None]:
    """The team's messages work within the block; does nothing for a process that is alone."""
    if team.is_alone:
        yield
        return
    backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
    dist.init_process_group(backend, rank=team.rank, world_size=team.world, timeout=_PATIENCE)
    try:
        yield
    finally:
        dist.destroy_process_group()


@contextmanager
def leader_first(team: Team) -> Iterator[None]:
    """The leader goes through the block alone, then the others do.

    Raises:
        CancelledError: in the others, when the leader did not come through.
    """
    if not team.leads and _has_failed(False):
        raise CancelledError
    try:
        yield
    except BaseException:
        if team.leads and not team.is_alone:
            with suppress(RuntimeError):
                _has_failed(True)
        raise
    if team.leads and not team.is_alone:
        _has_failed(False)


def _has_failed(own: bool) -> bool:
    """Whether any process of the team has; waits for them all."""
    # On the CPU: NCCL would need a device of its own for each process.
    place = torch.tensor(int(own))
    dist.all_reduce(place)
    return bool(place)


def together(module: nn.Module, device: torch.device) -> nn.Module:
    """The module as it is called while training: its gradients are averaged over the team."""
    return DistributedDataParallel(module, device_ids=[device.index] if device.type == "cuda" else None)


def added_up(numbers: torch.Tensor) -> torch.Tensor:
    """The sum over the team, in place; nobody waits for it on a GPU."""
    dist.all_reduce(numbers)
    return numbers


def from_leader(tensors: Iterable[torch.Tensor]) -> None:
    """The leader's numbers, in place."""
    for tensor in tensors:
        dist.broadcast(tensor, src=0)


class AgreedCommand:
    """The leader's command, heard by all at the same step."""

    def __init__(self, team: Team, own: Callable[[], Command | None]) -> None:
        self._team = team
        self._own = own
        self._asked = 0
        self._agreed: Command | None = None

    def __call__(self) -> Command | None:
        self._asked += 1
        if self._agreed is None and self._asked % ASK_EVERY == 0:
            place = torch.tensor(_COMMANDS.index(self._own()) if self._team.leads else 0)
            dist.broadcast(place, src=0)
            self._agreed = _COMMANDS[int(place)]
        return self._agreed
