"""Which folders are classes and which are sides of a split, told by their names and by what they have in common."""

from dataclasses import dataclass, field
from typing import Literal

from vgg_desktop.core.display import one_line
from vgg_desktop.core.reading import GivenSide, ReadAs, SideFolder
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.training.data.sides import FolderSide, is_filler, side_of, sides_of
from vgg_desktop.training.data.tree import Tree, below, common_names, name_of

_DEEPEST_WRAPPER = 8
_LEAST_IN_COMMON = 2

How = Literal["classes", "sides", "sides_inside", "subfolders"]


@dataclass(frozen=True, slots=True)
class ClassFolder:
    """`side` is None where the split is still to be made."""

    path: str
    name: str
    side: GivenSide | None = None


@dataclass(slots=True)
class Layout:
    """Everything is relative to the root. `flat` are sides whose pictures lie in no class folder; `beside` and `copies`
    are folders that are left alone; `faults` are sentences.
    """

    how: How
    top: str = ""
    looked_through: list[str] = field(default_factory=list)
    classes: list[ClassFolder] = field(default_factory=list)
    sides: list[SideFolder] = field(default_factory=list)
    flat: list[SideFolder] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    others: list[ReadAs] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)


def understand(tree: Tree, wish: ReadAs = "auto") -> Layout:
    """How a folder is meant to be read; `wish` decides where it is not "auto"."""
    top, looked_through = ("", []) if wish == "classes" else _through_wrappers(tree, "")
    layout = _layout(tree, top, wish)
    layout.top = top
    layout.looked_through = looked_through + layout.looked_through
    layout.others = ["classes", "subfolders"] if layout.faults else _others(tree, top, layout.how)
    return layout


def _layout(tree: Tree, top: str, wish: ReadAs) -> Layout:
    sides = sides_of(tree.folders(top))
    if wish == "sides" or (wish == "auto" and _are_sides(tree, top, sides)):
        return _read_sides(tree, top, sides)
    if wish == "subfolders":
        return _read_subfolders(tree, top)
    if wish == "auto" and _have_sides_inside(tree, top):
        return _read_sides_inside(tree, top)
    layout = _read_classes(tree, top, copies=_copies(tree, top) if wish == "auto" else [])
    if wish == "auto" and _is_ambiguous(tree, top, layout):
        layout.faults.append(_ambiguous(tree, top))
    return layout


def _through_wrappers(tree: Tree, start: str) -> tuple[str, list[str]]:
    """The folder that matters, and those on the way that hold nothing but the next one."""
    path, passed = start, []
    while len(passed) < _DEEPEST_WRAPPER:
        seen = tree.glimpse(path)
        if seen.has_pictures or len(seen.folders) != 1:
            break
        inner = below(path, seen.folders[0])
        if not (_is_wrapper_of_side(tree, path, inner) if start else _is_wrapper(tree, inner)):
            break
        path = inner
        passed.append(inner)
    return path, passed


def _is_wrapper(tree: Tree, inner: str) -> bool:
    return tree.has_only_folders(inner) and side_of(name_of(inner)) in (None, "extra")


def _is_wrapper_of_side(tree: Tree, path: str, inner: str) -> bool:
    """A folder that says nothing, where another could be the only class: val/images, seg_train/seg_train."""
    name = name_of(inner)
    says_nothing = is_filler(name) or name.casefold() == name_of(path).casefold() or side_of(name) is not None
    return says_nothing and (tree.has_only_folders(inner) or tree.is_flat(inner))


def _are_sides(tree: Tree, top: str, sides: dict[str, FolderSide]) -> bool:
    """Not where classes happen to be called so: a train among planes and cars."""
    folders = tree.folders(top)
    kinds = {side for side in sides.values() if side != "extra"}
    if not kinds:
        return False
    if len(sides) == len(folders) or len(kinds) > 1:
        return True
    classes = {name: tree.folders(_inner(tree, below(top, name))) for name in folders}
    named = [classes[name] for name, side in sides.items() if side != "extra"]
    others = [classes[name] for name in folders if name not in sides]
    return all(common_names([one, other]) for one in named for other in others)


def _read_sides(tree: Tree, top: str, sides: dict[str, FolderSide]) -> Layout:
    seen = tree.glimpse(top)
    layout = Layout("sides", beside=[below(top, name) for name in (*seen.folders, *seen.bare) if name not in sides])
    for name, side in sides.items():
        outer = below(top, name)
        if side == "extra":
            layout.beside.append(outer)
            continue
        inner, passed = _through_wrappers(tree, outer)
        layout.looked_through += passed
        layout.sides.append(SideFolder(inner, side))
        if tree.is_flat(inner):
            layout.flat.append(SideFolder(inner, side))
        seen = tree.glimpse(inner)
        layout.classes += [ClassFolder(below(inner, name), name, side) for name in (*seen.folders, *seen.bare)]
    return layout


def _have_sides_inside(tree: Tree, top: str) -> bool:
    """cat/train, cat/val, dog/train, dog/val: every class holds sides and nothing else."""
    folders = [below(top, name) for name in tree.folders(top)]
    inside = [tree.folders(path) for path in folders]
    return (
        len(folders) > 1
        and all(tree.has_only_folders(path) for path in folders)
        and all(len(sides_of(names)) == len(names) for names in inside)
        and len({side for names in inside for side in sides_of(names).values()} - {"extra"}) > 1
    )


def _read_sides_inside(tree: Tree, top: str) -> Layout:
    layout = Layout("sides_inside")
    for name in tree.folders(top):
        outer = below(top, name)
        for inner, side in sides_of(tree.folders(outer)).items():
            path = below(outer, inner)
            if side == "extra":
                layout.beside.append(path)
            else:
                layout.classes.append(ClassFolder(path, name, side))
    return layout


def _read_subfolders(tree: Tree, top: str) -> Layout:
    found = [(below(top, place), name) for place in tree.folders(top) for name in tree.folders(below(top, place))]
    return Layout("subfolders", classes=[ClassFolder(below(place, name), name) for place, name in found])


def _read_classes(tree: Tree, top: str, *, copies: list[str]) -> Layout:
    seen = tree.glimpse(top)
    names = [name for name in (*seen.folders, *seen.bare) if name not in copies]
    return Layout(
        "classes",
        classes=[ClassFolder(below(top, name), name) for name in names],
        copies=[below(top, name) for name in copies],
    )


def _copies(tree: Tree, top: str) -> list[str]:
    """Folders that repeat all that lie beside them: archives often hold themselves once more."""
    folders = tree.folders(top)
    beside = {name: [one for one in folders if one != name] for name in folders}
    return [
        name
        for name, others in beside.items()
        if len(others) >= _LEAST_IN_COMMON
        and len(common_names([others, tree.folders(below(top, name))])) == len(others)
    ]


def _is_ambiguous(tree: Tree, top: str, layout: Layout) -> bool:
    """Whether the folders within could be the classes as well: benign/{40x,100x}, or clinic_a/{benign,malignant}."""
    paths = [one.path for one in layout.classes if one.name in tree.folders(top)]
    if len(paths) < 2 or not all(tree.has_only_folders(path) for path in paths):
        return False
    inside = [tree.folders(path) for path in paths]
    shared = common_names(inside)
    return len(shared) >= _LEAST_IN_COMMON and all(2 * len(shared) >= len(names) for names in inside)


def _ambiguous(tree: Tree, top: str) -> Sentence:
    outer = tree.folders(top)
    inner = tree.folders(below(top, outer[0]))
    return Sentence(
        "The folders {outer} all hold folders of the same names ({inner}), so either could be the classes: say which.",
        outer=_some(outer),
        inner=_some(inner),
    )


def _others(tree: Tree, top: str, how: How) -> list[ReadAs]:
    """Readings that are possible as well."""
    folders = tree.folders(top)
    found: list[ReadAs] = []
    if how != "classes" and len(folders) > 1:
        found.append("classes")
    if how != "sides" and any(side != "extra" for side in sides_of(folders).values()):
        found.append("sides")
    if how in ("classes", "sides_inside") and any(tree.folders(below(top, name)) for name in folders):
        found.append("subfolders")
    return found


def _inner(tree: Tree, path: str) -> str:
    return _through_wrappers(tree, path)[0]


def _some(names: tuple[str, ...]) -> str:
    shown = ", ".join(one_line(name) for name in names[:3])
    return f"{shown} and {len(names) - 3:,} more" if len(names) > 3 else shown
