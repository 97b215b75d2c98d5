"""The pictures of a list and their results, and which of them are shown in which order. No Qt here.

Plain lists on purpose: sorting 100,000 scores takes 30 ms, and importing numpy would cost 150 ms at the start of every
window.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.core.model.prediction import PathResult, Prediction


class PictureState(StrEnum):
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
    KIND = "kind"
    STATE = "state"


_ORDER = {state: position for position, state in enumerate(PictureState)}
_STATES = tuple(PictureState)
_NO_LABEL, _NO_SCORE = "", -1.0


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows are shown and in which order; scores are fractions, both ends included. `label` finds kinds too."""

    sort: SortKey = SortKey.FILE
    is_descending: bool = False
    label: str = ""
    score_at_least: float | None = None
    score_at_most: float | None = None
    state: PictureState | None = None

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


class ResultList(Sequence[PathResult | None]):
    """Results kept without their paths, and put together with them when one is asked for: see `PathList`."""

    def __init__(self, paths: PathList, outcomes: list[Prediction | AppError | None]) -> None:
        self._paths = paths
        self.outcomes = outcomes

    def __len__(self) -> int:
        return len(self.outcomes)

    def __getitem__(self, place: int) -> PathResult | None:  # pyright: ignore[reportIncompatibleMethodOverride] - no slices
        outcome = self.outcomes[place]
        if outcome is None:
            return None
        if isinstance(outcome, AppError):
            return PathResult(self._paths[place], None, outcome)
        return PathResult(self._paths[place], outcome)


class Rows:
    """Paths in the order in which they were found, each once, and the results as they come.

    `naming` turns the name of a label or kind into what is shown: that is what a person filters and sorts by.
    """

    def __init__(self, naming: Callable[[str], str] = str) -> None:
        self._naming = cache(naming)
        self.paths = PathList([])
        self.results = ResultList(self.paths, [])
        # What is sorted and filtered by, one entry a picture.
        self._labels: list[str] = []
        self._kinds: list[str] = []
        self._scores: list[float] = []
        self._states: list[int] = []
        self._places: dict[str, int] = {}
        self._counts = dict.fromkeys(PictureState, 0)
        # Whether any result so far has a kind: a model with classes of its own gives none.
        self.has_kinds = False

    def __len__(self) -> int:
        return len(self.paths)

    @property
    def failed_count(self) -> int:
        return self._counts[PictureState.FAILED]

    @property
    def answered_count(self) -> int:
        """How many have a result, be it a failure."""
        return len(self.paths) - self._counts[PictureState.WAITING]

    def new_paths(self, paths: Iterable[Path]) -> PathList:
        """Those of `paths` that are not there yet, each once."""
        texts = dict.fromkeys(PathList.of(paths).texts)
        return PathList([text for text in texts if text not in self._places])

    def append(self, paths: Iterable[Path]) -> None:
        """Add paths that `new_paths` has returned."""
        texts = PathList.of(paths).texts
        first, count = len(self.paths), len(texts)
        self._places.update(zip(texts, range(first, first + count), strict=True))
        self.paths.texts.extend(texts)
        self.results.outcomes.extend([None] * count)
        self._labels.extend([_NO_LABEL] * count)
        self._kinds.extend([_NO_LABEL] * count)
        self._scores.extend([_NO_SCORE] * count)
        self._states.extend([_ORDER[PictureState.WAITING]] * count)
        self._counts[PictureState.WAITING] += count

    def place_of(self, path: Path) -> int | None:
        """Where `path` stands in the order of finding."""
        return self._places.get(str(path))

    def take(self, results: Iterable[PathResult]) -> list[int]:
        """Keep `results` and return the places they belong to; those of other paths are passed over."""
        touched = []
        for result in results:
            place = self._places.get(str(result.path))
            if place is None:
                continue
            self._put(place, result)
            touched.append(place)
        return touched

    def forget_results(self) -> None:
        """Every picture waits again."""
        count = len(self.paths)
        self.has_kinds = False
        self.results = ResultList(self.paths, [None] * count)
        self._labels, self._kinds, self._scores = [_NO_LABEL] * count, [_NO_LABEL] * count, [_NO_SCORE] * count
        self._states = [_ORDER[PictureState.WAITING]] * count
        self._counts = dict.fromkeys(PictureState, 0) | {PictureState.WAITING: count}

    def waiting(self) -> PathList:
        """The paths without a result."""
        pairs = zip(self.paths.texts, self.results.outcomes, strict=True)
        return PathList([text for text, outcome in pairs if outcome is None])

    def answered(self, places: Sequence[int]) -> "ResultList":
        """What is known now of these places; later results do not change it."""
        texts, outcomes = self.paths.texts, self.results.outcomes
        known = [place for place in places if outcomes[place] is not None]
        return ResultList(PathList([texts[place] for place in known]), [outcomes[place] for place in known])

    def labels(self) -> list[str]:
        """The names of the best labels and of the kinds so far, sorted."""
        answers = [outcome for outcome in self.results.outcomes if isinstance(outcome, Prediction)]
        names = {prediction.best.label.name for prediction in answers}
        names |= {prediction.kind.kind for prediction in answers if prediction.kind}
        return sorted(map(self._naming, names), key=str.casefold)

    def arranged(self, query: Query) -> Sequence[int]:
        """The places that `query` shows, in its order; rows that have no such value come last either way."""
        places = self._filtered(query) if query.is_filtering else range(len(self.paths))
        match query.sort:
            case SortKey.FILE:
                return places[::-1] if query.is_descending else places
            case SortKey.LABEL:
                return _sorted(places, self._labels, _NO_LABEL, query.is_descending)
            case SortKey.SCORE:
                return _sorted(places, self._scores, _NO_SCORE, query.is_descending)
            case SortKey.KIND:
                return _sorted(places, self._kinds, _NO_LABEL, query.is_descending)
            case SortKey.STATE:
                return sorted(places, key=self._states.__getitem__, reverse=query.is_descending)

    def _filtered(self, query: Query) -> Sequence[int]:
        places: Sequence[int] = range(len(self.paths))
        if query.state is not None:
            states, wanted = self._states, _ORDER[query.state]
            places = [place for place in places if states[place] == wanted]
        if query.label:
            labels, kinds, part = self._labels, self._kinds, query.label.casefold()
            matching = {name for name in {*labels, *kinds} if part in name} - {_NO_LABEL}
            places = [place for place in places if labels[place] in matching or kinds[place] in matching]
        if query.score_at_least is not None or query.score_at_most is not None:
            scores = self._scores
            lowest = query.score_at_least or 0.0
            highest = 1.0 if query.score_at_most is None else query.score_at_most
            places = [place for place in places if lowest <= scores[place] <= highest]
        return places

    def _put(self, place: int, result: PathResult) -> None:
        state = state_of(result)
        self._counts[_STATES[self._states[place]]] -= 1
        self._counts[state] += 1
        self.results.outcomes[place] = result.prediction or result.error
        self._states[place] = _ORDER[state]
        if result.prediction:
            best = result.prediction.best
            self._labels[place] = self._naming(best.label.name).casefold()
            self._scores[place] = min(best.score, 1.0)
            kind = result.prediction.kind
            self._kinds[place] = self._naming(kind.kind).casefold() if kind else _NO_LABEL
            self.has_kinds = self.has_kinds or kind is not None
        else:
            self._labels[place] = self._kinds[place] = _NO_LABEL
            self._scores[place] = _NO_SCORE


def state_of(result: PathResult | None) -> PictureState:
    """What became of the picture with this result."""
    if result is None:
        return PictureState.WAITING
    if result.prediction is None:
        return PictureState.FAILED
    if result.prediction.damaged:
        return PictureState.DAMAGED
    return PictureState.UNSURE if result.prediction.sure is False else PictureState.ANSWERED


def _sorted(places: Sequence[int], values: Sequence, unknown: object, is_descending: bool) -> list[int]:
    known = [place for place in places if values[place] != unknown]
    rest = [place for place in places if values[place] == unknown]
    return sorted(known, key=values.__getitem__, reverse=is_descending) + rest
