"""JSON and TOML are read in one place, which knows every way in which they can be damaged."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "vgg_desktop" / "core" / "files" / "records.py"
READING = re.compile(r"\b(json|toml)\.decode\(|\bjson\.loads?\(|\btomllib\b|\bjson\.Decoder\(")


def test_json_and_toml_are_read_by_core_files_records_alone() -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "vgg_desktop").rglob("*.py")
        if READING.search(path.read_text(encoding="utf-8"))
    }
    assert found == {str(HOME.relative_to(ROOT))}
