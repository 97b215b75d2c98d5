"""Files and classes stay small enough to be read in one sitting."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vgg_desktop"
MOST_LINES_A_FILE = 400
MOST_LINES_A_CLASS = 250


def test_no_file_is_longer_than_400_lines() -> None:
    long = {str(p.relative_to(ROOT)): n for p in PACKAGE.rglob("*.py") if (n := _line_count(p)) > MOST_LINES_A_FILE}
    assert not long


def test_no_class_is_longer_than_250_lines() -> None:
    long = {
        f"{path.relative_to(ROOT)}: {node.name}": length
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and (length := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_A_CLASS
    }
    assert not long


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {path.stem for path in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common", "manager"}


def _line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
