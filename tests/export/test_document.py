"""The public JSON of a story is the shape that its contract promises."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from typing_extensions import is_typeddict

from dateline import __version__
from dateline.export.document import story_document, to_json
from dateline.export.runs import describe_run
from dateline.export.story_shape import DocumentObject, RunObject
from dateline.model import Reject
from tests.serve import sample

RUN: RunObject = {
    "id": "0" * 16,
    "codebook": "plover@1",
    "models": {"encoder": None, "parser": None},
    "packages": {},
}


def document() -> Any:
    """Return the sample's document as a reader of its JSON has it."""
    made = story_document([sample.story()], [Reject("late.txt", "no such file")], run=RUN)
    return json.loads(to_json(made))


def first_report() -> Any:
    return document()["stories"][0]["reports"][0]


def strays(value: Any, shape: Any, where: str = "") -> list[str]:
    """Return the keys that a value has and its shape has not, or the other way round."""
    if is_typeddict(shape):
        hints = get_type_hints(shape)
        odd = [f"{where}.{key}" for key in set(hints) ^ set(value)]
        return odd + [s for key in hints for s in strays(value[key], hints[key], f"{where}.{key}")]
    if get_origin(shape) is list:
        return [s for item in value for s in strays(item, get_args(shape)[0], f"{where}[]")]
    for choice in get_args(shape):
        if is_typeddict(choice) and value is not None:
            return strays(value, choice, where)
    return []


def test_every_object_has_exactly_the_keys_of_its_shape() -> None:
    assert strays(document(), DocumentObject) == []


def test_it_names_version_run_and_rejects() -> None:
    made = document()
    assert (made["dateline"], made["run"]) == (__version__, RUN)
    assert made["rejects"] == [{"path": "late.txt", "reason": "no such file"}]


def test_a_span_is_a_pair_that_cuts_the_evidence_out_of_the_text() -> None:
    report = first_report()
    start, end = report["events"][0]["trigger"]
    assert report["text"][start:end] == "were killed"


def test_a_record_goes_by_field_and_span() -> None:
    figure = first_report()["figures"][0]
    assert figure["id"] == "figures/{}-{}".format(*figure["span"])


def test_two_records_on_the_same_characters_have_two_ids() -> None:
    report = sample.courier()
    twice = replace(report, times=(report.times[0], report.times[0]))
    story = story_document([sample.story(twice)], [], run=RUN)["stories"][0]
    ids = [time["id"] for time in story["reports"][0]["times"]]
    assert ids == [ids[0], f"{ids[0]}.1"]


def test_an_event_has_its_place_and_time_beside_it() -> None:
    event = first_report()["events"][0]
    assert (event["place"]["name"], event["place"]["lat"]) == ("Beira", -19.84)
    assert (event["when"]["start"], event["when"]["grain"]) == ("2030-03-11", "day")


def test_a_time_that_is_not_there_keeps_its_characters() -> None:
    report = sample.courier()
    bare = replace(report, times=())
    story = story_document([sample.story(bare)], [], run=RUN)["stories"][0]
    when = story["reports"][0]["events"][0]["when"]
    assert when is not None
    assert (when["start"], when["span"]) == (
        None,
        [report.times[0].span.start, report.times[0].span.end],
    )


def test_an_inner_event_names_the_one_that_speaks_of_it() -> None:
    outer, inner = first_report()["events"]
    assert (outer["part_of"], inner["part_of"]) == (None, outer["id"])


def test_a_statement_has_its_first_speaker_and_all() -> None:
    statement = first_report()["statements"][0]
    assert statement["speaker"]["name"] == "Ana Tembe"
    assert statement["speakers"] == [statement["speaker"]]


def test_a_chain_lists_names_by_id_and_pronouns_by_span() -> None:
    report = first_report()
    chain = report["chains"][0]
    assert chain["mentions"] == [name["id"] for name in report["names"]]
    assert [report["text"][slice(*span)] for span in chain["anaphora"]] == ["We"]
    assert [name["chain"] for name in report["names"]] == [0, 0]


def test_a_whole_number_has_no_decimal_point() -> None:
    assert '"low": 40,' in to_json(story_document([sample.story()], [], run=RUN))


def test_members_of_a_claim_are_records_of_its_reports() -> None:
    story = document()["stories"][0]
    held = {
        (r["id"], f["id"]) for r in story["reports"] for k in ("events", "figures") for f in r[k]
    }
    members = {(m["report"], m["record"]) for claim in story["claims"] for m in claim["members"]}
    assert members <= held


def test_origins_say_why() -> None:
    because = document()["stories"][0]["origins"]["because"][0]
    assert (because["reason"], len(because["evidence"])) == ("same-credits", 2)


def test_equal_input_gives_equal_bytes() -> None:
    one, other = (to_json(story_document([sample.story()], [], run=RUN)) for _ in range(2))
    assert one == other


def test_the_run_knows_no_order_of_reports_and_no_clock() -> None:
    one = describe_run(codebook="c@1", parser="json", encoder=None, reports=["b", "a"])
    other = describe_run(codebook="c@1", parser="json", encoder=None, reports=["a", "b"])
    assert one == other


def test_another_codebook_is_another_run() -> None:
    one = describe_run(codebook="c@1", parser="json", encoder=None, reports=["a"])
    other = describe_run(codebook="c@2", parser="json", encoder=None, reports=["a"])
    assert one["id"] != other["id"]


def test_a_run_names_its_parser_by_digest() -> None:
    parser = describe_run(codebook="c@1", parser="json", encoder=None, reports=[])["models"][
        "parser"
    ]
    assert parser is not None
    assert parser.startswith("json sha256:")
    assert str(Path(json.__file__).parent) not in parser


def test_another_encoder_is_another_run() -> None:
    runs = [
        describe_run(codebook="c@1", parser="json", encoder=name, reports=["a"])
        for name in (None, "plover sha256:1", "plover sha256:2")
    ]
    assert len({run["id"] for run in runs}) == 3
    assert runs[1]["models"]["encoder"] == "plover sha256:1"
