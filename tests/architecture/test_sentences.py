"""What a person is told keeps its template, so that the window can say it in any language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Which arguments are sentences.
SPEAKING = {"AppError": slice(0, 2), "Sentence": slice(0, 1), "counted": slice(1, 3)}


def finished_sentences(source: str) -> Iterator[str]:
    """Arguments that are put together before anything is known of their template."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
            named = [keyword.value for keyword in node.keywords if keyword.arg in ("summary", "hint")]
            first = node.args[SPEAKING[node.func.id]]
            yield from (ast.unparse(part) for part in (*first, *named) if isinstance(part, ast.JoinedStr | ast.BinOp))


def test_no_sentence_is_put_together_before_it_is_said() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in (ROOT / "vgg_desktop").rglob("*.py")
        for sentence in finished_sentences(path.read_text(encoding="utf-8"))
    }
    assert found == set(), 'Name what is filled in: AppError("{name} is damaged.", name=name)'


@pytest.mark.parametrize(
    "line",
    [
        'AppError(f"{name} is damaged.")',
        'AppError("It is damaged.", f"Get {name} again.")',
        'AppError("It is damaged.", hint=f"Get {name} again.")',
        'AppError("It is " + what)',
        'Sentence(f"{name} is damaged.")',
    ],
)
def test_a_finished_sentence_is_found(line: str) -> None:
    assert len(list(finished_sentences(line))) == 1


@pytest.mark.parametrize(
    "line",
    [
        'AppError("{name} is damaged.", detail=f"{error}", name=f"{name}.txt")',
        'AppError("It is damaged.", "", f"{error}")',
        'Sentence("{name} is damaged.", name=f"{name}.txt")',
    ],
)
def test_a_template_is_left_alone(line: str) -> None:
    assert list(finished_sentences(line)) == []
