"""Topics of annotated texts: tokens into text, marks into mentions."""

from __future__ import annotations

import tarfile
from pathlib import Path

from evaluation.ecbplus import read_topics

PAGE = """<Document doc_name="2_7ecb.xml">
<token t_id="1" sentence="0" number="0">Ferry</token>
<token t_id="2" sentence="0" number="1">sinks</token>
<token t_id="3" sentence="1" number="0">Nobody</token>
<token t_id="4" sentence="1" number="1">drowned</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<HUMAN_PART m_id="2"><token_anchor t_id="3"/></HUMAN_PART>
<NEG_ACTION_OCCURRENCE m_id="3"><token_anchor t_id="4"/></NEG_ACTION_OCCURRENCE>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="9" note="ACT1"><source m_id="1"/><target m_id="5"/></CROSS_DOC_COREF>
</Relations>
</Document>"""


def corpus(folder: Path, *checked: int) -> Path:
    """Return a folder with one page of which these sentences were checked."""
    rows = [f"2,7ecb,{number}" for number in checked]
    listed = folder / "ECBplus_coreference_sentences.csv"
    listed.write_text("\n".join(["Topic,File,Sentence Number", *rows]))
    (folder / "2_7ecb.xml").write_text(PAGE)
    with tarfile.open(folder / "ecbplus_train_dev.tar.gz", "w:gz") as archive:
        archive.add(folder / "2_7ecb.xml", "2/2_7ecb.xml")
    return folder


def test_actions_of_checked_sentences_are_mentions(tmp_path: Path) -> None:
    (page,) = read_topics(corpus(tmp_path, 0, 1))["2"]
    assert page.text == "Ferry sinks\nNobody drowned"
    assert [mention.span.of(page.text) for mention in page.mentions] == ["sinks", "drowned"]
    assert page.mentions[0].event == "ACT1"


def test_a_sentence_that_nobody_checked_has_no_mentions(tmp_path: Path) -> None:
    (page,) = read_topics(corpus(tmp_path, 1))["2"]
    assert [mention.span.of(page.text) for mention in page.mentions] == ["drowned"]
    assert [span.of(page.text) for span in page.checked] == ["Nobody drowned"]
