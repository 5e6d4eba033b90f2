"""gist_of(): what the comparison needs of a text, computed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from wortlaut.languages import de_sameness as words
from wortlaut.sameness import lexicon
from wortlaut.sameness.amounts import amounts
from wortlaut.stems import stems

_CLAUSE = re.compile(r"[,.;:!?…–—()]+(?!\d)|\s-\s|\b(?:und|aber|sondern|doch)\b")
_LONGEST = 2_000  # code points of a text that are compared


@dataclass(frozen=True, slots=True)
class Gist:
    """A text as the comparison sees it.

    `sequence` are the stems of all words, `roots` the words that tell something, in order of the text, with their
    weights, 0..1, and `total` the sum of these; `denied` those of them that stand only in clauses with a negation.
    `concepts` are the groups of words with one meaning that the text names, `operators` its words that tell nothing by
    themselves but turn what is said. `rough`: its numbers are rough ones; `past`: it tells of what is over.
    """

    sequence: tuple[str, ...]
    roots: dict[str, float]
    total: float
    denied: frozenset[str]
    concepts: frozenset[int]
    numbers: frozenset[float]
    rough: bool
    past: bool
    operators: frozenset[str]


_OPERATORS = words.FUNCTION | words.NEGATIONS


@lru_cache(20_000)
def gist_of(text: str) -> Gist:
    """The gist of a text; of a very long one that of its beginning."""
    text = text[:_LONGEST]
    sequence: list[str] = []
    roots: dict[str, float] = {}
    denied: set[str] = set()
    affirmed: set[str] = set()
    for clause in _CLAUSE.split(text):
        own = stems(clause)
        sequence += own
        weights = {one: weight for one in map(lexicon.root, own) if (weight := lexicon.weight(one))}
        telling = {one: weight for one, weight in weights.items() if not one[0].isdigit()}
        roots |= telling
        (denied if _denials(own) % 2 else affirmed).update(telling)
    known = lexicon.concepts()
    present = set(sequence)
    return Gist(
        tuple(sequence),
        roots,
        sum(roots.values()),
        frozenset(denied - affirmed),
        frozenset(number for one in roots if one in known for number in known[one]),
        amounts(text),
        not present.isdisjoint(_stems_of(words.ROUGH)),
        not present.isdisjoint(_stems_of(words.PAST)),
        frozenset(present & _stems_of(_OPERATORS)),
    )


def _denials(clause: list[str]) -> int:
    """The number of negations; "nicht nur" is none, nor is the one in "solange nicht"."""
    if not _stems_of(words.CONDITIONS_DENIED).isdisjoint(clause):
        return 0
    followed = zip(clause, [*clause[1:], ""], strict=False)
    signs = lexicon.negation_stems()
    return sum(one in signs and after not in words.NEGATES_NOTHING_BEFORE for one, after in followed)


@cache
def _stems_of(given: frozenset[str]) -> frozenset[str]:
    return frozenset(stems(" ".join(sorted(given))))
