"""Find who acts and who is acted upon in an event.

In "Saudi warplanes bombed the port" the actor is the phrase around "warplanes", with the
country of "Saudi". A meeting has all its parties as actors; a noun takes its parties from
its modifiers, its prepositions, or the verb that carries it ("Egypt launched air strikes").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.extract.events.match import Matcher
from dateline.extract.statements.antecedents import told_of
from dateline.knowledge.codebook import Rule
from dateline.model import Actor, Kind
from dateline.text.phrases import RELATIVE, antecedent

_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_COLLECTIVE = _STATE | {"REB", "OPP", "PRM", "UAF", "CRM", "PTY"}  # "a rebel offensive"
_BLOCS = frozenset({"coalition", "alliance"})
_SMALL = frozenset({"the", "a", "some", "several", "many", "more", "local", "its", "senior"})
_HOME = frozenset(
    "government troops troop forces force army military police soldiers soldier security navy"
    " president prime minister ministry officials official parliament authorities court officers"
    " officer interior foreign defence defense health cabinet lawmakers".split()
)
_AT_A_WORD = frozenset({"at", "on", "upon", "by", "under"})
OWNERS = ("poss", "amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Parties:
    """The two sides of an event."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    owned: bool = False
    """Whether the actors stand with the noun itself: "Egyptian calls"."""


def parties_of_verb(match: Matcher, rule: Rule, verb: int) -> Parties:
    """Return both sides of an event that a verb names."""
    actors = doers(match, match.agents(verb)) or owners(match, match.agents(verb))
    if not actors and rule.code == "ASSAULT":
        actors = wielders(match, verb)
    tree = match.tree
    joined = tree.relation(verb) == "conj" and not tree.passive(verb)
    told = tree.relation(verb) == "acl" and tree.tag(verb) == "VBG"  # "shelled forts, killing 12"
    if not actors and (joined or told):
        actors = doers(match, match.agents_above(verb))
    recipients: list[Actor] = []
    for where in rule.recipient:
        if where == "subject":
            return Parties((), _distinct(actors))
        if where == "object":
            patients = match.patients(verb)
            recipients += people(match, patients) or owners(match, patients)
        elif where == "poss":
            recipients += owners(match, match.patients(verb))
        elif where == "within":
            recipients += people(match, _doers_within(match, verb))
        elif where == "dative":
            recipients += people(match, tree.children(verb, "dative"))
        else:
            recipients += people(match, match.held(verb, (where,)))
    if rule.inner is not None and not recipients:
        recipients += people(match, _asked(match, verb))
    return sided(rule, actors, recipients)


def parties_of_noun(match: Matcher, rule: Rule, noun: int, carrier: int | None) -> Parties:
    """Return both sides of an event that a noun names.

    `carrier` is the verb that lends the noun its subject: "launched" in "launched a raid".
    """
    actors = owners(match, (noun,)) + people(match, match.held(noun, ("by",)))
    actors = actors or people(match, _asking(match, noun))
    owned = bool(actors)
    if carrier is not None and not actors:
        actors = doers(match, match.agents(carrier))
    recipients = [a for where in rule.recipient for a in people(match, match.held(noun, (where,)))]
    if carrier is not None and not recipients:
        recipients = [a for w in rule.recipient for a in people(match, match.held(carrier, (w,)))]
    return replace(sided(rule, actors, recipients), owned=owned)


def _asking(match: Matcher, noun: int) -> tuple[int, ...]:
    """Return who asks in "at the request of [the governor]", "by order of [the court]"."""
    tree = match.tree
    held = tree.relation(noun) == "pobj" and tree.folded[tree.head(noun)] in _AT_A_WORD
    return match.held(noun, ("of",)) if held else ()


def settled(actors: tuple[Actor, ...], country: str | None) -> tuple[Actor, ...]:
    """Return the actors with a bare "government troops" given the country of the place.

    A foreign force is always called by its country; "the army" is the one at home.
    """
    return tuple(
        replace(actor, country=country)
        if actor.country is None and actor.chain is None and _at_home(actor)
        else actor
        for actor in actors
    )


def _at_home(actor: Actor) -> bool:
    """Whether a phrase names a state's own body without saying of which state."""
    words = [w for w in actor.name.casefold().split() if w not in _SMALL and not w[:1].isdigit()]
    return actor.sector in _STATE and bool(words) and all(w in _HOME for w in words)


def _doers_within(match: Matcher, verb: int) -> tuple[int, ...]:
    """Return who would do what a verb is about: "respond to any attack by the rebels"."""
    tree = match.tree
    return tuple(
        held
        for token in tree.subtree(verb)
        if tree.folded[token] == "by" and tree.relation(token) in {"prep", "agent"}
        for held in tree.children(token, "pobj")
    )


def wielders(match: Matcher, verb: int) -> list[Actor]:
    """Return whose attack or weapon does it: "killed in Omani air strikes", "by militia fire".

    A verb that is joined may hold it for both: "two were killed and six hurt in rebel fire".
    """
    tree = match.tree
    verbs = [v for v in tree.conjuncts(verb) if v == verb or tree.passive(v)]
    held = [h for v in verbs for h in match.held(v, ("in", "by", "from", "to", "after"))]
    means = [
        token
        for token in map(match.counted, (*match.agents(verb), *held))
        if tree.lemma(token) in match.codebook.instruments
    ]
    return owners(match, means) or people(match, (h for m in means for h in match.held(m, ("by",))))


def _asked(match: Matcher, verb: int) -> tuple[int, ...]:
    """Return who is to act in the clause below: "demanded that Iran withdraw"."""
    tree = match.tree
    clauses = match.complements(verb)
    spoken_of = [c for c in clauses if tree.relation(c) == "ccomp" or "to" in tree.auxiliaries(c)]
    asked = [tree.child(clause, "nsubj") for clause in spoken_of]
    return tuple(joined for one in asked if one is not None for joined in tree.conjuncts(one))


def sided(rule: Rule, actors: Iterable[Actor], recipients: Iterable[Actor]) -> Parties:
    """Return the sides without repeats; a mutual act without a host has one side only."""
    doers = _distinct(actors)
    others = _distinct(r for r in recipients if _key(r) not in {_key(a) for a in doers})
    if rule.reciprocal and not doers:
        return Parties(others, ())
    return Parties(doers, others)


def people(match: Matcher, tokens: Iterable[int]) -> list[Actor]:
    """Return who these phrase heads name; joined phrases give several."""
    return [actor for token in tokens for actor in match.cast.actors(match.tree, token)]


def doers(match: Matcher, tokens: Iterable[int]) -> list[Actor]:
    """Return who these phrase heads name without towns, camps, raids and shells: none acts."""
    weapons = match.codebook.instruments
    able = [t for t in tokens if match.tree.lemma(t) not in weapons and not is_site(match, t)]
    return people(match, able) or [one for t in able if (one := body_meant(match, t)) is not None]


def body_meant(match: Matcher, token: int) -> Actor | None:
    """Return the body of the sentence before that an "it" means which no chain holds."""
    if match.tree.folded[token] != "it" or match.cast.actor(match.tree, token) is not None:
        return None
    found = told_of(match.cast, match.tree)
    return None if found is None else replace(found, span=match.tree.span(token))


def is_site(match: Matcher, token: int) -> bool:
    """Whether a noun means a place on the ground, which does nothing: "a border town"."""
    tree, lexicon = match.tree, match.cast.lexicon
    if tree.folded[token] in RELATIVE and (noun := antecedent(tree, token)) is not None:
        token = noun
    where = lexicon.grammar["site"] | lexicon.grammar["surroundings"]
    lemma = tree.lemma(token)
    return tree.pos(token) == "NOUN" and lemma in where and lexicon.role(lemma) is None


def owners(match: Matcher, nouns: Iterable[int]) -> list[Actor]:
    """Return who stands before a noun: "Trump's warning", "Russian air strikes".

    Nouns that are joined share whoever stands before the first: "army raids and shelling".
    """
    return [actor for noun in nouns for actor in _owners(match, noun)]


def _owners(match: Matcher, noun: int) -> list[Actor]:
    """Return who stands before a noun, or before the one that it is joined to."""
    tree = match.tree
    before = [c for b in tree.children(noun, *OWNERS) for c in tree.conjuncts(b) if c < noun]
    found = [actor for child in before if (actor := _owner(match, child)) is not None]
    head = tree.head(noun)
    shared = tree.relation(noun) == "conj" and tree.child(noun, "det", "poss") is None
    if found or not shared or tree.pos(head) not in {"NOUN", "PROPN"}:
        return found
    return _owners(match, head)


def _owner(match: Matcher, token: int) -> Actor | None:
    """Return who a possessor, adjective or role noun before a noun is."""
    cast, tree = match.cast, match.tree
    name = cast.names(tree).get(token)
    if name is not None and name.kind is not Kind.PLACE:
        chain = cast.chain(name.span)
        number = None if chain is None else chain.id
        if chain is None or chain.kind is Kind.COUNTRY:
            return Actor(name.name, name.span, number, name.country, name.sector)
        return Actor(chain.name, name.span, number, chain.country, chain.sector)
    if tree.relation(token) == "poss":
        return cast.actor(tree, token)
    if tree.lemma(token) == "lead" and (leader := tree.child(token, "npadvmod", "compound")):
        return _owner(match, leader)  # "an Omani-led raid"
    role = cast.lexicon.role(tree.words[token])
    if role is None or role.title:
        return None
    if role.sector not in _COLLECTIVE and role.words not in _BLOCS:
        return None
    if tree.lemma(token) in match.codebook.instruments:
        return None  # "artillery fire" is nobody's by itself
    return Actor(tree.words[token], tree.span(token), sector=role.sector)


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return the actors, each once."""
    return tuple({_key(actor): actor for actor in reversed(list(actors))}.values())[::-1]


def is_among(actor: Actor, others: Iterable[Actor]) -> bool:
    """Whether an actor is one of others."""
    return _key(actor) in {_key(other) for other in others}


def _key(actor: Actor) -> object:
    """What makes two mentions one party."""
    return ("chain", actor.chain) if actor.chain is not None else ("name", actor.name.casefold())
