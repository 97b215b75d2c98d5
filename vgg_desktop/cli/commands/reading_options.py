"""Options that say how a source of pictures is meant, where it does not say so itself."""

from enum import StrEnum
from typing import Annotated

import typer


class ReadAsStyle(StrEnum):
    AUTO = "auto"
    CLASSES = "classes"
    SIDES = "sides"
    SUBFOLDERS = "subfolders"


ReadAsOption = Annotated[
    ReadAsStyle,
    typer.Option(help="Its folders are classes, sides of a split by name, or hold the classes as subfolders."),
]
PathColumn = Annotated[
    str, typer.Option(metavar="NAME", help="The column of a table that holds the paths.", show_default=False)
]
LabelColumn = Annotated[
    str, typer.Option(metavar="NAME", help="The column of a table that holds the labels.", show_default=False)
]
ValFold = Annotated[
    str, typer.Option(metavar="FOLD", help="The fold of a table that validates; the others train.", show_default=False)
]
