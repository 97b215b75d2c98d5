"""Step 1: which crops to make, in which order: python weights/build/pictures.py PHOTOS WORK

PHOTOS holds a folder for each repository of `collections.tsv`, called as the repository is. Written is WORK/crops.tsv:
collection, path, turn. A round has every broad collection, narrow ones as far as their cap; rounds repeat with other
crops of the same photos, so that the extraction may stop after any of them and still have been broad.
"""

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

ROUNDS = 4
_SUFFIXES = {".jpg", ".jpeg", ".png"}
# What is smaller is a pointer to a file elsewhere, or a thumbnail.
_LEAST_BYTES = 2_000
_A_CLASS = "30 a class"


def main(photos: Path, work: Path) -> None:
    rng = random.Random(8)
    work.mkdir(parents=True, exist_ok=True)
    with (work / "crops.tsv").open("w", encoding="utf-8") as table:
        for number in range(ROUNDS):
            crops = list(_round(photos, number, rng))
            rng.shuffle(crops)
            table.writelines(f"{name}\t{path}\t{turn}\n" for name, path, turn in crops)
            print(f"round {number}: {len(crops):,} crops")


def collections() -> list[dict[str, str]]:
    """The rows of `collections.tsv`, with the repository's name without its owner as `name`."""
    with Path(__file__).with_name("collections.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [{**row, "name": row["repository"].partition("/")[2]} for row in rows]


def _round(photos: Path, number: int, rng: random.Random) -> Iterator[tuple[str, Path, int]]:
    for row in collections():
        paths = _pictures(photos / row["name"] / row["folder"], row["cap"], rng)
        for time in range(int(row["times"])):
            yield from ((row["name"], path, 4 * number + time) for path in paths)


def _pictures(folder: Path, cap: str, rng: random.Random) -> list[Path]:
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _SUFFIXES and p.stat().st_size > _LEAST_BYTES)
    if cap == _A_CLASS:
        # The training side of a benchmark: the other pictures of this collection stay unseen.
        classes = [each for each in sorted(folder.iterdir()) if each.name != "BACKGROUND_Google"]
        return [path for each in classes for path in sorted(each.iterdir())[:30]]
    if int(cap):
        rng.shuffle(found)
        return found[: int(cap)]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
