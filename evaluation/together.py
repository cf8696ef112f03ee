"""Score what several reports say together: claims, differences, origins and the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from evaluation.agree import Record
from evaluation.story import Case, score_reports

Member = tuple[str, str]

# "4 September", "Sept. 4" and "2018": a date is cited by its words, not its digits.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(rf"\b\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}\b|\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


_ALWAYS = ("claim_right", "brief_cited", "event_right", "statement_quoted_right")
"""Shares of what was found: when nothing was found, that is a miss and no silence."""


def score_story(case: Case) -> None:
    """Count everything that the gold of a story can tell."""
    score_reports(case)
    score_together(case)
    case.tally.expect(_ALWAYS)


def score_together(case: Case) -> None:
    """Count everything that needs more than one report."""
    links = list(_links(case))
    _score_links(case, links)
    _score_differences(case, links)
    _score_origins(case, links)
    _score_alone(case)
    _score_copies(case)
    _score_brief(case)


def _members(claim: Record) -> list[Member]:
    return [(member["report"], member["record"]) for member in claim["members"]]


def _links(case: Case) -> Iterator[tuple[Member, Member, Record]]:
    """Yield each two records of different reports that one claim joins."""
    for story in case.stories:
        for claim in story.get("claims", ()):
            for one, other in combinations(_members(claim), 2):
                if one[0] != other[0]:
                    yield one, other, claim


def _score_links(case: Case, links: list[tuple[Member, Member, Record]]) -> None:
    """Count gold keys of two documents that a claim joins, and joined records of one key."""
    have = {frozenset((one, other)) for one, other, _ in links}
    for kind in ("events", "statements", "figures"):
        for key, documents in sorted(_homes(case, kind).items()):
            mine = [m for m, k in case.keys.items() if k == key and m[1].startswith(f"{kind}/")]
            for first, second in combinations(sorted(documents), 2):
                joined = any(
                    frozenset((one, other)) in have
                    for one in mine
                    for other in mine
                    if (one[0], other[0]) == (first, second)
                )
                miss = f"{kind} {key} between {first} and {second}"
                case.tally.count("claim_linked", joined, miss)
    also = _also_keys(case)
    for pair in have:
        one, other = (case.keys.get(member) for member in sorted(pair))
        if one is not None and other is not None:
            right = one == other or also.get(one) == other or also.get(other) == one
            case.tally.count("claim_right", right, f"{one} joined to {other}")


def _homes(case: Case, kind: str) -> dict[str, set[str]]:
    """Return the reports in which each key of a kind stands."""
    homes: dict[str, set[str]] = {}
    for row in case.gold[kind]:
        if row.get("key") and not row.get("optional"):
            homes.setdefault(row["key"], set()).add(case.report(row["doc"])["id"])
    return homes


def _also_keys(case: Case) -> dict[str, str]:
    return {
        row["key"]: row["also_key"]
        for kind in ("events", "statements", "figures")
        for row in case.gold[kind]
        if row.get("also_key")
    }


def _score_differences(case: Case, links: list[tuple[Member, Member, Record]]) -> None:
    """Count the updates, conflicts and other differences of the gold that a claim tells."""
    told: dict[str, set[str]] = {}
    for one, other, claim in links:
        for member in (one, other):
            if member in case.keys:
                relations = {difference["relation"] for difference in claim["differences"]}
                told.setdefault(case.keys[member], set()).update(relations)
    findings = case.gold.get("findings", {})
    wanted = [("update_seen", [row["key"]], "updated") for row in findings.get("updated", ())]
    wanted += [
        ("conflict_seen", row.get("keys") or [row["key"]], "conflict")
        for row in findings.get("conflict", ())
    ]
    wanted += [
        ("difference_seen", [row["key"]], row["relation"])
        for row in findings.get("both_differ", ())
        if isinstance(row, dict) and row.get("relation")
    ]
    for measure, keys, relation in wanted:
        seen = [sorted(told.get(key, ())) for key in keys]
        hit = any(relation in relations for relations in seen)
        case.tally.count(measure, hit, f"{keys}: {seen} for {relation}")


def _claims_of(case: Case, key: str) -> list[Record]:
    """Return the claims with a record of this key, once for each such record."""
    return [
        claim
        for story in case.stories
        for claim in story.get("claims", ())
        for member in _members(claim)
        if case.keys.get(member) == key
    ]


def _score_origins(case: Case, links: list[tuple[Member, Member, Record]]) -> None:
    findings = case.gold.get("findings", {})
    for key, wanted in findings.get("origins_of", {}).items():
        found = [_interval(claim) for claim in _claims_of(case, key)]
        case.tally.count("origins_exact", tuple(wanted) in found, f"{key}: {found} for {wanted}")
    for key in findings.get("one_origin", ()):
        most = {
            _interval(claim)[1]
            for one, other, claim in links
            if key in {case.keys.get(one), case.keys.get(other)}
        }
        case.tally.count("one_origin", most == {1}, f"{key}: {sorted(most, key=str)}")
    if isinstance(findings.get("origins"), str):
        intervals = [_interval(story) for story in case.stories]
        wanted = [(1, len(case.gold["articles"]))]
        case.tally.count("story_origins", intervals == wanted, f"{intervals}")


def _interval(record: Record) -> tuple[int | None, int | None]:
    origins = record.get("origins") or {}
    return origins.get("least"), origins.get("most")


def _score_alone(case: Case) -> None:
    """Count what only one report says and no claim spreads over two."""
    for name, keys in case.gold.get("findings", {}).items():
        if not name.startswith("only_"):
            continue
        for key in keys:
            reports = [{r for r, _ in _members(claim)} for claim in _claims_of(case, key)]
            case.tally.count("alone_right", all(len(one) == 1 for one in reports), key)


def _score_copies(case: Case) -> None:
    for group in case.gold.get("findings", {}).get("copies", ()):
        ids = {case.report(name)["id"] for name in group}
        seen = any(ids <= set(found) for story in case.stories for found in story["lineage"])
        case.tally.count("copy_seen", seen, f"{group}")


def _score_brief(case: Case) -> None:
    """Count lines of the brief whose every number stands in the words that they cite."""
    texts = {report["id"]: report["text"] for report in case.reports()}
    for story in case.stories:
        for point in story.get("brief", {}).get("points", ()):
            cites = [cite for cite in point.get("cites") or () if cite["report"] in texts]
            cited = " ".join(texts[cite["report"]][slice(*cite["span"])] for cite in cites)
            numbers = _NUMBER.findall(_DATE.sub(" ", point.get("text", "")))
            right = cited and all(number in cited for number in numbers)
            case.tally.count("brief_cited", right, point.get("text", "")[:80])
