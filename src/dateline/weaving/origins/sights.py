"""The words by which a report says that its reporter saw a thing for himself.

"Our reporter, who reached the plant after dawn, counted" tells it; "told our reporter that he
counted" doesn't.
"""

from __future__ import annotations

import re

_NOT_BY = r"(?<!\bto )(?<!\bwith )(?<!\btold )(?<!\bby )(?<!\bfrom )"
"""What stands before a reporter who was told, or of whom somebody has it, is no sight."""
_HACK = r"(?:reporter|correspondent|journalist|photographer|witness|team)s?"
# "our own reporter", "this newspaper's photographer"; "our observers", "our assessment team", in
# the report of an aid group: whom it has on the spot. "This doctor" is nobody's.
_OURS = (
    rf"(?:(?:our|this)(?: own| (?:news)?paper's)? {_HACK}"
    r"|our (?:[a-z'’-]+ )?(?:reporter|correspondent|journalist|photographer|witness|team|observer"
    r"|monitor|staff|engineer|driver|doctor|nurse|medic|volunteer|inspector|diver|surveyor"
    r"|colleague)s?)"
)
_EYES = r"(?:saw|watched|counted|measured|witnessed|observed|could see|heard|photographed|filmed)\b"
_NOT_WHO = r"(?:(?!\b(?:who|whom|that|which|said|told)\b)[^,;:.])"
_ASIDE = r"(?:, [^,;:.]{1,90},)?"
# What may stand between a reporter and what he saw: "Our reporter, who reached the plant
# after dawn, counted"; "a reporter who reached the plant with a convoy counted"; "our reporter
# stood at the bridge and saw"; "a reporter at the scene saw".
_WENT = (
    r"(?:stood|stayed|waited|walked|travelled|traveled|went|reached|visited|inspected|toured|drove"
    r"|entered|climbed|passed|surveyed|crossed|followed|checked|searched|arrived|got|came|flew)"
)
_GAP = (
    rf"{_ASIDE}"
    rf"(?: who (?:had |was |were )?{_WENT} {_NOT_WHO}{{1,80}}?)?"
    rf"(?: (?:at|in|on|near|inside|outside|aboard|from) {_NOT_WHO}{{1,50}}?{_ASIDE})?"
    rf"(?: {_WENT} {_NOT_WHO}{{1,70}}?{_ASIDE}{_NOT_WHO}{{0,50}}? and)?"
    r"(?: (?:also|later|then|himself|herself|themselves))? "
)
OWN = re.compile(
    rf"{_NOT_BY}\b{_OURS}{_GAP}{_EYES}|\b(?:seen|watched|counted) by {_OURS}\b",
    re.IGNORECASE,
)
# "a Reuters reporter at the scene saw", "an AFP correspondent said", "according to a BBC reporter",
# "a correspondent of AFP counted".
_WHOSE = r"(?P<who>(?-i:[A-Z])[\w.&'’-]*(?: (?-i:[A-Z])[\w.&'’-]*){0,3})"
NAMED = re.compile(
    rf"(?:{_NOT_BY}(?:\ban? |^|(?<=, )|(?<=\bbut )|(?<=\band ))"
    rf"{_WHOSE} {_HACK}{_GAP}(?:{_EYES}|said\b|reported\b)"
    rf"|{_NOT_BY}\ban? {_HACK} (?:of|from|for|with) (?:the )?"
    rf"{_WHOSE.replace('who', 'of')}{_GAP}{_EYES}"
    rf"|\b(?:according to|seen by|watched by|counted by) (?:an? )?"
    rf"{_WHOSE.replace('who', 'teller')} {_HACK}\b)",
    re.IGNORECASE,
)
# "a journalist at the scene saw": the credited agency's, where there is one.
UNNAMED = re.compile(
    rf"{_NOT_BY}\ban? (?:reporter|correspondent|journalist)"
    rf"(?: (?:at|on) the (?:scene|spot|site))?{_GAP}{_EYES}",
    re.IGNORECASE,
)
# "…, the reporter saw": the one named before.
AGAIN = re.compile(
    rf"(?<!told )\bthe (?:reporter|correspondent|journalist){_GAP}{_EYES}", re.IGNORECASE
)
FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e) (?:also |then |later )?"
    rf"(?:(?:stood|walked|went|stayed) {_NOT_WHO}{{1,60}}? and )?"
    r"(?:saw|watched|counted|witnessed)\b"
    r"|\b[Ff]rom where I (?:stood|sat)\b"
    r"|\b(?:I|[Ww]e) walked (?:it|there|down|along|through|the length)\b"
)
# "At noon he counted": after a sentence whose subject is the reporter.
WENT_ON = re.compile(
    rf"(?:(?:At|In|On|From|Near|Later|By) {_NOT_WHO}{{1,50}}?,? (?:he|she|they)|He|She|They)"
    rf" (?:also |then |later )?{_EYES}"
)
# "Our reporter counted them": what the sentence before tells.
THEM = re.compile(r" (?:them|it|this|both|all|each|the (?:scene|sight))\b")
# With or without a dateline: "TARTU, Estonia — Our reporter reached the dyke".
SUBJECT = re.compile(
    r"(?:[^.“”\"]{2,50} [-–—] |[•*] ?)?(?:(?:one|two|three|some|several|members|part) of )?"
    rf"{_OURS}\b",
    re.IGNORECASE,
)
