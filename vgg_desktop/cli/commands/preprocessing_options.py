"""Options that say how a model reads pictures, and the check of what is typed for them."""

from enum import StrEnum

import typer


class NormalisationWord(StrEnum):
    IMAGENET = "imagenet"
    UNIT = "unit"
    CAFFE = "caffe"


class ChannelWord(StrEnum):
    RGB = "rgb"
    BGR = "bgr"


def as_numbers(text: str | None) -> tuple[float, float, float] | None:
    """Three numbers between commas: "0.485,0.456,0.406".

    Raises:
        typer.BadParameter: they are not.
    """
    if text is None:
        return None
    try:
        first, second, third = (float(part) for part in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not three numbers: 0.485,0.456,0.406") from error
    if not all(-1e6 < number < 1e6 for number in (first, second, third)):
        raise typer.BadParameter("the numbers are out of range.")
    return first, second, third


def three_numbers(text: str | None) -> str | None:
    """`text`, if it is three numbers; errors as in `as_numbers`."""
    as_numbers(text)
    return text
