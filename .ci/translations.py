"""Brings the translation files up to date with the code, compiles them, and names what has no translation yet.

    python .ci/translations.py

`vgg_desktop_*.ts` are the texts of the window, taken from every `tr()` and `translate()`; the English one holds plural
forms only. `sentences_ko.ts` are the sentences that the layers below the window speak, such as an AppError's; the
window reads this file itself (`gui/sentences.py`), and with it its second context, written by hand: "fragments" that
are filled into sentences. `labels_ko.ts` are the names of the built-in model's classes, written by hand.
"""

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
GUI = ROOT / "vgg_desktop" / "gui"
TRANSLATIONS = ROOT / "assets" / "translations"
SPEAKING_LAYERS = ("core", "pictures", "engine", "training", "services")
_LEAST_WORDS = 3
# The window's form has words of its own for the fields of a recipe.
_SILENT_CALLS = ("_log.", "_field")


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
        _update_window(folder, [_readable(path, Path(scratch)) for path in sorted(GUI.rglob("*.py"))])
    _update_sentences(folder / "sentences_ko.ts")


def _readable(path: Path, scratch: Path) -> Path:
    """A copy for lupdate, which knows a context only as a literal in the call, and plural forms only of `tr()`."""
    text = path.read_text(encoding="utf-8")
    named = re.search(r'^_CONTEXT = (".*")$', text, re.MULTILINE)
    if named:
        text = text.replace("translate(_CONTEXT,", f"translate({named[1]},")
    counted = re.findall(r'translate\("(\w+)", ("[^"\n]*%n[^"\n]*"), "", ', text)
    text = re.sub(r'translate\((?="\w+", "[^"\n]*%n)', "counted(", text)
    text += "".join(f'class {context}:\n    def _(self, n): self.tr({words}, "", n)\n' for context, words in counted)
    copy = scratch / path.relative_to(GUI)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(text, encoding="utf-8")
    return copy


def _update_window(folder: Path, code: list[Path]) -> None:
    common = ("-locations", "none", "-no-obsolete", "-silent")
    korean, english = folder / "vgg_desktop_ko.ts", folder / "vgg_desktop_en.ts"
    _run_tool("lupdate", *code, *common, "-target-language", "ko_KR", "-ts", korean)
    _run_tool("lupdate", *code, *common, "-target-language", "en_US", "-pluralonly", "-ts", english)


def unfinished(path: Path) -> list[str]:
    """The source texts of a .ts file that lack a translation, or one of its plural forms."""
    messages = ET.parse(path).getroot().iter("message")
    return [message.findtext("source") or "" for message in messages if not _is_finished(message)]


def sentences() -> list[str]:
    """Every sentence in the code below the window, with {} for what is filled in."""
    found = set()
    for layer in SPEAKING_LAYERS:
        for path in (ROOT / "vgg_desktop" / layer).rglob("*.py"):
            found.update(_sentences_of(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def _sentences_of(tree: ast.Module) -> Iterator[str]:
    silent = {id(node) for node in _silent_texts(tree)}
    for node in ast.walk(tree):
        text = _template(node) if id(node) not in silent else None
        if text and _is_sentence(text):
            yield text


def _silent_texts(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, what only the log or the shell says, and the pieces of an f-string that is taken as a whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from node.values
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith(_SILENT_CALLS):
            yield from node.args


def _template(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _is_sentence(text: str) -> bool:
    starts_well = text[0].isupper() or text.startswith("{}")
    return starts_well and text[-1] in ".!?" and len(text.split()) >= _LEAST_WORDS and "\n" not in text


def _update_sentences(path: Path) -> None:
    root = ET.parse(path).getroot()
    context = next(context for context in root.iter("context") if context.findtext("name") == "sentences")
    messages = context.findall("message")
    known = {message.findtext("source"): message.findtext("translation") or "" for message in messages}
    for message in messages:
        context.remove(message)
    for sentence in sentences():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = sentence
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(sentence, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


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
