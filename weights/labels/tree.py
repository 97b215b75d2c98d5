"""Reduces WordNet's tree of nouns to the program's everyday kinds: python weights/labels/tree.py data.noun

`data.noun` is WordNet 3.0's own file, whose offsets are ImageNet's ids; Debian's package `wordnet-base` (1:3.0-37)
holds it as usr/share/wordnet/data.noun. `kinds.tsv` beside this script names for every kind the parts of the tree that
belong to it: a class has the kind of the nearest such part above it. Written is `assets/kinds.tsv`, one row a class of
ImageNet-1k or node between it and that part, so that a model whose classes are such nodes ("dog", n02084071) has kinds
too.
"""

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HYPERNYMS = ("@", "@i")

Tree = dict[str, tuple[str, list[str]]]


def main(data_noun: Path) -> int:
    tree = read_tree(data_noun)
    kind_of_part = {row["wnid"]: row["kind"] for row in _rows(Path(__file__).with_name("kinds.tsv"))}
    classes = [row["wnid"] for row in _rows(ROOT / "assets" / "imagenet_labels.tsv")]
    kinds: dict[str, str] = {}
    faults = []
    for wnid in classes:
        kind, nodes = kind_above(wnid, tree, kind_of_part)
        if kind is None:
            faults.append(f"{wnid} ({tree[wnid][0]}): {' or '.join(nodes) or 'no kind'}")
        else:
            kinds |= dict.fromkeys(nodes, kind)
    if faults:
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
        return 1
    lines = [f"{wnid}\t{kind}\t{tree[wnid][0]}\n" for wnid, kind in sorted(kinds.items())]
    (ROOT / "assets" / "kinds.tsv").write_text("".join(["wnid\tkind\tword\n", *lines]), encoding="utf-8")
    return 0


def read_tree(data_noun: Path) -> Tree:
    """For every noun its first word and what stands above it, by wnid. Source: wndb(5WN)."""
    tree: Tree = {}
    for line in data_noun.read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue  # the licence
        fields = line.split(" | ")[0].split()
        pointers = 4 + 2 * int(fields[3], 16)
        above = [
            f"n{fields[place + 1]}"
            for place in range(pointers + 1, pointers + 1 + 4 * int(fields[pointers]), 4)
            if fields[place] in HYPERNYMS
        ]
        tree[f"n{fields[0]}"] = fields[4].replace("_", " "), above
    return tree


def kind_above(wnid: str, tree: Tree, kind_of_part: dict[str, str]) -> tuple[str | None, list[str]]:
    """The kind of the nearest part, and the nodes up to it; without a clear one None and what it might be."""
    nodes, level = [], [wnid]
    while level:
        found = {kind_of_part[node]: node for node in level if node in kind_of_part}
        if len(found) > 1:
            return None, sorted(found)
        for kind, part in found.items():
            return kind, [*_between(wnid, part, tree), part]
        nodes += level
        level = [above for node in level for above in tree[node][1] if above not in nodes]
    return None, []


def _between(wnid: str, part: str, tree: Tree) -> list[str]:
    """The nodes from a class up to the part above it, without the part."""
    if wnid == part:
        return []
    paths = [[wnid]]
    while True:
        for path in paths:
            if path[-1] == part:
                return path[:-1]
        paths = [[*path, above] for path in paths for above in tree[path[-1]][1]]


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
