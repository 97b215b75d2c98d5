"""`vgg-desktop models`: the models on this computer."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vgg_desktop.cli.commands.engine_options import (
    DeviceOption,
    IncludeSeenOption,
    PrecisionOption,
    PrecisionWord,
    Split,
    SplitOption,
)
from vgg_desktop.cli.commands.preprocessing_options import ChannelWord, NormalisationWord, as_numbers, three_numbers
from vgg_desktop.cli.commands.reading_options import LabelColumn, PathColumn, ReadAsOption, ReadAsStyle, ValFold

models_app = typer.Typer(help="The models on this computer.", no_args_is_help=True)


class PixelScale(StrEnum):
    """The three ways in which Keras prepares pixels."""

    TORCH = "torch"
    CAFFE = "caffe"
    TF = "tf"


_Json = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
_Model = Annotated[str, typer.Argument(help="A model's name or a weights file.", show_default=False)]


@models_app.command("list")
def models_list(as_json: _Json = False) -> None:
    """Name, classes, accuracy and file of every model that can be used by name."""
    import json

    from vgg_desktop.cli.text.model_text import model_record, model_row
    from vgg_desktop.engine.weights import catalog

    for entry in catalog.models():
        typer.echo(json.dumps(model_record(entry), ensure_ascii=False) if as_json else model_row(entry))


@models_app.command("show")
def models_show(model: _Model, as_json: _Json = False) -> None:
    """Everything that a model says about itself."""
    from vgg_desktop.cli.text.model_text import described_json, model_description
    from vgg_desktop.engine.weights.importers import open_weights

    weights = open_weights(_resolved(model))
    typer.echo(described_json(weights.info) if as_json else model_description(weights.info))


@models_app.command("verify")
def models_verify(model: _Model) -> None:
    """Read a model's whole file and compare it with its checksum. Exit status 1 when it is damaged."""
    from vgg_desktop.core.display import display_name
    from vgg_desktop.engine.weights import importers

    path = _resolved(model)
    weights = importers.open_weights(path)
    typer.echo(f"{display_name(path)} is whole. SHA-256: {weights.sha256}")


@models_app.command("import")
def models_import(
    file: Annotated[Path, typer.Argument(help="A .safetensors, .pth or .onnx file.", show_default=False)],
    name: Annotated[str | None, typer.Option(help="What to call it; the file's name when left out.")] = None,
    labels: Annotated[Path | None, typer.Option(help="Its classes: a table of id, name, synonyms.")] = None,
    pixels: Annotated[
        PixelScale | None,
        typer.Option(help="ONNX: what it reads. torch: ImageNet's mean and deviation; caffe: VGG's own; tf: -1 to 1."),
    ] = None,
    preprocessing: Annotated[
        NormalisationWord | None,
        typer.Option(help="How it reads pixels: as on ImageNet, from 0 to 1 (unit), or BGR minus mean (caffe)."),
    ] = None,
    input_px: Annotated[int | None, typer.Option(help="Side of the square that it sees.")] = None,
    mean: Annotated[
        str | None, typer.Option(help="Mean of red,green,blue, from 0 to 1.", callback=three_numbers)
    ] = None,
    std: Annotated[
        str | None, typer.Option(help="Deviation of red,green,blue, from 0 to 1.", callback=three_numbers)
    ] = None,
    channels: Annotated[ChannelWord | None, typer.Option(help="Order in which it reads them.")] = None,
) -> None:
    """Bring a weights file in as a bundle of this program; it can then be used by its name.

    What the file does not say is assumed and said, and checked on sample pictures.

    Of an ONNX file only the convolutions come in: a start for training, not a model that knows something.
    """
    from vgg_desktop.cli.work.model_import import bring_in
    from vgg_desktop.core.model.normalisations import PreprocessingWish

    wish = PreprocessingWish(
        name=preprocessing.value if preprocessing else None,
        input_px=input_px,
        mean=as_numbers(mean),
        std=as_numbers(std),
        channels=channels.value if channels else None,
    )
    path = bring_in(file, name, labels, pixels.value if pixels else None, wish)
    typer.echo(f"It can be used now as --model {path.stem}")


@models_app.command("calibrate")
def models_calibrate(
    model: _Model,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="Labelled pictures that it has not seen: a folder of class folders, or a CSV file.",
            exists=True,
            show_default=False,
        ),
    ],
    target: Annotated[Path, typer.Argument(help="The new .safetensors file.", show_default=False)],
    name: Annotated[str | None, typer.Option(help="What the new model is called.")] = None,
    licence: Annotated[str | None, typer.Option(help="What the new file says about its licence.")] = None,
    mirror: Annotated[
        bool | None, typer.Option("--mirror/--no-mirror", help="Look at each picture's mirror image as well.")
    ] = None,
    half: Annotated[bool, typer.Option("--half", help="Store the numbers in fp16.")] = False,
    split: SplitOption = Split.VAL,
    include_seen: IncludeSeenOption = False,
    device: DeviceOption = "auto",
    precision: PrecisionOption = PrecisionWord.AUTO,
    read_as: ReadAsOption = ReadAsStyle.AUTO,
    path_column: PathColumn = "",
    label_column: LabelColumn = "",
    val_fold: ValFold = "",
) -> None:
    """Make a model's scores mean what they say, and write it with its figures to a new file.

    Every second picture fits the temperature and the score below which it says "not sure"; the others measure them.
    """
    from vgg_desktop.cli.work.calibrate import calibrated_text
    from vgg_desktop.core.model.model_info import CalibrationChanges
    from vgg_desktop.core.reading import Reading

    views = None if mirror is None else 1 + mirror
    changes = CalibrationChanges(name=name, licence=licence, views=views, is_half=half)
    reading = Reading(read_as.value, path_column, label_column, val_fold)
    options = {"split": split.value, "include_seen": include_seen, "device": device, "precision": precision.value}
    typer.echo(calibrated_text(model, source, target, changes, reading=reading, **options))


def _resolved(model: str) -> Path:
    from vgg_desktop.engine.weights import catalog

    return catalog.resolve(model)
