"""What each HTML tag does to the text inside its element and to the elements around it.

A "li" stands on a line of its own and ends the "li" before it; "script" isn't shown; the end
of a "span" says nothing once a "div" has begun inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.sources.markup.tokens import attributes_of

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
    " listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th"
    " thead tr ul xmp".split()
)
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr".split()
)
_UNSEEN = frozenset(
    "head title script style template noscript noembed noframes svg iframe object canvas select"
    " textarea audio video datalist math".split()
)
_KEPT = frozenset({"pre", "listing", "xmp", "plaintext"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
HEAD_CONTENT = frozenset(
    "base basefont bgsound head html link meta noframes noscript script style template"
    " title".split()
)
_P_ENDERS = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p"
    " plaintext pre search section summary table ul xmp".split()
)
# An end tag that is left out: a new element of the key ends an open one of the values.
ENDS_ITEM = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
_PARTS = ("tbody", "thead", "tfoot", "caption", "colgroup", "tr", "td", "th")
ENDS_PART = {
    "td": ("td", "th", "caption"),
    "th": ("td", "th", "caption"),
    "tr": ("tr", "td", "th", "caption"),
    **dict.fromkeys(("tbody", "thead", "tfoot", "caption", "colgroup"), _PARTS),
}
_SCOPES = frozenset("button caption object marquee table td template th".split())
_NOT_SPECIAL = frozenset({"dialog", "legend"})
_ALSO_SPECIAL = frozenset(
    "applet frameset head iframe marquee noembed noframes noscript object script select style"
    " template textarea title".split()
)
# What leaves a drawing: a browser goes on with the page where one of them begins inside it.
LEAVES_DRAWING = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li"
    " listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul"
    " var".split()
)
_NAMING = ("class", "role", "itemprop")
"""The attributes that say what an element is for, as style sheets and machines see it."""
_CLASSES = 12
"""Names kept of each of them; generated ones come by the hundred."""
# "display:none", "display: none !important"
_HIDING = re.compile(r"display\s{0,9}:\s{0,9}none", re.I)


@dataclass(slots=True)
class Sort:
    """What is known of an element by its tag alone."""

    tag: str
    block: bool
    """Whether it stands on lines of its own."""
    unseen: bool
    void: bool
    pre: bool
    special: bool
    """Whether the end tag of an inline element around it is ignored inside it."""
    wall: bool
    """Whether a list item that begins inside it leaves the item around it open."""
    scope: bool
    """Whether end tags inside it say nothing of what is around it."""
    ends: bool
    """Whether its start tag may end an element that is open."""
    ends_paragraph: bool


@dataclass(slots=True)
class Element:
    """An element with its attributes: what it does to the text inside it."""

    sort: Sort
    label: str
    """What a piece says of the elements around it: "div.story.wide#top"."""
    unseen: bool
    masked: bool
    """Whether only an attribute hides it."""
    link: bool
    counted: bool
    """Whether it changes how the text inside is read at all."""


@lru_cache(maxsize=512)
def sort_of(tag: str) -> Sort:
    """Return what is known of a tag."""
    special = tag in _BLOCKS - _NOT_SPECIAL or tag in _ALSO_SPECIAL
    return Sort(
        tag,
        block=tag in _BLOCKS,
        unseen=tag in _UNSEEN,
        void=tag in _VOID,
        pre=tag in _KEPT,
        special=special,
        wall=special and tag not in ("address", "div", "p"),
        scope=tag in _SCOPES,
        ends=tag in _P_ENDERS or tag in ENDS_PART or tag in ("a", "button"),
        ends_paragraph=tag in _P_ENDERS,
    )


def element_of(sort: Sort, source: str, *, hiding: bool) -> Element:
    """Return the element of a start tag; `hiding` says whether attributes may hide it."""
    values = attributes_of(source) if source else {}
    style = values.get("style")
    hidden = "hidden" in values or style is not None and bool(_HIDING.search(style))
    masked = hidden and hiding and not sort.unseen
    unseen = sort.unseen or masked
    link = sort.tag == "a" and "href" in values
    counted = unseen or link or sort.pre
    return Element(sort, _label(sort.tag, values), unseen, masked, link, counted)


def _label(tag: str, values: dict[str, str]) -> str:
    """Return "div.story.wide#top", with role and item property as classes, in lower case."""
    label = tag
    for name in _NAMING:
        if name in values:
            label = ".".join([label, *values[name].split()[:_CLASSES]])
    if identifier := values.get("id", "").strip():
        label += "#" + identifier
    return label.lower()[:200]
