"""Small folders of pictures for training, each picture known by its seed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.helpers.pictures import png

SIDE_PX = 32
SYSTEM_FOLDERS = (
    *(
        "@eaDir",
        "#recycle",
        "#snapshot",
        "@Recycle",
        "@__thumb",
        "$RECYCLE.BIN",
        "RECYCLER",
        "System Volume Information",
    ),
    *(
        "lost+found",
        "LOST.DIR",
        "FOUND.000",
        "__MACOSX",
        ".Trash-1000",
        ".Trashes",
        "Network Trash Folder",
        "~snapshot",
    ),
)
"""Folders that systems and archives leave among a person's own."""


def write_dataset(root: Path, counts: Mapping[str, int], first_seed: int = 0) -> Path:
    """`root`/class/000.png..., all pictures different. A class may be a path such as "train/cat"."""
    seed = first_seed
    for name, count in counts.items():
        folder = root / name
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (folder / f"{number:03}.png").write_bytes(png(SIDE_PX, SIDE_PX, seed))
            seed += 1
    return root


def copy_picture(root: Path, source: str, target: str) -> None:
    """An exact duplicate within the same dataset."""
    (root / target).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(root / source, root / target)
