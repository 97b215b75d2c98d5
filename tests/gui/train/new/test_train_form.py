"""The form: a fitting control for every field, faults while typing, presets, recipes that come out as they went in."""

import itertools
import tomllib
from pathlib import Path

import msgspec
import pytest
import tomli_w
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.recipe.recipe import FIELDS, PRESETS, Recipe
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.gui.look.theme import Theme
from vgg_desktop.gui.text import recipe_wording
from vgg_desktop.gui.text.shell_commands import recipe_options, train_arguments
from vgg_desktop.gui.train.new.form.number_box import NumberBox
from vgg_desktop.gui.train.new.form.recipe_form import RecipeForm

NAMES = [name for name in FIELDS if name != "version"]


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> RecipeForm:
    form = RecipeForm(theme)
    qtbot.addWidget(form)
    form.resize(340, 600)
    form.show()
    return form


@pytest.fixture
def whole_form(form: RecipeForm, qtbot: QtBot) -> RecipeForm:
    form.show_all_settings(True)
    qtbot.waitUntil(lambda: set(form.rows) == set(NAMES))
    return form


def box(form: RecipeForm, name: str) -> NumberBox:
    editor = form.rows[name].control.focusProxy()
    assert isinstance(editor, NumberBox)
    return editor


def type_into(editor: QAbstractSpinBox, text: str) -> None:
    editor.selectAll()
    QTest.keyClicks(editor, text)


def test_defaults_are_a_recipe(form: RecipeForm) -> None:
    assert form.problems() == {}
    assert form.recipe() == make({}, "quick")
    assert form.changed_values() == {}


def test_every_field_has_a_row_with_title_help_and_a_control_that_fits(whole_form: RecipeForm) -> None:
    for name in NAMES:
        row, field = whole_form.rows[name], FIELDS[name]
        editor = row.control.focusProxy()
        assert editor.accessibleName() == recipe_wording.title(name)
        assert recipe_wording.help_text(name) in editor.accessibleDescription()
        if field.least is not None:
            assert isinstance(editor, NumberBox)
        elif isinstance(field.default, bool):
            assert isinstance(editor, QCheckBox)
        elif field.choices or name in ("device", "start_from"):
            assert isinstance(editor, QComboBox)
            assert not editor.isEditable()
        elif name == "group_pattern":
            assert isinstance(editor, QLineEdit)
        else:
            assert editor.findChildren(QLineEdit) == []


def test_every_field_has_a_title_and_each_choice_a_word() -> None:
    assert all(FIELDS[name].title for name in NAMES)
    choices = {choice for field in FIELDS.values() for choice in field.choices if isinstance(choice, str)}
    assert choices <= set(recipe_wording.CHOICES)
    assert set(PRESETS) == set(recipe_wording.PRESETS)


def test_every_value_of_every_field_comes_out_as_it_went_in(whole_form: RecipeForm) -> None:
    recipe = Recipe(
        start_from="scratch",
        depth=11,
        batch_norm=False,
        head="custom",
        hidden=(512, 64),
        pooled_px=3,
        width=0.125,
        dropout=0.35,
        train="all",
        layer_decay=0.65,
        epochs=77,
        batch_size=48,
        accumulate=4,
        patience=7,
        input_px=96,
        sizes=((1, 32), (5, 64)),
        val_share=0.15,
        group_pattern=r"(\d+)_",
        optimiser="adamw",
        learning_rate=3e-4,
        momentum=0.85,
        weight_decay=0.02,
        schedule="one_cycle",
        warmup_epochs=2.5,
        clip_norm=1.5,
        ema=0.9995,
        augmentation="strong",
        mixup=0.2,
        cutmix=1.0,
        label_smoothing=0.05,
        class_weights="balanced",
        device="cuda:1",
        precision="bf16",
        workers=3,
        threads=2,
        seed=2**53,
        deterministic=True,
        cache_gb=7.5,
    )
    whole_form.show_recipe(recipe)
    assert whole_form.recipe() == recipe
    shown = {name: whole_form.rows[name].value() for name in NAMES}
    assert msgspec.convert({**shown, "version": 1}, Recipe) == recipe


def test_a_number_out_of_range_is_said_where_it_was_typed(whole_form: RecipeForm) -> None:
    type_into(box(whole_form, "weight_decay"), "7")
    assert whole_form.problems() == {"weight_decay": "A number from 0 to 1."}
    assert whole_form.rows["weight_decay"].problem == "A number from 0 to 1."
    type_into(box(whole_form, "weight_decay"), "0.01")
    assert whole_form.problems() == {}
    assert whole_form.rows["weight_decay"].problem == ""


def test_excluded_ends_are_said(whole_form: RecipeForm) -> None:
    type_into(box(whole_form, "learning_rate"), "0")
    type_into(box(whole_form, "dropout"), "1")
    assert whole_form.problems() == {
        "learning_rate": "A number above 0, up to 10.",
        "dropout": "A number from 0, below 1.",
    }


def test_letters_cannot_be_typed_into_a_number(form: RecipeForm) -> None:
    type_into(box(form, "epochs"), "a1b2c")
    assert box(form, "epochs").text() == "12"


@pytest.mark.parametrize(("typed", "value"), [("3e-4", 3e-4), ("0,01", 0.01), ("auto", "auto"), ("1E-5", 1e-5)])
def test_rates_are_typed_as_people_write_them(form: RecipeForm, typed: str, value: object) -> None:
    type_into(box(form, "learning_rate"), typed)
    assert form.values()["learning_rate"] == value


@pytest.mark.parametrize(
    ("name", "typed", "number"),
    [
        *(
            ("epochs", text, 1000)
            for text in ("1000", "1,000", "1.000", "1 000", "1'000", "1_000", "1\u202f000", "1e3")
        ),
        *(("cache_gb", text, 1000) for text in ("1,000", "1 000", "1000.0", "1,000.0", "1.000,0")),
        *(("cache_gb", text, 1.5) for text in ("1.5", "1,5", "1.500")),
        *(("learning_rate", text, 0.001) for text in ("0.001", "0,001", "1e-3")),
        ("seed", "1,234,567", 1_234_567),
        ("seed", "1.234.567", 1_234_567),
        ("epochs", "12,34,567", None),
        ("epochs", "1,000,00", None),
    ],
)
def test_marks_of_thousands_are_understood(whole_form: RecipeForm, name: str, typed: str, number: float | None) -> None:
    editor = box(whole_form, name)
    editor.lineEdit().setText(typed)
    assert editor.number() == number


def test_what_is_no_number_yet_is_a_fault_and_not_an_old_value(form: RecipeForm) -> None:
    type_into(box(form, "epochs"), "")
    box(form, "epochs").lineEdit().clear()
    assert "epochs" in form.problems()


def test_arrows_step_a_rate_through_round_values(form: RecipeForm) -> None:
    editor = box(form, "learning_rate")
    editor.set_number(1e-3)
    editor.stepBy(1)
    assert form.values()["learning_rate"] == pytest.approx(2e-3)
    editor.stepBy(-2)
    assert form.values()["learning_rate"] == pytest.approx(5e-4)


def test_arrows_stay_within_the_range(whole_form: RecipeForm) -> None:
    for name in ("dropout", "patience", "width"):
        editor = box(whole_form, name)
        for steps in (500, -1000):
            editor.stepBy(steps)
            assert name not in whole_form.problems()


def test_faults_of_fields_that_do_not_go_together_are_said(whole_form: RecipeForm) -> None:
    whole_form.set_value("train", "last_layer")
    whole_form.set_value("start_from", "scratch")
    assert whole_form.problems() == {"train": 'What is trained: training from scratch needs the whole network ("all").'}
    whole_form.set_value("start_from", "builtin")
    whole_form.set_value("sizes", ((2, 32),))
    assert whole_form.rows["sizes"].problem


def test_a_pattern_that_is_none_is_said(form: RecipeForm) -> None:
    form.set_value("group_pattern", "([")
    assert form.problems()["group_pattern"].startswith("Group pattern: is no regular expression: unterminated")


def test_a_fault_in_hidden_settings_opens_them(form: RecipeForm, qtbot: QtBot) -> None:
    form.set_value("dropout", 3.0)
    qtbot.waitUntil(lambda: "dropout" in form.rows and form.rows["dropout"].isVisible())
    assert form.rows["dropout"].problem


def test_fields_without_a_meaning_are_hidden_and_do_not_count(whole_form: RecipeForm) -> None:
    whole_form.set_value("head", "custom")
    whole_form.set_value("hidden", (256,))
    assert whole_form.rows["hidden"].isVisible()
    assert whole_form.recipe().hidden == (256,)
    whole_form.set_value("head", "classic")
    assert not whole_form.rows["hidden"].isVisible()
    assert whole_form.recipe().hidden == ()


def test_a_preset_changes_everything_but_the_weights_to_start_from(form: RecipeForm) -> None:
    form.set_value("start_from", "vgg16_bn")
    form.choose_preset("classic")
    assert form.recipe() == make({"start_from": "vgg16_bn"}, "classic")
    assert form.changed_values() == {"start_from": "vgg16_bn"}


def test_a_preset_is_chosen_with_a_click_or_with_the_arrow_keys(form: RecipeForm) -> None:
    cards = form._presets
    QTest.mouseClick(cards.card("accurate"), Qt.MouseButton.LeftButton)
    assert form.preset == "accurate"
    assert cards.card("accurate").isChecked()


def test_a_recipe_is_shown_under_the_nearest_preset(form: RecipeForm) -> None:
    form.show_recipe(make({"epochs": 5, "dropout": 0.1}, "accurate"))
    assert form.preset == "accurate"
    assert form.changed_values() == {"epochs": 5, "dropout": 0.1}


def test_a_form_is_recalled_as_it_was_left(form: RecipeForm, theme: Theme, qtbot: QtBot) -> None:
    form.choose_preset("accurate")
    form.set_value("epochs", 7)
    form.set_value("sizes", ((1, 32), (3, 64)))
    remembered = tomllib.loads(tomli_w.dumps(form.remembered()))
    another = RecipeForm(theme)
    qtbot.addWidget(another)
    another.recall(remembered)
    assert (another.preset, another.recipe()) == ("accurate", form.recipe())


@pytest.mark.parametrize(
    "remembered",
    [{}, {"preset": "gone", "values": {}}, {"preset": "quick", "values": {"epochs": -1}}, {"preset": 3, "values": []}],
)
def test_what_cannot_be_recalled_leaves_the_defaults(form: RecipeForm, remembered: dict) -> None:
    form.recall(remembered)
    assert form.changed_values() == {}


def test_reset_goes_back_to_the_preset(whole_form: RecipeForm) -> None:
    whole_form.set_value("epochs", 5)
    whole_form._reset_button.click()
    assert whole_form.changed_values() == {}


def test_rows_of_numbers_are_added_and_taken_away(whole_form: RecipeForm) -> None:
    whole_form.set_value("head", "custom")
    edit = whole_form.rows["hidden"].control.focusProxy()
    edit._add_button.click()
    edit.findChildren(QSpinBox)[0].setValue(300)
    assert whole_form.recipe().hidden == (300,)
    edit._add_button.click()
    assert len(whole_form.recipe().hidden) == 2
    edit.set_rows(())
    assert whole_form.recipe().hidden == ()


def test_scrolling_past_a_box_does_not_change_it(form: RecipeForm) -> None:
    before = form.values()
    for name in ("epochs", "start_from"):
        editor = form.rows[name].control.focusProxy()
        editor.clearFocus()
        _wheel(editor)
    assert form.values() == before


@pytest.mark.parametrize("preset", list(PRESETS))
def test_the_command_line_says_the_same_as_the_form(form: RecipeForm, preset: str) -> None:
    from vgg_desktop.cli.commands.recipe_options import recipe_of

    form.choose_preset(preset)
    for name, value in {
        "epochs": 7,
        "learning_rate": 2e-4,
        "sizes": ((1, 32), (3, 64)),
        "deterministic": True,
        "group_pattern": r"^(\w+)-",
        "batch_size": "auto",
        "ema": 0.99,
    }.items():
        form.set_value(name, value)
    options = recipe_options(form.preset, form.changed_values())
    settings = [value for option, value in itertools.pairwise(options) if option == "--set"]
    assert recipe_of(form.preset, None, settings, {}) == form.recipe()


def test_every_device_of_the_machine_is_offered_and_the_chosen_one_stays(form: RecipeForm, qtbot: QtBot) -> None:
    form.set_value("device", "cuda")
    form.show_all_settings(True)
    qtbot.waitUntil(lambda: "device" in form.rows)
    box = form.rows["device"].control.box
    assert [box.itemData(place) for place in range(box.count())] == ["auto", "cpu", "cuda", "mps"]
    twin = {"kind": "cuda", "name": "NVIDIA H200", "precision": "bf16"}
    form.offer_devices(
        [
            DeviceChoice(**twin),
            DeviceChoice(**twin, index=1),
            DeviceChoice(kind="mps", name="Apple GPU", precision="fp32"),
            DeviceChoice(kind="cpu", name="EPYC, 2 cores", precision="fp32"),
        ]
    )
    assert [box.itemData(place) for place in range(box.count())] == ["auto", "cuda:0", "cuda:1", "mps", "cpu", "cuda"]
    assert box.itemText(2) == "NVIDIA H200 (cuda:1)"
    assert form.recipe().device == "cuda"
    box.setCurrentIndex(2)
    assert form.recipe().device == "cuda:1"


def test_the_command_names_source_labels_corrections_and_folder(tmp_path: Path) -> None:
    files, labels = (Path("c.csv"), Path("d.csv")), Path("names.tsv")
    words = train_arguments(tmp_path / "a b", "quick", {}, runs_dir=tmp_path / "runs", labels=labels, corrections=files)
    assert words == [
        "train",
        str(tmp_path / "a b"),
        "--preset",
        "quick",
        "--runs-dir",
        str(tmp_path / "runs"),
        "--labels",
        "names.tsv",
        "--corrections",
        "c.csv",
        "--corrections",
        "d.csv",
    ]


def _wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
