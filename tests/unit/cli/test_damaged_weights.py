"""A weights file that was whole once and is damaged now: no command says that all went well."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from tests.helpers.models import tiny_bundle, tiny_network
from tests.helpers.pictures import write_photo
from tests.helpers.runs import easy_data
from vgg_desktop import cli
from vgg_desktop.core.files import paths
from vgg_desktop.engine.weights.verified_files import VerifiedFiles

NAMES = ("class0", "class1", "class2")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VGG_DESKTOP_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return easy_data(tmp_path_factory.mktemp("data"), per_class=4)


def own(folder: Path) -> Path:
    return tiny_bundle(folder / "own.safetensors", NAMES)


def legacy(folder: Path) -> Path:
    torch.save(tiny_network().state_dict(), folder / "legacy.pth", _use_new_zipfile_serialization=False)
    return folder / "legacy.pth"


def foreign(folder: Path) -> Path:
    save_file(tiny_network().state_dict(), folder / "foreign.safetensors")
    return folder / "foreign.safetensors"


def damage_under_the_same_date(path: Path) -> None:
    status = path.stat()
    content = bytearray(path.read_bytes())
    content[-2000] ^= 64
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def damage_that_nothing_shows(path: Path) -> None:
    """As a failing disk does it."""
    known = VerifiedFiles().sha256_of(path)
    assert known
    damage_under_the_same_date(path)
    VerifiedFiles().remember(path, known)


@pytest.mark.parametrize("make", [own, legacy, foreign])
@pytest.mark.parametrize("damage", [damage_under_the_same_date, damage_that_nothing_shows])
def test_every_command_that_uses_it_fails(
    tmp_path: Path,
    data: Path,
    make: Callable[[Path], Path],
    damage: Callable[[Path], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    model, picture = make(tmp_path), write_photo(tmp_path / "a.jpg")
    assert cli.run(["classify", "--model", str(model), str(picture)]) == 0
    damage(model)
    capsys.readouterr()
    commands = {
        "classify": ["classify", "--model", str(model), str(picture)],
        "import": ["models", "import", str(model), "--name", "mine"],
        "train": ["train", str(data), "--start-from", str(model), "--runs-dir", str(tmp_path / "runs")],
        "verify": ["models", "verify", str(model)],
    }
    if make is own:
        commands["evaluate"] = ["evaluate", str(model), str(data), "--json"]
    for name, arguments in commands.items():
        assert cli.run(arguments) == 1, name
        out, err = capsys.readouterr()
        assert "damaged" in err, name
        assert "Traceback" not in err
        assert name == "classify" or "top1" not in out
    assert not list(paths.models_dir().glob("*.safetensors"))


def test_nothing_is_answered_where_size_time_or_inode_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model, picture = own(tmp_path), write_photo(tmp_path / "a.jpg")
    assert cli.run(["classify", "--model", str(model), str(picture)]) == 0
    damage_under_the_same_date(model)
    capsys.readouterr()
    assert cli.run(["classify", "--model", str(model), str(picture)]) == 1
    assert capsys.readouterr().out == ""


def test_a_file_that_was_replaced_with_another_date_is_another_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, picture = legacy(tmp_path), write_photo(tmp_path / "a.jpg")
    assert cli.run(["classify", "--model", str(model), str(picture)]) == 0
    torch.save(tiny_network(seed=3).state_dict(), model, _use_new_zipfile_serialization=False)
    os.utime(model, ns=(0, model.stat().st_mtime_ns + 10**9))
    assert cli.run(["classify", "--model", str(model), str(picture)]) == 0
    assert "damaged" not in capsys.readouterr().err
