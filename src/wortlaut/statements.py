"""extract(): who said what."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody said, wrote or thought, and where the article tells it.

    `content` is never empty, the four roles may be; the spans of each are in order of the text and do not overlap.
    `within` is the id of the statement in which this one is nested. `asserted` is false where the words are not said to
    have been said (denied, asked for, expected, hypothetical). `score`, 0..1, is the calibrated probability that the
    statement is one and that its content is right.
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

    def spans(self, role: str) -> tuple[Span, ...]:
        """The spans of "content", "speaker", "cue", "addressee" or "frame"."""
        found: tuple[Span, ...] = getattr(self, role)
        return found


def nested(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The same statements with `within` set: the smallest other one whose content holds all of a statement's content."""
    return tuple(replace(s, within=_holder(s, statements)) for s in statements)


def _holder(inner: Statement, statements: tuple[Statement, ...]) -> str | None:
    size = sum(map(len, inner.content))
    holders = [
        (sum(map(len, outer.content)), outer.id)
        for outer in statements
        if outer.id != inner.id
        and sum(map(len, outer.content)) > size
        and all(any(o.covers(i) for o in outer.content) for i in inner.content)
    ]
    return min(holders)[1] if holders else None
