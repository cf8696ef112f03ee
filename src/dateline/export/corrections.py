"""Turn what people set right into JSON objects, and into lines that people read.

status: denied, read as happened – set right by Ines Roque on 2030-05-20: the lede says so
"""

from __future__ import annotations

from dateline.corrections import Corrected, Signed, Target
from dateline.export import story_shape as shape
from dateline.export.records import pair

_FATES = {
    "stands": "",
    "gone": "; what it speaks of is not there any more",
    "superseded": "; a later correction says otherwise",
}


def corrected_object(corrected: Corrected) -> shape.CorrectedObject:
    """Return a correction as a story has it."""
    correction = corrected.correction
    return {
        "id": correction.id,
        "action": correction.action.value,
        "outcome": corrected.outcome.value,
        "report": corrected.report,
        "record": corrected.record,
        "name": correction.name,
        "value": correction.value,
        "was": corrected.was,
        "targets": [_target(target) for target in correction.targets],
        "others": [_target(target) for target in correction.others],
        "signed": signed_object(correction.signed),
    }


def signed_object(signed: Signed) -> shape.SignedObject:
    """Return who says something, when and why."""
    return {"who": signed.who, "when": signed.when, "why": signed.why}


def _target(target: Target) -> shape.TargetObject:
    return {
        "report": target.report,
        "field": target.field,
        "span": None if target.span is None else pair(target.span),
        "core": None if target.core is None else pair(target.core),
    }


def correction_words(corrected: shape.CorrectedObject) -> str:
    """Return a correction in a line: what was set, what is read there, who, when and why."""
    return f"{what_words(corrected)} – {who_words(corrected)}"


def who_words(corrected: shape.CorrectedObject) -> str:
    """Return who set something right, when and why, and whether it still stands."""
    signed = corrected["signed"]
    who = f"set right by {signed['who']} on {signed['when'][:10]}: {signed['why']}"
    return f"{who}{_FATES[corrected['outcome']]}"


def what_words(corrected: shape.CorrectedObject) -> str:
    """Return what a correction does."""
    was = corrected["was"]
    if corrected["action"] == "set":
        read = "" if was is None else f", read as {was or 'nothing'}"
        return f"{corrected['name']}: {corrected['value'] or 'nothing'}{read}"
    if corrected["action"] == "drop":
        return "dropped" if was is None else f"dropped, read as {was}"
    what = "claims" if corrected["targets"][0]["field"] else "stories"
    one, other = len(corrected["targets"]), len(corrected["others"])
    if corrected["action"] == "join":
        return f"{what} joined"
    return f"{what} parted: {one} from {other}"


def target_id(target: shape.TargetObject) -> str:
    """Return what a correction speaks of as an id: "9f1d…/events/120-188", or the report's."""
    if target["field"] is None or target["span"] is None:
        return target["report"]
    start, end = target["span"]
    return f"{target['report']}/{target['field']}/{start}-{end}"
