"""Brings the translation files up to date with the code, compiles them, and names what has no translation yet.

    python .ci/translations.py

`vgg_desktop_*.ts` are the texts of the window, taken from every `tr()` and `translate()`, and, as the context
"sentences", what the layers below it say: every text of an AppError or a Sentence. The English file holds plural forms
only. `labels_ko.ts` are the names of ImageNet-1k's classes, today's and torchvision's, and of the kinds above them,
written by hand.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
GUI = ROOT / "vgg_desktop" / "gui"
TRANSLATIONS = ROOT / "assets" / "translations"
SPEAKING_LAYERS = ("core", "pictures", "engine", "training", "services")
_LEAST_WORDS = 3
_SPEAKING_CALLS = ("AppError", "Sentence", "counted")
_SILENT_CALLS = ("_log.",)
_FIELD = "_field"


def main() -> int:
    update(TRANSLATIONS)
    for name in ("vgg_desktop_en", "vgg_desktop_ko", "labels_ko"):
        _run_tool("lrelease", "-silent", TRANSLATIONS / f"{name}.ts", "-qm", TRANSLATIONS / f"{name}.qm")
    missing = [f"{path.name}: {source}" for path in sorted(TRANSLATIONS.glob("*.ts")) for source in unfinished(path)]
    sys.stdout.writelines(f"{line}\n" for line in missing)
    return 1 if missing else 0


def update(folder: Path) -> None:
    """Extract anew into the files of `folder`, keeping what is translated and dropping what is gone."""
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch) / "listing.py"
        listing.write_text(_listing(_window_texts()), encoding="utf-8")
        _update_window(folder, listing)


@dataclass(frozen=True, order=True)
class Text:
    """One text of the window; `is_counted` ones have plural forms."""

    context: str
    source: str
    comment: str = ""
    is_counted: bool = False


def _window_texts() -> list[Text]:
    texts: set[Text] = set()
    for path in GUI.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        texts.update(_texts_of(tree, "", constants))
    texts |= {Text("sentences", sentence) for sentence in sentences()}
    return sorted(texts | {Text("Recipe", text) for text in _recipe_texts()})


def _recipe_texts() -> Iterator[str]:
    """Title, help, group and unit of each field of a recipe, as it is declared."""
    tree = ast.parse((ROOT / "vgg_desktop" / "core" / "recipe" / "recipe.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.args[0] if node.args else node).endswith("field"):
            yield from (text for keyword in node.keywords for text in _literals(keyword.value, {}))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(_FIELD):
            named = [keyword.value for keyword in node.keywords if keyword.arg == "unit"]
            yield from (text for argument in (*node.args, *named) for text in _literals(argument, {}))


def _texts_of(node: ast.AST, context: str, constants: dict[str, ast.expr]) -> Iterator[Text]:
    """What `tr()`, `translate()` and QT_TRANSLATE_NOOP() name below `node`, also within f-strings and conditions."""
    for child in ast.iter_child_nodes(node):
        yield from _texts_of(child, child.name if isinstance(child, ast.ClassDef) else context, constants)
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    arguments = [[context], *(_literals(argument, constants) for argument in node.args)]
    if name in ("translate", "QT_TRANSLATE_NOOP"):
        arguments = arguments[1:]
    elif name not in ("tr", "QT_TR_NOOP"):
        return
    if len(arguments) < 2 or not arguments[0]:
        return
    comment = arguments[2][0] if len(arguments) > 2 and arguments[2] else ""
    is_counted = len(arguments) > 3 or any(keyword.arg == "n" for keyword in node.keywords)
    yield from (Text(arguments[0][0], source, comment, is_counted) for source in arguments[1])


def _literals(node: ast.expr, constants: dict[str, ast.expr]) -> list[str]:
    """The texts that an argument may be: one, both of a condition, or none that can be told."""
    if isinstance(node, ast.Name):
        node = constants.get(node.id, node)
    if isinstance(node, ast.IfExp):
        return _literals(node.body, constants) + _literals(node.orelse, constants)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _listing(texts: list[Text]) -> str:
    """The same as a program for lupdate, which in Python knows neither f-strings nor plurals of `translate()`."""
    lines = []
    for text in texts:
        words = f"{json.dumps(text.source, ensure_ascii=False)}, {json.dumps(text.comment, ensure_ascii=False)}"
        lines += [f"class {text.context}:", f"    def _(self, n): self.tr({words}{', n' if text.is_counted else ''})"]
    return "\n".join(lines)


def _update_window(folder: Path, listing: Path) -> None:
    common = ("-locations", "none", "-no-obsolete", "-silent")
    korean, english = folder / "vgg_desktop_ko.ts", folder / "vgg_desktop_en.ts"
    _run_tool("lupdate", listing, *common, "-target-language", "ko_KR", "-ts", korean)
    _run_tool("lupdate", listing, *common, "-target-language", "en_US", "-pluralonly", "-ts", english)


def unfinished(path: Path) -> list[str]:
    """The source texts of a .ts file that lack a translation, or one of its plural forms."""
    messages = ET.parse(path).getroot().iter("message")
    return [message.findtext("source") or "" for message in messages if not _is_finished(message)]


def sentences() -> set[str]:
    """What the layers below the window say; of the window only what it puts into an error of theirs."""
    found: set[str] = set()
    for layer in (*SPEAKING_LAYERS, "gui"):
        for path in (ROOT / "vgg_desktop" / layer).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found.update(_texts_of_calls(tree))
            if layer != "gui":
                found.update(_sentences_of(tree))
    return found


def _texts_of_calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _SPEAKING_CALLS:
            texts = [text for argument in node.args for text in _literals(argument, {})]
            yield from (text for text in texts if any(map(str.isalpha, re.sub(r"\{.*?\}", "", text))))


def _sentences_of(tree: ast.Module) -> Iterator[str]:
    """Also those that reach such a call by a name."""
    silent = {id(node) for node in _silent_texts(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in silent and _is_sentence(node.value):
            yield node.value


def _silent_texts(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, what only the log says, and the pieces of an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from node.values
        elif isinstance(node, ast.Call) and _is_silent(ast.unparse(node.func)):
            yield from node.args


def _is_silent(function: str) -> bool:
    # The words of a recipe's fields have a context of their own.
    return function.startswith(_SILENT_CALLS) or function.endswith(_FIELD)


def _is_sentence(text: object) -> bool:
    if not isinstance(text, str) or not text or "\n" in text:
        return False
    return (text[0].isupper() or text[0] == "{") and text[-1] in ".!?" and len(text.split()) >= _LEAST_WORDS


def _is_finished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform")
    return all(form.text for form in forms) if forms else bool(translation.text)


def _run_tool(name: str, *arguments: object) -> None:
    """Qt's own tools, as PySide6-Essentials carries them."""
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = Path(PySide6.__file__).parent / f"{name}{suffix}"
    subprocess.run([tool, *map(str, arguments)], check=True)


if __name__ == "__main__":
    sys.exit(main())
