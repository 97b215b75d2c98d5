"""The recipe: everything that decides how a model is trained, as one frozen record.

Each field carries its title, help, range and unit, and when it applies; the shell's options, the window's form and the
documentation are made from them.
"""

from functools import partial
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from vgg_desktop.core.recipe.recipe_fields import RecipeField, described, field

VERSION = 1
_file_field = partial(field, group="File")
_model_field = partial(field, group="Model")
_training_field = partial(field, group="Training")
_input_field = partial(field, group="Input")
_optimiser_field = partial(field, group="Optimiser")
_regularisation_field = partial(field, group="Regularisation")
_machine_field = partial(field, group="Machine")
_FROM_SCRATCH = {"start_from": ("scratch",)}
_CUSTOM_HEAD = {"head": ("custom",)}


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one run trains. `auto` values are resolved when the run starts and written into its recipe."""

    version: Annotated[int, _file_field("Version", "Version of the recipe format.", ge=1, le=VERSION)] = VERSION

    start_from: Annotated[
        str,
        _model_field(
            "Start from",
            'The weights that training begins with: "builtin", a model\'s name, a weights file, or '
            '"scratch", which needs many pictures.',
            min_length=1,
        ),
    ] = "builtin"
    depth: Annotated[
        Literal[11, 13, 16, 19],
        _model_field(
            "Depth",
            "Layers of the network: VGG-11, 13, 16 or 19; given by the weights unless from scratch.",
            needs=_FROM_SCRATCH,
        ),
    ] = 16
    batch_norm: Annotated[
        bool,
        _model_field(
            "Batch normalisation",
            "Batch normalisation after each convolution: trains faster and more steadily.",
            needs=_FROM_SCRATCH,
        ),
    ] = True
    head: Annotated[
        Literal["auto", "published", "classic", "average", "custom"],
        _model_field(
            "Classifier head",
            "Hidden layers: published 4096, 4096; classic notebook 2048, 1024; average none, small "
            "and robust; custom as below. Automatic: that of the weights, else average below 112 px.",
        ),
    ] = "auto"
    hidden: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=65_536)], ...],
        _model_field(
            "Hidden layers", "Widths of the hidden layers of a custom head.", needs=_CUSTOM_HEAD, max_length=4
        ),
    ] = ()
    pooled_px: Annotated[
        int,
        _model_field(
            "Pooled map", "Side of the pooled map that a custom head sees.", unit="px", needs=_CUSTOM_HEAD, ge=1, le=7
        ),
    ] = 1
    width: Annotated[
        float,
        _model_field(
            "Width",
            "Factor on the channels of every convolution; 1 is the published width.",
            needs=_FROM_SCRATCH,
            gt=0,
            le=2,
        ),
    ] = 1.0
    dropout: Annotated[
        float, _model_field("Dropout", "Share of the head's activations dropped while training.", ge=0, lt=1)
    ] = 0.5

    train: Annotated[
        Literal["auto", "last_layer", "classifier", "blocks", "all"],
        _training_field(
            "What is trained",
            "The last layer alone is quick; the whole network is the most accurate, given enough pictures. "
            "Automatic: the classifier where it is small, else its last layer; all of a new network.",
        ),
    ] = "all"
    blocks: Annotated[
        int,
        _training_field(
            "Trained blocks",
            "Convolution blocks that are trained, counted from the last.",
            needs={"train": ("blocks",)},
            ge=1,
            le=5,
        ),
    ] = 1
    layer_decay: Annotated[
        float,
        _training_field(
            "Rate from block to block",
            "Learning rate of each block relative to the next one; 1 is the same rate everywhere.",
            needs={"train": ("all", "blocks")},
            gt=0,
            le=1,
        ),
    ] = 1.0
    epochs: Annotated[int, _training_field("Epochs", "Passes over the training pictures.", ge=1, le=100_000)] = 20
    batch_size: Annotated[
        Annotated[int, Meta(ge=1, le=65_536)] | Literal["auto"],
        _training_field("Batch size", "Pictures in one step. Automatic: measured, leaving 1.5 GB free."),
    ] = "auto"
    accumulate: Annotated[
        int, _training_field("Micro-batches", "Parts that a step is split into, to save memory.", ge=1, le=1024)
    ] = 1
    patience: Annotated[
        int,
        _training_field(
            "Patience", "Stop after so many epochs without gain in validation accuracy; 0: never.", ge=0, le=1000
        ),
    ] = 0

    input_px: Annotated[
        Annotated[int, Meta(ge=32, le=1024)] | Literal["auto"],
        _input_field(
            "Input size",
            "Side of the square that the network sees. Automatic: that of the weights, else 224.",
            unit="px",
        ),
    ] = "auto"
    sizes: Annotated[
        tuple[tuple[Annotated[int, Meta(ge=1)], Annotated[int, Meta(ge=32, le=1024)]], ...],
        _input_field("Sizes by epoch", "Progressive resizing: from which epoch on, which size."),
    ] = ()
    val_share: Annotated[
        float,
        _input_field("Held back", "Share of the pictures kept for validation, when the folder has no val.", gt=0, lt=1),
    ] = 0.2
    group_pattern: Annotated[
        str,
        _input_field(
            "Group pattern",
            "Regular expression on paths such as cat/7_1.jpg. Pictures with the same first group stay on one side.",
        ),
    ] = ""

    optimiser: Annotated[
        Literal["sgd", "adam", "adamw"],
        _optimiser_field("Optimiser", "How weights follow the gradient: SGD with Nesterov momentum, Adam or AdamW."),
    ] = "sgd"
    learning_rate: Annotated[
        Annotated[float, Meta(gt=0, le=10)] | Literal["auto"],
        _optimiser_field(
            "Learning rate", "The highest rate of the run. Automatic: by optimiser and by what is trained."
        ),
    ] = "auto"
    momentum: Annotated[
        float, _optimiser_field("Momentum", "Momentum of SGD, or the first beta of Adam.", ge=0, lt=1)
    ] = 0.9
    weight_decay: Annotated[
        float,
        _optimiser_field(
            "Weight decay",
            "Pulls weights towards zero; biases and batch norm are left alone, except with Adam.",
            ge=0,
            le=1,
        ),
    ] = 5e-4
    schedule: Annotated[
        Literal["cosine", "one_cycle", "plateau", "constant"],
        _optimiser_field(
            "Schedule",
            "How the learning rate changes over the run; plateau divides it by ten after min(ceil(0.1 "
            "x epochs), 10) epochs without gain.",
        ),
    ] = "cosine"
    warmup_epochs: Annotated[
        float,
        _optimiser_field(
            "Warm-up",
            "Epochs over which the rate rises from zero; the rising part of one cycle.",
            unit="epochs",
            ge=0,
            le=1000,
        ),
    ] = 1.0
    clip_norm: Annotated[
        float,
        _optimiser_field("Gradient clipping", "Largest norm of the gradient; 0: no clipping.", ge=0, le=1000000.0),
    ] = 0.0
    ema: Annotated[
        float,
        _optimiser_field(
            "Weight averaging", "Decay a step of the averaged weights that are validated and kept; 0: none.", ge=0, lt=1
        ),
    ] = 0.0

    augmentation: Annotated[
        Literal["none", "light", "standard", "strong"],
        _regularisation_field("Augmentation", "Random changes to training pictures: flips, crops, colour, erasing."),
    ] = "standard"
    mixup: Annotated[
        float,
        _regularisation_field(
            "Mixup", "How strongly pairs of pictures are blended (alpha); 0: not at all.", ge=0, le=10
        ),
    ] = 0.0
    cutmix: Annotated[
        float,
        _regularisation_field(
            "Cutmix", "How strongly parts of pictures are swapped (alpha); 0: not at all.", ge=0, le=10
        ),
    ] = 0.0
    label_smoothing: Annotated[
        float,
        _regularisation_field("Label smoothing", "Share of each target that is spread over all classes.", ge=0, lt=1),
    ] = 0.1
    class_weights: Annotated[
        Literal["none", "balanced"],
        _regularisation_field("Class weights", "Balanced: rare classes count more, by the inverse of their counts."),
    ] = "none"

    device: Annotated[
        str, _machine_field("Device", "Where training runs: auto, cpu, cuda, cuda:1 or mps.", min_length=1)
    ] = "auto"
    precision: Annotated[
        Literal["auto", "fp32", "bf16", "fp16"], _machine_field("Precision", "Arithmetic of the forward pass.")
    ] = "auto"
    workers: Annotated[
        int, _machine_field("Decoding threads", "Threads that decode pictures; 0: one a core.", ge=0, le=256)
    ] = 0
    threads: Annotated[
        int, _machine_field("CPU threads", "Threads of the arithmetic on a CPU; 0: one a core.", ge=0, le=1024)
    ] = 0
    seed: Annotated[int, _machine_field("Seed", "Decides the split and every random choice.", ge=0, le=2**53)] = 0
    deterministic: Annotated[
        bool, _machine_field("Deterministic", "Only repeatable algorithms on a GPU; slower. A CPU run always is.")
    ] = False
    cache_gb: Annotated[
        float,
        _machine_field(
            "Picture cache", "Most that the cache of decoded pictures may take on disk.", unit="GB", ge=0, le=10_000
        ),
    ] = 20.0


FIELDS: dict[str, RecipeField] = described(Recipe)

PRESETS: dict[str, dict[str, Any]] = {
    "quick": {
        "train": "auto",
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
