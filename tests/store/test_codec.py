"""The codec: whatever the model holds comes back equal."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import model
from dateline.errors import StoreError
from dateline.model import Parse, Report, Sentence, Span, Story
from dateline.store import codec
from tests.serve import sample

RECORDS = [
    kind
    for kind in vars(model).values()
    if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind is not Parse
]
SMALL = settings(max_examples=25, deadline=None, derandomize=True, database=None)

st.register_type_strategy(float, st.floats(allow_nan=False))
# Trees of these are built once: a report of reports of records would take minutes to draw.
st.register_type_strategy(Sentence, st.builds(Sentence, parse=st.none()))
st.register_type_strategy(Report, st.just(sample.courier()))


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_any_record_comes_back(kind: type) -> None:
    @SMALL
    @given(st.from_type(kind))
    def comes_back(record: object) -> None:
        assert codec.unpack(kind, codec.pack(record)) == record

    comes_back()


def test_a_whole_story_comes_back() -> None:
    told = sample.story()
    assert codec.unpack(Story, codec.pack(told)) == told


def test_what_is_kept_is_plain_json() -> None:
    plain = codec.to_plain(sample.story())
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain


def test_a_parse_stays_away() -> None:
    parse = Parse((0,), (2,), ("go",), ("VB",), ("VERB",), (0,), ("ROOT",))
    sentence = Sentence(Span(0, 2), model.Label.BODY, "sentences/cut", parse)
    kept = codec.unpack(Sentence, codec.pack(sentence))
    assert kept == dataclasses.replace(sentence, parse=None)


def test_a_field_of_a_later_version_is_passed_over() -> None:
    plain = {"code": "military", "scope": "sentence", "weight": 3}
    assert codec.from_plain(model.Context, plain) == model.Context("military", "sentence")


@pytest.mark.parametrize("packed", [b"", b"no", codec.pack(Span(1, 2))])
def test_damaged_bytes_are_told(packed: bytes) -> None:
    with pytest.raises(StoreError, match="a stored report is damaged"):
        codec.unpack(Report, packed)
