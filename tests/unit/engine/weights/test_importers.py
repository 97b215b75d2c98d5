"""Weights of other programs come in with their own answers, whatever they call their tensors."""

import collections
import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest
import safetensors.torch
import torch
from safetensors.torch import save_file

from tests.helpers.models import CLASSES, tiny_architecture, tiny_bundle, tiny_info, tiny_network
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Architecture, Preprocessing
from vgg_desktop.engine.architecture import VGG, outline
from vgg_desktop.engine.weights import bundle, bundle_header
from vgg_desktop.engine.weights.importers import file_sha256, import_weights, open_weights, verify
from vgg_desktop.engine.weights.layouts import recognise
from vgg_desktop.engine.weights.published import PUBLISHED, imagenet_labels, info_of
from vgg_desktop.engine.weights.verified_files import VerifiedFiles

HEADED = tiny_architecture(5, hidden=(24, 16), pooled_px=2)


def network(architecture: Architecture) -> VGG:
    return tiny_network(tiny_info(architecture=architecture))


def saved(folder: Path, state_dict: dict[str, torch.Tensor], name: str = "foreign.pth", **options) -> Path:
    torch.save(state_dict, folder / name, **options)
    return folder / name


def renamed(state_dict: dict[str, torch.Tensor], **prefixes: str) -> dict[str, torch.Tensor]:
    """Names whose first part is replaced: features="conv_layer"."""
    split = [(name.partition("."), tensor) for name, tensor in state_dict.items()]
    return {f"{prefixes.get(first, first)}.{rest}": tensor for (first, _, rest), tensor in split}


def same_answers(path: Path, theirs: VGG, **options) -> bundle.Bundle:
    """Imports the file and compares logits on noise with the network that was written."""
    imported = import_weights(path, **options)
    ours = outline(imported.info.architecture)
    ours.load_state_dict(imported.state_dict, assign=True)
    images = torch.randn(2, 3, 40, 40, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        assert torch.equal(ours.eval()(images), theirs(images))
    return imported


@pytest.mark.parametrize("depth", [11, 13, 16, 19])
@pytest.mark.parametrize("batch_norm", [False, True])
def test_torchvision_weights_of_every_depth_are_recognised(tmp_path: Path, depth: int, batch_norm: bool):
    theirs = network(tiny_architecture(5, depth=depth, batch_norm=batch_norm, hidden=(24, 16), pooled_px=2))
    imported = same_answers(saved(tmp_path, theirs.state_dict()), theirs)
    expected = theirs.architecture
    found = imported.info.architecture
    assert (found.depth, found.batch_norm, found.hidden, found.pooled_px, found.width, found.class_count) == (
        depth,
        batch_norm,
        expected.hidden,
        2,
        1 / 8,
        5,
    )
    assert imported.info.provenance["layout"] == "torchvision"


def test_files_in_torchs_old_format_without_an_archive_are_read(tmp_path: Path):
    """As the eight published files were once written."""
    theirs = network(HEADED)
    same_answers(saved(tmp_path, theirs.state_dict(), _use_new_zipfile_serialization=False), theirs)


def test_files_that_do_not_count_batches_are_read(tmp_path: Path):
    theirs = network(HEADED)
    old = {k: v for k, v in theirs.state_dict().items() if not k.endswith("num_batches_tracked")}
    same_answers(saved(tmp_path, collections.OrderedDict(old)), theirs)


def test_the_classic_notebooks_layout_is_recognised(tmp_path: Path):
    theirs = network(tiny_architecture(10, depth=16, batch_norm=False, hidden=(32, 16), pooled_px=7))
    path = saved(tmp_path, renamed(theirs.state_dict(), features="conv_layer", classifier="fcs"))
    imported = same_answers(path, theirs)
    assert imported.info.provenance["layout"] == "the classic notebook"
    assert imported.info.architecture.hidden == (32, 16)


def test_timms_layout_with_its_convolutional_head_is_recognised(tmp_path: Path):
    theirs = network(tiny_architecture(6, batch_norm=True, hidden=(24, 24), pooled_px=7))
    tensors = theirs.state_dict()
    names = {"classifier.0": "pre_logits.fc1", "classifier.3": "pre_logits.fc2", "classifier.6": "head.fc"}
    timm = {k: v for k, v in tensors.items() if k.startswith("features.")}
    for ours, name in names.items():
        timm[f"{name}.weight"], timm[f"{name}.bias"] = tensors[f"{ours}.weight"], tensors[f"{ours}.bias"]
    timm["pre_logits.fc1.weight"] = timm["pre_logits.fc1.weight"].reshape(24, 64, 7, 7)
    timm["pre_logits.fc2.weight"] = timm["pre_logits.fc2.weight"].reshape(24, 24, 1, 1)
    assert same_answers(saved(tmp_path, timm), theirs).info.provenance["layout"] == "timm"


def test_one_linear_layer_without_a_number_is_recognised(tmp_path: Path):
    """The layout of the model that this program started with."""
    theirs = network(tiny_architecture(5))
    tensors = {name.replace("classifier.1.", "classifier."): tensor for name, tensor in theirs.state_dict().items()}
    path = tmp_path / "start.safetensors"
    safetensors.torch.save_file(tensors, path)
    assert same_answers(path, theirs).info.architecture.hidden == ()


@pytest.mark.parametrize("prefix", ["module.", "_orig_mod.", "module._orig_mod.", "model."])
def test_names_that_a_wrapper_made_longer_are_read(tmp_path: Path, prefix: str):
    theirs = network(HEADED)
    same_answers(saved(tmp_path, {prefix + name: tensor for name, tensor in theirs.state_dict().items()}), theirs)


@pytest.mark.parametrize("key", ["state_dict", "model_state_dict", "model"])
def test_a_state_dict_inside_a_checkpoint_is_found(tmp_path: Path, key: str):
    theirs = network(HEADED)
    same_answers(saved(tmp_path, {"epoch": 3, key: theirs.state_dict(), "loss": 0.5}), theirs)


def test_convolutions_without_bias_before_batch_norm_are_read(tmp_path: Path):
    theirs = network(HEADED)
    for layer in theirs.features:
        if isinstance(layer, torch.nn.Conv2d):
            torch.nn.init.zeros_(layer.bias)
    convolutions = {f"features.{i}" for i, m in enumerate(theirs.features) if isinstance(m, torch.nn.Conv2d)}
    tensors = {k: v for k, v in theirs.state_dict().items() if k not in {f"{name}.bias" for name in convolutions}}
    same_answers(saved(tmp_path, tensors), theirs)


def test_a_thousand_classes_get_the_names_of_imagenet(tmp_path: Path):
    theirs = network(tiny_architecture(1000))
    labels = import_weights(saved(tmp_path, theirs.state_dict())).info.labels
    assert (labels[0].id, labels[0].name) == ("n01440764", "tench")
    assert (labels[207].id, labels[207].name) == ("n02099601", "golden retriever")
    assert labels[999].name == "toilet paper"


def test_the_imagenet_names_are_in_torchvisions_order_and_each_of_its_names_still_finds_its_class():
    from torchvision.models import VGG16_BN_Weights

    labels, theirs = imagenet_labels(), VGG16_BN_Weights.DEFAULT.meta["categories"]
    assert all(name in (label.name, *label.aliases) for label, name in zip(labels, theirs, strict=True))
    assert [label.id for label in labels] == sorted(label.id for label in labels)
    assert "Tinca tinca" in labels[0].aliases


def test_the_imagenet_names_say_which_of_two_things_is_meant():
    names = [label.name for label in imagenet_labels()]
    assert len(set(names)) == 1000
    assert {"crane (bird)", "crane (machine)", "station wagon", "polar bear", "rose hip", "trash can"} <= set(names)
    assert not {"crane", "beach wagon", "ice bear", "hip", "ashcan", "maillot tank suit"} & set(names)


def test_given_labels_are_used_and_others_are_numbered(tmp_path: Path):
    path = saved(tmp_path, network(HEADED).state_dict())
    labels = tuple(Label(name, name.title()) for name in "abcde")
    assert import_weights(path, labels=labels).info.labels == labels
    assert [label.name for label in import_weights(path).info.labels] == [f"class {i}" for i in range(5)]


def test_labels_that_do_not_fit_are_refused_with_both_numbers(tmp_path: Path):
    path = saved(tmp_path, network(HEADED).state_dict())
    with pytest.raises(AppError, match="has 5 classes, but 2 labels were given"):
        import_weights(path, labels=[Label("a", "a"), Label("b", "b")])


def test_preprocessing_is_torchvisions_unless_given(tmp_path: Path):
    path = saved(tmp_path, network(HEADED).state_dict())
    assert import_weights(path).info.preprocessing == Preprocessing(resize_px=256, crop_px=224)
    small = Preprocessing(resize_px=64, crop_px=64)
    assert import_weights(path, preprocessing=small).info.preprocessing == small


def test_an_imported_model_can_be_kept_as_a_bundle(tmp_path: Path):
    imported = import_weights(saved(tmp_path, network(HEADED).state_dict()))
    bundle.save(tmp_path / "kept.safetensors", imported.info, imported.state_dict)
    kept = open_weights(tmp_path / "kept.safetensors")
    assert kept.info == imported.info
    assert all(torch.equal(kept.state_dict[k], v) for k, v in imported.state_dict.items())


def test_imported_weights_keep_no_hold_on_their_file(tmp_path: Path):
    path = saved(tmp_path, network(HEADED).state_dict())
    imported = import_weights(path)
    before = {name: tensor.clone() for name, tensor in imported.state_dict.items()}
    path.write_bytes(bytes(path.stat().st_size))
    assert all(torch.equal(imported.state_dict[name], tensor) for name, tensor in before.items())


def test_a_bundle_is_opened_as_the_bundle_that_it_is(tmp_path: Path):
    assert open_weights(tiny_bundle(tmp_path / "own.safetensors")).info == tiny_info()


@pytest.mark.parametrize(
    "change",
    [
        lambda tensors: tensors.pop("features.0.weight"),
        lambda tensors: tensors.update({"features.0.weight": torch.zeros(8, 3, 5, 5)}),
        lambda tensors: tensors.update({"features.0.weight": torch.tensor(1.0)}),
        lambda tensors: tensors.update({"features.4.weight": torch.zeros(16, 9, 3, 3)}),
        lambda tensors: tensors.update({"features.25.weight": torch.zeros(0, 64, 3, 3)}),
        lambda tensors: tensors.update({"features.25.weight": torch.tensor(1.0)}),
        lambda tensors: tensors.update({"classifier.0.weight": torch.zeros(24, 255)}),
        lambda tensors: tensors.update({"classifier.3.weight": torch.zeros(16, 25)}),
        lambda tensors: tensors.update({"classifier.6.weight": torch.zeros(5)}),
        lambda tensors: tensors.update(
            {"classifier.6.weight": torch.zeros(0, 16), "classifier.6.bias": torch.zeros(0)}
        ),
        lambda tensors: tensors.update({"features.99.weight": torch.zeros(8, 64, 3, 3)}),
        lambda tensors: tensors.update({f"features.{'9' * 5000}.weight": torch.zeros(8, 64, 3, 3)}),
        lambda tensors: tensors.update({"layer1.weight": torch.zeros(3)}),
        lambda tensors: tensors.update({"features.weight": torch.zeros(3)}),
        lambda tensors: [tensors.pop(name) for name in list(tensors) if name.startswith("classifier")],
    ],
)
def test_what_is_almost_a_vgg_is_refused(tmp_path: Path, change):
    tensors = dict(network(HEADED).state_dict())
    change(tensors)
    with pytest.raises(AppError):
        import_weights(saved(tmp_path, tensors))


@pytest.mark.parametrize("shape", [(2**63, 0), (2**62, 2**62, 0), (0, 2**62, 4)])
def test_no_numbers_in_a_shape_beyond_64_bits_are_damage(tmp_path: Path, shape: tuple[int, ...]):
    header = json.dumps({"features.0.weight": {"dtype": "F32", "shape": shape, "data_offsets": (0, 0)}}).encode()
    path = tmp_path / "odd.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    with pytest.raises(AppError, match="its table of tensors contradicts itself"):
        import_weights(path)


def test_another_network_is_refused_with_a_look_at_its_tensors(tmp_path: Path):
    path = saved(tmp_path, torch.nn.Linear(3, 4).state_dict())
    with pytest.raises(AppError, match="holds no VGG that this program knows") as caught:
        import_weights(path)
    assert "weight: (4, 3)" in caught.value.detail


def test_infinite_numbers_are_refused(tmp_path: Path):
    tensors = network(HEADED).state_dict()
    tensors["classifier.6.bias"][0] = float("inf")
    with pytest.raises(AppError, match=r"classifier\.6\.bias holds values that are not finite"):
        import_weights(saved(tmp_path, tensors))


def test_missing_batch_norm_numbers_are_refused(tmp_path: Path):
    tensors = network(HEADED).state_dict()
    tensors.pop("features.1.running_var")
    with pytest.raises(AppError, match=r"lacks features\.1\.running_var"):
        import_weights(saved(tmp_path, tensors))


def test_an_old_file_with_a_published_name_and_other_content_is_refused(tmp_path: Path):
    tensors = network(HEADED).state_dict()
    path = saved(tmp_path, tensors, name=PUBLISHED[5].file_name, _use_new_zipfile_serialization=False)
    with pytest.raises(AppError, match="does not match the checksum in its name"):
        import_weights(path)


def test_an_archive_with_a_published_name_is_taken_for_what_it_holds(tmp_path: Path):
    imported = import_weights(saved(tmp_path, network(HEADED).state_dict(), name=PUBLISHED[5].file_name))
    assert imported.info.architecture.class_count == 5
    assert imported.info.metrics == {}


def test_the_published_facts_are_torchvisions():
    from torchvision.models import get_model_weights

    for published in PUBLISHED:
        weights = get_model_weights(published.name).DEFAULT
        measured = weights.meta["_metrics"]["ImageNet-1K"]
        assert published.url == weights.url
        assert published.parameter_count == weights.meta["num_params"]
        assert published.top1 == pytest.approx(measured["acc@1"] / 100)
        assert published.top5 == pytest.approx(measured["acc@5"] / 100)


def test_a_published_model_describes_itself():
    info = info_of(PUBLISHED[5])
    assert info.name == "VGG-16-BN, ImageNet-1k"
    assert (info.architecture.depth, info.architecture.batch_norm, len(info.labels)) == (16, True, 1000)


def test_a_checked_file_is_verified_again_on_request(tmp_path: Path):
    for path in (saved(tmp_path, network(HEADED).state_dict()), tiny_bundle(tmp_path / "own.safetensors", CLASSES)):
        sha256 = open_weights(path).sha256
        verify(path, sha256)
        data = bytearray(path.read_bytes())
        data[-1000] ^= 1
        path.write_bytes(data)
        with pytest.raises(AppError, match="damaged"):
            verify(path, sha256)


def test_the_checksum_of_a_foreign_file_is_that_of_its_bytes(tmp_path: Path):
    import hashlib

    path = saved(tmp_path, network(HEADED).state_dict())
    assert file_sha256(path) == hashlib.sha256(path.read_bytes()).hexdigest() == import_weights(path).sha256


def test_nothing_at_all_is_no_vgg():
    assert recognise({}) is None


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux's")
@pytest.mark.parametrize("name", ["big.safetensors", "big.pth"])
def test_a_shortage_of_memory_is_one_sentence(tmp_path: Path, name: str):
    path = tmp_path / name
    tensors = network(tiny_architecture(5, width=1.0, hidden=())).state_dict()
    save_file(tensors, path) if name.endswith("safetensors") else torch.save(tensors, path)
    script = f"""
import pathlib, resource
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.weights import foreign_files, importers
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 10_000_000, used + 10_000_000))
try:
    importers.open_weights(pathlib.Path({str(path)!r}))
except AppError as error:
    print(error.summary)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=100, check=False)
    assert "not enough memory" in done.stdout, done.stdout + done.stderr


def test_a_file_that_is_no_vgg_is_refused_before_its_numbers_are_read(tmp_path: Path):
    """The numbers are damaged, and nobody has looked."""
    path = saved(tmp_path, {"other.weight": torch.zeros(300, 300)})
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(AppError, match="no VGG"):
        open_weights(path)
    assert VerifiedFiles().sha256_of(path) is None


def test_a_bundle_whose_shapes_do_not_fit_is_refused_before_it_is_hashed(tmp_path: Path):
    info = tiny_info(CLASSES)
    state = {**tiny_network(info).state_dict(), "classifier.1.bias": torch.zeros(7)}
    save_file(state, tmp_path / "odd.safetensors", bundle_header.encode_metadata(info))
    with pytest.raises(AppError, match="instead of"):
        open_weights(tmp_path / "odd.safetensors")


@pytest.mark.parametrize("prefix", ["module." * 70, "module." * 100_000])
def test_a_prefix_that_is_repeated_without_end_is_refused_at_once(tmp_path: Path, prefix: str):
    tensors = {f"{prefix}{name}": tensor for name, tensor in list(network(HEADED).state_dict().items())[:3]}
    for path in (tmp_path / "long.safetensors", tmp_path / "long.pth"):
        save_file(tensors, path) if path.suffix == ".safetensors" else torch.save(tensors, path)
        with pytest.raises(AppError):
            open_weights(path)
