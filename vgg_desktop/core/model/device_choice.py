"""Where a model runs, and why there."""

from typing import Literal

import msgspec

DeviceKind = Literal["cuda", "mps", "cpu"]
Precision = Literal["fp32", "fp16", "bf16"]
DEVICE_WORDS = ("auto", "cpu", "cuda", "mps")
PRECISION_WORDS = ("auto", "fp32", "fp16", "bf16")


class DeviceChoice(msgspec.Struct, frozen=True, kw_only=True):
    """`name` is for people ("NVIDIA H200", "AMD EPYC, 2 cores"); `reason` is one sentence."""

    kind: DeviceKind
    index: int = 0
    name: str
    precision: Precision
    reason: str = ""

    @property
    def torch_name(self) -> str:
        """What torch and the recipe call it: "cpu", "cuda:0", "mps"."""
        return f"cuda:{self.index}" if self.kind == "cuda" else self.kind
