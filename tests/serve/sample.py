"""A story made by hand: two invented outlets on a flood in Beira, with every kind of record.

Nothing is read by the pipeline, so the tests of the faces depend on the model alone.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.identity import record_ids
from dateline.model import (
    Actor,
    Because,
    Block,
    Brief,
    Chain,
    Cite,
    Claim,
    Context,
    Credit,
    Difference,
    Entry,
    Event,
    Figure,
    Kind,
    Label,
    Member,
    Metadata,
    Name,
    Number,
    Origins,
    Page,
    Place,
    Point,
    Reading,
    Report,
    Sentence,
    Series,
    Span,
    Statement,
    Status,
    Story,
    Time,
    Value,
)

COURIER = """Skip to main content

River bursts its banks in Beira

Beira, 12 March (Delta Wire) - At least 40 people were killed on Monday when the river burst its banks in Beira, rescue chief Ana Tembe said.

"We are still looking for the missing," Tembe told reporters. The army will open a new shelter on 15 March.

Sign up for our newsletter
"""

LEDGER = """Flood kills 52 in Mozambican port

The flood in the port of Beira has killed 52 people, the rescue service said on Tuesday. Governor Rui Macie warned of disease.

"We keep looking for those who are missing," Tembe said.

With reporting by Delta Wire
"""


def at(text: str, words: str, nth: int = 0) -> Span:
    """Return where words stand in a text, the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def _blocks(text: str, *labels: Label) -> tuple[Block, ...]:
    """Label the text's paragraphs in order."""
    lines = [line for line in text.split("\n") if line]
    spans = [at(text, line) for line in lines]
    return tuple(
        Block(span, label, by="blocks/sample") for span, label in zip(spans, labels, strict=True)
    )


def _sentences(text: str, *sentences: str) -> tuple[Sentence, ...]:
    """Mark sentences by their first and last words: "At least … said."; the first is the title."""
    found: list[Sentence] = []
    for sentence in sentences:
        first, last = sentence.split(" … ") if " … " in sentence else (sentence, "")
        start = text.index(first)
        end = text.index(last, start) + len(last) if last else start + len(first)
        label = Label.BODY if found or last else Label.TITLE
        found.append(Sentence(Span(start, end), label, by="sentences/sample"))
    return tuple(found)


def courier() -> Report:
    """Return the first report, with a record of every kind."""
    text = COURIER
    tembe = Actor("Ana Tembe", at(text, "Ana Tembe"), chain=0, country="MOZ", sector="GOV")
    killed = at(text, "were killed")
    return Report(
        page=Page("aaaa000000000001", "pages/courier.txt", text, "text", ()),
        blocks=_blocks(text, Label.NAV, Label.TITLE, Label.LEDE, Label.BODY, Label.PITCH),
        metadata=Metadata(
            title="River bursts its banks in Beira",
            outlet="Harbour Courier",
            published="2030-03-12",
            published_by="printed",
            byline=("Lia Sande",),
            place="Beira",
            language="en",
            url="https://courier.example/beira",
            read_from=(("title", "text"), ("published", "dateline")),
            spans=(("title", at(text, "River bursts its banks in Beira")),),
        ),
        credits=(Credit(at(text, "Delta Wire"), "Delta Wire", "wire", by="credits/dateline"),),
        sentences=_sentences(
            text,
            "River bursts its banks in Beira",
            "Beira, 12 March … Tembe said.",
            '"We are … reporters.',
            "The army … 15 March.",
        ),
        names=(
            Name(at(text, "Ana Tembe"), Kind.PERSON, "Ana Tembe", by="names/title"),
            Name(at(text, "Tembe", 1), Kind.PERSON, "Tembe", by="names/known"),
        ),
        chains=(
            Chain(
                0,
                "Ana Tembe",
                Kind.PERSON,
                (at(text, "Ana Tembe"), at(text, "Tembe", 1), at(text, "We")),
                by="chains/name",
                country="MOZ",
                sector="GOV",
                title="rescue chief",
            ),
        ),
        places=(
            Place(
                at(text, "Beira", 2),
                "Beira",
                "city",
                by="places/gazetteer",
                entity="geonames:1052373",
                country="MOZ",
                lat=-19.84,
                lon=34.84,
            ),
        ),
        times=(
            Time(
                at(text, "Monday"),
                "XXXX-WXX-1",
                "day",
                by="times/weekday",
                start="2030-03-11",
                end="2030-03-11",
                anchor="published",
                direction="past",
            ),
            Time(
                at(text, "15 March"),
                "XXXX-03-15",
                "day",
                by="times/day",
                start="2030-03-15",
                end="2030-03-15",
                anchor="published",
                direction="future",
            ),
        ),
        numbers=(
            Number(
                at(text, "At least 40"),
                at(text, "40"),
                40.0,
                None,
                "at_least",
                "cardinal",
                by="numbers/digits",
            ),
        ),
        statements=(
            Statement(
                at(text, '"We are still looking for the missing," Tembe told reporters'),
                words=at(text, "We are still looking for the missing,"),
                content=at(text, '"We are still looking for the missing,"'),
                mode="direct",
                speakers=(replace(tembe, span=at(text, "Tembe", 1)),),
                by="statements/after",
                cue=at(text, "told"),
            ),
        ),
        figures=(
            Figure(
                at(text, "At least 40 people"),
                40.0,
                None,
                "person",
                "people in Beira",
                "people",
                "killed",
                "at_least",
                Status.HAPPENED,
                by="figures/count",
                claimed_by=tembe,
                place=at(text, "Beira", 2),
                when=at(text, "Monday"),
            ),
        ),
        events=(
            Event(
                at(text, "At least 40 people were killed on Monday"),
                killed,
                "AID",
                Status.HAPPENED,
                (),
                (),
                by="plover/sample",
                when=at(text, "Monday"),
                place=at(text, "Beira", 2),
                contexts=(Context("disaster", "sentence"),),
                claimed_by=tembe,
            ),
            Event(
                at(text, "The army will open a new shelter on 15 March"),
                at(text, "open"),
                "AID",
                Status.PLANNED,
                (Actor("army", at(text, "The army"), country="MOZ", sector="MIL"),),
                (),
                by="plover/open-shelter",
                when=at(text, "15 March"),
                part_of=killed,
            ),
        ),
    )


def ledger() -> Report:
    """Return the second report, a day later and with another number."""
    text = LEDGER
    service = Actor("rescue service", at(text, "the rescue service"), country="MOZ", sector="GOV")
    macie = Actor("Rui Macie", at(text, "Rui Macie"), country="MOZ", sector="GOV")
    return Report(
        page=Page("bbbb000000000002", "pages/ledger.txt", text, "text", ()),
        blocks=_blocks(text, Label.TITLE, Label.LEDE, Label.BODY, Label.CREDIT),
        metadata=Metadata(
            title="Flood kills 52 in Mozambican port",
            published="2030-03-13",
            published_by="inferred",
            language="en",
        ),
        credits=(Credit(at(text, "Delta Wire"), "Delta Wire", "wire", by="credits/prose"),),
        sentences=_sentences(
            text,
            "Flood kills 52 in Mozambican port",
            "The flood … Tuesday.",
            "Governor … disease.",
            '"We keep … said.',
        ),
        times=(
            Time(
                at(text, "Tuesday"),
                "XXXX-WXX-2",
                "day",
                by="times/weekday",
                start="2030-03-12",
                end="2030-03-12",
                anchor="published",
                direction="past",
            ),
        ),
        statements=(
            Statement(
                at(text, '"We keep looking for those who are missing," Tembe said'),
                words=at(text, "We keep looking for those who are missing,"),
                content=at(text, '"We keep looking for those who are missing,"'),
                mode="direct",
                speakers=(Actor("Tembe", at(text, "Tembe")),),
                by="statements/after",
                cue=at(text, "said", 1),
            ),
        ),
        figures=(
            Figure(
                at(text, "52 people"),
                52.0,
                52.0,
                "person",
                "people in Beira",
                "people",
                "killed",
                "exact",
                Status.HAPPENED,
                by="figures/count",
                claimed_by=service,
                when=at(text, "Tuesday"),
            ),
        ),
        events=(
            Event(
                at(text, "Governor Rui Macie warned of disease"),
                at(text, "warned"),
                "THREATEN",
                Status.HAPPENED,
                (macie,),
                (),
                by="plover/warn",
            ),
        ),
    )


def cite(report: Report, words: str, nth: int = 0) -> Cite:
    """Return a citation of words of a report."""
    return Cite(report.id, at(report.text, words, nth))


def story(one: Report | None = None, other: Report | None = None) -> Story:
    """Return the story that both reports tell."""
    a, b = one or courier(), other or ledger()
    deaths = (
        cite(a, "At least 40 people were killed"),
        cite(b, "killed 52 people, the rescue service said"),
    )
    joined = Origins(
        1,
        2,
        (),
        (Because((a.id, b.id), "same-credits", (cite(a, "Delta Wire"), cite(b, "Delta Wire"))),),
    )
    return Story(
        id=a.id,
        headline=a.metadata.title or "",
        first="2030-03-12",
        last="2030-03-13",
        reports=(a, b),
        lineage=(),
        claims=_claims(a, b, joined),
        origins=joined,
        brief=Brief(a.metadata.title or "", _points(a, b, deaths), _timeline(a, b), _series(a, b)),
    )


def _claims(a: Report, b: Report, joined: Origins) -> tuple[Claim, ...]:
    figure, other = record_ids("figures", a.figures)[0], record_ids("figures", b.figures)[0]
    warned = record_ids("events", b.events)[0]
    values = (
        Value(a.id, at(a.text, "At least 40"), "at least 40"),
        Value(b.id, at(b.text, "52", 1), "52"),
    )
    return (
        Claim(
            f"claims/{a.id}/{figure}",
            "figure",
            "people killed in Beira",
            (Member(a.id, figure), Member(b.id, other)),
            2,
            joined,
            (Difference("number", "updated", values),),
        ),
        Claim(
            f"claims/{b.id}/{warned}",
            "event",
            "Rui Macie warned of disease",
            (Member(b.id, warned),),
            1,
            Origins(1, 1),
        ),
    )


def _points(a: Report, b: Report, deaths: tuple[Cite, Cite]) -> tuple[Point, ...]:
    quoted = (
        cite(a, "We are still looking for the missing,"),
        cite(b, "We keep looking for those"),
    )
    claims = [claim.id for claim in _claims(a, b, Origins(1, 2))]
    return (
        Point("A flood in Beira killed people.", deaths, "shared", claims[0]),
        Point("At least 40 killed, then 52.", deaths, "differs", claims[0], "updated"),
        Point(
            "“We are still looking for the missing” / “We keep looking for those who are missing”",
            quoted,
            "differs",
            None,
            "translation",
        ),
        Point(
            "The army will open a new shelter on 15 March.",
            (cite(a, "The army will open a new shelter on 15 March."),),
            "alone",
        ),
        Point(
            "Governor Rui Macie warned of disease.",
            (cite(b, "Governor Rui Macie warned of disease."),),
            "alone",
            claims[1],
        ),
        Point("Ana Tembe: “We are still looking for the missing”", quoted[:1], "said"),
    )


def _timeline(a: Report, b: Report) -> tuple[Entry, ...]:
    return (
        Entry(
            "2030-03-11",
            "2030-03-11",
            "day",
            "past",
            "The river burst its banks in Beira.",
            (cite(a, "the river burst its banks in Beira"),),
        ),
        Entry(
            "2030-03-12",
            "2030-03-13",
            "day",
            "ongoing",
            "Rescuers look for the missing.",
            (cite(b, "We keep looking for those who are missing,"),),
        ),
        Entry(
            "2030-03-15",
            "2030-03-15",
            "day",
            "scheduled",
            "The army is to open a shelter.",
            (cite(a, "The army will open a new shelter on 15 March."),),
        ),
    )


def _series(a: Report, b: Report) -> tuple[Series, ...]:
    return (
        Series(
            "killed",
            "people in Beira",
            "person",
            (
                Reading(
                    a.id,
                    at(a.text, "At least 40 people"),
                    "2030-03-12",
                    40.0,
                    None,
                    "at_least",
                    "Ana Tembe",
                    "happened",
                ),
                Reading(
                    b.id,
                    at(b.text, "52 people"),
                    "2030-03-13",
                    52.0,
                    52.0,
                    "exact",
                    "rescue service",
                    "happened",
                ),
            ),
        ),
    )
