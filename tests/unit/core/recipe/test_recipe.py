"""The recipe: what it takes, what it says when it does not, and that a file brings back the same."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe import FIELDS, PRESETS, Recipe
from vgg_desktop.core.recipe.recipe_checks import make, problems
from vgg_desktop.core.recipe.recipe_file import recipe_of_toml, write_toml


def problem(name: str, value: Any) -> str:
    return problems({name: value})[name]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("depth", 12, "needs to be 11, 13, 16 or 19"),
        ("optimiser", "rmsprop", "needs to be sgd, adam or adamw"),
        ("class_weights", "some", "needs to be none or balanced"),
        ("epochs", 0, "needs to be a whole number from 1 to 100,000"),
        ("epochs", 1.5, "needs to be a whole number from 1 to 100,000"),
        ("epochs", "many", "needs to be a whole number from 1 to 100,000"),
        ("batch_size", 0, "needs to be a whole number from 1 to 65,536, or auto"),
        ("batch_size", "large", "needs to be a whole number from 1 to 65,536, or auto"),
        ("input_px", 16, "needs to be a whole number from 32 to 1,024, or auto"),
        ("learning_rate", -1, "needs to be a number above 0 and up to 10, or auto"),
        ("learning_rate", float("nan"), "needs to be a number above 0 and up to 10, or auto"),
        ("learning_rate", "nan", "needs to be a number above 0 and up to 10, or auto"),
        ("val_share", 1.0, "needs to be a number above 0 and below 1"),
        ("ema", 1.0, "needs to be a number from 0 and below 1"),
        ("width", "inf", "needs to be a number above 0 and up to 2"),
        ("batch_norm", "maybe", "needs to be true or false"),
        ("device", "", "needs to be text, not empty"),
        ("start_from", 3, "needs to be text, not empty"),
        ("version", 2, "needs to be a whole number 1"),
        ("hidden", [0], "needs to be a list of up to 4 whole numbers from 1 to 65,536, such as [2048, 1024]"),
        (
            "sizes",
            [[1, 8]],
            "needs to be a list of pairs of first epoch and side (32 to 1,024 px), such as [[1, 32], [7, 48]]",
        ),
        ("sizes", [[2, 32]], "the first epoch is 1, and each row later than the one before"),
        ("group_pattern", "(", "is no regular expression: missing ), unterminated subpattern at position 0"),
        ("hidden", [512], 'has a meaning only with head = "custom"'),
        ("colour", 1, "there is no such field"),
    ],
)
def test_a_value_that_does_not_fit_is_answered_with_what_would(name: str, value: Any, sentence: str):
    assert problem(name, value) == sentence


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", [None, {"a": 1}, object, b"\xff", [[[]]]])
def test_no_answer_quotes_the_machinery(name: str, value: Any):
    if problems({name: value}):
        assert not set("`$") & set(problem(name, value))


def test_every_fault_is_named_at_once():
    with pytest.raises(AppError) as refused:
        make({"depth": 12, "epochs": 0, "colour": 1})
    assert refused.value.summary == (
        "The recipe does not fit: colour: there is no such field; depth: needs to be 11, 13, 16 or 19; "
        "epochs: needs to be a whole number from 1 to 100,000."
    )


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("epochs", "12", 12),
        ("depth", "11", 11),
        ("batch_size", "auto", "auto"),
        ("batch_size", "64", 64),
        ("learning_rate", "1e-3", 1e-3),
        ("batch_norm", "false", False),
        ("device", "cuda:1", "cuda:1"),
    ],
)
def test_values_from_a_command_line_become_numbers_and_switches(name: str, text: str, value: Any):
    assert getattr(make({name: text}), name) == value


@pytest.mark.parametrize("preset", ["", *PRESETS])
def test_every_preset_makes_a_recipe_and_survives_its_file(preset: str):
    recipe = make({}, preset)
    assert recipe_of_toml(write_toml(recipe)) == recipe


def test_values_win_over_their_preset():
    assert make({"epochs": 3}, "classic").epochs == 3
    assert make({}, "classic").optimiser == "adam"


def test_an_unknown_preset_is_answered_with_the_known_ones():
    with pytest.raises(AppError, match=r"There is no preset called fast\. The presets are quick, accurate, classic\."):
        make({}, "fast")


@given(
    st.fixed_dictionaries(
        {
            "epochs": st.integers(1, 1000),
            "batch_size": st.one_of(st.just("auto"), st.integers(1, 512)),
            "learning_rate": st.floats(1e-8, 10, allow_nan=False),
            "head": st.just("custom"),
            "hidden": st.lists(st.integers(1, 4096), max_size=4),
            "sizes": st.sampled_from([[], [[1, 32]], [[1, 32], [7, 48], [9, 64]]]),
            "start_from": st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
            "seed": st.integers(0, 2**53),
            "deterministic": st.booleans(),
        }
    )
)
def test_any_recipe_comes_back_from_its_file_as_it_was(values: dict[str, Any]):
    recipe = make(values)
    assert recipe_of_toml(write_toml(recipe)) == recipe


def test_a_recipe_file_explains_every_field_under_its_group():
    text = write_toml(Recipe())
    assert all(f"# {field.help}" in text for field in FIELDS.values())
    assert text.index("# Model") < text.index("# Training") < text.index("# Optimiser") < text.index("# Machine")


def test_every_field_says_its_group_help_default_and_range():
    for field in FIELDS.values():
        assert field.group
        assert field.help.endswith(".")
        assert field.default == getattr(Recipe(), field.name)
        assert problems({field.name: field.default}) == {}
        if field.least is not None and not field.choices:
            assert field.most is not None
            inside = field.most - 1e-9 if field.most_excluded else field.most
            kind = int if isinstance(field.default, int) else float
            if field.name != "warmup_epochs":
                assert problems({field.name: kind(inside)}) == {}
            assert field.name in problems({field.name: field.most + 1})
            assert field.name in problems({field.name: field.least - 1})


@pytest.mark.parametrize("text", ["not = toml = at all", "\x00", "[[["])
def test_a_recipe_that_is_no_toml_is_refused(text: str):
    with pytest.raises(AppError, match=r"The recipe is not a TOML file\."):
        recipe_of_toml(text)


def test_a_newer_recipe_is_refused_by_its_version():
    with pytest.raises(AppError, match="version: needs to be a whole number 1"):
        recipe_of_toml("version = 2\n")


def test_recipes_are_frozen():
    with pytest.raises(AttributeError):
        Recipe().epochs = 3  # type: ignore[misc]
    assert msgspec.structs.replace(Recipe(), epochs=3).epochs == 3


def test_training_from_scratch_needs_the_whole_network():
    assert problems({"start_from": "scratch", "train": "last_layer"})["train"] == (
        'training from scratch needs the whole network ("all")'
    )


def test_a_field_applies_only_where_the_others_let_it():
    values = {name: field.default for name, field in FIELDS.items()}
    assert {name for name, field in FIELDS.items() if not field.applies(values)} == {
        "depth",
        "batch_norm",
        "width",
        "hidden",
        "pooled_px",
        "blocks",
    }
    assert FIELDS["depth"].applies({**values, "start_from": "scratch"})
    assert not FIELDS["layer_decay"].applies({**values, "train": "last_layer"})
