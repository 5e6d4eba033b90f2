"""german() and english(): a statement as a line to cite it by, from the article that has it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.surfaces.citations.works import Moment, Work, day_of, line
from wortlaut.surfaces.words import Language, words

SAID = 600  # columns of the words that are cited
_OPENING = re.compile(r"^(?:,,|''|<<|[„“”‟\"»«›‹‚‘'])\s*")
_CLOSING = re.compile(r"\s*(?:''|>>|[„“”‟\"»«›‹‚‘’'])$")
_INNER = re.compile(r"[„“”‟\"»«]")


@dataclass(frozen=True, slots=True)
class Said:
    """What is cited: whose words, and how the article has them. `link` is where the statement can be seen."""

    who: str
    pieces: tuple[str, ...]
    direct: bool
    asserted: bool
    link: str | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    nobody: str
    denied: str
    paraphrased: str
    marks: tuple[str, str]
    inner: tuple[str, str]


_STYLES: dict[Language, _Style] = {
    "de": _Style("[nicht genannt]", "laut Artikel nicht gesagt", "sinngemäß", ("„", "“"), ("‚", "‘")),
    "en": _Style("[not named]", "not said according to the article", "paraphrased", ("“", "”"), ("‘", "’")),
}


def german(said: Said, work: Work) -> str:
    """As in German footnotes: name, words, "zitiert nach", title, outlet, day, address and the day of access."""
    source = [line(work.title) or "o. T."]
    if work.container:
        source.append(f"in: {line(work.container)}")
    when = work.moment
    source.append(_german_day(when) if when else line(work.published) or "o. D.")
    if work.url:
        source.append(work.url + (f" (Abruf: {_german_day(day_of(work.accessed))})" if work.accessed else ""))
    after = "zitiert nach" if said.direct else "wiedergegeben nach"
    told = _ended(f"{head(said, 'de')}, {after}: {', '.join(source)}")
    return f"{told} Beleg: {said.link}" if said.link else told


def english(said: Said, work: Work) -> str:
    """After the APA style, in which an article whose author is not known begins with its title."""
    when = work.moment
    day = _english_date(when) if when else line(work.published) or "n.d."
    told = f"{line(work.title) or '[Untitled article]'} ({day})."
    if work.container:
        told += f" {_ended(line(work.container))}"
    if work.url and work.accessed:
        told += f" Retrieved {_english_day(day_of(work.accessed))}, from {work.url}"
    elif work.url:
        told += f" {work.url}"
    after = "as cited in" if said.direct else "as reported in"
    found = f"{head(said, 'en')}, {after}: {told}"
    return f"{found}{';' if work.url else ''} evidence: {said.link}" if said.link else found


def head(said: Said, language: Language) -> str:
    """Who said what. Words that are no quotation, or that nobody is said to have said, are told to be so.

    >>> head(Said("Eva Brandt", ("„Wir sagen ›nein‹“",), direct=True, asserted=True), "de")
    'Eva Brandt: „Wir sagen ›nein‹“'
    """
    style = _STYLES[language]
    who = said.who or style.nobody
    if not said.asserted:
        return f"{who} ({style.denied}): {_quoted(said.pieces, style)}"
    if said.direct:
        return f"{who}: {_quoted(said.pieces, style)}"
    return f"{who}, {style.paraphrased}: {line(' … '.join(said.pieces), SAID)}"


def _quoted(pieces: tuple[str, ...], style: _Style) -> str:
    """Words in the quotation marks of a language; double marks inside become single ones, in turn."""
    told = line(" … ".join(_CLOSING.sub("", _OPENING.sub("", piece)) for piece in pieces), SAID)
    first, *others = _INNER.split(told)
    inner = "".join(style.inner[place % 2] + part for place, part in enumerate(others))
    return f"{style.marks[0]}{first}{inner}{style.marks[1]}"


def _german_day(when: Moment) -> str:
    if when.month is None:
        return str(when.year)
    month = words("de")["months"].split()[when.month - 1]
    return f"{when.day}. {month} {when.year}" if when.day else f"{month} {when.year}"


def _english_date(when: Moment) -> str:
    return f"{when.year}, {_month(when)}" if when.month else str(when.year)


def _english_day(when: Moment) -> str:
    return f"{_month(when)}, {when.year}"


def _month(when: Moment) -> str:
    month = words("en")["months"].split()[(when.month or 1) - 1]
    return f"{month} {when.day}" if when.day else month


def _ended(text: str) -> str:
    """The text with a full stop where no other sign ends it."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
