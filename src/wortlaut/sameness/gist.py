"""gist_of(): what the comparison needs of a text, computed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from wortlaut.languages import de_sameness as words
from wortlaut.sameness import lexicon
from wortlaut.sameness.amounts import amounts
from wortlaut.stems import stems

_CLAUSE = re.compile(r"[,.;:!?…–—()]+|\s-\s|\b(?:und|aber|sondern|doch)\b")
_LONGEST = 2_000  # code points of a text that are compared


@dataclass(frozen=True, slots=True)
class Gist:
    """A text as the comparison sees it.

    `sequence` are the stems of all words, `roots` those of the words that tell something with their weights, 0..1, in
    order of the text; `denied` those of them that stand in a clause with a negation.
    """

    sequence: tuple[str, ...]
    roots: dict[str, float]
    denied: frozenset[str]
    numbers: frozenset[float]
    rough: bool
    total: float  # sum of the weights
    concepts: frozenset[int]


@lru_cache(20_000)
def gist_of(text: str) -> Gist:
    """The gist of a text; of a very long one that of its beginning."""
    text = text[:_LONGEST]
    sequence: list[str] = []
    roots: dict[str, float] = {}
    denied: set[str] = set()
    for clause in _CLAUSE.split(text):
        own = stems(clause)
        sequence += own
        telling = [one for one in map(lexicon.root, own) if lexicon.weight(one) and not one[0].isdigit()]
        roots |= {one: lexicon.weight(one) for one in telling}
        if _denies(own):
            denied.update(telling)
    concepts = lexicon.concepts()
    return Gist(
        tuple(sequence),
        roots,
        frozenset(denied),
        amounts(text),
        not _rough_stems().isdisjoint(sequence),
        sum(roots.values()),
        frozenset(concepts[one] for one in roots if one in concepts),
    )


def _denies(clause: list[str]) -> bool:
    """An odd number of negations; "nicht nur" is none."""
    signs = lexicon.negation_stems()
    count = 0
    for place, one in enumerate(clause):
        if one in signs and not (place + 1 < len(clause) and clause[place + 1] in words.NEGATES_NOTHING_BEFORE):
            count += 1
    return count % 2 == 1


@cache
def _rough_stems() -> frozenset[str]:
    return frozenset(stems(" ".join(sorted(words.ROUGH))))
