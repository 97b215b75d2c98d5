"""What the cells of a label column say: one label each, or several, which this program does not learn."""

import ast
from collections import Counter
from collections.abc import Sequence

from vgg_desktop.core.display import one_line
from vgg_desktop.core.sentence import Sentence, counted

_EXAMPLES = 3


def single_labels(cells: Sequence[str]) -> dict[str, str]:
    """The label that each cell stands for: lists of one lose their brackets, ['cat'] is cat."""
    return {cell: parts[0] if len(parts := _list_of(cell)) == 1 else cell for cell in dict.fromkeys(cells)}


def cells_of_several(cells: Sequence[str]) -> list[str]:
    """The cells that hold more than one label each, in their order; none where what looks like it is a name."""
    kinds = list(dict.fromkeys(cell for cell in cells if cell))
    lists = [cell for cell in kinds if len(_list_of(cell)) > 1]
    if lists:
        return lists
    for separator in "|;":
        several = [cell for cell in kinds if separator in cell]
        if several and _share_parts(kinds, separator):
            return several
    return _commas(kinds)


def several_labels(file_name: str, cells: Sequence[str], several: Sequence[str]) -> Sentence:
    """The sentence about them."""
    counts = Counter(cells)
    rows = sum(counts[cell] for cell in several)
    shown = ", ".join(f"“{one_line(cell)}”" for cell in several[:_EXAMPLES])
    return counted(
        rows,
        "{count:,} row of the table {table} has several labels in one cell, such as {examples}: "
        "this program learns one label for each picture, so leave the most telling one.",
        "{count:,} rows of the table {table} have several labels in one cell, such as {examples}: "
        "this program learns one label for each picture, so leave the most telling one.",
        table=file_name,
        examples=shown,
    )


def _share_parts(kinds: Sequence[str], separator: str) -> bool:
    """Whether the same part stands in different cells: names with a bar do not share theirs."""
    parts = Counter(part for cell in kinds for part in {one.strip() for one in cell.split(separator)})
    return max(parts.values(), default=0) > 1


def _commas(kinds: Sequence[str]) -> list[str]:
    """Names hold commas too ("crane, bird"): it is several labels only where all of the parts stand alone elsewhere."""
    alone = {cell for cell in kinds if "," not in cell}
    return [cell for cell in kinds if "," in cell and all(part.strip() in alone for part in cell.split(","))]


def _list_of(cell: str) -> list[str]:
    if not (cell.startswith("[") and cell.endswith("]")):
        return [cell]
    try:
        found = ast.literal_eval(cell)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        found = [part.strip().strip("'\"") for part in cell[1:-1].split(",")]
    return [str(part) for part in found] if isinstance(found, list) else [cell]
