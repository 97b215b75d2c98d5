"""Several processes as one team: who goes first, and what is refused before anything starts."""

import os
import socket
from pathlib import Path

import pytest
import torch

from tests.helpers.runs import tiny_recipe
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.training.distributed import from_leader, joined_team, leader_first
from vgg_desktop.training.progress import CancelledError
from vgg_desktop.training.setup.resolve import resolve_recipe
from vgg_desktop.training.team import Team

LABELS = (Label("a", "a"), Label("b", "b"))


def member(rank: int, port: int, folder: Path) -> None:
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    team = Team(rank, 2, rank)
    done: list[str] = []
    with joined_team(team):
        with leader_first(team):
            (folder / f"{rank} came").touch()
            done += [path.name for path in folder.glob("* came")]
        numbers = torch.full((2,), float(rank))
        from_leader([numbers])
        assert numbers.tolist() == [0.0, 0.0]
        try:
            with leader_first(team):
                raise AppError("The disk is full.")
        except (AppError, CancelledError) as error:
            done.append(type(error).__name__)
    (folder / f"{rank} done").write_text(" ".join(sorted(done)))


def test_the_others_begin_after_the_leader_and_end_quietly_where_it_fails(tmp_path, monkeypatch):
    monkeypatch.setenv("GLOO_SOCKET_IFNAME", "lo")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    torch.multiprocessing.spawn(member, (port, tmp_path), nprocs=2)
    assert (tmp_path / "0 done").read_text() == "0 came AppError"
    assert (tmp_path / "1 done").read_text() == "0 came 1 came CancelledError"


def test_a_step_with_fewer_pictures_than_processes_is_refused():
    resolve_recipe(tiny_recipe(batch_size=4), LABELS, 16, "few", Team(world=4))
    with pytest.raises(AppError, match="Some steps have 3 pictures, too few for 4 processes"):
        resolve_recipe(tiny_recipe(batch_size=4), LABELS, 13, "few", Team(world=4))
