"""Which files of a folder are pictures of which class, and what is left alone and why. No picture is opened here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from vgg_desktop.core.dataset_report import MOST_EXAMPLES, Finding, Ignored
from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.picture_files import natural_key
from vgg_desktop.core.files.tables import is_table_name
from vgg_desktop.core.reading import AS_IT_IS, Example, GivenSide, Reading, SideFolder, Understood
from vgg_desktop.core.sentence import Sentence, counted
from vgg_desktop.training.data.annotations import labels_beside
from vgg_desktop.training.data.entries import DEAD_LINK, NO_CLASS, UNREADABLE_FOLDER, Folder, read_folder
from vgg_desktop.training.data.layout import ClassFolder, Layout, understand
from vgg_desktop.training.data.tree import Tree, below

Form = Literal["folders", "split_folders", "csv"]

TEST = Sentence("test pictures, kept for the final evaluation")
BESIDE = Sentence("beside the training and validation folders")
COPY = Sentence("copies of the folders beside them")
NO_CLASS_ON_SIDE = Sentence("validation pictures in no class folder")

_EXAMPLES_A_SIDE = 1


@dataclass(frozen=True, slots=True)
class Found:
    """One picture file. `path` is relative to the listing's root, `folder` the class as the source writes it."""

    path: str
    folder: str
    side: GivenSide | None


@dataclass(slots=True)
class Listing:
    """What a source holds. `tests` are pictures kept for the final evaluation; `folders` are all classes, also those
    without a picture; `contradicted` are paths that a table lists under two labels. `places` gives the class of each
    class folder, by its path. `tables` lie beside the folders and might say more.
    """

    root: Path
    form: Form
    understood: Understood
    pictures: list[Found] = field(default_factory=list)
    tests: list[Found] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    contradicted: set[str] = field(default_factory=set)
    tables: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)
    _ignored: dict[Sentence, list[str]] = field(default_factory=dict)

    def ignore(self, reason: Sentence, path: str) -> None:
        self._ignored.setdefault(reason, []).append(path)

    def add(self, picture: Found) -> None:
        """One more picture; those of the test are counted as left alone by training."""
        if picture.side == "test":
            self.tests.append(picture)
            self.ignore(TEST, picture.path)
        else:
            self.pictures.append(picture)

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        return tuple(
            Ignored(
                reason, len(paths), tuple(one_line(path) for path in sorted(paths, key=natural_key)[:MOST_EXAMPLES])
            )
            for reason, paths in sorted(self._ignored.items())
        )

    @property
    def has_given_split(self) -> bool:
        return any(picture.side == "val" for picture in self.pictures)

    def examples(self) -> tuple[Example, ...]:
        """The first picture of each side."""
        first: dict[GivenSide | None, Found] = {}
        for picture in (*self.pictures, *self.tests):
            first.setdefault(picture.side, picture)
        return tuple(Example(one.path, one.folder, one.side) for one in first.values())


def list_folder(root: Path, reading: Reading = AS_IT_IS) -> Listing:
    """The class folders of `root`, of the sides of a split beneath it, or as `reading` says; pictures in the order of
    their paths.

    Pictures in subfolders count to the class. Links are followed, loops end.

    Raises:
        AppError: the folder cannot be read.
    """
    try:
        read_folder(root)
    except OSError as error:
        raise AppError(
            "The folder {folder} cannot be read: {reason}.",
            "Choose a folder with one subfolder of pictures for each class.",
            str(error),
            folder=display_name(root),
            reason=os_error_sentence(error),
        ) from error
    layout = understand(Tree(root), reading.read_as)
    listing = Listing(root, "folders" if layout.how in ("classes", "subfolders") else "split_folders", _words(layout))
    listing.faults += layout.faults
    for folder in layout.classes:
        _list_class(listing, folder)
    _list_flat_sides(listing, layout)
    _list_the_rest(listing, layout)
    listing.pictures.sort(key=lambda picture: picture.path)
    listing.tests.sort(key=lambda picture: picture.path)
    listing.understood = replace(listing.understood, sides=_sides_in_use(listing))
    listing.tables = tuple(name for name, _ in read_folder(root).left if is_table_name(name))
    return listing


def _words(layout: Layout) -> Understood:
    return Understood(
        how=layout.how,
        looked_through=tuple(layout.looked_through),
        sides=tuple(layout.sides),
        others=tuple(layout.others),
    )


def _sides_in_use(listing: Listing) -> tuple[SideFolder, ...]:
    """Those that are as they are called, training first; not a val that holds nothing but loose pictures."""
    order = ("train", "val", "test")
    beneath = {folder.rpartition("/")[0] for folder in listing.places}
    used = {
        path for side in (listing.pictures, listing.tests) for path in {one.path.rpartition("/")[0] for one in side}
    }
    sides = (one for one in listing.understood.sides if one.side == "test" or one.path in beneath | used)
    return tuple(sorted(sides, key=lambda one: order.index(one.side)))


def _list_class(listing: Listing, folder: ClassFolder) -> None:
    if folder.side != "test":
        listing.folders.add(folder.name)
    listing.places[folder.path] = folder.name
    for path in _pictures_beneath(listing, folder.path):
        listing.add(Found(path, folder.name, folder.side))


def _list_flat_sides(listing: Listing, layout: Layout) -> None:
    """Sides whose pictures lie in no class folder: with a table of their labels they are understood all the same."""
    for flat in layout.flat:
        paths = [below(flat.path, name) for name in _readable(listing, flat.path).pictures]
        labels = labels_beside(listing.root, flat.path, listing.folders)
        if flat.side == "test" and not labels:
            for path in paths:
                listing.ignore(TEST, path)
        elif labels:
            _list_labelled(listing, flat.side, paths, labels)
        else:
            _complain_of_flat(listing, flat.path, flat.side, paths)


def _list_labelled(listing: Listing, side: GivenSide, paths: list[str], labels: dict[str, str]) -> None:
    for path in paths:
        label = labels.get(path.rpartition("/")[2])
        if label is None:
            listing.ignore(NO_CLASS, path)
        else:
            listing.add(Found(path, label, side))


def _complain_of_flat(listing: Listing, folder: str, side: GivenSide, paths: list[str]) -> None:
    name = one_line(folder)
    if side == "train":
        fault = counted(
            len(paths),
            "The folder {folder} holds {count:,} picture and no class folders, so nobody can tell its class: choose "
            "the table that names it instead, or sort it into a folder for its class.",
            "The folder {folder} holds {count:,} pictures and no class folders, so nobody can tell their classes: "
            "choose the table that names them instead, or sort them into one folder for each class.",
            folder=name,
        )
        listing.faults.append(fault)
        return
    for path in paths:
        listing.ignore(NO_CLASS_ON_SIDE, path)
    summary = counted(
        len(paths),
        "The validation folder {folder} holds {count:,} picture in no class folder: it is left alone.",
        "The validation folder {folder} holds {count:,} pictures in no class folder: they are left alone.",
        folder=name,
    )
    hint = Sentence(
        "Sort them into one folder for each class, as in the training folder, and they are used. "
        "Until then a share of the training pictures validates."
    )
    listing.findings.append(Finding("split", "warning", summary, hint))


def _list_the_rest(listing: Listing, layout: Layout) -> None:
    for folder in layout.beside:
        listing.ignore(BESIDE, folder)
    for folder in layout.copies:
        listing.ignore(COPY, folder)
    flat = {side.path for side in layout.flat}
    sides = {side.path for side in layout.sides}
    above = {"", layout.top, *layout.looked_through, *sides}
    for path in sorted(above):
        found = _readable(listing, path)
        for name, reason in found.left:
            listing.ignore(reason, below(path, name))
        for name in found.pictures if path not in flat else ():
            listing.ignore(NO_CLASS, below(path, name))
    _complain_of_dead_classes(listing)


def _complain_of_dead_classes(listing: Listing) -> None:
    dead = next((one for one in listing.ignored if one.reason == DEAD_LINK), None)
    if dead:
        summary = counted(
            dead.count,
            "{count:,} link leads nowhere, so what lay behind is left out: {names}.",
            "{count:,} links lead nowhere, so what lay behind is left out: {names}.",
            names=", ".join(dead.examples[:3]),
        )
        listing.findings.append(Finding("links", "warning", summary, Sentence("Mend the links, or delete them.")))


def _pictures_beneath(listing: Listing, folder: str) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        if not _is_new(listing.root / current, seen):
            continue
        found = _readable(listing, current)
        waiting += [below(current, name) for name in found.folders]
        for name, reason in found.left:
            listing.ignore(reason, below(current, name))
        yield from (below(current, name) for name in found.pictures)


def _is_new(folder: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return True
    identity = (status.st_dev, status.st_ino)
    is_new = identity not in seen
    seen.add(identity)
    return is_new


def _readable(listing: Listing, folder: str) -> Folder:
    try:
        return read_folder(listing.root / folder)
    except OSError:
        listing.ignore(UNREADABLE_FOLDER, folder)
        return Folder()
