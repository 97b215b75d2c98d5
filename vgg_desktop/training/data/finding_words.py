"""Pieces of the sentences in a dataset report."""

from collections.abc import Sequence, Sized

from vgg_desktop.core.dataset_report import Finding, FindingKind
from vgg_desktop.core.display import one_line
from vgg_desktop.core.sentence import Sentence, counted

_MOST_NAMED = 3


def warning(kind: FindingKind, summary: Sentence, hint: str) -> Finding:
    """Something to mend before a run."""
    return Finding(kind, "warning", summary, Sentence(hint))


def note(kind: FindingKind, summary: Sentence, hint: str = "") -> Finding:
    """Something to know."""
    return Finding(kind, "note", summary, Sentence(hint))


def pictures(things: Sized) -> Sentence:
    """ "3 pictures"."""
    return counted(len(things), "{count:,} picture", "{count:,} pictures")


def folders(things: Sized) -> Sentence:
    """ "3 folders"."""
    return counted(len(things), "{count:,} folder", "{count:,} folders")


def named(names: Sequence[str]) -> Sentence:
    """The first few names, and how many more there are."""
    shown = ", ".join(one_line(name) for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return Sentence("{names} and {more:,} more" if more > 0 else "{names}", names=shown, more=more)
