"""The pages of the bench: as large and as deep as asked, and the same each time."""

from __future__ import annotations

from evaluation.synthetic import html_page, nested_page, text_dump


def test_a_page_is_about_as_large_as_asked() -> None:
    assert 50_000 <= len(html_page(50_000)) < 65_000
    assert 50_000 <= len(text_dump(50_000)) < 65_000


def test_the_same_size_gives_the_same_page() -> None:
    assert html_page(5_000) == html_page(5_000)
    assert text_dump(5_000) == text_dump(5_000)


def test_a_nested_page_closes_what_it_opens() -> None:
    assert nested_page(3) == (
        "<html><body><div><div><div><p>The dam held.</p></div></div></div></body></html>"
    )
