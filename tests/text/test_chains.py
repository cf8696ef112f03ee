"""Chains: the mentions of one person, body or country."""

from __future__ import annotations

import pytest

from dateline.model import Chain, Kind, Report
from tests.build import read_text


def chains(text: str) -> tuple[Report, dict[str, Chain]]:
    report = read_text(text, upto="chains")
    return report, {chain.name: chain for chain in report.chains}


def words(report: Report, chain: Chain) -> list[str]:
    return [span.of(report.text) for span in chain.mentions]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (
            "Chadian Foreign Minister Idris Mahamat resigned.",
            "Idris Mahamat",
            ("TCD", "GOV", "foreign minister"),
        ),
        (
            "Kenya's defense minister, Grace Mwangi, flew home.",
            "Grace Mwangi",
            ("KEN", "GOV", "defense minister"),
        ),
        (
            "Grace Mwangi, Kenya's defense minister, flew home.",
            "Grace Mwangi",
            ("KEN", "GOV", "defense minister"),
        ),
        (
            "Kremlin spokesman Pavel Dorin said no.",
            "Pavel Dorin",
            ("RUS", "GOV", "Kremlin spokesman"),
        ),
        (
            "President Lena Okoro of Nigeria arrived.",
            "Lena Okoro",
            ("NGA", "GOV", "president"),
        ),
        ("Lena Okoro arrived late.", "Lena Okoro", (None, None, None)),
    ],
)
def test_the_words_beside_a_name_tell_who_it_is(
    text: str, name: str, told: tuple[str | None, str | None, str | None]
) -> None:
    _, found = chains(text)
    assert (found[name].country, found[name].sector, found[name].title) == told


def test_a_surname_joins_the_full_name() -> None:
    report, found = chains("President Lena Okoro spoke. Okoro then left the hall.")
    assert words(report, found["Lena Okoro"])[:2] == ["Lena Okoro", "Okoro"]


def test_a_surname_of_two_persons_joins_neither() -> None:
    report, found = chains(
        "President Lena Okoro met General Tunde Okoro. Later Okoro spoke to reporters."
    )
    assert words(report, found["Lena Okoro"]) == ["Lena Okoro"]
    assert words(report, found["Tunde Okoro"]) == ["Tunde Okoro"]


def test_every_word_for_a_country_is_one_chain() -> None:
    report, found = chains(
        "Turkish jets took off. Ankara denied it. The Turks said so again, and Turkey left."
    )
    assert words(report, found["Turkey"]) == ["Turkish", "Ankara", "Turks", "Turkey"]


def test_he_is_the_only_person_before() -> None:
    report, found = chains("Foreign Minister Idris Mahamat resigned. He gave no reason.")
    assert "He" in words(report, found["Idris Mahamat"])


def test_he_is_nobody_where_two_could_be_meant() -> None:
    report, found = chains("Idris Mahamat and Pavel Dorin met on Monday. He left early.")
    assert all("He" not in words(report, chain) for chain in found.values())


def test_a_title_alone_is_the_person_who_has_it() -> None:
    report, found = chains(
        "Chad's foreign minister, Idris Mahamat, met President Lena Okoro. "
        "The foreign minister left on Friday."
    )
    assert "foreign minister" in words(report, found["Idris Mahamat"])


def test_the_ministry_is_the_one_just_named() -> None:
    report, found = chains("The Kenyan Health Ministry closed schools. The ministry gave no date.")
    assert "ministry" in words(report, found["Kenyan Health Ministry"])


def test_an_acronym_joins_the_name_it_stands_for() -> None:
    report, found = chains("The Free Harbour Union (FHU) struck. The FHU will go on.")
    assert words(report, found["Free Harbour Union"]).count("FHU") == 2


def test_the_ministries_of_two_countries_are_two_chains() -> None:
    text = (
        "Chad's Defense Ministry said two men had died. Sudan's Defense Ministry denied it. "
        "The ministry promised an inquiry."
    )
    report = read_text(text, upto="chains")
    held = [c for c in report.chains if c.name == "Defense Ministry"]
    assert [(c.country, words(report, c)) for c in held] == [
        ("TCD", ["Defense Ministry"]),
        ("SDN", ["Defense Ministry", "ministry"]),
    ]


def test_the_company_is_the_only_company() -> None:
    text = "Norvex, the firm that runs the port, fell silent. The company later apologised."
    report, held = chains(text)
    assert words(report, held["Norvex"]) == ["Norvex", "company"]


def test_the_mayor_is_no_body_of_the_government() -> None:
    text = "The European Commission offered help. The mayor asked for tents."
    report, held = chains(text)
    assert words(report, held["European Commission"]) == ["European Commission"]


def test_it_joins_the_body_that_it_means() -> None:
    report, held = chains("The United Nations said that it would send tanks of water.")
    assert words(report, held["United Nations"]) == ["United Nations", "it"]


def test_he_is_not_a_person_named_before_an_unnamed_one() -> None:
    report, held = chains("Minister Omid Karimi left. An official said he would be back by noon.")
    assert words(report, held["Omid Karimi"]) == ["Omid Karimi"]


# ---------------------------------------------------------------------------- without a name


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "A fisherman lost his boat on Sunday. The fisherman said he would rebuild it.",
            "A fisherman",
            ["fisherman", "his", "fisherman", "he"],
        ),
        (
            "A Chadian court freed the driver. The court said it had seen no proof.",
            "A Chadian court",
            ["Chadian court", "court", "it"],
        ),
        (
            "Growers blocked the bridge. They said they had not been paid.",
            "Growers",
            ["Growers", "They", "they"],
        ),
        (
            "Police shut the market. They said they had found a bomb.",
            "Police",
            ["Police", "They", "they"],
        ),
        (
            "Pavel Dorin and Omid Karimi met in Oslo. They shook hands.",
            "Pavel Dorin and Omid Karimi",
            ["Pavel Dorin and Omid Karimi", "They"],
        ),
        (
            "Two brothers were fined. Both men had denied the charge. The brothers left.",
            "Two brothers",
            ["Two brothers", "Both men", "brothers"],
        ),
        (
            "Gunmen seized a bus. The attackers fled.",
            "Gunmen",
            ["Gunmen", "attackers"],
        ),
    ],
)
def test_somebody_without_a_name_has_a_chain(text: str, name: str, mentions: list[str]) -> None:
    report, held = chains(text)
    assert words(report, held[name]) == mentions
    assert held[name].by == "chains/described"


def test_somebody_who_is_mentioned_once_and_has_no_name_has_no_chain() -> None:
    _, held = chains("A fisherman drowned. Lena Okoro mourned.")
    assert list(held) == ["Lena Okoro"]


def test_named_chains_come_first() -> None:
    report = read_text("A nurse said she saw Lena Okoro.", upto="chains")
    assert [chain.name for chain in report.chains] == ["Lena Okoro", "A nurse"]


# ------------------------------------------------------------------------------ descriptions


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Turkey shut a road. The Turkish government gave no reason.", "Turkey", "government"),
        ("Anna Ruiz, 41, fell. The 41-year-old will recover.", "Anna Ruiz", "old"),
        ("Anna Ruiz, a nurse, fell. The nurse will recover.", "Anna Ruiz", "nurse"),
        ("Omar Saleh's wife, Anna, left. She blamed her husband.", "Omar Saleh", "husband"),
        ("The union Rail Unity struck. The union wants more pay.", "Rail Unity", "union"),
        ("The Delta Tribune was shut. The newspaper had no licence.", "Delta Tribune", "newspaper"),
        ("The World Bank agreed. The bank will pay in May.", "World Bank", "bank"),
        ("Kenya's mayor Anna Ruiz fell. The vice mayor came.", "Anna Ruiz", None),
        ("Anna Ruiz, head of the Reef Party, left. Its deputy head came.", "Anna Ruiz", None),
    ],
)
def test_a_description_means_who_fits(text: str, name: str, description: str | None) -> None:
    report, held = chains(text)
    others = [w.split()[-1].split("-")[-1] for w in words(report, held[name])[1:]]
    assert (
        (description in others) if description else ("mayor" not in others and "head" not in others)
    )


def test_men_whom_a_clause_defines_were_not_met_before() -> None:
    report, held = chains("Three men sang. They left. The men who slept were woken.")
    assert words(report, held["Three men"]) == ["Three men", "They"]


# ---------------------------------------------------------------------------------- pronouns


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Anna Ruiz met Peter Lind. She was late.", "Anna Ruiz", "She"),
        ("Anna Ruiz met Peter Lind. He was late.", "Peter Lind", "He"),
        ("Anna Ruiz said Elena Marchuk was tired. Then she left.", "Anna Ruiz", "she"),
        ("Peter Lind thanked Omar Saleh for his help.", "Peter Lind", "his"),
        (
            "When Peter Lind saw Omar Saleh, Lind ran. Saleh stayed. He was calm.",
            "Omar Saleh",
            "He",
        ),
        ('"I am tired," Anna Ruiz said.', "Anna Ruiz", "I"),
        ('Anna Ruiz met Elena Marchuk. "She lied to me," Ruiz said.', "Elena Marchuk", "She"),
        ("The union said it was told of the plan.", None, "it"),
    ],
)
def test_a_pronoun_means_who_agrees_and_stands_out(
    text: str, name: str | None, pronoun: str
) -> None:
    report, held = chains(text)
    found = [chain.name for chain in held.values() if pronoun in words(report, chain)]
    assert found == [name or "The union"]


@pytest.mark.parametrize(
    "text",
    [
        "Norvex opened a plant. It rained all day.",
        "Norvex opened a plant. It was clear that nobody came.",
        "The road to Norvex was shut. It is narrow.",
        "Chad sent troops. It took three days.",
    ],
)
def test_it_is_nobody_where_a_thing_or_nothing_is_meant(text: str) -> None:
    report, held = chains(text)
    assert all("It" not in words(report, chain) for chain in held.values())


def test_we_is_the_body_that_its_chief_speaks_for() -> None:
    report, held = chains('Norvex, the firm, and its chief, Anna Ruiz, left. "We lost," Ruiz said.')
    assert "We" in words(report, held["Norvex"])


def test_a_new_name_is_that_of_the_one_who_was_described() -> None:
    text = "The minister met her Syrian counterpart. Omar Saleh said little."
    report, held = chains(text)
    assert words(report, held["Omar Saleh"]) == ["her Syrian counterpart", "Omar Saleh"]


@pytest.mark.parametrize(
    ("text", "first", "told"),
    [
        # The description beside a name was heard before.
        ("A judge freed a cook. The judge, Anna Ruiz, left.", "Anna Ruiz", "judge"),
        # The first sentence describes who is named next.
        ("A sailor told a court that he lied. Leif Aas, 48, wept.", "Leif Aas", "sailor"),
        # A person by age, however long ago it was told.
        ("Anna Ruiz, 41, fell. It rained. The 41-year-old said no.", "Anna Ruiz", "41-year-old"),
        # Who is asked is the one who answers.
        ("Anna Ruiz asked Elena Lind what she knew. She replied late.", "Elena Lind", "She"),
        ("Anna Ruiz asked Elena Lind what she knew.", "Elena Lind", "she"),
        # The subject of what is told does not tell it.
        ("Peter Lind spoke. Omar Saleh had left, he said.", "Peter Lind", "he"),
        # The body of many countries, the one who runs a body, the deputy, the former general.
        ("The African Union met. The bloc said no.", "African Union", "bloc"),
        ("Anna Ruiz, who runs the zoo, left. The zoo chief said no.", "Anna Ruiz", "zoo chief"),
        ("Peter Lind's deputy, Luc Arn, fell. The deputy mayor slept.", "Luc Arn", "deputy mayor"),
        ("Peter Lind left. He said no. The former pilot said so.", "Peter Lind", "former pilot"),
        # A place or thing that speaks is a body.
        ("The railway shut. The railway said it would open.", "The railway", "it"),
        ("A miner fell. He said he was well.", "A miner", "He"),
        ("The night guard ran. He said no.", "The night guard", "He"),
        ("Two nurses sang. The women said they were well.", "Two nurses", "women"),
    ],
)
def test_a_description_or_pronoun_means_who_was_met(text: str, first: str, told: str) -> None:
    report, held = chains(text)
    assert [name for name, c in held.items() if any(told in w for w in words(report, c))] == [first]


def test_who_hears_is_not_named_later() -> None:
    report, held = chains("Peter Lind told a judge he slept. She left. Anna Ruiz, 71, wept.")
    assert words(report, held["Anna Ruiz"]) == ["Anna Ruiz"]


def test_an_age_or_who_behind_a_name_shows_a_person() -> None:
    report, _ = chains("Ajlana, 13, kept a piece of wire. Ajlana said she would keep it.")
    assert [chain.kind for chain in report.chains] == [Kind.PERSON]


def test_the_canadian_is_the_person_and_not_the_country() -> None:
    report, held = chains("A Canadian cook fell. The Canadian said no.")
    assert words(report, held["A Canadian cook"]) == ["Canadian cook", "Canadian"]
    assert words(report, held["Canada"]) == ["Canadian"]


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        (
            "The navy's spokesman in the north, Commander Ilan Droste, denied it.",
            "Ilan Droste",
            "navy",
        ),
        ("The Front struck. Ilan Droste, the navy's spokesman, denied it.", "Ilan Droste", "navy"),
        ("Marta Kell, who heads the teachers' union, spoke.", "Marta Kell", "teachers' union"),
        ("Juno Park, who speaks for the port authority, left.", "Juno Park", "port authority"),
        ("Juno Park, the chairwoman of the port authority, left.", "Juno Park", "port authority"),
        ("Unicef opened a camp. Its spokeswoman, Ines Vale, said so.", "Ines Vale", "UNICEF"),
        ("Ines Vale, the union's lawyer, said so.", "Ines Vale", None),
        ("Ines Vale, the singer's sister, said so.", "Ines Vale", None),
    ],
)
def test_a_person_is_known_to_speak_for_a_body(text: str, name: str, body: str | None) -> None:
    _, found = chains(text)
    told = found[name].body
    assert (told and told.casefold()) == (body and body.casefold())


@pytest.mark.parametrize(
    "text",
    [
        "The miners' spokesman, who calls himself Commander Vesna, said no.",
        "The miners' spokesman, known as Commander Vesna, said no.",
        "The miners' captain, Vesna, said no.",
    ],
)
def test_a_name_that_somebody_is_given_is_his(text: str) -> None:
    _, found = chains(text)
    assert found["Vesna"].kind is Kind.PERSON
    assert found["Vesna"].title in {"commander", "captain", "spokesman"}


def test_a_body_called_by_its_noun_is_no_person() -> None:
    _, found = chains("The weather agency SBA and the mining firm Tarn Ore spoke.")
    assert found["SBA"].kind is Kind.ORGANISATION
    assert found["Tarn Ore"].kind is Kind.ORGANISATION


def test_a_national_society_is_not_the_worlds() -> None:
    _, found = chains("The Kenyan Red Cross said that 40 families had fled.")
    assert found["Kenyan Red Cross"].country == "KEN"


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        (
            "The senator, Lena Okoro, opened the hearing. The lawmaker said the road was unsafe.",
            "Lena Okoro",
            "lawmaker",
        ),
        (
            "Bishop Pavel Dorin sold the orchard. The prelate said the roof had to be paid for.",
            "Pavel Dorin",
            "prelate",
        ),
        (
            "Judge Grace Mwangi wrote a book. Mwangi said it was short. The former swimmer told more.",
            "Grace Mwangi",
            "former swimmer",
        ),
        (
            "Pavel Dorin, 58, closed the bakery. The 58-year-old called it a shame.",
            "Pavel Dorin",
            "58-year-old",
        ),
    ],
)
def test_a_new_word_for_a_person_is_his(text: str, name: str, called: str) -> None:
    report, found = chains(text)
    assert any(called in word for word in words(report, found[name]))


def test_whom_an_event_brings_along_is_somebody_new() -> None:
    report, found = chains("Inspector Lena Okoro stopped the lorry. The driver said it was empty.")
    assert "driver" not in words(report, found["Lena Okoro"])


def test_where_a_body_sits_tells_it_from_none() -> None:
    report, found = chains(
        "Kenya turned to the International Monetary Fund. Kestrel Mining said it would dig on. "
        "The Geneva-based company added that it had the papers."
    )
    assert "Geneva-based company" in words(report, found["Kestrel Mining"])


def test_honours_and_natives_are_nobodys_name() -> None:
    report, found = chains(
        "President Omar Sidibe met Claire Morel. His Excellency praised the road. "
        "The Frenchwoman thanked him."
    )
    assert not {"Excellency", "Frenchwoman"} & found.keys()
    assert "Frenchwoman" in words(report, found["Claire Morel"])
    assert any("Excellency" in word for word in words(report, found["Omar Sidibe"]))


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The museum was robbed by a former guard. Pavel Dorin, 40, was found.", "former guard"),
        ("The circus had a juggler. Pavel Dorin said he was paid in oats.", "juggler"),
        ("A gardener slept. Pavel Dorin said he was tired.", "gardener"),
    ],
)
def test_a_new_name_is_his_who_was_seen_to_act(text: str, called: str) -> None:
    report, found = chains(text)
    assert words(report, found["Pavel Dorin"])[0] == called


def test_a_new_name_is_not_his_who_was_only_spoken_of() -> None:
    report, found = chains("The council fined a gardener. Pavel Dorin said he was glad.")
    assert words(report, found["Pavel Dorin"])[0] == "Pavel Dorin"
