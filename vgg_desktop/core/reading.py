"""How a source of pictures is read: what a person wishes, and what was made of it."""

from typing import Literal

import msgspec

from vgg_desktop.core.sentence import Sentence

ReadAs = Literal["auto", "classes", "sides", "subfolders"]
"""`classes`: each folder is a class. `sides`: the folders are sides of a split, by name, and those in them the classes.
`subfolders`: the folders one level down are the classes, wherever they lie. `auto`: whichever the folder shows.
"""

GivenSide = Literal["train", "val", "test"]


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a person says about a source that it does not say itself; "" and "auto" leave it to the source."""

    read_as: ReadAs = "auto"
    path_column: str = ""
    label_column: str = ""
    val_fold: str = ""


AS_IT_IS = Reading()


class SideFolder(msgspec.Struct, frozen=True):
    """A folder that stands for one side of a split, relative to the root."""

    path: str
    side: GivenSide


class Example(msgspec.Struct, frozen=True):
    """One picture, so that a person sees what was understood; `side` is None where the split is made here."""

    path: str
    label: str
    side: GivenSide | None = None


class Understood(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was made of a source.

    `how` is "sides_inside" where each class folder holds its own train and val. `looked_through` are folders that hold
    nothing but the one folder that matters. `columns` are all those of a table that names them, `folds` what stands in
    its column of folds. `others` are readings that are possible as well.
    """

    how: Literal["classes", "sides", "sides_inside", "subfolders", "table"]
    looked_through: tuple[str, ...] = ()
    sides: tuple[SideFolder, ...] = ()
    columns: tuple[str, ...] = ()
    path_column: str = ""
    label_column: str = ""
    split_column: str = ""
    folds: tuple[str, ...] = ()
    val_fold: str = ""
    examples: tuple[Example, ...] = ()
    others: tuple[ReadAs, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether a table says, or was told, what it needs."""
        return bool(self.path_column and self.label_column) and bool(self.val_fold or not self.folds)


def way_out(understood: Understood) -> Sentence:
    """How a person says that a source is meant otherwise."""
    if understood.columns and not (understood.path_column and understood.label_column):
        return Sentence("Say which it is with --path-column NAME and --label-column NAME.")
    if understood.folds and not understood.val_fold:
        return Sentence("Say it with --val-fold and one of them; the others train.")
    ways = " or ".join(f"--read-as {other}" for other in understood.others)
    return Sentence("If it was read wrongly, say how: {ways}.", ways=ways) if ways else Sentence()
