"""Options of the commands that classify, and the check of what is typed for them."""

import re
from enum import StrEnum
from typing import Annotated

import typer

_DEVICE_FORM = re.compile("auto|cpu|mps|cuda(:[0-9]+)?")


class PrecisionWord(StrEnum):
    AUTO = "auto"
    FP32 = "fp32"
    BF16 = "bf16"
    FP16 = "fp16"


class Split(StrEnum):
    VAL = "val"
    TRAIN = "train"
    TEST = "test"
    ALL = "all"


def device_word(text: str | None) -> str | None:
    """`text`, if a device may be called that; whether this machine has it shows later.

    Raises:
        typer.BadParameter: no device is called that.
    """
    if text is not None and not _DEVICE_FORM.fullmatch(text):
        raise typer.BadParameter("a device is auto, cpu, cuda, cuda:1 (or another number) or mps.")
    return text


DeviceOption = Annotated[str, typer.Option(help="auto, cpu, cuda, cuda:1 or mps.", callback=device_word)]
PrecisionOption = Annotated[PrecisionWord, typer.Option(help="Arithmetic; auto takes the fastest that agrees.")]
IncludeSeenOption = Annotated[
    bool, typer.Option("--include-seen", help="Count pictures that the model has learned from as well.")
]
SplitOption = Annotated[
    Split, typer.Option(help="Which side of a folder or table with sides: val, train, test or all.")
]
