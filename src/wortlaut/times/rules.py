"""What the rules of time are made of: pieces of patterns, and the scene in which a match gets its meaning.

Every repetition in a pattern is bounded, so that a match takes a time that does not depend on the text's length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from wortlaut.languages import de_times as words
from wortlaut.reading import Reading
from wortlaut.times.numerals import cardinals, ordinals
from wortlaut.times.tense import direction, is_plural_verb

Type = Literal["DATE", "TIME", "DURATION", "SET"]
YEAR_KEPT = 3  # sentences for which "am 5. März" is of the year named last
DAY_KEPT = 12  # sentences for which "am Abend" is that of the day named last
NEAR = 31  # days between the anchor and a day named that is kept as long
HEADING, BELOW = 6, 25  # tokens of a short heading, and of what is read below it
CONTEXT = 50  # tokens on either side that may show the tense
SHORT = 1000  # code points; a shorter text is news of the day


class Meaning(NamedTuple):
    """What an expression says. `day` is the day that it names, for later ones; `point` see `TimeExpression`.

    A `floating` one is a time of the day named beside it.
    """

    type: Type
    value: str
    day: date | None = None
    point: str | None = None
    floating: bool = False


@dataclass(slots=True)
class Scene:
    """Where the reader stands: the anchor, the sentence and the token at which the expression begins."""

    reading: Reading
    anchor: date | None
    sentence: range = range(0)
    written: list[str] = field(default_factory=list)
    index: int = 0
    number: int = 0
    named: date | None = None
    named_in: int = 0
    in_heading: bool = False
    told_year: int | None = None
    year_in: int = 0
    daily: bool | None = None

    def enter(self, number: int, sentence: range) -> None:
        """Go on to the sentence of that number."""
        self.number, self.sentence = number, sentence
        self.written = [self.reading.tokens[i].cut(self.reading.text) for i in sentence]

    def word(self, token: int) -> str:
        """The token of that index, lower-cased, if the sentence has it."""
        return self.written[token - self.sentence.start].lower() if token in self.sentence else ""

    def before(self, back: int = 1) -> str:
        """The word before the expression, lower-cased; empty where its sentence begins."""
        return self.word(self.index - back)

    def near(self) -> list[str]:
        """The words around the expression, as they are written."""
        at = self.index - self.sentence.start
        return self.written[max(0, at - CONTEXT) : at + CONTEXT]

    def after(self, match: re.Match[str]) -> str:
        """The word after the match as it is written; empty at the end of the sentence."""
        token = bisect_left(self.reading.token_starts, match.end())
        return self.written[token - self.sentence.start] if token in self.sentence else ""

    def direction(self, sure: bool = False) -> int:
        """Whether the clause looks back (-1) or ahead (1); 0 where it does not show. `sure` asks for a clear sign."""
        at = self.index - self.sentence.start
        begin = max(0, at - CONTEXT)
        around = self.written[begin : at + CONTEXT]
        shown = direction(around, at - begin, sure)
        if shown or sure:
            return shown
        told_ahead = bool(self.anchor and self.day and self.day > self.anchor)  # what will be is told day by day
        return 1 if told_ahead or self._is_announced(at, around + self._below()) else 0

    def _below(self) -> list[str]:
        """What stands below a short heading without a verb, "Samstag": a programme has clock times there."""
        if len(self.sentence) > HEADING:
            return []
        below = self.reading.tokens[self.sentence.stop : self.sentence.stop + BELOW]
        written = [span.cut(self.reading.text) for span in below]
        return written if direction(written, 0) >= 0 else []

    def _is_announced(self, at: int, around: list[str]) -> bool:
        """Whether a clock time or a verb in the plural beside the expression shows that something is to come: "Samstag,
        20 Uhr", "am Samstag feiern sie".
        """
        beside = self.written[max(0, at - 2) : at + 2]
        return any(is_plural_verb(word) for word in beside) or any(word.lower() == words.CLOCK for word in around)

    def is_daily(self) -> bool:
        """Whether the text tells of single days, as a daily newspaper does; "heute" is a day there."""
        if self.daily is None:
            told = {self.reading.text[s.start : s.end].lower() for s in self.reading.tokens}
            years = {word for word in told if word.isdecimal() and word[:1] in "12" and len(word) == 4}
            dated = any(part.kind == "dateline" for part in self.reading.parts) or len(self.reading.text) < SHORT
            self.daily = dated or bool(told & words.DAILY) or not (years or told & words.ERAS_TOLD)
        return self.daily

    @property
    def day(self) -> date | None:
        """The day named last, if it is near; else the anchor."""
        return self.named if self.named and self.number - self.named_in <= DAY_KEPT else self.anchor

    @property
    def told_day(self) -> date | None:
        """The day of a part of a day: the one named last, if it is near in the text or in time; else the anchor."""
        day = self.day
        far = bool(day and self.anchor and abs((day - self.anchor).days) > NEAR)
        return self.anchor if far and self.number - self.named_in > 1 else day

    @property
    def clock_day(self) -> date | None:
        """The same of a clock time, but that a day to come is kept in its sentence and below a heading only: what is
        announced next, "Konzert, im Kulturhaus, 20 Uhr", has a day of its own.
        """
        day = self.told_day
        ahead = bool(day and self.anchor and day > self.anchor)
        return self.anchor if ahead and self.number != self.named_in and not self.in_heading else day

    def keep_day(self) -> None:
        """Let a day that stands above a programme be kept by each clock time below it."""
        if self.in_heading and self.clock_day == self.named:
            self.named_in = self.number

    @property
    def year(self) -> int | None:
        """The year of the date named a few sentences before, if it is an earlier one."""
        if self.anchor is None or self.told_year is None or self.number - self.year_in > YEAR_KEPT:
            return None
        return self.told_year if self.told_year < self.anchor.year else None

    def remember_year(self, year: int) -> None:
        """Let dates without a year that follow soon be of this year."""
        self.told_year, self.year_in = year, self.number

    def remember(self, day: date) -> None:
        """Let later expressions count from this day, unless it only bounds something: "bis Freitag"."""
        if self.before() not in words.BOUNDS:
            self.named, self.named_in = day, self.number
            self.in_heading = len(self.sentence) <= HEADING


Sense = Callable[[re.Match[str], Scene], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that may begin at a token of one of the classes `starts`, and what a match means."""

    starts: str
    pattern: re.Pattern[str]
    sense: Sense


def rule(starts: str, pattern: str, sense: Sense) -> Rule:
    """A rule whose match ends where a word ends."""
    return Rule(starts, re.compile(rf"{pattern}(?![\wäöüß])", re.IGNORECASE), sense)


def either(names: Iterable[str]) -> str:
    """An alternation, the longest first; a space in a name stands for any white space."""
    ranked = sorted(names, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", S) for name in ranked) + ")"


S, S0 = r"\s{1,3}", r"\s{0,3}"
DET = rf"(?:{either(words.DETERMINERS)}{S})"
TURN = rf"(?P<turn>{either(words.TURNS)})e[nmrs]?"
WEEKDAY = rf"(?P<weekday>{either(words.WEEKDAYS)})"
MONTH = rf"(?P<month>{either(words.MONTHS)})"
ANY_MONTH = rf"(?P<month>{either(words.MONTHS)}|{either(words.MONTHS_SHORT)}\b\.?)"
PART = rf"(?P<part>{either(words.DAYPARTS)})"
EDGE = rf"(?:{either(words.EDGE_WORDS)}{S})"
YEAR = r"(?P<year>[12][0-9]{3})(?![0-9%]|[.,:][0-9])"
UNIT = rf"(?P<unit>{either(words.UNITS)})(?P<ending>en|es|e|n|s)?"
_SAID = either([*cardinals(), *words.FRACTIONS])
TOLD = rf"[0-9]{{1,3}}(?:\.[0-9]{{3}}){{1,3}}|[0-9]{{1,6}}(?:[.,][0-9]{{1,3}})?|{_SAID}(?:e[nrs]?)?"
NUMBER = rf"(?P<number>{TOLD}|{either(words.UNTOLD)})"
ORDINAL = rf"(?P<ordinal>[0-9]{{1,2}}\.|{either(ordinals())}e[nrsm]?)"


def plural(match: re.Match[str]) -> bool:
    """Whether the unit that the match names stands in the plural, as its ending shows."""
    unit = match["unit"].lower()
    endings = ("n",) if unit.endswith("e") else ("e", "en")
    return (match["ending"] or "").lower() in endings


def unit_of(match: re.Match[str]) -> str:
    """The unit's sign in a TIMEX3 value."""
    return words.UNITS[match["unit"].lower()]


def turn_of(match: re.Match[str]) -> int | None:
    """How many units away the adjective points: "vergangen" -1."""
    return words.TURNS[match["turn"].lower()] if match["turn"] else None
