"""The text of a PDF, with its paragraphs and its pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from dateline.model import Reject
from dateline.sources import pdf
from tests.sources.reading import lines, listing, opened, page, reason

Drawn = list[tuple[int, int, int, str]]
"""(x, y, size, text) of each line of a page."""


def made(*leaves: Drawn, info: str = "") -> bytes:
    """Return a PDF that draws these lines, as short as the format allows."""
    parts = ["<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>", "", f"<< {info} >>"]
    parts.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for leaf in leaves:
        drawn = "".join(
            f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, size, text in leaf
        )
        parts.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        font = "/Resources << /Font << /F 4 0 R >> >>"
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {font} /Contents {len(parts)} 0 R >>"
        )
        kids.append(f"{len(parts)} 0 R")
    parts[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    end = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF"
    return data + end.encode()


_FIRST: Drawn = [
    (60, 740, 18, "Floods in Oderland: Situation Report No. 7"),
    (60, 710, 10, "3 March 2020"),
    (60, 690, 10, "The river rose again on Monday after two days of rain, and the"),
    (60, 678, 10, "office asked people in three districts to leave their homes. The"),
    (60, 666, 10, "schools stay closed."),
    (60, 640, 10, "Roads to the north are open."),
]
_SECOND: Drawn = [(60, 740, 10, "Shelter and water are what people need most.")]


def test_a_pdf_is_a_page_of_paragraphs() -> None:
    one = page("report.pdf", made(_FIRST, _SECOND))
    assert (one.kind, one.path) == ("pdf", "report.pdf")
    assert lines(one) == [
        "Floods in Oderland: Situation Report No. 7",
        "3 March 2020",
        "\n".join(text for _, _, _, text in _FIRST[2:5]),
        "Roads to the north are open.",
        "Shelter and water are what people need most.",
    ]


def test_a_piece_says_which_page_it_stands_on() -> None:
    one = page("report.pdf", made(_FIRST, [], _SECOND))
    assert [piece.within for piece in one.pieces] == [("page#1",)] * 4 + [("page#3",)]


def test_two_points_of_a_list_stay_two() -> None:
    points: Drawn = [
        (60, 700, 10, "Some 4,000 people have left their homes in the north."),
        (60, 688, 10, "Two bridges are closed."),
    ]
    assert len(lines(page("report.pdf", made(points)))) == 2


def test_columns_are_read_one_after_the_other() -> None:
    left: Drawn = [
        (60, 700, 10, "The first column says that the river rose"),
        (60, 688, 10, "again on Monday and went on to rise."),
    ]
    right: Drawn = [
        (320, 700, 10, "The second column says that the roads to"),
        (320, 688, 10, "the north are open for trucks."),
    ]
    found = lines(page("report.pdf", made(left + right)))
    assert [line[:10] for line in found] == ["The first ", "The second"]


def test_what_a_pdf_says_of_itself_counts_if_it_is_printed() -> None:
    info = "/Title (Floods in Oderland: Situation Report No. 7) /Author (Jo Doe) /CreationDate (D:20200303101500+01'00')"
    told = listing(
        page("report.pdf", made([*_FIRST, (60, 600, 10, "Written by Jo Doe")], info=info))
    )
    assert (told.source, told.title, told.published) == (
        "pdf",
        "Floods in Oderland: Situation Report No. 7",
        "2020-03-03",
    )
    assert (told.byline, told.language) == (("Jo Doe",), "en-GB")


def test_the_title_of_a_template_is_not_believed() -> None:
    info = (
        "/Title (Microsoft Word - SitRep_v3.docx) /Author (jdoe) /CreationDate (D:20210817101500Z)"
    )
    told = listing(page("report.pdf", made(_FIRST, info=info)))
    assert (told.title, told.published, told.byline) == (None, None, ())


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert page("report.txt", made(_FIRST)).kind == "pdf"


# ------------------------------------------------------------------------------ hostile input


def test_a_scan_is_a_reject() -> None:
    assert reason("scan.pdf", made([], [])) == "a PDF of 2 pages without text: a scan?"


def test_a_pdf_with_a_password_is_a_reject() -> None:
    assert reason("a.pdf", _encrypted("secret")) == "an encrypted PDF"


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert lines(page("a.pdf", _encrypted("")))[1] == "3 March 2020"


def _encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made(_FIRST))))
    writer.encrypt(password, owner_password=password + "2", algorithm="RC4-128")
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def test_a_pdf_that_draws_too_much_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "OPERATIONS", 20)
    assert reason("a.pdf", made(_FIRST)) == "a PDF of more than 20 drawing operations"


def test_a_pdf_of_too_many_pages_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LEAVES", 2)
    assert reason("a.pdf", made(_FIRST, _SECOND, _SECOND)) == "a PDF of 3 pages; at most 2"


def test_pages_of_too_many_bytes_are_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "CONTENT", 30)
    assert reason("a.pdf", made(_FIRST)) == "a PDF whose pages draw more than 30 bytes"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF", b"%PDF-" + b"\0" * 5_000]
)
def test_a_damaged_pdf_is_one_reject(data: bytes) -> None:
    (one,) = opened("a.pdf", data)
    assert isinstance(one, Reject)


@pytest.mark.parametrize("end", range(20, 1_400, 90))
def test_no_cut_of_a_pdf_raises_or_prints(end: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert opened("a.pdf", made(_FIRST)[:end])
    assert capfd.readouterr() == ("", "")


@settings(max_examples=60, deadline=None)
@given(st.integers(10, 1_500), st.binary(min_size=1, max_size=12))
def test_no_change_of_a_pdf_raises(at: int, noise: bytes) -> None:
    data = made(_FIRST, _SECOND)
    assert opened("a.pdf", data[:at] + noise + data[at + len(noise) :])
