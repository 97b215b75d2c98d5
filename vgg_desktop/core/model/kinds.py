"""Everyday kinds ("dog", "musical instrument"): what can still be said when no single label is sure.

Every class of ImageNet-1k, and most other things in WordNet's tree, are of exactly one kind (`weights/labels/tree.py`
makes the table).
"""

from collections.abc import Sequence
from functools import cache

from vgg_desktop.core.files import paths
from vgg_desktop.core.model.labels import Label, comparable, read_labels_tsv

# Kinds and classes that English counts by no number, or that stand in the plural.
_WITHOUT_ARTICLE = """
    binoculars|broccoli|carbonara|cauliflower|chain mail|chocolate sauce|clothing|consomme|corn|dark glasses|dough
    eggnog|fabric, curtain or bedding|face powder|food|furniture|guacamole|hair spray|hay|ice cream|jeans|lotion
    mashed potato|pajamas|parallel bars|perfume|rapeseed|red wine|sports or camping gear|sunglasses|sunscreen
    swimming trunks|tinted glasses|toilet paper|toilet tissue|velvet|wool
"""
# Written with a vowel and spoken with a consonant, and the other way round.
_SPOKEN_WITH_CONSONANT = ("eu", "ewe", "one-", "uni", "use", "usu", "ut")
_SPOKEN_WITH_VOWEL = ("heir", "honest", "hour")


def kinds_of(labels: Sequence[Label]) -> tuple[str, ...] | None:
    """The kind of each label; None for a model that has even one class of its own.

    A label is known by its WordNet id. The 1,000 classes of ImageNet-1k in their order are known by their names too.
    """
    table = kind_table()
    kinds = [table.get(label.id) for label in labels]
    if None in kinds and _are_imagenets(labels):
        kinds = [table[label.id] for label in _imagenet_labels()]
    return tuple(kind for kind in kinds if kind) if labels and None not in kinds else None


def kind_names() -> tuple[str, ...]:
    """Every kind there is, sorted."""
    return tuple(sorted(set(kind_table().values())))


@cache
def kind_table() -> dict[str, str]:
    """Kinds by WordNet id."""
    lines = (paths.assets_dir() / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {wnid: kind for kind, wnids in (line.split("\t") for line in lines) for wnid in wnids.split()}


def with_article(name: str) -> str:
    """An English name as it stands in a sentence: "a dog", "an Airedale", "toilet paper"."""
    word = name.casefold()
    if word in _without_article():
        return name
    is_vowel = word.startswith(_SPOKEN_WITH_VOWEL) or (
        word.startswith(("a", "e", "i", "o", "u")) and not word.startswith(_SPOKEN_WITH_CONSONANT)
    )
    return f"{'an' if is_vowel else 'a'} {name}"


def kind_phrase(kind: str, label: str) -> str:
    """What is said when the kind is sure and the label is not: "a dog, perhaps an Airedale"."""
    return with_article(kind) if label == kind else f"{with_article(kind)}, perhaps {with_article(label)}"


@cache
def _without_article() -> frozenset[str]:
    return frozenset(name.strip() for line in _WITHOUT_ARTICLE.splitlines() for name in line.split("|"))


def _are_imagenets(labels: Sequence[Label]) -> bool:
    theirs = _imagenet_labels()
    return len(labels) == len(theirs) and all(
        {comparable(label.id), comparable(label.name)} & {comparable(name) for name in (other.name, *other.aliases)}
        for label, other in zip(labels, theirs, strict=True)
    )


@cache
def _imagenet_labels() -> tuple[Label, ...]:
    return tuple(read_labels_tsv(paths.assets_dir() / "imagenet_labels.tsv"))
