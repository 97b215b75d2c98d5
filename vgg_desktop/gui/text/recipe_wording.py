"""The recipe's fields in the window's words: what stands beside a control, in its list, and in its help."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from vgg_desktop.core.recipe.recipe import FIELDS

_CONTEXT = "Recipe"

TITLES = {
    "start_from": QT_TRANSLATE_NOOP("Recipe", "Start from"),
    "depth": QT_TRANSLATE_NOOP("Recipe", "Depth"),
    "batch_norm": QT_TRANSLATE_NOOP("Recipe", "Batch normalisation"),
    "head": QT_TRANSLATE_NOOP("Recipe", "Classifier head"),
    "hidden": QT_TRANSLATE_NOOP("Recipe", "Hidden layers"),
    "pooled_px": QT_TRANSLATE_NOOP("Recipe", "Pooled map"),
    "width": QT_TRANSLATE_NOOP("Recipe", "Width"),
    "dropout": QT_TRANSLATE_NOOP("Recipe", "Dropout"),
    "train": QT_TRANSLATE_NOOP("Recipe", "What is trained"),
    "blocks": QT_TRANSLATE_NOOP("Recipe", "Trained blocks"),
    "layer_decay": QT_TRANSLATE_NOOP("Recipe", "Rate from block to block"),
    "epochs": QT_TRANSLATE_NOOP("Recipe", "Epochs"),
    "batch_size": QT_TRANSLATE_NOOP("Recipe", "Batch size"),
    "accumulate": QT_TRANSLATE_NOOP("Recipe", "Micro-batches"),
    "patience": QT_TRANSLATE_NOOP("Recipe", "Patience"),
    "input_px": QT_TRANSLATE_NOOP("Recipe", "Input size"),
    "sizes": QT_TRANSLATE_NOOP("Recipe", "Sizes by epoch"),
    "val_share": QT_TRANSLATE_NOOP("Recipe", "Held back"),
    "group_pattern": QT_TRANSLATE_NOOP("Recipe", "Group pattern"),
    "optimiser": QT_TRANSLATE_NOOP("Recipe", "Optimiser"),
    "learning_rate": QT_TRANSLATE_NOOP("Recipe", "Learning rate"),
    "momentum": QT_TRANSLATE_NOOP("Recipe", "Momentum"),
    "weight_decay": QT_TRANSLATE_NOOP("Recipe", "Weight decay"),
    "schedule": QT_TRANSLATE_NOOP("Recipe", "Schedule"),
    "warmup_epochs": QT_TRANSLATE_NOOP("Recipe", "Warm-up"),
    "clip_norm": QT_TRANSLATE_NOOP("Recipe", "Gradient clipping"),
    "ema": QT_TRANSLATE_NOOP("Recipe", "Weight averaging"),
    "augmentation": QT_TRANSLATE_NOOP("Recipe", "Augmentation"),
    "mixup": QT_TRANSLATE_NOOP("Recipe", "Mixup"),
    "cutmix": QT_TRANSLATE_NOOP("Recipe", "Cutmix"),
    "label_smoothing": QT_TRANSLATE_NOOP("Recipe", "Label smoothing"),
    "class_weights": QT_TRANSLATE_NOOP("Recipe", "Class weights"),
    "device": QT_TRANSLATE_NOOP("Recipe", "Device"),
    "precision": QT_TRANSLATE_NOOP("Recipe", "Precision"),
    "workers": QT_TRANSLATE_NOOP("Recipe", "Decoding threads"),
    "threads": QT_TRANSLATE_NOOP("Recipe", "CPU threads"),
    "seed": QT_TRANSLATE_NOOP("Recipe", "Seed"),
    "deterministic": QT_TRANSLATE_NOOP("Recipe", "Deterministic"),
    "cache_gb": QT_TRANSLATE_NOOP("Recipe", "Picture cache"),
}

HELP = {
    "start_from": QT_TRANSLATE_NOOP("Recipe", "The weights that training begins with. Scratch needs many pictures."),
    "depth": QT_TRANSLATE_NOOP("Recipe", "Layers of the network: VGG-11, 13, 16 or 19."),
    "batch_norm": QT_TRANSLATE_NOOP("Recipe", "After each convolution; trains faster and more steadily."),
    "head": QT_TRANSLATE_NOOP(
        "Recipe",
        "Published: 4096, 4096. Classic notebook: 2048, 1024. Average: none, small and robust. "
        "Automatic: that of the weights, else average below 112 px.",
    ),
    "hidden": QT_TRANSLATE_NOOP("Recipe", "Widths of the hidden layers of a custom head."),
    "pooled_px": QT_TRANSLATE_NOOP("Recipe", "Side of the pooled map that a custom head sees."),
    "width": QT_TRANSLATE_NOOP("Recipe", "Factor on the channels of every convolution; 1 is the published width."),
    "dropout": QT_TRANSLATE_NOOP("Recipe", "Share of the head's activations dropped while training."),
    "train": QT_TRANSLATE_NOOP(
        "Recipe", "The last layer alone is quick; the whole network is the most accurate, given enough pictures."
    ),
    "blocks": QT_TRANSLATE_NOOP("Recipe", "Convolution blocks that are trained, counted from the last."),
    "layer_decay": QT_TRANSLATE_NOOP(
        "Recipe", "Learning rate of each block relative to the next one; 1 is the same rate everywhere."
    ),
    "epochs": QT_TRANSLATE_NOOP("Recipe", "Passes over the training pictures."),
    "batch_size": QT_TRANSLATE_NOOP("Recipe", "Pictures in one step. Automatic: measured, leaving 1.5 GB free."),
    "accumulate": QT_TRANSLATE_NOOP("Recipe", "Parts that a step is split into, to save memory."),
    "patience": QT_TRANSLATE_NOOP("Recipe", "Stop after so many epochs without gain in validation accuracy; 0: never."),
    "input_px": QT_TRANSLATE_NOOP("Recipe", "Side of the square that the network sees. Automatic: as the weights."),
    "sizes": QT_TRANSLATE_NOOP("Recipe", "Progressive resizing: from which epoch on, which size."),
    "val_share": QT_TRANSLATE_NOOP("Recipe", "Share of the pictures kept for validation, when the folder has no val."),
    "group_pattern": QT_TRANSLATE_NOOP(
        "Recipe",
        "Regular expression on paths such as cat/7_1.jpg. Pictures with the same first group stay on one side.",
    ),
    "optimiser": QT_TRANSLATE_NOOP("Recipe", "How weights follow the gradient."),
    "learning_rate": QT_TRANSLATE_NOOP(
        "Recipe", "The highest rate of the run. Automatic: by optimiser and by what is trained."
    ),
    "momentum": QT_TRANSLATE_NOOP("Recipe", "Momentum of SGD, or the first beta of Adam."),
    "weight_decay": QT_TRANSLATE_NOOP("Recipe", "Pulls weights towards zero; biases and batch norm are left alone."),
    "schedule": QT_TRANSLATE_NOOP("Recipe", "How the learning rate changes over the run."),
    "warmup_epochs": QT_TRANSLATE_NOOP("Recipe", "Epochs over which the rate rises from zero."),
    "clip_norm": QT_TRANSLATE_NOOP("Recipe", "Largest norm of the gradient; 0: no clipping."),
    "ema": QT_TRANSLATE_NOOP("Recipe", "Decay a step of the averaged weights that are validated and kept; 0: none."),
    "augmentation": QT_TRANSLATE_NOOP("Recipe", "Random changes to training pictures: flips, crops, colour, erasing."),
    "mixup": QT_TRANSLATE_NOOP("Recipe", "How strongly pairs of pictures are blended (alpha); 0: not at all."),
    "cutmix": QT_TRANSLATE_NOOP("Recipe", "How strongly parts of pictures are swapped (alpha); 0: not at all."),
    "label_smoothing": QT_TRANSLATE_NOOP("Recipe", "Share of each target that is spread over all classes."),
    "class_weights": QT_TRANSLATE_NOOP("Recipe", "Balanced: rare classes count more."),
    "device": QT_TRANSLATE_NOOP("Recipe", "Where training runs."),
    "precision": QT_TRANSLATE_NOOP("Recipe", "Arithmetic of the forward pass."),
    "workers": QT_TRANSLATE_NOOP("Recipe", "Threads that decode pictures; 0: one a core."),
    "threads": QT_TRANSLATE_NOOP("Recipe", "Threads of the arithmetic on a CPU; 0: one a core."),
    "seed": QT_TRANSLATE_NOOP("Recipe", "Decides the split and every random choice."),
    "deterministic": QT_TRANSLATE_NOOP("Recipe", "Only repeatable algorithms on a GPU; slower. A CPU run always is."),
    "cache_gb": QT_TRANSLATE_NOOP("Recipe", "Most that the cache of decoded pictures may take on disk."),
}

GROUPS = {
    "Model": QT_TRANSLATE_NOOP("Recipe", "Model"),
    "Training": QT_TRANSLATE_NOOP("Recipe", "Training"),
    "Input": QT_TRANSLATE_NOOP("Recipe", "Input"),
    "Optimiser": QT_TRANSLATE_NOOP("Recipe", "Optimiser"),
    "Regularisation": QT_TRANSLATE_NOOP("Recipe", "Regularisation"),
    "Machine": QT_TRANSLATE_NOOP("Recipe", "Machine"),
}

CHOICES = {
    "auto": QT_TRANSLATE_NOOP("Recipe", "automatic"),
    "published": QT_TRANSLATE_NOOP("Recipe", "published (4096, 4096)"),
    "classic": QT_TRANSLATE_NOOP("Recipe", "classic notebook (2048, 1024)"),
    "average": QT_TRANSLATE_NOOP("Recipe", "global average pooling"),
    "custom": QT_TRANSLATE_NOOP("Recipe", "custom"),
    "last_layer": QT_TRANSLATE_NOOP("Recipe", "last layer"),
    "classifier": QT_TRANSLATE_NOOP("Recipe", "classifier"),
    "blocks": QT_TRANSLATE_NOOP("Recipe", "classifier and last blocks"),
    "all": QT_TRANSLATE_NOOP("Recipe", "whole network"),
    "sgd": QT_TRANSLATE_NOOP("Recipe", "SGD with Nesterov momentum"),
    "adam": QT_TRANSLATE_NOOP("Recipe", "Adam"),
    "adamw": QT_TRANSLATE_NOOP("Recipe", "AdamW"),
    "cosine": QT_TRANSLATE_NOOP("Recipe", "cosine"),
    "one_cycle": QT_TRANSLATE_NOOP("Recipe", "one cycle"),
    "plateau": QT_TRANSLATE_NOOP("Recipe", "reduce on plateau"),
    "constant": QT_TRANSLATE_NOOP("Recipe", "constant"),
    "none": QT_TRANSLATE_NOOP("Recipe", "none"),
    "light": QT_TRANSLATE_NOOP("Recipe", "light"),
    "standard": QT_TRANSLATE_NOOP("Recipe", "standard"),
    "strong": QT_TRANSLATE_NOOP("Recipe", "strong"),
    "balanced": QT_TRANSLATE_NOOP("Recipe", "balanced"),
    "fp32": QT_TRANSLATE_NOOP("Recipe", "fp32"),
    "bf16": QT_TRANSLATE_NOOP("Recipe", "bf16"),
    "fp16": QT_TRANSLATE_NOOP("Recipe", "fp16"),
    "builtin": QT_TRANSLATE_NOOP("Recipe", "built-in model"),
    "scratch": QT_TRANSLATE_NOOP("Recipe", "from scratch"),
    "cpu": QT_TRANSLATE_NOOP("Recipe", "CPU"),
}

PRESETS = {
    "quick": (
        QT_TRANSLATE_NOOP("Recipe", "Quick"),
        QT_TRANSLATE_NOOP("Recipe", "last layer, features computed once"),
    ),
    "accurate": (
        QT_TRANSLATE_NOOP("Recipe", "Accurate"),
        QT_TRANSLATE_NOOP("Recipe", "whole network, augmented"),
    ),
    "classic": (
        QT_TRANSLATE_NOOP("Recipe", "Classic"),
        QT_TRANSLATE_NOOP("Recipe", "Adam, plateau, as taught"),
    ),
}

UNITS = {
    "px": QT_TRANSLATE_NOOP("Recipe", "px"),
    "epochs": QT_TRANSLATE_NOOP("Recipe", "epochs"),
    "GB": QT_TRANSLATE_NOOP("Recipe", "GB"),
}

_DISAGREEMENTS = {
    "needs rising first epochs that begin with 1": QT_TRANSLATE_NOOP(
        "Recipe", "The first epoch must be 1, and each row later than the one before."
    ),
    'needs to be "all" when training from scratch': QT_TRANSLATE_NOOP(
        "Recipe", "Training from scratch needs the whole network."
    ),
}


def title(name: str) -> str:
    """What a field is called."""
    return _translated(TITLES.get(name, name))


def help_text(name: str) -> str:
    """One sentence or two about a field."""
    return _translated(HELP.get(name, FIELDS[name].help))


def group_title(group: str) -> str:
    return _translated(GROUPS.get(group, group))


def choice_text(value: object) -> str:
    """One of the values that a field can be chosen from."""
    return _translated(CHOICES[value]) if isinstance(value, str) and value in CHOICES else str(value)


def unit_text(unit: str) -> str:
    return _translated(UNITS.get(unit, unit)) if unit else ""


def preset_title(preset: str) -> str:
    return _translated(PRESETS[preset][0])


def preset_note(preset: str) -> str:
    return _translated(PRESETS[preset][1])


def value_text(value: object) -> str:
    """A field's value for people: in lists of differences."""
    if isinstance(value, bool):
        return QCoreApplication.translate(_CONTEXT, "yes") if value else QCoreApplication.translate(_CONTEXT, "no")
    if isinstance(value, tuple | list):
        return ", ".join(value_text(part) for part in value) or choice_text("none")
    return f"{value:g}" if isinstance(value, float) else choice_text(value)


def problem_text(name: str, problem: str) -> str:
    """A fault of a field as a sentence: by its limits where it has any, else by what the recipe says."""
    if problem in _DISAGREEMENTS:
        return _translated(_DISAGREEMENTS[problem])
    field = FIELDS[name]
    if field.least is None or field.most is None:
        return f"{title(name)}: {problem}."
    sentence = QCoreApplication.translate(_CONTEXT, "A number from {least} to {most}.")
    if field.least_excluded:
        sentence = QCoreApplication.translate(_CONTEXT, "A number above {least}, up to {most}.")
    elif field.most_excluded:
        sentence = QCoreApplication.translate(_CONTEXT, "A number from {least}, below {most}.")
    return sentence.format(least=f"{field.least:.15g}", most=f"{field.most:.15g}")


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
