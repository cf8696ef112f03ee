"""Keep the elements that are open, as a browser does where tags are left out or cross.

After `<ul><li>one<li>two` the first "li" is closed; in `<b><p>one</b>two` the "p" stays open;
in `<div><table><td></div>` the end tag says nothing. Each tag takes the same time on average,
however deep it stands.
"""

from __future__ import annotations

from collections import defaultdict

from dateline.sources.markup.tags import (
    ENDS_ITEM,
    ENDS_PART,
    FORMATTING,
    HEAD_CONTENT,
    HEADINGS,
    LEAVES_DRAWING,
    Element,
    Sort,
    sort_of,
)

_DEEPEST = 64
"""Elements kept around a piece; deeper nesting says nothing and would cost its square."""
_MOST = 100_000
"""Elements open at once; what opens further inside is read as part of the last."""
_TABLE_PARTS = frozenset((*ENDS_PART, "table"))
_HOLDS_HTML = ("foreignobject", "desc", "title", "annotation-xml")
_CLOSED = Element(sort_of(""), "", unseen=False, masked=False, link=False, counted=False)
"""What is left of `<b>` in `<b><p>one</b>two`: its place."""


class Nesting:
    """The open elements; `start` and `end` keep them, the counts say how text is read."""

    def __init__(self) -> None:
        self.unseen = 0
        """Open elements whose text isn't shown."""
        self.masked = 0
        """Those among them that only an attribute hides."""
        self.links = 0
        self.pre = 0
        self._open: list[Element] = []
        self._labels: list[str] = []
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        self._special: list[int] = []
        self._walls: list[int] = []
        self._scopes: list[int] = []

    # ------------------------------------------------------------------------- what is around

    @property
    def held(self) -> str:
        """The tag of the innermost block element."""
        return self._open[self._special[-1]].sort.tag if self._special else "body"

    @property
    def within(self) -> tuple[str, ...]:
        """The labels of the open elements, outermost first."""
        return tuple(filter(None, self._labels[-_DEEPEST:]))

    @property
    def drawing(self) -> bool:
        """Whether an "svg" or a formula is open and nothing in it holds HTML."""
        drawing = self._depth("svg", "math")
        return drawing >= 0 and drawing > self._depth(*_HOLDS_HTML)

    @property
    def in_head(self) -> bool:
        """Whether the head is the innermost open element."""
        return bool(self._open) and self._open[-1].sort.tag == "head"

    def has_begun(self, tag: str) -> bool:
        """Whether an element that holds no second one is open: a document, its head, a select."""
        if tag == "html":
            return bool(self._open)
        return bool(self._where.get(tag)) or tag == "head" and bool(self._where.get("body"))

    def _depth(self, *tags: str) -> int:
        """Return how deep the innermost open element of these tags stands, or -1."""
        deepest = -1
        for tag in tags:
            depths = self._where.get(tag)
            if depths and depths[-1] > deepest:
                deepest = depths[-1]
        return deepest

    def _scope(self) -> int:
        """Return how deep the innermost element stands that end tags don't reach out of."""
        return self._scopes[-1] if self._scopes else -1

    # ----------------------------------------------------------------------------- start tags

    def make_room(self, sort: Sort) -> None:
        """Close what a start tag ends by being there: "<li>one<li>two"."""
        tag = sort.tag
        if self.unseen:
            self._make_seen(tag)
        if not sort.ends:
            return
        if sort.ends_paragraph:
            if tag in ENDS_ITEM:
                item = self._depth(*ENDS_ITEM[tag])
                if item >= 0 and item == self._walls[-1]:
                    self._close_to(item)
            paragraph = self._where.get("p")
            if paragraph and paragraph[-1] > self._scope():
                self._close_to(paragraph[-1])
            if tag in HEADINGS and self._open and self._open[-1].sort.tag in HEADINGS:
                self._close_last()
        elif tag in ENDS_PART:
            self._end_parts(ENDS_PART[tag])
        elif tag == "a" and self._depth("a") > self._scope():
            self.end("a")
        elif tag == "button" and self._depth("button") >= max(0, self._scope()):
            self._close_to(self._depth("button"))

    def _make_seen(self, tag: str) -> None:
        """Close a head, a list of choices or a drawing that this tag can't stand in."""
        if self.in_head and tag not in HEAD_CONTENT:
            self.close_head()
        elif tag in ("input", "textarea") and self._where.get("select"):
            self.end("select")
        elif tag in LEAVES_DRAWING and self.drawing:
            self._close_to(min(self._where[t][0] for t in ("svg", "math") if self._where.get(t)))

    def open(self, element: Element) -> None:
        """Put an element inside those that are open."""
        depth, sort = len(self._open), element.sort
        if depth >= _MOST:
            return
        self._open.append(element)
        self._labels.append(element.label)
        self._where[sort.tag].append(depth)
        if sort.special:
            self._special.append(depth)
            if sort.wall:
                self._walls.append(depth)
        if sort.scope:
            self._scopes.append(depth)
        if element.counted:
            self._count(element, 1)

    def close_head(self) -> None:
        """Close a head that was left open when the body begins."""
        self._close_to(self._depth("head"))

    def _end_parts(self, ended: tuple[str, ...]) -> None:
        """Close the open parts of the innermost table that a new part ends."""
        table = self._depth("table", "template")
        depths = []
        for tag in ended:
            depths += [depth for depth in self._where.get(tag, ())[-1:] if depth > table]
        if depths:
            self._close_to(min(depths))

    # ------------------------------------------------------------------------------- end tags

    def end(self, tag: str) -> bool:
        """Close the innermost element of this tag; False where a browser ignores the end tag."""
        if tag in ("html", "body"):
            return False
        if self._open and self._open[-1].sort.tag == tag:
            self._close_last()
            return True
        depth = self._depth(*HEADINGS) if tag in HEADINGS else self._depth(tag)
        if depth < 0 or self._is_barred(tag, depth):
            return False
        if tag in FORMATTING and self._special and self._special[-1] > depth:
            self._close_alone(depth)
        else:
            self._close_to(depth)
        return True

    def _is_barred(self, tag: str, depth: int) -> bool:
        """Whether an end tag can't reach the element it names."""
        if tag in _TABLE_PARTS:
            return self._depth("table", "template") > depth
        if tag == "template":
            return False
        if tag == "li" and self._depth("ol", "ul") > depth:
            return True
        if sort_of(tag).special or tag in FORMATTING:
            return self._scope() > depth
        return bool(self._special) and self._special[-1] > depth

    def _close_alone(self, depth: int) -> None:
        """Close an element and leave open what stands in it: `<b><p>one</b>two`."""
        element = self._open[depth]
        if element.counted:
            self._count(element, -1)
        self._where[element.sort.tag].pop()
        self._open[depth], self._labels[depth] = _CLOSED, ""

    def _close_to(self, depth: int) -> None:
        """Close every open element from the innermost to this one."""
        while len(self._open) > depth:
            self._close_last()

    def _close_last(self) -> None:
        """Close the innermost element."""
        element = self._open.pop()
        self._labels.pop()
        if element is _CLOSED:
            return
        sort = element.sort
        self._where[sort.tag].pop()
        if sort.special:
            self._special.pop()
            if sort.wall:
                self._walls.pop()
        if sort.scope:
            self._scopes.pop()
        if element.counted:
            self._count(element, -1)

    def _count(self, element: Element, step: int) -> None:
        """Keep count of the open elements that change how text is read."""
        self.unseen += step * element.unseen
        self.masked += step * element.masked
        self.links += step * element.link
        self.pre += step * element.sort.pre
