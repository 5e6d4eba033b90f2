"""What the full text of a row must hold, said once for both databases; and how users say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems that follow each other."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of a row that no text holds, as of its person."""

    sign: str


@dataclass(frozen=True, slots=True)
class Every:
    """All of the parts, and none of those in `but`."""

    parts: tuple[Expression, ...]
    but: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the parts."""

    parts: tuple[Expression, ...]


Expression = Phrase | Mark | Every | Some


@dataclass(frozen=True, slots=True)
class Indexed:
    """A row of a full-text index: its id, the stems of its words in their order, its marks."""

    id: int
    stems: Sequence[str]
    marks: Sequence[str] = ()
