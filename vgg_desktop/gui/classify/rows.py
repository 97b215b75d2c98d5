"""The pictures of a list and their results, and which of them are shown in which order. No Qt here.

Plain lists on purpose: sorting 100,000 scores takes 30 ms, and numpy would cost 150 ms at the start of every window.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from vgg_desktop.core.prediction import PathResult


class State(StrEnum):
    """What became of a picture."""

    WAITING = "waiting"
    ANSWERED = "answered"
    UNSURE = "unsure"
    DAMAGED = "damaged"
    FAILED = "failed"


class SortKey(StrEnum):
    """What the rows are sorted by; the value is what the settings file holds."""

    FILE = "file"
    LABEL = "label"
    SCORE = "score"
    STATE = "state"


_STATE_ORDER = {state: position for position, state in enumerate(State)}


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows are shown and in which order; scores are fractions, both ends included."""

    sort: SortKey = SortKey.FILE
    is_descending: bool = False
    label: str = ""
    score_at_least: float | None = None
    score_at_most: float | None = None
    state: State | None = None

    @property
    def is_filtering(self) -> bool:
        return bool(self.label or self.state) or self.score_at_least is not None or self.score_at_most is not None

    @property
    def depends_on_results(self) -> bool:
        """True if a new result may change which rows are shown, or where."""
        return self.is_filtering or self.sort is not SortKey.FILE


def sorting_text(query: Query) -> str:
    """How `query` sorts, for the settings file: "score", or "score down" from the largest."""
    return f"{query.sort.value} down" if query.is_descending else query.sort.value


def sorting_query(text: str) -> Query:
    """A query that sorts as `sorting_text` says; anything else sorts by file."""
    word, _, direction = text.partition(" ")
    if word not in set(SortKey):
        return Query()
    return Query(SortKey(word), direction == "down")


class Rows:
    """Paths in the order in which they were found, each once, and the results as they come.

    `naming` turns a label's name into what is shown: that is what a person filters and sorts by.
    """

    def __init__(self, naming: Callable[[str], str] = str) -> None:
        self._naming = cache(naming)
        self.paths: list[Path] = []
        self.results: list[PathResult | None] = []
        self._places: dict[Path, int] = {}
        self.answered_count = 0
        self.failed_count = 0

    def __len__(self) -> int:
        return len(self.paths)

    def new_paths(self, paths: Iterable[Path]) -> list[Path]:
        """Those of `paths` that are not there yet, each once."""
        return [path for path in dict.fromkeys(paths) if path not in self._places]

    def append(self, paths: Sequence[Path]) -> None:
        """Add paths that `new_paths` has returned."""
        self._places.update(zip(paths, range(len(self.paths), len(self.paths) + len(paths)), strict=True))
        self.paths.extend(paths)
        self.results.extend([None] * len(paths))

    def place_of(self, path: Path) -> int | None:
        """Where `path` stands in the order of finding."""
        return self._places.get(path)

    def take(self, results: Iterable[PathResult]) -> list[int]:
        """Keep `results` and return the places they belong to; those of other paths are passed over."""
        touched = []
        for result in results:
            place = self._places.get(result.path)
            if place is None:
                continue
            self._count(self.results[place], -1)
            self._count(result, 1)
            self.results[place] = result
            touched.append(place)
        return touched

    def forget_results(self) -> None:
        """Every picture waits again."""
        self.results = [None] * len(self.paths)
        self.answered_count = self.failed_count = 0

    def waiting(self) -> list[Path]:
        """The paths without a result."""
        return [path for path, result in zip(self.paths, self.results, strict=True) if result is None]

    def labels(self) -> list[str]:
        """The names of the best labels so far, sorted."""
        names = {result.prediction.best.label.name for result in self.results if result and result.prediction}
        return sorted(map(self._naming, names), key=str.casefold)

    def arranged(self, query: Query) -> Sequence[int]:
        """The places that `query` shows, in its order; rows that have no such value come last either way."""
        places: Sequence[int] = range(len(self.paths))
        if query.is_filtering:
            is_shown = self._predicate(query)
            results = self.results
            places = [place for place in places if is_shown(results[place])]
        if query.sort is SortKey.FILE:
            return places[::-1] if query.is_descending else places
        return self._sorted(places, query)

    def _sorted(self, places: Sequence[int], query: Query) -> list[int]:
        values = {SortKey.LABEL: self._label, SortKey.SCORE: _score, SortKey.STATE: _state}[query.sort]
        keys = [values(result) for result in self.results]
        known = [place for place in places if keys[place] is not None]
        unknown = [place for place in places if keys[place] is None]
        return sorted(known, key=keys.__getitem__, reverse=query.is_descending) + unknown

    def _label(self, result: PathResult | None) -> str | None:
        return self._naming(result.prediction.best.label.name).casefold() if result and result.prediction else None

    def _predicate(self, query: Query) -> Callable[[PathResult | None], bool]:
        wanted = query.label.casefold()
        lowest = -1.0 if query.score_at_least is None else query.score_at_least
        highest = 2.0 if query.score_at_most is None else query.score_at_most
        needs_answer = bool(wanted) or lowest >= 0 or highest <= 1

        def is_shown(result: PathResult | None) -> bool:
            if query.state is not None and state_of(result) is not query.state:
                return False
            if not needs_answer:
                return True
            if result is None or result.prediction is None:
                return False
            best = result.prediction.best
            return lowest <= best.score <= highest and wanted in self._naming(best.label.name).casefold()

        return is_shown

    def _count(self, result: PathResult | None, step: int) -> None:
        if result is not None:
            self.answered_count += step
            self.failed_count += step if result.error else 0


def state_of(result: PathResult | None) -> State:
    """What became of the picture with this result."""
    if result is None:
        return State.WAITING
    if result.prediction is None:
        return State.FAILED
    if result.prediction.damaged:
        return State.DAMAGED
    return State.UNSURE if result.prediction.sure is False else State.ANSWERED


def _score(result: PathResult | None) -> float | None:
    return result.prediction.best.score if result and result.prediction else None


def _state(result: PathResult | None) -> int:
    return _STATE_ORDER[state_of(result)]
