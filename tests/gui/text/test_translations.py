import ast
import importlib.util
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import assets_dir, builtin_model
from vgg_desktop.core.model.labels import read_labels_tsv
from vgg_desktop.core.sentence import Sentence, counted, joined
from vgg_desktop.engine.weights.bundle_header import read_info
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.text.translation import Translation, language_for

ROOT = Path(__file__).resolve().parents[3]
FOLDER = assets_dir() / "translations"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / ".ci" / "translations.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def extracted(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translation files as they would be after extracting every text of the code anew."""
    folder = tmp_path_factory.mktemp("translations")
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, folder)
    tool.update(folder)
    return folder


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    translation = Translation(qapp)
    translation.use("ko")
    yield
    translation.use("en")
    QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize("name", ["vgg_desktop_ko", "vgg_desktop_en", "labels_ko"])
def test_every_text_of_the_program_is_translated(tool: ModuleType, extracted: Path, name: str) -> None:
    missing = tool.unfinished(extracted / f"{name}.ts")
    assert missing == [], "run: python .ci/translations.py"


def test_the_file_holds_no_text_that_is_gone_from_the_code(extracted: Path) -> None:
    assert sources(FOLDER / "vgg_desktop_ko.ts") == sources(extracted / "vgg_desktop_ko.ts")


def test_texts_are_found_wherever_they_stand_in_the_code(tool: ModuleType) -> None:
    code = """
_CONTEXT = "Words"
class Page:
    def render(self, n, is_on):
        self.tr("plain")
        f"{self.tr('in an f-string')} ▸"
        self.tr("on" if is_on else "off")
        self.tr("%n file(s)", "", n)
        translate(_CONTEXT, "with a context")
        QCoreApplication.translate("Words", "%n class(es)", "", n)
"""
    found = set(tool._texts_of(ast.parse(code), "", {"_CONTEXT": ast.Constant("Words")}))
    assert found == {
        tool.Text("Page", "plain"),
        tool.Text("Page", "in an f-string"),
        tool.Text("Page", "on"),
        tool.Text("Page", "off"),
        tool.Text("Page", "%n file(s)", "", True),
        tool.Text("Words", "with a context"),
        tool.Text("Words", "%n class(es)", "", True),
    }


def test_a_text_without_translation_would_be_found(tool: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "vgg_desktop_ko.ts"
    text = (FOLDER / "vgg_desktop_ko.ts").read_text(encoding="utf-8")
    path.write_text(re.sub(r"<translation>[^<]+<", "<translation><", text, count=1), encoding="utf-8")
    assert len(tool.unfinished(path)) == 1


@pytest.mark.parametrize("name", ["vgg_desktop_ko", "vgg_desktop_en"])
def test_a_translation_keeps_what_is_filled_in(name: str) -> None:
    wrong = [
        source for source, texts in pairs(FOLDER / f"{name}.ts") if any(blanks(source) != blanks(t) for t in texts)
    ]
    assert wrong == []


def test_compiled_files_are_those_of_the_sources(qapp: QApplication, korean: None) -> None:  # noqa: ARG001
    for name in ("vgg_desktop_ko", "labels_ko"):
        root = ET.parse(FOLDER / f"{name}.ts").getroot()
        for context in root.iter("context"):
            for message in context.iter("message"):
                source, wanted = message.findtext("source"), message.findtext("translation")
                if message.get("numerus") == "yes" or not source:
                    continue
                found = QCoreApplication.translate(context.findtext("name"), source, message.findtext("comment"))
                assert found == wanted


@pytest.mark.usefixtures("korean")
def test_class_names_are_shown_in_korean() -> None:
    assert QCoreApplication.translate("labels", "golden retriever") == "골든리트리버"
    assert QCoreApplication.translate("labels", "my own class") == "my own class"


def test_every_class_of_imagenet_has_a_korean_name_of_its_own() -> None:
    korean = dict(pairs(FOLDER / "labels_ko.ts"))
    labels = read_labels_tsv(assets_dir() / "imagenet_labels.tsv")
    assert len(sources(FOLDER / "labels_ko.ts")) == len(korean)
    assert len({korean[label.name][0] for label in labels}) == 1000
    assert all(re.search("[가-힣]", korean[label.name][0]) for label in labels)


def test_every_class_of_the_builtin_model_has_a_korean_name() -> None:
    labels = read_info(builtin_model()).labels
    assert {label.name for label in labels} <= set(sources(FOLDER / "labels_ko.ts"))


@pytest.mark.usefixtures("korean")
def test_a_sentence_from_below_is_said_in_korean_with_its_names_and_numbers() -> None:
    error = AppError("This file is not a readable picture: {name}.", name="{cat} <b>.txt")
    assert spoken(error.summary) == "읽을 수 있는 사진이 아닙니다: {cat} <b>.txt."


@pytest.mark.usefixtures("korean")
def test_a_number_within_a_sentence_keeps_its_form() -> None:
    error = AppError("Training broke down at step {step:,} of epoch {epoch:,}.", step=12345, epoch=2)
    assert str(error.summary) == "Training broke down at step 12,345 of epoch 2."
    said = spoken(Sentence("The classes changed: {before:,} before, {now:,} now, or other names.", before=1200, now=3))
    assert "1,200" in said
    assert "before" not in said


@pytest.mark.usefixtures("korean")
def test_a_sentence_within_a_sentence_is_said_in_korean_too() -> None:
    pictures = counted(7, "{count:,} picture", "{count:,} pictures")
    said = spoken(Sentence("{pictures} cannot be read: {names}.", pictures=pictures, names="a.png"))
    assert said.startswith("사진 7장")
    assert spoken(joined([Sentence("Close other programs."), Sentence("Check the path.")])).isascii() is False


@pytest.mark.usefixtures("korean")
def test_a_sentence_read_from_a_record_of_another_version_is_still_said() -> None:
    known = "This file is not a readable picture: {name}."
    assert spoken(Sentence.remembered("English.", known, {"other": 1})) == "English."
    assert spoken(Sentence.remembered("English.", "{name:,} is new here.", {"name": "x"})) == "English."


@pytest.mark.usefixtures("korean")
def test_a_sentence_that_nobody_knows_stays_as_it_is() -> None:
    assert spoken("Zorblax {quux}.") == "Zorblax {quux}."
    assert spoken("") == ""


@pytest.mark.parametrize(
    ("wish", "system", "language"),
    [
        ("system", ["ko-KR", "en-US"], "ko"),
        ("system", ["de-DE", "ko-Kore-KR"], "ko"),
        ("system", ["fr-FR"], "en"),
        ("system", [], "en"),
        ("en", ["ko-KR"], "en"),
        ("ko", ["en-US"], "ko"),
    ],
)
def test_the_language_is_the_one_wished_for_or_the_systems(wish: str, system: list[str], language: str) -> None:
    assert language_for(wish, system) == language


def test_english_has_plural_forms(qapp: QApplication) -> None:
    translation = Translation(qapp)
    translation.use("en")
    assert QCoreApplication.translate("Models", "%n class(es)", "", 1) == "1 class"
    assert QCoreApplication.translate("Models", "%n class(es)", "", 200) == "200 classes"


def sources(path: Path) -> list[str]:
    return [message.findtext("source") or "" for message in ET.parse(path).getroot().iter("message")]


def pairs(path: Path) -> Iterator[tuple[str, list[str]]]:
    for message in ET.parse(path).getroot().iter("message"):
        forms = [form.text or "" for form in message.iter("numerusform")]
        yield message.findtext("source") or "", forms or [message.findtext("translation") or ""]


def blanks(text: str) -> list[str]:
    """What is filled in, and in which form: {name}, {count:,}, %n and %1."""
    return sorted(re.findall(r"\{[a-z_]\w*(?::[^}]*)?\}|%n|%\d", text))
