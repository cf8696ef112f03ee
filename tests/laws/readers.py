"""One valid input of each kind of source, and what must hold of whatever they are turned into."""

from __future__ import annotations

import gzip
import io
import itertools
import json

from dateline.clean.blocks import find_blocks
from dateline.model import Page, Report
from dateline.sources.readers import read_source
from dateline.sources.source import Budget, Source
from tests.sources.build import HTML, PAGE, STORY, a_record, a_tar, a_zip, told

_ROW = {"title": "Ferry sinks", "text": STORY, "url": "https://herald.example/ferry"}
_ARTICLE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="windows-1252">
<title>Ferry sinks - The Harbour Herald</title><link rel=canonical href="https://herald.example/1">
<meta property="og:title" content="Ferry sinks"><script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Ferry sinks", "datePublished": "2020-05-03T07:15:00Z"}}
</script></head><body><nav><ul><li><a href="/">Home</a><li>Sport</ul></nav>
<article><h1>Ferry sinks</h1><time datetime="2020-05-03">3 May</time><p>{STORY} &amp; &#8217;caf\xe9
<div style="display:none">no</div><pre>a\n b</pre><table><tr><td>1<td>2</table>
<figure><figcaption>The cape (Reuters)</figcaption></figure></article><!-- end --></body></html>"""
_MAIL = f"""From: The Harbour Herald <news@herald.example>\r
Subject: =?utf-8?q?Ferry_sinks?=\r
Date: Sun, 03 May 2020 07:15:00 +0300\r
MIME-Version: 1.0\r
Content-Type: multipart/related; boundary="cut"\r
\r
--cut\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
<p>{STORY} caf=C3=A9=\r
s\r
--cut--\r
"""
_RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title><item>
<title>Ferry sinks</title><link>https://herald.example/1</link><pubDate>Sun, 03 May 2020 07:15:00
GMT</pubDate><source url="x">dpa</source><description><![CDATA[<p>{STORY}]]></description></item>
</channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><title>Ferry
</title><link href="https://herald.example/1"/><updated>2020-05-03T07:15:00Z</updated>
<content type="html">&lt;p&gt;{STORY}</content></entry></feed>"""
_SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://herald.example/1</loc>
<news:news><news:publication><news:name>Herald</news:name></news:publication><news:title>Ferry
</news:title><news:publication_date>2020-05-03</news:publication_date></news:news></url></urlset>"""
_NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta>
<versionCreated>2020-05-03T07:15:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry
</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{STORY}</p></body></html></inlineXML>
</contentSet></newsItem>"""
_PDF = """%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 58>>stream
BT /F 12 Tf 20 200 Td (A ferry sank on Monday, all said.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
startxref
0
%%EOF"""
_JSON_FEED = {"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html": STORY}]}

SEEDS: dict[str, bytes] = {
    "a.html": _ARTICLE.encode("latin-1"),
    "b.html": _ARTICLE.encode("utf-16"),
    "a.txt": f"Ferry sinks\r\n\r\nBy Ann Lee\n{STORY}\n\nRead more: https://h.example\n".encode(),
    "a.html.gz": gzip.compress(PAGE),
    "a.zip": a_zip({"1.html": told(1), "in/2.txt": b"Two ferries sank.", "mail.eml": b"x"}, 0),
    "a.tar": a_tar({"1.html": told(1), "2.html.gz": gzip.compress(told(2))}),
    "a.tar.gz": a_tar({"1.html": told(1)}, "gz"),
    "a.warc": a_record("https://h.example/1", PAGE, HTML, "Transfer-Encoding: chunked")
    + a_record("https://h.example/2", gzip.compress(PAGE), HTML, "Content-Encoding: gzip"),
    "a.warc.gz": gzip.compress(a_record("https://h.example/1", PAGE, HTML)),
    "a.eml": _MAIL.encode(),
    "a.mhtml": _MAIL.replace("<news@herald.example>", "<saved>").encode(),
    "a.mbox": b"From a@b.example Sun May  3 07:15:00 2020\n" + _MAIL.encode(),
    "rss.xml": _RSS.encode(),
    "atom.xml": _ATOM.encode(),
    "sitemap.xml": _SITEMAP.encode(),
    "list.opml": b'<opml><body><outline text="Herald" xmlUrl="https://h.example/f"/></body></opml>',
    "item.xml": _NEWSML.encode(),
    "feed.json": json.dumps(_JSON_FEED).encode(),
    "row.json": json.dumps(_ROW).encode(),
    "rows.jsonl": (json.dumps(_ROW) + "\n" + json.dumps(_ROW)).encode(),
    "rows.csv": f'title,text,url\nFerry,"{STORY}",https://h.example/1\n'.encode(),
    "rows.csv.gz": gzip.compress(f'title,text,url\nFerry,"{STORY}",https://h.example/1\n'.encode()),
    "a.pdf": _PDF.encode(),
}


def read_and_check(name: str, data: bytes) -> int:
    """Read bytes under a name, check every page, and return how many pages and rejects came."""
    source = Source(name, io.BytesIO(data), len(data), budget=Budget(name, len(data)))
    found = list(itertools.islice(read_source(source), 200))
    for one in found:
        if isinstance(one, Page):
            _check(one)
        else:
            assert one.path.startswith(name), one
            assert one.reason, one
    return len(found)


def _check(page: Page) -> None:
    """Check that a page can be stored, and that its pieces and blocks lie in it in order."""
    page.text.encode()
    assert page.pieces
    blocks = find_blocks(Report(page))
    for spans in ([piece.span for piece in page.pieces], [block.span for block in blocks]):
        ends = [0, *(span.end for span in spans)]
        assert all(ends[n] <= span.start < span.end for n, span in enumerate(spans))
        assert ends[-1] <= len(page.text)
