"""Reduces WordNet's tree of nouns to the program's everyday kinds: python weights/labels/tree.py data.noun

`data.noun` is WordNet 3.0's own file, whose offsets are ImageNet's ids. Debian's package `wordnet-base` (1:3.0-37)
holds it as usr/share/wordnet/data.noun. `kinds.tsv` beside this script names for every kind the parts of the tree that
belong to it: a noun has the kind of the nearest such part above it, and none where two are equally near. Written is
`assets/kinds.tsv`, a line a kind with the ids of its nouns; people and places with names of their own are left out.
"""

import csv
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
CLASS_OF, CLASS_OF_A_NAME = "@", "@i"


class Noun(NamedTuple):
    """Its first word, what stands above it, and whether it is one person's or place's name."""

    word: str
    above: tuple[str, ...]
    is_name: bool


Tree = dict[str, Noun]


def main(data_noun: Path) -> int:
    tree = read_tree(data_noun)
    kind_of_part = {row["wnid"]: row["kind"] for row in _rows(Path(__file__).with_name("kinds.tsv"))}
    classes = _rows(ROOT / "assets" / "imagenet_labels.tsv")
    found = {row["wnid"]: kinds_above(row["wnid"], tree, kind_of_part) for row in classes}
    faults = [
        f"{wnid} ({tree[wnid].word}): {' or '.join(sorted(kinds)) or 'no kind'}"
        for wnid, kinds in found.items()
        if len(kinds) != 1
    ]
    if faults:
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
        return 1
    nouns: dict[str, list[str]] = {kind: [] for kind in sorted(set(kind_of_part.values()))}
    for wnid, noun in tree.items():
        kinds = kinds_above(wnid, tree, kind_of_part)
        if len(kinds) == 1 and not noun.is_name:
            nouns[kinds.pop()].append(wnid)
    lines = [f"{kind}\t{' '.join(sorted(wnids))}\n" for kind, wnids in nouns.items()]
    (ROOT / "assets" / "kinds.tsv").write_text("".join(["kind\twnids\n", *lines]), encoding="utf-8")
    return 0


def read_tree(data_noun: Path) -> Tree:
    """Every noun by wnid. Source: wndb(5WN)."""
    tree: Tree = {}
    for line in data_noun.read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue  # the licence
        fields = line.split(" | ")[0].split()
        first = 5 + 2 * int(fields[3], 16)
        pointers = [
            (fields[place], f"n{fields[place + 1]}") for place in range(first, first + 4 * int(fields[first - 1]), 4)
        ]
        above = [wnid for sign, wnid in pointers if sign in (CLASS_OF, CLASS_OF_A_NAME)]
        is_name = any(sign == CLASS_OF_A_NAME for sign, _ in pointers)
        tree[f"n{fields[0]}"] = Noun(fields[4].replace("_", " "), tuple(above), is_name)
    return tree


def kinds_above(wnid: str, tree: Tree, kind_of_part: dict[str, str]) -> set[str]:
    """The kinds of the nearest parts at or above a noun; one of them is clear."""
    seen, level = {wnid}, [wnid]
    while level:
        found = {kind_of_part[node] for node in level if node in kind_of_part}
        if found:
            return found
        level = list(dict.fromkeys(above for node in level for above in tree[node].above if above not in seen))
        seen.update(level)
    return set()


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
