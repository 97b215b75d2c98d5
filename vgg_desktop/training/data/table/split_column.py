"""The columns of a table that say on which side of the split a picture stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.reading import GivenSide
from vgg_desktop.training.data.sides import side_of
from vgg_desktop.training.data.table.columns import Columns, plain

_WORDS = (
    "split set subset partition phase usage stage mode datasplit datasetsplit splitname splittype traintest trainval"
    " trainvaltest purpose settype datasettype setname 분할 구분 partitie aufteilung ensemble particion"
)
_FOLDS = "fold folds kfold cvfold foldid foldno foldnumber cv crossvalidationfold"
_WORD_NAMES, _FOLD_NAMES = _WORDS.split(), _FOLDS.split()
_FLAG_NAMES: Mapping[str, GivenSide] = {
    **dict.fromkeys(("isvalid", "isval", "isvalidation", "isdev", "iseval"), "val"),
    **dict.fromkeys(("istest", "istesting", "isholdout"), "test"),
    **dict.fromkeys(("istrain", "istraining"), "train"),
}
_WEAK_FLAG_NAMES: Mapping[str, GivenSide] = {
    **dict.fromkeys(("valid", "val", "validation"), "val"),
    **dict.fromkeys(("test", "testing"), "test"),
    **dict.fromkeys(("train", "training"), "train"),
}
SPLIT_NAMES = frozenset((*_WORD_NAMES, *_FOLD_NAMES, *_FLAG_NAMES))
_YES, _NO = "1 1.0 true t yes y wahr ja vrai oui 예 참", "0 0.0 false f no n falsch nein faux non 아니요 거짓"
_TRUE, _FALSE = frozenset(_YES.split()), frozenset(("", *_NO.split()))
# Source: CelebA's list_eval_partition.txt.
_NUMBERED: dict[str, GivenSide] = {"0": "train", "1": "val", "2": "test"}


@dataclass(frozen=True, slots=True)
class SplitColumn:
    """`kind` says how cells are read; `flags` are columns of yes and no, each for one side; of several `folds` one
    validates, "" where nothing says which.
    """

    kind: Literal["none", "words", "numbers", "fold", "flags"]
    position: int = 0
    val_fold: str = ""
    folds: tuple[str, ...] = ()
    flags: dict[int, GivenSide] = field(default_factory=dict)

    @property
    def positions(self) -> tuple[int, ...]:
        return tuple(self.flags) if self.kind == "flags" else () if self.kind == "none" else (self.position,)

    def side(self, row: Sequence[str]) -> GivenSide | Literal["unknown"] | None:
        """None where the row does not say."""
        cell = row[self.position] if self.position < len(row) else ""
        match self.kind:
            case "none":
                return None
            case "flags":
                return self._flagged(row)
            case _ if not cell:
                return None
            case "fold":
                return "val" if cell == self.val_fold else "train"
            case "numbers":
                return _NUMBERED.get(cell, "unknown")
            case "words":
                side = side_of(cell)
                return "unknown" if side in (None, "extra") else side

    def _flagged(self, row: Sequence[str]) -> GivenSide | Literal["unknown"]:
        raised: dict[GivenSide, bool] = {}
        for place, side in self.flags.items():
            cell = row[place].casefold() if place < len(row) else ""
            if cell not in _TRUE | _FALSE:
                return "unknown"
            raised[side] = cell in _TRUE
        if raised.get("test"):
            return "test"
        return "val" if raised.get("val", not raised.get("train", True)) else "train"


def find_split_column(body: Sequence[Sequence[str]], columns: Columns, val_fold: str) -> SplitColumn:
    """Raises: AppError when a fold was asked for that is not there."""
    width = max(map(len, body), default=0)
    free = [place for place in range(width) if place not in (columns.path, columns.label, *columns.one_hot)]
    if not columns.heading:
        return SplitColumn("words", free[0]) if free else SplitColumn("none")
    names = {place: plain(columns.heading[place]) for place in free if place < len(columns.heading)}
    folds = _named(names, _FOLD_NAMES)
    if val_fold:
        return _fold(body, columns, folds or _named(names, _WORD_NAMES), val_fold)
    for place in _named(names, _WORD_NAMES) + folds:
        return _told(body, place, names[place])
    flags: dict[int, GivenSide] = {}
    for place, name in names.items():
        if name in _FLAG_NAMES:
            flags[place] = _FLAG_NAMES[name]
        elif name in _WEAK_FLAG_NAMES and _cells(body, place) <= _TRUE | _FALSE:
            flags[place] = _WEAK_FLAG_NAMES[name]
    if flags:
        return SplitColumn("flags", flags=flags)
    told = [place for place in free if _are_sides(_cells(body, place))]
    return SplitColumn("words", told[0]) if told else SplitColumn("none")


def _told(body: Sequence[Sequence[str]], place: int, name: str) -> SplitColumn:
    cells = _cells(body, place) - {""}
    if name == "partition" and cells <= set(_NUMBERED):
        return SplitColumn("numbers", place)
    if name in _FOLD_NAMES and not _are_sides(cells):
        return SplitColumn("fold", place, folds=_sorted(cells))
    return SplitColumn("words", place)


def _fold(body: Sequence[Sequence[str]], columns: Columns, places: Sequence[int], val_fold: str) -> SplitColumn:
    if not places:
        raise AppError("The table has no column of folds.", "Call it fold in the first line.")
    cells = _cells(body, places[0]) - {""}
    if val_fold.casefold() not in cells:
        raise AppError(
            "The column {column} has no fold {fold}; it has {folds}.",
            column=one_line(columns.heading[places[0]]),
            fold=one_line(val_fold),
            folds=folds_text(_sorted(cells)),
        )
    spelled = next(row[places[0]] for row in body if row[places[0]].casefold() == val_fold.casefold())
    return SplitColumn("fold", places[0], spelled, _sorted(cells))


def folds_text(folds: Sequence[str]) -> str:
    """The first few of them."""
    return ", ".join(one_line(fold) for fold in folds[:5]) + (" …" if len(folds) > 5 else "")


def _named(names: dict[int, str], wanted: Sequence[str]) -> list[int]:
    return sorted((place for place, name in names.items() if name in wanted), key=lambda one: wanted.index(names[one]))


def _are_sides(cells: set[str]) -> bool:
    told = cells - {""}
    return bool(told) and all(side_of(cell) in ("train", "val", "test") for cell in told)


def _cells(body: Sequence[Sequence[str]], place: int) -> set[str]:
    return {row[place].casefold() if place < len(row) else "" for row in body}


def _sorted(cells: set[str]) -> tuple[str, ...]:
    return tuple(sorted(cells, key=lambda cell: (len(cell), cell)))
