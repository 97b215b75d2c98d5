"""DistributedDataParallel: every process learns from its share of each batch, gradients are averaged.

Each process holds the whole model and draws the same random choices, so that they stay equal; the leader alone decides,
writes and concludes. A batch is that of the recipe, whatever the number of processes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from vgg_desktop.training.steering import Wish
from vgg_desktop.training.team import Team

# The others wait while the leader decodes a large data set for the first time.
_PATIENCE = timedelta(hours=24)
# A wish is passed round every so many steps: each time costs a message between machines.
_ASK_EVERY = 4
_WISHES: tuple[Wish | None, ...] = (None, "pause", "stop", "discard")


@contextmanager
def joined(team: Team) -> Iterator[None]:
    """The team's messages work within the block; does nothing for a process that is alone."""
    if team.is_alone:
        yield
        return
    backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
    if torch.cuda.is_available():
        torch.cuda.set_device(team.local_rank)
    dist.init_process_group(backend, rank=team.rank, world_size=team.world, timeout=_PATIENCE)
    try:
        yield
    finally:
        dist.destroy_process_group()


def wait_for_all(team: Team) -> None:
    """Until every process of the team has come here."""
    if not team.is_alone:
        # On the CPU: a barrier of NCCL would need a device of its own for each process.
        dist.all_reduce(torch.zeros(1))


def together(module: nn.Module, device: torch.device) -> nn.Module:
    """The module as it is called while training: its gradients are averaged over the team."""
    return DistributedDataParallel(module, device_ids=[device.index] if device.type == "cuda" else None)


def added_up(numbers: torch.Tensor) -> torch.Tensor:
    """The sum over the team, in place; nobody waits for it on a GPU."""
    dist.all_reduce(numbers)
    return numbers


class AgreedWish:
    """The leader's wish, heard by all at the same step."""

    def __init__(self, team: Team, own: Callable[[], Wish | None]) -> None:
        self._team = team
        self._own = own
        self._asked = 0
        self._agreed: Wish | None = None

    def __call__(self) -> Wish | None:
        self._asked += 1
        if self._agreed is None and self._asked % _ASK_EVERY == 0:
            place = torch.tensor(_WISHES.index(self._own()) if self._team.leads else 0)
            dist.broadcast(place, src=0)
            self._agreed = _WISHES[int(place)]
        return self._agreed
