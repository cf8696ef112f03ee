"""Read how long something goes on as a figure: "a [22-day break]", "the [seven-year war]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.figure_status import status_of
from dateline.model import Figure, Report, Time
from dateline.text.tree import Tree
from dateline.vocabulary import names, words

_LENGTH = re.compile(r"P(?:T(?P<hours>\d+(?:\.\d+)?)H|(?P<count>\d+(?:\.\d+)?)(?P<unit>D?[DWMYE]))")


def find_lengths(report: Report, tree: Tree) -> Iterator[Figure]:
    """Yield a figure for each length of time that describes a noun."""
    span = tree.sentence.span
    for time in report.times:
        if time.grain == "duration" and span.start <= time.span.start < span.end:
            yield from _length(tree, time)


def _length(tree: Tree, time: Time) -> Iterator[Figure]:
    """Yield the figure of "22-day break"; none where the length stands alone."""
    read = _LENGTH.fullmatch(time.value)
    top = tree.top(time.span)
    if read is None or top is None:
        return
    noun = tree.head(top)
    after = tree.at(time.span.end + 1)
    if time.by == "times/hyphened":
        if noun <= top or tree.pos(noun) not in {"NOUN", "PROPN"}:
            return
    elif after is None or tree.folded[after] != "of" or tree.relation(after) != "prep":
        return
    else:
        held = tree.child(after, "pobj")
        if held is None or tree.pos(held) != "NOUN":
            return
        noun = held
    if tree.lemma(noun) in words("measures")["schedule"]["nouns"]:
        return
    value = float(read["hours"] or read["count"])
    unit = names("units")["time"]["H" if read["hours"] else read["unit"][-1]]
    between = [t for t in range(top + 1, noun + 1) if tree.pos(t) != "PUNCT"]
    first = between[0] if between else noun
    named = tree.span(min(first, noun), noun).of(tree.text)
    exact = int(value) if value == int(value) else value
    yield Figure(
        type(time.span)(time.span.start, tree.parse.end[noun]),
        exact,
        exact,
        unit,
        named.removeprefix("of ").strip(),
        tree.words[noun],
        "duration",
        None,
        status_of(tree, noun, None),
        by="figures/length",
    )
