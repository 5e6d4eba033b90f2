"""The clause that tells of saying something, and the clauses beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from wortlaut.languages import de_assertion as german
from wortlaut.reading import Reading
from wortlaut.text import Span

_WORD = re.compile(r"\w")
_BORDERS = frozenset(",;:–—-()")
_BRACKETS = frozenset("()")
_MARKS = frozenset('„“»«"')
_SHORT = 3  # code points; no verb of speech is so short
_FAR = 400  # tokens beside a quotation: no real sentence goes on for longer, and one of thousands costs its square
_ATTRIBUTE = re.compile(r"ge\w+t(?:e[rnsm]?)")  # "genannter": no verb of its clause


@dataclass(frozen=True, slots=True)
class Clause:
    """The words between two commas or the like, lower-cased; what is quoted is left out.

    `saying` are the places of its verbs of speech. `gap` is how many of the words stand before the quotation that the
    clause holds; `leads` says whether the quotation follows the clause as a whole ("sie sagte: …"), `trails` whether
    it goes before it.
    """

    words: tuple[str, ...] = ()
    saying: tuple[int, ...] = ()
    gap: int = 0
    leads: bool = False
    trails: bool = False

    def has(self, some: Collection[str]) -> bool:
        """Whether one of these words is in the clause."""
        return any(word in some for word in self.words)

    def has_pair(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Whether both words of one of the pairs are in the clause."""
        return any(one in self.words and two in self.words for one, two in pairs)

    def begins(self, stems: tuple[str, ...]) -> bool:
        """Whether a word of the clause begins with one of the stems."""
        return any(word.startswith(stems) for word in self.words)

    @property
    def first(self) -> str:
        """The first word, or nothing."""
        return self.words[0] if self.words else ""

    def behind(self, other: Clause) -> Clause:
        """The other clause with this one behind it, as one."""
        shift = len(other.words)
        return replace(
            self, words=other.words + self.words, saying=(*other.saying, *(shift + i for i in self.saying)), gap=shift
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """The clause that tells of the saying, and the other clauses of the sentence, before and after, in order.

    `following` are the clauses of the next sentence; `question` says whether the sentence around the quotation is one.
    """

    clause: Clause
    before: tuple[Clause, ...] = ()
    after: tuple[Clause, ...] = ()
    following: tuple[Clause, ...] = ()
    question: bool = False

    @property
    def beside(self) -> tuple[Clause, ...]:
        """The clauses next to it."""
        return (*self.before[-1:], *self.after[:1])


@dataclass(frozen=True, slots=True)
class _Side:
    """The clauses on one side of a quotation, and the sign that parts it from them, if there is one."""

    clauses: tuple[Clause, ...]
    sign: str


def is_saying(word: str) -> bool:
    """Whether a lower-cased word is a form of a verb of speech that is no attribute.

    >>> is_saying("gesagt"), is_saying("genannter"), is_saying("sagenhaft")
    (True, False, False)
    """
    attribute = word not in german.PLURALS and _ATTRIBUTE.fullmatch(word)
    return word.startswith(german.SAYING) and not word.startswith(german.NOT_SAYING) and not attribute


def around(content: Sequence[Span], cue: Sequence[Span], reading: Reading) -> Setting:
    """The setting of a quotation: of its first piece, in the sentences that hold it. Empty where nothing else stands
    there.
    """
    places = reading.tokens_of(content[:1])
    if not places:
        return Setting(Clause())
    verbs = _verbs(cue, reading)
    first, after = places[0], places[-1] + 1
    within = _within(content[0], reading, range(reading.sentence_of(first).start, reading.sentence_of(after - 1).stop))
    left = _outside(range(max(within.start, first - _FAR), first), content, reading)
    right = _outside(range(after, min(within.stop, after + _FAR)), content, reading)
    found = _governing(_side(left, verbs, near=-1), _side(right, verbs, near=0))
    return replace(found, following=_following(within.stop, reading), question="?" in right)


def _following(start: int, reading: Reading) -> tuple[Clause, ...]:
    """The clauses of the sentence that begins with a token, if no quotation is in it."""
    if start >= len(reading.tokens):
        return ()
    sentence = reading.sentence_of(start)
    span = Span(reading.tokens[start].start, reading.tokens[sentence.stop - 1].end)
    if sentence.start != start or reading.quotations_at(span):
        return ()
    return _clauses([_word(i, reading) for i in sentence], frozenset())


def of_cue(cue: Sequence[Span], content: Sequence[Span], reading: Reading) -> Setting:
    """The setting of a cue: its clause from comma to comma, the others without the content."""
    places, verbs = reading.tokens_of(cue), _verbs(cue, reading)
    sentence = reading.sentence_of(places[0])
    begin, end = places[0], places[-1] + 1
    while begin > sentence.start and _word(begin - 1, reading) not in _BORDERS | _MARKS:
        begin -= 1
    while end < sentence.stop and _word(end, reading) not in _BORDERS | _MARKS:
        end += 1
    own = [_word(i, reading) for i in range(begin, end)]
    before = _outside(range(max(sentence.start, begin - _FAR), begin), content, reading)
    after = _outside(range(end, min(sentence.stop, end + _FAR)), content, reading)
    return Setting(_clause(own, verbs), _clauses(before, verbs), _clauses(after, verbs))


def _verbs(cue: Sequence[Span], reading: Reading) -> frozenset[str]:
    """The words of a cue that are verbs of speech where it stands: no nouns, no auxiliaries."""
    words = {_word(i, reading) for i in reading.tokens_of(cue)} - german.NOT_VERBS
    verbs = (word for word in words if word[:1].islower() and len(word) > _SHORT)
    return frozenset(word for word in verbs if not word.startswith(german.DENYING))  # "bestritt nicht" is no denial


def _word(index: int, reading: Reading) -> str:
    """The token; the first word of a sentence is lower-cased, so that a capital letter shows a noun."""
    word = reading.tokens[index].cut(reading.text)
    return word.lower() if reading.sentence_of(index).start == index else word


def _within(content: Span, reading: Reading, tokens: range) -> range:
    """Those of the tokens that are in the smallest quotation around the content, if there is one."""
    holding = [
        q.inner for q in reading.quotations_at(content) if q.inner.covers(content) and len(q.inner) > len(content)
    ]
    inside = reading.tokens_of((min(holding, key=len),)) if holding else []
    return range(max(tokens.start, inside[0]), min(tokens.stop, inside[-1] + 1)) if inside else tokens


def _outside(tokens: range, content: Sequence[Span], reading: Reading) -> list[str]:
    """The words of the tokens that lie in no quotation but one that holds all of the content."""
    if not tokens:
        return []
    here = Span(reading.tokens[tokens.start].start, reading.tokens[tokens.stop - 1].end)
    others = [q.span for q in reading.quotations_at(here) if not q.inner.covers(content[0])]
    seen = [Span(max(s.start, here.start), min(s.end, here.end)) for s in (*others, *content) if s.overlaps(here)]
    told = frozenset(reading.tokens_of(seen))
    return [_word(i, reading) for i in tokens if i not in told]


def _side(shown: list[str], verbs: frozenset[str], *, near: int) -> _Side:
    """What stands on one side of a quotation; `near` is the place of the word next to it. Brackets do not part."""
    while shown and shown[near] in _BRACKETS:
        shown.pop(near)
    sign = shown[near] if shown and shown[near] in _BORDERS else ""
    return _Side(_clauses(shown, verbs), sign)


def _clauses(shown: Sequence[str], verbs: frozenset[str]) -> tuple[Clause, ...]:
    groups: list[list[str]] = [[]]
    for word in shown:
        if word in _BORDERS:
            groups.append([])
        else:
            groups[-1].append(word)
    return tuple(one for one in (_clause(group, verbs) for group in groups) if one.words)


def _clause(shown: Sequence[str], verbs: frozenset[str]) -> Clause:
    words = [word for word in shown if _WORD.match(word)]
    saying = tuple(i for i, word in enumerate(words) if word in verbs or (word[:1].islower() and is_saying(word)))
    return Clause(tuple(word.lower() for word in words), saying, len(words))


def _governing(left: _Side, right: _Side) -> Setting:
    """Which clause tells of the saying: the one that holds the quotation, the one that leads to it or follows it."""
    lefts, rights = left.clauses, right.clauses
    if (lefts and not left.sign) or (rights and not right.sign):
        return _holding(left, right)
    leads = bool(lefts) and left.sign != "," and (lefts[-1].saying or lefts[-1].begins(german.WORDS_SAID))
    if rights and not leads and (not lefts or rights[0].saying):
        return _trailing(lefts, rights)
    return Setting(replace(lefts[-1], leads=True), lefts[:-1], rights) if lefts else Setting(Clause())


def _holding(left: _Side, right: _Side) -> Setting:
    """The clause on both sides of the quotation; what a cue between commas parts from it is added."""
    before, after = left.clauses, right.clauses
    own = Clause()
    if before and not left.sign:
        own, before = before[-1], before[:-1]
    if len(before) > 1 and before[-1].first == german.SO:  # "Niemals, so Kamp, habe sie ..."
        own, before = own.behind(before[-2]), (*before[:-2], before[-1])
    own = replace(own, gap=len(own.words))
    if after and not right.sign:
        own, after = after[0].behind(own), after[1:]
    elif len(after) > 1 and after[0].first in german.INSERTED and after[1].saying and not own.saying:
        own, after = after[1].behind(own), (after[0], *after[2:])  # "Von einem „…“, wie er es nannte, sprach sie nicht"
    return Setting(own, before, after)


def _trailing(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> Setting:
    """The clause behind a quotation, or the one that a cue between commas parts from it: "…", so Kamp, habe sie …"."""
    cited = len(after) > 1 and after[0].first == german.SO and after[1].first in german.AUXILIARIES
    place = 1 if cited else 0
    return Setting(replace(after[place], trails=True), (*before, *after[:place]), after[place + 1 :])
