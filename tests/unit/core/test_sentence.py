import copy
import pickle

import msgspec
import pytest

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, decode_json, encode_json
from vgg_desktop.core.run.run_state import RunState
from vgg_desktop.core.sentence import Sentence, counted, joined


def test_a_sentence_is_its_english_text_and_knows_how_it_was_made():
    made = Sentence("{name} has {count:,} pictures.", name="{cat}", count=1204)
    assert made == "{cat} has 1,204 pictures."
    assert (made.template, made.values) == ("{name} has {count:,} pictures.", {"name": "{cat}", "count": 1204})


def test_a_text_without_values_is_taken_as_it_is():
    assert Sentence("{cat} is no template {") == "{cat} is no template {"


def test_one_picture_and_two_are_counted_in_their_own_words():
    assert [counted(n, "{count:,} picture", "{count:,} pictures") for n in (0, 1, 2000)] == [
        "0 pictures",
        "1 picture",
        "2,000 pictures",
    ]


@pytest.mark.parametrize("clone", [copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_an_error_is_the_same_after_a_journey(clone):
    error = clone(AppError("{run} is gone.", "Look for {run} in the trash.", "detail", run="a"))
    assert (error.summary, error.hint, error.detail) == ("a is gone.", "Look for a in the trash.", "detail")
    assert error.summary.template == "{run} is gone."
    assert str(error) == "a is gone. Look for a in the trash."


def test_a_finished_sentence_in_an_error_is_not_filled_in_again():
    assert AppError(Sentence("{name} is gone.", name="{run}"), "{run}", run="a").summary == "{run} is gone."


def test_a_record_keeps_its_sentences_and_is_plain_text_for_other_programs():
    inner = counted(2, "{count:,} picture", "{count:,} pictures")
    state = RunState(
        summary=Sentence("{pictures} are gone: {why}", pictures=inner, why=OSError("x")), hint=Sentence("Go.")
    )
    data = encode_json(state)
    assert msgspec.json.decode(data)["summary"] == "2 pictures are gone: x"
    read = decode_json(data, RunState)
    assert read == state
    assert read.summary.template == "{pictures} are gone: {why}"
    assert read.summary.values["pictures"].template == "{count:,} pictures"


def test_a_record_of_an_earlier_version_is_read():
    assert decode_json(b'{"state":"failed","summary":"cat.txt is damaged."}', RunState).summary.values == {}


def test_a_name_that_looks_like_a_template_comes_back_as_it_is():
    state = RunState(summary=joined([Sentence("{a} ended.", a='","templates":{"{b}":1}')]))
    assert decode_json(encode_json(state), RunState) == state


@pytest.mark.parametrize("templates", ['{"a":["{x}",{"x":"a"}]}', '{"a":["{x}",{"x":"b"}],"b":["{x}",{"x":"a"}]}'])
def test_a_sentence_that_would_hold_itself_is_read_all_the_same(templates: str):
    assert decode_json(f'{{"summary":"a","templates":{templates}}}'.encode(), RunState).summary == "a"


@pytest.mark.parametrize("templates", ["[]", '{"a":1}', '{"a":["{x}",{"x":[]}]}'])
def test_templates_that_make_no_sense_leave_the_english(templates: str):
    assert decode_json(f'{{"summary":"a","templates":{templates}}}'.encode(), RunState).summary == "a"


def test_a_number_is_no_sentence():
    with pytest.raises(DamagedError):
        decode_json(b'{"summary":5}', RunState)
