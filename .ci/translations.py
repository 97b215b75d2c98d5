"""Brings the translation files up to date with the code, compiles them, and names what has no translation yet.

    python .ci/translations.py

`vgg_desktop_*.ts` are the texts of the window, taken from every `tr()` and `translate()`; the English one holds plural
forms only. `sentences_ko.ts` are the sentences that the layers below the window speak, such as an AppError's; the
window reads this file itself (`gui/sentences.py`). `labels_ko.ts` are the names of the built-in model's classes,
written by hand.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "assets" / "translations"
SPEAKING_LAYERS = ("core", "pictures", "engine", "training", "services")
_LEAST_WORDS = 3


def main() -> int:
    update(TRANSLATIONS)
    for name in ("vgg_desktop_en", "vgg_desktop_ko", "labels_ko"):
        _run_tool("lrelease", "-silent", TRANSLATIONS / f"{name}.ts", "-qm", TRANSLATIONS / f"{name}.qm")
    missing = [f"{path.name}: {source}" for path in sorted(TRANSLATIONS.glob("*.ts")) for source in unfinished(path)]
    sys.stdout.writelines(f"{line}\n" for line in missing)
    return 1 if missing else 0


def update(folder: Path) -> None:
    """Extract anew into the files of `folder`, keeping what is translated and dropping what is gone."""
    code = sorted((ROOT / "vgg_desktop" / "gui").rglob("*.py"))
    common = ("-locations", "none", "-no-obsolete", "-silent")
    _run_tool("lupdate", *code, *common, "-target-language", "ko_KR", "-ts", folder / "vgg_desktop_ko.ts")
    _run_tool(
        "lupdate", *code, *common, "-pluralonly", "-target-language", "en_US", "-ts", folder / "vgg_desktop_en.ts"
    )
    _update_sentences(folder / "sentences_ko.ts")


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
    """Docstrings, what goes into the log, and the pieces of an f-string that is taken as a whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from node.values
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("_log."):
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
    known = {}
    if path.is_file():
        for message in ET.parse(path).getroot().iter("message"):
            known[message.findtext("source")] = message.findtext("translation") or ""
    root = ET.Element("TS", version="2.1", language="ko_KR")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "sentences"
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
