"""extract(): who said what."""

from __future__ import annotations

from dataclasses import dataclass
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
