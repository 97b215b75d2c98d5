"""Several processes that train one model together, as torchrun starts them. No torch."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

ASK_EVERY = 4
"""Steps from one passing round of the leader's command to the next: each costs a message between machines."""


@dataclass(frozen=True, slots=True)
class Team:
    """`rank` counts over all machines, `local_rank` on this one. The process of rank 0 leads: only it writes."""

    rank: int = 0
    world: int = 1
    local_rank: int = 0

    @property
    def leads(self) -> bool:
        return self.rank == 0

    @property
    def is_alone(self) -> bool:
        return self.world == 1


ALONE = Team()


def find_team(environment: Mapping[str, str] = os.environ) -> Team:
    """The team that this process belongs to. Source: docs.pytorch.org/docs/stable/elastic/run.html, environment."""
    if "RANK" not in environment or "WORLD_SIZE" not in environment:
        return ALONE
    return Team(int(environment["RANK"]), int(environment["WORLD_SIZE"]), int(environment.get("LOCAL_RANK", "0")))
