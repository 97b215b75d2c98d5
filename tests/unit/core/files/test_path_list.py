"""Many paths, kept as text."""

import os
from pathlib import Path

import pytest

from vgg_desktop.core.files.path_list import PathList

PATHS = [Path("/a/b.png"), Path("c d.png"), Path(os.fsdecode(b"/caf\xe9.png"))]


def test_the_same_paths_come_out_that_went_in():
    found = PathList.of(PATHS)

    assert list(found) == PATHS
    assert len(found) == 3
    assert found[-1] == PATHS[-1]
    assert list(found[1:]) == PATHS[1:]


def test_a_path_is_found_by_its_value():
    found = PathList.of(PATHS)

    assert Path("c d.png") in found
    assert found.index(Path("c d.png")) == 1
    assert Path("gone.png") not in found
    assert None not in found
    with pytest.raises(ValueError, match="not in list"):
        found.index(Path("gone.png"))


def test_a_list_is_not_made_anew_from_itself():
    found = PathList.of(PATHS)

    assert PathList.of(found) is found
    assert found == PathList.of(iter(PATHS))
    assert found != PathList([])
