"""The shapes of English time expressions: "Monday, June 14, 2021", "the past three days".

Each shape names the reader (`time_words`) that gives its words their value. Which of
overlapping shapes wins, what is no time at all ("may", "2,000 people") and on which side of
the reference it lies is for `times`.
"""

from __future__ import annotations

from dateline.text.number_words import SPELLED
from dateline.text.time_counts import (
    read_ago,
    read_duration,
    read_from_event,
    read_in_that_year,
    read_inside,
    read_later,
    read_same,
    read_same_part,
    read_window,
)
from dateline.text.time_pattern import (
    ABROAD,
    COUNT,
    DAY,
    HOUR,
    LATE,
    MONTH,
    PART,
    PAST,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    ZONE,
    Shape,
    shape,
)
from dateline.text.time_words import (
    read_calendar,
    read_clock,
    read_date,
    read_dated_month,
    read_day_of_month,
    read_days,
    read_decade,
    read_eve,
    read_in_other_year,
    read_iso,
    read_part_of_day,
    read_part_of_running,
    read_quarter,
    read_season,
    read_side_month,
    read_side_weekday,
    read_slashes,
    read_spoken_clock,
    read_today,
    read_weekday,
    read_weekday_of_week,
    read_weekend,
    read_year,
    read_years,
)

SHAPES: tuple[Shape, ...] = (
    shape("iso", r"\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])", read_iso, r"\d-\d"),
    shape(
        "slashes", rf"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>{YEAR})", read_slashes, r"\d/\d"
    ),
    shape(
        "date",
        rf"(?:{WEEKDAY}(?:,? |, the ))?(?P<month>{MONTH}) (?P<day>{DAY})"
        rf"(?:(?:, ?| )(?P<year>{YEAR}))?",
        read_date,
        needs=MONTH,
    ),
    shape(
        "date-days",
        rf"(?P<month>{MONTH}) (?P<day>{DAY})(?: ?[-–—] ?| (?:to|through|and|until) )(?P<last>{DAY})"
        rf"(?:,? (?P<year>{YEAR}))?",
        read_days,
        needs=MONTH,
    ),
    shape(
        "days-date",
        rf"(?P<day>{DAY})(?: ?[-–—] ?| (?:to|through|and|until) )(?P<last>{DAY}) (?P<month>{MONTH})"
        rf"(?:,? (?P<year>{YEAR}))?",
        read_days,
        needs=MONTH,
    ),
    shape(
        "day-date",
        rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: of|[ -])? ?(?P<month>{MONTH})"
        rf"(?:(?:, ?|[ -])(?P<year>{YEAR}))?",
        read_date,
        needs=MONTH,
    ),
    shape(
        "month",
        rf"{LATE}(?P<month>{MONTH})(?:,?(?: of)? (?P<year>{YEAR}))?",
        read_dated_month,
        MONTH,
    ),
    shape(
        "side-month", rf"(?P<side>last|past|next|this) (?P<month>{MONTH})", read_side_month, MONTH
    ),
    shape(
        "other-year",
        rf"(?:(?P<first>{DAY}) )?(?P<month>{MONTH})(?: (?P<day>{DAY}))?,?(?: of)?"
        r" (?P<side>last|next|this) year",
        read_in_other_year,
        needs=MONTH,
    ),
    shape("year", rf"{LATE}(?P<year>{YEAR})", read_year, YEAR),
    shape("years", rf"(?P<year>{YEAR}) ?[-–—/] ?(?P<last>{YEAR}|\d\d)", read_years, YEAR),
    shape(
        "decade",
        rf"{LATE}(?:the )?{LATE}(?P<decade>(?:1[5-9]|20)\d)0['’]?s",
        read_decade,
        r"\ds|\d['’]s",
    ),
    shape(
        "today",
        rf"(?P<word>today|tonight|yesterday|tomorrow)(?: (?P<part>{PART}))?",
        read_today,
    ),
    shape("eve", r"the eve(?! of)", read_eve, "eve"),
    shape("weekday", rf"(?P<day>{WEEKDAY})(?: (?P<part>{PART}))?", read_weekday, WEEKDAY),
    shape(
        "side-weekday",
        rf"(?P<side>last|past|next|this|coming|this coming|this past) (?P<day>{WEEKDAY})"
        rf"(?: (?P<part>{PART}))?",
        read_side_weekday,
        needs=WEEKDAY,
    ),
    shape(
        "weekday-of-week",
        rf"(?P<day>{WEEKDAY})(?: of)? (?P<side>last|next|this) week",
        read_weekday_of_week,
        needs=WEEKDAY,
    ),
    shape("weekend", r"(?P<side>the|last|this|next|past|coming) weekend", read_weekend, "weekend"),
    shape(
        "calendar",
        rf"(?P<side>last|next|this) (?P<unit>night|morning|afternoon|evening|week|month|quarter"
        rf"|year|decade|{SEASON})",
        read_calendar,
    ),
    shape(
        "part-of-running",
        r"(?P<side>earlier|later)(?: in)?(?: today| (?:this|the) (?P<unit>day|week|month|year))",
        read_part_of_running,
    ),
    shape(
        "window",
        rf"(?:(?:the|these) )?(?P<side>past|last|previous|coming|next|following|recent)"
        rf"(?: (?P<count>\d{{1,3}}|{SPELLED}))? (?:few |several |couple of )?(?P<unit>{UNIT})s",
        read_window,
        needs=UNIT,
    ),
    shape("past-one", rf"the (?P<side>past|coming) (?P<count>)(?P<unit>{UNIT})", read_window, UNIT),
    shape("ago", rf"(?P<count>{COUNT}) (?P<unit>{UNIT})s? ago", read_ago, "ago"),
    shape(
        "from-event",
        rf"(?P<count>{COUNT}) (?P<unit>{UNIT})s? (?P<side>after|before|later|earlier)",
        read_from_event,
        needs=UNIT,
    ),
    shape("side-of-event", rf"the (?P<unit>{UNIT}) (?P<side>after|before)", read_from_event, UNIT),
    shape(
        "next-to-event",
        rf"the (?P<side>next|following|previous) (?P<unit>{UNIT})",
        read_from_event,
        needs=UNIT,
    ),
    shape(
        "vague-from-event",
        rf"(?:(?:a few|several|some|many|a couple of) )?(?P<unit>{UNIT})s (?P<side>later|earlier)",
        read_later,
        needs=UNIT,
    ),
    shape(
        "same",
        rf"(?:(?:later|earlier|late|early) (?:in )?)?(?:the same|that same|that) (?P<unit>{UNIT})",
        read_same,
        needs=UNIT,
    ),
    shape(
        "in-that-year",
        rf"{LATE}(?:(?P<first>{DAY}) )?(?P<month>{MONTH})(?: (?P<day>{DAY}))?"
        r" (?:of |in )?(?:that|the same) year",
        read_in_that_year,
        needs=MONTH,
    ),
    shape(
        "inside",
        r"(?:(?:the )?(?:very )?(?:end|start|beginning|middle|rest"
        r"|latter part|first half|second half|first part) of|(?:late|early)(?: in)?)"
        r" (?:the|this) (?P<unit>week|month|year|decade)",
        read_inside,
    ),
    shape("day-of-month", r"the (?P<day>\d\d?)(?:st|nd|rd|th)", read_day_of_month, r"the\s+\d"),
    shape(
        "clock-part",
        r"(?:the )?(?:early |late )?"
        r"(?P<part>morning|afternoon|evening|night) of",
        read_part_of_day,
    ),
    shape(
        "same-part",
        r"(?:the same|that same|that) (?P<part>morning|afternoon|evening|night)",
        read_same_part,
    ),
    shape(
        "clock-half",
        rf"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?){ZONE}",
        read_clock,
    ),
    shape(
        "clock-abroad", rf"(?P<hour>\d\d?)[.:](?P<minute>\d\d) ?{ABROAD}", read_clock, r"\d[.:]\d"
    ),
    shape("clock", rf"(?P<hour>\d\d?):(?P<minute>\d\d){ZONE}", read_clock, r"\d:\d"),
    shape("clock-digits", rf"(?P<hour>\d\d)\.?(?P<minute>\d\d){ZONE[:-1]}", read_clock),
    shape("clock-dotted", r"(?P<hour>1?\d|2[0-3])\.(?P<minute>[0-5]\d)", read_clock, r"\d\.\d"),
    shape("clock-word", r"(?P<word>noon|midday|midnight)", read_clock),
    shape(
        "clock-spoken",
        rf"(?:{PAST} )?(?P<hour>{HOUR})(?: o['’]clock)?"
        r"(?: (?:in the|at) (?P<part>morning|afternoon|evening|night))",
        read_spoken_clock,
        needs="morning|afternoon|evening|night",
    ),
    shape(
        "clock-oclock",
        rf"(?:{PAST} )?(?P<hour>{HOUR}) o['’]clock(?P<part>)",
        read_spoken_clock,
        needs="clock",
    ),
    shape(
        "clock-past",
        rf"(?P<past>half(?=[ -]past)|(?<!by\sa\s)quarter)[ -](?P<side>past|to) (?P<hour>{HOUR})"
        r"(?P<part>)",
        read_spoken_clock,
        needs="quarter|half",
    ),
    shape(
        "season",
        rf"{LATE}(?P<season>{SEASON})(?:,?(?: of)? (?P<year>{YEAR}))?",
        read_season,
        SEASON,
    ),
    shape(
        "quarter",
        rf"(?:Q(?P<digit>[1-4])|(?P<word>first|second|third|fourth) quarter)(?: of|,)?"
        rf" (?P<year>{YEAR})",
        read_quarter,
        needs=r"\bQ\d|quarter",
    ),
    shape(
        "hyphened",
        rf"(?P<count>\d{{1,4}}|{SPELLED})[-‑–](?P<unit>{UNIT})s?(?:[ -](?P<long>long))?",
        read_duration,
        needs=UNIT,
    ),
    shape("length", rf"(?P<count>{COUNT}) (?:more )?(?P<unit>{UNIT})s?", read_duration, UNIT),
    shape("long", rf"(?P<unit>{UNIT})s?[ -](?P<long>long)", read_duration, UNIT),
    shape("vague-length", rf"(?P<unit>{UNIT})s", read_duration, UNIT),
)
