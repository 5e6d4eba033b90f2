"""extract(): who said what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from wortlaut.text import Span

Kind = Literal["direct", "indirect", "free_indirect", "indirect_free_indirect", "reported"]
Medium = Literal[
    "speech", "writing", "thought", "speech_or_writing", "speech_or_thought", "thought_or_writing", "unknown"
]
KINDS: tuple[Kind, ...] = ("direct", "indirect", "free_indirect", "indirect_free_indirect", "reported")
MEDIA: tuple[Medium, ...] = (
    "speech", "writing", "thought", "speech_or_writing", "speech_or_thought", "thought_or_writing", "unknown",
)  # fmt: skip
ROLES = ("speaker", "cue", "addressee", "frame")
Reason = Literal["name", "surname", "role", "apposition", "pronoun", "carried", "interview", "source", "judgement"]
REASONS: tuple[Reason, ...] = (
    "name", "surname", "role", "apposition", "pronoun", "carried", "interview", "source", "judgement",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who made a statement, and how the text lets a reader know it.

    `person` is the id of one of the article's people. `reason`: the speaker's words are a full `name` or a `surname`, a
    `role` ("die Ministerin"), a name in `apposition`, a `pronoun`, or they name a `source` that is no person; without
    such words the speaker is `carried` on from before, or known from the questions and answers of an `interview`; a
    `judgement` of a user overrules all. `score`, 0..1, is the probability that the link is right, `evidence` are the
    words that name the person, as near as they stand.
    """

    person: str
    reason: Reason
    score: float = 1.0
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When something was said: the TIMEX3 value of a time expression ("2026-03-02", "PAST_REF") and its place."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody said, wrote or thought, and where the article tells it.

    `content` is never empty, the four roles may be; the spans of each are in order of the text and do not overlap.
    `within` is the id of the statement in which this one is nested. `asserted` is false where the words are not said to
    have been said (denied, asked for, expected, hypothetical). `score`, 0..1, is the calibrated probability that the
    statement is one and that its content is right. `relayed_by` are the ids of people who pass the statement on.
    """

    id: str
    kind: Kind
    content: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    medium: Medium = "unknown"
    within: str | None = None
    asserted: bool = True
    score: float = 1.0
    attribution: Attribution | None = None
    relayed_by: tuple[str, ...] = ()
    time: Time | None = None

    @property
    def person(self) -> str | None:
        """The id of who made the statement, among the article's people, or None where the text does not tell."""
        return self.attribution.person if self.attribution else None

    def spans(self, role: str) -> tuple[Span, ...]:
        """The spans of "content", "speaker", "cue", "addressee" or "frame"."""
        found: tuple[Span, ...] = getattr(self, role)
        return found


def outer_first(statement: Statement) -> tuple[int, int]:
    """A key to sort by: in order of the text, outer statements before those within them."""
    return statement.content[0].start, -statement.content[-1].end


class Ended:
    """The statements that lie in no other, found by where they end."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._ranked = sorted((s for s in statements if s.within is None), key=_end)

    def before(self, place: int) -> Iterator[Statement]:
        """Those that end at or before a place in the text, the last first."""
        return (self._ranked[i] for i in range(bisect_right(self._ranked, place, key=_end) - 1, -1, -1))


def _end(statement: Statement) -> int:
    return statement.content[-1].end


def nested(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The same statements with `within` set: the smallest other one whose content holds all of a statement's
    content.
    """
    ranked = sorted(statements, key=_reach)
    holders: dict[str, str] = {}
    open_ones: list[Statement] = []
    for statement in ranked:
        open_ones = [s for s in open_ones if s.content[-1].end > statement.content[0].start]
        holding = [s for s in open_ones if _holds(s, statement)]
        if holding:
            holders[statement.id] = min(holding, key=_size).id
        open_ones.append(statement)
    return tuple(replace(s, within=holders.get(s.id)) for s in statements)


def _reach(statement: Statement) -> tuple[int, int]:
    """In order of the text, the longer first where two begin together."""
    return statement.content[0].start, -_size(statement)


def _size(statement: Statement) -> int:
    return sum(map(len, statement.content))


def _holds(outer: Statement, inner: Statement) -> bool:
    return _size(outer) > _size(inner) and all(any(o.covers(i) for o in outer.content) for i in inner.content)
