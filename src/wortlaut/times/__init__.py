"""expressions(): what an article says of time, as TimeML's TIMEX3 values; anchor_of(): the day it counts from."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wortlaut.reading import Reading
from wortlaut.text import Span
from wortlaut.times import clock, days, durations, periods
from wortlaut.times.almanac import parsed
from wortlaut.times.rules import Meaning, Rule, Scene, Type
from wortlaut.times.starts import classes

RULES = (*days.RULES, *periods.RULES, *clock.RULES, *durations.RULES)
WINDOW = 160  # code points; no expression is longer


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a point in time, a duration or a repetition.

    `value` is TimeML's, with X for what is not known: "2024-06-18", "XXXX-06-18", "2024-W25", "2024-06-18TEV",
    "P3Y", "PAST_REF". `point` is the point that a duration counts to: that of "zwei Tagen" in "vor zwei Tagen".
    """

    span: Span
    type: Type
    value: str
    point: str | None = None


def expressions(reading: Reading, anchor: date | None = None) -> list[TimeExpression]:
    """The expressions of the whole text, headings too, in order; none overlaps another.

    >>> from wortlaut.reading import read
    >>> from wortlaut.text import Article
    >>> reading = read(Article("Das sagte er am Dienstag."))
    >>> [(found.span.cut(reading.text), found.value) for found in expressions(reading, date(2024, 6, 20))]
    [('Dienstag', '2024-06-18')]
    """
    scene = Scene(reading, anchor)
    found: list[TimeExpression] = []
    for number, sentence in enumerate(reading.sentences):
        scene.enter(number, sentence)
        index, told = sentence.start, []
        while index < sentence.stop:
            at = _at(index, scene)
            if at:
                told.append(at)
            index = max(index + 1, bisect_left(reading.token_starts, at[0].end)) if at else index + 1
        found.extend(_settled(reading.text, told))
    return found


def anchor_of(reading: Reading) -> date | None:
    """The day from which the article counts: that of its publication, else a date in its dateline, else None."""
    day = parsed(reading.article.published)
    if day is not None:
        return day
    for part in reading.parts:
        if part.kind == "dateline":
            line = Span(part.span.start, part.span.end)
            dates = (parsed(e.value) for e in expressions(reading) if line.covers(e.span) and len(e.value) == 10)
            return next((day for day in dates if day), None)
    return None


def _settled(text: str, told: list[tuple[Span, Meaning]]) -> list[TimeExpression]:
    """The expressions of a sentence, each clock time with its day.

    A time with no day before it in the sentence is of the first day behind it in its clause, and of no day where it
    comes again: "jeden Montag um 20 Uhr".
    """
    behind: list[tuple[int, date] | None] = [None]  # the first day behind each expression and where it begins
    for span, meaning in reversed(told):
        behind.append((span.start, meaning.day) if meaning.day else behind[-1])
    found: list[TimeExpression] = []
    day, usual = None, ""
    for (span, meaning), later in zip(told, reversed(behind[:-1]), strict=True):
        value = meaning.value
        if meaning.type == "SET":
            usual = value if value.startswith("XXXX-WXX-") else "XXXX-XX-XX"
        if meaning.floating and day:
            value = _of_day(value, day.isoformat())
        elif meaning.floating:
            value = _of_day(value, usual.split("T")[0]) if usual else value
            if not usual and later and later[0] - span.end < WINDOW and "," not in text[span.end : later[0]]:
                value = _of_day(value, later[1].isoformat())
        day = meaning.day or day
        found.append(TimeExpression(span, meaning.type, value, meaning.point))
    return found


def _of_day(clock: str, day: str) -> str:
    return day + clock[clock.index("T") :]


def _at(index: int, scene: Scene) -> tuple[Span, Meaning] | None:
    """The longest expression that begins with the token, the first rule's where two are as long."""
    text, start = scene.reading.text, scene.reading.tokens[index].start
    letters = classes(scene.word(index))
    if not letters or (letters == "d" and classes(scene.word(index + 1)) in ("", "d")):
        return None
    end = min(scene.reading.tokens[scene.sentence.stop - 1].end, start + WINDOW)
    scene.index = index
    best: tuple[int, Meaning] | None = None
    for rule in _rules(letters):
        match = rule.pattern.match(text, start, end)
        if match and (best is None or match.end() > best[0]) and (meaning := _meaning(rule, match, scene)):
            best = match.end(), meaning
    if best is None:
        return None
    if best[1].day:
        scene.remember(best[1].day)
    elif best[1].floating:
        scene.keep_day()
    return Span(start, best[0]), best[1]


def _meaning(rule: Rule, match: re.Match[str], scene: Scene) -> Meaning | None:
    try:
        return rule.sense(match, scene)
    except (OverflowError, ValueError):  # a day outside the years 1..9999
        return None


@lru_cache(maxsize=256)
def _rules(letters: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if set(rule.starts) & set(letters))
