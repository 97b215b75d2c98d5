"""How a source was read, in the words of the window."""

from PySide6.QtCore import QCoreApplication

from vgg_desktop.core.display import one_line
from vgg_desktop.core.reading import Example, ReadAs, SideFolder, Understood

translate = QCoreApplication.translate
_CONTEXT = "Reading"


def reading_words(understood: Understood) -> str:
    """What was understood, with an example for each side."""
    lines = [_how(understood)]
    if understood.looked_through:
        folders = ", ".join(f"{one_line(path)}/" for path in understood.looked_through)
        lines.append(translate(_CONTEXT, "Looked through: {folders}").format(folders=folders))
    return "\n".join([*lines, *map(_example_words, understood.examples)])


def other_reading_words(other: ReadAs) -> str:
    """What a button says that reads the source in another way."""
    return {
        "auto": translate(_CONTEXT, "As the folder shows"),
        "classes": translate(_CONTEXT, "Read each folder as a class"),
        "sides": translate(_CONTEXT, "Read the folders as sides of a split"),
        "subfolders": translate(_CONTEXT, "Read the folders within as classes"),
    }[other]


def _how(understood: Understood) -> str:
    match understood.how:
        case "classes":
            return translate(_CONTEXT, "I read it as one folder for each class.")
        case "subfolders":
            return translate(_CONTEXT, "I read it as classes one level down, wherever they lie.")
        case "sides_inside":
            return translate(_CONTEXT, "I read it as class folders that hold the sides of the split themselves.")
        case "sides":
            sides = ", ".join(map(_side_words, understood.sides))
            return translate(_CONTEXT, "I read it as a split: {sides}.").format(sides=sides)
        case "table":
            return _table_words(understood)


def _table_words(understood: Understood) -> str:
    columns = {"path": one_line(understood.path_column), "label": one_line(understood.label_column)}
    if not understood.split_column:
        return translate(_CONTEXT, "I read it as a table: paths in “{path}”, labels in “{label}”.").format(**columns)
    text = translate(_CONTEXT, "I read it as a table: paths in “{path}”, labels in “{label}”, the split in “{split}”.")
    return text.format(**columns, split=one_line(understood.split_column))


def _side_words(folder: SideFolder) -> str:
    text = {
        "train": translate(_CONTEXT, "{folder} for training"),
        "val": translate(_CONTEXT, "{folder} for validation"),
        "test": translate(_CONTEXT, "{folder} for the final evaluation"),
    }[folder.side]
    return text.format(folder=f"{one_line(folder.path)}/")


def _example_words(example: Example) -> str:
    text = {
        "train": translate(_CONTEXT, "Training: {path} is {label}"),
        "val": translate(_CONTEXT, "Validation: {path} is {label}"),
        "test": translate(_CONTEXT, "Test: {path} is {label}"),
        None: translate(_CONTEXT, "For example, {path} is {label}"),
    }[example.side]
    return text.format(path=one_line(example.path), label=one_line(example.label))
