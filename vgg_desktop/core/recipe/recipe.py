"""The recipe: everything that decides how a model is trained, as one frozen record.

Each field carries its range, unit and help; the shell's options, the window's form and the documentation are made from
them. `problems` names every fault at once.
"""

import math
import re
from typing import Annotated, Any, Literal

import msgspec
import tomli_w
from msgspec import Meta

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, decode_toml
from vgg_desktop.core.recipe.recipe_wording import requirement

VERSION = 1


def _field(text: str, *, group: str, unit: str = "", **limits: Any) -> Any:
    """`group` is the heading that the form and the documentation put the field under."""
    extra = {"group": group, "unit": unit}
    return Meta(description=text, extra=extra, **limits)


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one run trains. `auto` values are resolved when the run starts and written into its recipe."""

    version: Annotated[int, _field("Version of the recipe format.", group="File", ge=1, le=VERSION)] = VERSION

    # Model
    start_from: Annotated[
        str,
        _field(
            'Weights to start from: "scratch", "builtin", a model\'s name or a weights file.',
            group="Model",
            min_length=1,
        ),
    ] = "builtin"
    depth: Annotated[
        Literal[11, 13, 16, 19],
        _field("VGG configuration; given by the weights unless from scratch.", group="Model"),
    ] = 16
    batch_norm: Annotated[bool, _field("Batch normalisation after each convolution.", group="Model")] = True
    head: Annotated[
        Literal["auto", "published", "classic", "average", "custom"],
        _field(
            "Classifier head: published (4096, 4096), classic notebook (2048, 1024), average (global average pooling), "
            "custom (hidden and pooled_px below), or auto: the one of the weights, else average below 112 px.",
            group="Model",
        ),
    ] = "auto"
    hidden: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=65_536)], ...],
        _field("Widths of the hidden layers of a custom head.", group="Model", max_length=4),
    ] = ()
    pooled_px: Annotated[
        int, _field("Side of the pooled map of a custom head.", group="Model", unit="px", ge=1, le=7)
    ] = 1
    width: Annotated[float, _field("Factor on the channels of every convolution.", group="Model", gt=0, le=2)] = 1.0
    dropout: Annotated[
        float, _field("Share of head activations dropped while training.", group="Model", ge=0, lt=1)
    ] = 0.5

    # What is trained
    train: Annotated[
        Literal["last_layer", "classifier", "blocks", "all"],
        _field(
            "What is trained: last layer, classifier, classifier and the last blocks, or all.",
            group="Training",
        ),
    ] = "all"
    blocks: Annotated[
        int,
        _field('Convolution blocks trained with train = "blocks", from the last.', group="Training", ge=1, le=5),
    ] = 1
    layer_decay: Annotated[
        float,
        _field(
            "Discriminative learning rates: factor from each block to the one before it; 1 for one rate everywhere.",
            group="Training",
            gt=0,
            le=1,
        ),
    ] = 1.0
    epochs: Annotated[int, _field("Passes over the training pictures.", group="Training", ge=1, le=100_000)] = 20
    batch_size: Annotated[
        Annotated[int, Meta(ge=1, le=65_536)] | Literal["auto"],
        _field("Pictures in one step, or auto: measured, leaving 1.5 GB free.", group="Training"),
    ] = "auto"
    accumulate: Annotated[
        int, _field("Micro-batches a step is split into, to save memory.", group="Training", ge=1, le=1024)
    ] = 1
    patience: Annotated[
        int,
        _field(
            "Stop after so many epochs without gain in validation accuracy; 0 never.",
            group="Training",
            ge=0,
            le=1000,
        ),
    ] = 0

    # Input
    input_px: Annotated[
        Annotated[int, Meta(ge=32, le=1024)] | Literal["auto"],
        _field(
            "Side of the square that the network sees, or auto: that of the weights, else 224.",
            group="Input",
            unit="px",
        ),
    ] = "auto"
    sizes: Annotated[
        tuple[tuple[Annotated[int, Meta(ge=1)], Annotated[int, Meta(ge=32, le=1024)]], ...],
        _field(
            "Progressive resizing: pairs of first epoch and side, such as [[1, 32], [7, 48]]; or none.",
            group="Input",
        ),
    ] = ()
    val_share: Annotated[
        float,
        _field("Share of the pictures held back when the folder has no val.", group="Input", gt=0, lt=1),
    ] = 0.2
    group_pattern: Annotated[
        str,
        _field(
            "Regular expression on the path; pictures whose first group is equal stay on one side of the split.",
            group="Input",
        ),
    ] = ""

    # Optimiser
    optimiser: Annotated[
        Literal["sgd", "adam", "adamw"],
        _field("SGD with Nesterov momentum, Adam or AdamW.", group="Optimiser"),
    ] = "sgd"
    learning_rate: Annotated[
        Annotated[float, Meta(gt=0, le=10)] | Literal["auto"],
        _field("Peak learning rate, or auto: by optimiser and by what is trained.", group="Optimiser"),
    ] = "auto"
    momentum: Annotated[float, _field("Momentum of SGD, or Adam's first beta.", group="Optimiser", ge=0, lt=1)] = 0.9
    weight_decay: Annotated[
        float,
        _field("Weight decay; never on biases and batch norm, except with Adam.", group="Optimiser", ge=0, le=1),
    ] = 5e-4
    schedule: Annotated[
        Literal["cosine", "one_cycle", "plateau", "constant"],
        _field(
            "Learning-rate schedule; plateau divides by ten after min(ceil(0.1 x epochs), 10) epochs without gain.",
            group="Optimiser",
        ),
    ] = "cosine"
    warmup_epochs: Annotated[
        float,
        _field(
            "Epochs of linear warm-up; the rising part of one_cycle.",
            group="Optimiser",
            unit="epochs",
            ge=0,
            le=1000,
        ),
    ] = 1.0
    clip_norm: Annotated[
        float, _field("Largest norm of the gradient; 0 for no clipping.", group="Optimiser", ge=0, le=1e6)
    ] = 0.0
    ema: Annotated[
        float,
        _field(
            "Decay a step of the averaged weights that are validated and kept; 0 for none.",
            group="Optimiser",
            ge=0,
            lt=1,
        ),
    ] = 0.0

    # Regularisation
    augmentation: Annotated[
        Literal["none", "light", "standard", "strong"],
        _field(
            "Changes made to training pictures: from none over flips and crops to colour and erasing.",
            group="Regularisation",
        ),
    ] = "standard"
    mixup: Annotated[float, _field("Alpha of mixup; 0 for none.", group="Regularisation", ge=0, le=10)] = 0.0
    cutmix: Annotated[float, _field("Alpha of cutmix; 0 for none.", group="Regularisation", ge=0, le=10)] = 0.0
    label_smoothing: Annotated[
        float, _field("Share of the target spread over all classes.", group="Regularisation", ge=0, lt=1)
    ] = 0.1
    class_weights: Annotated[
        Literal["none", "balanced"],
        _field("balanced: rare classes count more, by the inverse of their counts.", group="Regularisation"),
    ] = "none"

    # Machine
    device: Annotated[str, _field("auto, cpu, cuda, cuda:1, mps.", group="Machine", min_length=1)] = "auto"
    precision: Annotated[
        Literal["auto", "fp32", "bf16", "fp16"], _field("Arithmetic of the forward pass.", group="Machine")
    ] = "auto"
    workers: Annotated[
        int, _field("Threads that decode pictures; 0 for one a core.", group="Machine", ge=0, le=256)
    ] = 0
    threads: Annotated[
        int, _field("Threads of the arithmetic on a CPU; 0 for one a core.", group="Machine", ge=0, le=1024)
    ] = 0
    seed: Annotated[int, _field("Decides the split and every random choice.", group="Machine", ge=0, le=2**53)] = 0
    deterministic: Annotated[
        bool, _field("Only deterministic algorithms on a GPU (slower); a CPU run always is.", group="Machine")
    ] = False
    cache_gb: Annotated[
        float,
        _field("Largest size of the cache of decoded pictures.", group="Machine", unit="GB", ge=0, le=10_000),
    ] = 20.0


PRESETS: dict[str, dict[str, Any]] = {
    "quick": {
        "train": "last_layer",
        "augmentation": "none",
        "optimiser": "adamw",
        "weight_decay": 1e-2,
        "epochs": 20,
    },
    "accurate": {
        "train": "all",
        "augmentation": "standard",
        "layer_decay": 0.7,
        "ema": 0.999,
        "epochs": 30,
        "warmup_epochs": 2.0,
    },
    "classic": {
        "head": "classic",
        "train": "all",
        "optimiser": "adam",
        "learning_rate": 1e-4,
        "weight_decay": 1e-4,
        "schedule": "plateau",
        "warmup_epochs": 0.0,
        "label_smoothing": 0.0,
        "augmentation": "light",
        "epochs": 20,
    },
}


def make(values: dict[str, Any], preset: str = "") -> Recipe:
    """The recipe of a preset with `values` over it.

    Raises:
        AppError: some values do not fit; the sentence names every one of them.
    """
    if preset and preset not in PRESETS:
        known = ", ".join(PRESETS)
        raise AppError("There is no preset called {preset}.", "The presets are {known}.", preset=preset, known=known)
    merged = {**PRESETS.get(preset, {}), **values}
    found = problems(merged)
    if found:
        raise AppError("The recipe does not fit: {faults}.", faults="; ".join(f"{k}: {v}" for k, v in found.items()))
    return msgspec.convert(merged, Recipe, strict=False)


def problems(values: dict[str, Any]) -> dict[str, str]:
    """Every fault of `values` by field name, as the end of a sentence; empty when they make a recipe."""
    found = {name: "there is no such field" for name in values if name not in FIELDS}
    complete = {name: field.default for name, field in FIELDS.items()}
    for name, value in values.items():
        if name not in FIELDS:
            continue
        try:
            complete[name] = _convert(value, FIELDS[name].type)
        except msgspec.ValidationError:
            found[name] = requirement(FIELDS[name])
    for name, text in _disagreements(complete).items():
        found.setdefault(name, text)
    return found


def recipe_of_toml(text: str) -> Recipe:
    """Raises: AppError when the text is no TOML or no recipe."""
    return make(values_of_toml(text))


def values_of_toml(text: str | bytes) -> dict[str, Any]:
    """The fields that a recipe file sets, unchecked.

    Raises:
        AppError: the text is no TOML.
    """
    try:
        return decode_toml(text)
    except DamagedError as error:
        raise AppError("The recipe is not a TOML file.", detail=str(error)) from error


def write_toml(recipe: Recipe) -> str:
    """Every field in order, under its group's heading comment, with its help."""
    lines: list[str] = []
    group = ""
    for name, field in FIELDS.items():
        if field.group != group:
            group = field.group
            lines += ["", f"# {group}"]
        lines += [
            f"# {field.help}",
            tomli_w.dumps({name: msgspec.to_builtins(getattr(recipe, name))}).rstrip("\n"),
        ]
    return "\n".join(lines).lstrip("\n") + "\n"


class RecipeField(msgspec.Struct, frozen=True):
    """What a form or an option needs to know about one field. Bounds are None where there are none."""

    name: str
    type: Any
    default: Any
    group: str
    unit: str
    help: str
    choices: tuple[Any, ...] = ()
    least: float | None = None
    most: float | None = None
    least_excluded: bool = False
    most_excluded: bool = False


def _describe(info: msgspec.inspect.Field) -> RecipeField:
    annotation = Recipe.__annotations__[info.name]
    meta = next(m for m in annotation.__metadata__ if isinstance(m, Meta))
    kinds = _kinds(info.type)
    number = next((k for k in kinds if isinstance(k, msgspec.inspect.IntType | msgspec.inspect.FloatType)), None)
    choices = tuple(v for k in kinds if isinstance(k, msgspec.inspect.LiteralType) for v in k.values)
    return RecipeField(
        name=info.name,
        type=annotation,
        default=info.default,
        group=(meta.extra or {})["group"],
        unit=(meta.extra or {})["unit"],
        help=meta.description or "",
        choices=tuple(sorted(choices)) if all(isinstance(c, int) for c in choices) else _in_order(annotation, choices),
        least=_first(number, "ge", "gt"),
        most=_first(number, "le", "lt"),
        least_excluded=number is not None and number.gt is not None,
        most_excluded=number is not None and number.lt is not None,
    )


def _kinds(kind: Any) -> tuple[Any, ...]:
    kind = kind.type if isinstance(kind, msgspec.inspect.Metadata) else kind
    return kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)


def _in_order(annotation: Any, choices: tuple[Any, ...]) -> tuple[Any, ...]:
    """msgspec sorts the values of a Literal; people expect the order they were written in."""
    written = getattr(annotation.__origin__, "__args__", ())
    ordered = tuple(c for c in written if c in choices)
    return ordered or choices


def _first(number: Any, *names: str) -> float | None:
    values = [getattr(number, name, None) for name in names]
    return next((v for v in values if v is not None), None)


def _convert(value: Any, kind: Any) -> Any:
    converted = msgspec.convert(value, kind, strict=not isinstance(value, str))
    if isinstance(converted, float) and not math.isfinite(converted):
        raise msgspec.ValidationError("not finite")
    return converted


def _disagreements(values: dict[str, Any]) -> dict[str, str]:
    """Fields that are right alone but not together."""
    found: dict[str, str] = {}
    sizes = values["sizes"] or ()
    firsts = [first for first, _ in sizes]
    if firsts and (firsts[0] != 1 or firsts != sorted(set(firsts))):
        found["sizes"] = "needs rising first epochs that begin with 1"
    if values["start_from"] == "scratch" and values["train"] != "all":
        found["train"] = 'needs to be "all" when training from scratch'
    if values["head"] != "custom" and values["hidden"]:
        found["hidden"] = 'has a meaning only with head = "custom"'
    if (error := _pattern_error(values["group_pattern"])) is not None:
        found["group_pattern"] = f"is no regular expression: {error}"
    return found


def _pattern_error(pattern: str) -> Exception | None:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return error
    return None


FIELDS: dict[str, RecipeField] = {
    field.name: _describe(field)
    for field in msgspec.inspect.type_info(Recipe).fields  # type: ignore[attr-defined]
}
