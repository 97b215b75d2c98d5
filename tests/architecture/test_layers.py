"""The layers hold, and the check that says so is seen to fail."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

VIOLATIONS = {
    "core_imports_the_engine": ("core/model/labels.py", "import vgg_desktop.engine.architecture"),
    "engine_imports_qt": ("engine/architecture.py", "import PySide6.QtCore"),
    "pictures_import_torch": ("pictures/decode.py", "import torch"),
    "core_imports_pillow": ("core/model/prediction.py", "import PIL.Image"),
    "the_window_imports_torch": ("gui/look/theme.py", "import torch"),
    "the_window_imports_the_engine": ("gui/look/theme.py", "import vgg_desktop.engine.classifier"),
    "the_engine_imports_torchvision": ("engine/preprocess.py", "import torchvision.transforms"),
    "a_function_imports_torchvision": ("engine/folding.py", "def late(): import torchvision"),
    "setup_imports_the_worker": ("training/setup/prepare.py", "import vgg_desktop.training.worker.steering"),
    "the_loop_imports_the_worker": ("training/loop/loop.py", "import vgg_desktop.training.worker.steering"),
    "the_loop_imports_setup": ("training/loop/loop.py", "import vgg_desktop.training.setup.resolve"),
    "evaluation_imports_batches": ("training/evaluation/evaluation.py", "import vgg_desktop.training.batches.rng"),
    "batches_import_the_loop": ("training/batches/run_loaders.py", "import vgg_desktop.training.loop.metrics"),
    "data_imports_batches": ("training/data/dataset.py", "import vgg_desktop.training.batches.rng"),
    "the_network_imports_data": ("training/network/freeze.py", "import vgg_desktop.training.data.split"),
    "a_team_imports_the_worker": ("training/distributed.py", "import vgg_desktop.training.worker.steering"),
    "parallel_work_imports_the_team": ("training/parallel.py", "import vgg_desktop.training.team"),
    "text_imports_a_widget": ("gui/text/plain_text.py", "import vgg_desktop.gui.widgets.chooser"),
    "the_look_imports_a_page": ("gui/look/tokens.py", "import vgg_desktop.gui.page"),
    "a_widget_imports_a_tab": ("gui/widgets/pixels.py", "import vgg_desktop.gui.classify.files"),
    "a_tab_imports_the_other": ("gui/train/preload.py", "import vgg_desktop.gui.classify.files"),
    "a_tab_imports_the_frame": ("gui/train/preload.py", "import vgg_desktop.gui.window.header"),
    "results_import_a_tab": ("gui/results/confusion.py", "import vgg_desktop.gui.evaluate.actions"),
    "one_result_imports_many": ("gui/classify/one/zoom.py", "import vgg_desktop.gui.classify.many.rows"),
    "results_import_a_run": ("gui/train/results/results_view.py", "import vgg_desktop.gui.train.run.summary"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture(scope="module")
def copy_of_the_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "vgg_desktop", folder / "vgg_desktop", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_code_keeps_to_its_layers(copy_of_the_code: Path) -> None:
    ended = lint_imports(copy_of_the_code)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_planted_violation_is_caught(copy_of_the_code: Path, name: str) -> None:
    file, line = VIOLATIONS[name]
    target = copy_of_the_code / "vgg_desktop" / file
    before = target.read_text(encoding="utf-8")
    target.write_text(f"{line}\n{before}", encoding="utf-8")
    try:
        ended = lint_imports(copy_of_the_code)
    finally:
        target.write_text(before, encoding="utf-8")
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "BROKEN" in ended.stdout


def parts_of_qt(source: str) -> Iterator[str]:
    """What of Qt some code imports, also for its types alone; "" where it takes all of it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            names = [f"PySide6.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        yield from (name.partition(".")[2] for name in names if name.partition(".")[0] == "PySide6")


# import-linter sees of another package its name alone.
def test_the_services_import_of_qt_its_core_alone() -> None:
    used = {
        (file.name, part)
        for file in (ROOT / "vgg_desktop" / "services").rglob("*.py")
        for part in parts_of_qt(file.read_text(encoding="utf-8"))
    }
    assert {part for _, part in used} == {"QtCore"}, sorted(used)


@pytest.mark.parametrize(
    "line",
    [
        "import PySide6.QtWidgets",
        "import os, PySide6.QtGui as gui",
        "from PySide6 import QtSvg",
        "from PySide6.QtGui import QImage",
        "def late():\n    from PySide6.QtWidgets import QWidget",
        "import PySide6",
    ],
)
def test_an_import_of_another_part_of_qt_is_seen(line: str) -> None:
    assert set(parts_of_qt(f"from PySide6.QtCore import QObject\n{line}\n")) - {"QtCore"}
