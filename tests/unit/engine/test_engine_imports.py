"""What the modules of the engine bring in, seen in fresh interpreters."""

import pkgutil
import subprocess
import sys

import vgg_desktop.engine

MODULES = [module.name for module in pkgutil.walk_packages(vgg_desktop.engine.__path__, "vgg_desktop.engine.")]
# The window's lists and the shell's `models list` read these, and must not wait for torch.
WITHOUT_TORCH = ["bundle_header", "catalog", "published", "safetensors_header", "verified_files"]


def loaded_by(modules: list[str]) -> set[str]:
    """The top-level packages in memory after these imports."""
    code = f"import sys, {', '.join(modules)}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True)
    return set(done.stdout.split())


def test_no_module_brings_in_qt_or_torchvision():
    """Importing torchvision costs 1 to 3 s."""
    loaded = loaded_by(MODULES)
    assert "torch" in loaded
    assert not {"PySide6", "torchvision"} & loaded


def test_models_can_be_listed_and_described_without_torch():
    assert not {"torch", "numpy", "PIL"} & loaded_by([f"vgg_desktop.engine.weights.{name}" for name in WITHOUT_TORCH])


def test_neither_import_nor_loading_a_model_brings_in_the_compiler():
    """torch._dynamo and what it needs take over a second to import."""
    code = (
        "import sys; from vgg_desktop.engine.classifier import Classifier; import numpy as np;"
        "c = Classifier.load(device='cpu', precision='fp32'); c.scores(np.zeros((1, 160, 160, 3), np.uint8));"
        "print('torch._dynamo' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout.strip() == "False"
