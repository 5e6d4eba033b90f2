"""agency(): whose copy a text says that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wortlaut.languages import de
from wortlaut.languages.de_agencies import NAMES, SIGNS, SOURCE_WORDS
from wortlaut.parts import parts
from wortlaut.tokens import paragraphs

_AGENCY = "|".join(sorted(map(re.escape, {*SIGNS, *de.AGENCIES}), key=len, reverse=True))
_SIGN = re.compile(rf"(?<![\w-])(?:{_AGENCY})(?![\w-])")
_SIGNS = rf"(?:[^\W\d_]{{1,5}}/){{0,3}}(?:{_AGENCY})(?:/[\w.-]{{1,12}}){{0,3}}"
_HEAD = re.compile(
    rf"[^()\[\]]{{0,60}}[(\[]{_SIGNS}[)\]]"  # "Lohe. (dpa/gsb) Die Stadt ...", "(epd) Die Stadt ..."
    rf"|[A-ZÄÖÜ][\w-]{{2,30}}/{_SIGNS} ?[-–—.:]"  # "LOHE/dpa. Die Stadt ..."
    rf"|[A-ZÄÖÜ-]{{3,30}} {_SIGNS}(?= ?[-–—.:]| [A-ZÄÖÜ„«»\"])"  # "LOHE dpa Die Stadt ..."
    rf"|{_SIGNS} [-–—] "
)
_TAIL = re.compile(
    rf"(?:[(\[]{_SIGNS}(?:, [^()]{{1,40}})?[)\]]|(?<=[.!?“”\"»«])\s{{1,3}}(?:[-–—] )?{_SIGNS}(?: [-–—])?)$"
)
_LINE = re.compile(rf"{_SIGNS}(?: [a-z]{{2}}){{1,2}}(?: [a-z]\d)?")  # "dpa hr xx n1", as agencies close a report
_EARLY = 5  # parts in which a report opens
_NAME = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))
_LONGEST_SIGN = 100  # code points
_LONGEST_SOURCE = 300  # code points of a line that says whose copy the text is


def agency(text: str) -> str | None:
    """The news agency that the text names as its source, by its usual sign ("dpa", "AFP", "KNA"); None without one.

    It is named in the dateline, in a sign at the end or in a line of its own ("Quelle: ..."). An agency in a credit of
    a picture or in a sentence is none. Of several it is the first one; a regional service is its agency.

    >>> agency("Lohe (dpa/lno) - In Lohe brennt ein Stall."), agency("In Lohe brennt ein Stall.\\n\\nFoto: dpa")
    ('dpa', None)
    """
    for words in _signed(text):
        low = words.lower()
        name = _NAME.search(low)
        sign = _SIGN.search(words)
        if sign and not (name and name.start() < sign.start()):
            return SIGNS[sign.group().lower()]
        if name:
            return NAMES[name.group()]
    return None


def _signed(text: str) -> Iterator[str]:
    """The words of the text that may name its agency: what opens or signs the report, then lines of source."""
    found = parts(text, paragraphs(text))
    yield from (part.span.cut(text) for part in found if part.kind in ("dateline", "agency"))
    for index, part in enumerate(part for part in found if part.kind not in ("caption", "credit")):
        words = part.span.cut(text)
        head = _HEAD.match(words) if index < _EARLY else None
        sign = head or _LINE.fullmatch(words) or _TAIL.search(words, max(0, len(words) - _LONGEST_SIGN))
        if sign:
            yield sign.group()
    for part in found:
        words = part.span.cut(text)
        if len(words) <= _LONGEST_SOURCE and any(sign in words.lower() for sign in SOURCE_WORDS):
            yield words
