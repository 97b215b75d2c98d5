"""How a source was read, for a shell: "I read it as ..."."""

from vgg_desktop.core.dataset_report import DatasetReport
from vgg_desktop.core.display import one_line
from vgg_desktop.core.reading import GivenSide, Understood

_SIDE_VERBS: dict[GivenSide, str] = {
    "train": "trains",
    "val": "validates",
    "test": "is kept for the final evaluation",
}
_SIDE_NOUNS: dict[GivenSide | None, str] = {"train": "training", "val": "validation", "test": "test", None: "picture"}

_SPLITS = {
    "given": "the one that stands there",
    "made": "made here: a share of each class validates",
    "saved": "the one that was saved before",
}


def reading_lines(report: DatasetReport) -> list[str]:
    """What was understood, an example for each side, how to say that it is otherwise, and which split is in use."""
    understood = report.understood
    passed = ", ".join(f"{one_line(path)}/" for path in understood.looked_through)
    through = f" I looked through {passed}." if passed else ""
    lines = [f"I read it as {_how(understood)}.{through}"]
    for example in understood.examples:
        side = _SIDE_NOUNS[example.side]
        lines.append(f"  {side:<10}  {one_line(example.path)}  is  {one_line(example.label)}")
    if understood.others:
        options = " or ".join(f"--read-as {other}" for other in understood.others)
        lines.append(f"  If that is wrong: {options}")
    return [*lines, f"  The split is {_SPLITS[report.split]}."]


def _how(understood: Understood) -> str:
    match understood.how:
        case "classes":
            return "one folder for each class"
        case "subfolders":
            return "classes one level down: folders of the same name are one class, wherever they lie"
        case "sides_inside":
            return "class folders that hold the sides of the split themselves"
        case "table":
            return f"a table: {_columns(understood)}"
        case "sides":
            sides = (f"{one_line(side.path)}/ {_SIDE_VERBS[side.side]}" for side in understood.sides)
            return f"a split, {', '.join(sides)}; the folders in them are the classes"


def _columns(understood: Understood) -> str:
    parts = [f"path from {one_line(understood.path_column)}", f"label from {one_line(understood.label_column)}"]
    if understood.split_column:
        parts.append(f"split from {one_line(understood.split_column)}")
    return ", ".join(parts)
