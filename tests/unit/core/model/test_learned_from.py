"""A model knows again what it has learned from."""

import hashlib

from vgg_desktop.core.model.learned_from import LearnedFrom


def hashed(number: int) -> tuple[str, str]:
    return hashlib.sha256(b"%d" % number).hexdigest(), hashlib.sha256(b"pixels %d" % number).hexdigest()[:16]


def test_pictures_are_known_again_by_their_file_or_by_their_pixels():
    known = LearnedFrom.decode(LearnedFrom.of(map(hashed, range(20))).encode())
    assert len(known) == 20
    file, pixels = hashed(7)
    other_file, other_pixels = hashed(99)
    assert known.has(file, other_pixels)
    assert known.has(other_file, pixels)
    assert not known.has(other_file, other_pixels)
    assert not known.has("", "")


def test_the_text_takes_22_characters_a_picture_and_does_not_depend_on_the_order():
    text = LearnedFrom.of(map(hashed, range(1000))).encode()
    assert len(text) < 22 * 1000
    assert text == LearnedFrom.of(map(hashed, reversed(range(1000)))).encode()
    assert LearnedFrom().encode() == ""


def test_what_is_learned_later_joins_what_was_learned_before():
    both = LearnedFrom.of([hashed(1)]) | LearnedFrom.of([hashed(2)])
    assert all(both.has(*hashed(number)) for number in (1, 2))


def test_no_text_is_taken_for_another():
    assert len(LearnedFrom.decode("")) == len(LearnedFrom.decode("=====")) == 0


def test_of_too_many_pictures_the_files_are_kept_and_of_far_too_many_none():
    many = LearnedFrom(
        frozenset(n.to_bytes(8) for n in range(300_000)), frozenset(n.to_bytes(8) for n in range(300_000))
    )
    assert LearnedFrom.decode(many.encode()) == LearnedFrom(many.files)
    assert LearnedFrom(frozenset(n.to_bytes(8) for n in range(600_000))).encode() == ""
