"""`vgg-desktop doctor` tells the truth about what is there, and what to do about what is not."""

import json
import os
import re
import sys
from pathlib import Path

import pytest
import torch

from tests.helpers.models import CLASSES, tiny_bundle
from vgg_desktop import __version__, cli
from vgg_desktop.cli.work.qt_libraries import DEBIAN_PACKAGES
from vgg_desktop.core.files import paths
from vgg_desktop.engine.weights import bundle

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def doctor(capsys: pytest.CaptureFixture[str]):
    def run() -> tuple[int, dict]:
        status = cli.run(["doctor", "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def builtin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tiny_bundle(tmp_path / "builtin.safetensors")
    monkeypatch.setattr(paths, "builtin_model", lambda: path)
    return path


@pytest.mark.usefixtures("builtin")
def test_a_whole_installation_is_described_under_names_that_stay(doctor) -> None:
    status, found = doctor()
    assert status == 0
    assert list(found) == [
        *("vgg_desktop", "python", "torch", "cuda", "driver", "used"),
        *("qt", "display", "pictures", "builtin_model", "folders"),
    ]
    assert not any(finding["broken"] for finding in found.values())
    assert found["vgg_desktop"]["value"] == __version__
    assert found["torch"]["value"].startswith(torch.__version__)
    assert found["builtin_model"]["value"] == f"tiny, {len(CLASSES)} classes, its file is whole"


@pytest.mark.usefixtures("builtin")
def test_people_get_a_line_a_subject(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["doctor"]) == 0
    text = capsys.readouterr().out
    assert re.search(rf"^VGG Desktop +{re.escape(__version__)}$", text, re.MULTILINE)
    assert re.search(r"^Built-in model +tiny, ", text, re.MULTILINE)


@pytest.mark.usefixtures("builtin")
def test_an_installation_without_the_extras_is_whole(doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    """torchvision is what tests compare with, the others read more formats: importing them fails here."""
    for extra in ("torchvision", "pillow_heif", "onnx"):
        monkeypatch.setitem(sys.modules, extra, None)
    status, found = doctor()
    assert status == 0
    assert not any(finding["broken"] for finding in found.values())
    assert "torchvision" not in json.dumps(found)


def test_a_model_that_was_once_whole_is_read_again(doctor, builtin: Path) -> None:
    """Its checksum is remembered with size and time, which a failing disk does not change."""
    bundle.read(builtin)
    before = builtin.stat()
    content = bytearray(builtin.read_bytes())
    content[-1] ^= 1
    builtin.write_bytes(content)
    os.utime(builtin, ns=(before.st_atime_ns, before.st_mtime_ns))
    status, found = doctor()
    assert status == 1
    assert found["builtin_model"]["broken"]
    assert "checksum" in found["builtin_model"]["value"]


def test_a_model_that_is_gone_is_broken_under_the_same_name(doctor, builtin: Path) -> None:
    builtin.unlink()
    status, found = doctor()
    assert (status, found["builtin_model"]["broken"]) == (1, True)


@pytest.mark.parametrize(
    ("kind", "name"), [("config", "settings"), ("data/runs", "runs"), ("cache", "cache"), ("state", "log")]
)
def test_a_folder_that_cannot_be_written_is_named(doctor, home: Path, kind: str, name: str) -> None:
    (home / kind).parent.mkdir(parents=True, exist_ok=True)
    (home / kind).write_text("a file where a folder should be")
    _, found = doctor()
    assert found["folders"]["value"] == f"cannot be written: {name} ({home / kind})"
    assert "VGG_DESKTOP_HOME" in found["folders"]["advice"]


def test_only_where_it_could_help_is_cuda_recommended(doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.version, "cuda", None)
    assert "CUDA" in doctor()[1]["cuda"]["advice"] or sys.platform == "darwin"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert doctor()[1]["cuda"]["advice"] == ""


def test_readme_doctor_and_ci_name_the_same_packages() -> None:
    wanted = set(DEBIAN_PACKAGES.split())
    readme = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    installed = re.search(r"sudo apt install (.+)", readme)
    assert installed
    assert set(installed[1].split()) == wanted | {"python3-venv"}
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert wanted | {"python3-venv"} <= set(ci.split())
