"""A name or a path means one weights file, or the person is told which names there are."""

import os
from pathlib import Path

import pytest

from tests.helpers.models import tiny_bundle, tiny_info
from tests.helpers.permissions import folder_for_everybody, unprivileged
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files import paths
from vgg_desktop.engine.weights.catalog import models, resolve
from vgg_desktop.engine.weights.published import PUBLISHED


def downloaded(name: str) -> Path:
    """An empty stand-in where torchvision would have put the file; its content is another test's matter."""
    published = next(row for row in PUBLISHED if row.name == name)
    path = paths.torch_hub_checkpoints() / published.file_name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


def test_the_built_in_model_is_always_there_and_first():
    (entry,) = models()
    assert (entry.name, entry.path, entry.origin) == ("builtin", paths.builtin_model(), "builtin")
    assert len(entry.read_info().labels) == 1000


def test_files_that_torchvision_downloaded_are_found_by_its_names():
    path = downloaded("vgg16_bn")
    assert resolve("vgg16_bn") == path
    entry = models()[1]
    assert (entry.name, entry.origin) == ("vgg16_bn", "torchvision")
    assert entry.read_info().metrics["top1"] == pytest.approx(0.7336)


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda row: row.name)
def test_all_eight_published_files_are_known(published):
    path = downloaded(published.name)
    assert resolve(published.name) == path


def test_models_of_the_user_are_found_by_their_file_names():
    path = tiny_bundle(paths.models_dir() / "my dogs.safetensors")
    assert resolve("my dogs") == path
    assert models()[-1].read_info() == tiny_info()


def test_a_path_is_taken_as_it_is(tmp_path: Path):
    path = tiny_bundle(tmp_path / "here.safetensors")
    assert resolve(path) == resolve(str(path)) == path


def test_a_name_goes_before_a_file_of_the_same_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "builtin").write_bytes(b"")
    assert resolve("builtin") == paths.builtin_model()
    assert resolve(Path("builtin")) == Path("builtin")


def test_a_misspelt_name_is_guessed_and_the_others_listed():
    tiny_bundle(paths.models_dir() / "flowers.safetensors")
    with pytest.raises(AppError, match="There is no model called flower") as caught:
        resolve("flower")
    assert caught.value.hint == "Did you mean flowers? There are: builtin, flowers."


def test_a_published_model_that_is_not_here_is_not_called_unknown():
    with pytest.raises(AppError, match="The model vgg19 is not on this machine yet"):
        resolve("vgg19")


@pytest.mark.parametrize("source", ["n" * 5000, "~nobody of that name", "nul\0"])
def test_what_no_file_can_be_called_is_no_model(source: str):
    with pytest.raises(AppError, match="There is no model called"):
        resolve(source)


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_closed_folder_hides_its_models_and_no_others(monkeypatch: pytest.MonkeyPatch):
    builtin = paths.builtin_model()
    # The checkout itself may lie in a folder that is closed to others.
    monkeypatch.setattr(paths, "builtin_model", lambda: builtin)
    with folder_for_everybody() as folder:
        monkeypatch.setenv("TORCH_HOME", str(folder))
        downloaded("vgg16_bn")
        (folder / "hub").chmod(0)
        with unprivileged():
            assert [entry.name for entry in models()] == ["builtin"]
            assert resolve("builtin") == builtin
        (folder / "hub").chmod(0o755)


@pytest.mark.parametrize("source", ["models/gone.safetensors", "gone.pth", "/nowhere/gone"])
def test_a_missing_path_is_called_a_file(source: str):
    with pytest.raises(AppError, match="There is no weights file"):
        resolve(source)


def test_a_damaged_model_of_the_user_is_listed_and_told_when_asked():
    path = tiny_bundle(paths.models_dir() / "broken.safetensors")
    path.write_bytes(path.read_bytes()[:100])
    entry = models()[-1]
    assert entry.name == "broken"
    with pytest.raises(AppError, match="cut short"):
        entry.read_info()
