"""The same words in spite of quotation marks, white space, hyphenation and brackets.

What is normalised, and nothing else, before two texts are compared sign by sign:

- **Quotation marks** of all kinds are dropped, also typed ones (`,,` `''` `<<` `>>`). An apostrophe between letters
  stays, and its shapes are one.
- **White space** of any kind and length is one blank; beside a sign it does not count ("5 %" is "5%"). Signs that
  nobody sees (soft hyphens, zero-width signs, marks of direction) are removed.
- **Hyphenation** is undone: a hyphen, white space, a small letter ("Bundes-\\nregierung"). It stays before "und",
  "oder" and the like ("Ost- und Westdeutschland"). Where a capital letter follows on the next line, or a capital letter
  or digit stands before it, the hyphen was written ("Nordrhein-\\nWestfalen", "CDU-\\ngeführt"): the break goes, the
  hyphen stays.
- **Dashes** of all kinds are one, and so are hyphens.
- **Omissions** ("…", "...", "[…]", "(...)") are a mark of their own: something may be missing here.
- **Insertions** of editors ("[die Kommunen]", "(lacht)") are left out of the comparison and recorded, but for those
  that negate ("[nicht]"), which count as words. Brackets that touch a letter go, their letters stay ("[W]ir").
- **Unicode** is in NFC, ligatures ("ﬁ") are letters.

Case counts, but not in the first letter of a claim, of a content, or after an omission or an interruption. "ß" and
"ss", "ü" and "ue" are different letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from wortlaut.languages import de_wording
from wortlaut.text import Span

TokenKind = Literal["word", "sign", "omission", "interruption", "gap"]

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_QUOTES = "„“”‟\"＂»«›‹‚‘’‛'`´〝〞＇"
_APOSTROPHES = "'’‘‛`´ʼ＇"
_HYPHENS = "\\-\u2010\u2011"
_DASHES = _HYPHENS + "\u2012-\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BREAK = (
    rf"(?:[{_HYPHENS}]\s{{1,80}}(?!(?:{'|'.join(sorted(de_wording.AFTER_SUSPENDED_HYPHEN))})\b)(?=[a-zß-öø-ÿ])"
    rf"|\u00ad\s{{1,80}}(?=\w)|[{_HYPHENS}][^\S\n]{{0,40}}\n\s{{0,40}}(?=[A-ZÄÖÜ]))"
)
_PART = (
    rf"(?:\w(?:(?!\u00ad\s)[{_UNSEEN}{_MARKS}])*|\[(?!sic)[^\W\d_]{{1,30}}\](?=\w)|(?<=\w)\[(?!sic)[^\W\d_]{{1,30}}\])+"
)
_JOIN = (
    rf"(?:[{_QUOTES}]?[{_HYPHENS}][{_UNSEEN}]*[{_QUOTES}]?|[{_DASHES}]|[{_APOSTROPHES}][{_UNSEEN}]*"
    r"|(?<=\d)[.,:](?=\d)|[:*](?=in(?:nen)?\b))"
)
_UNIT = re.compile(
    rf"(?P<omission>[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.{{2,}}|\. \. \.)"
    rf"|(?P<word>(?:(?<!\w)[{_DASHES}](?=\d)|(?<!\w)[{_HYPHENS}](?=\w))?"
    rf"{_PART}(?:(?:{_BREAK}|{_JOIN}){_PART})*(?:[{_HYPHENS}](?=[\s,;/]))?)"
    rf"|(?P<insertion>\[[^\[\]\n]{{1,200}}\]|\((?i:{'|'.join(de_wording.REMARKS)})(?:\s\w{{1,30}}){{0,2}}[.!]?\)"
    rf"|\((?i:{'|'.join(map(re.escape, de_wording.NOTES))})[^()\n]{{0,200}}\))"
    rf"|,,(?=\w)|<<|>>|[{_QUOTES}{_UNSEEN}\s]+"
    rf"|(?P<dash>[{_DASHES}]+)|(?P<sign>.)",
    re.DOTALL,
)
_BROKEN = re.compile(_BREAK)
_DROPPED = re.compile(rf"[{_UNSEEN}\[\]]")
_QUOTED_HYPHEN = re.compile(rf"[{_QUOTES}]?([{_HYPHENS}])[{_QUOTES}]?")
_ANY_DASH = re.compile(rf"[{_DASHES}]")
_ANY_APOSTROPHE = re.compile(rf"[{_APOSTROPHES}]")
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!?;:…„“”\"»«]")
_NO_STOP = re.compile(rf"(?:\b(?:{'|'.join(de_wording.TITLES)})|\d)\.")
PAUSES = frozenset(",;:.–")
BRACKETS = frozenset("()")
EDGES = PAUSES | BRACKETS | frozenset("?!")
MOST_STEPS = 2_000_000  # comparisons of two words in one search
MAX_CUE = 150  # code points of a cue between two pieces of a quotation


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign as it is compared, and its place in the text.

    An `omission` says that something was left out. An `interruption` parts two pieces of a quotation between which a
    cue alone stands ("„…“, sagte sie. „…“"), a `gap` any other two pieces; these two have no words.
    """

    text: str
    span: Span
    kind: TokenKind = "word"


@dataclass(frozen=True)
class Plain:
    """A text, or some spans of it, as it is compared; `insertions` are the words of editors that were left out.

    >>> plain("„Wir [die Kommunen] brauchen […] die Bundes-\\nregierung!“").text
    'Wir brauchen … die Bundesregierung !'
    """

    source: str
    tokens: tuple[Token, ...]
    insertions: tuple[Span, ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words alone, as they are compared."""
        return tuple(token.text for token in self.tokens if token.kind == "word")

    @property
    def text(self) -> str:
        """Words and signs with a blank between each two."""
        return " ".join(token.text for token in self.tokens if token.text)


def plain(text: str, spans: Sequence[Span] = ()) -> Plain:
    """The text as it is compared, or only the given spans of it, which are in order of the text and do not overlap.

    Time is linear in the length of what is read.
    """
    tokens: list[Token] = []
    insertions: list[Span] = []
    for number, span in enumerate(spans or (Span(0, len(text)),)):
        if number:
            between = Span(spans[number - 1].end, span.start)
            tokens.append(Token("", between, "interruption" if interrupted(text, between) else "gap"))
        _read(text, span.start, min(span.end, len(text)), tokens, insertions)
    return Plain(text, tuple(tokens), tuple(insertions))


def interrupted(text: str, between: Span) -> bool:
    """Whether between two quotations stands nothing but one cue in one clause: „…“, sagte sie am Montag. „…“

    >>> text = "„Ja“, sagte Dr. Brandt. „Morgen.“ Am Abend sagte sie: „Nein.“"
    >>> interrupted(text, Span(4, 24)), interrupted(text, Span(33, 54))
    (True, False)
    """
    cue = between.cut(text).strip(_QUOTES + " \n\t\xa0")
    if not cue:
        return True
    closed = text[: between.start].rstrip(_QUOTES)[-1:] in ("!", "?", ".", "…")
    if len(between) > MAX_CUE or not (cue[0] in ",–-" or (closed and cue[0].islower())):
        return False
    words = frozenset(_WORD.findall(cue.lower()))
    return (
        not _ENDS.search(_NO_STOP.sub("", cue.rstrip(".,")))
        and not words.isdisjoint(de_wording.CUES)
        and words.isdisjoint(de_wording.OTHER_OCCASIONS | de_wording.PARTING | de_wording.NEGATIONS)
    )


def ends_sentence(plain: Plain, place: int) -> bool:
    """Whether at the interruption or gap at `place` of the tokens one sentence ends and another begins."""
    tokens = plain.tokens
    cue = tokens[place].span.cut(plain.source).strip(_QUOTES + " \n\t\xa0")
    closed = cue.endswith(".") or (place > 0 and tokens[place - 1].text in (".", "!", "?"))
    return closed and place + 1 < len(tokens) and not tokens[place + 1].text[:1].islower()


def find(claim: str, text: str, within: Span | None = None) -> Span | None:
    """The first place where the words of the claim stand in the text exactly, as whole words; None where nowhere.

    Pauses, brackets, "!" and "?" at the claim's borders do not count; an omission in the claim stands for itself.

    >>> text = "„Wir brauchen die Bundes-\\nregierung“, sagte er."
    >>> find("wir brauchen die Bundesregierung.", text)
    Span(start=1, end=35)
    """
    wanted = bare(plain(claim).tokens)
    tokens = plain(text, (within,) if within else ()).tokens
    start, end = search(tokens, 0, wanted)
    return Span(tokens[start].span.start, tokens[end - 1].span.end) if end else None


def bare(tokens: Sequence[Token], edges: frozenset[str] = EDGES) -> Sequence[Token]:
    """The tokens without what does not count at their borders: the signs `edges`, omissions, interruptions."""
    start, end = 0, len(tokens)
    while start < end and _at_border(tokens[start], edges):
        start += 1
    while start < end and _at_border(tokens[end - 1], edges):
        end -= 1
    return tokens[start:end]


def search(tokens: Sequence[Token], place: int, wanted: Sequence[Token]) -> tuple[int, int]:
    """The first run of the wanted tokens from `place` on: its first token and the one after its last; 0, 0 where none.

    Time is bounded: after MOST_STEPS comparisons, which only words repeated thousands of times need, none is found.
    """
    tries = MOST_STEPS // max(1, len(wanted))
    first = wanted[0].text[1:] if wanted else None
    for start in range(place, len(tokens)):
        if tokens[start].text[1:] == first:
            if end := run(tokens, start, wanted):
                return start, end
            tries -= 1
            if not tries:
                break
    return 0, 0


def run(tokens: Sequence[Token], start: int, wanted: Sequence[Token]) -> int:
    """Where the wanted tokens end that stand in `tokens` from `start` on without a break; 0 where they do not.

    The first letter's case is free, also behind an interruption; there a pause may come or go.
    """
    place, free = start, True
    number = 0
    while number < len(wanted):
        if place >= len(tokens):
            return 0
        here, want = tokens[place], wanted[number]
        if "interruption" in (here.kind, want.kind):
            if not number:
                return 0
            number += want.kind == "interruption"
            place += here.kind == "interruption"
            number, place = _after_pauses(wanted, number), _after_pauses(tokens, place)
            free = True
            continue
        if not _alike(here, want, free):
            after = _pause_before_interruption(tokens, place) or place
            number_after = _pause_before_interruption(wanted, number) or number
            if (after, number_after) == (place, number):
                return 0
            place, number = after, number_after
            continue
        place, number, free = place + 1, number + 1, False
    return place


def _alike(one: Token, two: Token, free: bool) -> bool:
    if one.kind != two.kind or one.kind == "gap":
        return False
    return one.text == two.text or (free and first_letter_apart(one.text, two.text))


def first_letter_apart(one: str, two: str) -> bool:
    """Whether two words differ in nothing but the case of their first letter."""
    return one[1:] == two[1:] and one[:1].lower() == two[:1].lower()


def _after_pauses(tokens: Sequence[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].text in PAUSES:
        place += 1
    return place


def _pause_before_interruption(tokens: Sequence[Token], place: int) -> int:
    """The place of the interruption that follows on the pauses here, 0 where none does."""
    after = _after_pauses(tokens, place)
    return after if place < after < len(tokens) and tokens[after].kind == "interruption" else 0


def _at_border(token: Token, edges: frozenset[str]) -> bool:
    return token.kind not in ("word", "sign") or token.text in edges


def _read(text: str, start: int, end: int, tokens: list[Token], insertions: list[Span]) -> None:
    for match in _UNIT.finditer(text, start, end):
        kind = match.lastgroup
        if kind is None:
            continue
        span = Span(*match.span())
        if kind == "insertion" and not _negates(match[0]):
            insertions.append(span)
        elif kind == "insertion":
            _read(text, span.start + 1, span.end - 1, tokens, insertions)
        elif kind == "word":
            tokens.append(Token(_word(match[0]), span))
        elif kind == "omission":
            tokens.append(Token("…", span, "omission"))
        else:
            tokens.append(Token("–" if kind == "dash" else match[0], span, "sign"))


def _negates(words: str) -> bool:
    return not de_wording.NEGATIONS.isdisjoint(_WORD.findall(words.lower()))


def _word(written: str) -> str:
    """A word as it is compared; the quick way out is for the many that need no change."""
    if written.isalnum() and unicodedata.is_normalized("NFKC", written):
        return written
    word = _BROKEN.sub(_mended, written)
    word = _DROPPED.sub("", word)
    word = _ANY_DASH.sub("-", _QUOTED_HYPHEN.sub(r"\1", word))
    word = _ANY_APOSTROPHE.sub("'", word)
    return _LIGATURE.sub(lambda match: _LIGATURES[match[0]], unicodedata.normalize("NFC", word))


def _mended(match: re.Match[str]) -> str:
    """The hyphen of a break if it was written, nothing if it was not."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if match[0].startswith("\u00ad"):
        return ""
    return "" if after.islower() and not (before.isupper() or before.isdigit()) else "-"
