"""A charset is known by the letters it gives, whatever the page declares."""

from __future__ import annotations

import pytest

from dateline.sources.charsets import guessed, python_name
from dateline.sources.decode import decode

WRITTEN = {
    "windows-1251": "Паром затонул в понедельник у мыса, сообщила береговая охрана.",
    "koi8-r": "Паром затонул в понедельник у мыса, сообщила береговая охрана.",
    "iso8859-5": "Паром затонул в понедельник у мыса, сообщила береговая охрана.",
    "cp866": "Паром затонул в понедельник у мыса, сообщила береговая охрана.",
    "gb18030": "渡轮星期一在海角附近沉没，海岸警卫队说，四十人获救。港口已经关闭。",
    "big5hkscs": "渡輪星期一在海角附近沉沒，海岸警衛隊說，四十人獲救。港口已經關閉。",
    "cp932": "フェリーは月曜日に岬の近くで沈没したと沿岸警備隊が発表した。",
    "euc_jp": "フェリーは月曜日に岬の近くで沈没したと沿岸警備隊が発表した。",
    "iso2022_jp": "フェリーは月曜日に岬の近くで沈没したと沿岸警備隊が発表した。",
    "cp949": "여객선이 월요일 곶 근처에서 침몰했다고 해안경비대가 밝혔다.",
    "iso8859-2": "Prom zatonął w poniedziałek koło przylądka, podała straż przybrzeżna.",
    "windows-1250": "Trajekt se v pondělí potopil u mysu, oznámila pobřežní stráž. Řekl šéf.",
    "windows-1253": "Το πορθμείο βυθίστηκε τη Δευτέρα κοντά στο ακρωτήριο.",
    "windows-1254": "Feribot pazartesi günü burun yakınında battı, sahil güvenlik açıkladı.",
    "windows-1255": "המעבורת טבעה ביום שני ליד הכף, אמר משמר החופים.",
    "windows-1256": "غرقت العبارة يوم الاثنين قرب الرأس، كما قال خفر السواحل.",
    "windows-1257": "Prāmis pirmdien nogrima pie zemesraga, paziņoja krasta apsardze.",
    "cp874": "เรือข้ามฟากจมลงเมื่อวันจันทร์ใกล้แหลม หน่วยยามฝั่งกล่าว",
    "windows-1252": "Le traversier a sombré lundi : « quarante personnes ont été sauvées ».",
}


def page(text: str, declared: str | None) -> str:
    told = f'<meta charset="{declared}">' if declared else ""
    return f'<html><head>{told}<title>News</title></head><body class="wide"><p>{text}</p></body>'


@pytest.mark.parametrize("charset", WRITTEN)
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "martian"])
def test_a_page_that_says_nothing_or_lies_is_read_by_its_letters(
    charset: str, declared: str | None
) -> None:
    if (charset, declared) == ("windows-1257", "iso-8859-1"):
        pytest.skip("one short sentence does not outweigh what the page declares")
    markup = page(WRITTEN[charset], declared)
    assert decode(markup.encode(charset))[0] == markup


@pytest.mark.parametrize("charset", WRITTEN)
def test_a_page_that_declares_its_charset_is_read_without_a_note(charset: str) -> None:
    markup = page(WRITTEN[charset], charset)
    assert decode(markup.encode(charset)) == (markup, ())


@pytest.mark.parametrize("charset", ["windows-1251", "cp949", "gb18030"])
def test_the_transport_is_believed_no_more_than_the_letters(charset: str) -> None:
    text = WRITTEN[charset]
    assert decode(text.encode(charset), "iso-8859-1")[0] == text
    assert decode(text.encode(charset), charset) == (text, ())


def test_a_guess_is_noted() -> None:
    notes = decode(WRITTEN["koi8-r"].encode("koi8-r"), "windows-1251")[1]
    assert notes == ("read as koi8-r",)


def test_what_is_declared_decides_where_letters_do_not() -> None:
    data = 'He said: "Pärnu".'.encode("windows-1252")
    assert decode(data, "windows-1257") == ('He said: "Pärnu".', ())


def test_marks_alone_are_no_guess() -> None:
    assert guessed("“No” – it’s 5 €…".encode("windows-1252")) is None


def test_one_broken_byte_in_a_page_of_two_byte_characters_is_no_other_charset() -> None:
    data = (WRITTEN["cp949"] * 3).encode("cp949") + b"\xff!"
    text, notes = decode(data, "euc-kr")
    assert text.startswith(WRITTEN["cp949"])
    assert notes == ("1 undecodable bytes became U+FFFD",)


def test_a_utf8_page_with_a_broken_byte_is_not_what_it_declares() -> None:
    markup = page("The café, the naïve, the façade, the rôle and the señor " * 3, "iso-8859-1")
    assert decode(markup.encode() + b"\xe9")[0].startswith(markup)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("ISO-8859-1", "windows-1252"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("martian", None),
        ("a\0b", None),
    ],
)
def test_a_charset_is_read_as_browsers_read_it(name: str, known: str | None) -> None:
    assert python_name(name) == known


def test_what_was_encoded_twice_is_left_and_noted() -> None:
    twice = "The café’s owner – a señor – was naïve.".encode().decode("windows-1252")
    text, notes = decode(twice.encode())
    assert text == twice
    assert notes == ("6 characters seem to have been encoded twice",)
