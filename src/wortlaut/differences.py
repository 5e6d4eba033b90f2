"""word_diff(): how two wordings differ, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wortlaut.errors import InputError
from wortlaut.text import Span
from wortlaut.wording import Token, plain

ChangeKind = Literal["equal", "insert", "delete", "replace"]
MOST_WORDS = 10_000  # of one wording; the comparison takes the product of both lengths
_NO_BLANK_BEFORE = frozenset(",;:.!?)%")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two wordings that is equal in both or differs; `old` and `new` are its words as they are compared.

    The spans are their places in the two texts, empty where there are no words.
    """

    kind: ChangeKind
    old: str
    new: str
    old_span: Span
    new_span: Span


def word_diff(one: str, two: str) -> tuple[Change, ...]:
    """What has to change in the first wording to make the second one; signs that are normalised away never differ.

    >>> [(change.kind, change.old, change.new) for change in word_diff("„Wir brauchen Geld“", "Wir brauchen viel Geld")]
    [('equal', 'Wir brauchen', 'Wir brauchen'), ('insert', '', 'viel'), ('equal', 'Geld', 'Geld')]
    """
    return token_diff(plain(one).tokens, plain(two).tokens)


def token_diff(old: Sequence[Token], new: Sequence[Token]) -> tuple[Change, ...]:
    """The changes between tokens of two texts. Raises InputError where there are more than MOST_WORDS."""
    old, new = ([token for token in tokens if token.text] for tokens in (old, new))
    if max(len(old), len(new)) > MOST_WORDS:
        raise InputError(
            f"two wordings of {len(old)} and {len(new)} words and signs cannot be compared word by word; "
            f"the most are {MOST_WORDS}"
        )
    return tuple(_changes(old, new))


def written(tokens: Sequence[Token]) -> str:
    """Words and signs as one would write them; "…" where a cue or other words part two pieces."""
    words = ""
    for token in tokens:
        if token.kind in ("interruption", "gap"):
            words += " …"
            continue
        glued = not words or token.text in _NO_BLANK_BEFORE or words.endswith("(")
        words += token.text if glued else f" {token.text}"
    return words.strip()


def _changes(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Change]:
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.opcodes([token.text for token in old], [token.text for token in new])
    for step in steps:
        before, after = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        kind: ChangeKind = step.tag  # type: ignore[assignment]  # rapidfuzz calls them as we do
        yield Change(
            kind,
            written(before),
            written(after),
            _place(old, step.src_start, before),
            _place(new, step.dest_start, after),
        )


def _place(tokens: Sequence[Token], at: int, chosen: Sequence[Token]) -> Span:
    if chosen:
        return Span(chosen[0].span.start, chosen[-1].span.end)
    edge = tokens[at].span.start if at < len(tokens) else tokens[-1].span.end if tokens else 0
    return Span(edge, edge)
