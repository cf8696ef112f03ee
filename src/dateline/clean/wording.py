"""The shapes of lines that are no part of a report, as data: "Read more: …", "Image: AFP".

Each entry names the label, the rule and the text shape that it is made for. A shape has to
match a whole unit (after list numbers and bullets), so that a sentence which merely begins
with "Photo" or names a newsletter is left alone; `pitch_score` weighs longer appeals.
"""

from __future__ import annotations

import re

from dateline.clean.dates import is_date_line
from dateline.model import Label

_LONGEST = 420
"""Characters; longer units have no shape."""

_BULLET = re.compile(r"(?:\d{1,2}[.)]|[•·*»›▶►–—-])\s{1,3}")
_NAMES = r"[A-Z][\w.'’-]*(?: (?:(?:de|da|del|der|den|di|dos|van|von|bin|ibn|al|el|la|le)\b ?|(?:al-|el-)?[A-Z][\w.'’-]*)){0,4}"
_PERSON = r"[A-Z][\w.'’-]*(?: (?:(?:de|da|del|der|van|von|bin|al|el) )?[A-Z][\w.'’-]*){1,3}"
_PLACE = r"[A-Z][\w.'’-]+(?:,? (?:(?:and|de|al) )?[A-Z][\w.'’-]+){0,4}"
_OF_PAGE = (
    r"(?:accessibility (?:links?|help|statement|feedback)|breaking(?: news)?|(?:latest|top|more"
    r"|local|world|related) (?:news|stories|headlines|videos?|articles?)|live(?: updates?)?|menu"
    r"|main menu|home|homepage|search|sections?|sign in|log ?in|log ?out|register|my account"
    r"|share|share this.{0,30}|share (?:on|via|to) .{1,30}|print(?: this.{0,20})?|e-?mail"
    r"|facebook|twitter|x|whatsapp|linkedin|telegram|instagram|reddit|pinterest|messenger"
    r"|youtube|viber|copy(?: the)? link.{0,20}|link copied.{0,20}|save(?: for later)?|bookmark"
    r"|back to top|top|close|open menu|toggle .{1,30}|expand|collapse|loading.{0,5}"
    r"|(?:next|previous|prev)(?: (?:article|story|post|page))?|show (?:more|less|all|comments)"
    r"|view (?:all|more|gallery|comments).{0,20}|load more.{0,20}|see all.{0,20}|all rights reserved\.?"
    r"|most (?:read|popular|viewed|shared|watched|recent)|trending(?: now)?|editors?[’']? picks?"
    r"|recommended(?: for you)?|popular|what to read next|comments?|no comments.{0,20}"
    r"|(?:\d{1,5}|leave a|post a|add a|view|join the) (?:comments?|reply|replies|shares?|views?|likes?"
    r"|conversation)|privacy(?: policy| settings| notice)?|terms(?: (?:of|and) .{1,20})?"
    r"|cookies?(?: policy| settings| notice)?|contact(?: us)?|about(?: us)?|help|faqs?|careers"
    r"|newsletters?|podcasts?|weather|sport|sports|opinion|video|videos|photos|gallery|pictures"
    r"|advertis(?:e|ing)(?: with us)?|follow(?: us)?|follow us on .{1,30}|english|subscribe|donate"
    r"|listen(?: to (?:this )?(?:article|story))?.{0,15}|play|pause|mute|text size|font size"
    r"|\d{1,3}[ -]min(?:ute)?s?(?: read| listen)?|reading time.{0,20}|story highlights?|key points)"
)

_SHAPES: tuple[tuple[Label, str, re.Pattern[str]], ...] = (
    # "https://example.org/a-story", "www.example.org/x"
    (Label.URL, "url", re.compile(r"(?:https?://|www\.)\S+", re.I)),
    # "Skip to content", "Jump to main navigation"
    (Label.NAV, "skip-link", re.compile(r"(?:skip|jump|go)(?: directly| straight)? to .{1,40}", re.I)),
    # "Most read", "Share", "12 comments"
    (Label.NAV, "page-word", re.compile(rf"{_OF_PAGE}\s?[:|>»›…+]?", re.I)),
    # "Home > World > Asia", "News / Europe / Politics"
    (Label.NAV, "breadcrumb", re.compile(r"(?:[\w&'’,.-]+ ){0,3}[\w&'’,.-]+(?: ?[>›»→] ?(?:[\w&'’,.-]+ ){0,8}[\w&'’,.-]+){1,6}")),
    (Label.NAV, "breadcrumb", re.compile(r"(?:home|news|world)(?: ?[/|] ?[\w&' -]{2,30}){1,5}", re.I)),
    # "Tags: floods, harbour", "Topics", "Filed under: Europe"
    (Label.NAV, "tags", re.compile(r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|in this article|more (?:on|about))(?:\s?:.{0,300}|)", re.I)),
    # "We use cookies to …", "This website uses cookies."
    (Label.NAV, "cookies", re.compile(r"(?:.{0,80}\b(?:use|uses|using|accept|reject|manage|about) (?:\w+ ){0,3}cookies\b.{0,330}|by (?:continuing|clicking|using) .{0,300}\bcookies?\b.{0,200})", re.I)),
    # "© 2018 The Harbour Herald. All rights reserved."
    (Label.NAV, "copyright", re.compile(r"(?:.{0,60}(?:©|\(c\)|copyright)\s?(?:\d{4}|.{0,60}\ball rights reserved).{0,300}|.{0,200}\ball rights reserved\b.{0,200}|.{0,40}\bmay not be (?:published|reproduced)\b.{0,200})", re.I)),
    # "This site is not responsible for external content", "Your browser does not support …"
    (Label.NAV, "browser", re.compile(r".{0,60}(?:\byour browser (?:does not|doesn[’']t)|\bjavascript\b.{0,40}\b(?:enable|disabled|required)|\benable javascript\b|not responsible for the content of external).{0,200}", re.I)),
    # "Advertisement", "Story continues below", "Sponsored content"
    (Label.PITCH, "advertisement", re.compile(r"(?:advertise?ments?|ad|ads|sponsored(?: content| by .{1,40})?|promoted(?: content)?|paid (?:content|post)|(?:story|article) continues (?:below|after).{0,40}|scroll (?:down )?(?:to|for) (?:continue|more).{0,30}|continue reading(?: below.{0,30})?)\W{0,2}", re.I)),
    # "Image: AFP", "Photo credit: Jane Doe/Getty Images", "Photograph by Jane Doe"
    (Label.PHOTO_CREDIT, "photo-prefix", re.compile(r"[(\[]?(?:image|photo|photograph|picture|foto|pic|video|illustration|graphic|cover image|file photo|file)s?(?: ?(?:credits?|source|courtesy(?: of)?|by|copyright|from))? ?(?::|©|by|credit|courtesy of)\s?[^.!?]{1,90}[)\]]?\.?", re.I)),
    # "Jane Doe/Getty Images", "REUTERS/Jane Doe/File Photo", "AP Photo/Jane Doe", "(AFP via Getty)"
    (Label.PHOTO_CREDIT, "photo-agency", re.compile(r"[(\[]?(?:©|credit:?|courtesy:?)?\s?(?:[\w.'’-]+ ){0,4}(?:[\w.'’-]+ ?/ ?)?(?:getty(?: images)?|ap photo|afp photo|reuters photo|shutterstock|istock|unsplash|alamy|pa wire|pa images|epa-efe|epa|picture[- ]alliance|imago(?: images)?|anadolu(?: agency)?|file photo|handout|maxar(?: technologies)?)(?: ?[/|,] ?[\w .'’-]{2,40}| via [\w .'’-]{2,30}| images| photo){0,4}[)\]]?\.?", re.I)),
    (Label.PHOTO_CREDIT, "photo-agency", re.compile(r"[(\[]?(?:©\s?)?(?:REUTERS|AFP|AP|EPA|PA|TASS|Reuters)\s?/\s?[\w .'’/-]{2,60}[)\]]?\.?")),
    # "Photo by Jane Doe", "Pictures: The Harbour Herald"
    (Label.CAPTION, "caption-prefix", re.compile(r"[(\[]?(?:image caption|photo caption|media caption|video caption|caption|file photo|file image|file picture|file|in pictures|infographic|map|graphic|chart|interactive|representational image|satellite image)s?\b\s?(?:[:,|–—-]|showing\b|of\b).{1,400}", re.I)),
    # "Smoke rises over the harbour, May 3, 2020. [Jane Doe/Reuters]", "… (Photo: AFP)"
    (Label.CAPTION, "caption-credit", re.compile(r".{12,330}(?:[(\[](?:file )?(?:photo|image|picture|ap photo|afp|reuters|getty|courtesy|credit|file|[\w .'’-]{2,40}/)[^()\[\]]{0,80}[)\]]|(?:REUTERS|AFP|AP Photo|Getty Images|EPA)\s?/[\w .'’/-]{2,60}|\(?file photos?\)?|via getty images|/getty images|/afp|photo: ?[\w /.]{2,40})\.?", re.I)),
    (Label.CAPTION, "caption-pictured", re.compile(r".{0,160}\b(?:(?:seen|shown|pictured) (?:in this|here\b)|in (?:this|an undated) (?:\w+ ){0,3}(?:photo|picture|image|handout|photograph|screengrab|still)|(?:photo|picture|image|photograph) (?:taken|released|provided|shows)\b|(?:satellite|file|aerial) (?:photo|picture|image)\b.{0,40}shows\b).{0,220}", re.I)),
    # "Read more: …", "Also read | …", "SEE ALSO: …", "Watch: …", "Related: …"
    (Label.LINK_OUT, "read-more", re.compile(r"(?:(?:also |must )?(?:read|see|watch|listen)(?: more| also| next| here| now| this)?(?: on| about| at| in)?|related(?: (?:stories|story|articles?|coverage|topics?|news|content|links?))?|more (?:stories|coverage|news|to read)|explainer|don[’']t miss|in case you missed it|recommended|you (?:may|might) (?:also )?(?:like|be interested in)|further reading|check out|click here|find out more|editor[’']?s[’']? (?:note|pick|choice)s?|from the archives?|timeline|in depth|background|opinion|analysis|read the full (?:story|article|report))\s?[:|>»–—…-]+\s?.{0,240}", re.I)),
    (Label.LINK_OUT, "read-more", re.compile(r"(?:read|see|watch|view|listen)(?: also| more| next)?(?: (?:about|on|in|at|the|full|our|all|here|related))*(?: (?:story|stories|article|coverage|report|news|gallery|video|here))?\W{0,3}|(?:click|tap) here (?:to|for) .{1,120}|for more (?:on|about|news|information|stories|details).{1,120}|more (?:on|from|about) .{1,60}|read (?:more|also|next) .{1,200}|(?:you (?:may|might) also (?:like|be interested in)|related (?:stories|topics|articles|coverage|content|links)|up next|more stories|read next|further reading|don[’']t miss).{0,30}", re.I)),
    # "With reporting by AFP and dpa", "Reporting by Jane Doe; Editing by John Roe"
    (Label.CREDIT, "credit-reporting", re.compile(r"[(\[]?(?:with (?:(?:additional|some) )?(?:reporting|files|material|information|inputs?|contributions?|agencies)|(?:additional |with )?reporting|writing|editing|edited|compiled|written|contribut(?:ed|ions?)|source|sources|agencies|translation|translated|produced)(?: (?:by|from|of)|\s?:|$|[\s,]).{0,300}[)\]]?", re.I)),
    # "dv/aw (AFP, dpa)", "ab/cd", "abc/de (AP, Reuters)"
    (Label.CREDIT, "credit-desk", re.compile(r"[a-z]{2,4}(?:\s?[/,]\s?[a-z]{2,4}){1,3}(?: ?\([^()]{2,120}\))?\.?|[a-z]{2,3} ?\([^()]{2,120}\)")),
    # "(AFP)", "— Reuters", "(AP, dpa)", "© AFP", "AFP, Reuters", "-- Agencies"
    (Label.CREDIT, "credit-alone", re.compile(r"(?:[-–—]{1,2}|©|\(c\))\s?(?:with )?[A-Z][\w’' ,/&-]{1,60}\.?|\((?:with )?[A-Z][\w’' ,/&-]{1,60}\)\.?|(?:[A-Z]{2,5}|Reuters|Xinhua|dpa)(?:(?:, | and |/)(?:[A-Z]{2,5}|Reuters|Xinhua|dpa|Interfax)){1,6}|agencies|news agencies|staff and agencies")),
    # "The Associated Press contributed to this report.", "This story was first published by …"
    (Label.CREDIT, "credit-sentence", re.compile(r"[(\[*]?.{2,160}\b(?:contributed (?:reporting |to (?:this|the) (?:report|story|article))|contributed reporting).{0,60}|[(\[*]?(?:this|the) (?:report|story|article|piece|copy|content)\b.{0,60}\b(?:(?:was|is|has been|been) (?:first |originally |not been |automatically )?(?:published|produced|compiled|based|edited|generated|updated|translated|written|adapted|taken|provided)|uses|includes|contains|appeared).{0,240}|(?:.{0,40}\(?with (?:inputs?|agency inputs|contributions?) from).{1,100}", re.I)),
    # "By Jane Doe", "By JANE DOE and John Roe, Reuters", "Written by Jane Doe"
    (Label.BYLINE, "byline-by", re.compile(r"(?i:by|written by|story by|text by|author|reporter|words by)\s?:?\s{1,3}(?:[A-Z@]|the )[^.!?]{1,110}(?: \([^()]{1,40}\))?\.?(?: [A-Z][^!?]{0,40})?")),
    # "Jane Doe, Reuters in Cairo", "Jane Doe in Cairo", "Staff writer"
    (Label.BYLINE, "byline-place", re.compile(rf"{_PERSON}(?:(?: and |, ){_PERSON}){{0,3}}(?:, ?(?:[A-Z][\w.'’-]+ ){{1,4}}|,? )in {_PLACE}|{_PERSON},? (?:{_NAMES} )?(?:senior |chief |political |diplomatic |foreign |special )?(?:correspondent|reporter|editor|staff writer|bureau chief|writer)s?")),
    # "May 3, 2020 by Jane Doe", "By Jane Doe | May 3, 2020 10:22 GMT"
    (Label.BYLINE, "byline-date", re.compile(rf".{{0,60}}\b\d{{4}}\b.{{0,30}}\b[Bb]y:? {_PERSON}(?:(?: and |, ){_PERSON}){{0,3}}")),
    (Label.BYLINE, "byline-staff", re.compile(r"(?:our |staff |web |news |special )?(?:staff|staff writers?|correspondents?|reporters?|web ?desk|news ?desk|agencies|monitoring desk|editorial (?:board|team|staff))|(?:from|by) (?:our|a) .{0,30}(?:correspondent|reporter|staff).{0,40}|(?:reuters|afp|ap|associated press|the associated press|agence france-presse|xinhua|bloomberg|ians|pti|ani)(?: staff)?", re.I)),
)

# What an appeal to the reader is made of; no one of these is enough in a sentence of news.
_PITCH_CUES: tuple[tuple[float, re.Pattern[str]], ...] = (
    (1.0, re.compile(r"\b(?:sign(?:ing)? up|subscribe|subscribing|register now|join (?:us|our|now))\b", re.I)),
    (0.8, re.compile(r"\b(?:newsletters?|inbox|e-?mails?|alerts?|notifications?|podcast|whatsapp channel|telegram channel|app store|google play|google news|our app)\b", re.I)),
    (0.7, re.compile(r"\b(?:our|the)(?: \w+){0,2} (?:editors|newsroom|journalists|team|reporters)\b.{0,60}\b(?:send|bring|deliver|pick|select|round)", re.I)),
    (0.7, re.compile(r"\b(?:download|follow|like|support|donate|contact|write|send|share)\b (?:us|our|your|the (?:app|channel))\b", re.I)),
    (0.6, re.compile(r"\b(?:you can|you will|you[’']ll|your|get the|stay (?:up|informed|tuned|connected)|never miss|don[’']t miss|click here|receive it|delivered)\b", re.I)),
    (0.5, re.compile(r"\b(?:here|today|now|free|daily|directly|each (?:day|evening|morning|week)|every (?:day|evening|morning|week))[.!]?$", re.I)),
    (0.5, re.compile(r"\b(?:facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|tiktok)\b.{0,40}\b(?:facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|tiktok)\b", re.I)),
    (0.5, re.compile(r"\b(?:premium|unlimited access|subscribers?|membership|free trial|per month)\b", re.I)),
    (0.8, re.compile(r"\b(?:cookies?|personal (?:information|data)|privacy (?:policy|controls|settings)|opt(?:ing)?[- ]out|your (?:browser|device|consent)|user agreement|terms of (?:use|service))\b", re.I)),
    (0.6, re.compile(r"\b(?:our|this) (?:web ?site|site|services?|partners|systems|community|page)\b", re.I)),
    (0.7, re.compile(r"\b(?:create an account|sign in|log in|with one account|articles? per month|unlimited online|online access|email address)\b", re.I)),
    (0.3, re.compile(r"\byour?\b.{0,200}\byour?\b", re.I)),
    (0.4, re.compile(r"^(?:each|every|get|sign|subscribe|join|download|follow|stay|support|become|enjoy(?:ed)?|want|do you|are you|have you|like this|if you)\b", re.I)),
)  # fmt: skip
_QUOTED = re.compile(r"[\"“][^\"“”]{0,400}[\"”]")


def shape_of(text: str) -> tuple[Label, str] | None:
    """Return the label and rule of a unit whose wording alone says what it is."""
    if len(text) > _LONGEST:
        return None
    bare = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    if is_date_line(bare):
        return Label.DATE, "date-line"
    for label, rule, shape in _SHAPES:
        if shape.fullmatch(bare) and not _tells(label, rule, bare):
            return label, rule
    return None


# "Comments", "12 comments", "Top Rated Comments", "Leave a reply", "Join the conversation"
_END_MARK = re.compile(
    r"(?:(?:\d{1,5} |top(?: rated)? |reader |latest |all |show |view |recent )?(?:comments?|replies|responses)"
    r"(?: ?\(\d{1,5}\))?|(?:leave|post|add|write) an? (?:comment|reply).{0,20}|join the (?:conversation|discussion).{0,20}"
    r"|most (?:read|popular|viewed|shared)|trending(?: now)?|(?:more|latest) (?:from|in) .{1,40})\W{0,3}",
    re.I,
)


def is_end_mark(text: str) -> bool:
    """Whether a line opens what follows reports: comments, most-read lists."""
    return len(text) < 60 and bool(_END_MARK.fullmatch(text))


def _tells(label: Label, rule: str, text: str) -> bool:
    """Whether a match is after all a sentence of the report: "Reporting by night, he said." """
    if rule == "caption-pictured":
        return bool(_SAYS.search(text))
    if rule == "byline-place" and _MONTH_END.search(text):
        return True
    if rule in ("credit-sentence", "cookies", "copyright", "browser"):
        return False
    if label not in (Label.CREDIT, Label.BYLINE, Label.LINK_OUT, Label.PHOTO_CREDIT):
        return False
    long = len(text.split()) > 18
    return bool(_TELLING.search(text)) and (long or text.endswith("."))


_SAYS = re.compile(r"\b(?:said|told|says)\b|[\"“]")
_MONTH_END = re.compile(
    r" in (?:january|february|march|april|may|june|july|august|september|october|november|december)$",
    re.I,
)
# A finite verb of reporting or being after a subject: "… said", "… was", "… have been".
_TELLING = re.compile(r"\b(?:said|says|was|were|has|have|had|will|would|told|is|are)\b")


def pitch_score(text: str) -> float:
    """Return how much a text appeals to the reader; from 1.5 on it is no report.

    Words inside quotation marks are somebody's and don't count.
    """
    if len(text) > 700:
        return 0.0
    plain = _QUOTED.sub(" ", text)
    return sum(weight for weight, cue in _PITCH_CUES if cue.search(plain))
