"""What may be loaded by which import, seen in fresh interpreters."""

import subprocess
import sys

import pytest

FORBIDDEN = {
    "vgg_desktop.engine": ("PySide6", "torchvision"),
    "vgg_desktop.engine.classifier": ("PySide6", "torchvision"),
    "vgg_desktop.engine.folder": ("PySide6", "torchvision"),
    "vgg_desktop.training": ("PySide6", "torchvision"),
    "vgg_desktop.training.worker.worker": ("PySide6", "torchvision"),
    "vgg_desktop.training.worker.launcher": ("PySide6", "torch", "torchvision"),
    "vgg_desktop.gui.application": ("torch", "torchvision"),
    "vgg_desktop.cli": ("PySide6", "torch", "numpy", "PIL", "rich"),
}


@pytest.mark.parametrize("module", FORBIDDEN)
def test_an_import_brings_in_nothing_that_its_layer_must_not_know(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True)
    assert not set(FORBIDDEN[module]) & set(loaded.stdout.split())
