"""Reports made by hand for the tests of weaving: a text, and records found by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import (
    Actor,
    Block,
    Chain,
    Credit,
    Event,
    Figure,
    Kind,
    Label,
    Metadata,
    Page,
    Place,
    Report,
    Sentence,
    Span,
    Statement,
    Status,
    Time,
)
from dateline.weaving.copies.signature import cut, find_signature

PEOPLE = {
    # name: (kind, country, sector)
    "Arvo Lind": (Kind.PERSON, "EST", "GOV"),
    "Marta Ozola": (Kind.PERSON, "LVA", "GOV"),
    "Janis Berzin": (Kind.PERSON, "LVA", "GOV"),
    "Estonia": (Kind.COUNTRY, "EST", "GOV"),
    "Latvia": (Kind.COUNTRY, "LVA", "GOV"),
    "Lithuania": (Kind.COUNTRY, "LTU", "GOV"),
    "Orlan Relief Committee": (Kind.ORGANISATION, None, "NGO"),
    "Flood Watch": (Kind.ORGANISATION, None, "NGO"),
}


def make_report(id: str, title: str, *paragraphs: str, **metadata: str | None) -> Report:
    """Return a report of a title and paragraphs, cut into sentences, with its signature."""
    text = "\n\n".join((title, *paragraphs))
    blocks, start = [], 0
    for place, line in enumerate((title, *paragraphs)):
        label = Label.TITLE if place == 0 else Label.BODY
        blocks.append(Block(Span(start, start + len(line)), label, "hand"))
        start += len(line) + 2
    sentences = tuple(
        Sentence(span, block.label, "hand") for block in blocks for span in cut(block.span, text)
    )
    page = Page(id, f"{id}.txt", text, "text", ())
    known = Metadata(title=title, **metadata)  # type: ignore[arg-type]
    report = Report(page, tuple(blocks), known, sentences=sentences)
    return replace(report, signature=find_signature(report), chains=chains(report))


def chains(report: Report) -> tuple[Chain, ...]:
    """Return a chain for each known name, met by its full name or its last word."""
    found = []
    for number, (name, (kind, country, sector)) in enumerate(PEOPLE.items()):
        spans = tuple(dict.fromkeys((*every(report, name), *every(report, name.split()[-1]))))
        if spans:
            found.append(Chain(number, name, kind, spans, "hand", country, sector))
    return tuple(found)


def every(report: Report, words: str) -> list[Span]:
    """Return where words stand in a report."""
    found, at = [], report.text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = report.text.find(words, at + 1)
    return found


def at(report: Report, words: str) -> Span:
    """Return where words stand first; they must."""
    start = report.text.index(words)
    return Span(start, start + len(words))


def actor(report: Report, name: str) -> Actor:
    """Return an actor: a known name by its chain, any other as a description."""
    for chain in report.chains:
        if chain.name == name:
            return Actor(name, chain.mentions[0], chain.id, chain.country, chain.sector)
    return Actor(name, at(report, name))


def actors(report: Report, names: Sequence[str]) -> tuple[Actor, ...]:
    """Return several actors."""
    return tuple(actor(report, name) for name in names)


def with_day(report: Report, words: str, start: str, end: str | None = None) -> Report:
    """Return the report with a time expression that is resolved to days."""
    grain = "day" if end is None else "week"
    time = Time(at(report, words), start, grain, "hand", start, end or start)
    return replace(report, times=(*report.times, time))


def with_place(report: Report, words: str, grain: str, country: str) -> Report:
    """Return the report with a place on the map."""
    place = Place(at(report, words), words, grain, "hand", country=country)
    return replace(report, places=(*report.places, place))


def with_credit(report: Report, *agencies: str) -> Report:
    """Return the report with wire credits for these words of its text."""
    credits = tuple(Credit(at(report, name), name, "wire", "hand") for name in agencies)
    return replace(report, credits=(*report.credits, *credits))


def with_event(report: Report, clause: str, trigger: str, code: str, **more: object) -> Report:
    """Return the report with an event; `by`, `to` and `claimed` are names, `when` words."""
    event = Event(
        at(report, clause),
        at(report, trigger),
        code,
        Status(str(more.get("status", "happened"))),
        actors(report, more.get("by", ())),  # type: ignore[arg-type]
        actors(report, more.get("to", ())),  # type: ignore[arg-type]
        "hand",
        place=at(report, str(more["place"])) if "place" in more else None,
        when=at(report, str(more["when"])) if "when" in more else None,
        claimed_by=actor(report, str(more["claimed"])) if "claimed" in more else None,
    )
    return replace(report, events=(*report.events, event))


def with_meaning(report: Report, meaning: bytes = b"\x7f") -> Report:
    """Return the report with records that all mean one thing: this."""
    return replace(
        report,
        events=tuple(replace(event, meaning=meaning) for event in report.events),
        statements=tuple(replace(said, meaning=meaning) for said in report.statements),
        figures=tuple(replace(figure, meaning=meaning) for figure in report.figures),
    )


def with_statement(report: Report, words: str, speaker: str, mode: str = "direct") -> Report:
    """Return the report with what somebody says."""
    span = at(report, words)
    statement = Statement(span, span, span, mode, actors(report, [speaker]), "hand")
    return replace(report, statements=(*report.statements, statement))


def with_figure(report: Report, words: str, low: float, measure: str, **more: object) -> Report:
    """Return the report with a count of people; `head`, `unit` and `claimed` may be given."""
    head = str(more.get("head", words.rsplit(maxsplit=1)[-1]))
    figure = Figure(
        at(report, words),
        low,
        more.get("high", low),  # type: ignore[arg-type]
        str(more.get("unit", "person")),
        head,
        head,
        measure,
        str(more.get("hedge", "exact")),
        Status.HAPPENED,
        "hand",
        claimed_by=actor(report, str(more["claimed"])) if "claimed" in more else None,
    )
    return replace(report, figures=(*report.figures, figure))
