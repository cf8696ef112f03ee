"""Say how a record was found, from the JSON alone: `dateline why out.json events/120-188`.

events/120-188 in report A, "River bursts its banks"
…the city. «At least 40 people were killed» on Monday…
found by    the rule "kill" of plover
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.errors import ConfigError
from dateline.export.corrections import correction_words, target_id
from dateline.serve import phrases
from dateline.serve.typeset import Run, one_line, set_runs

_AROUND = 90
"""Characters of context on either side of the evidence."""
_NAMED = 14
"""Columns of an attribute's name."""
_FIELDS = (
    "blocks",
    "credits",
    "sentences",
    "names",
    "places",
    "times",
    "numbers",
    "statements",
    "figures",
    "events",
    "notices",
)
_CODED = ("statements", "figures", "events")
_SHOWN_APART = frozenset({"id", "span", "by"})
_OF_CHAIN = ("name", "kind", "country", "sector", "title", "entity")
_BESIDE = 30
"""Characters of context beside a mention in the list of a chain's."""

Json = Mapping[str, Any]


def open_document(file: str) -> Json:
    """Return a document that `dateline brief --json` printed. Raises `ConfigError`."""
    try:
        document = json.loads(Path(file).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise ConfigError(f"{file} can't be read as JSON: {reason}") from problem
    if not isinstance(document, dict) or not isinstance(document.get("stories"), list):
        raise ConfigError(f"{file}: expected what `dateline brief --json` prints")
    return document


def explain(document: Json, record: str) -> str:
    """Return in plain English how a record or claim was found.

    `record` is its id; where two reports have one of that id, all are explained. It may be
    led by a report's id or file name: "ledger.txt/events/120-188". Raises `ConfigError`.
    """
    told = [
        "\n".join(lines)
        for story in document["stories"]
        for lines in (
            *_claims(story, record),
            *_records(story, record),
            *_unfound(story, record),
        )
    ]
    if not told:
        raise ConfigError(f"no record {record}; ids look like events/120-188 or claims/…")
    return "\n\n".join(told)


def _claims(story: Json, record: str) -> Iterator[list[str]]:
    """Yield the explanation of the claim with this id."""
    for claim in story["claims"]:
        if claim["id"] in {record, record.removeprefix("claims/")}:
            yield list(_claim(claim, story))


def _records(story: Json, record: str) -> Iterator[list[str]]:
    """Yield the explanation of each record with this id."""
    for report in story["reports"]:
        wanted = _own(record, report)
        for field in _FIELDS if wanted else ():
            for found in report[field]:
                if found["id"] == wanted:
                    yield list(_record(found, report, story))
        for chain in report["chains"] if wanted else ():
            if f"chains/{chain['id']}" == wanted:
                yield list(_chain(chain, report))


def _unfound(story: Json, record: str) -> Iterator[list[str]]:
    """Yield what is known of a record that a person dropped, or set right and that has gone."""
    known = {(r["id"], f["id"]) for r in story["reports"] for k in _CODED for f in r[k]}
    for report in story["reports"]:
        wanted = _own(record, report)
        if wanted is None or (report["id"], wanted) in known:
            continue
        for corrected in story.get("corrections", ()):
            target = corrected["targets"][0]
            if target_id(target) == f"{report['id']}/{wanted}":
                yield [
                    f"{wanted} in {report['path']} ({one_line(report.get('title') or 'no title')})",
                    "",
                    *_in_context(report, target["span"]),
                    "",
                    *_attribute("by hand", correction_words(corrected)),
                ]


def _own(record: str, report: Json) -> str | None:
    """Return the id inside a report, None if another report is named."""
    field = record.split("/", maxsplit=1)[0]
    if field in {*_FIELDS, "chains"}:
        return record
    path = Path(report["path"])
    for name in (report["id"], report["path"], path.name, path.stem):
        if record.startswith(f"{name}/"):
            return record[len(name) + 1 :]
    return None


def _record(found: Json, report: Json, story: Json) -> Iterator[str]:
    """Yield the lines on one record: where, in which words, by which rule, with which values."""
    title = report.get("title") or "no title"
    yield f"{found['id']} in {report['path']} ({one_line(title)})"
    yield ""
    yield from _in_context(report, found["span"])
    yield ""
    yield from _attribute("found by", _rule(found["by"]))
    for name, value in found.items():
        twice = name == "speakers" and value == [found.get("speaker")]
        if name not in _SHOWN_APART and value not in (None, [], False) and not twice:
            yield from _attribute(name.replace("_", " "), _value(value, report))
    own = (report["id"], found["id"])
    yield from _by_hand(story, "/".join(own))
    for claim in story["claims"]:
        if own in {(member["report"], member["record"]) for member in claim["members"]}:
            yield from _attribute("claim", f"{claim['id']}: {claim['gist']}")


def _by_hand(story: Json, *records: str) -> Iterator[str]:
    """Yield the lines on what people set right of some records, named with their reports."""
    for corrected in story.get("corrections", ()):
        single = f"{corrected['report']}/{corrected['record']}"
        sides = map(target_id, (*corrected["targets"], *corrected["others"]))
        if single in records or (corrected["report"] is None and any(s in records for s in sides)):
            yield from _attribute("by hand", correction_words(corrected))


def _chain(chain: Json, report: Json) -> Iterator[str]:
    """Yield the lines on a chain: who it is, and each mention with the words beside it."""
    title = report.get("title") or "no title"
    yield f"chains/{chain['id']} in {report['path']} ({one_line(title)})"
    yield ""
    for name in _OF_CHAIN:
        if chain[name] is not None:
            yield from _attribute(name, str(chain[name]))
    yield from _attribute("found by", _rule(chain["by"]))
    names = {name["id"]: name["span"] for name in report["names"]}
    spans = [*(names[mention] for mention in chain["mentions"]), *chain["anaphora"]]
    for number, (start, end) in enumerate(sorted(map(tuple, spans))):
        text = report["text"]
        before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
        before, after = before[before.find(" ") + 1 :], after[: after.rfind(" ") + 1].rstrip()
        words = one_line(f"…{before}«{text[start:end]}»{after}…")
        yield from _attribute("" if number else "mentions", words)


def _claim(claim: Json, story: Json) -> Iterator[str]:
    """Yield the lines on a claim: members with their words, differences, origins with reasons."""
    reports = {report["id"]: report for report in story["reports"]}
    yield f"{claim['id']}: {one_line(claim['gist'])}"
    yield ""
    for member in claim["members"]:
        report = reports[member["report"]]
        field = member["record"].split("/")[0]
        held = next((r for r in report[field] if r["id"] == member["record"]), None)
        standing = phrases.STANDINGS[member["standing"]]
        yield f"{member['record']} in {report['path']}" + (f" ({standing})" if standing else "")
        if held is not None:
            yield from _in_context(report, held["span"])
    for difference in claim["differences"]:
        sides = [
            f"{one_line(value['value'])} ({reports[value['report']]['path']})"
            for value in difference["values"]
        ]
        relation = phrases.RELATIONS[difference["relation"]]
        yield from _attribute(f"on {difference['on']}", f"{relation}: {'; '.join(sides)}")
    for noted in claim["notices"]:
        report = reports[noted["report"]]
        words = one_line(report["text"][slice(*noted["span"])])
        yield from _attribute(noted["kind"], f"“{words}” ({report['path']})")
    yield from _by_hand(story, *(f"{m['report']}/{m['record']}" for m in claim["members"]))
    yield from _origins(claim["origins"], claim["outlets"], reports)


def _origins(origins: Json, outlets: int, reports: Mapping[str, Json]) -> Iterator[str]:
    least, most = origins["least"], origins["most"]
    many = str(most) if least == most else f"{least} to {most}"
    yield from _attribute("outlets", str(outlets))
    yield from _attribute("origins", many)
    if origins["named"]:
        yield from _attribute("named", phrases.listed(origins["named"]))
    for because in origins["because"]:
        who = phrases.listed([reports[id]["path"] for id in because["reports"] if id in reports])
        yield from _attribute("because", f"{_REASONS[because['reason']]}: {who}")
        for id, span in because["evidence"]:
            if id in reports:
                words = one_line(reports[id]["text"][slice(*span)])
                yield from _attribute("", f"“{words}” ({reports[id]['path']})")


_REASONS: Mapping[str, str] = {
    "same-credits": "they credit the same agencies",
    "copy": "they print one text",
    "shared-sentence": "they share a sentence word for word",
    "same-source": "they rest on the same source",
    "commentary": "it comments on what others report",
    "denial": "it tells that somebody denies it",
    "own-reporting": "a reporter saw it",
    "version": "they are versions of one report",
    "corrected": "it has corrected what it told",
    "retracted": "what it told was retracted",
}


def _rule(by: str) -> str:
    """Return "plover/warn" in words."""
    stage, _, rule = by.partition("/")
    if rule.endswith("/encoder"):
        return f"the coder, which was fitted to the sentences of {stage}"
    return f"the rule “{rule}” of {stage}" if rule else stage


def _in_context(report: Json, span: Sequence[int]) -> list[str]:
    """Return the evidence inside its paragraph: "…before «evidence» after…"."""
    text, (start, end) = report["text"], span
    spans = (block["span"] for block in report["blocks"])
    first, last = next((s for s in spans if s[0] <= start and end <= s[1]), span)
    before, after = text[max(first, start - _AROUND) : start], text[end : min(last, end + _AROUND)]
    if start - _AROUND > first:
        before = "…" + before[before.find(" ") + 1 :]
    if end + _AROUND < last:
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return set_runs([Run(f"{before}«{text[start:end]}»{after}")], first="  ", rest="  ")


def _attribute(name: str, value: str) -> list[str]:
    return set_runs([Run(value)], first=f"{name:<{_NAMED}}", rest=" " * _NAMED) or [name]


def _value(value: Any, report: Json) -> str:
    """Return an attribute as words: spans as what they hold, actors by name."""
    if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
        return f"“{one_line(report['text'][slice(*value)])}”"
    if isinstance(value, list):
        return "; ".join(_value(item, report) for item in value)
    if isinstance(value, dict):
        return _object(value, report)
    if type(value) in (int, float):
        return phrases.number_words(value)
    return str(value).replace("_", " ")


def _object(value: Json, report: Json) -> str:
    """Return an actor, place, time, context or guess in words."""
    if "code" in value and "score" in value:
        return f"{value['code'] or 'no act'} {value['score']:.2f}"
    if "code" in value:
        return f"{value['code']} (read from the {value['scope']})"
    if "start" in value:
        days = [value["start"], value["end"]]
        resolved = " to ".join(dict.fromkeys(d for d in days if d)) or "not resolved"
        return f"{_value(value['span'], report)}: {resolved}"
    more = [value.get("sector"), value.get("country"), value.get("grain")]
    known = ", ".join(part for part in more if part)
    words = _value(value["span"], report) if value.get("span") else "no words of its own"
    name = value.get("name") or "a place not known"
    return f"{name} ({', '.join(filter(None, (known, words)))})"
