"""A varied sentence keeps its marks on the words that they were on."""

from random import Random

from dateline.knowledge.lexicon import open_lexicon
from dateline.knowledge.marked import MarkedSentence, parse_marked
from training.coder.variants import Countries, Edit, edited, varied

LINE = (
    "In {Lima|L1}, {Peru|A1,A2}, which had {warned|1=THREATEN:happened} {Chilean trawlers|R1,R2},"
    " {seized|2=COERCE/seize:happened} {two of them|R2} {on Monday|T2}. :: military"
)


def _marked(sentence: MarkedSentence) -> list[str]:
    spans = [
        span
        for act in sentence.acts
        for span in (act.trigger, *act.actors, *act.recipients, *act.places, *act.times)
    ]
    return [sentence.text[slice(*span)] for span in spans]


def test_words_put_in_move_the_marks_behind_them() -> None:
    sentence = parse_marked(LINE)
    at = sentence.text.index("Peru")
    told = edited(sentence, [Edit(at, at + 4, "Madagascar")])
    assert told.text.startswith("In Lima, Madagascar, which had warned Chilean trawlers,")
    assert _marked(told) == [w.replace("Peru", "Madagascar") for w in _marked(sentence)]


def test_commas_go_and_the_marks_stay() -> None:
    sentence = parse_marked(LINE)
    edits = [Edit(n, n + 1, "") for n, letter in enumerate(sentence.text) if letter == ","]
    told = edited(sentence, edits)
    assert "," not in told.text
    assert _marked(told) == _marked(sentence)


def test_all_words_of_a_country_become_those_of_one_other() -> None:
    countries = Countries(open_lexicon().countries.values())
    text = "Kenya and Kenyan fishermen met in Nairobi."
    edits = countries.exchanged(text, Random(4))  # noqa: S311 - an order to learn in
    assert [text[e.start : e.end] for e in edits] == ["Kenya", "Kenyan", "Nairobi"]
    others = open_lexicon().countries.values()
    named = next(c for c in others if edits[0].words in (c.name, *c.aliases))
    assert edits[1].words in named.adjectives
    assert edits[2].words in named.capitals


def test_the_same_chance_gives_the_same_sentence() -> None:
    countries = Countries(open_lexicon().countries.values())
    sentence = parse_marked(LINE)
    one, other = (varied(sentence, countries, Random(11)) for _ in range(2))  # noqa: S311 - an order to learn in
    assert one == other
