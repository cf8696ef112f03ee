"""Strategies for news texts: pages put together from invented sentences and furniture."""

from __future__ import annotations

from hypothesis import strategies as st

TITLES = (
    "Lake ferry workers walk out over pay",
    "Talks on Orlan river dam collapse",
    "UN warns of hunger in northern Kasuku",
)
LEDES = (
    "MOMBASA (Reuters) - Kenya's transport minister Amina Odera on Tuesday rejected a union demand.",
    "President Tomas Velde of Estonia warned Latvia on Monday not to close the Orlan dam.",
    "The United Nations said on 3 March that 40,000 people had fled fighting near Kasuku.",
)
SENTENCES = (
    '"We will not return to work before we are paid," said Juma Karisa, who leads the union.',
    "Police arrested at least 14 protesters, a spokesman told reporters late on Wednesday.",
    "Odera met the governor in Nairobi last week and promised 2.5 million dollars in aid.",
    "She denied that troops had fired on the crowd.",
    "Some 1,200 soldiers have been massing on the border since January 4.",
    "The two governments are to sign a ceasefire in Geneva on Friday.",
    "Rebels shelled the town of Kasuku overnight, killing between five and eight civilians.",
    "Velde called the claim “a complete invention” and urged Riga to withdraw its police.",
    "Tens of thousands could lose their homes, according to the Orlan Relief Committee.",
    "In 2011 the same dam burst; nobody was charged.",
)
FURNITURE = (
    "Skip to content",
    "Read more: How the Orlan dam was built",
    "Sign up for our newsletter",
    "ab/cd (AFP, Reuters)",
    "Image: Reuters/J. Doe",
    "Published 03/05/2019",
    "https://news.example/a/1",
    "With reporting by AFP",
)
STRANGE = ("", " ", "\t", "…", "“", '"', "(", "1,", "—", "é́", "👩‍🚒", "\u2028", "مرحبا", "A" * 300)

_LINE = st.one_of(
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=3).map(" ".join),
    st.sampled_from(FURNITURE),
    st.sampled_from(STRANGE),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return a dump of a news page: title, lede, then lines of any kind."""
    head = [draw(st.sampled_from(TITLES)), draw(st.sampled_from(LEDES))]
    lines = head + draw(st.lists(_LINE, max_size=8))
    return draw(st.sampled_from(("\n", "\n\n", "\r\n"))).join(lines)


def short_texts() -> st.SearchStrategy[str]:
    """Return texts of no kind: what is left when a page is damaged."""
    return st.text(st.sampled_from("aZ. \n\"“”'(),:1234é—\u00a0Monday"), max_size=80)
