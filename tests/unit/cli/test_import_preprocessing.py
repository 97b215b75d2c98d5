"""How a model reads pictures is known, asked for, assumed and said; sample pictures tell whether it is right."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from tests.helpers.models import CLASSES, tiny_architecture, tiny_bundle, tiny_info, tiny_network
from vgg_desktop import cli
from vgg_desktop.core.files import paths
from vgg_desktop.core.model.normalisations import NORMALISATIONS
from vgg_desktop.engine.weights import bundle

PX = bundle.read(paths.builtin_model()).info.preprocessing.crop_px


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VGG_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))


def imported(name: str, *arguments: object) -> bundle.Bundle:
    assert cli.run(["models", "import", *map(str, arguments), "--name", name]) == 0
    return bundle.read(paths.models_dir() / f"{name}.safetensors")


def labels_of(info, path: Path) -> Path:
    path.write_text("".join(f"{label.id}\t{label.name}\n" for label in info.labels), encoding="utf-8")
    return path


def reading(built_in: bundle.Bundle, name: str) -> dict[str, torch.Tensor]:
    """The built-in network, made to read pixels in another way and to answer the same but for the pictures' edges."""
    state, wanted, given = built_in.state_dict, NORMALISATIONS[name], built_in.info.preprocessing
    scale = torch.tensor(wanted.std) / torch.tensor(given.std)
    shift = (torch.tensor(wanted.mean) - torch.tensor(given.mean)) / torch.tensor(given.std)
    weight, bias = state["features.0.weight"].float(), state["features.0.bias"].float()
    changed = weight * scale[None, :, None, None]
    moved = bias + (weight * shift[None, :, None, None]).sum((1, 2, 3))
    first = changed.flip(1) if wanted.channels == "bgr" else changed
    return {**state, "features.0.weight": first.contiguous(), "features.0.bias": moved}


@pytest.mark.parametrize(
    ("name", "said"),
    [("imagenet", "does not say how it reads pixels"), ("caffe", "Caffe's pixels are assumed: blue, green, red")],
)
def test_numbers_and_samples_tell_how_the_built_in_models_weights_read_pixels(
    tmp_path: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    built_in = bundle.read(paths.builtin_model())
    torch.save(reading(built_in, name), tmp_path / "plain.pth")
    labels = labels_of(built_in.info, tmp_path / "labels.tsv")
    found = imported("plain", tmp_path / "plain.pth", "--labels", labels, "--input-px", PX)
    expected = NORMALISATIONS[name]
    preprocessing = found.info.preprocessing
    assert (preprocessing.mean, preprocessing.std, preprocessing.channels) == (
        expected.mean,
        expected.std,
        expected.channels,
    )
    assert (preprocessing.resize_px, preprocessing.crop_px) == (round(PX * 256 / 224), PX)
    assert said in capsys.readouterr().err


def test_a_normalisation_that_the_samples_speak_against_is_kept_and_a_better_one_offered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built_in = bundle.read(paths.builtin_model())
    torch.save(reading(built_in, "imagenet"), tmp_path / "plain.pth")
    labels = labels_of(built_in.info, tmp_path / "labels.tsv")
    options = ["--labels", labels, "--input-px", PX, "--preprocessing", "caffe"]
    found = imported("plain", tmp_path / "plain.pth", *options)
    assert found.info.preprocessing.channels == "bgr"
    assert "With --preprocessing imagenet" in capsys.readouterr().err


def test_single_values_win_over_the_short_form(tmp_path: Path) -> None:
    torch.save(tiny_network().state_dict(), tmp_path / "mine.pth")
    options = ["--preprocessing", "unit", "--input-px", 32, "--mean", "0.1,0.2,0.3", "--channels", "bgr"]
    preprocessing = imported("mine", tmp_path / "mine.pth", *options).info.preprocessing
    assert preprocessing.mean == (0.1, 0.2, 0.3)
    assert preprocessing.std == (1.0, 1.0, 1.0)
    assert preprocessing.channels == "bgr"
    assert (preprocessing.resize_px, preprocessing.crop_px) == (32, 32)


@pytest.mark.parametrize(
    "options", [["--input-px", "8"], ["--mean", "1,2"], ["--std", "0,1,1"], ["--mean", "nan,0,0"], ["--channels", "x"]]
)
def test_values_that_make_no_sense_are_refused(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save(tiny_network().state_dict(), tmp_path / "mine.pth")
    assert cli.run(["models", "import", str(tmp_path / "mine.pth"), *options]) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err
    assert not list(paths.models_dir().glob("*"))


def test_a_runs_own_weights_keep_their_size_also_with_other_labels(tmp_path: Path) -> None:
    path = tiny_bundle(tmp_path / "best.safetensors")
    labels = tmp_path / "labels.tsv"
    labels.write_text("".join(f"n{i}\tanother {i}\n" for i in range(len(CLASSES))), encoding="utf-8")
    found = imported("mine", path, "--labels", labels)
    assert found.info.preprocessing == tiny_info().preprocessing
    assert found.info.labels[0].name == "another 0"


def test_what_a_file_does_not_say_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_file(tiny_network().state_dict(), tmp_path / "plain.safetensors")
    imported("plain", tmp_path / "plain.safetensors")
    said = capsys.readouterr().err
    assert "224 px are assumed" in said
    assert "ImageNet's normalisation is assumed" in said
    assert "they are numbered" in said


def test_an_own_model_of_1000_outputs_does_not_get_imagenets_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    info = tiny_info([f"part {number}" for number in range(1000)])
    torch.save(tiny_network(info).state_dict(), tmp_path / "parts.pth")
    found = imported("parts", tmp_path / "parts.pth", "--input-px", 32)
    assert "--labels" in capsys.readouterr().err
    assert found.info.labels[3].name == "class 3"


def caffe_names(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {
        name.replace("classifier.0.", "classifier.fc6.")
        .replace("classifier.3.", "classifier.fc7.")
        .replace("classifier.6.", "classifier.fc8."): tensor
        for name, tensor in state.items()
    }


def test_caffes_names_are_fed_blue_green_red(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    info = tiny_info(architecture=tiny_architecture(5, batch_norm=False, hidden=(24, 16), pooled_px=2))
    torch.save(caffe_names(tiny_network(info).state_dict()), tmp_path / "caffe.pth")
    preprocessing = imported("caffe", tmp_path / "caffe.pth", "--input-px", 64).info.preprocessing
    assert preprocessing.channels == "bgr"
    assert preprocessing.std[0] == pytest.approx(1 / 255)
    assert "Caffe's pixels are assumed" in capsys.readouterr().err


def test_assumptions_are_said_also_where_the_file_is_used_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.helpers.pictures import write_photo

    torch.save(tiny_network().state_dict(), tmp_path / "mine.pth")
    arguments = ["classify", "--model", str(tmp_path / "mine.pth"), str(write_photo(tmp_path / "a.jpg")), "--json"]
    assert cli.run(arguments) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)
    assert "are assumed" in err


@pytest.mark.parametrize("prefix", ["module.", "model.", "net.", "vgg.", "backbone.vgg.", "module.model."])
def test_a_network_under_a_prefix_is_found_and_strangers_beside_it_are_named(
    tmp_path: Path, prefix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tiny_network().state_dict()
    strangers = {"criterion.weight": torch.ones(5), "teacher.scale": torch.ones(1)}
    torch.save({**{f"{prefix}{name}": one for name, one in state.items()}, **strangers}, tmp_path / "wrapped.pth")
    found = imported("wrapped", tmp_path / "wrapped.pth", "--input-px", 32)
    assert all(torch.equal(found.state_dict[name], tensor) for name, tensor in state.items())
    assert "2 tensors beside its VGG" in capsys.readouterr().err


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.run(["models", "import", str(path)]) == 1
    return capsys.readouterr().err


def test_files_that_are_no_model_get_a_sentence_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tiny_network().state_dict()
    grey = {**state, "features.0.weight": state["features.0.weight"][:, :1].clone()}
    features = {name: tensor for name, tensor in state.items() if name.startswith("features.")}
    broken = {**state, "classifier.1.weight": torch.full_like(state["classifier.1.weight"], torch.nan)}
    within = {**state, "attention.weight": torch.ones(4, 4)}
    for name, tensors, words in (
        ("grey", grey, "pictures of 1 channel"),
        ("features", features, "only the convolutions"),
        ("nan", broken, "not finite"),
        ("other", within, "no VGG"),
    ):
        torch.save(tensors, tmp_path / f"{name}.pth")
        assert words in refused(tmp_path / f"{name}.pth", capsys), name
