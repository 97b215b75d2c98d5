"""How models and devices are called in the window."""

from PySide6.QtCore import QCoreApplication

from vgg_desktop.core.display import one_line
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import ModelInfo


def model_title(source: str, info: ModelInfo) -> str:
    """ "Built-in VGG-16-BN", or the name that the model's file gives."""
    if source == "builtin":
        built_in = QCoreApplication.translate("Models", "Built-in {architecture}")
        return built_in.format(architecture=info.architecture.display_name)
    return one_line(info.name)


def model_note(info: ModelInfo) -> str:
    """ "200 classes · 64 px"."""
    count = len(info.labels)
    classes = QCoreApplication.translate("Models", "%n class(es)", "", count)
    return f"{classes} · {info.preprocessing.crop_px} px"


def device_title(device: DeviceChoice) -> str:
    """ "CPU · bf16", "NVIDIA H200 · fp16"."""
    name = "CPU" if device.kind == "cpu" else one_line(device.name)
    return f"{name} · {device.precision}"
