"""One public name, one thing: a class, a function or a type alias of a module is called so nowhere else."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "vgg_desktop"


def public_names(source: str) -> Iterator[str]:
    """The classes, functions and type aliases that a module defines at its top."""
    for node in ast.parse(source).body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                pass
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if is_type(value):
                pass
            case _:
                continue
        if not name.startswith("_"):
            yield name


def is_type(value: ast.expr) -> bool:
    """`Literal[...]`, `dict[str, int]`, `Step | Epoch`: what no constant is made of."""
    match value:
        case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name)):
            return (name[0].isupper() and not name.isupper()) or name in {
                "dict",
                "list",
                "tuple",
                "set",
                "frozenset",
                "type",
            }
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return all(isinstance(side, ast.Name | ast.Constant) or is_type(side) for side in (left, right))
    return False


def homes() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(ROOT.rglob("*.py")):
        for name in public_names(file.read_text(encoding="utf-8")):
            found[name].append(file.relative_to(ROOT).as_posix())
    return found


def test_a_public_name_stands_for_one_thing() -> None:
    assert {name: files for name, files in homes().items() if len(files) > 1} == {}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("class Wish: ...", ["Wish"]),
        ("def prepare(): ...", ["prepare"]),
        ("async def fetch(): ...", ["fetch"]),
        ('Wish = Literal["pause", "stop"]', ["Wish"]),
        ("Progress = Callable[[int, int], None]", ["Progress"]),
        ("Progress = collections.abc.Callable[[int], None]", ["Progress"]),
        ("Event = Step | Epoch | None", ["Event"]),
        ("Table = dict[str, int]", ["Table"]),
        ("_Kept = Literal[1]", []),
        ("FORMAT = 1\nNAMES = {'a': 1}\nT = TypeVar('T')\nFIRST = TABLE['a']", []),
        ("class Outer:\n    def inner(self): ...", ["Outer"]),
    ],
)
def test_what_counts_as_a_public_name(source: str, names: list[str]) -> None:
    assert list(public_names(source)) == names
