"""Checks the Korean names of ImageNet's classes against dictionaries, and lists what none of them confirms.

    python weights/labels/korean.py --wiktionary wn-wikt-kor.tab --emoji annotations/ --hunspell ko.dic --kiwi *.dict

The names stand in `assets/translations/labels_ko.ts`, written by hand. Written is `weights/korean-labels.md`. The
sources: the Korean words that the Open Multilingual Wordnet takes from Wiktionary (omwn/omw-data, wns/wikt), the names
of emoji in Unicode's CLDR (npm: cldr-annotations-full 48.2.0), the word lists of hunspell-ko (Debian, 0.7.92), Kiwi
(PyPI: kiwipiepy-model 0.24.0) and ko-dic (PyPI: lindera-python-ko-dic 2.2.0, which must be installed).
"""

import argparse
import csv
import json
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WIDTH = 118

Names = dict[str, set[str]]


def main() -> int:
    options = _options()
    with (ROOT / "assets" / "imagenet_labels.tsv").open(encoding="utf-8") as file:
        classes = list(csv.DictReader(file, delimiter="\t"))
    korean = _korean_names()
    meanings, emoji = _wiktionary(options.wiktionary), _emoji(options.emoji)
    known, is_compound = _words(options.hunspell, options.kiwi), _compounds()
    found: dict[str, list[str]] = {"meaning": [], "word": [], "compound": [], "none": [], "other": []}
    for row in classes:
        name = korean[row["name"]]
        also = {alias.strip().casefold() for alias in row["synonyms"].split(",")}
        same = meanings.get(row["wnid"], set()).union(*(emoji.get(alias, set()) for alias in also))
        found[_confirmation(name, same, known, is_compound)].append(f"{row['name']} {name}")
        others = sorted(word for word in meanings.get(row["wnid"], ()) if _is_hangul(word))
        if others and _plain(name) not in same:
            found["other"].append(f"{row['name']} {name} ({', '.join(others)})")
    (ROOT / "weights" / "korean-labels.md").write_text(_page(found), encoding="utf-8")
    sys.stdout.write(", ".join(f"{key} {len(names)}" for key, names in found.items()) + "\n")
    return 0


def _confirmation(name: str, same: set[str], known: set[str], is_compound: Callable[[str], bool]) -> str:
    if _plain(name) in same:
        return "meaning"
    parts = name.split()
    if _plain(name) in known or all(part in known for part in parts):
        return "word"
    return "compound" if all(part in known or is_compound(part) for part in parts) else "none"


def _korean_names() -> dict[str, str]:
    messages = ET.parse(ROOT / "assets" / "translations" / "labels_ko.ts").getroot().iter("message")
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def _wiktionary(path: Path) -> Names:
    """Korean words by WordNet id, of lines such as "02084071-n, kor:lemma, 개"."""
    names: Names = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[0].endswith("-n"):
            names.setdefault(f"n{fields[0][:8]}", set()).add(_plain(fields[2]))
    return names


def _emoji(folder: Path) -> Names:
    """Korean words by English ones, where they name the same emoji."""
    english, korean = (
        json.loads((folder / language / "annotations.json").read_text(encoding="utf-8"))["annotations"]["annotations"]
        for language in ("en", "ko")
    )
    names: Names = {}
    for sign in english.keys() & korean.keys():
        words = {_plain(word) for key in ("tts", "default") for word in korean[sign].get(key, ())}
        for name in english[sign].get("tts", ()):
            names.setdefault(name.casefold(), set()).update(words)
    return names


def _words(hunspell: Path, kiwi: Iterable[Path]) -> set[str]:
    words = {line.partition("/")[0] for line in hunspell.read_text(encoding="utf-8").splitlines()}
    for path in kiwi:
        words.update(line.partition("\t")[0] for line in path.read_text(encoding="utf-8").splitlines())
    return {unicodedata.normalize("NFC", word) for word in words}


def _compounds() -> Callable[[str], bool]:
    """Whether ko-dic takes a word for one noun, or for several that are neither single syllables nor people's names."""
    from lindera import TokenizerBuilder

    builder = TokenizerBuilder()
    builder.set_mode("normal")
    builder.set_dictionary("embedded://ko-dic")
    tokenizer = builder.build()

    def is_compound(word: str) -> bool:
        tokens = tokenizer.tokenize(word)
        are_nouns = all(not token.is_unknown and token.details[0] in {"NNG", "NNP"} for token in tokens)
        are_words = all(len(token.surface) > 1 and token.details[1] != "인명" for token in tokens)
        return are_nouns and (are_words or len(tokens) == 1)

    return is_compound


def _page(found: dict[str, list[str]]) -> str:
    counts = {key: len(names) for key, names in found.items()}
    lines = [
        "# The Korean names of the 1,000 classes",
        "",
        "Written by hand and checked by `weights/labels/korean.py`, which says where the dictionaries come from:",
        "",
        "| | names |",
        "|---|---|",
        f"| the Korean Wiktionary (by WordNet id) or Unicode's CLDR gives the class this name | {counts['meaning']} |",
        f"| every word of the name stands in a Korean word list (hunspell-ko, Kiwi) | {counts['word']} |",
        f"| every word is made of nouns that ko-dic has | {counts['compound']} |",
        f"| no source confirms it | {counts['none']} |",
        "",
        "A word list confirms that a word exists, not that it means the class. Most of the last row are breeds of dogs",
        "written as they are spoken, and animals without a common name in Korean:",
        "",
        *_wrapped(found["none"]),
        "",
        "The Wiktionary has another name, in brackets, for these; some are synonyms, some mean something else:",
        "",
        *_wrapped(found["other"]),
        "",
    ]
    return "\n".join(lines)


def _wrapped(names: list[str]) -> list[str]:
    lines, line = [], ""
    for number, name in enumerate(names, 1):
        item = name + ("." if number == len(names) else ",")
        if line and len(line) + 1 + len(item) > WIDTH:
            lines.append(line)
            line = item
        else:
            line = f"{line} {item}".strip()
    return [*lines, line]


def _is_hangul(text: str) -> bool:
    return all("가" <= letter <= "힣" for letter in text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace(" ", "")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name in ("--wiktionary", "--emoji", "--hunspell"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--kiwi", type=Path, nargs="+", required=True)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
