"""The convolutions of a VGG come out of an ONNX file with the features that onnxruntime computes from it."""

import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from tests.helpers.onnx_models import SIDE, exported, onnx_file
from vgg_desktop.core.errors import AppError
from vgg_desktop.engine.architecture import outline
from vgg_desktop.engine.preprocess import normalised
from vgg_desktop.engine.weights.onnx import Pixels, open_convolutions, read_convolutions

CAFFE_MEAN_BGR = np.array([103.939, 116.779, 123.68], np.float32)


def theirs(path: Path, images: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    return session.run(["features"], {"input": images})[0]


def ours(path: Path, pixels: np.ndarray, convention: Pixels | None = None) -> np.ndarray:
    weights = open_convolutions(path, convention)
    network = outline(weights.info.architecture)
    network.load_state_dict(weights.state_dict, assign=True)
    with torch.inference_mode():
        return network.features(normalised(pixels, weights.info.preprocessing)).numpy()


@pytest.fixture
def picture() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (2, SIDE, SIDE, 3), dtype=np.uint8)


def test_a_copy_of_the_published_network_gives_the_features_that_onnxruntime_gives(tmp_path: Path, picture: np.ndarray):
    path = onnx_file(tmp_path, exported(16, first=(0.42947057, 0.373467, -0.06136011)))
    bgr = picture[..., ::-1].astype(np.float32) - CAFFE_MEAN_BGR
    wanted = theirs(path, bgr)
    np.testing.assert_allclose(ours(path, picture), wanted, atol=1e-4 * wanted.max())
    weights = open_convolutions(path)
    assert "CC BY 4.0" in weights.info.licence
    assert weights.info.provenance["layout"] == "ONNX"


@pytest.mark.parametrize("depth", [11, 13, 16, 19])
def test_every_depth_with_channels_first_reads_what_torch_reads(tmp_path: Path, depth: int, picture: np.ndarray):
    path = onnx_file(tmp_path, exported(depth, channels_last=False))
    mean, std = np.float32([0.485, 0.456, 0.406]), np.float32([0.229, 0.224, 0.225])
    wanted = theirs(path, ((picture / np.float32(255) - mean) / std).transpose(0, 3, 1, 2))
    np.testing.assert_allclose(ours(path, picture), wanted, atol=1e-4 * wanted.max())
    assert read_convolutions(path).architecture.depth == depth
    assert not open_convolutions(path).info.licence


def test_a_file_with_channels_last_that_says_no_scale_is_asked_for_it(tmp_path: Path, picture: np.ndarray):
    path = onnx_file(tmp_path, exported())
    with pytest.raises(AppError, match="on which scale") as refused:
        open_convolutions(path)
    assert "--pixels" in str(refused.value.hint)
    wanted = theirs(path, picture / np.float32(127.5) - 1)
    np.testing.assert_allclose(ours(path, picture, "tf"), wanted, atol=1e-4 * wanted.max())


def test_the_head_stays_behind_and_the_new_one_says_so(tmp_path: Path):
    info = open_convolutions(onnx_file(tmp_path, exported()), "caffe").info
    assert [label.name for label in info.labels] == ["not trained yet"]
    assert (info.architecture.hidden, info.architecture.pooled_px) == ((), 1)
    assert "left behind" in info.provenance["head"]


@pytest.mark.parametrize("wrong", [{"kernel": 5, "pads": 2}, {"pads": 0}])
def test_other_networks_are_refused(tmp_path: Path, wrong: dict[str, int]):
    path = onnx_file(tmp_path, exported(channels_last=False, **wrong))
    with pytest.raises(AppError, match="no VGG"):
        open_convolutions(path)


def test_a_network_without_poolings_is_refused(tmp_path: Path):
    model = exported(channels_last=False)
    for node in model.graph.node:
        if node.op_type == "MaxPool":
            node.op_type = "Relu"
            del node.attribute[:]
    with pytest.raises(AppError, match="no VGG"):
        open_convolutions(onnx_file(tmp_path, model))


@pytest.mark.parametrize("content", [b"", b"no model at all", b"\x08\x09"])
def test_what_is_no_onnx_file_is_said_to_be_damaged(tmp_path: Path, content: bytes):
    path = tmp_path / "broken.onnx"
    path.write_bytes(content)
    with pytest.raises(AppError, match=r"broken\.onnx"):
        open_convolutions(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(AppError, match=r"gone\.onnx"):
        open_convolutions(tmp_path / "gone.onnx")


def test_without_the_package_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(AppError, match="package onnx") as refused:
        open_convolutions(tmp_path / "any.onnx")
    assert "vgg-desktop[onnx]" in str(refused.value.hint)
