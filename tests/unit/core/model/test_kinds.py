"""Every class of ImageNet is of one everyday kind, and kinds are said as a person would."""

import csv
import sys
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.core.model.kinds import kind_names, kind_phrase, kind_table, kinds_of, with_article
from vgg_desktop.core.model.labels import Label, read_labels_tsv

ROOT = Path(__file__).resolve().parents[4]
IMAGENET = tuple(read_labels_tsv(assets_dir() / "imagenet_labels.tsv"))


def kind_of(name: str) -> str:
    kinds = kinds_of(IMAGENET)
    assert kinds
    return next(kind for label, kind in zip(IMAGENET, kinds, strict=True) if label.name == name)


def test_each_of_imagenets_classes_is_of_one_of_20_to_60_kinds():
    kinds = kinds_of(IMAGENET)
    assert kinds
    assert len(kinds) == 1000
    assert set(kinds) == set(kind_names())
    assert 20 <= len(kind_names()) <= 60


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Airedale", "dog"),
        ("timber wolf", "wolf, fox or wild dog"),
        ("Persian cat", "cat"),
        ("tiger", "big cat"),
        ("ring-tailed lemur", "primate"),
        ("crane (bird)", "bird"),
        ("crane (machine)", "truck, bus or tractor"),
        ("triceratops", "reptile"),
        ("espresso", "drink"),
        ("cup", "cup, bottle or jug"),
        ("pizza", "food"),
        ("electric guitar", "musical instrument"),
        ("military uniform", "clothing"),
        ("volcano", "landscape"),
        ("website", "computer or phone"),
    ],
)
def test_a_class_is_of_the_kind_that_people_would_say(name: str, kind: str):
    assert kind_of(name) == kind


def test_a_model_whose_classes_are_nodes_of_the_tree_has_kinds_also_those_that_imagenet_does_not_have():
    things = [Label("n02094931", "toy Manchester"), Label("n02419796", "antelope"), Label("n00007846", "person")]
    assert kinds_of(things) == ("dog", "hoofed animal", "person")
    assert kinds_of([Label("n00021939", "artifact"), *things]) is None
    assert kinds_of([Label("n02084071", "dog"), Label("n02121808", "cat"), Label("n02096051", "Airedale")]) == (
        "dog",
        "cat",
        "dog",
    )


def test_a_model_with_classes_of_its_own_has_no_kinds_not_even_for_one_that_sounds_alike():
    assert kinds_of([Label("cat", "cat"), Label("dog", "dog")]) is None
    assert kinds_of([Label("n02096051", "Airedale"), Label("rex", "my dog")]) is None
    assert kinds_of(()) is None


def test_the_thousand_classes_are_known_by_their_names_too():
    by_name = [
        Label(str(place), label.aliases[0] if label.aliases else label.name) for place, label in enumerate(IMAGENET)
    ]
    assert kinds_of(by_name) == kinds_of(IMAGENET)
    assert kinds_of([*by_name[:999], Label("999", "my own class")]) is None
    assert kinds_of([*by_name[1:], by_name[0]]) is None
    assert kinds_of(by_name[:10]) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dog", "a dog"),
        ("Airedale", "an Airedale"),
        ("hourglass", "an hourglass"),
        ("unicycle", "a unicycle"),
        ("European fire salamander", "a European fire salamander"),
        ("umbrella", "an umbrella"),
        ("one-piece swimsuit", "a one-piece swimsuit"),
        ("iPod", "an iPod"),
        ("toilet paper", "toilet paper"),
        ("Red Wine", "Red Wine"),
        ("", ""),
    ],
)
def test_a_name_gets_the_article_that_it_is_spoken_with(name: str, said: str):
    assert with_article(name) == said


def test_what_is_sure_is_said_before_the_guess():
    assert kind_phrase("dog", "Airedale") == "a dog, perhaps an Airedale"
    assert kind_phrase("clothing", "jeans") == "clothing, perhaps jeans"
    assert kind_phrase("mushroom", "mushroom") == "a mushroom"


@pytest.fixture
def tree() -> ModuleType:
    spec = util.spec_from_file_location("tree", ROOT / "weights" / "labels" / "tree.py")
    assert spec
    assert spec.loader
    module = util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


WORDNET = """  1 This software and database is being provided to you, the LICENSEE, by
00000001 05 n 01 animal 0 000 | a living thing
00000002 05 n 02 dog 0 domestic_dog 0 001 @ 00000001 n 0000 | barks
00000003 05 n 01 toy_dog 0 002 @ 00000002 n 0000 ~ 00000004 n 0000 | small
00000004 05 n 01 pug 0 001 @ 00000003 n 0000 | smaller
00000005 05 n 01 toy 0 001 @ 00000001 n 0000 | for children
00000006 05 n 01 dog_toy 0 002 @ 00000002 n 0000 @i 00000005 n 0000 | for dogs
"""


def test_the_nearest_part_of_wordnets_tree_decides(tree: ModuleType, tmp_path: Path):
    (tmp_path / "data.noun").write_text(WORDNET)
    nouns = tree.read_tree(tmp_path / "data.noun")
    assert nouns["n00000003"] == ("toy dog", ("n00000002",), False)
    parts = {"n00000002": "dog", "n00000001": "animal"}
    assert tree.kinds_above("n00000004", nouns, parts) == {"dog"}
    assert tree.kinds_above("n00000005", nouns, parts) == {"animal"}
    assert tree.kinds_above("n00000004", nouns, {}) == set()


def test_a_noun_as_near_to_one_kind_as_to_another_is_of_no_clear_kind(tree: ModuleType, tmp_path: Path):
    (tmp_path / "data.noun").write_text(WORDNET)
    nouns = tree.read_tree(tmp_path / "data.noun")
    assert tree.kinds_above("n00000006", nouns, {"n00000002": "dog", "n00000005": "toy"}) == {"dog", "toy"}
    assert nouns["n00000006"].is_name


def test_the_table_holds_every_part_that_the_kinds_were_made_of():
    text = (ROOT / "weights" / "labels" / "kinds.tsv").read_text(encoding="utf-8")
    parts = {row["wnid"]: row["kind"] for row in csv.DictReader(text.splitlines(), delimiter="\t")}
    assert set(parts.items()) <= set(kind_table().items())
