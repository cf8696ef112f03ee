"""Find full names of persons: "Foreign Minister [Omid Karimi]", "[Walid al-Masri] said".

A title or a role before capitalised words makes them a person whatever the parser says; titles
and demonyms are no part of the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.knowledge.lexicon import Known, Lexicon, Role, fold
from dateline.model import Span
from dateline.text.attested import attested
from dateline.text.christened import is_body, office_before, personal, trade_before
from dateline.text.tree import Tree

_LONGEST_TITLE = 5
_LONGEST_NAME = 6
_NEVER = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "SCONJ"})
"""Parts of speech that no name has: "Erie [Smashes] Record"."""
_NOUNS = frozenset({"PROPN", "NOUN", "ADJ"})
"""Parts of speech that the last word of a title has."""
_SPEAK = frozenset({"say", "tell", "add", "write", "reply", "explain"})


def full_persons(
    tree: Tree, listed: tuple[tuple[Span, Known], ...], lexicon: Lexicon
) -> Iterator[Span]:
    """Yield the spans of persons' names that a title announces or that have several words."""
    taken = _taken(tree, listed)
    titles = _titles(tree, lexicon)
    particles = lexicon.grammar["particle"]
    seen: set[int] = set()
    for token in range(1, len(tree)):
        if token in taken | titles | seen or not named(tree, token) or _rank(tree, token, lexicon):
            continue
        role = title_before(tree, token, lexicon) or _title_of(tree, token, listed, lexicon)
        apart = office_before(tree, token, lexicon) or trade_before(tree, token, lexicon)
        if apart or (role is not None and personal(tree, token - 1, role, lexicon)):
            last = run_end(tree, token, taken, lexicon)
            office = last == token and lexicon.role(tree.words[token]) is not None
            if not office and not _institution(tree, token, last, lexicon):
                seen.update(range(token, last + 1))
                yield tree.span(token, last)
    labelled = (pair[:2] for pair in tree.parse.entities if pair[2] == "PERSON")
    proved = attested(tree, taken, lexicon)
    for first, end in (*labelled, *proved, *_speakers(tree), *_beside_persons(tree)):
        if seen & set(range(first, end)):
            continue
        span = trimmed(tree, first, end, lexicon)
        if span is None or not _several(span.of(tree.text)) or situated(tree, span, lexicon):
            continue
        if lexicon.role(span.of(tree.text)) is not None:
            continue  # "the Official Spokesman", "Sr. Comr."
        inside = tree.inside(span)
        if any(tree.pos(t) in _NEVER and tree.folded[t] not in particles for t in inside):
            continue
        if inside[0] and is_body(tree, inside[0] - 1, lexicon):
            continue
        if not taken & set(inside) or _christened(tree, inside, taken, listed):
            last = run_end(tree, inside[-1], taken, lexicon)
            if not _institution(tree, inside[0], last, lexicon):
                seen.update(range(inside[0], last + 1))
                yield tree.span(run_start(tree, inside[0], taken, lexicon), last)


def _speakers(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield capitalised runs that the parser has no label for and that speak: "X Y said"."""
    labelled = {t for first, end, _ in tree.parse.entities for t in range(first, end)}
    for token in range(len(tree)):
        if tree.relation(token) != "nsubj" or tree.lemma(tree.head(token)) not in _SPEAK:
            continue
        first = min((c for c in tree.children(token, "compound") if c < token), default=token)
        run = range(first, token + 1)
        if (
            first < token
            and not labelled & set(run)
            and all(named(tree, t) for t in (first, token))
        ):
            yield first, token + 1


def _beside_persons(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield two-word names joined to a person's: "[Omid Karimi] and Pavel Dorin met"."""
    persons = {end - 1 for _, end, label in tree.parse.entities if label == "PERSON"}
    for first, end, label in tree.parse.entities:
        if label not in {"ORG", "GPE"} or end - first != 2:
            continue
        joined = {*tree.children(end - 1, "conj"), tree.head(end - 1)}
        near = tree.relation(end - 1) == "conj" or tree.child(end - 1, "conj") is not None
        if near and joined & persons and all(tree.pos(t) == "PROPN" for t in (first, end - 1)):
            yield first, end


def _taken(tree: Tree, listed: tuple[tuple[Span, Known], ...]) -> set[int]:
    """Return the tokens of listed names and of dates and numbers."""
    other = (e for e in tree.parse.entities if e[2] in {"DATE", "TIME", "CARDINAL", "ORDINAL"})
    taken = {token for first, end, _ in other for token in range(first, end)}
    return taken | {token for span, _ in listed for token in tree.inside(span)}


def _titles(tree: Tree, lexicon: Lexicon) -> set[int]:
    """Return the tokens of titles of several words: "Deputy [Foreign Minister]"."""
    found: set[int] = set()
    for token in range(1, len(tree)):
        if tree.pos(token) not in _NOUNS:
            continue
        for first in range(max(0, token - _LONGEST_TITLE), token):
            words = tree.text[tree.parse.start[first] : tree.parse.end[token]]
            if lexicon.role(words) is not None:
                found.update(range(first + 1, token + 1))
                break
    return found


def _christened(
    tree: Tree,
    inside: tuple[int, ...],
    taken: set[int],
    listed: tuple[tuple[Span, Known], ...],
) -> bool:
    """Whether a listed word is a person's first or last name: "Jordan Ellis"."""
    free = [token for token in inside if token not in taken]
    senses = {known.sense for span, known in listed if set(tree.inside(span)) & set(inside)}
    return bool(free) and "adjective" not in senses and len(inside) == 2


def named(tree: Tree, token: int) -> bool:
    """Whether a token can be part of a name: a capitalised noun, no pronoun or number."""
    return tree.words[token][:1].isupper() and tree.pos(token) in {"PROPN", "NOUN", "ADJ", "X"}


def _rank(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a token is a shortened rank before a name: "Col. [Gen.] Pavel Dorin"."""
    word = tree.words[token]
    return word.endswith(".") and len(word) > 2 and lexicon.role(word) is not None


def title_before(tree: Tree, token: int, lexicon: Lexicon) -> Role | None:
    """Return the longest role whose words end right before this token."""
    for first in range(max(0, token - _LONGEST_TITLE), token):
        words = tree.text[tree.parse.start[first] : tree.parse.end[token - 1]]
        role = lexicon.role(words.rstrip("."))
        if role is not None and tree.pos(token - 1) in _NOUNS:
            return role
    return None


def _title_of(
    tree: Tree, token: int, listed: tuple[tuple[Span, Known], ...], lexicon: Lexicon
) -> Role | None:
    """Return the title of "the envoy to the [African Union] X", read from before the body."""
    ends = tree.parse.end[token - 1]
    start = next((s.start for s, known in listed if s.end == ends), None)
    first = None if start is None else tree.at(start)
    if first is None or first < 2:
        return None
    first -= tree.folded[first - 1] == "the"
    if tree.folded[first - 1] not in {"of", "to", "for"}:
        return None
    return title_before(tree, first - 1, lexicon)


def run_end(tree: Tree, token: int, taken: set[int], lexicon: Lexicon) -> int:
    """Return the last token of the name that runs on from here, particles included."""
    last = token
    particles = lexicon.grammar["particle"]
    at = token + 1
    while at < len(tree) and at not in taken:
        if tree.words[at] == "-" and _joins(tree, at):
            last = at + 1
            at += 2
            continue
        if named(tree, at) and tree.pos(at) == "PROPN" and tree.words[at - 1] != ",":
            last = at
        elif tree.folded[at] not in particles and not _initial(tree.words[at]):
            break
        at += 1
    return last


def _joins(tree: Tree, hyphen: int) -> bool:
    """Whether a hyphen joins two words of a given name: "Jae-in", not "Karimi - he"."""
    if hyphen + 1 >= len(tree) or tree.folded[hyphen - 1] in {"al", "el"}:
        return False
    starts, ends = tree.parse.start, tree.parse.end
    close = ends[hyphen - 1] == starts[hyphen] and ends[hyphen] == starts[hyphen + 1]
    return (
        close and tree.words[hyphen + 1].isalpha() and len(tree.words[hyphen + 1]) < _LONGEST_NAME
    )


def run_start(tree: Tree, token: int, taken: set[int], lexicon: Lexicon) -> int:
    """Return the first token of the name that runs up to here, without its titles."""
    first = token
    while first and first - 1 not in taken and _given(tree, first - 1, lexicon):
        first -= 1
    return first


def _given(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a token before a name is a part of it that the parser left out."""
    word = tree.words[token]
    role = lexicon.role(word.rstrip("."))
    opens = token == 0 and tree.relation(token) != "compound"
    return named(tree, token) and tree.pos(token) == "PROPN" and role is None and not opens


def _initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def _institution(tree: Tree, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words end in an institution: "General [Assembly]" is nobody's name."""
    return any(tree.folded[t] in lexicon.grammar["institution"] for t in range(first, last + 1))


def _several(name: str) -> bool:
    """Whether a name has several words beside an article: "Omid Karimi", not "al-Midan"."""
    words = name.replace("-", " ").casefold().split()
    return 1 < len([word for word in words if word not in {"al", "el", "the"}]) < _LONGEST_NAME


def situated(tree: Tree, span: Span, lexicon: Lexicon) -> bool:
    """Whether a name stands where places do: "near X", "the village of X", "X district"."""
    inside = tree.inside(span)
    if not inside or inside[0] == 0:
        return False
    after, before = inside[-1] + 1, inside[0] - 1
    while after < len(tree) and tree.tag(after) == "NN" and tree.relation(after) == "compound":
        after += 1  # "the Harran hydropower dam"
    if after < len(tree) and tree.folded[after] in lexicon.grammar["site"]:
        return True
    before -= before > 0 and tree.folded[before] == "the"
    if tree.folded[before] == "of" and before:
        return tree.lemma(before - 1) in lexicon.grammar["site"]
    if tree.folded[before] in {"to", "from"}:
        return tree.lemma(tree.head(before)) in lexicon.grammar["motion"]
    near = tree.folded[before] in lexicon.grammar["location"] - {"on", "over", "past", "up"}
    # The parser takes a capital preposition for a name's: "Near Harran".
    return near and (tree.pos(before) == "ADP" or before == 0)


def trimmed(tree: Tree, first: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return an entity without article, title before and possessive after it, or `None`.

    There is none where it is a thing's: "the USS Calder". A preposition that opens a sentence is
    taken off too: "Near [Harran], two bridges fell".
    """
    if first == 0 and end > 1 and tree.folded[0] in lexicon.grammar["location"]:
        first = 1
    while first < end and tree.folded[first] in {"the", "a", "an"}:
        first += 1
    if first < end and _thing(tree, first, end, lexicon):
        return None
    if end - first > 2 and tree.folded[first] in {"pro", "anti"} and tree.words[first + 1] == "-":
        first += 2
    while end > first and tree.words[end - 1] in {"'s", "’s", "'", "’", ",", ".", '"', "-"}:
        end -= 1
    for cut in range(min(end - 1, first + _LONGEST_TITLE), first, -1):
        role = title_before(tree, cut, lexicon)
        words = tree.text[tree.parse.start[first] : tree.parse.end[cut - 1]]
        if role is not None and lexicon.role(words.rstrip(".")) and role.title and named(tree, cut):
            first = cut
            break
    return tree.span(first, end - 1) if first < end else None


def _thing(tree: Tree, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name is a ship's, an undertaking's, a weapon's: "[USS] Calder", "[Operation] …"."""
    things = lexicon.grammar["thing"]
    before = first > 0 and tree.folded[first - 1] in things
    named_so = before and (end == first + 1 or tree.words[first - 1][0].isupper())
    return named_so or tree.folded[first] in things


def surname_keys(names: Iterable[str]) -> frozenset[str]:
    """Return the folded last words of persons' names of several words."""
    keys = set()
    for name in names:
        parts = fold(name).replace("-", " ").split()
        if len(parts) > 1 and len(parts[-1]) > 1:
            keys.add(parts[-1])
    return frozenset(keys)


def given_keys(names: Iterable[str]) -> frozenset[str]:
    """Return the folded first words of persons' names, which some languages use alone: "Xi"."""
    firsts = (fold(name).split() for name in names)
    return frozenset(parts[0] for parts in firsts if len(parts) > 1 and parts[0].isalpha())
