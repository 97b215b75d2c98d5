"""The map shows the house as it is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
# What looks like a path: something with a slash that ends in a file's suffix or in a slash.
PATH = re.compile(r"`([\w./-]+/[\w.-]*(?:\.\w+|/))(?:::(\w+))?`")


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def place(path: str) -> Path:
    return ROOT / path if path.startswith(("tests/", "docs/", "vgg_desktop/")) else ROOT / "vgg_desktop" / path


def test_every_path_on_the_map_exists() -> None:
    named = PATH.findall(PAGE)
    assert len(named) > 100
    assert [path for path, _ in named if not place(path).exists()] == []


def test_every_room_is_drawn() -> None:
    packages = [file.parent.relative_to(ROOT / "vgg_desktop") for file in (ROOT / "vgg_desktop").rglob("__init__.py")]
    rooms = {package.name for package in packages if package.parts}
    drawn = set(re.findall(r"\w+(?=/)|^    \w+", section("The house"), re.MULTILINE))
    assert rooms - {word.strip() for word in drawn} == set()


def test_every_floor_of_a_journey_is_a_numbered_file() -> None:
    for journey in section("Journeys").split("\n### ")[1:]:
        steps = re.split(r"^\d+\. ", journey, flags=re.MULTILINE)[1:]
        assert len(steps) >= 9
        assert all(PATH.search(step) for step in steps), journey


@pytest.mark.parametrize("row", rows("To change something"), ids=lambda row: row[0])
def test_a_change_has_a_place_and_a_test_that_is_there(row: list[str]) -> None:
    _, opened, proof = row
    assert PATH.search(opened)
    tests = PATH.findall(proof)
    assert tests
    for path, name in tests:
        source = place(path).read_text(encoding="utf-8")
        assert path.startswith("tests/")
        assert f"def {name or 'test_'}" in source, f"{path} has no {name}"


def test_the_map_answers_at_least_24_questions() -> None:
    assert len(rows("To change something")) >= 24


def test_a_word_stands_once_in_the_glossary() -> None:
    words = [row[0] for row in rows("Words")]
    assert len(words) == len(set(words))
