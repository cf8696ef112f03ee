"""What is read of a report by what was learned: acts that mean one, numbers that count one."""

from __future__ import annotations

from dateline.text.readings import meaning, readings
from dateline.weaving.claims.meaning import meant_alike
from tests.build import read_text

ORDER = "The navy ordered the ferry to turn back before it left the strait."
RETURN = "The skipper was instructed by radio to bring the ship home."
BLAME = "The skipper blamed the harbour office for the loss of his ship."


def test_acts_told_in_other_words_mean_one_and_other_acts_do_not() -> None:
    order, again, blame = (
        max(read_text(text).events, key=lambda event: event.code in {"REQUEST", "ACCUSE"}).meaning
        for text in (ORDER, RETURN, BLAME)
    )
    assert meant_alike(order, again) > meant_alike(order, blame)
    assert meant_alike(order, again) > meant_alike(again, blame)


def test_numbers_that_count_one_thing_mean_it_whatever_the_noun() -> None:
    toll = read_text("At least 47 people were killed when the pit caved in, police said.")
    dead = read_text("The number of the dead in the mine has risen to 52.")
    hurt = read_text("In the pit 31 miners were injured, nine of them badly.")
    counted = [report.figures[0].meaning for report in (toll, dead, hurt)]
    assert meant_alike(counted[0], counted[1]) > meant_alike(counted[0], counted[2])


def test_what_is_said_means_the_acts_in_it() -> None:
    one = read_text("Ana Ruiz said that soldiers had burnt the granaries of the village.")
    other = read_text("Troops set our grain stores on fire, Ana Ruiz told reporters.")
    third = read_text("Ana Ruiz said that the road to the market would be opened on Friday.")
    said = [report.statements[0].meaning for report in (one, other, third)]
    assert meant_alike(said[0], said[1]) > meant_alike(said[0], said[2])


def test_without_weights_nothing_is_known() -> None:
    report = read_text(ORDER, weights=None)
    assert readings(report, None) == (None,)
    assert meaning(report, report.sentences[0].span, (None,)) == b""
    assert [event.meaning for event in report.events] == [b""]


def test_the_same_sentences_are_read_once() -> None:
    report = read_text(ORDER, upto="sentences")
    assert readings(report, "plover") is readings(report, "plover")
