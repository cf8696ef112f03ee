"""The language of a report."""

from __future__ import annotations

import pytest

from tests.clean.build import skimmed, skimmed_html


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Die Brücke über den Fluss bleibt nach Angaben der Stadt bis Ende Mai gesperrt. ", "de"),
        ("Le pont sur la rivière restera fermé jusqu'à la fin du mois, selon la mairie. ", "fr"),
        ("El puente sobre el río seguirá cerrado hasta finales de mes, según la ciudad. ", "es"),
        ("Belediyeye göre nehrin üzerindeki köprü ay sonuna kadar trafiğe kapalı kalacak. ", "tr"),
        ("市によると、川にかかる橋は月末まで通行止めとなる見通しです。", "ja"),
        ("据市政府称，横跨河流的大桥将关闭至本月底。", "zh"),
        ("시에 따르면 강을 가로지르는 다리는 이달 말까지 폐쇄된다.", "ko"),
    ],
)
def test_the_body_tells_its_language(sentence: str, language: str) -> None:
    found = skimmed(sentence * 6).metadata
    assert (found.language, dict(found.read_from)["language"]) == (language, "body")


def test_a_body_too_short_leaves_it_to_the_head() -> None:
    found = skimmed_html("<html lang='pt-BR'><body><p>Ponte fechada.</p>").metadata
    assert (found.language, dict(found.read_from)["language"]) == ("pt", "html")
