"""Folders of any size: in order, at once, in bounded memory, and never stopped by one bad file."""

import gc
import itertools
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import cut_jpeg, unreadable_pictures, write_photo
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.folder import Timing, classify_paths
from vgg_desktop.pictures.decode import decode


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Classifier]:
    ready = Classifier.load(tiny_bundle(tmp_path_factory.mktemp("model") / "model.safetensors"), device="cpu")
    yield ready
    ready.close()


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    return [write_photo(tmp_path / f"{number:03}.png", seed=number) for number in range(40)]


def decoders() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith(("decode", "find-pictures"))]


def answers(results: list[PathResult]) -> list[str]:
    return [result.prediction.best.label.name for result in results if result.prediction]


def test_results_come_in_the_order_of_the_paths(classifier: Classifier, photos: list[Path]):
    shuffled = photos[::-1] + photos[::3]
    results = list(classify_paths(classifier, shuffled, batch_size=7))
    assert [result.path for result in results] == shuffled
    assert all(result.error is None for result in results)


@pytest.mark.parametrize("batch_size", [1, 3, 16, None])
def test_every_picture_gets_its_own_answer_whatever_the_batch(
    classifier: Classifier, photos: list[Path], batch_size: int | None
):
    alone = [classifier.classify([decode(path, shorter_side_px=32)])[0] for path in photos]
    results = list(classify_paths(classifier, photos, batch_size=batch_size))
    for result, expected in zip(results, alone, strict=True):
        assert result.prediction is not None
        assert result.prediction.best.label == expected.best.label
        assert result.prediction.best.score == pytest.approx(expected.best.score, abs=0.02)


def test_bad_files_are_named_in_their_place_and_the_rest_goes_on(classifier: Classifier, photos: list[Path]):
    bad = []
    for name, data in unreadable_pictures().items():
        bad.append(photos[0].with_name(name))
        bad[-1].write_bytes(data)
    gone = photos[0].with_name("deleted meanwhile.png")
    mixed = list(itertools.chain(*zip(photos, [*bad, gone], strict=False))) + photos
    results = list(classify_paths(classifier, mixed))
    assert [result.path for result in results] == mixed
    for result in results:
        is_bad = result.path in {*bad, gone}
        assert (result.error is not None, result.prediction is None) == (is_bad, is_bad)
        assert not is_bad or result.path.name in str(result.error)


def test_a_folder_of_bad_files_alone_ends_too(classifier: Classifier, tmp_path: Path):
    results = list(classify_paths(classifier, [tmp_path / f"{number}.png" for number in range(50)]))
    assert len(results) == 50
    assert all(isinstance(result.error, AppError) for result in results)


def test_a_damaged_picture_is_answered_and_marked(classifier: Classifier, tmp_path: Path):
    (tmp_path / "cut.jpg").write_bytes(cut_jpeg())
    (result,) = classify_paths(classifier, [tmp_path / "cut.jpg"])
    assert result.prediction is not None
    assert result.prediction.damaged


def test_no_paths_give_no_results(classifier: Classifier):
    assert list(classify_paths(classifier, [])) == []
    assert decoders() == []


def test_top_limits_the_labels(classifier: Classifier, photos: list[Path]):
    results = classify_paths(classifier, photos[:3], top=2)
    assert [len(result.prediction.candidates) for result in results if result.prediction] == [2, 2, 2]


def test_the_first_answer_does_not_wait_for_a_full_batch(classifier: Classifier, photos: list[Path]):
    """Paths come by hand: each answer is there before the next path is given."""
    given: list[Path] = []
    seen: list[Path] = []

    def by_hand() -> Iterator[Path]:
        for path in photos[:4]:
            deadline = time.monotonic() + 10
            while len(seen) < len(given) and time.monotonic() < deadline:
                time.sleep(0.005)
            assert len(seen) == len(given)
            given.append(path)
            yield path

    for result in classify_paths(classifier, by_hand(), batch_size=32):
        seen.append(result.path)
    assert seen == photos[:4]


def test_an_endless_stream_is_read_only_a_little_ahead(classifier: Classifier, photos: list[Path]):
    taken = itertools.count()
    last = 0

    def endless() -> Iterator[Path]:
        nonlocal last
        for path in itertools.cycle(photos):
            last = next(taken)
            yield path

    results = classify_paths(classifier, endless(), batch_size=4, decode_threads=2)
    for _ in range(20):
        next(results)
    time.sleep(0.2)
    assert last < 20 + 3 * 4 + 2 + 2
    results.close()
    assert decoders() == []


def test_cancelling_ends_after_the_batch_under_way(classifier: Classifier, photos: list[Path]):
    seen: list[PathResult] = []
    for result in classify_paths(classifier, photos, batch_size=4, cancelled=lambda: len(seen) >= 6):
        seen.append(result)
    assert 6 <= len(seen) < 12
    assert decoders() == []


def test_cancelling_ends_while_nobody_sends_a_path(classifier: Classifier, photos: list[Path]):
    release = threading.Event()

    def waiting() -> Iterator[Path]:
        yield photos[0]
        release.wait()

    cancelled = threading.Event()
    results = classify_paths(classifier, waiting(), cancelled=cancelled.is_set)
    assert next(results).prediction
    threading.Timer(0.1, cancelled.set).start()
    assert list(results) == []
    release.set()
    for thread in decoders():
        thread.join(60)
    assert decoders() == []


def test_an_abandoned_run_ends_its_threads(classifier: Classifier, photos: list[Path]):
    results = classify_paths(classifier, photos)
    next(results)
    results.close()
    assert decoders() == []


def test_what_the_paths_raise_comes_out_after_the_results_before_it(classifier: Classifier, photos: list[Path]):
    def failing() -> Iterator[Path]:
        yield photos[0]
        raise AppError("The folder vanished.")

    results = classify_paths(classifier, failing())
    assert next(results).path == photos[0]
    with pytest.raises(AppError, match="vanished"):
        next(results)
    assert decoders() == []


def test_a_failing_model_ends_the_run_with_its_sentence(tmp_path: Path, photos: list[Path]):
    ready = Classifier.load(tiny_bundle(tmp_path / "model.safetensors"), device="cpu")
    ready.close()
    with pytest.raises(AppError, match="closed"):
        list(classify_paths(ready, photos))
    assert decoders() == []


def test_the_timing_adds_up(classifier: Classifier, photos: list[Path]):
    timing = Timing()
    started = time.perf_counter()
    list(classify_paths(classifier, photos, timing=timing, decode_threads=1))
    elapsed_s = time.perf_counter() - started
    assert timing.files == 40
    assert timing.decode_s > 0
    assert 0 < timing.model_s + timing.waiting_s <= elapsed_s


def test_memory_stays_flat_on_many_files(classifier: Classifier, tmp_path: Path):
    """3,000 results after the first 300, each dropped at once, cost less than a hundred prepared pictures would."""
    path = write_photo(tmp_path / "one.jpg", 16, 16)
    results = classify_paths(classifier, itertools.repeat(path, 3_300), batch_size=16, decode_threads=2)
    for _ in range(300):
        next(results)
    gc.collect()
    before = psutil.Process().memory_info().rss
    assert sum(1 for _ in results) == 3_000
    gc.collect()
    assert psutil.Process().memory_info().rss - before < 16 * 2**20


def test_answers_are_the_same_with_one_decoder_or_many(classifier: Classifier, photos: list[Path]):
    one, many = (list(classify_paths(classifier, photos, batch_size=8, decode_threads=count)) for count in (1, 6))
    assert answers(one) == answers(many)
    scores = [[r.prediction.best.score for r in results if r.prediction] for results in (one, many)]
    np.testing.assert_allclose(scores[0], scores[1], atol=0.02)
